"""The tables as Parquet files, typed, with list cells as lists."""

from pathlib import Path
from typing import Any

import networkx

from graphbuilder.export.graphml import flattened
from graphbuilder.export.plain_json import LISTS, SENTENCES, objects
from graphbuilder.export.tables import TABLES
from graphbuilder.extras import extra_module
from graphbuilder.records import Knowledge


def write_parquet(graph: "networkx.MultiDiGraph[str]", knowledge: Knowledge, folder: Path) -> None:
    """Write TABLE.parquet for each table, and nodes.parquet and edges.parquet for the graph.

    Args:
        graph: The graph.
        knowledge: The tables.
        folder: An existing folder.

    Raises:
        ExtraError: The extra `parquet` is not installed.
    """
    arrow: Any = extra_module("parquet", "pyarrow")
    parquet: Any = extra_module("parquet", "pyarrow.parquet")
    for table in TABLES:
        found = arrow.Table.from_pylist([_encodable(row) for row in objects(table, knowledge)], _schema(arrow, table))
        parquet.write_table(found, folder / f"{table}.parquet")
    flat = flattened(graph)
    nodes = [{**attributes, "id": node} for node, attributes in flat.nodes(data=True)]
    edges = [
        {**data, "id": key, "source": one, "target": two} for one, two, key, data in flat.edges(keys=True, data=True)
    ]
    for name, elements, first in (("nodes", nodes, ("id",)), ("edges", edges, ("id", "source", "target"))):
        schema = _found_schema(arrow, elements, first)
        rows = [
            {name: _as(value, schema.field(name).type == arrow.string()) for name, value in row.items()}
            for row in elements
        ]
        parquet.write_table(arrow.Table.from_pylist(rows, schema), folder / f"{name}.parquet")


def _schema(arrow: Any, table: str) -> Any:
    kinds = {"text": arrow.string(), "whole": arrow.int64(), "decimal": arrow.float64()}
    several = LISTS.get(table, frozenset()) | SENTENCES.get(table, frozenset())
    return arrow.schema(
        (column.name, arrow.list_(arrow.string()) if column.name in several else kinds[column.kind])
        for column in TABLES[table]
    )


def _found_schema(arrow: Any, elements: list[dict[str, Any]], first: tuple[str, ...]) -> Any:
    found: dict[str, set[type]] = {}
    for attributes in elements:
        for name, value in attributes.items():
            found.setdefault(name, set()).add(type(value))
    types = {bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64(), str: arrow.string()}
    fields = {name: arrow.string() for name in first}
    for name, kinds in sorted(found.items()):
        only = next(iter(kinds)) if len(kinds) == 1 else float if kinds == {int, float} else str
        fields.setdefault(name, types[only])
    return arrow.schema(list(fields.items()))


def _as(value: Any, text: bool) -> Any:
    return str(value) if text and value is not None else value


def _encodable(value: Any) -> Any:
    """Replace lone surrogates, which UTF-8 cannot hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    return {name: _encodable(item) for name, item in value.items()} if isinstance(value, dict) else value
