"""A Cypher query made ready for grand-cypher, and places in it found again.

grand-cypher reads double-quoted strings only, and gives every nameless node a random name, which makes the order of
its answers random. Strings are rewritten and nameless nodes named; a map leads from each place in the new text to its place
in the text as the user wrote it.
"""

import json
import re
from bisect import bisect_right
from dataclasses import dataclass

_PIECES = re.compile(
    r"""(?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?P<comment>//[^\n]*)|(?P<nameless>\((?=\s*[){:]))|.""",
    re.DOTALL,
)
_ESCAPES = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_MEANING = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query for grand-cypher, `text`, and the query it was made from, `original`."""

    text: str
    original: str
    _starts: tuple[int, ...]
    _originals: tuple[int, ...]

    def place(self, position: int) -> int:
        """Give the place in the original of a place in the text."""
        piece = bisect_right(self._starts, position) - 1
        return self._originals[piece] if piece >= 0 else 0

    def pointed(self, position: int) -> str:
        """Show the line of the original that a place in the text is in, with a caret below it."""
        place = min(self.place(position), len(self.original))
        start = self.original.rfind("\n", 0, place) + 1
        end = self.original.find("\n", place)
        line = self.original[start : end if end >= 0 else len(self.original)].replace("\t", " ")
        number = self.original.count("\n", 0, place) + 1
        return f"line {number}, column {place - start + 1}:\n  {line}\n  {' ' * (place - start)}^"


def prepared(query: str) -> Prepared:
    """Rewrite a query for grand-cypher."""
    pieces, starts, originals = [], [], []
    length = nameless = 0
    for match in _PIECES.finditer(query):
        piece = match.group()
        if match["string"]:
            piece = json.dumps(_meant(piece[1:-1]), ensure_ascii=False)
        elif match["comment"]:
            piece = ""
        elif match["nameless"]:
            nameless += 1
            piece = f"(nameless_{nameless}"
        starts.append(length)
        originals.append(match.start())
        pieces.append(piece)
        length += len(piece)
    starts.append(length)
    originals.append(len(query))
    return Prepared("".join(pieces), query, tuple(starts), tuple(originals))


def _meant(text: str) -> str:
    """Read the escapes of a string; a lone surrogate, which no text can hold, becomes `?`."""

    def meaning(match: re.Match[str]) -> str:
        return chr(int(match[1], 16)) if match[1] else _MEANING.get(match[2], match[2])

    return _ESCAPES.sub(meaning, text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
