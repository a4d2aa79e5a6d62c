"""What a format gave, made into an article."""

import re
from functools import lru_cache

from graphbuilder.dates import parse_date
from graphbuilder.read.language import language_of, languages
from graphbuilder.read.raw import Raw
from graphbuilder.read.segment import segment
from graphbuilder.records import Article

_ID_LENGTH = 12  # 48 bits: among a million articles two share an id once in 500 runs


def article_of(raw: Raw, digest: str, path: str) -> Article:
    """Return a document as an article, its parts told apart.

    Args:
        raw: the document; what it says of title and date goes before what its text says.
        digest: hexadecimal SHA-256 of the text in UTF-8; the id of the document is its beginning.
        path: where the document came from.
    """
    parts = segment(raw.text, raw.title, raw.headings)
    given = _given_date(raw.date)
    repairs = raw.repairs
    if raw.date and not given:
        repairs = (*repairs, f"The date {raw.date!r} was not understood.")
    return Article(
        document_id=f"d{digest[:_ID_LENGTH]}",
        text=raw.text,
        blocks=parts.blocks,
        title=parts.title,
        date=given or parts.date,
        source=raw.source or parts.agency,
        path=path,
        language=language_of(raw.text),
        sha256=digest,
        repairs=repairs,
    )


@lru_cache(maxsize=4096)
def _given_date(text: str) -> str:
    """Read the date of a column or page; forms that this package does not know are left to a library."""
    if not text:
        return ""
    known = parse_date(text)
    if known:
        return known
    if not re.search(r"\d", text):
        return ""
    import dateparser

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"}
    try:  # named languages: trying all that the library knows takes seconds
        found = dateparser.parse(text[:100], languages=languages(), settings=settings)
    except (ValueError, OverflowError):
        return ""
    return found.date().isoformat() if found else ""
