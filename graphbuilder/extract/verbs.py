"""What kind of predicate a node is, and which verbs fold into one."""

from graphbuilder.extract.words import column, operators
from graphbuilder.parse.syntax import Node

NOT_PREDICATES = frozenset({
    "adjective", "compound", "case", "marker", "fixed", "name_part", "auxiliary", "passive_auxiliary", "copula", "coordinator",
    "determiner", "number", "discourse", "particle", "punctuation", "adverb", "negation",
})  # fmt: skip
FOLDING = frozenset({"open_complement", "adverbial_clause", "complement_clause", "conjunct"})


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
    bare = not node.one("auxiliary", "subject", "object", "marker")
    if node.relation == "adverbial_clause" and (node.tag == "VBN" and not node.one("auxiliary", "subject")):
        return True
    if node.relation == "adverbial_clause" and node.tag == "VBD" and bare:
        return True  # a finite verb would have a subject: "signed the deal, valued at $2 bn"
    if node.relation == "conjunct" and node.head is not None and node.tag == "VBN" and node.head.tag == "VBN":
        return not node.one("auxiliary", "subject", "object") and is_passive(node.head)
    return False


def folded_complement(node: Node) -> Node | None:
    """The infinitive or participle that completes a verb without object of its own: "sell" of "agreed to sell"."""
    if node.one("object", "recipient") and not node.one("passive_auxiliary"):
        return None
    governs = (is_copular(node) and node.pos == "ADJ") or (node.lemma, "infinitive") in operators()
    for child in node.children:
        if child.relation == "open_complement" and (child.pos in ("VERB", "AUX") or is_copular(child)):
            return child
        purpose = child.relation in ("adverbial_clause", "complement_clause") and not child.one("subject")
        goes_on = child.tag == "VBG" and not child.one("marker", "case") and _is_aspect(node)
        if purpose and ((governs and infinitive(child)) or goes_on):
            # "is ready to sell"; "agreed on Friday to buy", which parsers take for a purpose; "will go on buying"
            return child
    return None


def _is_aspect(node: Node) -> bool:
    operator = operators().get((verb_lemma(node), "infinitive"))
    return operator is not None and operator.effect == "aspect"


def infinitive(node: Node) -> bool:
    """Whether a verb is introduced by "to"."""
    return any(mark.text.lower() == "to" for mark in node.all("marker"))


def governing_chain(node: Node) -> list[Node]:
    """Verbs whose folded complement leads to `node`, outermost first."""
    chain: list[Node] = []
    while node.relation in FOLDING:
        head = node.head
        if head is None:
            break
        if node.relation == "conjunct":
            if node.one("subject", "passive_subject", "auxiliary") or head.relation != "open_complement":
                break
        elif folded_complement(head) is not node:
            break
        else:
            chain.insert(0, head)
        node = head
    return chain


def verb_lemma(verb: Node) -> str:
    """Lemma of a verb with its particle ("call off"); a participle used as adjective counts as its verb."""
    particle = verb.one("particle")
    return f"{verb.lemma} {particle.text.lower()}" if particle is not None else verb.lemma


def is_speech(node: Node) -> bool:
    """Whether a verb reports what somebody says or thinks."""
    return node.pos == "VERB" and node.lemma in column("speech.tsv", "lemma", "kind")


def is_clause_of_its_own(node: Node) -> bool:
    """Whether a coordinated clause is set off by a comma and has its own subject, so that what governs the first stops there."""
    set_off = any(mark.text == "," and mark.index < node.index for mark in node.all("punctuation"))
    return set_off and bool(node.one("subject", "passive_subject")) and bool(node.one("coordinator"))
