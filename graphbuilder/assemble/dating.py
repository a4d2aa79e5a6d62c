"""The date of an order where the statement itself has none: the one date of its sentence that no other event claims."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuilder.assemble.discourse import Agreement
from graphbuilder.assemble.event import Event
from graphbuilder.assemble.places import Places
from graphbuilder.dates import find_dates


def dated(event: Event, places: Places, agreements: Sequence[Agreement]) -> Event:
    """Return an order with the date of its sentence if it has none of its own; any other event as it is.

    Args:
        event: an event of the article.
        places: the article's mentions.
        agreements: agreements told without a weapon; the sentence before may date one between the same parties
            ("sealed a deal on Thursday. The ministers signed the contract for ...").
    """
    if event.date or event.status != "ordered" or event.modality != "asserted":
        return event
    before = {a.sentence for a in agreements if a.sentence == event.sentence - 1 and _is_of(a, event)}
    for sentence in (event.sentence, *before):
        found = _dates(sentence, event, places)
        if len(found) == 1:
            return replace(event, date=found.pop())
    return event


def _is_of(agreement: Agreement, event: Event) -> bool:
    return agreement.signed and bool(agreement.parties) and set(agreement.parties) <= {event.supplier, event.recipient}


def _dates(sentence: int, event: Event, places: Places) -> set[str]:
    """Return the dates of a sentence, none after the article's own, that no statement but the event's claims."""
    start, end = places.reading.sentences[sentence]
    reported = places.reading.article.date
    others = [s for s in places.reading.statements if s.sentence == sentence and s.statement_id not in event.statements]
    claimed = {s.date for s in others if s.relation_type != "SIGNS"}
    found = {span.iso for span in find_dates(places.text[start:end], reported, tense="past")} - claimed
    return {iso for iso in found if not reported or iso <= reported}
