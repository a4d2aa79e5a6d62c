"""Verbs that tell of a transfer without being one: "the sale fell through", "removed from the program", "return it to"."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import is_deal_noun, is_pointer
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Argument, Statement

_BACK = re.compile(r"\s+back\b")
_OUT_OF = frozenset({"from", "out of", "of", "out"})


@lru_cache(maxsize=1)
def _verbs() -> dict[str, Mapping[str, str]]:
    return {row["lemma"]: row for row in table("fate_verbs.tsv", "lemma", "use", "status")}


def _row(statement: Statement) -> Mapping[str, str] | None:
    # The lemma of "is on hold" is what it says, not "be".
    return _verbs().get(statement.lemma) or _verbs().get(statement.relation)


def as_transfer(statement: Statement, places: Places) -> Statement:
    """Return a statement of fate with the roles and state of the transfer that it implies; any other one as it is.

    Args:
        statement: a statement of an article.
        places: the article's mentions.
    """
    row = _row(statement)
    if row is None and statement.relation_type == "SUPPLIES" and _BACK.match(places.text, statement.predicate_end):
        row = _verbs().get(f"{statement.lemma} back")
        statement = replace(statement, relation_type="")
    if row is None or statement.subject is None or statement.relation_type not in {"", "CANCELS", "SANCTIONS"}:
        return statement
    if row["use"] == "valid":
        return _upheld(statement, statement.subject, row["status"], places)
    if row["use"] == "deal":
        return _of_deal(statement, statement.subject, row["status"], places)
    if row["use"] == "exclusion":
        return _exclusion(statement, statement.subject, row["status"], places)
    return _return(statement, statement.subject, row["status"], places)


def _of_deal(statement: Statement, subject: Argument, status: str, places: Places) -> Statement:
    if not is_pointer(places.head(subject)) or statement.modality != "asserted":
        return statement
    return replace(statement, relation_type="CANCELS", status=status, subject=replace(subject, role="theme"))


def is_upheld(statement: Statement) -> bool:
    """Say whether a statement that `as_transfer` gave tells of no step, only that a deal goes on: "the contract remains in force"."""
    row = _row(statement)
    return row is not None and row["use"] == "valid" and statement.relation_type == "SIGNS"


def _upheld(statement: Statement, subject: Argument, status: str, places: Places) -> Statement:
    behind = [f" {a.preposition} {a.text} ".casefold() for a in statement.arguments if a.slot != "adjunct"]
    rows = table("validity_words.tsv", "wording", "status")
    told = next((row["status"] for row in rows for text in behind if f" {row['wording']} " in text), "")
    if not told or not is_deal_noun(places.head(subject)) or statement.modality != "asserted":
        return statement
    kind = "SIGNS" if told == status else "CANCELS"
    return replace(statement, relation_type=kind, status=told, subject=replace(subject, role="theme"))


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
