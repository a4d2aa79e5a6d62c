"""Reading a graph and its tables back: from the folder of a build, or from its GraphML file alone."""

from pathlib import Path
from typing import Any

import networkx
import pandas

from graphbuilder.export.csv import read_columns
from graphbuilder.export.folder import finish_output, written_files
from graphbuilder.export.graphml_reader import read_graphml
from graphbuilder.export.tables import TABLES, Cell
from graphbuilder.query.content import DEAL, OF_DEALS
from graphbuilder.query.frames import frame_of_columns, items

_BETWEEN_SENTENCES = " ¶ "
Read = tuple["networkx.MultiDiGraph[str]", dict[str, pandas.DataFrame]]


def read_folder(folder: Path) -> Read:
    """Read the folder of a build, also one that another version wrote: what it adds is kept, what it lacks is unknown.

    Raises:
        InputError: A file is missing or damaged.
    """
    finish_output(folder)
    written = [name.removesuffix(".csv") for name in written_files(folder) if name.endswith(".csv")]
    added = [name for name in written if name not in TABLES and (folder / f"{name}.csv").is_file()]
    tables = {table: frame_of_columns(table, read_columns(table, folder)) for table in (*TABLES, *added)}
    return read_graphml(folder / "graph.graphml"), tables


def read_graph_alone(path: Path) -> Read:
    """Read a GraphML file and make the tables from it, as far as it tells.

    Entities, deals and who says what of whom are whole; articles are known by their ids alone, and where in a text
    something stands is unknown. A statement is one row for each of its sentences.

    Raises:
        InputError: The file is no GraphML of this program.
    """
    graph = read_graphml(path)
    nodes: dict[str, dict[str, Any]] = {node: graph.nodes[node] for node in sorted(graph)}
    entities: list[dict[str, Cell]] = [
        {**attributes, "entity_id": node, "name": attributes.get("label", node)}
        for node, attributes in nodes.items()
        if attributes.get("type") != DEAL
    ]
    deals: list[dict[str, Cell]] = [
        {"deal_id": node, **attributes} for node, attributes in nodes.items() if attributes.get("type") == DEAL
    ]
    triples = _triples(graph)
    several = [*nodes.values(), *(attributes for _, _, attributes in graph.edges(data=True))]
    named = {name for attributes in several for name in items(attributes.get("documents", ""))}
    documents: list[dict[str, Cell]] = [{"document_id": name} for name in sorted(named)]
    made = {"documents": documents, "entities": entities, "triples": triples, "deals": deals}
    return graph, {table: _frame(table, made.get(table, [])) for table in TABLES}


def _triples(graph: "networkx.MultiDiGraph[str]") -> list[dict[str, Cell]]:
    rows: list[dict[str, Cell]] = []
    for source, target, key, attributes in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        if attributes.get("relation_type") in OF_DEALS:
            continue
        documents = items(attributes.get("documents", ""))
        sentences = str(attributes.get("evidence") or "").split(_BETWEEN_SENTENCES)
        first, last = (str(attributes.get(name) or "") for name in ("first_date", "last_date"))
        date = first if first == last else ""
        for number, sentence in enumerate(sentences, 1):
            row_id = key if len(sentences) == 1 else f"{key}-{number}"
            rows.append(
                {
                    **attributes,
                    "triple_id": row_id,
                    "statement_id": row_id,
                    "document_id": documents[0] if len(documents) == 1 else "",
                    "relation": attributes.get("label", ""),
                    "date": date,
                    "evidence": sentence,
                    **_end("subject", source, graph),
                    **_end("object", target, graph),
                }
            )
    return rows


def _end(role: str, node: str, graph: "networkx.MultiDiGraph[str]") -> dict[str, Cell]:
    attributes = graph.nodes[node]
    return {role: attributes.get("label", node), f"{role}_id": node, f"{role}_type": attributes.get("type", "")}


def _frame(table: str, table_rows: list[dict[str, Cell]]) -> pandas.DataFrame:
    columns: dict[str, list[Cell]] = {}
    for column in TABLES[table]:
        unknown = "" if column.kind == "text" else None
        columns[column.name] = [row.get(column.name, unknown) for row in table_rows]
    return frame_of_columns(table, columns)
