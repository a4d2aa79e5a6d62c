"""Clauses: which words are predicates, who their subjects are, and what else takes part.

The argument structure follows PredPatt (White et al. 2016) and the clause types of ClausIE (Del Corro and
Gemulla 2013): subjects are shared across coordinated verbs, controlled complements are folded into the verb that
governs them ("agreed to sell"), relative and participial clauses take the noun they modify.
"""

from dataclasses import dataclass, field

from graphbuilder.extract.subjects import RELATIVE_PRONOUNS, antecedent, subjects_of
from graphbuilder.extract.verbs import (
    folded_complement,
    governing_chain,
    is_copular,
    is_passive,
    is_predicate,
    is_speech,
)
from graphbuilder.extract.wording import preposition_of, with_conjuncts
from graphbuilder.extract.words import column
from graphbuilder.parse.syntax import SUBJECTS, Node, Sentence, move

# adjectives that take an amount: "is worth $2 billion"
MEASURING = frozenset({"worth"})
# adverbs that place an event in time or space by themselves
SPANS = frozenset({"today", "yesterday", "tomorrow", "abroad", "overseas", "here", "there", "elsewhere"})
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
        if folded_complement(node) is not None:
            continue
        if is_copular(node):
            found.append(_copular_clause(node))
        elif is_predicate(node):
            found.append(_verbal_clause(node))
    return found


def _verbal_clause(node: Node) -> Clause:
    chain = governing_chain(node)
    passive = is_passive(node)
    subjects = [each for each in subjects_of(node) if not _is_expletive(each, node)]
    clause = Clause(node, "verb", "passive" if passive else "active", chain, subjects, [], passive)
    for verb in [node, *reversed(chain)]:
        clause.parts.extend(_parts(verb, node))
    if node.relation == "conjunct" and node.head is not None and not _has_object(clause) and passive:
        clause.parts.extend(part for part in _parts(node.head, node) if part.slot == "agent")
    _add_shared_object(node, clause)
    _add_nested_agent(clause)
    _add_relative_object(node, clause)
    _add_reported(node, clause)
    clause.parts.sort(key=lambda part: part.node.index)
    return clause


def _add_nested_agent(clause: Clause) -> None:
    """ "was awarded a contract by the ministry": who acts, where the parser hung it below the object."""
    if not clause.passive or any(part.slot == "agent" for part in clause.parts):
        return
    for part in list(clause.parts):
        for inner in part.node.all("noun_modifier") if part.slot == "object" else ():
            if preposition_of(inner) == "by" and _can_act(inner):
                move(inner, clause.head, "agent")
                clause.parts.append(Part(inner, "agent", "by"))


def _is_expletive(subject: Node, verb: Node) -> bool:
    """ "It was announced that": the clause is the subject."""
    return (
        subject.text.lower() == "it"
        and subject.relation == "passive_subject"
        and bool(verb.one("complement_clause", "clausal_subject"))
    )


def _add_shared_object(node: Node, clause: Clause) -> None:
    """ "will build and equip the frigates": an object behind both verbs is that of both, wherever the parser hung it."""
    first = node.head
    if node.relation != "conjunct" or first is None or first.pos != "VERB" or clause.passive or is_passive(first):
        return
    own = {"object", "recipient", "oblique", "complement", "agent"}
    if not any(part.slot in own and part.node.head is node for part in clause.parts) and not node.one("subject"):
        behind = [each for each in first.all("object") if each.index > node.index]
        clause.parts.extend(Part(each, "object") for shared in behind[:1] for each in with_conjuncts(shared))


def expletive_of(clause: Clause) -> list[Node]:
    """The "it" in the subject's place of a clause whose subject follows as a clause, which becomes one of its parts, in place."""
    head = clause.head
    found = [
        c for c in head.children if c.text.lower() == "it" and c.relation in ("expletive", "subject", "passive_subject")
    ]
    if found:
        clause.parts.extend(Part(each, "complement") for each in head.all("clausal_subject") if each.index > head.index)
    return found[:1]


def _add_reported(node: Node, clause: Clause) -> None:
    """What a verb of saying set off by a comma reports is the clause it stands in: ", officials said"."""
    silent = not any(part.slot in ("object", "complement") for part in clause.parts)
    if node.relation == "parataxis" and node.head is not None and silent and is_speech(node):
        clause.parts.append(Part(node.head, "complement"))


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
        elif relation == "adverbial_clause" and child is not content and (marks := child.all("marker", "case")):
            parts.append(Part(child, "adjunct", " ".join(mark.text.lower() for mark in marks)))
        elif relation == "adverb" and (child.one("oblique", "noun_modifier") or child.text.lower() in SPANS):
            parts.append(Part(child, "oblique"))  # "several years ago", "earlier that day"
        elif (
            relation == "open_complement"
            and child is not content
            and child.pos in NOMINAL_POS
            and not is_copular(child)
            and child.lemma not in MEASURING
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


def turn_specification(clause: Clause) -> None:
    """Turn a clause that names who or what is described, in place: "The prime contractor will be Saab" is about Saab."""
    node = clause.head
    described = [each for each in clause.subjects if each.pos == "NOUN"]
    if (
        clause.kind != "copula"
        or node.pos != "PROPN"
        or node.one("case")
        or len(described) != 1
        or len(clause.subjects) != 1
    ):
        return
    clause.subjects = with_conjuncts(node)
    clause.parts = [Part(described[0], "attribute"), *(part for part in clause.parts if part.slot != "attribute")]
