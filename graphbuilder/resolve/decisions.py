"""Why names were taken for one thing or for two: what merging chose, as rows for the analyst."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphbuilder.records import Decision
from graphbuilder.resolve.merging import Choice
from graphbuilder.resolve.persons import person_name
from graphbuilder.resolve.scores import Record

_OUTCOMES = ("corrected", "joined", "apart", "ignored")


def decisions_of(
    groups: Mapping[str, Sequence[Record]], choices: Iterable[Choice], ids: Mapping[tuple[str, int], str]
) -> list[Decision]:
    """Say why the wordings of each entity are one, and what was near and kept apart.

    Args:
        groups: the records of each entity, by its id.
        choices: what merging chose between records.
        ids: the entity of each thing, by document id and thing number.

    Returns:
        The decisions, sorted.
    """
    made = [decision for entity_id in sorted(groups) for decision in _within(entity_id, groups[entity_id])]
    for choice in choices:
        made += _between(choice, ids)
    return sorted_decisions(made)


def sorted_decisions(decisions: Iterable[Decision]) -> list[Decision]:
    """Sort by entity, then corrections first, the surest first."""
    return sorted(
        dict.fromkeys(decisions),
        key=lambda made: (
            made.entity_id,
            _OUTCOMES.index(made.outcome),
            made.scope,
            -(made.score or 0.0),
            made.name,
            made.other,
            made.reason,
        ),
    )


def reasons_of(decisions: Iterable[Decision]) -> dict[str, tuple[str, ...]]:
    """Return the reasons of each entity as sentences, by entity id."""
    out: dict[str, dict[str, None]] = {}
    for made in decisions:
        if made.entity_id:
            out.setdefault(made.entity_id, {})[made.sentence] = None
    return {entity_id: tuple(reasons) for entity_id, reasons in out.items()}


def _within(entity_id: str, records: Sequence[Record]) -> Iterator[Decision]:
    """Reasons from inside the articles, and the name or entry that brought the articles together."""
    told: dict[str, tuple[float, int, str]] = {}
    for record in records:
        for reason, (score, count, document) in record.reasons.items():
            known = told.get(reason, (0.0, 0, document))
            told[reason] = (max(score, known[0]), known[1] + count, min(document, known[2]))
        documents = {document for document, _ in record.things}
        if len(documents) > 1 and not record.mark.group:
            reason, score = _shared(record), 1.0
            yield Decision(
                entity_id,
                "joined",
                "articles",
                record.name,
                record.name,
                "",
                score,
                reason,
                len(documents),
                min(documents),
            )
    for reason, (score, count, document) in told.items():
        yield Decision(entity_id, "joined", "article", "", "", "", score or None, reason, count, document)


def _shared(record: Record) -> str:
    if record.key:
        return f'the lexicon\'s entry "{record.key}"'
    if record.type == "PERSON" and person_name(record.name).bare:
        return f'surname "{record.name}", same country {record.country}'
    return f'same name "{record.name}"'


def _between(choice: Choice, ids: Mapping[tuple[str, int], str]) -> Iterator[Decision]:
    left, right = choice.left, choice.right
    verdict = choice.verdict
    if choice.joined:
        entity_id = ids[left.things[0]]
        yield Decision(entity_id, "joined", "articles", left.name, right.name, "", verdict.score, verdict.reason)
        return
    score = None if verdict.forbidden else verdict.score
    for one, other in ((left, right), (right, left)):
        entity_id, other_id = ids[one.things[0]], ids[other.things[0]]
        yield Decision(entity_id, "apart", "articles", one.name, other.name, other_id, score, verdict.reason)
