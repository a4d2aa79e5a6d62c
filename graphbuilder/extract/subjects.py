"""Who or what a predicate is said of: its own subject, a shared one, a controller, or the noun a clause modifies."""

from graphbuilder.extract.verbs import infinitive, is_copular
from graphbuilder.extract.wording import preposition_of, with_conjuncts
from graphbuilder.extract.words import column, light_verbs
from graphbuilder.parse.syntax import SUBJECTS, Node

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
# what parsers call a subject that they did not recognise
STRAY = frozenset({"adverb", "other", "vocative", "oblique", "discourse", "parataxis"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})


def subjects_of(node: Node, depth: int = 0) -> list[Node]:
    """Who or what a predicate is said of, coordinated subjects apart; empty where the sentence does not say."""
    if depth > 12:
        return []
    own = [child for child in node.children if child.relation in SUBJECTS and child.relation != "clausal_subject"]
    if own:
        # a clause as predicate has its own subject behind the outer one: "the practice is we consult"
        if own[0].text.lower() in ("both", "all", "each") and _trailing_participle(node, node.head or node):
            # "includes radars and missiles, both made by X"
            return with_conjuncts(antecedent((node.head or node).all("object")[-1], node.head or node))
        nearest = own[-1:] if node.one("copula") and node.pos == "VERB" else own[:1]
        return [subject for each in nearest for subject in with_conjuncts(antecedent(each, node))]
    bare = _bare_noun_before(node)
    if bare is not None:
        return with_conjuncts(bare)
    head = node.head
    if head is None:
        return []
    if _trailing_participle(node, head):
        # "signed a contract, valued at $2 bn": what is valued is the contract
        return with_conjuncts(antecedent(head.all("object")[-1], head))
    if node.relation == "conjunct":
        return subjects_of(head, depth + 1)
    if node.relation == "open_complement":
        return _controller(head, depth)
    if node.relation == "adverbial_clause":
        return _main_clause_subject(node, head, depth)
    if node.relation == "noun_clause":
        return _modified_noun(node, head, depth)
    if node.relation == "relative_clause" and not _relative_object(node):
        return [head]
    return []


def _bare_noun_before(node: Node) -> Node | None:
    """A bare noun in front of a finite verb that lacks a subject is that subject, whatever the parser called it."""
    finite = {node.tag, *(each.tag for each in node.all("auxiliary", "passive_auxiliary", "copula"))} & FINITE_TAGS
    if not finite or node.relation in ("relative_clause", "open_complement"):
        return None
    times = column("time_nouns.tsv", "noun", "kind")
    for child in node.children:
        noun = child.pos in ("PROPN", "NOUN", "PRON") and not child.one("case") and child.text.lower() not in times
        if noun and child.index < node.index and child.relation in STRAY and child.entity != "DATE":
            return child
    return None


def antecedent(pronoun: Node, clause: Node) -> Node:
    """The noun a relative pronoun stands for, or the node itself."""
    if pronoun.text.lower() not in RELATIVE_PRONOUNS or pronoun.pos not in ("PRON", "DET", "SCONJ"):
        return pronoun
    node: Node | None = clause
    while node is not None and node.relation in ("conjunct", "open_complement"):
        node = node.head
    if node is not None and node.relation in ("relative_clause", "noun_clause") and node.head is not None:
        return node.head
    return pronoun


def _trailing_participle(node: Node, head: Node) -> bool:
    """Whether a past participle without helpers stands behind the object of an active verb."""
    participle = node.tag == "VBN" or (node.tag == "VBD" and node.relation == "adverbial_clause")
    if node.relation not in ("conjunct", "adverbial_clause") or not participle or head.tag == "VBN":
        return False
    if node.one("auxiliary", "passive_auxiliary", "marker", "object", "copula"):
        return False
    objects = head.all("object")
    return bool(objects) and objects[-1].index < node.index


def _controller(head: Node, depth: int) -> list[Node]:
    controlled = head.one("object", "recipient")
    if controlled is not None and not head.one("passive_auxiliary"):
        return with_conjuncts(antecedent(controlled, head))
    return subjects_of(head, depth + 1)


def _main_clause_subject(node: Node, head: Node, depth: int) -> list[Node]:
    marks = {mark.text.lower() for mark in node.all("marker", "case")}
    if "for" in marks and node.tag == "VBG":
        # "imposed sanctions on X for buying Y": who is blamed or thanked is who did it
        target = _target(head)
        if target is not None:
            return with_conjuncts(target)
    touched = head.one("object") if {"of", "from", "in"} & marks and node.tag == "VBG" else None
    if touched is not None and not is_copular(head):
        return with_conjuncts(touched)  # "accused X of selling", "prevented X from selling", "assisted X in selling"
    if head.pos in ("VERB", "AUX") or is_copular(head):
        return subjects_of(head, depth + 1)
    return []


def _target(head: Node) -> Node | None:
    for child in head.children:
        if child.relation == "oblique" and preposition_of(child) in ("on", "against"):
            return child
        if child.relation == "object":
            inner = next((m for m in child.all("noun_modifier") if preposition_of(m) in ("on", "against")), None)
            return inner or (child if child.pos in ("PROPN", "PRON") else None)
    return None


def _modified_noun(node: Node, head: Node, depth: int) -> list[Node]:
    if (
        node.relation == "noun_clause"
        and _reports(node)
        and head.relation == "oblique"
        and head.pos == "NOUN"
        and head.head
    ):
        return subjects_of(head.head, depth + 1)  # "was caught on camera asking": no camera asks
    light = head.relation == "object" and head.head is not None and head.head.lemma in light_verbs()
    if node.tag == "VBG" and light and head.head is not None and not node.one("marker", "case"):
        return subjects_of(head.head, depth + 1)  # "had difficulty selling them", "made a decision approving it"
    if node.tag == "VB" or infinitive(node) or node.one("marker", "case"):
        owner = head.one("possessor")
        if owner is not None:
            return with_conjuncts(owner)
        if node.tag == "VBG":
            return []  # "discussed the option of selling": who would sell is not said
        if head.relation in ("object", "oblique") and head.head is not None:
            return subjects_of(head.head, depth + 1)
        return []
    return [head]


def _reports(node: Node) -> bool:
    return node.lemma in column("speech.tsv", "lemma", "kind")


def _relative_object(node: Node) -> bool:
    """Whether the relative pronoun of a clause is its object, or the clause has a subject and lacks an object."""
    return any(child.relation == "object" and child.text.lower() in RELATIVE_PRONOUNS for child in node.children)
