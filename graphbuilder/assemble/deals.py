"""From statements to the rows of deals.csv: candidates, gaps filled, prices, one deal from all that tell of it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.evidence import article_events
from graphbuilder.assemble.kinds import kinds_of
from graphbuilder.assemble.log import log_of
from graphbuilder.assemble.makers import Makers
from graphbuilder.assemble.merging import Group, is_delivery, merged, order_date
from graphbuilder.assemble.parties import Parties, WeaponLexicon
from graphbuilder.assemble.status import last_status
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Deal, DealEvent, Entity, Reading, Triple

# Below this a deal is not written: too much of it was concluded.
_LEAST_CONFIDENCE = 0.1


def register_of(
    readings: Sequence[Reading],
    triples: Sequence[Triple],
    entity_of: Mapping[tuple[str, int], str],
    entities: Mapping[str, Entity],
    lexicon: WeaponLexicon,
) -> tuple[list[Deal], list[DealEvent]]:
    """Merge all statements about transfers to deals, and write down their steps.

    Args:
        readings: the articles with their statements.
        triples: the rows written of those statements.
        entity_of: the entity of each thing, by document id and number.
        entities: all entities by id.
        lexicon: where weapons come from and what they are.

    Returns:
        The deals, sorted by supplier, recipient, weapon and date; and their steps, by deal in that order, then by date of article and place.
    """
    parties = Parties(entities, triples, lexicon)
    makers = Makers(readings, entity_of, entities, parties)
    parties.tell_makers(makers.told())
    events: list[Event] = []
    denied: list[Event] = []
    for reading in readings:
        told, refuted = article_events(reading, entity_of, entities, parties)
        events += told
        denied += refuted
    groups = [g for g in merged(_without_vague(events, parties)) if g.events]
    context = _Context(readings, triples, parties, makers, denied)
    rows = [(context.deal(group, kind), group) for group, kind in zip(groups, kinds_of(groups), strict=True)]
    kept = sorted((row for row in rows if row[0].confidence >= _LEAST_CONFIDENCE), key=lambda row: _order(row[0]))
    return [deal for deal, _ in kept], [step for deal, group in kept for step in context.log(deal, group)]


def _order(deal: Deal) -> tuple[str, str, str, str, str]:
    return deal.supplier, deal.recipient, deal.weapon, deal.ordered, deal.deal_id


def _without_vague(events: Iterable[Event], parties: Parties) -> list[Event]:
    """Leave out what a class of weapons adds nothing to: the pair has a named weapon of that article, or the class is weak.

    "Its largest orders for foreign arms" is no deal beside the tanks and howitzers that it sums up.
    """
    events = list(events)
    named = {(e.document_id, e.supplier, e.recipient) for e in events if not parties.is_class(e.weapon)}
    return [
        e
        for e in events
        if not parties.is_class(e.weapon)
        or (
            (e.document_id, e.supplier, e.recipient) not in named and parties.is_strong_class(e.weapon, e.item.quantity)
        )
    ]


class _Context:
    """What a row needs beside its events."""

    def __init__(
        self,
        readings: Sequence[Reading],
        triples: Sequence[Triple],
        parties: Parties,
        makers: Makers,
        denied: Iterable[Event],
    ) -> None:
        self._readings = {r.article.document_id: r for r in readings}
        self._triples: dict[tuple[str, str], list[Triple]] = {}
        for triple in triples:
            self._triples.setdefault((triple.document_id, triple.statement_id), []).append(triple)
        self._parties = parties
        self._makers = makers
        self._denied: dict[tuple[str, str, str], list[Event]] = {}
        for event in denied:
            self._denied.setdefault((event.supplier, event.recipient, event.weapon), []).append(event)

    def deal(self, group: Group, kind: str) -> Deal:
        """Write one deal."""
        events, first = group.events, group.events[0]
        quantity, delivered = group.quantity(), group.delivered()
        status = last_status(events)
        if status == "delivered" and delivered is not None and quantity is not None and delivered < quantity:
            status = "delivering"
        price = group.price()
        ordered = order_date(events)
        reported = sorted({e.reported for e in events if e.reported})
        years = {e.date[:4] for e in events if is_delivery(e) and e.date and e.modality == "asserted"}
        supplier, recipient = self._parties.name(first.supplier), self._parties.name(first.recipient)
        weapon = self._parties.entities[first.weapon]
        return Deal(
            deal_id=_deal_id(supplier, recipient, weapon.name, group),
            supplier=supplier,
            recipient=recipient,
            weapon=weapon.name,
            weapon_category=self._parties.category(first.weapon, [e.item.text for e in events]),
            quantity=quantity,
            unit=next((e.item.unit for e in events if e.item.unit and e.item.quantity is not None), ""),
            value=price.value if price is not None else None,
            currency=price.currency if price is not None else "",
            kind=kind,
            status=status,
            ordered=ordered,
            delivered=delivered if status in {"delivered", "delivering"} else None,
            supplier_id=first.supplier if first.supplier in self._parties.entities else "",
            recipient_id=first.recipient if first.recipient in self._parties.entities else "",
            weapon_id=first.weapon,
            operators=tuple(sorted({self._parties.name(o) for e in events for o in e.operators})),
            manufacturer=self._makers.of(first.weapon, events),
            first_reported=reported[0] if reported else "",
            last_reported=reported[-1] if reported else "",
            documents=tuple(sorted({e.document_id for e in events})),
            triples=self._triple_ids(events),
            confidence=self._confidence(events),
            evidence=self._evidence(events),
            delivery_years=tuple(sorted(years)),
        )

    def log(self, deal: Deal, group: Group) -> Iterator[DealEvent]:
        """Yield the steps of one deal, by date of article and place in it."""
        first = group.events[0]
        denied = self._denied.get((first.supplier, first.recipient, first.weapon), [])
        told = [*group.events, *denied]
        for _, document in sorted({(e.reported, e.document_id) for e in told}):
            here = [e for e in group.events if e.document_id == document]
            refuted = [e for e in denied if e.document_id == document]
            yield from log_of(deal, here, refuted, self._readings[document], self._spoken)

    def _spoken(self, event: Event) -> list[Triple]:
        return [t for s in event.statements for t in self._triples.get((event.document_id, s), [])]

    def _triple_ids(self, events: Iterable[Event]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t.triple_id for e in events for t in self._spoken(e)))

    def _evidence(self, events: Iterable[Event]) -> tuple[str, ...]:
        out = []
        for event in events:
            reading = self._readings[event.document_id]
            numbers = {s.sentence for s in reading.statements if s.statement_id in event.statements} | {event.sentence}
            for number in sorted(numbers):
                start, end = reading.sentences[number]
                out.append(reading.article.text[start:end])
        return tuple(dict.fromkeys(out))

    def _confidence(self, events: Sequence[Event]) -> float:
        """Return the best single event's confidence, less for each thing concluded, raised by further witnesses."""
        doubts = 1.0
        for event in events:
            doubts *= 1 - _confidence(event)
        best = max(_confidence(event) for event in events)
        value = best + (1 - best) * 0.5 * (1 - doubts / (1 - best)) if best < 1 else best
        first = events[0]
        if len({s for e in events for s in e.statements}) == 1:
            value *= _factors()["single statement"]
        if (first.supplier, first.recipient, first.weapon) in self._denied:
            value *= _factors()["disputed"]
        if self._parties.is_class(first.weapon):
            value *= _factors()["weapon is a class"]
        return round(min(1.0, value), 3)


def _confidence(event: Event) -> float:
    value = event.confidence
    for reason in (*event.inferred, event.modality, "attributed" if event.attributed else ""):
        value *= _factors().get(reason, 1.0)
    return value


def _deal_id(supplier: str, recipient: str, weapon: str, group: Group) -> str:
    first = group.events[0]
    content = (
        supplier,
        recipient,
        weapon,
        group.quantity(),
        min(group.years(), default=""),
        first.document_id,
        first.position,
    )
    return f"d{hashlib.sha256(repr(content).encode()).hexdigest()[:14]}"


@lru_cache(maxsize=1)
def _factors() -> dict[str, float]:
    return {row["reason"]: float(row["factor"]) for row in table("deal_certainty.tsv", "reason", "factor")}
