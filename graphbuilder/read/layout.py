"""A text cut into paragraphs: empty lines, wrapped lines and bullets understood."""

import re
from dataclasses import dataclass
from itertools import pairwise

from graphbuilder.read.headers import date_of_line

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[•‣◦▪●·*»–—]|-(?!-)|\(?\d{1,2}[.)])[ \t\xa0]+(?=\S)")
_ENDED = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 40
_SLACK = 12  # of proportional type, whose lines are not equally long in characters


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, half-open in the text, without its bullet and the space around it."""

    start: int
    end: int
    text: str  # in one line, with single spaces
    bullet: bool = False
    gap: bool = True  # an empty line stands before it

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(re.search(r"[.!?…][\"'”’)\]]*$", self.text))


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    bullet: bool
    gap: bool


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order.

    Lines that were wrapped at a width are joined up to the next empty line; elsewhere each line is a paragraph.
    """
    lines = _lines(text)
    width = _wrapped_width(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and not line.gap and not line.bullet and width and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(text, group) for group in groups]


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped)
        end = start + len(stripped)
        gap = text.count("\n", last_end, start) != 1 if lines else True
        bullet = _BULLET.match(stripped)
        last_end = end
        if bullet:
            start += bullet.end()
        lines.append(_Line(start, end, text[start:end], bool(bullet), gap))
    return lines


def _paragraph(text: str, group: list[_Line]) -> Paragraph:
    start, end = group[0].start, group[-1].end
    return Paragraph(start, end, " ".join(text[start:end].split()), group[0].bullet, group[0].gap)


def _wrapped_width(lines: list[_Line]) -> int:
    """Return the width at which the lines were wrapped, 0 where each line is a paragraph of its own.

    Only groups of lines in which a sentence runs on in the next line tell it: a caption or title may be longer.
    """
    groups: list[list[_Line]] = []
    for line in lines:
        if line.gap or line.bullet:
            groups.append([])
        groups[-1].append(line)
    groups = [group for group in groups if any(_runs_on(*pair) for pair in pairwise(group))]
    width = max((len(line.text) for group in groups for line in group), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    pairs = [pair for group in groups for pair in pairwise(group)]
    return width if sum(_is_full(*pair, width) for pair in pairs) >= 0.6 * len(pairs) else 0


def _runs_on(line: _Line, after: _Line) -> bool:
    return after.text[:1].islower() and not _ENDED.search(line.text)


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this one."""
    return len(line.text) + 1 + len(after.text.split(None, 1)[0]) > width - _SLACK


def _continues(line: _Line, after: _Line, width: int) -> bool:
    return _runs_on(line, after) or (_is_full(line, after, width) and not date_of_line(after.text))
