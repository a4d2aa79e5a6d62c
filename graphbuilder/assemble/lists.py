"""Weapons with their numbers read off a list: "sixteen (16) F-16C aircraft; four (4) F-16D aircraft; and 40 AIM-9X missiles".

A list is read by its punctuation, not by a parse: parsers lose their way in long ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import is_year, number

_BRACKETED = re.compile(r"\((\d[\d,]*)\)")
# Categories of what is delivered with a weapon and stands in no register by itself.
_PARTS = frozenset({"other", ""})
_WORD = re.compile(r"\d+(?:,\d+)*|[^\s(),;]+")
# What ends an item: a semicolon, a comma or "and" before the next number.
_BREAK = re.compile(
    r";|,\s+(?:and\s+)?(?=(?:up\s+to\s+)?[\w-]+(?:\s+[\w-]+){0,4}\s+\(\d)|(?:,|\band)\s+(?:and\s+)?(?=(?:up\s+to\s+)?(?:\d|[a-z-]+\s+[A-Z(]))|\band\s+(?=[\w-]+(?:\s+[\w-]+){0,4}\s+\(\d)"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Counted:
    """An item of a list: a weapon's entity id, its number, where its name stands, and its noun ("missiles") with what stands before."""

    weapon: str
    quantity: int | None
    place: int
    words: tuple[str, ...]


def counted_in(start: int, end: int, places: Places, parties: Parties) -> list[Counted]:
    """Return the named weapons of a stretch of the text with their numbers, in text order, one for each item of the list.

    Args:
        start: where the list begins.
        end: where it ends.
        places: the article's mentions.
        parties: tells weapons from classes.
    """
    out = []
    for first, last in _items(start, end, places.text):
        named = _weapons(first, last, places, parties)
        if not named:
            continue
        place, weapon = named[0]
        behind = _WORD.findall(_IN_BRACKETS.sub(" ", places.text[place:last]))
        out.append(Counted(weapon, _count(first, place, places), place, tuple(word.casefold() for word in behind)))
    return out


def _items(start: int, end: int, text: str) -> Iterator[tuple[int, int]]:
    first = start
    for match in _BREAK.finditer(text, start, end):
        # Inside brackets a comma divides nothing: "engines (25 installed, 1 spare)".
        if text.count("(", first, match.start()) == text.count(")", first, match.start()):
            yield first, match.start()
            first = match.end()
    yield first, end


def _weapons(start: int, end: int, places: Places, parties: Parties) -> list[tuple[int, str]]:
    """Return the named weapons of one item with their places; those that the lexicon knows first."""
    found = []
    for mention in places.inside(start, end):
        entities = places.of_mention(mention)
        if mention.type == "WEAPON" and len(entities) == 1 and not parties.is_class(entities[0]):
            found.append((mention.start, entities[0]))
    known = [(place, weapon) for place, weapon in found if places.entities[weapon].key]
    if known:
        return [(place, weapon) for place, weapon in known if parties.category(weapon, ()) not in _PARTS]
    # "Launch Units": without a number a name that nobody knows is a part of something.
    return [(p, w) for p, w in found if any(letter.isdigit() for letter in places.entities[w].name)]


def _count(start: int, place: int, places: Places) -> int | None:
    """Return the last number between the start of an item and its name, numbers within names left out."""
    before = places.text[start:place]
    brackets = _BRACKETED.findall(before)
    if brackets:
        return int(brackets[-1].replace(",", ""))
    for match in reversed(list(_WORD.finditer(before))):
        value = number(match.group())
        if value is not None and not is_year(match.group()) and not places.inside_name(start + match.start()):
            return value
    return None


def totals(counted: Sequence[Counted], apart: re.Pattern[str]) -> list[Counted]:
    """Return each weapon once, with the numbers of its versions added up: 16 F-16C and 4 F-16D aircraft are 20 F-16s.

    Args:
        counted: the items of a list.
        apart: words of an item that is not the weapon itself ("exercise missiles"), which adds nothing.
    """
    out: dict[str, Counted] = {}
    for item in counted:
        known = out.get(item.weapon)
        if known is None:
            out[item.weapon] = item
        elif _is_same(known, item) and not any(apart.fullmatch(word) for word in item.words):
            both = (known.quantity or 0) + (item.quantity or 0)
            out[item.weapon] = Counted(item.weapon, both, known.place, known.words)
    return list(out.values())


def _is_same(known: Counted, item: Counted) -> bool:
    if known.quantity is None or item.quantity is None or not known.words or not item.words:
        return False
    return known.words[-1] == item.words[-1]
