"""Denials told beside what they deny: "dismissed reports that it had sent", "Moscow denied it", "remains in force"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from graphbuilder.assemble.discourse import before
from graphbuilder.assemble.event import Event
from graphbuilder.assemble.places import Places
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Argument, Statement

# Between a noun such as "reports" and what they report: "that", after at most who told them ("from Indonesia").
_THAT = re.compile(r"(?:\s+[\w'’-]+){0,4}\s+(?:that|of|about)\s.*", re.DOTALL)
# How many sentences back "denied it" may reach.
_REACH = 1


@lru_cache(maxsize=3)
def _words(pos: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("hearsay_words.tsv", "word", "pos") if row["pos"] == pos)


def refuted(statements: Sequence[Statement], places: Places) -> list[Statement]:
    """Return the statements of one sentence with those negated that another one of them says are not so.

    Args:
        statements: the statements of a sentence.
        places: the article's mentions.
    """
    denials = [(s, noun) for s in statements for noun in _hearsay(s, places)]
    return [
        replace(s, polarity="negated") if any(_is_said_in(s, told, noun, places) for told, noun in denials) else s
        for s in statements
    ]


def _hearsay(statement: Statement, places: Places) -> Iterable[Argument]:
    """Yield the arguments of a denial that name what is only said: "reports", "a notice" that did not come."""
    denies = statement.lemma in _words("verb") and statement.polarity == "affirmed"
    lacks = statement.polarity == "negated" and statement.lemma not in _words("verb")
    if denies or lacks:
        yield from (a for a in statement.arguments if places.head(a).casefold() in _words("noun"))


def _is_said_in(statement: Statement, denial: Statement, noun: Argument, places: Places) -> bool:
    if statement is denial or statement.predicate_start <= noun.head_end:
        return False
    return _THAT.fullmatch(places.text[noun.head_end : statement.predicate_start]) is not None


def pointed_denials(events: Sequence[Event], places: Places) -> list[Event]:
    """Return what denials that only point back deny: "Moscow denied it", "The ministry rejected the claims".

    Args:
        events: the article's events.
        places: its mentions.
    """
    out = []
    for statement in places.reading.statements:
        if statement.lemma not in _words("verb") or statement.polarity == "negated":
            continue
        if not any(_points(a, places) for a in statement.arguments if a.slot == "object"):
            continue
        for event in before(events, statement.sentence, statement.predicate_start, _REACH):
            ids = (statement.statement_id,)
            out.append(replace(event, sentence=statement.sentence, position=statement.predicate_start, statements=ids))
    return out


def _points(argument: Argument, places: Places) -> bool:
    word = places.head(argument).casefold()
    definite = argument.text.casefold().startswith(("the ", "this ", "that ", "these ", "those ", "such "))
    bare = argument.text.split()[-1:] == [places.head(argument)]
    return word in _words("pronoun") or (word in _words("noun") and definite and bare)
