"""What a statement is about: each theme's weapon with its number, read off the argument that names it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from graphbuilder.assemble.event import Item
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import (
    is_additional,
    is_class_noun,
    is_deal_noun,
    is_measure,
    is_number,
    is_partial,
    is_pointer,
    is_year,
    number,
    ordinal,
)
from graphbuilder.records import Argument

# "the first four of 13", "14 of its 33"
_PART_OF = re.compile(
    r"\b(?P<first>first|second|third|last|initial|another|remaining)?\s*(?P<part>[\w,]+)\s+of\s+(?:an?\s+|the\s+|these\s+|those\s+)?"
    r"(?P<whole>[\w,]+)\b",
    re.IGNORECASE,
)
# "sixty-six (66) F-16s", where the parser takes the number for a phrase of its own.
_BRACKETED = re.compile(r"[\w-]+\s+\([\d,]+\)\s*$")
_LAST_WORD = re.compile(r"(?<![\w$€£-])([\w,]+)\s+$")
_IN_BRACKETS = re.compile(r"(?<=\s)\(([\d,]*\d)\)")
_FIRST_OF = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|last)\s+of\s+(?:an?\s+|the\s+|these\s+)?([\w,]+)", re.IGNORECASE
)
_COUNTED_OF = re.compile(r"\s+of\s+((?:[\w'’-]+\s*){1,6})")
_STANDING_IN = frozenset({"ones", "one"})
_ANAPHORS = frozenset({"them", "these", "those", "which", "whom"})
_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "such", "both", "all"})
_ROUGHLY = frozenset(
    {"about", "around", "some", "nearly", "almost", "roughly", "more", "than", "over", "up", "to", "least", "at"}
)
_ROUGH = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|more than|over|at least|approximately)\b", re.IGNORECASE
)
# A whole that belongs to somebody is a stock, no order: "four of its 12 jets".
_OWNED = re.compile(r"\bof\s+(?:its|their|his|her|our)\b", re.IGNORECASE)


def items_of(argument: Argument, places: Places) -> list[Item]:
    """Return the weapons that a theme stands for, with the number told; none where it names no weapon.

    Args:
        argument: an argument with the role `theme`.
        places: the mentions of its article.
    """
    weapons = places.weapons(argument)
    counted = not is_deal_noun(places.head(argument))
    quantity, delivered = _counts(argument, places) if counted else (None, None)
    if not counted and weapons:
        quantity = _count_before(argument, places, weapons[0])
    return [
        replace(_item(argument, weapon, places), quantity=quantity if len(weapons) == 1 else None, delivered=delivered)
        for weapon in weapons
    ]


def is_elliptic(argument: Argument, places: Places) -> bool:
    """Say whether a theme counts or measures things it does not name ("13", "the first batch", "three of them")."""
    if places.weapons(argument):
        return False
    word = places.head(argument)
    if word.casefold() in _STANDING_IN:
        return True
    if is_number(word) or is_measure(word):
        return _counts_weapons(argument, places)
    return is_class_noun(word) and _is_definite(argument)


def _counts_weapons(argument: Argument, places: Places) -> bool:
    """Say whether what is counted can be a weapon: "three of them", "two of the ships", but not "part of the money"."""
    match = _COUNTED_OF.match(places.text, argument.head_end, argument.end)
    if match is None:
        return True
    words = match[1].casefold().split()
    return any(is_class_noun(w) or is_measure(w) or is_number(w) or w in _ANAPHORS for w in words)


def is_bare_class(argument: Argument, places: Places) -> bool:
    """Say whether a theme is a class noun with no more than a number: "eight launchers" after a launcher was named."""
    words = argument.text.casefold().split()
    head = places.head(argument).casefold()
    rest = [word for word in words[: words.index(head)] if word not in _DETERMINERS] if head in words else ["?"]
    return is_class_noun(head) and all(is_number(word.strip("()")) or word in _ROUGHLY for word in rest)


def _is_definite(argument: Argument) -> bool:
    return _first_word(argument) in _DETERMINERS


def _item(argument: Argument, weapon: str, places: Places) -> Item:
    return Item(
        weapon=weapon,
        unit=argument.unit,
        additional=is_additional(argument.text),
        partial=is_partial(argument.text),
        place=argument.head_start,
        money=argument.money,
        text=argument.text,
        rough=_ROUGH.search(places.text, max(0, argument.start - 14), argument.head_start) is not None,
    )


def bare_item(argument: Argument, weapon: str, places: Places) -> Item:
    """Return the item of a theme whose weapon is known from elsewhere."""
    quantity, delivered = _counts(argument, places)
    return replace(
        _item(argument, weapon, places), quantity=quantity, delivered=delivered, inferred=("weapon from discourse",)
    )


def is_back_reference(argument: Argument, places: Places) -> bool:
    """Say whether a theme points at a deal told before ("the contract", "that tender", "both contracts")."""
    return is_pointer(places.head(argument)) and not places.weapons(argument)


def is_indefinite(argument: Argument) -> bool:
    """Say whether a theme brings in something new ("a contract"), which points back at nothing told in another sentence."""
    return _first_word(argument) in {"a", "an", "another", "no", "any", "some"}


def _first_word(argument: Argument) -> str:
    return next(iter(argument.text.casefold().split()), "")


def _counts(argument: Argument, places: Places) -> tuple[int | None, int | None]:
    """Return how many in all and how many of them are spoken of: (13, 4) for "the first four of 13"."""
    match = _PART_OF.search(argument.text)
    if match is not None and _OWNED.search(match.group()) is None:
        part, whole = number(match["part"]), number(match["whole"])
        if part is not None and whole is not None and part < whole:
            return whole, part
    bracket = _IN_BRACKETS.search(argument.text)
    if bracket is not None:
        return int(bracket[1].replace(",", "")), None
    first = _FIRST_OF.search(argument.text)
    if first is not None and (whole := number(first[2])) is not None:
        return whole, ordinal(first[1]) or whole
    if argument.quantity is not None and not _is_amount(argument):
        return argument.quantity, None
    return _number_before_head(argument, places), None


def _is_amount(argument: Argument) -> bool:
    """Say whether the number of a theme is the amount of its price ("a $23 billion package")."""
    return argument.money is not None and argument.quantity == argument.money.value


def _number_before_head(argument: Argument, places: Places) -> int | None:
    """Read a number that stands before the head: "the 14 F-16s", "24 second-hand F-16s"; "a submarine" is one."""
    cut = _BRACKETED.search(places.text[: argument.start])
    start = argument.start if cut is None else cut.start()
    last = _LAST_WORD.search(places.text[: argument.start])
    if cut is None and last is not None and number(last[1]) is not None and not is_year(last[1]):
        start = last.start(1)
    money = argument.money
    if money is not None and start <= money.start < argument.head_start:
        start = min(money.end, argument.head_start)
    words = _without_names(start, argument.head_start, places).split()
    found = [value for word in words if (value := number(word.strip("()"))) is not None and not is_year(word)]
    if found:
        return found[-1]
    one = bool(words) and words[0].casefold() in {"a", "an"}
    return 1 if one and is_class_noun(places.head(argument)) and not is_measure(places.head(argument)) else None


def _without_names(start: int, end: int, places: Places) -> str:
    """Return a stretch of the text with names left out: the 3 of "Arrow 3" counts nothing."""
    text = places.text[start:end]
    for mention in places.inside(start, end):
        if mention.kind == "name":
            text = text[: mention.start - start] + " " * (mention.end - mention.start) + text[mention.end - start :]
    return text


def _count_before(argument: Argument, places: Places, weapon: str) -> int | None:
    """Read the number before a weapon named behind a deal noun: "a contract for 24 armed TB2 drones"."""
    named = [m for m in places.inside(argument.head_end, argument.end) if weapon in places.of_mention(m)]
    if not named:
        return None
    words = _without_names(argument.head_end, named[0].start, places).split()
    numbers: Mapping[int, int | None] = {i: number(word.strip("()")) for i, word in enumerate(words)}
    found = [value for _, value in sorted(numbers.items()) if value is not None]
    return found[-1] if found else None
