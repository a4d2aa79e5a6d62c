"""Who gets what a state gives where the sentence leaves it open and the whole article is about one state that is given to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places

# Who delivers, sends or promises under one heading does so to the state that the heading is about; a sale may go anywhere.
_SHARED = frozenset({"aid", ""})
_DONORS = 2


def destined(events: Sequence[Event], places: Places, parties: Parties) -> list[Event]:
    """Return the events with the recipient filled where every other gift of the article goes to one state.

    At least two states must be told to give to it, or one if the title names it; a sentence that names a further
    state is left alone.

    Args:
        events: the events of one article as told, before other gaps are filled.
        places: its mentions.
        parties: who stands behind whom.
    """
    given = [e for e in events if e.relation_type == "SUPPLIES" and e.supplier and e.recipient]
    receivers = {e.recipient for e in given}
    if len(receivers) != 1:
        return list(events)
    (receiver,) = receivers
    if len({e.supplier for e in given}) < _DONORS and not _is_titled(receiver, places, parties):
        return list(events)
    return [_filled(e, events, receiver, places, parties) for e in events]


def _filled(event: Event, events: Sequence[Event], receiver: str, places: Places, parties: Parties) -> Event:
    shared = event.relation_type == "SUPPLIES" and not event.verdict and (event.weak_kind or event.kind in _SHARED)
    if not shared or event.recipient or not event.supplier or event.supplier == receiver or event.partners:
        return event
    if "receivers" in event.unknown or any(e.weapon == event.weapon and e.recipient for e in events):
        return event
    if _states(*places.reading.sentences[event.sentence], places, parties) - {event.supplier, receiver}:
        return event
    return replace(event, recipient=receiver, inferred=(*event.inferred, "recipient from article"))


def _is_titled(receiver: str, places: Places, parties: Parties) -> bool:
    words_of = re.compile(rf"\b{re.escape(parties.name(receiver))}\b")
    return words_of.search(places.reading.article.title) is not None


def _states(start: int, end: int, places: Places, parties: Parties) -> set[str]:
    """Return the states that a stretch of the text names, adjectives left out."""
    mentions = [m for m in places.inside(start, end) if m.type in {"COUNTRY", "ORGANIZATION"} and m.how != "demonym"]
    found = {parties.party(entity) for mention in mentions for entity in places.of_mention(mention)}
    return {party for party in found if party and parties.is_state(party)}
