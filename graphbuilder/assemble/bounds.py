"""Bounds before numbers that parsers take for particles: "will buy up | to 16 aircraft", "ordered more | than 20 jets"."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import is_number
from graphbuilder.lexicon.tables import split, table
from graphbuilder.records import Argument, Statement

_PARTICLE = " up"
_BOUND = re.compile(r"\b(?:up|more|fewer|less)\s+$", re.IGNORECASE)
_PREPOSITIONS = frozenset({"to", "than"})
_TYPES = frozenset({"SUPPLIES", "BUYS", "REQUESTS"})


@lru_cache(maxsize=1)
def _frames() -> dict[str, Mapping[str, str]]:
    columns = ("lemma", "pos", "relation_type", "subject", "prepositions", "status", "status_planned", "kind")
    return {row["lemma"]: row for row in table("frames.tsv", *columns) if row["pos"] == "verb"}


def rejoined(statement: Statement, places: Places) -> Statement:
    """Return a statement with a bound given back to its number, and with the frame of the verb that is left.

    Args:
        statement: a statement of the article.
        places: the article's mentions.
    """
    bounded = [a for a in statement.arguments if is_bounded(a, places)]
    if not bounded:
        return statement
    row = _frames().get(statement.lemma.removesuffix(_PARTICLE))
    if statement.relation_type or row is None or row["relation_type"] not in _TYPES:
        return replace(statement, arguments=tuple(_theme(a) if a in bounded else a for a in statement.arguments))
    roles = dict(pair.partition("=")[::2] for pair in split(row["prepositions"]))
    given = tuple(_theme(a) if a in bounded else _with_role(a, roles, row) for a in statement.arguments)
    subject = statement.subject
    return replace(
        statement,
        relation_type=row["relation_type"],
        lemma=row["lemma"],
        status=statement.status or row["status" if statement.modality == "asserted" else "status_planned"],
        kind=statement.kind or row["kind"],
        subject=replace(subject, role=subject.role or row["subject"]) if subject is not None else None,
        arguments=given,
    )


def is_bounded(argument: Argument, places: Places) -> bool:
    """Say whether an argument is a number of weapons behind a bound that the parser cut off."""
    if argument.preposition not in _PREPOSITIONS or not places.weapons(argument):
        return False
    first = argument.text.split()
    start = argument.start if first[0].casefold() not in _PREPOSITIONS else argument.start + len(first[0]) + 1
    word = places.text[start:].split(maxsplit=1)[:1]
    before = places.text[: argument.start]
    bound = before.rstrip().removesuffix(argument.preposition).rstrip() + " "
    return bool(word) and is_number(word[0]) and _BOUND.search(bound[-12:]) is not None


def _theme(argument: Argument) -> Argument:
    return replace(argument, role="theme", slot="object", preposition="")


def _with_role(argument: Argument, roles: Mapping[str, str], row: Mapping[str, str]) -> Argument:
    if argument.role:
        return argument
    if argument.preposition:
        return replace(argument, role=roles.get(argument.preposition, ""))
    # "sell it up to 40 jets": who stands before them gets them.
    receiver = argument.slot in {"object", "recipient"} and row["relation_type"] == "SUPPLIES"
    return replace(argument, role="receiver", slot="recipient") if receiver else argument
