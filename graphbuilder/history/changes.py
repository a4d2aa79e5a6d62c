"""What changed: new deals, deals whose state or figures moved, new contradictions, new actors, each with its evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graphbuilder.records import Deal, DealEvent, Entity, Knowledge

ChangeKind = Literal["new deal", "status", "figures", "contradiction", "new actor", "deal gone"]
KINDS: tuple[ChangeKind, ...] = ("new deal", "status", "figures", "contradiction", "new actor", "deal gone")
ACTORS = frozenset({"COUNTRY", "ORGANIZATION", "PERSON"})
FIGURES = ("quantity", "value", "delivered", "ordered")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    `what` names the deal or the actor, `before` and `after` are its states, empty where there was or is none. `evidence`
    is a sentence that shows it, of the document `document_id`, reported on `date`; all empty where no table tells.
    """

    kind: ChangeKind
    what: str
    before: str = ""
    after: str = ""
    date: str = ""
    document_id: str = ""
    evidence: str = ""


def changes_between(old: Knowledge, new: Knowledge) -> list[Change]:
    """Say what a build knows that an earlier one did not, and what it no longer holds.

    Deals are the same if they have the same id, else if they share a statement, else if their supplier, recipient and
    weapon are the same: a deal's id changes with its figures.
    """
    pairs, gone = _paired(old.deals, new.deals)
    before = {(event.document_id, event.start, event.wording) for event in old.deal_events if _disputes(event)}
    disputes = [e for e in new.deal_events if _disputes(e) and (e.document_id, e.start, e.wording) not in before]
    known = {entity.entity_id for entity in old.entities} | {(entity.type, entity.name) for entity in old.entities}
    actors = [e for e in new.entities if e.entity_id not in known and (e.type, e.name) not in known]
    changes = [*_of_deals(pairs, new), *_contradictions(disputes, new), *_actors(actors, new)]
    changes += [Change("deal gone", _title(deal), before=deal.status, evidence=_last(deal)) for deal in gone]
    return _in_order(changes)


def changes_since(knowledge: Knowledge, since: str) -> list[Change]:
    """Say what the articles of a date and later brought to a graph.

    Args:
        knowledge: the graph.
        since: an ISO 8601 date, as exact as wanted; articles without a date count as earlier.
    """
    changes: list[Change] = []
    by_id = {deal.deal_id: deal for deal in knowledge.deals}
    for deal in knowledge.deals:
        if _reached(deal.first_reported, since):
            changes.append(_new_deal(deal, knowledge))
    for name, events in _events(knowledge).items():
        earlier = [event for event in events if not _reached(event.reported, since) and event.standing != "disputes"]
        steps = [event for event in events if _reached(event.reported, since) and event.standing == "current"]
        moved = bool(earlier and steps and by_id[name].status not in {event.status for event in earlier[-1:]})
        if moved and not _reached(by_id[name].first_reported, since):
            deal = by_id[name]
            changes.append(_moved(deal, earlier[-1].status, steps))
    late = [event for event in knowledge.deal_events if _disputes(event) and _reached(event.reported, since)]
    dates = {article.document_id: article.date for article in knowledge.articles}
    actors = [
        entity
        for entity in knowledge.entities
        if entity.documents and all(_reached(dates.get(document, ""), since) for document in entity.documents)
    ]
    return _in_order([*changes, *_contradictions(late, knowledge), *_actors(actors, knowledge)])


def _in_order(changes: Sequence[Change]) -> list[Change]:
    return sorted(changes, key=lambda each: (KINDS.index(each.kind), each.what, each.date, each.evidence))


def _reached(date: str, since: str) -> bool:
    """Whether a date is not before another; of two that differ in exactness the common part counts ("2022", "2022-03")."""
    length = min(len(date), len(since))
    return bool(date) and date[:length] >= since[:length]


def _disputes(event: DealEvent) -> bool:
    return event.standing == "disputes"


def _paired(old: Sequence[Deal], new: Sequence[Deal]) -> tuple[list[tuple[Deal | None, Deal]], list[Deal]]:
    """Each new deal with its old self, and the old ones that are none's."""
    left = {deal.deal_id: deal for deal in old}
    found: dict[str, Deal] = {deal.deal_id: left.pop(deal.deal_id) for deal in new if deal.deal_id in left}
    for same in (_share_a_statement, _same_parties):
        for deal in new:
            earlier = (
                None if deal.deal_id in found else next((each for each in left.values() if same(each, deal)), None)
            )
            if earlier is not None:
                found[deal.deal_id] = left.pop(earlier.deal_id)
    return [(found.get(deal.deal_id), deal) for deal in new], list(left.values())


