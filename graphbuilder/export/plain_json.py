"""The graph as node-link JSON, and the tables as JSON lines."""

import json
from pathlib import Path
from typing import Any

import networkx

from graphbuilder.export.graphml import flattened
from graphbuilder.export.tables import ITEM_SEPARATOR, SENTENCE_SEPARATOR, TABLES, rows
from graphbuilder.records import Knowledge

LISTS = {
    "entities": frozenset({"aliases", "documents"}),
    "deals": frozenset({"operators", "manufacturer", "documents", "triples", "delivery_years"}),
    "deal_events": frozenset({"triples"}),
}
SENTENCES = {"deals": frozenset({"evidence"})}


def write_json(graph: "networkx.MultiDiGraph[str]", _: Knowledge, path: Path) -> None:
    """Write a graph as the node-link JSON of networkx, which D3 and many others read: `nodes` and `edges`."""
    data = networkx.node_link_data(flattened(graph), edges="edges")
    _write(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def write_jsonl(_: "networkx.MultiDiGraph[str]", knowledge: Knowledge, path: Path) -> None:
    """Write all tables as JSON lines: a row is an object with `table`, lists as lists, null for an unknown number."""
    lines = []
    for table in TABLES:
        for row in objects(table, knowledge):
            lines.append(json.dumps({"table": table, **row}, ensure_ascii=False) + "\n")
    _write(path, "".join(lines))


def objects(table: str, knowledge: Knowledge) -> list[dict[str, Any]]:
    """Give the rows of a table as dictionaries, list cells as lists."""
    lists, sentences = LISTS.get(table, frozenset()), SENTENCES.get(table, frozenset())
    found = []
    for row in rows(table, knowledge):
        fields: dict[str, Any] = dict(zip((column.name for column in TABLES[table]), row, strict=True))
        for name in lists:
            fields[name] = fields[name].split(ITEM_SEPARATOR) if fields[name] else []
        for name in sentences:
            fields[name] = fields[name].split(SENTENCE_SEPARATOR) if fields[name] else []
        found.append(fields)
    return found


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
