"""Cypher over the graph in memory, through grand-cypher."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import networkx
import pandas
from rapidfuzz import fuzz, process

from graphbuilder.errors import QueryError
from graphbuilder.extras import extra_module
from graphbuilder.lexicon.tables import table
from graphbuilder.query.content import OF_DEALS, Content
from graphbuilder.query.cypher_text import Prepared, prepared

_LABELS = "__labels__"
_LEAST_ALIKE = 60
_READABLE = {
    "CNAME": "a name",
    "TYPE": "a type",
    "ESTRING": "a text in quotes",
    "NUMBER": "a number",
    "$END": "the end",
}
_WRITING = re.compile(r"\b(CREATE|MERGE|DELETE|SET|REMOVE|DROP|CALL|LOAD)\b", re.IGNORECASE)


def run(content: Content, query: str) -> pandas.DataFrame:
    """Run a query.

    Args:
        content: The graph. Nodes have their type as label, edges their relation type as type.
        query: Cypher as grand-cypher reads it: MATCH, WHERE, RETURN, ORDER BY, SKIP and LIMIT.

    Returns:
        A column for each thing returned, in that order. A node or edge that is returned as a whole is given by its
        `label`. Without ORDER BY the rows are sorted.

    Raises:
        QueryError: The query cannot be read, or names something that is not there; the message points at the place.
        ExtraError: grand-cypher is not installed.
    """
    grandcypher = extra_module("query", "grandcypher")
    ready = prepared(query)
    tree = _parsed(grandcypher, ready)
    _check(content, ready, tree)
    try:
        found: dict[Any, list[Any]] = grandcypher.GrandCypher(host(content.graph)).run(ready.text)
    except Exception as error:  # grand-cypher raises whatever its parts do
        raise QueryError(
            f"the query cannot be answered ({_first_line(error)}); try a simpler one:\n  {query}"
        ) from error
    names = sorted((str(name) for name in found), key=lambda name: _order(ready.text, name))
    by_name = {str(name): values for name, values in found.items()}
    frame = pandas.DataFrame({name: _column([_shown(value) for value in by_name[name]]) for name in names})
    if re.search(r"\border\s+by\b", ready.text, re.IGNORECASE) or not len(frame):
        return frame
    order = frame.astype(str).sort_values(list(frame.columns), kind="stable").index
    return frame.loc[order].reset_index(drop=True)


def host(graph: "networkx.MultiDiGraph[str]") -> "networkx.MultiDiGraph[str]":
    """Copy a graph as grand-cypher wants it: labels of nodes and types of edges as sets."""
    labelled: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in sorted(graph):
        attributes = graph.nodes[node]
        labelled.add_node(node, **{**attributes, "id": node, _LABELS: {str(attributes.get("type") or "")}})
    for source, target, key, attributes in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        kind = {str(attributes.get("relation_type") or "")}
        labelled.add_edge(source, target, key=key, **{**attributes, "id": key, _LABELS: kind})
    return labelled


def _parsed(grandcypher: Any, ready: Prepared) -> Any:
    from lark.exceptions import UnexpectedInput

    grammar = grandcypher._GrandCypherGrammar
    try:
        return grammar.parse(ready.text)
    except UnexpectedInput as error:
        position = getattr(error, "pos_in_stream", None)
        position = len(ready.text) if position is None or position < 0 else position
        writing = _WRITING.match(ready.text.strip())
        hint = f"{writing[1].upper()} changes a graph, and queries only read" if writing else _expected(grammar, error)
        raise QueryError(f"the query cannot be read at {ready.pointed(position)}\n{hint}") from error


def _expected(grammar: Any, error: Any) -> str:
    sources = (getattr(error, name, None) for name in ("accepts", "allowed", "expected"))
    names = sorted(next((found for found in sources if found), ()))
    written = {terminal.name: terminal.pattern for terminal in grammar.terminals}
    words = [
        written[name].value if name in written and written[name].type == "str" else _READABLE.get(name, "")
        for name in names
    ]
    words = sorted(
        {word.upper() if name not in _READABLE else word for name, word in zip(names, words, strict=True) if word}
    )
    return f"expected {', '.join(words)}" if words else "it ends too early"


def _check(content: Content, ready: Prepared, tree: Any) -> None:
    """Refuse names that nothing in the query or graph has: grand-cypher would find nothing, without a word."""
    graph = content.graph
    node_types = {str(attributes.get("type") or "") for _, attributes in graph.nodes(data=True)}
    listed = {row["relation_type"] for row in table("relation_types.tsv", "relation_type")}
    edge_types = {str(data.get("relation_type") or "") for _, _, data in graph.edges(data=True)} | listed | OF_DEALS
    known = {"id"}
    for _, attributes in graph.nodes(data=True):
        known.update(attributes)
    for _, _, attributes in graph.edges(data=True):
        known.update(attributes)
    for match, types, what in (("node_match", node_types, "type of node"), ("edge_match", edge_types, "relation type")):
        for token in _tokens(tree, match, "TYPE"):
            _known(ready, token, types - {""}, what)
    defined = {
        str(token) for rule in ("node_match", "edge_match", "path_clause") for token in _tokens(tree, rule, "CNAME")
    }
    defined |= {str(token) for token in _tokens(tree, "alias", "CNAME")}
    for predicate in tree.find_data("list_predicate"):
        defined |= {str(child) for child in predicate.children if getattr(child, "type", "") == "CNAME"}
    for reference in tree.find_data("entity_id"):
        name, attribute = reference.children
        _known(ready, name, defined, "name in the query")
        _known(ready, attribute, known, "attribute")
    for rule in ("return_item", "order_item", "condition", "id_function"):
        for token in _tokens(tree, rule, "CNAME"):
            _known(ready, token, defined, "name in the query")


def _tokens(tree: Any, rule: str, kind: str) -> Iterator[Any]:
    """Give the tokens of a kind right below a rule, or in a list of types below it."""
    for found in tree.find_data(rule):
        for child in found.children:
            if getattr(child, "type", "") == kind:
                yield child
            elif getattr(child, "data", "") == "type_list":
                yield from (token for token in child.children if token.type == kind)


def _known(ready: Prepared, token: Any, known: set[str], what: str) -> None:
    if str(token) in known:
        return
    near = process.extractOne(
        str(token), sorted(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_LEAST_ALIKE
    )
    advice = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(sorted(known)[:12])}"
    raise QueryError(f"there is no {what} {str(token)!r}, at {ready.pointed(token.start_pos)}\n{advice}")


def _order(text: str, name: str) -> tuple[int, str]:
    """Give where a column stands in the RETURN of a query."""
    returned = re.split(r"\breturn\b", text, flags=re.IGNORECASE)[-1]
    spaceless = re.sub(r"\s+", "", returned)
    alias = re.search(rf"\bas\s+{re.escape(name)}\b", returned, re.IGNORECASE)
    if alias:
        return len(re.sub(r"\s+", "", returned[: alias.start()])), name
    found = spaceless.casefold().find(re.sub(r"\s+", "", name).casefold())
    return (found if found >= 0 else len(spaceless)), name


def _shown(value: Any) -> Any:
    """Give a node or an edge by its label, several of them as a list."""
    if isinstance(value, dict) and _LABELS in value:
        return value.get("label") or value["id"]
    if isinstance(value, dict) and value and all(isinstance(part, dict) for part in value.values()):
        return _shown(next(iter(value.values())))
    if isinstance(value, list):
        return [_shown(part) for part in value]
    return value


def _column(values: Sequence[Any]) -> "pandas.Series[Any]":
    numbers = [value for value in values if value is not None]
    if numbers and all(type(value) is int for value in numbers) and len(numbers) < len(values):
        return pandas.Series(list(values), dtype="Int64")
    if values and all(isinstance(value, str) for value in values):
        return pandas.Series(list(values), dtype="str")
    return pandas.Series(list(values), dtype=None if numbers else "object")


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).split("\n")[0]
