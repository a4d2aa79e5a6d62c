"""The names that a build finds, measured on texts whose names others annotated."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graphbuilder.evaluate.name_gold import ACCEPTED, GoldName, GoldText, read_gold_names
from graphbuilder.evaluate.tables import Table
from graphbuilder.extract.mentions import find_mentions
from graphbuilder.lexicon import load_lexicon
from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.parse.trees import parse_blocks
from graphbuilder.records import Mention

# Recall is asked of these; the name of a people may be found or not.
_ASKED = ("Person", "Organisation", "Location", "Weapon", "MilitaryPlatform")
_TYPES = ("PERSON", "ORGANIZATION", "LOCATION", "COUNTRY", "WEAPON")
_MOST_ERRORS = 40


@dataclass(slots=True)
class NameScores:
    """Counts by kind of gold name and by type of mention, and what went wrong: `(cause, type or kind, name)`."""

    asked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    errors: Counter[tuple[str, str, str]] = field(default_factory=Counter)


def evaluate_names(folder: Path, pipeline: str | None = None) -> list[Table]:
    """Measure the names of a pipeline together with the lexicon.

    Args:
        folder: holds `documents.json` and `entities.json`, or folders that do.
        pipeline: name or path of a spaCy pipeline; the bundled one by default.

    Raises:
        InputError: the folder cannot be used.
        PipelineError: the pipeline cannot be used.
    """
    lexicon = load_lexicon(())
    gold = read_gold_names(folder, lexicon)
    nlp = load_pipeline(pipeline)
    scores = NameScores()
    for item in gold:
        mentions = find_mentions("", parse_blocks(nlp, _paragraphs(item.text)), lexicon)
        compare(item, [one for one in mentions if one.kind == "name" and one.type in _TYPES], scores)
    return tables_of(scores)


def _paragraphs(text: str) -> Iterable[tuple[str, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield line, start
        start += len(line) + 1


def compare(item: GoldText, mentions: Sequence[Mention], scores: NameScores) -> None:
    """Compare the named mentions of a text with its gold names and add to the scores.

    A gold name counts as found where a mention has its exact place, articles aside, and a type that its kind accepts; one
    within a longer gold name is not asked for. A mention counts as right where it is such a name; one that touches no gold name
    but a description, or stands within a longer gold name of another kind, is not judged.
    """
    places = {(one.start + _article(one.text), one.end): one for one in mentions}
    for name in item.names:
        if name.kind in _ASKED and not _within_other(name, item.names):
            hit = places.get((name.start, name.end))
            scores.asked[name.kind] += 1
            if hit is not None and hit.type in ACCEPTED[name.kind]:
                scores.found[name.kind] += 1
            else:
                scores.errors[_missed(name, hit, mentions), name.kind, item.text[name.start : name.end]] += 1
    for (start, end), one in sorted(places.items()):
        exact = [name for name in item.names if (name.start, name.end) == (start, end)]
        if any(one.type in ACCEPTED[name.kind] for name in exact):
            scores.right[one.type] += 1
        elif not exact and _unjudged(start, end, item):
            continue
        else:
            touches = exact or any(name.start < end and start < name.end for name in item.names)
            cause = (
                "given with another type" if exact else "given in another extent" if touches else "given, not in gold"
            )
            scores.errors[cause, one.type, one.text] += 1
        scores.given[one.type] += 1


def _article(text: str) -> int:
    return next((len(word) for word in ("the ", "The ", "a ", "A ") if text.startswith(word)), 0)


def _within_other(name: GoldName, names: Iterable[GoldName]) -> bool:
    return any(
        other.start <= name.start and name.end <= other.end and other.end - other.start > name.end - name.start
        for other in names
    )


def _unjudged(start: int, end: int, item: GoldText) -> bool:
    within = any(name.start <= start and end <= name.end for name in item.names)
    touched = any(name.start < end and start < name.end for name in item.names)
    return within or (not touched and any(first < end and start < last for first, last in item.others))


def _missed(name: GoldName, hit: Mention | None, mentions: Iterable[Mention]) -> str:
    if hit is not None:
        return f"missed, given as {hit.type}"
    touched = any(one.start < name.end and name.start < one.end for one in mentions)
    return "missed, given in another extent" if touched else "missed"


def tables_of(scores: NameScores) -> list[Table]:
    """The figures as tables: recall by kind, precision by type, errors by cause, and the commonest ones."""
    recall = [(kind, scores.found[kind], scores.asked[kind]) for kind in _ASKED if scores.asked[kind]]
    precision = [(type_, scores.right[type_], scores.given[type_]) for type_ in _TYPES if scores.given[type_]]
    causes: Counter[str] = Counter()
    for (cause, _, _), count in scores.errors.items():
        causes[cause] += count
    by_cause = sorted(causes.items(), key=lambda pair: (-pair[1], pair[0]))
    worst = sorted(scores.errors.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_ERRORS]
    return [
        Table("Recall of names (exact place, accepted type)", ("kind", "found", "of", "share"), _shares(recall)),
        Table("Precision of names", ("type", "right", "of", "share"), _shares(precision)),
        Table("Errors by cause", ("cause", "count"), tuple(by_cause)),
        Table("Commonest errors", ("cause", "kind", "name", "count"), tuple((*what, count) for what, count in worst)),
    ]


def _commonest(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda key: (-counts[key], key))


def _shares(rows: Sequence[tuple[str, int, int]]) -> tuple[tuple[str | int | float, ...], ...]:
    every = [*rows, ("all", sum(row[1] for row in rows), sum(row[2] for row in rows))]
    return tuple((name, part, whole, part / whole if whole else 0.0) for name, part, whole in every)
