"""Filling what a statement leaves open from the sentence, the article and the lexicon; back references to deals told before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.merging import is_order
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.words import is_year, words
from graphbuilder.records import Money

# How many sentences back "the contract" may reach.
REACH = 3
_UNSIGNED = frozenset({"discussed", "requested", "approved"})
_GIVING = frozenset({"SUPPLIES"})
_GETTING = frozenset({"BUYS"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement told without a weapon: its sentence, who made it, whether it is signed, its date and prices."""

    sentence: int
    parties: tuple[str, ...]
    signed: bool
    date: str
    values: tuple[Money, ...] = ()


def filled(
    events: Sequence[Event], parties: Parties, agreements: Sequence[Agreement], denied: Sequence[Event] = ()
) -> list[Event]:
    """Return the events of one article with open roles filled; those that stay open or are no deal are left out.

    Args:
        events: the events as told, in text order.
        parties: who stands behind whom.
        agreements: those that name no weapon themselves ("concluded an agreement under which ... will lease").
        denied: what the article denies; it still tells whom it is about.
    """
    told = [_verdict_roles(_announced(event, parties), parties) for event in events]
    out = [_directed(each, parties) for event in told for each in _each_buyer(event, parties)]
    out = [_from_sentence(event, out, agreements) for event in out]
    out = [_from_article(event, out, parties) for event in out]
    out = [_continued(event, out) for event in out]
    out = [_from_origin(event, parties) for event in out]
    out = [_continued(event, out) for event in out]
    out = [_from_article(event, out, parties) for event in out]
    out = [_recipient(event, [*out, *denied]) for event in out]
    out = [_paired(event, out, parties) for event in out]
    out = [_agreed(event, agreements) for event in out]
    return [event for event in out if _is_deal(event, parties)]


def _verdict_roles(event: Event, parties: Parties) -> Event:
    """Let who approves, refuses or cancels be a party where the transfer leaves that role open.

    A third state that must consent is no supplier: who approves a sale supplies only what comes from its own country,
    and whoever "allows others to" deliver does not deliver.
    """
    if not event.verdict or not event.actors:
        return event
    actor = event.actors[0]
    if event.relation_type in _GETTING and not event.recipient and "receivers" not in event.unknown:
        return replace(event, recipient=actor) if actor not in (event.supplier, parties.origin(event.weapon)) else event
    if event.relation_type in {"SIGNS", "CANCELS", "NEGOTIATES"}:
        # Who breaks off talks may be either side: where the weapon comes from tells them apart.
        return replace(event, partners=tuple(dict.fromkeys((*event.partners, actor))))
    if event.supplier or "givers" in event.unknown or actor == event.recipient:
        return event
    origin = parties.origin(event.weapon)
    if event.verdict == "APPROVES" and origin != actor:
        return event
    return replace(event, supplier=actor, inferred=(*event.inferred, "supplier from sentence"))


def _announced(event: Event, parties: Parties) -> Event:
    """Take a state that announces what another bought for the supplier where its industry makes the weapon."""
    if event.supplier or event.relation_type not in _GETTING or "givers" in event.unknown or not event.speaker:
        return event
    if event.speaker == event.recipient or event.speaker not in parties.makers(event.weapon):
        return event
    return replace(event, supplier=event.speaker, inferred=(*event.inferred, "supplier from sentence"))


def _each_buyer(event: Event, parties: Parties) -> list[Event]:
    """Part an agreement that several states made with the one whose industry makes the weapon: each has its own deal."""
    makers = parties.makers(event.weapon)
    sellers = [p for p in event.partners if p in makers]
    buyers = [p for p in event.partners if p not in makers and parties.is_state(p)]
    if (
        event.supplier
        or event.recipient
        or len(sellers) != 1
        or len(buyers) + 1 != len(event.partners)
        or len(buyers) < 2
    ):
        return [event]
    item = replace(event.item, quantity=None, delivered=None, money=None)
    return [replace(event, partners=(sellers[0], buyer), item=item, money=None) for buyer in buyers]


def _directed(event: Event, parties: Parties) -> Event:
    """Tell the partners of an agreement apart: who the weapon comes from supplies, as does a company."""
    others = [p for p in event.partners if p not in (event.supplier, event.recipient)]
    if (event.supplier and event.recipient) or not others:
        return event
    if event.supplier:
        return replace(event, recipient=others[0]) if len(others) == 1 else event
    if event.recipient:
        return replace(event, supplier=others[0]) if len(others) == 1 else event
    makers = parties.makers(event.weapon)
    sellers = [p for p in others if p in makers]
    buyers = [p for p in others if p not in makers]
    if len(sellers) == 1:
        return replace(event, supplier=sellers[0], recipient=buyers[0] if len(buyers) == 1 else "")
    if len(others) == len(buyers) == 1 and makers:
        return replace(event, recipient=others[0])
    return event


