"""Markdown: its plain text, with what its marks say about title, date and headings."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphbuilder.read.raw import Raw

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]+):[ \t]*(\S.*)$", re.MULTILINE)


def read_markdown(text: str, repairs: tuple[str, ...] = ()) -> Raw:
    """Return the text of a Markdown document without its marks; the first heading is the title.

    Links keep their words, pictures and HTML are left out, list items begin with "- ".
    """
    from markdown_it import MarkdownIt

    fields, text = _front_matter(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    lines: list[str] = []
    headings: list[tuple[int, int]] = []
    title, length = "", 0
    for kind, line in _lines(tokens):
        if kind == "heading" and not title:
            title = line
        elif kind == "heading":
            headings.append((length, length + len(line)))
        lines.append(line)
        length += len(line) + 2
    whole = "\n\n".join(lines)
    source = fields.get("source") or fields.get("site") or ""
    return Raw(
        whole,
        title or fields.get("title", ""),
        fields.get("date", ""),
        source,
        repairs=repairs,
        headings=tuple(headings),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    fields = {key.casefold(): value.strip().strip("\"'") for key, value in _FIELD.findall(match[1])}
    return fields, text[match.end() :]


def _lines(tokens: "list[Token]") -> Iterator[tuple[str, str]]:
    """Yield each paragraph as its kind (`heading`, `item`, `text`) and its words in one line."""
    depth, heading, first = 0, False, False
    for token in tokens:
        if token.type == "list_item_open":
            depth, first = depth + 1, True
        elif token.type == "list_item_close":
            depth -= 1
        elif token.type == "heading_open":
            heading = True
        elif token.type == "inline":
            words = _words(token)
            for part in words.split("\n"):
                if part.strip():
                    yield ("heading" if heading else "text"), ("- " if depth and first else "") + " ".join(part.split())
                    first = False
            heading = False


def _words(token: "Token") -> str:
    """Return the words of a line of Markdown; a hard break ends the line, a soft one does not."""
    parts: list[str] = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return "".join(parts)
