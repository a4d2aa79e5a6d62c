"""Open information extraction scored in the manner of CaRB (Bhardwaj, Aggarwal and Mausam 2019), own implementation.

A predicted and a gold extraction are compared word by word, as (relation, first argument, everything else); they
match only where their relations share a word. Recall takes for each gold extraction the best prediction, so that one
prediction may serve several; precision pairs predictions and gold one to one. Both are averaged over a corpus at every
threshold of confidence; F1 is the best point of that curve and AUC the area under it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphbuilder.errors import InputError

BE = frozenset({"is", "was", "are", "were", "be", "been"})


@dataclass(frozen=True, slots=True)
class Extraction:
    """One extraction: its words in lower case, by part; `confidence` is 1 for gold."""

    relation: tuple[str, ...]
    subject: tuple[str, ...]
    rest: tuple[str, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the curve: what is found when only predictions of at least this confidence count."""

    confidence: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def words(text: str) -> tuple[str, ...]:
    """Words of a text in lower case, as separated by white space."""
    return tuple(text.lower().split())


def extraction(relation: str, subject: str, rest: Iterable[str], confidence: float = 1.0) -> Extraction:
    """Make an extraction from texts; `rest` are all arguments behind the subject."""
    return Extraction(words(relation), words(subject), words(" ".join(rest)), confidence)


def read_gold(path: Path) -> dict[str, list[Extraction]]:
    """Read a CaRB gold table: sentence, relation, arguments, separated by tabs.

    Raises:
        InputError: a line has fewer than three cells.
    """
    gold: dict[str, list[Extraction]] = defaultdict(list)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if not line.strip():
            continue
        if len(cells) < 3:
            raise InputError(
                f"{path}, line {number}: {len(cells)} cells where sentence, relation and arguments are"
                " expected, separated by tabs; mend or remove the line"
            )
        gold[cells[0].strip()].append(extraction(cells[1], cells[2], cells[3:]))
    return dict(gold)


def overlap(predicted: Extraction, gold: Extraction) -> tuple[float, float] | None:
    """Precision and recall of the words of one prediction against one gold extraction; None where relations share nothing."""
    shared = _shared(predicted.relation, gold.relation)
    if not shared and not (BE & set(predicted.relation) and BE & set(gold.relation)):
        return None
    pairs = [(predicted.relation, gold.relation), (predicted.subject, gold.subject), (predicted.rest, gold.rest)]
    matched = sum(_shared(mine, theirs) for mine, theirs in pairs)
    said, wanted = sum(len(mine) for mine, _ in pairs), sum(len(theirs) for _, theirs in pairs)
    return (matched / said if said else 0.0, matched / wanted if wanted else 0.0)


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> int:
    return sum((Counter(mine) & Counter(theirs)).values())


def curve(gold: dict[str, list[Extraction]], predicted: dict[str, list[Extraction]]) -> list[Point]:
    """Precision and recall at every confidence that occurs, highest first."""
    thresholds = sorted({round(p.confidence, 3) for each in predicted.values() for p in each}, reverse=True)
    tables = {s: [[overlap(p, g) for g in gold[s]] for p in predicted.get(s, [])] for s in gold}
    return [_point(gold, predicted, tables, threshold) for threshold in thresholds]


def _point(
    gold: dict[str, list[Extraction]],
    predicted: dict[str, list[Extraction]],
    tables: dict[str, list[list[tuple[float, float] | None]]],
    threshold: float,
) -> Point:
    precision = recall = 0.0
    said = wanted = 0
    for sentence, golds in gold.items():
        rows = [
            row
            for p, row in zip(predicted.get(sentence, []), tables[sentence], strict=True)
            if round(p.confidence, 3) >= threshold
        ]
        said += len(rows)
        wanted += len(golds)
        recall += sum(
            max((pair[1] for row in rows if (pair := row[g]) is not None), default=0.0) for g in range(len(golds))
        )
        precision += _paired_precision(rows)
    return Point(threshold, precision / said if said else 0.0, recall / wanted if wanted else 0.0)


def _paired_precision(rows: list[list[tuple[float, float] | None]]) -> float:
    """Sum of precisions when predictions and gold are paired one to one, best pairs first."""
    pairs = sorted(
        ((2 * c[0] * c[1] / (c[0] + c[1]) if c[0] + c[1] else 0.0, -p, -g, c[0])
         for p, row in enumerate(rows) for g, c in enumerate(row) if c is not None),
        reverse=True,
    )  # fmt: skip
    used_p, used_g, total = set(), set(), 0.0
    for _, p, g, precision in pairs:
        if p not in used_p and g not in used_g:
            used_p.add(p)
            used_g.add(g)
            total += precision
    return total


def area(points: Sequence[Point]) -> float:
    """Area under the curve of precision over recall, from recall 0, by trapezes."""
    total, last = 0.0, Point(1.0, points[0].precision if points else 0.0, 0.0)
    for point in points:
        total += (point.recall - last.recall) * (point.precision + last.precision) / 2
        last = point
    return total
