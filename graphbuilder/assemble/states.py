"""The states of a deal, in the order in which it passes through them."""

from collections.abc import Mapping
from functools import lru_cache

from graphbuilder.lexicon.tables import table

_HANDING_OVER = frozenset({"arrive", "come", "deliver", "hand", "hand over", "handover", "reach", "ship", "turn over"})


@lru_cache(maxsize=1)
def states() -> Mapping[str, Mapping[str, str]]:
    """Return the rows of the table of states by name."""
    columns = ("status", "rank", "ends", "planned", "possible", "requested", "conditional")
    return {row["status"]: row for row in table("statuses.tsv", *columns)}


def rank(status: str) -> int:
    """Return how far a deal in this state has come, 0 for one that was ended or interrupted."""
    return int(states()[status]["rank"]) if status in states() else 0


def ends(status: str) -> bool:
    """Say whether this state ends or interrupts a deal."""
    return status in states() and states()[status]["ends"] == "1"


def hands_over(lemma: str) -> bool:
    """Say whether a predicate moves weapons that were ordered or promised before: what it counts may be a part of them."""
    return lemma in _HANDING_OVER
