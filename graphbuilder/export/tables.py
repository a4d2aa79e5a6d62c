"""The tables of a build as plain values: their columns, in order, and the rows of a `Knowledge`.

A cell is a `str`, an `int`, a `float` or `None` (a number that is not known; an unknown text is empty).
A cell that holds a list is one text: its items joined by `|`, sentences by ` ¶ `.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graphbuilder.records import Article, Attribute, Deal, DealEvent, Decision, Entity, EntityMention, Knowledge, Triple

Cell = str | int | float | None
ColumnKind = Literal["text", "whole", "decimal"]

ITEM_SEPARATOR = "|"
SENTENCE_SEPARATOR = " ¶ "
CONFIDENCE_DIGITS = 3
# A column of 64-bit integers, and a `long` of GraphML, can hold no more.
LARGEST_WHOLE = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, and what its cells hold. In an `optional` column of numbers a cell may be None."""

    name: str
    kind: ColumnKind = "text"
    optional: bool = False


def _columns(names: str) -> tuple[Column, ...]:
    """Read columns off a line: `name`, `name:whole`, `name:whole?` (optional), `name:decimal`."""
    columns = []
    for word in names.split():
        name, _, kind = word.partition(":")
        if kind.startswith("whole"):
            columns.append(Column(name, "whole", optional=kind.endswith("?")))
        elif kind.startswith("decimal"):
            columns.append(Column(name, "decimal", optional=kind.endswith("?")))
        else:
            columns.append(Column(name))
    return tuple(columns)


TABLES: dict[str, tuple[Column, ...]] = {
    "documents": _columns("document_id title date source path language characters:whole sentences:whole sha256"),
    "entities": _columns("entity_id name type country aliases mentions:whole documents wikidata"),
    "mentions": _columns("entity_id document_id sentence:whole start:whole end:whole text kind"),
    "triples": _columns(
        "triple_id document_id sentence:whole subject relation object subject_id object_id subject_type object_type"
        " relation_type polarity modality attributed_to date confidence:decimal start:whole end:whole evidence"
        " statement_id rule attribution_chain"
    ),
    "deals": _columns(
        "deal_id supplier recipient weapon weapon_category quantity:whole? unit value:whole? currency kind status"
        " ordered delivered:whole? supplier_id recipient_id weapon_id operators manufacturer first_reported"
        " last_reported documents triples confidence:decimal evidence delivery_years"
    ),
    "deal_events": _columns(
        "deal_id date reported status wording polarity modality said_by standing quantity:whole? value:whole? currency"
        " document_id sentence:whole start:whole end:whole triples confidence:decimal evidence"
    ),
    "decisions": _columns(
        "entity_id outcome scope name other other_id score:decimal? reason documents:whole? document_id"
    ),
    "attributes": _columns("entity_id attribute value start end origin source documents:whole?"),
}


def joined(items: Iterable[str]) -> str:
    """Join the items of a list cell by `|`.

    A `|` inside an item becomes a broken bar (`¦`), so that splitting at `|` always gives the items back.
    """
    return ITEM_SEPARATOR.join(item.replace(ITEM_SEPARATOR, "¦") for item in items)


def joined_sentences(sentences: Iterable[str]) -> str:
    """Join sentences by ` ¶ `; a pilcrow inside a sentence becomes a reversed one (`⁋`)."""
    return SENTENCE_SEPARATOR.join(sentence.replace("¶", "⁋") for sentence in sentences)


def rows(table: str, knowledge: Knowledge) -> Iterator[tuple[Cell, ...]]:
    """Give the rows of one table, in the order of the records.

    Args:
        table: A key of `TABLES`.
        knowledge: The result of a build.

    Returns:
        Tuples of as many cells as the table has columns.
    """
    match table:
        case "documents":
            pairs = zip(knowledge.articles, knowledge.sentences, strict=True)
            return (_document(article, sentences) for article, sentences in pairs)
        case "entities":
            return (_entity(entity) for entity in knowledge.entities)
        case "mentions":
            return (_mention(mention) for mention in knowledge.mentions)
        case "triples":
            return (_triple(triple) for triple in knowledge.triples)
        case "deals":
            return (_deal(table, deal) for deal in knowledge.deals)
        case "deal_events":
            return (_deal(table, event) for event in knowledge.deal_events)
        case "decisions" | "attributes":
            return (_plain(table, row) for row in getattr(knowledge, table))
    raise ValueError(f"there is no table {table!r}; the tables are {', '.join(TABLES)}")


def _document(article: Article, sentences: int) -> tuple[Cell, ...]:
    return (
        article.document_id,
        article.title,
        article.date,
        article.source,
        article.path,
        article.language,
        len(article.text),
        sentences,
        article.sha256,
    )


def _entity(entity: Entity) -> tuple[Cell, ...]:
    return (
        entity.entity_id,
        entity.name,
        entity.type,
        entity.country,
        joined(entity.aliases),
        entity.mentions,
        joined(entity.documents),
        entity.wikidata,
    )


def _mention(mention: EntityMention) -> tuple[Cell, ...]:
    return (
        mention.entity_id,
        mention.document_id,
        mention.sentence,
        mention.start,
        mention.end,
        mention.text,
        mention.kind,
    )


def _triple(triple: Triple) -> tuple[Cell, ...]:
    cells = (getattr(triple, column.name) for column in TABLES["triples"])
    return tuple(_rounded(cell) if isinstance(cell, float) else cell for cell in cells)


def _deal(table: str, deal: Deal | DealEvent) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for column in TABLES[table]:
        value = getattr(deal, column.name)
        if isinstance(value, tuple) and column.name == "evidence":
            cells.append(joined_sentences(value))
        elif isinstance(value, tuple):
            cells.append(joined(value))
        elif column.kind == "decimal":
            cells.append(_rounded(value))
        elif column.kind == "whole":
            cells.append(_storable(value))
        else:
            cells.append(value)
    return tuple(cells)


def _plain(table: str, row: Decision | Attribute) -> tuple[Cell, ...]:
    cells = (getattr(row, column.name) for column in TABLES[table])
    return tuple(_rounded(cell) if isinstance(cell, float) else cell for cell in cells)


def _rounded(confidence: float) -> float:
    return round(float(confidence), CONFIDENCE_DIGITS)


def _storable(number: int | None) -> int | None:
    """Leave out a number that no reader of the files could hold: it comes from a misread text, never from a deal."""
    return number if number is not None and abs(number) <= LARGEST_WHOLE else None
