"""What a reader has in mind at each point of an article: who was mentioned, where, and how prominently."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphbuilder.parse.syntax import Node
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.referring import referring_noun
from graphbuilder.resolve.weapons import is_weapon_noun

# Weight of a mention by its grammatical role, after Lappin and Leass (1994); halved with every sentence.
_WEIGHTS = {
    "subject": 100.0,
    "passive_subject": 95.0,
    "agent": 70.0,
    "object": 70.0,
    "recipient": 65.0,
    "root": 60.0,
    "oblique": 50.0,
    "possessor": 50.0,
    "noun_modifier": 40.0,
    "modifier": 15.0,
}
_OTHER = 40.0
_DECAY = 0.5
# For so many sentences "the man" is the man spoken of before.
_SAME = 10


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence:
    """One place where a referent was mentioned. `role` is its grammatical role, `plural` its number there."""

    sentence: int
    start: int
    end: int
    node: Node
    role: str
    plural: bool = False


@dataclass(slots=True, eq=False)
class Referent:
    """Something that may be referred to again: a named thing, or a phrase without a name, whose `draft` is None.

    `type` is an entity type, or empty for an unnamed thing that is no person.
    """

    type: str
    draft: Draft | None = None
    gender: str = ""
    occurrences: list[Occurrence] = field(default_factory=list)

    def last(self) -> Occurrence:
        """The latest occurrence."""
        return self.occurrences[-1]


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Things that were named together ("between Putin and Erdogan")."""

    sentence: int
    start: int
    node: Node
    drafts: tuple[Draft, ...]
    type: str


class Discourse:
    """All referents up to the point that was read, in the order of their first occurrence."""

    def __init__(self) -> None:
        self.referents: list[Referent] = []
        self.groups: list[Group] = []
        self._of_draft: dict[int, Referent] = {}
        self._at: dict[int, Referent] = {}

    def note(self, draft: Draft, occurrence: Occurrence) -> None:
        """Note a mention of a thing."""
        referent = self._of_draft.get(id(draft))
        if referent is None:
            referent = Referent(draft.type, draft, draft.gender)
            self._of_draft[id(draft)] = referent
            self.referents.append(referent)
        referent.occurrences.append(occurrence)
        self._at[occurrence.node.start] = referent
        for node in carriers(occurrence.node, draft.type):
            self._at.setdefault(node.start, referent)

    def note_unnamed(self, type_: str, gender: str, occurrence: Occurrence) -> None:
        """Note a noun phrase that names nothing, which may yet be what a pronoun means."""
        referent = Referent(type_, None, gender, [occurrence])
        self.referents.append(referent)
        self._at[occurrence.node.start] = referent

    def somebody(self, lemma: str, plural: bool, sentence: int) -> Draft | None:
        """Return the last person without a name who was called by a noun, None where there was none of late."""
        for referent in reversed(self.referents):
            draft = referent.draft
            if draft is not None and draft.unnamed and (draft.name, draft.plural) == (lemma, plural):
                return draft if sentence - referent.last().sentence <= _SAME else None
        return None

    def at(self, node: Node) -> Referent | None:
        """Return what the phrase headed by a node refers to, if that was read already."""
        return self._at.get(node.start)

    def recent(self, sentence: int, reach: int) -> Iterable[Referent]:
        """Yield the referents mentioned in a sentence or in the `reach` sentences before it."""
        return (referent for referent in self.referents if referent.last().sentence >= sentence - reach)

    def salience(self, referent: Referent, sentence: int) -> float:
        """Return how present a referent is: each mention counts by its role, halved with every sentence since."""
        best: dict[int, float] = {}
        for occurrence in referent.occurrences:
            if sentence - occurrence.sentence > 8:
                continue
            weight = _WEIGHTS.get(occurrence.role, _OTHER)
            before = best.get(occurrence.sentence, 0.0)
            # a second mention in one sentence adds half of what it weighs
            best[occurrence.sentence] = max(before, weight) + min(before, weight) / 2
        return sum(weight * _DECAY ** (sentence - number) for number, weight in sorted(best.items()))


def carriers(node: Node, type_: str) -> list[Node]:
    """Return the heads above a name that stand for it: "Minister" of "Minister Esper", "tanks" of "K2 tanks"."""
    out = []
    while node.head is not None and node.head.pos == "NOUN" and _carries(node, node.head, type_):
        node = node.head
        out.append(node)
    return out


def _carries(node: Node, head: Node, type_: str) -> bool:
    if type_ == "PERSON":
        noun = referring_noun(head.lemma)
        named = node.relation in ("name_part", "apposition", "compound") and head.index < node.index
        return named and noun is not None and noun.type == "PERSON"
    return type_ == "WEAPON" and node.relation == "compound" and is_weapon_noun(head.lemma)


def winner(scored: list[tuple[float, Referent]], margin: float) -> Referent | None:
    """Return the referent with the highest score if it beats the next one by the factor `margin`."""
    if not scored:
        return None
    ranked = sorted(scored, key=lambda pair: (-pair[0], -pair[1].last().start))
    if ranked[0][0] <= 0:
        return None
    if len(ranked) > 1 and ranked[0][0] < margin * ranked[1][0]:
        return None
    return ranked[0][1]
