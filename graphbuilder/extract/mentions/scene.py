"""What the finders of one sentence share: its words, its runs of capitals, its weapon classes, and what they found."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from graphbuilder.lexicon import Lexicon, Title, WeaponClass
from graphbuilder.parse.syntax import Node, Sentence


class Rank(IntEnum):
    """How firm the evidence for a candidate is; the firmer one wins where two overlap, then the longer one."""

    MODEL = 1
    CONTEXT = 2
    SHAPE = 3
    FIRM = 4
    BLOCK = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of tokens `[first, last)` that may be a name.

    `start`, `end` are offsets in the article. An empty `type` keeps the words from being anything else (a month, a law).
    """

    first: int
    last: int
    start: int
    end: int
    type: str
    how: str
    rank: Rank
    key: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class ClassPhrase:
    """Tokens `[first, last)` that are a common noun for weapons ("air - defence systems")."""

    first: int
    last: int
    weapon: WeaponClass


@dataclass(slots=True)
class Scene:
    """One sentence while its names are looked for.

    `runs` are stretches of capitalised tokens, `candidates` what was found so far (changed by `add` and `keep` alone),
    `headline` whether nearly every word is capitalised, so that capitals tell nothing.
    """

    sentence: Sentence
    lexicon: Lexicon
    words: list[str]
    spaces: list[bool]
    runs: list[tuple[int, int]] = field(default_factory=list)
    headline: bool = False
    candidates: list[Candidate] = field(default_factory=list)
    _firmest: dict[int, Candidate] = field(default_factory=dict)
    _class_from: dict[int, ClassPhrase] = field(default_factory=dict)
    _class_to: dict[int, ClassPhrase] = field(default_factory=dict)

    @property
    def nodes(self) -> list[Node]:
        """The tokens."""
        return self.sentence.nodes

    def text(self, first: int, last: int) -> str:
        """The tokens `[first, last)` as they stand in the text."""
        sentence = self.sentence
        nodes, base = sentence.nodes, sentence.start
        return sentence.text[nodes[first].start - base : nodes[last - 1].end - base]

    def add(self, first: int, last: int, type_: str, how: str, rank: Rank, key: str = "", gender: str = "") -> None:
        """Note a candidate over whole tokens."""
        start, end = self.nodes[first].start, self.nodes[last - 1].end
        if type_ == "WEAPON" and len(self.words[last - 1]) > 1 and self.words[last - 1].endswith("."):
            end -= 1  # tokenizers take the full stop behind "TF-X" for an abbreviation's
        self._note(Candidate(first, last, start, end, type_, how, rank, key, gender))

    def add_part(self, token: int, length: int, type_: str, how: str, key: str) -> None:
        """Note a candidate over the first `length` characters of one token ("U.S." of "U.S.-made")."""
        start = self.nodes[token].start
        self._note(Candidate(token, token + 1, start, start + length, type_, how, Rank.FIRM, key))

    def keep(self, candidates: list[Candidate]) -> None:
        """Put `candidates` in the place of all found so far."""
        self.candidates = []
        self._firmest = {}
        for one in candidates:
            self._note(one)

    def _note(self, one: Candidate) -> None:
        self.candidates.append(one)
        for token in range(one.first, one.last):
            other = self._firmest.get(token)
            if other is None or (one.rank, one.last - one.first) > (other.rank, other.last - other.first):
                self._firmest[token] = one

    def at(self, token: int) -> Candidate | None:
        """The firmest candidate found so far that covers a token."""
        return self._firmest.get(token)

    def covered_firmly(self, first: int, last: int) -> bool:
        """Say whether a firm candidate other than a country reaches into `[first, last)`."""
        covering = (self._firmest.get(token) for token in range(first, last))
        return any(one is not None and one.rank >= Rank.FIRM and one.type not in ("COUNTRY", "") for one in covering)

    def free(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the stretches of `[first, last)` that no candidate covers, without hyphens at their edges."""
        start = first
        for token in range(first, last + 1):
            if token == last or self.at(token) is not None:
                left, right = start, token
                while left < right and not self.words[left][0].isalnum():
                    left += 1
                while right > left and not self.words[right - 1][-1].isalnum() and self.words[right - 1][-1] != ".":
                    right -= 1
                if left < right:
                    yield left, right
                start = token + 1

    def head(self, first: int, last: int) -> Node:
        """The node of `[first, last)` whose own head lies outside."""
        return head_of(self.nodes[first:last])

    def title(self, first: int, last: int) -> Title | None:
        """The title or role, singular or plural, that the tokens `[first, last)` are: "Prime Minister", "Senators"."""
        if last > len(self.nodes):
            return None
        text = self.text(first, last)
        return self.lexicon.title(text) or (self.lexicon.title(text[:-1]) if text.endswith("s") else None)

    def class_at(self, first: int) -> ClassPhrase | None:
        """The weapon class that begins at a token."""
        return self._class_from.get(first)

    def class_ending(self, last: int) -> ClassPhrase | None:
        """The weapon class that ends before a token."""
        return self._class_to.get(last)

    @property
    def classes(self) -> list[ClassPhrase]:
        """The weapon classes, in text order."""
        return list(self._class_from.values())

    def set_classes(self, phrases: list[ClassPhrase]) -> None:
        """Note the weapon classes, given in text order."""
        self._class_from = {phrase.first: phrase for phrase in phrases}
        self._class_to = {phrase.last: phrase for phrase in phrases}


def head_of(nodes: list[Node]) -> Node:
    """Return the node whose head lies outside of `nodes`, the last noun of several."""
    inside = set(map(id, nodes))
    tops = [node for node in nodes if node.head is None or id(node.head) not in inside] or nodes
    nominal = [node for node in tops if node.pos in ("NOUN", "PROPN", "NUM", "X")]
    return (nominal or tops)[-1]
