"""The date of an order where the statement itself has none: the one date of its sentence that no other event claims."""

from dataclasses import replace

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.places import Places
from graphbuilder.dates import find_dates


def dated(event: Event, places: Places) -> Event:
    """Return an order with the date of its sentence if it has none of its own; any other event as it is.

    Args:
        event: an event of the article.
        places: the article's mentions.
    """
    if event.date or event.status != "ordered" or event.modality != "asserted":
        return event
    start, end = places.reading.sentences[event.sentence]
    reported = places.reading.article.date
    claimed = {
        s.date
        for s in places.reading.statements
        if s.sentence == event.sentence and s.statement_id not in event.statements
    }
    found = {span.iso for span in find_dates(places.text[start:end], reported, tense="past")} - claimed
    found = {iso for iso in found if not reported or iso <= reported}
    return replace(event, date=found.pop()) if len(found) == 1 else event