def _share_a_statement(old: Deal, new: Deal) -> bool:
    return _same_parties(old, new) and not set(old.triples).isdisjoint(new.triples)


def _same_parties(old: Deal, new: Deal) -> bool:
    return (old.supplier, old.recipient, old.weapon) == (new.supplier, new.recipient, new.weapon)


def _of_deals(pairs: Sequence[tuple[Deal | None, Deal]], new: Knowledge) -> Iterator[Change]:
    events = _events(new)
    for before, after in pairs:
        if before is None:
            yield _new_deal(after, new)
            continue
        if before.status != after.status:
            yield _moved(after, before.status, events.get(after.deal_id, ()))
        told = [(name, getattr(before, name), getattr(after, name)) for name in FIGURES]
        moved = [(name, old, now) for name, old, now in told if old != now]
        if moved:
            texts = ["; ".join(f"{name} {values[place] or 'unknown'}" for name, *values in moved) for place in (0, 1)]
            yield Change("figures", _title(after), texts[0], texts[1], after.last_reported, evidence=_last(after))


def _events(knowledge: Knowledge) -> dict[str, list[DealEvent]]:
    """The steps of each deal, by when they were reported."""
    found: dict[str, list[DealEvent]] = {}
    known = {deal.deal_id for deal in knowledge.deals}
    for event in sorted(knowledge.deal_events, key=lambda each: (each.reported, each.document_id, each.start)):
        if event.deal_id in known:
            found.setdefault(event.deal_id, []).append(event)
    return found


def _new_deal(deal: Deal, knowledge: Knowledge) -> Change:
    first = next((t for t in knowledge.triples if t.triple_id in deal.triples), None)
    evidence = first.evidence if first is not None else (deal.evidence[0] if deal.evidence else "")
    document = first.document_id if first is not None else next(iter(deal.documents), "")
    return Change("new deal", _title(deal), "", deal.status, deal.first_reported, document, evidence)


def _moved(deal: Deal, before: str, events: Sequence[DealEvent]) -> Change:
    step = next((event for event in reversed(events) if event.status == deal.status), None)
    if step is None:
        return Change("status", _title(deal), before, deal.status, deal.last_reported, evidence=_last(deal))
    return Change("status", _title(deal), before, deal.status, step.reported, step.document_id, step.evidence)


def _contradictions(events: Sequence[DealEvent], knowledge: Knowledge) -> Iterator[Change]:
    deals = {deal.deal_id: deal for deal in knowledge.deals}
    names = {entity.entity_id: entity.name for entity in knowledge.entities}
    for event in events:
        deal = deals.get(event.deal_id)
        if deal is not None:
            said = names.get(event.said_by, event.said_by)
            claim = f"{'not ' if event.polarity == 'negated' else ''}{event.wording}{f', says {said}' if said else ''}"
            yield Change(
                "contradiction", _title(deal), deal.status, claim, event.reported, event.document_id, event.evidence
            )


def _actors(entities: Sequence[Entity], knowledge: Knowledge) -> Iterator[Change]:
    wanted = {entity.entity_id: entity for entity in entities if entity.type in ACTORS}
    dates = {article.document_id: article.date for article in knowledge.articles}
    shown = _sentences(wanted, knowledge)
    for name, entity in wanted.items():
        document, evidence = shown.get(name, (next(iter(entity.documents), ""), ""))
        yield Change("new actor", entity.name, "", entity.type.lower(), dates.get(document, ""), document, evidence)


def _sentences(wanted: Mapping[str, Entity], knowledge: Knowledge) -> dict[str, tuple[str, str]]:
    """The first sentence of which a table tells that names each entity, and its document."""
    sentences = {(triple.document_id, triple.sentence): triple.evidence for triple in knowledge.triples}
    found: dict[str, tuple[str, str]] = {}
    for mention in knowledge.mentions:
        place = (mention.document_id, mention.sentence)
        if mention.entity_id in wanted and mention.entity_id not in found and place in sentences:
            found[mention.entity_id] = (mention.document_id, sentences[place])
    return found


def _title(deal: Deal) -> str:
    quantity = f"{deal.quantity:,} " if deal.quantity is not None else ""
    return f"{deal.supplier or '?'} to {deal.recipient or '?'}: {quantity}{deal.weapon or '?'}"


def _last(deal: Deal) -> str:
    return deal.evidence[-1] if deal.evidence else ""
