"""Government notices of possible sales, read as what they are: who asks, what for and how many, the total, the contractors.

A notice is written to a pattern, and its long lists defeat parsers. So its parts are found by their wording and by the
places of names, and the deals that follow replace what the statements alone would give: all are approved at once, the total
is the price of the main weapon, and the authority's state supplies, wherever a part was made.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graphbuilder.assemble.event import Event, Item
from graphbuilder.assemble.lists import Counted, counted_in, totals
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.sums import sums
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Mention, Money

_UNSIGNED = frozenset({"discussed", "requested", "approved"})
_BUYERS = frozenset({"COUNTRY", "ORGANIZATION"})
_NEAR_PRICE = 40


@dataclass(frozen=True, slots=True)
class _Parts:
    """The sentences of a notice by what they do, as offsets of the text."""

    approval: tuple[int, int]
    requests: tuple[tuple[int, int], ...]
    additions: tuple[tuple[int, int], ...]


def as_notice(events: Sequence[Event], places: Places, parties: Parties) -> list[Event]:
    """Return the events of an article, those of a notice in place of what its statements alone tell of the same sale.

    Args:
        events: the article's events.
        places: its mentions.
        parties: who stands behind whom.
    """
    supplier = _authority(places, parties)
    parts = _parts(places) if supplier else None
    if parts is None:
        return list(events)
    buyer = _buyer(parts, supplier, places, parties)
    parts = replace(
        parts, requests=tuple(s for s in parts.requests if _states(s, places, parties) <= {supplier, buyer})
    )
    items = _items(parts, places, parties)
    if not buyer or not items or not _states(parts.approval, places, parties) <= {supplier, buyer}:
        return list(events)
    told = _events(items, supplier, buyer, parts, places, parties)
    rest = [e for e in events if e.recipient != buyer or e.status not in _UNSIGNED]
    return sorted([*rest, *told], key=lambda e: (e.sentence, e.position, e.statements))


@lru_cache(maxsize=16)
def _wording(part: str) -> re.Pattern[str]:
    rows = table("notice_words.tsv", "part", "wording", "country")
    return re.compile("|".join(rf"\b(?:{row['wording']})(?!\w)" for row in rows if row["part"] == part), re.IGNORECASE)


@lru_cache(maxsize=1)
def _authorities() -> Mapping[str, str]:
    rows = table("notice_words.tsv", "part", "wording", "country")
    return {row["wording"]: row["country"] for row in rows if row["part"] == "authority"}


def _authority(places: Places, parties: Parties) -> str:
    """Return the state whose authorities the text names: two of them, or one beside a sale that may be; else empty."""
    named = [code for wording, code in sorted(_authorities().items()) if re.search(wording, places.text, re.IGNORECASE)]
    if not named or (len(named) < 2 and _wording("sale").search(places.text) is None):
        return ""
    return parties.of_country(named[0])


def _parts(places: Places) -> _Parts | None:
    """Return the parts of a notice, None where no sentence both approves and names a weapon or a sale."""
    spans = places.reading.sentences
    approvals = [s for s in spans if _has("approval", s, places) and _has("authority", s, places)]
    sales = [s for s in approvals if _weapons(s, places)] or [s for s in approvals if _has("sale", s, places)]
    if not sales:
        return None
    requests = tuple(s for s in spans if _has("request", s, places) and s not in sales and _weapons(s, places))
    additions = tuple(s for s in spans if _has("addition", s, places) and s not in sales and s not in requests)
    return _Parts(sales[0], requests, additions)


def _has(part: str, span: tuple[int, int], places: Places) -> bool:
    return _wording(part).search(places.text, *span) is not None


def _weapons(span: tuple[int, int], places: Places) -> list[Mention]:
    return [m for m in places.inside(*span) if m.type == "WEAPON" and m.how != "class"]


def _buyer(parts: _Parts, supplier: str, places: Places, parties: Parties) -> str:
    """Return who asks, else to whom the sale is approved: the first state named there that does not sell."""
    for span in (*parts.requests, parts.approval):
        for mention in places.inside(*span):
            if mention.type in _BUYERS and mention.kind == "name" and (found := places.of_mention(mention)):
                party = parties.party(found[0])
                if party and party != supplier and parties.is_state(party):
                    return party
    return ""


def _states(span: tuple[int, int], places: Places, parties: Parties) -> set[str]:
    found = (e for m in places.inside(*span) if m.type in _BUYERS and m.kind == "name" for e in places.of_mention(m))
    return {party for e in found if (party := parties.party(e)) and parties.is_state(party)}


def _items(parts: _Parts, places: Places, parties: Parties) -> list[tuple[Counted, tuple[int, int]]]:
    """Return the weapons of a notice with the sentences that list them, the main one first."""
    headline = counted_in(*parts.approval, places, parties)
    listed: dict[str, tuple[Counted, tuple[int, int]]] = {}
    for span in (*parts.requests, *parts.additions):
        begin = _wording("request").search(places.text, *span)
        found = counted_in(begin.end() if begin is not None else span[0], span[1], places, parties)
        for item in totals([c for c in found if c.quantity is not None], _wording("training")):
            listed.setdefault(item.weapon, (item, span))
    out: dict[str, tuple[Counted, tuple[int, int]]] = {}
    for item in totals(headline, _wording("training")):
        known = listed.get(item.weapon, (item, parts.approval))
        counts = [c.quantity for c in (item, known[0]) if c.quantity is not None]
        out[item.weapon] = replace(known[0], quantity=max(counts, default=None)), known[1]
    return list({**out, **{weapon: found for weapon, found in listed.items() if weapon not in out}}.values())


def _events(
    items: Iterable[tuple[Counted, tuple[int, int]]],
    supplier: str,
    buyer: str,
    parts: _Parts,
    places: Places,
    parties: Parties,
) -> list[Event]:
    money = _price(parts, places)
    out: list[Event] = []
    for item, span in items:
        sentences = sorted({_number(span, places), _number(parts.approval, places)})
        told = [s for s in places.reading.statements if s.sentence in sentences]
        main = not out
        found = Item(
            item.weapon, item.quantity, place=item.place, money=money if main else None, text=" ".join(item.words)
        )
        out.append(
            Event(
                document_id=places.reading.article.document_id,
                sentence=_number(span, places),
                position=item.place,
                reported=places.reading.article.date,
                item=found,
                relation_type="SUPPLIES",
                lemma="approve",
                supplier=supplier,
                recipient=buyer,
                verdict="APPROVES",
                money=found.money,
                status="approved",
                kind="sale",
                confidence=max((s.confidence for s in told), default=0.5),
                makers=_contractors(item.weapon, places, parties) if main else (),
                statements=tuple(s.statement_id for s in told if s.relation_type in _TELLING),
            )
        )
    return out


_TELLING = frozenset({"APPROVES", "SUPPLIES", "BUYS", "REQUESTS", "SIGNS"})


def _number(span: tuple[int, int], places: Places) -> int:
    return places.reading.sentences.index(span)


def _price(parts: _Parts, places: Places) -> Money | None:
    """Return the total: the amount of the approval, else the first one that a word such as "cost" stands before."""
    for span in (parts.approval, *places.reading.sentences):
        for money in sums(places.text, *span):
            before = places.text[max(span[0], money.start - _NEAR_PRICE) : money.start]
            if span == parts.approval or _wording("price").search(before):
                return money
    return None


def _contractors(weapon: str, places: Places, parties: Parties) -> tuple[str, ...]:
    """Return the contractors of a notice; the maker that the lexicon knows alone where it is one of them."""
    found: list[str] = []
    for span in places.reading.sentences:
        if _has("contractor", span, places):
            named = [m for m in places.inside(*span) if m.type == "ORGANIZATION" and m.kind == "name"]
            found += [e for m in named for e in places.of_mention(m) if parties.is_company(e) and e not in found]
    entity = places.entities[weapon]
    entry = parties.lexicon.entry(entity.key) if entity.key else None
    if entry is not None and entry.maker and any(_is_called(e, entry.maker, places) for e in found):
        return ()  # the maker that is known, or a division of it
    return tuple(found[:1])


def _is_called(entity_id: str, name: str, places: Places) -> bool:
    entity = places.entities[entity_id]
    return any(f" {name} ".casefold() in f" {text} ".casefold() for text in (entity.name, *entity.aliases))
