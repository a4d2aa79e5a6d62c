"""Mends relative clauses, before anything reads the tree: what they lack, and which noun they are said of."""

from functools import cache

from graphbuilder.lexicon.tables import table
from graphbuilder.parse.syntax import SUBJECTS, Node, move

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


@cache
def _content_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("content_nouns.tsv", "noun"))


def restore_relative_objects(nodes: list[Node]) -> None:
    """Read the "that" of a clause that lacks its object as this object, in place: "the jets that Slovakia bought"."""
    for clause in nodes:
        noun = clause.head
        if clause.relation not in ("relative_clause", "noun_clause") or noun is None or noun.pos not in NOUNS:
            continue
        marker = next((mark for mark in clause.all("marker") if mark.text.lower() == "that"), None)
        lacking = (
            clause.pos == "VERB" and clause.one("subject") is not None and not clause.one("object", "complement_clause")
        )
        if marker is not None and lacking and noun.lemma.lower() not in _content_nouns():
            clause.relation, marker.relation, marker.pos = "relative_clause", "object", "PRON"


@cache
def persons() -> frozenset[str]:
    """Nouns for persons, in the singular."""
    return frozenset(row["noun"] for row in table("referring_nouns.tsv", "noun", "type") if row["type"] == "PERSON")


def raise_personal_relatives(nodes: list[Node]) -> None:
    """Say a clause with "who" of the person above, not of the thing in between, in place: "a manager of the plants who spoke"."""
    for clause in nodes:
        thing = clause.head
        if clause.relation != "relative_clause" or thing is None or thing.pos != "NOUN" or thing.lemma in persons():
            continue
        if not any(child.text.lower() == "who" for child in clause.children):
            continue
        person = _person_before(nodes, clause)
        if person is not None and person is not thing and clause not in person.ancestors():
            move(clause, person, "relative_clause")
            continue
        above = thing
        while above.relation == "noun_modifier" and above.head is not None and above.head.index < above.index:
            above = above.head
            if above.lemma in persons():
                move(clause, above, "relative_clause")
                break


def _person_before(nodes: list[Node], clause: Node) -> Node | None:
    """Head of the person's name right in front of a clause: "a visit by Anna Lund, who"."""
    last = clause.subtree()[0].index - 1
    while last >= 0 and nodes[last].text == ",":
        last -= 1
    name = nodes[last] if last >= 0 else None
    while name is not None and name.relation in ("name_part", "compound"):
        name = name.head
    return name if name is not None and name.pos == "PROPN" and nodes[last].entity == "PERSON" else None


def raise_disagreeing_relatives(nodes: list[Node]) -> None:
    """Say a clause of the noun its verb agrees with, in place: "the helicopters of the force, which have been in service"."""
    for clause in nodes:
        noun = clause.head
        pronoun = next((c for c in clause.children if c.text.lower() in ("which", "that", "who")), None)
        if clause.relation != "relative_clause" or noun is None or pronoun is None or noun.one("conjunct"):
            continue
        wanted = _number(clause)
        if pronoun.relation not in SUBJECTS or not wanted or _is_plural(noun) == (wanted == "plural"):
            continue
        above = noun
        while above.relation == "noun_modifier" and above.head is not None and above.head.index < above.index:
            above = above.head
            if above.pos in NOUNS and _is_plural(above) == (wanted == "plural"):
                move(clause, above, "relative_clause")
                break


def _number(clause: Node) -> str:
    """Number of the finite verb of a clause where its form tells: "has" and "was" are singular, "have" and "were" plural."""
    helpers = clause.all("auxiliary", "passive_auxiliary", "copula")
    finite = helpers[0] if helpers else clause
    if finite.tag == "VBZ" or finite.text.lower() == "was":
        return "singular"
    if finite.tag == "VBP" or finite.text.lower() == "were":
        return "plural"
    return ""


def _is_plural(noun: Node) -> bool:
    return noun.tag in ("NNS", "NNPS")


@cache
def _content_operators() -> frozenset[str]:
    return frozenset(
        row["lemma"] for row in table("operators.tsv", "lemma", "complement") if row["complement"] == "content"
    )


def join_content_infinitives(nodes: list[Node]) -> None:
    """Hang an infinitive below the plan or offer right in front of it, not below the verb, in place: "dropped its plan to buy"."""
    for mark in nodes[2:]:
        verb, noun = mark.head, nodes[mark.index - 1]
        if mark.text.lower() != "to" or mark.relation != "marker" or verb is None or noun.relation != "object":
            continue
        below = verb.relation in ("adverbial_clause", "open_complement") and verb.head is noun.head
        if below and noun.lemma in _content_operators():
            move(verb, noun, "noun_clause")


def seat_reduced_relatives(nodes: list[Node]) -> None:
    """Say a passive participle behind a comma of the noun phrase in front of it, in place: "called off the purchase, valued at".

    Parsers hang it below the verb; there it would be a sentence without subject.
    """
    for clause in nodes:
        verb = clause.head
        bare = clause.tag == "VBN" and not clause.one("auxiliary", "passive_auxiliary", "marker", *SUBJECTS)
        if clause.relation != "parataxis" or not bare or verb is None or clause.index < verb.index:
            continue
        first = next(node.index for node in clause.subtree() if node.pos != "PUNCT")
        for noun in verb.all("object", "oblique"):
            last = max(node.index for node in noun.subtree() if node.pos != "PUNCT")
            if last == first - 2 and nodes[first - 1].text == "," and noun.pos in NOUNS:
                move(clause, noun, "noun_clause")
                break
