"""Lines that name a date, and datelines before the first sentence."""

import re
from dataclasses import dataclass
from functools import cache

from graphbuilder.dates import find_dates
from graphbuilder.lexicon.tables import table

_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s*(?=[ap]\.?m\b)|\b\d+\s+min\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|filed)\b", re.IGNORECASE)
_UPDATED = re.compile(r"^\W*(?:last\s+)?(?:updated|modified)\b", re.IGNORECASE)
_LONGEST_DATE_LINE = 120

_UPPER_PLACE = r"[A-ZÀ-ÞŁŚŻ][A-ZÀ-ÞŁŚŻ.'’\-]*(?:[ /][A-ZÀ-ÞŁŚŻ][A-ZÀ-ÞŁŚŻ.'’\-]*){0,3}"
_TITLE_PLACE = r"[A-ZÀ-Þ][\w.'’\-]+(?:[ /][A-ZÀ-Þ][\w.'’\-]+){0,2}"
_REGION = r"(?:, (?:[A-ZÀ-Þ][\w.'’\-]*)(?: [A-ZÀ-Þ][\w.'’\-]*){0,2}\.?)?"
_DAY = (
    r"(?:[,.]? (?:on )?(?:[A-Z][a-z]+day, )?"
    r"(?:\d{1,2} [A-Z][a-z]+\.?|[A-Z][A-Za-z]{2,8}\.? \d{1,2})(?:,? (?:19|20)\d\d)?\.?)"
)
_AGENCY = r"(?: ?\((?P<agency>[A-Z][\w .&'’/-]{1,40})\)| ?/(?P<wire>[A-Z][\w ]{1,30})/)"
_DASH = r" ?(?:—|–|--|-) ?(?=[\"'“‘(]?[A-ZÀ-Þ0-9])"
_SPACED_DASH = r"(?: (?:—|–|--?) |(?:—|--))(?=[\"'“‘(]?[A-ZÀ-Þ0-9])"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_UPPER_PLACE}|{_TITLE_PLACE}){_REGION}{_DAY}?{_AGENCY}(?:{_DASH}|[.:] )",
        rf"(?:{_UPPER_PLACE}|{_TITLE_PLACE}){_REGION}{_DAY}{_DASH}",
        rf"(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})? )?{_AGENCY}{_DASH}".replace(" ?\\(", "\\(", 1),
        rf"{_UPPER_PLACE}{_REGION}(?:{_SPACED_DASH}|: (?=[\"'“‘]?[A-Z]))",
        rf"{_TITLE_PLACE}, [A-ZÀ-Þ][\w. ]{{1,20}}{_SPACED_DASH}",
    )
)
_BARE_DATELINE = re.compile(rf"{_TITLE_PLACE}{_SPACED_DASH}")
_ACRONYM_COLON = re.compile(r"[A-Z]{1,4}: ")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, date and agency before the first sentence: its length in characters and what it tells."""

    length: int
    date: str
    agency: str


def date_of_line(line: str, first: bool = False) -> str:
    """Return the ISO date that a line consists of, empty for a line that says more than when and where.

    Args:
        line: a paragraph in one line.
        first: whether it is the first line, where capitalised words are more likely a title ("Report August 2022").
    """
    if len(line) > _LONGEST_DATE_LINE:
        return ""
    found = [span for span in find_dates(line) if len(span.iso) > 4 or line.strip(" .()") == span.iso]
    if not found:
        return ""
    left, position = [], 0
    for span in found:
        left.append(line[position : span.start])
        position = span.end
    left.append(line[position:])
    if not _only_when_and_where(left, first):
        return ""
    published = _PUBLISHED.search(line)
    after = [span for span in found if published and span.start >= published.end()]
    return (after or found)[0].iso


def is_update(line: str) -> bool:
    """Tell whether a line of dates names only when the article was changed."""
    return bool(_UPDATED.match(line)) and not _PUBLISHED.search(line)


def dateline(paragraph: str, first: bool = True) -> Dateline | None:
    """Return the dateline at the start of a paragraph.

    Args:
        paragraph: its text exactly as in the article.
        first: whether it is the first paragraph of the body, where a bare place before a dash is one too.
    """
    for pattern in _DATELINES:
        match = pattern.match(paragraph)
        if match and not _ACRONYM_COLON.fullmatch(match.group()):
            return _read_dateline(match)
    match = _BARE_DATELINE.match(paragraph) if first else None
    sentence = re.split(r"(?<=[.!?])\s", paragraph[match.end() :], maxsplit=1)[0] if match else ""
    if match and not re.search(r" [—–-]{1,2} |—", sentence):  # a second dash closes what the first one opened
        return _read_dateline(match)
    return None


def _read_dateline(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    agency = (groups.get("agency") or groups.get("wire") or "").strip()
    dates = [span.iso for span in find_dates(match.group()) if len(span.iso) > 4]
    return Dateline(match.end(), dates[0] if dates else "", agency)


@cache
def _date_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("date_line_words.tsv", "word"))


def _only_when_and_where(left: list[str], first: bool) -> bool:
    rest = _CLOCK.sub(" ", " ".join(left))
    words = re.findall(r"[^\W\d_][\w.'’-]*", rest)
    other = [word for word in words if word.casefold().rstrip(".") not in _date_words()]
    if any(word[:1].islower() for word in other) or len(other) > 6 or re.search(r"[?!;]", rest):
        return False
    if not first or not other:
        return True
    # "Oslo, Oct 5, 2018" is a date line even at the top; "Annual Report October 2018" is a title.
    before = left[0].rstrip()
    return len(other) <= 4 and before.endswith((",", "-", "–", "—", "|"))
