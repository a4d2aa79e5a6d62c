"""Title, date, byline, dateline, captions and furniture told apart from the paragraphs of the body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graphbuilder.read.furniture import label_length, wording_kind
from graphbuilder.read.headers import date_of_line, dateline, is_update
from graphbuilder.read.layout import Paragraph, paragraphs
from graphbuilder.records import Block, BlockKind

_LONGEST_TITLE = 250
_LONGEST_LINK = 14  # words
_LONGEST_HEADING = 8  # words
_HEADER_LINES = 12
_ABBREVIATION_END = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:Inc|Ltd|Corp|Co|Jr|Sr|No)\.$")
_NAME_LINE = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|bin|al)){1,3}")


@dataclass(frozen=True, slots=True)
class Segments:
    """What the parts of a text are. `date` is in ISO 8601, `agency` the one named in the dateline."""

    blocks: tuple[Block, ...]
    title: str
    date: str
    agency: str


@dataclass(slots=True)
class _Part:
    paragraph: Paragraph
    kind: BlockKind | str = ""  # empty until known, `identifier` until the body is found


def segment(text: str, title: str = "", headings: Sequence[tuple[int, int]] = ()) -> Segments:
    """Tell the parts of a text apart.

    Args:
        text: as read.
        title: title known from elsewhere; the text may begin with it or not.
        headings: offsets of lines that the format marks as headings below the title.
    """
    parts = [_Part(paragraph) for paragraph in paragraphs(text)]
    marked = {start for start, _ in headings}
    for part in parts:
        if part.paragraph.start in marked:
            part.kind = "furniture"
    body = _read_header(parts, title)
    _read_body(parts, body)
    _read_end(parts)
    _keep_some_body(parts)
    blocks, dates, agency = _blocks(text, parts)
    found = next((" ".join(part.paragraph.text.split()) for part in parts if part.kind == "title"), "")
    return Segments(blocks, title or found, _date(parts) or next(iter(dates), ""), agency)


def _read_header(parts: list[_Part], title: str) -> int:
    """Say what stands before the body; return the index of its first paragraph."""
    known = _folded(title)
    titled = bool(known)
    for index, part in enumerate(parts[:_HEADER_LINES]):
        paragraph = part.paragraph
        if known and _folded(paragraph.text) == known:
            part.kind = "title"
            continue
        part.kind = part.kind or _header_kind(parts, index)
        if not titled and not part.kind and _is_title(parts, index):
            part.kind, titled = "title", True
        elif not part.kind:
            if _is_body(paragraph):
                return index
            part.kind = "byline" if _NAME_LINE.fullmatch(paragraph.text) else "" if paragraph.words > 4 else "furniture"
    return min(len(parts), _HEADER_LINES)


def _header_kind(parts: list[_Part], index: int) -> str:
    paragraph = parts[index].paragraph
    untitled = all(part.kind != "title" for part in parts[:index])
    kind = wording_kind(paragraph.text, "start")
    if kind != "byline" and date_of_line(paragraph.text, first=untitled):
        return "date"
    if index and paragraph.bullet and _after_list(parts, index):
        return "list"
    is_kicker = untitled and not kind and paragraph.words <= 2 and _is_title(parts, index + 1, words=5)
    return "furniture" if is_kicker else kind


def _is_title(parts: list[_Part], index: int, words: int = 1) -> bool:
    """Tell whether a paragraph is a title: short, no sentence, something below it."""
    if index + 1 >= len(parts):
        return False
    paragraph = parts[index].paragraph
    if len(paragraph.text) > _LONGEST_TITLE or paragraph.bullet or not words <= paragraph.words <= 40:
        return False
    if wording_kind(paragraph.text, "start") or date_of_line(paragraph.text):
        return False
    if paragraph.text.endswith((":", ";", ",")) or (paragraph.ended and dateline(paragraph.text)):
        return False
    ended = paragraph.text.rstrip("\"'”’").endswith(".") and not _ABBREVIATION_END.search(paragraph.text)
    return not ended or (paragraph.words <= 20 and bool(date_of_line(parts[index + 1].paragraph.text)))


def _is_body(paragraph: Paragraph) -> bool:
    return paragraph.ended or paragraph.words > 25


def _read_body(parts: list[_Part], first: int) -> None:
    for index in range(first, len(parts)):
        part, paragraph = parts[index], parts[index].paragraph
        if part.kind:
            continue
        if paragraph.words <= 15 and date_of_line(paragraph.text, first=True):
            part.kind = "date"
        elif _after_list(parts, index):
            part.kind = "list"
        else:
            part.kind = wording_kind(paragraph.text, "") or ("furniture" if _is_heading(parts, index) else "")


def _after_list(parts: list[_Part], index: int) -> bool:
    """Tell whether a paragraph belongs to the list under a prompt: a bullet, or a short line that is no sentence."""
    paragraph = parts[index].paragraph
    return parts[index - 1].kind == "list" and (
        paragraph.bullet or (not paragraph.ended and paragraph.words <= _LONGEST_LINK)
    )


def _is_heading(parts: list[_Part], index: int) -> bool:
    """Tell whether a line is a heading within the body: short, without figures, above a paragraph of sentences."""
    paragraph = parts[index].paragraph
    if paragraph.bullet or paragraph.words > _LONGEST_HEADING or index + 1 >= len(parts):
        return False
    if paragraph.text.endswith((".", "!", "”", '"', ":", ";", ",", "…", ")")) or not paragraph.text[:1].isupper():
        return False
    below = parts[index + 1].paragraph
    return not re.search(r"\d{2}", paragraph.text) and below.ended and not below.bullet


def _read_end(parts: list[_Part]) -> None:
    """Take short lines that are no sentences from the end: links, section names, an author's name."""
    for index in range(len(parts) - 1, 0, -1):
        part, paragraph = parts[index], parts[index].paragraph
        if part.kind in ("title", "dateline") or index <= _first_sentence(parts):
            return
        if part.kind and part.kind != "identifier":
            continue
        kind = wording_kind(paragraph.text, "end")
        if not kind and (paragraph.ended or paragraph.words > _LONGEST_LINK or _is_list_item(parts, index)):
            return
        part.kind = kind or "furniture"


