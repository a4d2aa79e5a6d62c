"""Records made again from the rows of the tables, for a graph that was loaded from its folder.

What no table holds is empty: the texts of the articles.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphbuilder.export.tables import ITEM_SEPARATOR, SENTENCE_SEPARATOR, TABLES, Cell
from graphbuilder.records import Article, Attribute, Deal, DealEvent, Decision, Entity, EntityMention, Knowledge, Triple

_LISTS = {
    "entities": ("aliases", "documents"),
    "deals": ("operators", "manufacturer", "documents", "triples", "delivery_years"),
    "deal_events": ("triples",),
}


def restored(tables: Mapping[str, Iterable[Sequence[Cell]]]) -> Knowledge:
    """Make records from the rows of all tables.

    Args:
        tables: The rows of each table in `TABLES`, cells in the order of its columns.
    """
    documents = [_fields("documents", row) for row in tables["documents"]]
    decisions = tuple(Decision(**_fields("decisions", row)) for row in tables["decisions"])
    reasons: dict[str, tuple[str, ...]] = {}
    for decision in decisions:
        reasons[decision.entity_id] = (*reasons.get(decision.entity_id, ()), decision.sentence)
    return Knowledge(
        articles=tuple(_article(fields) for fields in documents),
        sentences=tuple(fields["sentences"] for fields in documents),
        entities=tuple(_entity(_fields("entities", row), reasons) for row in tables["entities"]),
        mentions=tuple(EntityMention(**_fields("mentions", row)) for row in tables["mentions"]),
        triples=tuple(Triple(**_fields("triples", row)) for row in tables["triples"]),
        deals=tuple(_deal(_fields("deals", row)) for row in tables["deals"]),
        deal_events=tuple(DealEvent(**_fields("deal_events", row)) for row in tables["deal_events"]),
        decisions=decisions,
        attributes=tuple(Attribute(**_fields("attributes", row)) for row in tables["attributes"]),
    )


def _fields(table: str, row: Sequence[Cell]) -> dict[str, Any]:
    fields: dict[str, Any] = {column.name: cell for column, cell in zip(TABLES[table], row, strict=True)}
    for name in _LISTS.get(table, ()):
        fields[name] = tuple(fields[name].split(ITEM_SEPARATOR)) if fields[name] else ()
    return fields


def _entity(fields: Mapping[str, Any], reasons: Mapping[str, tuple[str, ...]]) -> Entity:
    return Entity(**fields, reasons=tuple(dict.fromkeys(reasons.get(fields["entity_id"], ()))))


def _article(fields: Mapping[str, Any]) -> Article:
    kept = {name: value for name, value in fields.items() if name not in {"characters", "sentences"}}
    return Article(text="", blocks=(), **kept)


def _deal(fields: dict[str, Any]) -> Deal:
    evidence = fields.pop("evidence")
    return Deal(evidence=tuple(evidence.split(SENTENCE_SEPARATOR)) if evidence else (), **fields)
