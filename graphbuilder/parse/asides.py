"""Mends what stands beside a noun, before anything reads the tree.

"The X — a rival of the Y — and the Z": what stands between dashes is taken for a conjunct. "Signed a contract for jets
worth $2 bn": the price is hung below the verb.
"""

from graphbuilder.parse.syntax import Node, move

NOUNS = frozenset({"NOUN", "PROPN"})
OPENING = frozenset({"(", "[", "—", "–"})
CLOSING = frozenset({")", "]", "—", "–"})
STRAY = frozenset(
    {"oblique", "object", "open_complement", "conjunct", "other", "noun_modifier", "parataxis", "recipient"}
)


def seat_asides(nodes: list[Node]) -> None:
    """Make a noun phrase between dashes or brackets say what the noun in front of it is, in place.

    What is coordinated with it behind the closing mark is coordinated with that noun.
    """
    for mark in nodes[1:-1]:
        if mark.text not in OPENING or nodes[mark.index - 1].pos not in NOUNS:
            continue
        close = next((node.index for node in nodes[mark.index + 1 :] if node.text in CLOSING), None)
        if close is None:
            continue
        inside = nodes[mark.index + 1 : close]
        tops = [node for node in inside if node.head not in inside and node.relation != "punctuation"]
        if (
            len(tops) != 1
            or tops[0].pos not in NOUNS
            or tops[0].relation not in STRAY
            or tops[0].one("case", "coordinator")
        ):
            continue
        said_of, aside = nodes[mark.index - 1], tops[0]
        if said_of in aside.subtree():
            continue
        for other in [child for child in aside.all("conjunct") if child.index > close]:
            move(other, said_of, "conjunct")
        move(aside, said_of, "apposition")


def seat_prices(nodes: list[Node]) -> None:
    """Hang an amount behind "worth" below the noun in front of it, in place."""
    for worth in nodes[1:]:
        amount, noun = worth.head, nodes[worth.index - 1]
        if worth.text.lower() != "worth" or worth.relation != "adjective" or amount is None or noun.pos not in NOUNS:
            continue
        if amount.relation in STRAY and amount.index > worth.index and noun not in amount.subtree():
            worth.relation = "case"
            move(amount, noun, "noun_modifier")


def join_hyphenated(nodes: list[Node]) -> None:
    """Make a noun part of the participle it is joined to by a hyphen, in place: "majority-owned", "Soviet-built"."""
    for hyphen in nodes[1:-1]:
        noun, verb = nodes[hyphen.index - 1], nodes[hyphen.index + 1]
        tight = hyphen.text == "-" and not noun.space_after and not hyphen.space_after
        if tight and verb.pos == "VERB" and noun.head is verb and noun.relation in STRAY and not noun.one("case"):
            noun.relation = "compound"
