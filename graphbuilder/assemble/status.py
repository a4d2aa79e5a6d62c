"""How far a transfer has come: the state that one statement tells, and the state that all of them leave."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from graphbuilder.assemble.candidates import VERDICTS
from graphbuilder.assemble.event import Draft, Event, Item
from graphbuilder.assemble.states import ends, hands_over, rank, states
from graphbuilder.assemble.words import is_further, is_preliminary
from graphbuilder.lexicon.tables import table

# What is left of a statement whose frame names no state.
_DEFAULTS = {
    "SUPPLIES": "ordered",
    "BUYS": "ordered",
    "SIGNS": "ordered",
    "NEGOTIATES": "discussed",
    "REQUESTS": "requested",
}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Mapping[str, str]]:
    return {row["lemma"]: row for row in table("kind_defaults.tsv", "lemma", "state", "company")}


def default_kind(lemma: str, company: bool) -> str:
    """Return the kind of transfer that a predicate suggests, empty where it suggests none.

    Args:
        lemma: the predicate.
        company: whether a company gives.
    """
    row = _kinds().get(lemma)
    return row["company" if company else "state"] if row is not None else ""


def status_of(draft: Draft, item: Item, reported: str = "") -> str:
    """Return the state that a draft tells for one of its weapons.

    Args:
        draft: the statement.
        item: the weapon.
        reported: the article's date; what lies behind it has not happened.
    """
    outer = draft.statements[-1]
    status = draft.status or _DEFAULTS.get(draft.statement.relation_type, "discussed")
    if outer.modality != "asserted" and status in states():
        allowed = outer.relation_type in VERDICTS or outer.modality == "conditional"
        status = "discussed" if status == "approved" and outer.modality == "possible" and not allowed else status
        status = states()[status][outer.modality]
    elif status == "delivered" and outer.tense == "present" and "adverbial_clause" in outer.rule:
        status = "ordered" if outer.relation_type == "BUYS" else states()[status]["planned"]  # "when Kuwait receives"
    elif reported and draft.date[: len(reported)] > reported and status in states():
        status = states()[status]["planned"]
    signed = [d for d in draft.statements if d.relation_type == "SIGNS"]
    papers = [t.text for d in signed for t in (d.subject, *d.arguments) if t is not None and t.role == "theme"]
    if status == "ordered" and any(is_preliminary(text) for text in papers):
        return "discussed"
    if status == "ordered" and draft.kind == "lease" and outer.tense == "present" and outer.modality == "asserted":
        return "delivered"  # "Sweden leases 14 Gripens to Hungary": they fly there now
    if hands_over(draft.statement.lemma) and is_further(item.text):
        return "delivering"  # "timed for the delivery of the second batch": the first one is there
    if status == "delivered" and item.delivered is not None:
        return "delivered" if item.delivered == item.quantity else "delivering"
    if status == "delivered" and item.partial:
        return "delivering"
    return status


def last_status(events: Iterable[Event]) -> str:
    """Return the state that a deal is in after all its events.

    Within an article the farthest state counts, and one that ends the deal outweighs progress, unless the progress is
    dated later. From article to article progress is kept; an end stays until a later article tells of deliveries.

    Args:
        events: the events of one deal in the order of their articles' dates.
    """
    told = list(events)
    events = [e for e in told if not e.upholds] or told
    status = ""
    by_article: dict[str, list[Event]] = {}
    for event in events:
        by_article.setdefault(event.document_id, []).append(event)
    for told in by_article.values():
        here = _of_article(told)
        overtakes = rank(here) >= rank("delivering") if ends(status) else rank(here) > rank(status)
        if not status or ends(here) or overtakes:
            status = here
    return status


def _of_article(events: list[Event]) -> str:
    finals = [e for e in events if ends(e.status)]
    if any(not e.earlier and _is_since(e, finals) for e in events):
        finals = [e for e in finals if not e.earlier]
    others = [e for e in events if not ends(e.status)]
    best = max(others, key=lambda e: rank(e.status), default=None)
    if not finals:
        return best.status if best is not None else ""
    # An end without a date is the news itself.
    last = max(finals, key=lambda e: (e.date or e.reported, _weight(e.status), e.position))
    if best is not None and best.date and last.date and best.date > last.date:
        return best.status
    return last.status


def _is_since(event: Event, finals: Iterable[Event]) -> bool:
    """Say whether an event can have come after the ends told beside it: it has no date or not an earlier one."""
    return not event.date or all(event.date >= final.date for final in finals if final.earlier)


def _weight(status: str) -> int:
    return {"suspended": 0, "refused": 1, "cancelled": 2}[status]
