"""Dates in English news text: absolute ones, and relative ones against the date of the article.

A date is a string in ISO 8601, as exact as the wording is: `2019-08-29`, `2019-08` or `2019`.
What a wording leaves open is empty, never a guess: "the 1990s", "03/04/2019" gives `2019`,
"last week" gives its month if all seven days lie in one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from graphbuilder.date_patterns import numbers, patterns

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date found in a text: its place, half-open, and its value in ISO 8601."""

    start: int
    end: int
    iso: str


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date as exact as known: month and day are 0 where unknown."""

    year: int
    month: int = 0
    day: int = 0

    def as_date(self) -> date | None:
        return date(self.year, self.month, self.day) if self.day else None


@dataclass(frozen=True, slots=True)
class _When:
    """What a relative date is counted from."""

    reference: _Moment | None
    anchor: _Moment | None
    tense: str


def parse_date(text: str, reference: str = "", *, tense: str = "", anchor: str = "") -> str:
    """Return the first date that a text names.

    Args:
        text: a phrase or line such as "on Tuesday", "Sept. 23, 2016" or "in April last year".
        reference: ISO date of the article, from which "last month" is counted.
        tense: `past`, `future` or empty, the tense of the clause; "in July" is the last July unless it is `future`.
        anchor: ISO date of the event told just before, from which "that year" and "two years later" are counted.

    Returns:
        An ISO date with the precision of the wording, or an empty string where there is none or it stays open.
    """
    found = find_dates(text, reference, tense=tense, anchor=anchor)
    return found[0].iso if found else ""


@lru_cache(maxsize=8192)
def find_dates(text: str, reference: str = "", *, tense: str = "", anchor: str = "") -> tuple[DateSpan, ...]:
    """Return all dates that a text names, in text order, without overlaps.

    Args:
        text: any text; offsets count from its start and hold the preposition where the wording needs one.
        reference: see `parse_date`.
        tense: see `parse_date`.
        anchor: see `parse_date`.
    """
    when = _When(_moment(reference), _moment(anchor), tense)
    taken: list[tuple[int, int]] = []
    found: list[DateSpan] = []
    for kind, pattern in patterns():
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            iso = _RESOLVERS[kind](match, when)
            if iso:
                found.append(DateSpan(start, end, iso))
    return tuple(sorted(found, key=lambda span: span.start))


def _moment(iso: str) -> _Moment | None:
    match = _ISO.match(iso)
    return _Moment(*(int(part or 0) for part in match.groups())) if match else None


def _iso(year: int, month: int = 0, day: int = 0) -> str:
    """Write a date, or nothing where the calendar has no such day."""
    if not month:
        return f"{year:04d}"
    if not day:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _span(first: date, last: date) -> str:
    """Write what is common to all days from first to last."""
    if first.year != last.year:
        return ""
    return _iso(first.year, first.month if first.month == last.month else 0)


def _cell(match: re.Match[str], name: str) -> str:
    """Return a group's text in lower case with single spaces, empty where the pattern has no such group."""
    value = match.groupdict().get(name) or ""
    return " ".join(value.casefold().split())


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    name = _cell(match, "month").rstrip(".")
    month = numbers("month")[name] if name else int(_cell(match, "month_number") or 0)
    return month, int(_cell(match, "day") or 0)


def _nothing(_match: re.Match[str], _when: _When) -> str:
    return ""


def _absolute(match: re.Match[str], _when: _When) -> str:
    year = int(_cell(match, "year") or _cell(match, "bracketed"))
    return _iso(year, *_month_and_day(match))


def _numeric(match: re.Match[str], _when: _When) -> str:
    """Read 20/03/2019 and 03/20/2019; 03/04/2019 is March or April, so only its year is known."""
    first, second, year = int(_cell(match, "first")), int(_cell(match, "second")), int(_cell(match, "year"))
    if _cell(match, "separator") == "." or first > 12 or first == second:
        return _iso(year, second, first) if 0 < second <= 12 else ""
    return _iso(year, first, second) if second > 12 else _iso(year)


def _year_of(relative: str, when: _When) -> int | None:
    """Return the year meant by "last year", "that year"; None where its starting point is unknown."""
    word = relative.removeprefix("the ")
    steps = {"last": -1, "this": 0, "current": 0, "": 0, "next": 1}
    if word in steps:
        return when.reference.year + steps[word] if when.reference else None
    steps = {"previous": -1, "that": 0, "same": 0, "following": 1}
    return when.anchor.year + steps[word] if when.anchor else None


def _month_by_year(match: re.Match[str], when: _When) -> str:
    year = _year_of(_cell(match, "relative"), when)
    return _iso(year, *_month_and_day(match)) if year else ""


