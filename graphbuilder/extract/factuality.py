"""Polarity and modality of a predicate, after MinIE's factuality (Gashteovski et al. 2017).

A predicate is read from the outside in: clauses above it ("denied that", "if"), the verbs folded into it
("plan to", "refused to"), its own auxiliaries, adverbs and negated participants.
"""

from dataclasses import dataclass

from graphbuilder.extract.verbs import governing_chain, infinitive, is_clause_of_its_own, is_copular, verb_lemma
from graphbuilder.extract.words import Operator, column, light_verbs, negators, operators
from graphbuilder.parse.syntax import SUBJECTS, Node

CONDITIONAL_MARKS = frozenset({"if", "unless", "provided", "whether"})
FINITE_BE = frozenset({"VBZ", "VBP", "VBD"})
PAST_TAGS = frozenset({"VBD", "VBN"})


@dataclass(slots=True)
class Factuality:
    """How an event is meant; `status` is the state of a deal implied by what governs it, `refusal` the verb that refuses it."""

    polarity: str = "affirmed"
    modality: str = "asserted"
    status: str = ""
    refusal: bool = False

    def negate(self) -> None:
        """Turn the polarity round."""
        self.polarity = "affirmed" if self.polarity == "negated" else "negated"

    def weaken(self, modality: str) -> None:
        """Take over a modality unless the event is already out of the facts."""
        if modality and self.modality == "asserted":
            self.modality = modality


def factuality_of(node: Node, parts: list[Node]) -> Factuality:
    """Read polarity and modality of the predicate headed by `node`.

    Args:
        node: head of the predicate (verb, or the noun or adjective of a copular clause).
        parts: heads of its subjects and objects, where "no", "neither" negate the whole.
    """
    result = Factuality()
    chain = governing_chain(node)
    for verb in chain:
        _own_marks(verb, result)
        if verb.lemma in ("have", "be") and any(each.text.lower() == "yet" for each in verb.all("adverb")):
            result.negate()  # "has yet to sign"
        _governed(verb, "infinitive", result)
    _own_marks(node, result)
    for part in parts:
        if any(each.text.lower() in negators("determiner") for each in [part, *part.all("determiner", "coordinator")]):
            result.negate()
            break
    _clauses_above(chain[0] if chain else node, result)
    return result


def _own_marks(node: Node, result: Factuality) -> None:
    words = [" ".join(each.text.lower() for each in child.subtree()) for child in node.all("adverb", "coordinator")]
    negative = bool(node.all("negation")) or any(word in negators("adverb") for word in words)
    for child in node.children:
        if child.relation in ("auxiliary", "passive_auxiliary", "copula"):
            negative = negative or bool(child.all("negation"))
    if negative:
        result.negate()
    modals = column("modals.tsv", "lemma", "modality")
    for auxiliary in node.all("auxiliary"):
        modality = modals.get(auxiliary.text.lower()) or modals.get(auxiliary.lemma, "")
        if negative and auxiliary.text.lower() in ("could", "would", "can", "ca"):
            continue  # "could not agree", "would not consent": a refusal that happened
        if modality == "conditional" and auxiliary.text.lower() == "would" and _reported_in_past(node):
            modality = "planned"  # future seen from the past: "said it would deliver"
        result.weaken(modality)
    modifiers = column("modal_modifiers.tsv", "word", "modality")
    for adverb in node.all("adverb"):
        result.weaken(modifiers.get(adverb.text.lower(), ""))
    if is_going_to(node):
        result.weaken("planned")


def is_going_to(node: Node) -> bool:
    """ "is to be delivered", "is due to", "are going to": an arranged future."""
    helpers = node.all("auxiliary", "passive_auxiliary", "copula")
    if infinitive(node) and any(each.lemma == "be" and each.tag in FINITE_BE for each in helpers):
        return True
    head = node.head
    return bool(
        node.relation == "open_complement"
        and head is not None
        and infinitive(node)
        and (head.lemma == "be" or (head.lemma == "go" and head.tag == "VBG"))
    )


def _reported_in_past(node: Node) -> bool:
    top: Node | None = node
    while top is not None:
        if any(
            child.lemma in column("speech.tsv", "lemma", "kind") and child.tag in PAST_TAGS
            for child in top.all("parataxis")
        ):
            return True
        if top.relation in ("complement_clause", "parataxis") and top.head is not None:
            return top.head.tag in PAST_TAGS
        top = top.head
    return False


def _governed(verb: Node, complement: str, result: Factuality) -> None:
    operator = operators().get((verb_lemma(verb), complement))
    if operator is not None:
        apply(operator, result)


