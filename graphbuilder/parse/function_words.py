"""Seats small words that parsers hang wrong: "up to 40", "to" drawn to a later "according", an "it" that is somebody."""

from graphbuilder.parse.attachment import verbs_of
from graphbuilder.parse.syntax import SUBJECTS, Node, move

QUANTIFIERS = frozenset({"both", "all", "each"})
BESIDE = frozenset({"object", "recipient", "oblique", "noun_modifier"})


def seat_function_words(nodes: list[Node]) -> None:
    """Apply the repairs of this module to the nodes of one sentence, in place."""
    for node in nodes:
        if node.relation == "fixed":
            _seat_forward_fixed(nodes, node)
        elif node.text.lower() == "up":
            _seat_bound(nodes, node)
        elif node.relation == "expletive" and node.text.lower() == "it":
            _restore_personal_it(node)
        elif node.relation == "adverb" and (node.pos == "PROPN" or node.index == 0):
            _restore_named_subject(node)
        elif node.relation == "noun_clause" and node.head is not None and node.head.text.lower() in QUANTIFIERS:
            _seat_clause_of_quantifier(node)


def _seat_forward_fixed(nodes: list[Node], word: Node) -> None:
    """No fixed phrase begins behind its parts: "sell jets to Peru, according to": the first "to" is Peru's."""
    if word.head is None or word.head.index < word.index:
        return
    for noun in nodes[word.index + 1 : word.index + 7]:
        if noun.relation in BESIDE and not noun.one("case") and noun.subtree()[0].index == word.index + 1:
            move(word, noun, "case")
            return


def _seat_bound(nodes: list[Node], up: Node) -> None:
    """Hang "up to" below its number, and read what is counted as the object: "sell it up to 40 jets"."""
    if up.index + 2 >= len(nodes) or up.head is None or up.head.pos != "VERB":
        return
    to, number = nodes[up.index + 1], nodes[up.index + 2]
    if to.text.lower() != "to" or number.pos != "NUM":
        return
    counted = number.head if number.relation == "number" and number.head is not None else number
    verb = counted.head
    if verb is not up.head:
        return
    move(up, number, "adverb")
    move(to, up, "fixed")
    if counted.relation != "oblique" or counted.one("case"):
        return
    given = verb.one("object")
    if given is not None and given.pos in ("PRON", "PROPN"):
        given.relation = "recipient"
        given = None
    if given is None:
        counted.relation = "object"


def _restore_personal_it(it: Node) -> None:
    """Read "it" as the subject of a verb that has no other one and does something: "told Oslo that it wants to buy"."""
    verb = it.head
    if verb is None or verb.pos != "VERB" or verb.lemma in verbs_of("impersonal") or it.index > verb.index:
        return
    if verb.one("object", "open_complement") and not verb.one("complement_clause", "copula", *SUBJECTS):
        it.relation = "passive_subject" if verb.one("passive_auxiliary") else "subject"


def _restore_named_subject(name: Node) -> None:
    """A name is no adverb: in front of a verb without a subject it is this subject, "Norway ordered sixty-six jets".

    Taggers take a rare name at the head of a sentence for a word such as "Anyway"; but there the verb would have a subject.
    """
    verb = name.head
    if verb is None or verb.pos != "VERB" or verb.one(*SUBJECTS) or name.index + 1 != verb.index:
        return
    if name.pos == "PROPN" or (verb.tag == "VBD" and verb.relation == "root" and not name.text.endswith("ly")):
        name.pos, name.tag = "PROPN", "NNP"
        name.relation = "passive_subject" if verb.one("passive_auxiliary") else "subject"


def _seat_clause_of_quantifier(clause: Node) -> None:
    """Say a participle behind "both" or "all" of the noun that these count: "two ships, both built by Saab"."""
    quantifier = clause.head
    noun = quantifier.head if quantifier is not None else None
    if noun is not None and noun.relation == "conjunct":
        noun = noun.head
    if quantifier is not None and noun is not None and noun.pos in ("NOUN", "PROPN") and noun.index < quantifier.index:
        move(clause, noun, "noun_clause")
