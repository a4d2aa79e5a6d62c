"""Numbers that are changed later: "Germany had pledged 14, and raised the number to 18"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import is_measure, is_pointer, number
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Statement

_FROM_TO = re.compile(r"\bfrom\s+([\w,-]+)\s+to\s+([\w,-]+)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("revision_verbs.tsv", "lemma"))


def revised(events: Sequence[Event], places: Places, parties: Parties) -> list[Event]:
    """Return one event for each statement that changes the number of a transfer told shortly before.

    Args:
        events: the article's events.
        places: its mentions.
        parties: who stands behind whom.
    """
    out = []
    for statement in places.reading.statements:
        count, before = _count(statement, places)
        if count is None or statement.subject is None:
            continue
        actors = {parties.party(e) for e in places.refer(statement.subject).entities} - {""}
        near = [
            e
            for e in events
            if statement.sentence - 1 <= e.sentence <= statement.sentence
            and actors & {e.supplier, e.recipient}
            and _is_revised(e, statement, before)
        ]
        if near:
            last = max(near, key=lambda e: e.item.place)
            item = replace(last.item, quantity=count, revises=before or last.item.quantity)
            ids = (statement.statement_id,)
            out.append(
                replace(
                    last, sentence=statement.sentence, position=statement.predicate_start, item=item, statements=ids
                )
            )
    return out


def _is_revised(event: Event, statement: Statement, before: int | None) -> bool:
    """Say whether a statement can mean the number of an event: told before it, or by itself as what it was."""
    if before is not None:
        return event.item.quantity in {None, before} and event.item.place < statement.end
    return event.item.quantity is not None and event.item.place < statement.predicate_start


def _count(statement: Statement, places: Places) -> tuple[int | None, int | None]:
    """Return the new number of "raised the number from 14 to 18" and the old one, where the statement is such a one."""
    if statement.lemma not in _verbs() or statement.polarity == "negated" or statement.modality != "asserted":
        return None, None
    if not any(
        is_measure(places.head(a)) or is_pointer(places.head(a)) for a in statement.arguments if a.slot == "object"
    ):
        return None, None
    both = _FROM_TO.search(places.text, statement.predicate_end, statement.end)
    if both is not None and (old := number(both[1])) is not None and (new := number(both[2])) is not None:
        return new, old
    goals = [a for a in statement.arguments if a.preposition == "to" and a.money is None]
    return next((count for a in goals if (count := number(places.head(a))) is not None), None), None
