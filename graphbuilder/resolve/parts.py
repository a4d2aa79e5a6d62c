"""Nouns that point back by the part somebody plays in a deal: "the purchaser" is who asked to buy."""

from graphbuilder.parse.syntax import Node
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.salience import Discourse
from graphbuilder.resolve.words import words

_PARTS = (("buyer_noun", "buyer_verb"), ("seller_noun", "seller_verb"))
_REACH = 12


def by_part(node: Node, sentence: int, discourse: Discourse) -> Draft | None:
    """Return the state or body that last did what the noun says, None where nobody or more than one did.

    Args:
        node: the head of "the purchaser", without further description.
        sentence: number of its sentence.
        discourse: what was read before.
    """
    verbs = next((words(verb) for noun, verb in _PARTS if node.lemma in words(noun)), frozenset())
    if not verbs or node.one("adjective", "compound", "number", "possessor", "noun_modifier") is not None:
        return None
    found: dict[int, Draft] = {}
    for referent in discourse.recent(sentence, _REACH):
        if referent.draft is None or referent.type not in ("COUNTRY", "ORGANIZATION"):
            continue
        for occurrence in referent.occurrences:
            head = occurrence.node.head
            if occurrence.role == "subject" and head is not None and head.lemma in verbs:
                found[id(referent.draft)] = referent.draft
    return next(iter(found.values())) if len(found) == 1 else None
