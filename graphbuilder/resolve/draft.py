"""What is known of one thing while an article is being read; it becomes a `Thing` at the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphbuilder.records import Mention
from graphbuilder.resolve.syntax_place import Places


@dataclass(slots=True, eq=False)
class Draft:
    """One referent within an article, still growing.

    `nouns` are the singular nouns that the article puts beside its name ("aircraft maker MiG": maker), `titles` the
    roles of a person. `reasons` say why it was joined, each with its score, 0 for a matter of syntax. `order` is the
    offset of its first mention. `unnamed`: a person spoken of without a name, whom pronouns may mean.
    """

    type: str
    key: str = ""
    name: str = ""
    country: str = ""
    gender: str = ""
    plural: bool = False
    category: str = ""
    kind: str = ""
    mentions: list[Mention] = field(default_factory=list)
    surfaces: list[str] = field(default_factory=list)
    reasons: dict[str, float] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    unnamed: bool = False

    @property
    def order(self) -> int:
        return min((mention.start for mention in self.mentions), default=0)

    def add(self, mention: Mention, surface: str, reason: str = "", score: float = 0.0) -> None:
        """Take a mention in by name."""
        self.mentions.append(mention)
        if surface and surface not in self.surfaces:
            self.surfaces.append(surface)
        self.explain(reason, score)

    def explain(self, reason: str, score: float = 0.0) -> None:
        """Note why something was joined, once."""
        if reason:
            self.reasons.setdefault(reason, score)


def owners(places: Places, drafts: Iterable[Draft]) -> dict[int, Draft]:
    """Return the draft that the word at an offset belongs to, for all words of mentions."""
    return {node.start: draft for draft in drafts for mention in draft.mentions for node in places.inside(mention)}
