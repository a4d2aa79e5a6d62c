"""What a file format gives: a text that offsets count in, and what the format itself says about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """One document as its format gives it, before title, date and paragraphs are told apart.

    `place` tells documents of one file apart (`:12`, `#id`), empty for a file that is one document.
    `headings` are offsets of lines that the format itself marks as headings below the title.
    """

    text: str
    title: str = ""
    date: str = ""
    source: str = ""
    place: str = ""
    repairs: tuple[str, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Unusable:
    """A part of a file that gave no document: where (`line 12`, empty for the whole file) and why."""

    place: str
    reason: str


class MissingColumn(Exception):  # noqa: N818 - not an error of the program: the caller decides what it means
    """A table without the column of the text."""

    def __init__(self, wanted: str, found: list[str]) -> None:
        self.wanted = wanted
        self.found = found
        super().__init__(wanted)
