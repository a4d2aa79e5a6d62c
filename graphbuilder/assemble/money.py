"""Prices told apart from the transfer: "the contract is worth $2 billion", "a deal, put at $1 billion by"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from graphbuilder.assemble.discourse import REACH, before, of_year
from graphbuilder.assemble.event import Event
from graphbuilder.assemble.items import is_indefinite
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import is_measure, is_pointer
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Argument, Money, Statement

_PRONOUNS = frozenset({"it", "this", "that", "which", "they", "both"})


def priced(events: Sequence[Event], places: Places) -> list[Event]:
    """Return the events of one article with the prices that its statements of worth give them.

    The price of a package goes to its main weapon, the one named first.

    Args:
        events: the article's events in text order.
        places: the article's mentions.
    """
    out = list(events)
    used: set[tuple[int, int, int]] = set()  # a price is handed out once
    ordered = sorted(places.reading.statements, key=lambda s: (s.start, s.predicate_start))
    for find in (_pointed_index, _only_index):
        for statement in ordered:
            value = _value(statement) or _own_price(statement, places)
            if value is None or (statement.sentence, value.start, value.value) in used:
                continue
            index = find(statement, out, places)
            if index is not None:
                known = out[index]
                out[index] = replace(known, money=value, statements=(*known.statements, statement.statement_id))
                used.add((statement.sentence, value.start, value.value))
    return out


@lru_cache(maxsize=2)
def _words(pos: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("price_words.tsv", "word", "pos") if row["pos"] == pos)


def _value(statement: Statement) -> Money | None:
    """Return the price that a statement ascribes to something, None where it is no such statement."""
    if statement.polarity == "negated" or not (statement.relation_type == "WORTH" or _is_price_verb(statement)):
        return None
    return next((a.money for a in statement.arguments if a.money is not None and a.slot != "subject"), None)


def _own_price(statement: Statement, places: Places) -> Money | None:
    """Return the price that stands with a deal noun in any statement: "The contract, worth $2 billion, will be ..."."""
    subject = statement.subject
    if subject is None or subject.money is None or not is_pointer(places.head(subject)):
        return None
    return subject.money


def _is_price_verb(statement: Statement) -> bool:
    told = {statement.lemma, *statement.relation.split()[-1:]}
    return statement.relation_type == "" and bool(told & _words("verb"))


def _bearers(statement: Statement, places: Places) -> list[Argument]:
    bearers = [a for a in (statement.subject, *statement.arguments) if a is not None]
    return [a for a in bearers if a.money is None or is_pointer(places.head(a))]


def _pointed_index(statement: Statement, events: Sequence[Event], places: Places) -> int | None:
    for bearer in _bearers(statement, places):
        weapons = places.weapons(bearer)
        reach = 0 if is_indefinite(bearer) else REACH
        near = before(events, statement.sentence, max(statement.predicate_start, bearer.head_end), reach)
        near = of_year(
            [e for e in events if e.position < bearer.start], near, bearer.text[: bearer.head_end - bearer.start]
        )
        near = [e for e in near if e.weapon in weapons] if weapons else near
        if weapons or _points_back(bearer, places):
            return _open_index(near, events)
    return None


def _only_index(statement: Statement, events: Sequence[Event], places: Places) -> int | None:
    if any(places.weapons(b) or _points_back(b, places) for b in _bearers(statement, places)):
        return None  # what it prices is named, and it is none of these
    here = [e for e in events if e.sentence == statement.sentence]
    # "..., valued at $500 million": whatever the parser hung it to, the sentence tells of one transfer only.
    return _open_index(here, events) if len(here) == 1 and statement.lemma != "be" else None


def _points_back(bearer: Argument, places: Places) -> bool:
    head = places.head(bearer).casefold()
    return is_pointer(head) or is_measure(head) or head in _PRONOUNS or head in _words("noun")


def _compete(near: Sequence[Event]) -> bool:
    """Say whether several orders of one weapon stand together, so that a price may belong to either."""
    orders = {(e.supplier, e.recipient, e.weapon, e.item.quantity) for e in near if e.item.quantity is not None}
    return len({order[:3] for order in orders}) < len(orders)


def _open_index(near: Sequence[Event], events: Sequence[Event]) -> int | None:
    if not near or any(e.money is not None for e in near) or _compete(near):
        return None
    return events.index(min(near, key=lambda e: e.position))
