"""PDF: the text of its pages, with the paragraphs set apart."""

import io
import re

from graphbuilder.read.decode import clean
from graphbuilder.read.raw import Raw, Unusable

_SENTENCE_END = re.compile(r"[.!?:][\"'”’)]*$")
_SHORT = 0.8  # of the longest line: a line that ends earlier may end its paragraph
_BROKEN_WORD = re.compile(r"(?<=[a-z]{2})-\n(?=[a-z]{2})")


def read_pdf(data: bytes) -> Raw | Unusable:
    """Return the text of a PDF, or why it has none (scanned pages, a password, damage)."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return Unusable("", "the PDF asks for a password")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        # Damaged files break the library in many places; none of them may stop a folder.
        return Unusable("", f"the PDF cannot be read ({type(error).__name__}: {error})")
    text, repairs = clean("\n".join(page.strip("\n") for page in _without_margins(pages)))
    if not text.strip():
        return Unusable("", "the PDF holds no text (perhaps scanned pages)")
    return Raw(_set_apart(_BROKEN_WORD.sub("", text)), repairs=repairs)


def _without_margins(pages: list[str]) -> list[str]:
    """Drop first and last lines that come back, but for their number, on most of three or more pages."""
    cut = [page.split("\n") for page in (page.strip() for page in pages) if page]
    for edge in (0, -1):
        keys = [re.sub(r"\d+", "#", lines[edge].strip()) if lines else "" for lines in cut]
        for key in sorted(set(keys)):
            if key and len(cut) >= 3 and keys.count(key) > len(cut) / 2:
                cut = [
                    lines if found != key else lines[1:] if edge == 0 else lines[:-1]
                    for lines, found in zip(cut, keys, strict=True)
                ]
    return ["\n".join(lines) for lines in cut]


def _set_apart(text: str) -> str:
    """Put an empty line where a paragraph ends: after a short line that ends a sentence."""
    lines = [line.strip() for line in text.split("\n")]
    longest = max(map(len, lines), default=0)
    apart: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        apart.append(line)
        short = len(line) + 1 + len(after.split(" ", 1)[0]) < longest * _SHORT
        if line and after and short and not after[:1].islower() and (_SENTENCE_END.search(line) or not apart[:-1]):
            apart.append("")
    return "\n".join(apart).strip("\n")
