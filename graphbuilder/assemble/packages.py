"""What a deal consists of beside its main weapon: "the package includes", "a third contract, covering 48 jets"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from graphbuilder.assemble.discourse import before
from graphbuilder.assemble.event import Event, Item
from graphbuilder.assemble.inner import parties_within
from graphbuilder.assemble.items import items_of
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import is_measure, is_pointer
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Argument, Statement

_ANOTHER = re.compile(
    r"(?:a|an|another|one)\b|.*\b(?:second|third|fourth|fifth|further|separate|additional|new)\b", re.IGNORECASE
)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("inclusion_verbs.tsv", "lemma"))


def included(events: Sequence[Event], bases: Sequence[Event], places: Places, parties: Parties) -> list[Event]:
    """Return the events of weapons that a statement adds to a deal told before.

    Args:
        events: the article's events.
        bases: those among them to which something may be added.
        places: its mentions.
        parties: who stands behind whom.
    """
    out: list[Event] = []
    for statement in places.reading.statements:
        subject = statement.subject
        if statement.lemma not in _verbs() or statement.polarity == "negated" or subject is None:
            continue
        if not (is_pointer(places.head(subject)) or is_measure(places.head(subject))):
            continue
        near = before(events, statement.sentence, statement.predicate_start)
        if not near or min(near, key=lambda e: e.position) not in bases:
            continue
        main = min(near, key=lambda e: e.position)
        for argument in statement.arguments:
            if argument.slot in {"object", "oblique"} and argument.preposition in {"", statement.lemma}:
                out += [_event(i, main, statement, argument, places, parties) for i in items_of(argument, places)]
    known = {(e.weapon, e.item.place) for e in events}
    return [e for e in out if (e.weapon, e.item.place) not in known and not parties.is_class(e.weapon)]


def _event(
    item: Item, main: Event, statement: Statement, argument: Argument, places: Places, parties: Parties
) -> Event:
    givers = [p for p in parties_within(argument, "giver", places, parties) if p != main.recipient]
    makers = parties_within(argument, "giver", places, parties, themselves=True)
    event = replace(
        main,
        sentence=statement.sentence,
        position=item.place,
        item=item,
        supplier=givers[0] if givers else main.supplier,
        money=item.money,
        confidence=min(main.confidence, statement.confidence),
        makers=tuple(m for m in makers if parties.is_company(m)),
        statements=(statement.statement_id,),
        inferred=(*main.inferred, "weapon from discourse"),
    )
    return _other_deal(event, statement, places)


def _other_deal(event: Event, statement: Statement, places: Places) -> Event:
    """Give a deal of its own the state that its noun has in the sentence: "a third contract ... is expected to be signed"."""
    subject = statement.subject
    if subject is None or not _ANOTHER.match(subject.text):
        return event
    for other in places.reading.statements:
        place = other.subject.head_start if other.subject is not None else -1
        if other.sentence == statement.sentence and place == subject.head_start and other.status:
            ids = (*event.statements, other.statement_id)
            return replace(event, status=other.status, date=other.date, modality=other.modality, statements=ids)
    return replace(event, status="discussed", date="")


def approved(events: Sequence[Event]) -> list[Event]:
    """Return the events with those approved that were requested in one breath with a main weapon that is approved.

    A notice tells of the approval for its main weapon alone, and of all the rest as what was requested with it.

    Args:
        events: the events of one article.
    """
    granted = {
        (e.supplier, e.recipient, e.weapon) for e in events if e.verdict == "APPROVES" and e.status == "approved"
    }
    requests = [e for e in events if e.status == "requested"]
    packages = {
        (i, e.recipient) for e in requests if (e.supplier, e.recipient, e.weapon) in granted for i in e.statements
    }
    return [
        replace(e, status="approved")
        if e.status == "requested"
        and (e.supplier, e.recipient, e.weapon) not in granted
        and any((i, e.recipient) in packages for i in e.statements)
        else e
        for e in events
    ]
