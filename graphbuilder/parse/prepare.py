"""The text as the parser sees it, and the way back to the text as it was read.

Treebanks have no line breaks inside sentences, no figure in brackets behind a number word ("sixty-six (66) aircraft")
and hardly a list set apart by semicolons; parsers break there. What would break them is left out or replaced.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from graphbuilder.lexicon.tables import table


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text for the parser. `gaps` are the places in it behind which something was left out, and how much in all by then."""

    text: str
    gaps: tuple[tuple[int, int], ...] = ()

    def original(self, place: int) -> int:
        """The offset in the text as read of the character at `place`."""
        behind = bisect_right(self.gaps, place, key=lambda gap: gap[0])
        return place + (self.gaps[behind - 1][1] if behind else 0)


def prepare(text: str) -> Prepared:
    """Make white space blanks, leave out repeated figures, and write the semicolons of counted lists as commas."""
    flat = "".join(" " if character.isspace() else character for character in text)
    flat = _list_mark().sub(",", flat)
    kept, gaps, last, removed = [], [], 0, 0
    for match in _repeated_figure().finditer(flat):
        kept.append(flat[last : match.end(1)])
        last = match.end()
        removed += match.end() - match.end(1)
        gaps.append((last - removed, removed))
    return Prepared("".join([*kept, flat[last:]]), tuple(gaps))


@cache
def _number() -> str:
    words = {row["word"] for row in table("numbers.tsv", "word", "kind") if row["kind"] == "cardinal"}
    return "|".join(sorted(words | {"hundred", "thousand"}))


@cache
def _repeated_figure() -> re.Pattern[str]:
    return re.compile(rf"\b((?:{_number()}))( ?\(\d[\d,]*\))", re.IGNORECASE)


@cache
def _list_mark() -> re.Pattern[str]:
    return re.compile(rf";(?= (?:and )?(?:up to )?(?:\d|(?:{_number()})\b))", re.IGNORECASE)