def _from_sentence(event: Event, events: Iterable[Event], agreements: Sequence[Agreement]) -> Event:
    """Fill a role from another statement about the same thing, or from the partners named in the same sentence."""
    same = [
        e
        for e in events
        if e is not event
        and e.sentence == event.sentence
        and (e.weapon, e.item.place) == (event.weapon, event.item.place)
    ]
    event = _with(event, {e.supplier for e in same}, {e.recipient for e in same}, "sentence")
    if event.relation_type in _GETTING and not event.recipient:
        buyers = {e.recipient for e in events if e.sentence == event.sentence and e.relation_type in _GETTING}
        event = _with(event, set(), buyers, "sentence")
    known = {event.supplier, event.recipient} - {""}
    for agreement in agreements:
        others = set(agreement.parties) - known
        if agreement.sentence == event.sentence and len(known) == len(others) == 1 and known <= set(agreement.parties):
            return _with(event, others, others, "sentence")
    return event


def _with(event: Event, suppliers: set[str], recipients: set[str], where: str) -> Event:
    """Fill the open roles of an event if there is one candidate each that is no party yet and the text names no other."""
    taken = {"", event.supplier, event.recipient}
    if not event.supplier and "givers" not in event.unknown and len(suppliers - taken) == 1:
        (supplier,) = suppliers - taken
        return replace(event, supplier=supplier, inferred=(*event.inferred, f"supplier from {where}"))
    if not event.recipient and "receivers" not in event.unknown and len(recipients - taken) == 1:
        (recipient,) = recipients - taken
        return replace(event, recipient=recipient, inferred=(*event.inferred, f"recipient from {where}"))
    return event


def _agreed(event: Event, agreements: Iterable[Agreement]) -> Event:
    """Take a plan for an order where it is what a signed agreement of the same sentence and parties provides."""
    for agreement in agreements:
        sides = not agreement.parties or {event.supplier, event.recipient} & set(agreement.parties)
        if agreement.sentence != event.sentence or not sides or event.modality != "planned" or not agreement.signed:
            continue
        price = event.money or (agreement.values[0] if agreement.values else None)
        return replace(event, status="ordered", modality="asserted", date=agreement.date, money=price)
    return event


def _from_article(event: Event, events: Iterable[Event], parties: Parties) -> Event:
    """Fill the supplier from what the article tells of the same weapon and recipient, or of the weapon alone."""
    if event.supplier or not event.recipient or "givers" in event.unknown:
        return event
    told = [e for e in events if e.weapon == event.weapon and e.supplier not in {"", event.recipient}]
    others = {e.supplier for e in told if e.recipient == event.recipient}
    makers = parties.makers(event.weapon)
    told = [e for e in told if e.recipient != event.recipient or same_count(e, event) or e.supplier in makers]
    same = {e.supplier for e in told if e.recipient == event.recipient}
    here = {e.supplier for e in told if e.recipient == event.recipient and e.sentence == event.sentence}
    same = here if len(here) == 1 else same
    alike = {e.supplier for e in told}
    origin = parties.origin(event.weapon)
    found = same or (alike if not origin or origin in alike else set())
    if not same and event.relation_type in _GIVING and event.bystanders - {event.recipient, *found}:
        return event  # "Romania's parliament allowed the donation of a Patriot": another state stands there to give it
    if len(found) > 1 or (not found and others):
        # Others supply the same weapon to this state: whose this one is stays open, and it is not the maker's by default.
        return replace(event, unknown=event.unknown | {"givers"}) if others else event
    if not found:
        return event
    return replace(event, supplier=min(found), inferred=(*event.inferred, "supplier from discourse"))


def _continued(event: Event, events: Sequence[Event]) -> Event:
    """Take both parties from the transfer of the same weapon told shortly before: "The first six were handed over"."""
    if event.supplier or event.recipient or event.partners or event.actors or event.unknown:
        return event
    near = [
        e
        for e in events
        if e.weapon == event.weapon
        and event.sentence - REACH <= e.sentence <= event.sentence
        and e.position < event.position
        and e.supplier
        and e.recipient
    ]
    pairs = {(e.supplier, e.recipient) for e in near}
    if len(pairs) != 1:
        return event
    ((supplier, recipient),) = pairs
    inferred = (*event.inferred, "supplier from discourse", "recipient from discourse")
    return replace(event, supplier=supplier, recipient=recipient, inferred=inferred)