def apply(operator: Operator, result: Factuality) -> None:
    """Let an operator work on a factuality."""
    if operator.polarity == "negated":
        result.negate()
    if operator.effect == "refusal":
        result.refusal = True
    result.weaken("" if operator.modality == "asserted" else operator.modality)
    result.status = operator.status or result.status


def _clauses_above(node: Node, result: Factuality) -> None:
    """What the clauses around an event make of it: conditions, hopes, denials, requests."""
    while True:
        marks = {mark.text.lower() for mark in node.all("marker")}
        if marks & CONDITIONAL_MARKS:
            if node.head is not None and node.head.lemma in ("ask", "wonder", "inquire"):
                result.modality = "requested"  # "asked whether it could buy": the question outweighs its "could"
            result.weaken("conditional")
        head = node.head
        if head is None:
            return
        if node.relation in ("noun_clause", "relative_clause", "complement_clause") and _is_content(node, head):
            verb = head.head  # "denied reports that it had ordered them"
            if head.relation in ("object", "passive_subject") and verb is not None:
                _governed(verb, "clause", result)
                if verb.one("negation") or any(aux.one("negation") for aux in verb.all("auxiliary")):
                    result.weaken("possible")  # "has received no notice that it was cancelled"
        elif node.relation == "complement_clause":
            _governed(head, "clause", result)
        elif node.relation == "open_complement" and not governing_chain(node):
            _governed(head, "infinitive", result)  # "asked Congress to approve"
            operator = operators().get((verb_lemma(head), "infinitive"))
            if infinitive(node) and head.one("object") and (operator is None or operator.effect == "aspect"):
                result.weaken("planned")  # "will use it to defend": a purpose
        elif _carried(node, head) and head.head is not None:
            outer = Factuality()
            _own_marks(head.head, outer)
            result.weaken(outer.modality)  # "will have no difficulty selling them"
        elif node.relation == "noun_clause" and (
            infinitive(node) or (node.tag == "VBG" and node.one("marker", "case"))
        ):
            # "an agreement to buy", "the option of selling"
            operator = operators().get((head.lemma, "content"))
            apply(operator, result) if operator is not None else result.weaken("planned")
            if head.relation == "object" and head.head is not None:
                _given_up(head.head, result)
        elif node.relation == "adverbial_clause" and any(
            mark.text.lower() == "from" for mark in node.all("marker", "case")
        ):
            _governed(head, "infinitive", result)  # "prevented X from selling"
        elif node.relation == "adverbial_clause" and node.tag == "VBG" and marks & {"in", "by"}:
            result.weaken(factuality_of(head, []).modality)  # "may assist X in building": as possible as the help
        elif node.relation == "adverbial_clause" and infinitive(node) and not is_copular(head):
            result.weaken("planned")  # purpose
        elif node.relation == "conjunct" and is_clause_of_its_own(node):
            return  # "denied that it had bought it, and in April they signed for another": only the first is denied
        elif node.relation in ("conjunct",):
            shared = [c for c in node.children if c.relation in ("auxiliary", *SUBJECTS)]
            if not shared:
                _shared_auxiliaries(head, result)
        elif node.relation == "relative_clause" and (head.lemma, "content") in operators():
            apply(operators()[head.lemma, "content"], result)  # "the only way they get the jets"
            return
        elif node.relation in ("relative_clause", "adverbial_clause", "apposition", "subject", "object", "oblique"):
            return
        node = head


def _carried(node: Node, noun: Node) -> bool:
    """Whether a gerund completes the noun of a light verb: "have difficulty selling"."""
    verb = noun.head
    gerund = node.relation == "noun_clause" and node.tag == "VBG" and not node.one("marker", "case")
    return gerund and verb is not None and verb.lemma in light_verbs()


def _given_up(verb: Node, result: Factuality) -> None:
    """ "abandoned its plan to buy": what is planned will not happen."""
    operator = operators().get((verb_lemma(verb), "noun"))
    if operator is not None and (operator.polarity == "negated" or operator.status == "cancelled"):
        result.negate()


def _is_content(clause: Node, noun: Node) -> bool:
    """Whether a that-clause says what its noun consists in ("reports that it sold them")."""
    marked = any(mark.text.lower() == "that" for mark in clause.all("marker"))
    return marked and noun.pos == "NOUN" and noun.lemma in column("content_nouns.tsv", "noun", "source")


def _shared_auxiliaries(first: Node, result: Factuality) -> None:
    modals = column("modals.tsv", "lemma", "modality")
    for auxiliary in first.all("auxiliary"):
        result.weaken(modals.get(auxiliary.text.lower(), ""))
    if is_going_to(first):
        result.weaken("planned")
