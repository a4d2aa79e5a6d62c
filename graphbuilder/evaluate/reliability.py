"""How far confidences can be believed: of what was given 0.8, how much is right."""

from collections.abc import Iterable
from dataclasses import dataclass

from graphbuilder.evaluate.tables import Table

STEPS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """What was given a confidence in `[start, end)`; the last bin holds its end too."""

    start: float
    end: float
    count: int
    confidence: float  # mean
    right: float  # share


def bins_of(judged: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Sort pairs of confidence and verdict into tenths; empty ones are left out."""
    pairs: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        pairs.setdefault(min(int(round(confidence * STEPS, 6)), STEPS - 1), []).append((confidence, right))
    return tuple(
        Bin(
            start=step / STEPS,
            end=(step + 1) / STEPS,
            count=len(each),
            confidence=sum(confidence for confidence, _ in each) / len(each),
            right=sum(right for _, right in each) / len(each),
        )
        for step, each in sorted(pairs.items())
    )


def expected_error(bins: Iterable[Bin]) -> float:
    """Mean distance of confidence from the share that is right, weighted by count."""
    kept = list(bins)
    total = sum(each.count for each in kept)
    return sum(each.count * abs(each.confidence - each.right) for each in kept) / total if total else 0.0


def reliability_table(title: str, bins: tuple[Bin, ...]) -> Table:
    """The bins as a table."""
    rows = tuple((f"{each.start:.1f}-{each.end:.1f}", each.count, each.confidence, each.right) for each in bins)
    return Table(title, ("bin", "count", "confidence", "right"), rows)
