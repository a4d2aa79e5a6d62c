"""The log of a deal: each step that a statement tells, in the order told, with what disputes the state it is in."""

from collections.abc import Callable, Iterable, Sequence

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.states import ends
from graphbuilder.records import Deal, DealEvent, Reading, Standing, Statement, Triple

Spoken = Callable[[Event], Sequence[Triple]]


def log_of(
    deal: Deal, events: Sequence[Event], denied: Iterable[Event], reading: Reading, spoken: Spoken
) -> list[DealEvent]:
    """Return the steps of one deal that one article tells, in text order.

    Args:
        deal: the deal, its state decided.
        events: its events in that article.
        denied: what the article denies of the same weapon between the same parties.
        reading: the article.
        spoken: gives the rows of triples.csv that tell of an event.
    """
    steps = [_step(deal, event, "affirmed", reading, spoken) for event in events]
    steps += [_step(deal, event, "negated", reading, spoken) for event in denied]
    return sorted(dict.fromkeys(steps), key=lambda s: (s.start, s.status, s.polarity, s.triples))


def _step(deal: Deal, event: Event, polarity: str, reading: Reading, spoken: Spoken) -> DealEvent:
    triples = spoken(event)
    start, end = reading.sentences[event.sentence]
    speaker = next((t.attributed_to for t in triples if t.attributed_to), event.speaker)
    return DealEvent(
        deal_id=deal.deal_id,
        date=event.date,
        reported=event.reported,
        status=event.status,
        wording=_wording(event, reading.statements),
        polarity=polarity,
        modality=event.modality,
        said_by=speaker,
        standing=_standing(deal, event, polarity),
        quantity=event.item.quantity,
        value=event.money.value if event.money is not None else None,
        currency=event.money.currency if event.money is not None else "",
        document_id=event.document_id,
        sentence=event.sentence,
        start=start,
        end=end,
        triples=tuple(dict.fromkeys(t.triple_id for t in triples)),
        confidence=event.confidence,
        evidence=reading.article.text[start:end],
    )


def _wording(event: Event, statements: Iterable[Statement]) -> str:
    """Return the predicate that tells how far the transfer has come, in base form: the outermost one."""
    by_id = {s.statement_id: s for s in statements}
    told = [by_id[i] for i in event.statements if i in by_id]
    here = [s for s in told if s.sentence == event.sentence] or told
    return here[-1].relation if here else event.lemma


def _standing(deal: Deal, event: Event, polarity: str) -> Standing:
    """Say what a step is to the state of its deal; a denial disputes it, and so does an end of a deal that goes on."""
    if polarity == "negated":
        return "disputes" if event.status == deal.status or not ends(event.status) else "supports"
    if event.status == deal.status:
        return "current"
    if ends(deal.status):
        return "disputes" if event.upholds else "past"
    return "disputes" if ends(event.status) and not event.earlier else "past"
