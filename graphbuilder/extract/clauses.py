"""Clauses: which words are predicates, who their subjects are, and what else takes part.

The argument structure follows PredPatt (White et al. 2016) and the clause types of ClausIE (Del Corro and
Gemulla 2013): subjects are shared across coordinated verbs, controlled complements are folded into the verb that
governs them ("agreed to sell"), relative and participial clauses take the noun they modify.
"""

from dataclasses import dataclass, field

from graphbuilder.extract.wording import preposition_of, with_conjuncts
from graphbuilder.extract.words import column, operators
from graphbuilder.parse.syntax import SUBJECTS, Node, Sentence

NOT_PREDICATES = frozenset({
    "adjective", "compound", "case", "marker", "fixed", "name_part", "auxiliary", "passive_auxiliary", "copula", "coordinator",
    "determiner", "number", "discourse", "particle", "punctuation", "adverb", "negation",
})  # fmt: skip
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
# what parsers call a subject that they did not recognise
STRAY = frozenset({"adverb", "other", "vocative", "oblique", "discourse", "parataxis"})
# adjectives that take an amount: "is worth $2 billion"
MEASURING = frozenset({"worth"})
FOLDING = frozenset({"open_complement", "adverbial_clause", "complement_clause", "conjunct"})
NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET", "ADJ"})


@dataclass(slots=True)
class Part:
    """One argument of a clause: `node` heads it, `slot` is its place, `preposition` introduces it."""

    node: Node
    slot: str
    preposition: str = ""


@dataclass(slots=True)
class Clause:
    """One predicate with its parts.

    `chain` are the verbs above that are folded into it, outermost first ("agreed" in "agreed to sell").
    `passive`: the subject undergoes the event. `kind` is `verb` or `copula`.
    """

    head: Node
    kind: str
    rule: str
    chain: list[Node] = field(default_factory=list)
    subjects: list[Node] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    passive: bool = False


def clauses_of(sentence: Sentence) -> list[Clause]:
    """All clauses of a sentence, in text order of their predicates."""
    found = []
    for node in sentence.nodes:
        if is_copular(node):
            found.append(_copular_clause(node))
        elif is_predicate(node) and not _folds_away(node):
            found.append(_verbal_clause(node))
    return found


def is_predicate(node: Node) -> bool:
    """Whether a verb states something of its own (not an auxiliary, not a participle that only describes)."""
    return node.pos in ("VERB", "AUX") and node.relation not in NOT_PREDICATES and not is_copular(node)


def is_copular(node: Node) -> bool:
    """Whether a noun, adjective or phrase is predicated by a form of "be"."""
    return node.pos != "VERB" and node.one("copula") is not None


def is_passive(node: Node) -> bool:
    """Whether a verb's subject undergoes what it says."""
    if node.one("passive_auxiliary", "passive_subject", "agent"):
        return True
    if node.relation == "noun_clause" and node.tag in ("VBN", "VBD") and not node.one("subject"):
        return True
    if node.relation == "adverbial_clause" and node.tag == "VBN" and not node.one("auxiliary", "subject"):
        return True
    if node.relation == "conjunct" and node.head is not None and node.tag == "VBN" and node.head.tag == "VBN":
        return not node.one("auxiliary", "subject", "object") and is_passive(node.head)
    return False


def folded_complement(node: Node) -> Node | None:
    """The infinitive or participle that completes a verb without object of its own: "sell" of "agreed to sell"."""
    if node.one("object", "recipient") and not node.one("passive_auxiliary"):
        return None
    for child in node.children:
        if child.relation == "open_complement" and (child.pos in ("VERB", "AUX") or is_copular(child)):
            return child
        if (
            child.relation in ("adverbial_clause", "complement_clause")
            and infinitive(child)
            and not child.one("subject")
        ):
            # "is ready to sell"; "agreed on Friday to buy", which parsers take for a purpose
            if (is_copular(node) and node.pos == "ADJ") or (node.lemma, "infinitive") in operators():
                return child
    return None


def infinitive(node: Node) -> bool:
    """Whether a verb is introduced by "to"."""
    return any(mark.text.lower() == "to" for mark in node.all("marker"))


def _folds_away(node: Node) -> bool:
    return folded_complement(node) is not None


def governing_chain(node: Node) -> list[Node]:
    """Verbs whose folded complement leads to `node`, outermost first."""
    chain: list[Node] = []
    while node.relation in FOLDING and node.head is not None:
        if node.relation == "conjunct":
            if node.one("subject", "passive_subject", "auxiliary") or node.head.relation != "open_complement":
                break
            node = node.head
            continue
        if folded_complement(node.head) is not node:
            break
        node = node.head
        chain.insert(0, node)
    return chain


# ------------------------------------------------------------------------------------------ subjects


