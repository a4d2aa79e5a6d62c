"""The statements of a build as rows of the view model, each with its sentence and the words to mark in it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from graphbuilder.records import EntityMention, Knowledge, Triple

Row = dict[str, Any]


def statement_rows(knowledge: Knowledge) -> tuple[list[str], list[Row]]:
    """Return the distinct sentences, and the statements in date order.

    Args:
        knowledge: triples are the statements; mentions say where in a sentence a subject or object is named.

    Returns:
        The sentences in order of first use, and one row a triple, ordered by the date it was reported and its place.
    """
    reported = {article.document_id: article.date for article in knowledge.articles}
    names = {entity.entity_id: entity.name for entity in knowledge.entities}
    mentions = _mentions(knowledge)
    sentences: dict[str, int] = {}
    rows = []
    for triple in sorted(knowledge.triples, key=lambda t: (reported.get(t.document_id, ""), *_place(t))):
        rows.append(
            {
                "id": triple.triple_id,
                "document": triple.document_id,
                "reported": reported.get(triple.document_id, ""),
                "date": triple.date,
                "subject": triple.subject,
                "relation": triple.relation,
                "object": triple.object,
                "subject_id": triple.subject_id,
                "object_id": triple.object_id,
                "relation_type": triple.relation_type,
                "polarity": triple.polarity,
                "modality": triple.modality,
                "by": _said_by(triple, names),
                "by_id": triple.attributed_to if triple.attributed_to in names else "",
                "confidence": triple.confidence,
                "rule": triple.rule,
                "group": triple.statement_id,
                "sentence": sentences.setdefault(triple.evidence, len(sentences)),
                "marks": _marks(triple, mentions),
            }
        )
    return list(sentences), rows


def _said_by(triple: Triple, names: Mapping[str, str]) -> str:
    """Who says it, and behind them who passes it on."""
    chain = [each for each in triple.attribution_chain.split(" > ") if each != triple.attributed_to]
    said = names.get(triple.attributed_to, triple.attributed_to)
    passed_on = ", ".join(names.get(each, each) for each in reversed(chain) if each)
    return f"{said} (according to {passed_on})" if said and passed_on else said


def _place(triple: Triple) -> tuple[str, int, str, str]:
    return triple.document_id, triple.start, triple.statement_id, triple.triple_id


def _mentions(knowledge: Knowledge) -> dict[tuple[str, str], list[EntityMention]]:
    out: dict[tuple[str, str], list[EntityMention]] = defaultdict(list)
    for mention in sorted(knowledge.mentions, key=lambda m: (m.start, m.end)):
        out[mention.document_id, mention.entity_id].append(mention)
    return out


def _marks(triple: Triple, mentions: dict[tuple[str, str], list[EntityMention]]) -> list[list[int | str]]:
    """Find the subject and the object in their sentence; nothing where offsets and sentence do not fit."""
    if triple.end - triple.start != len(triple.evidence):
        return []
    spans: list[tuple[int, int, str]] = []
    for entity_id, role in ((triple.subject_id, "s"), (triple.object_id, "o")):
        found = mentions.get((triple.document_id, entity_id), [])
        for mention in found[bisect_left(found, triple.start, key=lambda m: m.start) :]:
            if mention.end > triple.end:
                break
            spans.append((mention.start - triple.start, mention.end - triple.start, role))
    out: list[list[int | str]] = []
    covered = 0
    for start, end, role in sorted(spans, key=lambda span: (span[0], -span[1], span[2])):
        if start >= covered:
            out.append([_units(triple.evidence[:start]), _units(triple.evidence[:end]), role])
            covered = end
    return out


def _units(text: str) -> int:
    """Count UTF-16 units, as a browser does."""
    return len(text) if text.isascii() else sum(2 if character > "\uffff" else 1 for character in text)
