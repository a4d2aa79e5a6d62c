"""Records made again from the rows of the tables, for a graph that was loaded from its folder.

What no table holds is empty: the texts of the articles and the reasons why mentions were joined.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphbuilder.export.tables import ITEM_SEPARATOR, SENTENCE_SEPARATOR, TABLES, Cell
from graphbuilder.records import Article, Deal, Entity, EntityMention, Knowledge, Triple

_LISTS = {
    "entities": ("aliases", "documents"),
    "deals": ("operators", "manufacturer", "documents", "triples", "delivery_years"),
}


def restored(tables: Mapping[str, Iterable[Sequence[Cell]]]) -> Knowledge:
    """Make records from the rows of all five tables.

    Args:
        tables: The rows of each table in `TABLES`, cells in the order of its columns.
    """
    documents = [_fields("documents", row) for row in tables["documents"]]
    return Knowledge(
        articles=tuple(_article(fields) for fields in documents),
        sentences=tuple(fields["sentences"] for fields in documents),
        entities=tuple(Entity(**_fields("entities", row)) for row in tables["entities"]),
        mentions=tuple(EntityMention(**_fields("mentions", row)) for row in tables["mentions"]),
        triples=tuple(Triple(**_fields("triples", row)) for row in tables["triples"]),
        deals=tuple(_deal(_fields("deals", row)) for row in tables["deals"]),
    )


def _fields(table: str, row: Sequence[Cell]) -> dict[str, Any]:
    fields: dict[str, Any] = {column.name: cell for column, cell in zip(TABLES[table], row, strict=True)}
    for name in _LISTS.get(table, ()):
        fields[name] = tuple(fields[name].split(ITEM_SEPARATOR)) if fields[name] else ()
    return fields


def _article(fields: Mapping[str, Any]) -> Article:
    kept = {name: value for name, value in fields.items() if name not in {"characters", "sentences"}}
    return Article(text="", blocks=(), **kept)


def _deal(fields: dict[str, Any]) -> Deal:
    evidence = fields.pop("evidence")
    return Deal(evidence=tuple(evidence.split(SENTENCE_SEPARATOR)) if evidence else (), **fields)