def _no_year(match: re.Match[str], when: _When) -> str:
    """Give "in July" and "August 17" the year that brings them just before the reference, or just after it."""
    ahead = when.tense == "future" or (not when.tense and _cell(match, "context") in ("by", "until", "till"))
    return _nearest(_month_and_day(match), when.reference, ahead)


def _nearest(month_and_day: tuple[int, int], reference: _Moment | None, ahead: bool) -> str:
    if not reference or not reference.month:
        return ""
    month, day = month_and_day
    exact = bool(day and reference.day)
    here, there = (month, day if exact else 0), (reference.month, reference.day if exact else 0)
    step = (1 if here < there else 0) if ahead else (-1 if here > there else 0)
    return _iso(reference.year + step, month, day)


def _near_month(match: re.Match[str], when: _When) -> str:
    relative, month = _cell(match, "relative"), _month_and_day(match)
    if not when.reference or relative == "this":
        return _iso(when.reference.year, *month) if when.reference else ""
    if relative in ("last", "next") and month[0] == when.reference.month:
        return _iso(when.reference.year + (1 if relative == "next" else -1), *month)
    return _nearest(month, when.reference, ahead=relative in ("next", "coming", "this coming"))


def _ago(match: re.Match[str], when: _When) -> str:
    """Count back or ahead; "a week ago" means some day of those around it, "later" needs the event told before."""
    word, way = _cell(match, "count"), _cell(match, "way")
    base = (
        (when.anchor or (None if way == "later" else when.reference)) if way in ("earlier", "later") else when.reference
    )
    if not base or _cell(match, "vague"):
        return ""
    count = int(word) if word.isdigit() else numbers("number")[word]
    return _shift(base, -count if way in ("ago", "earlier") else count, _cell(match, "unit"))


def _shift(base: _Moment, count: int, unit: str) -> str:
    if unit == "year":
        return _iso(base.year + count)
    if unit == "month" and base.month:
        months = base.year * 12 + base.month - 1 + count
        return _iso(months // 12, months % 12 + 1)
    day = base.as_date()
    if not day or unit not in ("day", "week"):
        return ""
    if unit == "day":
        return (day + timedelta(days=count)).isoformat()
    middle = day + timedelta(weeks=count)
    return _span(middle - timedelta(days=3), middle + timedelta(days=3))


def _unit(match: re.Match[str], when: _When) -> str:
    relative, unit = _cell(match, "relative"), _cell(match, "unit")
    base = when.anchor if relative in ("that", "same", "previous", "following") else when.reference
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relative, 0)
    if not base:
        return ""
    if unit in ("year", "month"):
        return _shift(base, step, unit)
    if unit == "quarter":
        quarter = (base.month - 1) // 3 + step
        return _iso(base.year) if base.month and 0 <= quarter <= 3 else ""
    day = base.as_date()
    if not day:
        return ""
    monday = day + timedelta(days=-day.weekday(), weeks=step)
    return _span(monday, monday + timedelta(days=6))


def _season(match: re.Match[str], when: _When) -> str:
    """Give the year of "last summer"; a winter lies in two years and stays open."""
    relative, start = _cell(match, "relative"), numbers("season")[_cell(match, "season")]
    base = when.reference
    if not base or not base.month or start == 12:
        return ""
    if relative in ("last", "this past"):
        return _iso(base.year - (base.month <= start + 2))
    return _iso(base.year + (relative == "next" and base.month >= start))


def _weekday(match: re.Match[str], when: _When) -> str:
    day = when.reference.as_date() if when.reference else None
    if not day:
        return ""
    relative = _cell(match, "relative")
    wanted = numbers("weekday")[_cell(match, "weekday")]
    back, ahead = (day.weekday() - wanted) % 7, (wanted - day.weekday()) % 7
    if relative == "next" or (when.tense == "future" and relative not in ("last", "this past")):
        return (day + timedelta(days=ahead or (7 if relative == "next" else 0))).isoformat()
    if relative in ("this coming", "coming"):
        return (day + timedelta(days=ahead)).isoformat()
    return (day - timedelta(days=back or (7 if relative == "last" else 0))).isoformat()


def _day(match: re.Match[str], when: _When) -> str:
    day = when.reference.as_date() if when.reference else None
    step = {"yesterday": -1, "tomorrow": 1}.get(_cell(match, "word"), 0)
    if day:
        return (day + timedelta(days=step)).isoformat()
    return _iso(when.reference.year, when.reference.month) if when.reference and not step else ""


_RESOLVERS: dict[str, Callable[[re.Match[str], _When], str]] = {
    "absolute": _absolute,
    "ago": _ago,
    "day": _day,
    "month_by_year": _month_by_year,
    "near_month": _near_month,
    "no_year": _no_year,
    "nothing": _nothing,
    "numeric": _numeric,
    "season": _season,
    "unit": _unit,
    "weekday": _weekday,
}
