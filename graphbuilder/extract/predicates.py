"""How a predicate reads: its base form, its wording in the sentence, its tense."""

from graphbuilder.extract.clauses import MEASURING, Clause
from graphbuilder.extract.factuality import is_going_to
from graphbuilder.extract.verbs import infinitive, is_passive, verb_lemma
from graphbuilder.extract.wording import joined
from graphbuilder.extract.words import operators
from graphbuilder.parse.syntax import Node

SURFACE = frozenset({"auxiliary", "passive_auxiliary", "copula", "negation", "particle"})


def base_form(node: Node) -> str:
    """Base form of one verb with its particle, in the passive where its subject undergoes it ("be suspended")."""
    return _passive_form(node) if is_passive(node) else verb_lemma(node)


def _passive_form(verb: Node) -> str:
    """The participle with its copula and particle: "be handed over"."""
    particle = verb.one("particle")
    return " ".join(["be", verb.text.lower(), *([particle.text.lower()] if particle is not None else [])])


def relation_of(clause: Clause, agentless: bool) -> str:
    """The predicate in base form with the verbs folded into it: "refuse to sell", "be expected to sign".

    Verbs of beginning and going on, and those that only say where the news comes from ("is said to"), are left out.
    """
    words: list[str] = []
    for position, verb in enumerate([*clause.chain, clause.head]):
        last = position == len(clause.chain)
        if not last and _left_out(verb):
            continue
        if last and clause.kind == "copula":
            form = "be worth" if verb.lemma in MEASURING else "be"
        elif last and clause.passive:
            form = _passive_form(verb) if agentless else verb_lemma(verb)
        elif verb.one("copula") and verb.pos != "VERB":
            # "too early to say": it has not been said
            excess = [each.text.lower() for each in verb.all("adverb") if each.text.lower() == "too"]
            form = " ".join(["be", *excess, verb.text.lower()])
        else:
            form = base_form(verb) if not last else verb_lemma(verb)
        if words and verb.tag == "VBG" and not infinitive(verb):
            form = verb.text.lower()  # "stop selling", "consider buying"
        elif words:
            words.append("to")
        words.append(form)
    return " ".join(words)


def _left_out(verb: Node) -> bool:
    operator = operators().get((verb_lemma(verb), "infinitive"))
    if verb.lemma in ("go", "be", "have") and not verb.one("object"):
        return True
    return operator is not None and (operator.effect in ("aspect", "evidence") and operator.polarity != "negated")


def surface_of(clause: Clause) -> str:
    """The predicate as it stands: "had originally planned to buy" without what stands between."""
    nodes: list[Node] = []
    for verb in [*clause.chain, clause.head]:
        if clause.kind == "copula" and verb is clause.head:
            nodes.extend(verb.all("auxiliary", "copula", "negation"))
            continue
        nodes.append(verb)
        nodes.extend(child for child in verb.children if _belongs(child, verb))
        if verb is not clause.head or clause.chain or is_going_to(verb):
            nodes.extend(mark for mark in _infinitive_marks(verb))
    return joined(nodes) or clause.head.text


def _infinitive_marks(verb: Node) -> list[Node]:
    """The "to" of an infinitive, also the one it shares: "were able to hold the town and defeat the attack"."""
    bearer = verb
    if (
        verb.relation == "conjunct"
        and verb.tag == "VB"
        and verb.head is not None
        and not verb.one("marker", "auxiliary")
    ):
        bearer = verb.head
    return [mark for mark in bearer.all("marker") if infinitive(bearer) and mark.text.lower() == "to"]


def _belongs(child: Node, verb: Node) -> bool:
    if child.relation == "copula" and verb.pos == "VERB" and verb.one("passive_auxiliary", "auxiliary", "marker"):
        return False  # "the practice is that they are sold": the clause is the predicate of the first "is"
    return child.relation in SURFACE or _within(child, verb)


def _within(adverb: Node, verb: Node) -> bool:
    """Whether an adverb stands between the auxiliary and its verb, or right before the verb."""
    if adverb.relation != "adverb" or adverb.children or adverb.index > verb.index:
        return False
    helpers = [child.index for child in verb.all("auxiliary", "passive_auxiliary", "copula")]
    return adverb.index == verb.index - 1 or any(index < adverb.index for index in helpers)


def tense_of(node: Node, chain: list[Node]) -> str:
    """`past`, `present`, `progressive`, `future` or empty, from the finite verb of the clause."""
    top = chain[0] if chain else node
    auxiliaries = [each for each in top.children if each.relation in ("auxiliary", "passive_auxiliary", "copula")]
    if any(each.text.lower() in ("will", "shall", "'ll", "’ll", "wo") for each in auxiliaries):
        return "future"
    if top.tag == "VBG" and any(each.lemma == "be" for each in top.all("auxiliary")):
        return "progressive"
    for verb in [*auxiliaries, top]:
        if verb.tag == "VBD" or (verb.lemma == "have" and verb.relation == "auxiliary") or verb.text.lower() == "had":
            return "past"
        if verb.tag in ("VBZ", "VBP"):
            return "present"
    if top.tag == "VBN":
        return "past"
    if node.relation in ("conjunct",) and node.head is not None:
        return tense_of(node.head, [])
    return ""
