"""Numbers that are changed later: "Germany had pledged 14, and raised the number to 18"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import is_measure, is_pointer, number
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Statement


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
        count = _count(statement, places)
        if count is None or statement.subject is None:
            continue
        actors = {parties.party(e) for e in places.refer(statement.subject).entities} - {""}
        near = [
            e
            for e in events
            if statement.sentence - 1 <= e.sentence <= statement.sentence
            and e.item.place < statement.predicate_start
            and actors & {e.supplier, e.recipient}
            and e.item.quantity is not None
        ]
        if near:
            last = max(near, key=lambda e: e.item.place)
            item = replace(last.item, quantity=count, revises=last.item.quantity)
            ids = (statement.statement_id,)
            out.append(
                replace(
                    last, sentence=statement.sentence, position=statement.predicate_start, item=item, statements=ids
                )
            )
    return out


def _count(statement: Statement, places: Places) -> int | None:
    """Return the new number of "raised the number to 18", None where a statement is none such."""
    if statement.lemma not in _verbs() or statement.polarity == "negated" or statement.modality != "asserted":
        return None
    if not any(
        is_measure(places.head(a)) or is_pointer(places.head(a)) for a in statement.arguments if a.slot == "object"
    ):
        return None
    goals = [a for a in statement.arguments if a.preposition == "to" and a.money is None]
    return next((count for a in goals if (count := number(places.head(a))) is not None), None)
