"""Prices that stand beside a noun, whatever a parser made of the sentence: "a package worth $23 billion", "The aircraft cost"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.sums import sums
from graphbuilder.assemble.words import is_class_noun, is_deal_noun, is_measure
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Money

# How many characters a weapon's name may be long.
_AROUND = 80
_PRONOUNS = frozenset({"it", "this", "which"})
_VALUE_OF = re.compile(
    r"\b(?:value|price|cost)\s+of\s+(?:the|its|this|that)\s+([\w-]+)\s+(?:to|at|is|was)\s+(?:(?:about|some|nearly)\s+)?$",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"\b(?:19|20)\d\d\s+(?:[\w-]+\s+)?$")
_DEFINITE = re.compile(r"\b(?:the|these|those|its|their)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_FOR = re.compile(r"[)\s]*\s(\w+)\s+(?:for|of|on|to\s+buy)\s")


@lru_cache(maxsize=1)
def _worth() -> re.Pattern[str]:
    """Return what leads from a noun to its price: "worth about", ", valued at", "will cost an estimated"."""
    verbs = "|".join(re.escape(row["wording"]) for row in table("worth_words.tsv", "wording"))
    return re.compile(
        rf"([\w-]+)\s*,?\s+(?:(?:is|are|was|were|will|would|be|now|reportedly|said|to)\s+){{0,4}}(?:{verbs})"
        r"\s+(?:(?:an?|some|about|around|roughly|nearly|almost|over|more|than|up|to|at|least|estimated|close)\s+){0,3}$",
        re.IGNORECASE,
    )


def priced_by_nouns(events: Sequence[Event], places: Places) -> list[Event]:
    """Return the events of one article with the prices that stand beside a noun for them.

    Args:
        events: the article's events in text order.
        places: its mentions.
    """
    out = list(events)
    for sentence, money in _amounts(places):
        index = _priced(sentence, money, out, places)
        if index is not None:
            out[index] = replace(out[index], money=money)
    return out


def _amounts(places: Places) -> Iterator[tuple[int, Money]]:
    """Yield the sentence and amount of each sum of money in the article, in text order.

    A statement's own amount knows better whose crown or peso it is; those that no statement holds are read off the text.
    """
    told: dict[int, list[Money]] = {}
    for statement in places.reading.statements:
        found = [a.money for a in (statement.subject, *statement.arguments) if a is not None and a.money is not None]
        told.setdefault(statement.sentence, []).extend(found)
    for number, (start, end) in enumerate(places.reading.sentences):
        here = {money.start: money for money in told.get(number, []) if start <= money.start < end}
        for money in sums(places.text, start, end):
            if not any(known.start < money.end and money.start < known.end for known in here.values()):
                here[money.start] = money
        yield from ((number, here[place]) for place in sorted(here))


def _priced(sentence: int, money: Money, events: Sequence[Event], places: Places) -> int | None:
    start, _ = places.reading.sentences[sentence]
    here = [e for e in events if e.sentence == sentence]
    before = _worth().search(places.text, start, money.start) or _VALUE_OF.search(places.text, start, money.start)
    if before is not None:
        if _OF_YEAR.search(places.text[start : before.start(1)]):
            return None  # "the 2015 contract" is one of several
        told = [e for e in here if e.item.place < money.start]
        if not told and (_is_pronoun(before, start) or _DEFINITE.search(places.text[start : before.start(1)])):
            told = [e for e in events if e.sentence == sentence - 1]
        own = any(_names(e, before.start(1), places) for e in told)  # "eight drones worth nearly $2 billion"
        return _main(told, events) if own or _bears_price(before, start, places) else None
    behind = _FOR.match(places.text, money.end)
    if behind is not None and is_deal_noun(behind[1]):
        return _main([e for e in here if e.item.place >= behind.start(1)], events)
    return None


def _names(event: Event, noun: int, places: Places) -> bool:
    """Say whether a noun is that of the event's weapon: its own name, or what stands right behind it."""
    before = [m for m in places.inside(event.item.place - _AROUND, noun) if m.type == "WEAPON"]
    after = [m for m in places.inside(noun - _AROUND, noun + _AROUND) if m.start <= noun < m.end]
    near = [m for m in before[-1:] if not places.text[m.end : noun].strip()] + after
    return event.item.place == noun or any(event.weapon in places.of_mention(m) for m in near)


def _is_pronoun(match: re.Match[str], start: int) -> bool:
    """Say whether a pronoun that opens a sentence has the price: what was told last."""
    return match.start(1) == start and match[1].casefold() in _PRONOUNS


def _bears_price(match: re.Match[str], start: int, places: Places) -> bool:
    noun = match[1]
    if is_deal_noun(noun) or _is_pronoun(match, start):
        return True
    thing = is_class_noun(noun) or is_measure(noun)
    return thing and _DEFINITE.search(places.text[start : match.start(1)]) is not None


def _main(told: Sequence[Event], events: Sequence[Event]) -> int | None:
    """Return the place of the main event of what is told of one pair of states, None where any of it has a price."""
    if not told or any(e.money is not None for e in told) or len({(e.supplier, e.recipient) for e in told}) > 1:
        return None
    if len({e.item.quantity for e in told if e.weapon == told[0].weapon} - {None}) > 1:
        return None
    return events.index(min(told, key=lambda e: e.position))
