"""What a comparison of two names says: how sure it is that they are one, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` is in [0, 1]; `forbidden` means the two must never be joined, whatever else speaks for it."""

    score: float = 0.0
    reason: str = ""
    forbidden: bool = False


NONE = Verdict()


def same(score: float, reason: str) -> Verdict:
    """The two may be one, with this certainty."""
    return Verdict(score, reason)


def never(reason: str) -> Verdict:
    """The two are known to be different."""
    return Verdict(0.0, reason, True)
