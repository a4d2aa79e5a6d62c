"""Dates as exact as known, compared: `2019` is all days of that year.

Days are compared as texts, so that every month may have 31.
"""

import re
from datetime import date
from typing import Any

from graphbuilder.errors import QueryError

When = str | date | None

_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def first_day(iso: str) -> str:
    """Give the first day that a date may mean; empty for an unknown one."""
    return iso + "0000-01-01"[len(iso) :] if iso else ""


def last_day(iso: str) -> str:
    """Give the last day that a date may mean; empty for an unknown one."""
    return iso + "9999-12-31"[len(iso) :] if iso else ""


def limits(since: When, until: When) -> tuple[str, str]:
    """Read the ends of a period, both within it.

    Args:
        since: ISO 8601 as exact as known (`2019`, `2019-08`, `2019-08-29`), a `date`, or None for no limit.
        until: The same; `2019` is up to the end of 2019.

    Returns:
        The first and the last day, empty where there is no limit.

    Raises:
        QueryError: A date is not ISO 8601, or the period ends before it begins.
    """
    first, last = first_day(_iso(since)), last_day(_iso(until))
    if first and last and first > last:
        raise QueryError(f"the period from {since} until {until} ends before it begins; swap the two dates")
    return first, last


def within(dates: Any, first: str, last: str) -> Any:
    """Tell which dates of a column may lie in a period; a date as wide as a year lies in every part of it.

    Args:
        dates: A column of ISO 8601 texts.
        first: The first day; empty for no limit.
        last: The last day; empty for no limit.

    Returns:
        A column of truth values; an unknown date lies in no period.
    """
    known = dates != ""
    if first:
        known &= dates.map(last_day) >= first
    if last:
        known &= dates.map(first_day) <= last
    return known


def _iso(when: When) -> str:
    if when is None or when == "":
        return ""
    iso = when.isoformat()[:10] if isinstance(when, date) else str(when)
    if not _ISO.fullmatch(iso):
        raise QueryError(f"{iso!r} is not a date; write it as 2019, 2019-08 or 2019-08-29")
    return iso
