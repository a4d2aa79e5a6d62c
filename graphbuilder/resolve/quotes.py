"""Which parts of a text stand in quotation marks: there "he" is never the one who speaks."""

import re
from bisect import bisect_right

_QUOTED = re.compile(r"“[^”\n]*(?:”|(?=\n))|«[^»\n]*»|\"[^\"\n]*(?:\"|(?=\n))")


class Quotes:
    """The quotations of a text.

    Args:
        text: the article's text; a quotation ends at its mark or at the end of its line.
    """

    def __init__(self, text: str) -> None:
        self._spans = [match.span() for match in _QUOTED.finditer(text)]
        self._starts = [start for start, _ in self._spans]

    def at(self, offset: int) -> int:
        """Return the number of the quotation that an offset stands in, -1 outside of quotations."""
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 and offset < self._spans[place][1] else -1
