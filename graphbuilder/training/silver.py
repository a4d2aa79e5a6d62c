"""What patterns and tables alone can say of names: dates, sums of money, measures, demonyms, and doubtful places."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .name_text import Name, NameText, Place, overlaps

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_SURE_MONTH = _MONTH.replace("|March", "").replace("|May", "")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:19\d\d|20[0-4]\d)"
_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several|couple of)"
_PERIOD = r"(?:year|month|week|decade|quarter|summer|spring|autumn|fall|winter|century)"
_DATES = (
    rf"(?:(?:early|late|mid)[ -])?(?:{_DAY},? )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?(?!\d)",
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? {_YEAR})?",
    rf"(?:(?:early|late|mid|the end of)[ -])?{_MONTH},? (?:of )?{_YEAR}",
    rf"(?:(?:early|late|mid)[ -])?{_SURE_MONTH}",
    r"(?<=in )(?:May|March)\b",
    rf"{_DAY}s?",
    rf"(?:(?:the )?(?:early|late|mid)[ -])(?:the )?{_YEAR}s?",
    r"(?:the )?(?:(?:early|late|mid)[ -])?(?:19|20)\d0s\b",
    rf"(?:fiscal(?: year)?|FY) ?{_YEAR}",
    rf"(?<=\b[Ii]n ){_YEAR}|(?<=[Ss]ince ){_YEAR}|(?<=\bby ){_YEAR}|(?<=of ){_YEAR}|(?<=until ){_YEAR}|(?<=from ){_YEAR}",
    rf"(?<=after ){_YEAR}|(?<=before ){_YEAR}|(?<=during ){_YEAR}|(?<=through ){_YEAR}|(?<=between ){_YEAR}",
    rf"(?:the )?(?:last|next|this|past|previous|coming)(?: {_COUNT})? {_PERIOD}s?",
    rf"{_COUNT} (?:years?|months?|weeks?|days?) (?:ago|earlier)",
    rf"the (?:first|second|third|fourth) quarter(?: of {_YEAR})?|the end of (?:the year|{_YEAR})",
    r"today|yesterday|tomorrow|tonight",
)
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"(?i:thousand|million|billion|trillion|crore|lakh|bn|mn|m|b|k)"
_COIN = (
    r"(?i:dollars?|euros?|pounds?|rubles?|roubles?|rupees?|yen|won|francs?|shekels?|lira|yuan|riyals?|dirhams?"
    r"|kronor|kroner|zlotys?|pesos?|cents)"
)
_MONEY = (
    rf"(?:\b(?:US|A|AU|C|CA|NZ|HK|NT|S|R))?[$€£¥₹₽]\s?{_NUMBER}(?:[ -]?{_SCALE}\b)?",
    rf"\b(?:USD|EUR|GBP|AUD|CAD|INR|PLN|SEK|NOK|Rs\.?)\s?{_NUMBER}(?:[ -]?{_SCALE}\b)?",
    rf"\b{_NUMBER}[ -](?:{_SCALE}[ -])?(?:U\.?S\.? |American |Australian |Canadian )?{_COIN}\b",
)
_MEASURES = (
    (
        rf"\b{_NUMBER}[ -]?(?:square |cubic |nautical )?(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|tons?|tonnes?|kg|kilograms?"
        r"|mm|millimet(?:er|re)s?|cm|feet|foot|inch(?:es)?|lbs?|knots|mph|km/h|hectares|acres|lit(?:er|re)s|gallons|barrels|MW|megawatts?)\b"
    ),
)
_PATTERNS = tuple(
    (label, re.compile("|".join(f"(?:{pattern})" for pattern in patterns)))
    for label, patterns in (("MONEY", _MONEY), ("QUANTITY", _MEASURES), ("DATE", _DATES))
)
# What a set without WEAPON, EVENT or FAC leaves unlabelled though it may be one.
_CAPITALS = r"(?:[A-Z][\w'’.-]*|of|the|for|and) "
_DOUBTFUL = re.compile(
    r"\b[A-Z][A-Za-z]{0,4}[-‐]?\d{1,4}[A-Z]{0,3}(?:/[A-Z])?s?\b|\b\d{1,2}[A-Z]\d{1,3}\b"
    rf"|(?:{_CAPITALS}){{0,3}}(?:War|Wars|Battle|Summit|Olympics|Games|Cup|Crisis|Revolution|Uprising|Operation|Storm|Conference"
    r"|Airport|Base|Bridge|Stadium|Hospital|Hotel|Palace|Tower|Prison|Barracks|Mosque|Church|Cathedral|Castle|Museum|Highway|Street"
    r"|Avenue|Road|Airlines|Missile|Rocket)\b(?: (?:I+|of [A-Z]\w+|[A-Z]\w+))?"
    rf"|\b(?:\d[\d,.]*|{_YEAR})\b(?= (?:years?|months?|weeks?|days?|hours?)\b)|(?<=[^\d.,$€£-]){_YEAR}s?\b"
    r"|\b(?:May|March|Christmas|Easter|Ramadan)\b"
)


@dataclass(frozen=True)
class PlaceWords:
    """Names of countries and demonyms, as the tables know them."""

    countries: frozenset[str]
    demonyms: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """Read countries and demonyms that mean nothing else from the project's table of countries."""
    table = resources.files("graphbuilder") / "data" / "countries.tsv"
    rows = csv.DictReader(
        (line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")), delimiter="\t"
    )
    countries: set[str] = set()
    demonyms: set[str] = set()
    for row in rows:
        countries.update([row["name"], *row["aliases"].replace("?", "").split("|")])
        demonyms.update(word for word in row["demonyms"].split("|") if word and not word.endswith("?"))
    return PlaceWords(frozenset(countries - {""}), frozenset(demonyms - {""}))


def find_silver(text: str) -> list[Name]:
    """Find sums of money, measures, dates and demonyms by pattern and table.

    Args:
        text: Any text.

    Returns:
        Names in text order that do not overlap.
    """
    found: list[Name] = []
    for label, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not overlaps(match.span(), found):
                found.append((*match.span(), label))
    demonyms = place_words().demonyms
    for match in re.finditer(r"\b[A-Z][\w’'-]*[a-z]\b", text):
        if match.group() in demonyms and not overlaps(match.span(), found):
            found.append((*match.span(), "NORP"))
    return sorted(found)


def complete(text: str, names: Iterable[Name], silent: Iterable[Place], other: Sequence[Place] = ()) -> NameText:
    """Join what a set says of a text with what patterns and tables say.

    The set comes first. A doubtful place that nothing explains is silent.

    Args:
        text: The text.
        names: Names of the set, already in the project's types.
        silent: Places that the set labels in a way that says nothing here.
        other: Places that the set names as something the project has no type for; neither tables nor patterns find names there.

    Returns:
        The text with all names known.
    """
    known = list(names)
    known.extend(name for name in find_silver(text) if not overlaps(name[:2], [*known, *other]))
    doubtful = [match.span() for match in _DOUBTFUL.finditer(text) if not overlaps(match.span(), other)]
    return NameText(text, tuple(sorted(known)), tuple(sorted({*silent, *doubtful})))