def subjects_of(node: Node, depth: int = 0) -> list[Node]:
    """Who or what a predicate is said of, coordinated subjects apart; empty where the sentence does not say."""
    if depth > 12:
        return []
    own = [child for child in node.children if child.relation in SUBJECTS and child.relation != "clausal_subject"]
    if own:
        # a clause as predicate has its own subject behind the outer one: "the practice is we consult"
        nearest = own[-1:] if node.one("copula") and node.pos == "VERB" else own[:1]
        return [subject for each in nearest for subject in with_conjuncts(antecedent(each, node))]
    bare = _bare_noun_before(node)
    if bare is not None:
        return with_conjuncts(bare)
    head = node.head
    if head is None:
        return []
    if node.relation == "conjunct":
        return subjects_of(head, depth + 1)
    if node.relation == "open_complement":
        return _controller(node, head, depth)
    if node.relation == "adverbial_clause":
        return _main_clause_subject(node, head, depth)
    if node.relation == "noun_clause":
        return _modified_noun(node, head, depth)
    if node.relation == "relative_clause" and not _relative_object(node):
        return [head]
    return []


def _bare_noun_before(node: Node) -> Node | None:
    """A noun without preposition in front of a finite verb that lacks a subject is that subject, whatever the parser called it."""
    finite = {node.tag, *(each.tag for each in node.all("auxiliary", "passive_auxiliary", "copula"))} & FINITE_TAGS
    if not finite or node.relation in ("relative_clause", "open_complement"):
        return None
    for child in node.children:
        if (
            child.index < node.index
            and child.relation in STRAY
            and child.pos in ("PROPN", "NOUN", "PRON")
            and not child.one("case")
        ):
            if child.text.lower() not in column("time_nouns.tsv", "noun", "kind") and child.entity != "DATE":
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


def _controller(node: Node, head: Node, depth: int) -> list[Node]:
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


# ------------------------------------------------------------------------------------------- clauses


def _verbal_clause(node: Node) -> Clause:
    chain = governing_chain(node)
    passive = is_passive(node)
    clause = Clause(node, "verb", "passive" if passive else "active", chain, subjects_of(node), [], passive)
    for verb in [node, *reversed(chain)]:
        clause.parts.extend(_parts(verb, node))
    if node.relation == "conjunct" and node.head is not None and not _has_object(clause) and passive:
        clause.parts.extend(part for part in _parts(node.head, node) if part.slot == "agent")
    _add_relative_object(node, clause)
    clause.parts.sort(key=lambda part: part.node.index)
    return clause


def _has_object(clause: Clause) -> bool:
    return any(part.slot == "object" for part in clause.parts)


def _add_relative_object(node: Node, clause: Clause) -> None:
    """ "the jets that Slovakia bought", "the tanks Warsaw has promised": the noun is the object."""
    top = clause.chain[0] if clause.chain else node
    if (
        top.relation != "relative_clause"
        or top.head is None
        or clause.passive
        or _has_object(clause)
        or top.one("marker")
    ):
        return
    pronouns = [c for c in node.children if c.text.lower() in RELATIVE_PRONOUNS and c.relation in SUBJECTS]
    if clause.subjects and top.head not in clause.subjects and not pronouns and not _relative_adjunct(node):
        clause.parts.append(Part(top.head, "object"))


def _relative_adjunct(node: Node) -> bool:
    """ "under which the navy will lease a boat", "the day it left": the noun is no object."""
    return any(
        c.text.lower() in ("which", "whom", "where", "when", "why") and c.relation != "object" for c in node.subtree()
    )


def _parts(verb: Node, content: Node) -> list[Part]:
    parts: list[Part] = []
    for child in verb.children:
        relation = child.relation
        if relation == "object":
            parts.extend(Part(each, "object") for each in with_conjuncts(antecedent(child, verb)))
        elif relation == "recipient":
            parts.extend(Part(each, "recipient") for each in with_conjuncts(antecedent(child, verb)))
        elif relation == "agent":
            parts.extend(Part(each, "agent", "by") for each in with_conjuncts(child))
        elif relation == "oblique":
            preposition = preposition_of(child)
            slot = "agent" if preposition == "by" and is_passive(verb) and _can_act(child) else "oblique"
            parts.extend(
                Part(each, slot, preposition_of(each) or preposition)
                for each in with_conjuncts(antecedent(child, verb))
            )
        elif relation == "complement_clause":
            parts.append(Part(child, "complement"))
        elif (
            relation == "open_complement"
            and child is not content
            and child.pos in NOMINAL_POS
            and not is_copular(child)
        ):
            parts.append(Part(child, "complement", preposition_of(child)))
    return parts


def _can_act(node: Node) -> bool:
    """Whether "by X" may name who did it: not a time, a number or an amount."""
    return node.pos in ("PROPN", "PRON", "NOUN") and node.text.lower() not in column("time_nouns.tsv", "noun", "kind")


def _copular_clause(node: Node) -> Clause:
    chain = governing_chain(node)
    clause = Clause(node, "copula", "copula", chain, subjects_of(node))
    if node.lemma not in MEASURING:
        clause.parts.append(Part(node, "attribute", preposition_of(node)))
    for child in node.children:
        if node.lemma in MEASURING and child.relation in ("object", "oblique", "noun_modifier", "open_complement"):
            clause.parts.append(Part(child, "object"))
            continue
        if child.relation == "oblique" or (child.relation == "noun_modifier" and node.pos == "ADJ"):
            preposition = preposition_of(child)
            clause.parts.extend(
                Part(each, "oblique", preposition_of(each) or preposition) for each in with_conjuncts(child)
            )
    return clause
