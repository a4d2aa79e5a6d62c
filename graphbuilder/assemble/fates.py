"""Verbs that tell of a transfer without being one: "the sale fell through", "removed from the program", "return it to"."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import is_pointer
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Argument, Statement

_OUT_OF = frozenset({"from", "out of", "of", "out"})


@lru_cache(maxsize=1)
def _verbs() -> dict[str, Mapping[str, str]]:
    return {row["lemma"]: row for row in table("fate_verbs.tsv", "lemma", "use", "status")}


def as_transfer(statement: Statement, places: Places) -> Statement:
    """Return a statement of fate with the roles and state of the transfer that it implies; any other one as it is.

    Args:
        statement: a statement of an article.
        places: the article's mentions.
    """
    row = _verbs().get(statement.lemma)
    if row is None or statement.subject is None or statement.relation_type not in {"", "CANCELS", "SANCTIONS"}:
        return statement
    if row["use"] == "deal":
        return _of_deal(statement, statement.subject, row["status"], places)
    if row["use"] == "exclusion":
        return _exclusion(statement, statement.subject, row["status"], places)
    return _return(statement, statement.subject, row["status"], places)


def _of_deal(statement: Statement, subject: Argument, status: str, places: Places) -> Statement:
    if not is_pointer(places.head(subject)) or statement.modality != "asserted":
        return statement
    return replace(statement, relation_type="CANCELS", status=status, subject=replace(subject, role="theme"))


def _exclusion(statement: Statement, subject: Argument, status: str, places: Places) -> Statement:
    """ "Washington removed Turkey from the F-35 program", "Turkey was removed from": Turkey does not get the F-35."""
    programs = [a for a in statement.arguments if a.preposition in _OUT_OF and places.weapons(a)]
    objects = [a for a in statement.arguments if a.slot == "object"]
    if not programs or statement.modality != "asserted":
        return statement
    given = {programs[0].head_start: "theme", (objects[0] if objects else subject).head_start: "receiver"}
    arguments = tuple(replace(a, role=given.get(a.head_start, a.role)) for a in statement.arguments)
    actor = "actor" if objects else "receiver"
    return replace(
        statement, relation_type="CANCELS", status=status, subject=replace(subject, role=actor), arguments=arguments
    )


def _return(statement: Statement, subject: Argument, status: str, places: Places) -> Statement:
    """ "Turkey returns its S-400s to Russia": it has them from there, even where it is only asked to return them."""
    weapons = [a for a in statement.arguments if not a.preposition and places.weapons(a)]
    goals = [a for a in statement.arguments if a.preposition == "to" and places.refer(a).entities]
    if not weapons or not goals:
        return statement
    given = {weapons[0].head_start: "theme", goals[0].head_start: "giver"}
    arguments = tuple(replace(a, role=given.get(a.head_start, a.role)) for a in statement.arguments)
    return replace(
        statement,
        relation_type="BUYS",
        status=status,
        polarity="affirmed",
        modality="asserted",
        date="",
        subject=replace(subject, role="receiver"),
        arguments=arguments,
    )
