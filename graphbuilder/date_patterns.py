"""The wordings of dates in English news, as one ordered list of regular expressions.

Names of months and weekdays must be written with a capital ("may" and "march" are verbs more often than months);
the words around them may have any case.
"""

import re
from collections.abc import Mapping
from functools import cache

from graphbuilder.lexicon.tables import table

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR_END = r"(?!\d|[.,]\d|\w|-\w)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_DAY_END = r"(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_DAY_START = r"(?<![\w.,:$€£¥/-])"
_MONTH_NUMBER = r"(?P<month_number>0?[1-9]|1[0-2])"
_WEEKDAY_BEFORE = r"(?:\b(?:{any_weekday})\.?,?\s+(?:the\s+)?)?"
_MONTH = r"(?P<month>{month})(?![a-z])"
_BY_YEAR = r"(?P<relative>last|this|next|that|(?:the\s+)?(?:same|previous|following))\s+year\b"
_NEAR = r"last|next|this\s+past|this\s+coming|this|coming"
_UNIT = r"(?P<unit>day|week|month|quarter|year)"
# "the sale of 2000 tanks" is no date: after these words a year must not be followed by a plural noun.
_WEAK = r"for|of|to|and|or|about|around|from|between|with|a|an|its|their|his|her|early|late"
_STRONG = (
    r"in|by|since|until|till|before|after|during|through|throughout|the|year|fiscal|fy|q[1-4]|h[12]|quarter|half|mid|"
    r"circa|spring|summer|autumn|fall|winter|(?:end|start|beginning|middle|quarter|half|(?:early|late)\s+in)\s+of|"
    r"(?:in|by|since|until|of|the|during|before|after|from)\s+(?:the\s+)?(?:early|late|mid)"
)
_BEFORE_MONTH = (
    r"in|of|by|since|until|till|from|late|early|mid|before|after|during|through|between|and|to|the|a|an|its|their|for"
)

# In order of precedence: what an earlier pattern has read, a later one leaves alone.
_TEMPLATES: tuple[tuple[str, str], ...] = (
    ("nothing", r"\b(?:(?i:early|mid|late)[\s-]+)?(?:19|20)\d0s\b"),
    (
        "absolute",
        r"(?<![\w-])" + _YEAR + r"(?P<separator>[-/.])" + _MONTH_NUMBER + r"(?P=separator)" + _DAY + r"(?!\d)",
    ),
    ("absolute", r"\A\s*" + _YEAR + r"(?P<month_number>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])\s*\Z"),
    ("absolute", r"\A\s*" + _YEAR + "[-/]" + _MONTH_NUMBER + r"\s*\Z"),
    ("nothing", r"(?<![\w-])(?:FY\s?)?(?:19|20)\d\d[-–—/](?:(?:19|20)?\d\d)(?![\w-])"),
    (
        "absolute",
        _WEEKDAY_BEFORE + _DAY_START + _DAY + r"(?:st|nd|rd|th)?[\s-]+(?:of\s+)?" + _MONTH + r"[\s,-]*" + _YEAR,
    ),
    (
        "absolute",
        _WEEKDAY_BEFORE + r"\b" + _MONTH + r"\s*" + _DAY + r"(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?,?\s+" + _YEAR,
    ),
    (
        "month_by_year",
        _DAY_START
        + "(?:"
        + _DAY
        + r"(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
        + _MONTH
        + r",?\s+(?i:(?:of\s+)?"
        + _BY_YEAR
        + ")",
    ),
    ("month_by_year", r"\b" + _MONTH + r"\s+" + _DAY + r"(?:st|nd|rd|th)?,?\s+(?i:(?:of\s+)?" + _BY_YEAR + ")"),
    ("absolute", r"\b" + _MONTH + r"(?:,?\s+(?:of\s+)?|-)" + _YEAR + _YEAR_END),
    (
        "numeric",
        r"(?<![\w./-])(?P<first>\d{{1,2}})(?P<separator>[./-])(?P<second>\d{{1,2}})(?P=separator)" + _YEAR + r"(?!\d)",
    ),
    ("near_month", r"\b(?i:(?P<relative>" + _NEAR + r"))\s+" + _MONTH + r"(?!\s*\d)"),
    ("no_year", _WEEKDAY_BEFORE + _DAY_START + _DAY + r"(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH),
    ("no_year", _WEEKDAY_BEFORE + r"\b" + _MONTH + r"\s*" + _DAY + _DAY_END + r"(?!\s*(?i:%|percent|million|billion))"),
    ("absolute", r"\A\s*\(?" + _YEAR + r"(?:'s|’s)?\)?\s*\Z|\((?P<bracketed>(?:19|20)\d\d)\)"),
    ("absolute", r"\b(?i:" + _STRONG + r")[\s-]*\b" + _YEAR + r"(?:'s|’s)?" + _YEAR_END),
    ("absolute", r"\b(?i:" + _WEAK + r")\s+" + _YEAR + r"(?:'s|’s)?" + _YEAR_END + r"(?!\s+(?:[a-z-]+\s+)?[a-z-]+s\b)"),
    (
        "ago",
        r"\b(?i:(?P<vague>(?:more|less|fewer) than|over|under|nearly|almost|about|around|some|roughly|at least)\s+)?"
        r"(?i:(?P<count>\d{{1,3}}|{number})\s+" + _UNIT + r"s?\s+(?P<way>ago|earlier|later|from\s+now)\b)",
    ),
    (
        "unit",
        r"\b(?i:(?<!the )(?P<relative>last|next)\s+(?:week|month|quarter|year)\b)".replace("(?:week", "(?P<unit>week"),
    ),
    ("unit", r"\b(?i:(?P<relative>this|current|that|same|previous|following)\s+(?P<unit>week|month|quarter|year)\b)"),
    ("season", r"\b(?i:(?P<relative>" + _NEAR + r")\s+(?P<season>{season})\b)"),
    ("unit", r"\b(?i:(?:end|start|beginning|close|middle|half)\s+of\s+the\s+(?P<unit>week|month|year)\b)"),
    ("unit", r"\b(?i:(?P<unit>year|month)(?:'s|’s|-|\s)\s?end\b)"),
    (
        "weekday",
        r"\b(?:(?i:(?P<relative>"
        + _NEAR
        + r"))\s+)?(?P<weekday>{weekday})(?!\w)(?!\s+(?:Times|Telegraph|Mirror|Express|Mail)\b)",
    ),
    (
        "day",
        r"\b(?P<word>[Yy]esterday|[Tt]omorrow|(?<![A-Z] )[Tt]oday|[Tt]onight|[Tt]his\s+(?:morning|afternoon|evening))\b",
    ),
    ("no_year", r"\b(?i:(?P<context>" + _BEFORE_MONTH + r")[\s-]+)(?P<month>{full_month})(?!\w)"),
    ("no_year", r"\A\s*(?P<month>{full_month})\s*\Z"),
)


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds of dates and the expressions that find them, most telling first."""
    months, weekdays = _names("month"), _names("weekday")
    fields = {
        "month": _either(months, dotted=True),
        "full_month": _either([name for name in months if len(name) > 4 or name.casefold() in ("may", "june", "july")]),
        "any_weekday": _either(weekdays),
        "weekday": _either([name for name in weekdays if name.casefold().endswith("day")]),
        "season": "|".join(numbers("season")),
        "number": "|".join(sorted(numbers("number"), key=lambda word: (-len(word), word))),
    }
    return tuple((kind, re.compile(template.format(**fields))) for kind, template in _TEMPLATES)


@cache
def numbers(kind: str) -> Mapping[str, int]:
    """Return the words of one kind (month, weekday, season, number) with their values."""
    rows = table("calendar.tsv", "word", "kind", "value")
    return {row["word"]: int(row["value"]) for row in rows if row["kind"] == kind}


def _names(kind: str) -> list[str]:
    return [form for word in numbers(kind) for form in (word.capitalize(), word.upper())]


def _either(names: list[str], dotted: bool = False) -> str:
    """Return an alternation, longest name first; short forms may carry a full stop."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(name + (r"\.?" if dotted and len(name) <= 4 else "") for name in ordered)