def _paired(event: Event, events: Sequence[Event], parties: Parties) -> Event:
    """Take both parties of a paper or talks from the one pair told just before, where its supplier makes the weapon."""
    if event.supplier or event.recipient or event.partners or event.unknown:
        return event
    if event.relation_type not in {"SIGNS", "NEGOTIATES"} or event.verdict:
        return event
    near = [e for e in events if event.sentence - REACH <= e.sentence < event.sentence and e.supplier and e.recipient]
    pairs = {(e.supplier, e.recipient) for e in near}
    if len(pairs) != 1 or event.bystanders - {party for pair in pairs for party in pair}:
        return event
    ((supplier, recipient),) = pairs
    if supplier not in parties.makers(event.weapon):
        return event
    inferred = (*event.inferred, "supplier from discourse", "recipient from discourse")
    return replace(event, supplier=supplier, recipient=recipient, inferred=inferred)


def same_count(one: Event, other: Event) -> bool:
    """Say whether two events can tell of one transfer as far as numbers go."""
    return one.item.quantity is None or other.item.quantity is None or one.item.quantity == other.item.quantity


def _from_origin(event: Event, parties: Parties) -> Event:
    """Take the weapon's country of origin for the supplier where the text names who gets it and nobody who gives it."""
    origin = parties.origin(event.weapon)
    if event.supplier or not event.recipient or not origin or "givers" in event.unknown or origin == event.recipient:
        return event
    if event.relation_type in _GIVING:
        return event  # "were sold to Finland": whoever has the weapon may have sold it
    return replace(event, supplier=origin, inferred=(*event.inferred, "supplier from origin"))


def _recipient(event: Event, events: Sequence[Event]) -> Event:
    """Fill the recipient of what a state gives or approves from what else the article tells of the same weapon.

    The article must know one recipient alone: of that supplier in the sentence, of that supplier at all, or else before this place or in all of it.
    """
    giving = event.relation_type in _GIVING or event.verdict in {"APPROVES", "SUSPENDS", "CANCELS"}
    if event.recipient or not event.supplier or not giving or "receivers" in event.unknown:
        return event
    alike = [e for e in events if e.weapon == event.weapon and e.recipient and e.recipient != event.supplier]
    same = {e.recipient for e in alike if e.supplier == event.supplier}
    before = {e.recipient for e in alike if e.position < event.position}
    here = {e.recipient for e in alike if e.supplier == event.supplier and e.sentence == event.sentence}
    found = next((f for f in (here, same, before, {e.recipient for e in alike}) if len(f) == 1), set())
    if not found:
        return event
    return replace(event, recipient=min(found), inferred=(*event.inferred, "recipient from discourse"))


def _is_deal(event: Event, parties: Parties) -> bool:
    """Say whether both sides are known, differ, and at least one of them is a state."""
    if not event.supplier or not event.recipient or event.supplier == event.recipient:
        return False
    return parties.is_state(event.supplier) or parties.is_state(event.recipient)


def of_year(events: Sequence[Event], near: Sequence[Event], text: str) -> list[Event]:
    """Return the events that a deal noun means whose wording names a year ("the 2021 contract"); else those near it.

    Args:
        events: all events before it.
        near: those that it would mean without a year.
        text: the wording.
    """
    years = {word for word in words(text) if is_year(word)}
    if len(years) != 1:
        return list(near)
    (year,) = years
    dated = [e for e in events if e.date[:4] == year and is_order(e)]
    if dated:
        return [e for e in dated if e.sentence == dated[-1].sentence]
    # Of the deals told before, those of a known other year are ruled out; what is left must be one deal.
    others = {(e.weapon, e.item.quantity) for e in events if is_order(e)}
    concluded = [e for e in events if e.modality == "asserted" and e.status not in _UNSIGNED]
    open_ = [e for e in concluded if (e.weapon, e.item.quantity) not in others]
    return open_ if len({(e.supplier, e.recipient, e.weapon, e.item.quantity) for e in open_}) == 1 else []


def before(events: Sequence[Event], sentence: int, position: int, reach: int = REACH) -> list[Event]:
    """Return the events of the nearest sentence with any, at most `reach` sentences back, told before `position`."""
    near = [e for e in events if sentence - reach <= e.sentence <= sentence and e.position < position]
    if not near:
        return []
    last = max(e.sentence for e in near)
    return [e for e in near if e.sentence == last]
