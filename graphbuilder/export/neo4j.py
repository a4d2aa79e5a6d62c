"""The graph for Neo4j and its kin: a Cypher script, and the tables of its bulk import.

Every node has the label `Thing` and its type, every relationship its relation type, `RELATES_TO` where it has none.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import networkx

from graphbuilder.export.csv import quoted
from graphbuilder.export.graphml import flattened
from graphbuilder.records import Knowledge

_ROWS_AT_ONCE = 500
_UNTYPED = "RELATES_TO"
_NUMBERS = {bool: "boolean", int: "long", float: "double", str: "string"}
# A backslash before a `u` would be read as the start of `\\uXXXX`, which older versions decode before all else.
_UNICODE_ESCAPE = re.compile(r"\\\\(?=u)")


def write_cypher(graph: "networkx.MultiDiGraph[str]", _: Knowledge, path: Path) -> None:
    """Write a graph as a Cypher script for an empty database: `cypher-shell --file graph.cypher`."""
    flat = flattened(graph)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;\n")
        for label, nodes in _by_label(flat).items():
            for rows in _portions([{**attributes, "id": node} for node, attributes in nodes]):
                file.write(f"UNWIND [\n{rows}\n] AS row CREATE (n:Thing:{_name(label)}) SET n = row;\n")
        for kind, edges in _by_type(flat).items():
            listed = [
                {"source": source, "target": target, "set": {**attributes, "id": key}}
                for source, target, key, attributes in edges
            ]
            for rows in _portions(listed):
                file.write(
                    f"UNWIND [\n{rows}\n] AS row MATCH (a:Thing {{id: row.source}}), (b:Thing {{id: row.target}})"
                    f" CREATE (a)-[r:{_name(kind)}]->(b) SET r = row.`set`;\n"
                )


def write_bulk_csv(graph: "networkx.MultiDiGraph[str]", _: Knowledge, folder: Path) -> None:
    """Write nodes.csv and relationships.csv for `neo4j-admin database import full --multiline-fields=true`."""
    flat = flattened(graph)
    nodes = [{**attributes, "id": node} for node, attributes in flat.nodes(data=True)]
    labels = [f"Thing;{attributes.get('type') or 'OTHER'}" for _, attributes in flat.nodes(data=True)]
    _write_table(folder / "nodes.csv", nodes, {"id": "id:ID"}, {":LABEL": labels})
    edges = list(flat.edges(keys=True, data=True))
    ends = {
        ":START_ID": [source for source, _, _, _ in edges],
        ":END_ID": [target for _, target, _, _ in edges],
        ":TYPE": [attributes.get("relation_type") or _UNTYPED for _, _, _, attributes in edges],
    }
    _write_table(folder / "relationships.csv", [{**data, "id": key} for _, _, key, data in edges], {}, ends)


def _write_table(
    path: Path, elements: list[dict[str, Any]], named: Mapping[str, str], added: Mapping[str, list[str]]
) -> None:
    types: dict[str, set[type]] = defaultdict(set)
    for attributes in elements:
        for name, value in attributes.items():
            types[name].add(type(value))
    columns = sorted(types)
    header = [named.get(name) or f"{name.replace(':', '_')}:{_type(types[name])}" for name in columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(quoted(name, always=True) for name in (*header, *added)) + "\n")
        for place, attributes in enumerate(elements):
            row = [*(_text(attributes.get(name)) for name in columns), *(cells[place] for cells in added.values())]
            # Unquoted, an empty cell is no value; quoted, it is an empty text.
            file.write(",".join("" if cell is None else quoted(cell, always=True) for cell in row) + "\n")


def _type(kinds: set[type]) -> str:
    return _NUMBERS[next(iter(kinds))] if len(kinds) == 1 else "double" if kinds == {int, float} else "string"


def _text(value: object) -> str | None:
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _by_label(flat: "networkx.MultiDiGraph[str]") -> dict[str, list[tuple[str, dict[str, Any]]]]:
    found: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for node, attributes in flat.nodes(data=True):
        found[str(attributes.get("type") or "OTHER")].append((node, attributes))
    return dict(sorted(found.items()))


def _by_type(flat: "networkx.MultiDiGraph[str]") -> dict[str, list[tuple[str, str, str, dict[str, Any]]]]:
    found: dict[str, list[tuple[str, str, str, dict[str, Any]]]] = defaultdict(list)
    for source, target, key, attributes in flat.edges(keys=True, data=True):
        found[str(attributes.get("relation_type") or _UNTYPED)].append((source, target, key, attributes))
    return dict(sorted(found.items()))


def _portions(listed: list[dict[str, Any]]) -> Iterator[str]:
    for start in range(0, len(listed), _ROWS_AT_ONCE):
        yield ",\n".join(_literal(row) for row in listed[start : start + _ROWS_AT_ONCE])


def _literal(value: object) -> str:
    """Write a value as Cypher does: the escapes of JSON strings are all known to Cypher."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_name(str(name))}: {_literal(item)}" for name, item in sorted(value.items())) + "}"
    if isinstance(value, str):
        return _UNICODE_ESCAPE.sub(r'\\\\" + "', json.dumps(value, ensure_ascii=False))
    return json.dumps(value)


def _name(name: str) -> str:
    return "`" + name.replace("`", "``").replace("\\", "_") + "`"