def _first_sentence(parts: list[_Part]) -> int:
    return next((index for index, part in enumerate(parts) if not part.kind and part.paragraph.ended), len(parts))


def _is_list_item(parts: list[_Part], index: int) -> bool:
    """Tell whether a bullet belongs to a list that a sentence of the body leads to."""
    if not parts[index].paragraph.bullet:
        return False
    while index and parts[index].paragraph.bullet:
        index -= 1
    return not parts[index].kind and (parts[index].paragraph.ended or parts[index].paragraph.text.endswith(":"))


def _keep_some_body(parts: list[_Part]) -> None:
    """Give a text of nothing but short lines its lines back: a single line without full stop is a text, too."""
    if any(part.kind in ("", "identifier") for part in parts):
        return
    for part in parts:
        if part.kind in ("furniture", "title", "byline") and not wording_kind(part.paragraph.text, "start"):
            part.kind = ""


def _date(parts: list[_Part]) -> str:
    """Return the date of publication: of the lines that name one, those that say when it was changed come last."""
    lines = [part.paragraph.text for part in parts if part.kind in ("date", "byline")]
    dated = [(is_update(line), _date_in(line)) for line in lines]
    return next((date for _, date in sorted(dated, key=lambda pair: pair[0]) if date), "")


def _date_in(line: str) -> str:
    """Return the date of a date line, or of the part of a byline behind a separator ("By A. Writer | 3 May 2021")."""
    return next((date for part in (line, *re.split(r"[|•·–—]", line)) if (date := date_of_line(part.strip()))), "")


def _blocks(text: str, parts: list[_Part]) -> tuple[tuple[Block, ...], list[str], str]:
    blocks: list[Block] = []
    dates: list[str] = []
    agency, bodies = "", 0
    for part in parts:
        start, end = part.paragraph.start, part.paragraph.end
        if part.kind not in ("", "identifier"):
            blocks.append(Block(_block_kind(part.kind), start, end))
            continue
        bodies += part.paragraph.ended
        head = dateline(_spaced(text[start:end]), first=bodies == 1) if part.paragraph.ended and bodies <= 2 else None
        if head:
            blocks.append(Block("dateline", start, start + len(text[start : start + head.length].rstrip())))
            dates += [head.date] if head.date else []
            agency, start = agency or head.agency, start + head.length
        label = label_length(_spaced(text[start:end]))
        if label:
            blocks.append(Block("furniture", start, start + label))
            start += label
        blocks.append(Block("body", start + len(text[start:end]) - len(text[start:end].lstrip()), end))
    return tuple(block for block in blocks if block.start < block.end), dates, agency


def _block_kind(kind: str) -> BlockKind:
    kinds: dict[str, BlockKind] = {"title": "title", "date": "date", "byline": "byline", "caption": "caption"}
    return kinds.get(kind, "furniture")


def _spaced(text: str) -> str:
    """Write every kind of white space as a space, one to one, so that lengths hold."""
    return re.sub(r"\s", " ", text)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
