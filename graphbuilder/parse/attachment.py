"""Hangs prepositional phrases where the noun or verb in front of them asks for them, before anything reads the tree."""

from functools import cache

from graphbuilder.lexicon.tables import table
from graphbuilder.parse.syntax import Node, move


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """Verbs of one class of the table, in base form."""
    return frozenset(row["verb"] for row in table("verb_classes.tsv", "verb", "class") if row["class"] == kind)


@cache
def _themes() -> frozenset[tuple[str, str]]:
    """Nouns of events with the prepositions that introduce what the event is about: ("order", "for")."""
    found: set[tuple[str, str]] = set()
    for row in table("frames.tsv", "lemma", "pos", "prepositions"):
        if row["pos"] == "noun":
            pairs = [pair.partition("=") for pair in row["prepositions"].split("|") if pair]
            found.update((row["lemma"], preposition) for preposition, _, role in pairs if role == "theme")
    return frozenset(found)


def attach_phrases(nodes: list[Node]) -> None:
    """Apply the repairs of this module to the nodes of one sentence, in place."""
    for case in nodes[1:]:
        noun = case.head
        if case.relation != "case" or noun is None:
            continue
        if noun.relation == "oblique" and noun.subtree()[0] is case:
            _join_theme(nodes[case.index - 1], case, noun)
        elif noun.relation == "noun_modifier" and case.text.lower() == "over":
            _raise_rivals(noun)


def _join_theme(event: Node, case: Node, noun: Node) -> None:
    """Say what an order is for of the order, where it stands deeper: "with sanctions over its order for 24 jets"."""
    deeper = event.relation in ("noun_modifier", "oblique") and event.head is not noun.head
    if (
        deeper
        and any(above is noun.head for above in event.ancestors())
        and (event.lemma, case.text.lower()) in _themes()
    ):
        move(noun, event, "noun_modifier")


def _raise_rivals(noun: Node) -> None:
    """Say "over" of the choice, not of what is chosen: "selected the Archer over bids from France"."""
    chosen = noun.head
    verb = chosen.head if chosen is not None and chosen.relation in ("object", "passive_subject") else None
    if verb is not None and verb.lemma in verbs_of("choosing") and noun.index > verb.index:
        move(noun, verb, "oblique")
