"""What third-person pronouns refer to: syntax first, then the most present thing that fits.

The order of preferences follows Hobbs (1978) and Lappin and Leass (1994). Precision goes first: a pronoun whose best
candidate has no name, or hardly beats the next one, is left alone.
"""

from dataclasses import dataclass

from graphbuilder.parse.syntax import Node
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.quotes import Quotes
from graphbuilder.resolve.referring import expected_types, possessor_types, says
from graphbuilder.resolve.salience import Discourse, Group, Referent, winner
from graphbuilder.resolve.syntax_place import argument, higher_subjects, predicate, role, subject_of

_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "these", "those"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_POSSESSIVE = frozenset({"his", "her", "hers", "its", "their", "theirs"})
_RELATIVE = frozenset({"who", "whom", "which", "whose", "that"})
_RAISING = frozenset("seem appear happen remain matter take rain snow".split())
# "Haluk; his brother Selcuk": what hangs on a phrase by these may point at it.
_LOOSE = frozenset({"conjunct", "apposition", "parataxis", "relative_clause", "adverbial_clause"})
_INANIMATE = frozenset({"COUNTRY", "ORGANIZATION", "WEAPON", "LOCATION", "EVENT", ""})
_ACTING = frozenset({"COUNTRY", "ORGANIZATION", "WEAPON", ""})
_REACH = 3
_MARGIN = {"PERSON": 1.05, "": 1.4}
_PARALLEL = 25.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pronoun asks of its referent."""

    word: str
    gender: str
    plural: bool
    possessive: bool
    types: frozenset[str]


def wanted(word: str, node: Node) -> Wanted | None:
    """Return what a pronoun asks for; None for words that are no third-person pronoun or point at nothing."""
    word = word.casefold()
    # "her" is possessive before a noun, "his" always
    possessive = word in _POSSESSIVE and not (word == "her" and node.relation not in ("possessor", "determiner"))
    if word in _PERSONAL:
        return Wanted(word, _PERSONAL[word], False, possessive, frozenset({"PERSON"}))
    if word in _NEUTER:
        if _is_expletive(node):
            return None
        # "it" that is a place is too often the weather, a deal or what was just said
        others = _INANIMATE if possessive or word == "itself" else _ACTING
        return Wanted(word, "n", False, possessive, _expected(node) or others)
    if word in _PLURAL:
        return Wanted(word, "", True, possessive, frozenset())
    return None


def _expected(node: Node) -> frozenset[str]:
    verb = node.head
    if verb is not None and node.relation in ("possessor", "determiner"):
        if verb.pos == "PROPN" and any(map(str.isdigit, verb.text)):  # "its S-400"
            return frozenset({"COUNTRY", "ORGANIZATION"})
        return possessor_types(verb.lemma)
    if verb is None or verb.pos not in ("VERB", "AUX"):
        return frozenset()
    # "it to buy": the subject of an infinitive below it counts as the verb's own
    return expected_types(verb.lemma, node.relation)


def _is_expletive(node: Node) -> bool:
    """ "It is clear that", "it seems", "made it clear", "it is 2 p.m.": an "it" that stands for nothing before it."""
    if node.relation == "expletive":
        return True
    head = node.head
    if head is None or node.text.casefold() != "it":
        return False
    if node.relation in ("subject", "passive_subject"):
        if head.lemma in _RAISING or (head.lemma == "turn" and head.one("particle")):
            return True
        later = [
            child
            for child in head.all("complement_clause", "open_complement", "clausal_subject")
            if child.index > head.index
        ]
        return head.one("copula") is not None and head.pos in ("ADJ", "NOUN", "ADV", "NUM") and bool(later)
    if node.relation == "object":  # "has made it clear that"
        return any(child.pos == "ADJ" and child.relation == "open_complement" for child in head.children)
    return False


def _antecedent(node: Node) -> Node:
    """The noun that a relative pronoun stands for, else the node itself."""
    if node.tag not in ("WP", "WDT"):
        return node
    clause: Node | None = node
    while clause is not None and clause.relation != "relative_clause":
        clause = clause.head
    return clause.head if clause is not None and clause.head is not None else node


def _same_form(want: Wanted, node: Node) -> bool:
    word = node.text.casefold()
    return node.pos == "PRON" and (_PERSONAL.get(word) == want.gender or (want.gender == "n" and word in _NEUTER))


class PronounResolver:
    """Finds what the pronouns of one article refer to.

    Args:
        discourse: what was read so far; it grows while the article is walked through.
        quotes: the quotations of the article.
    """

    def __init__(self, discourse: Discourse, quotes: Quotes) -> None:
        self._discourse = discourse
        self._quotes = quotes

    def resolve(self, word: str, node: Node, sentence: int) -> tuple[tuple[Draft, ...], str]:
        """Return the things a pronoun refers to, none where that is not sure, and why."""
        if word.casefold() in _RELATIVE:
            return self._relative(node, sentence)
        want = wanted(word, node)
        if want is None:
            return (), ""
        if want.plural:
            return self._plural(want, node, sentence)
        drafts, why = self._singular(want, node, sentence)
        for draft in drafts:
            if draft.type == "PERSON" and not draft.gender:
                draft.gender = want.gender  # from here on, "he" is no "she"
        return drafts, why

    def _singular(self, want: Wanted, node: Node, sentence: int) -> tuple[tuple[Draft, ...], str]:
        if want.types == _ACTING and node.head is not None and node.head.one("copula") is not None:
            return (), ""  # "it is a threat"
        for candidate, why in self._preferred(want, node):
            referent = self._discourse.at(candidate)
            if referent is None and _same_form(want, candidate):
                return (), ""  # "he ... his": what the first one means is not known either
            if referent is None or self._bound(want, node, candidate) or self._speaks(want, node, candidate):
                continue
            if self._fits(want, referent):
                return ((referent.draft,), why) if referent.draft is not None else ((), "")
        if want.types == _ACTING:
            return (), ""  # nothing tells a state from a deal
        return self._most_present(want, node, sentence)

    def _relative(self, node: Node, sentence: int) -> tuple[tuple[Draft, ...], str]:
        for near in self._discourse.recent(sentence, 0):
            if near.draft is not None and 0 < node.start - near.last().end <= len(", "):  # the name right before it
                person = node.text.casefold() in ("who", "whom", "whose")
                return ((near.draft,), "relative clause") if (near.type == "PERSON") == person else ((), "")
        clause: Node | None = node
        while clause is not None and clause.relation != "relative_clause":
            clause = clause.head
        if clause is None or clause.head is None:
            return (), ""
        referent = self._discourse.at(clause.head)
        if referent is None or referent.draft is None or clause.head.start > node.start:
            return (), ""
        if referent.type != "PERSON" and node.text.casefold() in ("who", "whom"):
            return (), ""
        return (referent.draft,), "relative clause"

    def _preferred(self, want: Wanted, node: Node) -> list[tuple[Node, str]]:
        """Phrases that syntax makes likely, the likeliest first."""
        out: list[tuple[Node, str]] = []
        if want.possessive and node.head is not None and node.head.relation in ("conjunct", "apposition"):
            first = node.head.head  # "the department and its director"
            if first is not None and first.start < node.start and len(first.all("conjunct")) < 2:
                out.append((first, "coordination"))
        verb = predicate(node)
        if verb is None:
            return out
        own = subject_of(verb)
        inside = own is not None and argument(node) is own
        if own is not None and (want.possessive or want.word in _REFLEXIVE) and not inside:
            out.append((own, "subject of its clause"))
        if want.possessive or inside or role(node) in ("subject", "passive_subject", "object", "oblique"):
            out += [(found, f"subject of the clause above ({relation})") for found, relation in higher_subjects(verb)]
        out = [(_antecedent(found), why) for found, why in out]
        return [(found, why) for found, why in out if found.start < node.start and found is not node]

    def _fits(self, want: Wanted, referent: Referent) -> bool:
        if referent.type not in want.types:
            return False
        if "PERSON" in want.types:
            gender = referent.draft.gender if referent.draft is not None else referent.gender
            return gender in ("", want.gender) and not referent.last().plural
        return not referent.last().plural

    def _bound(self, want: Wanted, node: Node, candidate: Node) -> bool:
        """Whether grammar forbids the link: two arguments of one predicate, or a phrase that holds the pronoun."""
        if want.word in _REFLEXIVE:
            return False
        inner = node
        while inner.head is not None and inner.relation not in _LOOSE:
            inner = inner.head
            if inner is candidate:
                return True
        verb = predicate(node)
        if want.possessive or verb is None or argument(node) is not node:
            return False
        # "Microsoft no longer wants to support it": the understood subject is an argument too
        own = subject_of(verb)
        if own is not None and own is not node and _antecedent(own) is candidate:
            return True
        return argument(candidate) is candidate and predicate(candidate) is verb

    def _speaks(self, want: Wanted, node: Node, candidate: Node) -> bool:
        """Whether the candidate speaks the words that the pronoun stands in: he would call himself "I" there."""
        if "PERSON" not in want.types or self._quotes.at(node.start) < 0 or self._quotes.at(candidate.start) >= 0:
            return False
        return candidate.relation == "subject" and candidate.head is not None and says(candidate.head.lemma)

    def _most_present(self, want: Wanted, node: Node, sentence: int) -> tuple[tuple[Draft, ...], str]:
        scored = []
        for referent in self._discourse.recent(sentence, _REACH):
            last = referent.last()
            if not self._fits(want, referent) or self._bound(want, node, last.node):
                continue
            if self._speaks(want, node, last.node) and sentence - last.sentence < 2:
                continue
            score = self._discourse.salience(referent, sentence)
            if role(node) in ("subject", "passive_subject") and last.role in ("subject", "passive_subject"):
                score += _PARALLEL
            scored.append((score, referent))
        margin = _MARGIN["PERSON" if "PERSON" in want.types else ""]
        best = winner(scored, margin)
        if best is None or best.draft is None:
            return (), ""
        return (best.draft,), "the most present of what fits"

    def _plural(self, want: Wanted, node: Node, sentence: int) -> tuple[tuple[Draft, ...], str]:
        """ "They" is a group named together, or one thing spoken of in the plural ("20 launchers ... them")."""
        verb = predicate(node)
        candidates = self._preferred(want, node)
        for candidate, why in candidates:
            found = self._plural_at(candidate)
            if found:
                return found, why
            referent = self._discourse.at(candidate)
            if referent is not None and referent.draft is None and referent.last().plural:
                return (), ""
        expected = _expected(node)
        scored: list[tuple[float, Referent | Group]] = []
        for referent in self._discourse.recent(sentence, 1):
            last = referent.last()
            if not last.plural or (expected and referent.type not in expected) or self._bound(want, node, last.node):
                continue
            if referent.type == "" and verb is not None and expected:
                continue
            scored.append((self._discourse.salience(referent, sentence), referent))
        for group in self._discourse.groups:
            if sentence - group.sentence <= 1 and (not expected or group.type in expected):
                scored.append((80.0 / (1 + sentence - group.sentence), group))
        scored.sort(key=lambda pair: -pair[0])
        if not scored or (len(scored) > 1 and scored[0][0] < _MARGIN[""] * scored[1][0]):
            return (), ""
        best = scored[0][1]
        if isinstance(best, Group):
            return best.drafts, "named together before"
        return ((best.draft,), "the most present of what fits") if best.draft is not None else ((), "")

    def _plural_at(self, node: Node) -> tuple[Draft, ...]:
        for group in reversed(self._discourse.groups):
            if group.node is node:
                return group.drafts
        referent = self._discourse.at(node)
        if referent is not None and referent.draft is not None and referent.last().plural:
            return (referent.draft,)
        return ()
