"""The records of the lexicon: what it knows about a name and how a surface led there."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

How = Literal["name", "alias", "demonym", "capital", "seat", "acronym", "designation", "institution"]


@dataclass(frozen=True, slots=True)
class Office:
    """A post a person held: `start` and `end` are years, None where open or unknown; `end` is inclusive."""

    role: str
    organization: str
    start: int | None = None
    end: int | None = None

    def covers(self, year: int) -> bool:
        """Whether the post was held at some time in `year` (an open start or end covers everything on its side)."""
        return (self.start is None or self.start <= year) and (self.end is None or year <= self.end)


class Surface(NamedTuple):
    """One wording that names an entry. `ambiguous`: it is also an ordinary word or another thing's name."""

    text: str
    how: How
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the lexicon knows.

    `key` is its type and name ("country:TUR", "weapon:S-400", "org:Rosoboronexport", "person:Vladimir Putin").
    `country` is the ISO 3166-1 alpha-3 code it belongs to, empty where it belongs to several or none.
    `category` is SIPRI's armament category in lower case (weapons only).
    `kind` is the everyday head noun of a weapon ("howitzer"), or what sort of organisation it is ("company").
    `maker` is the name of the organisation that makes a weapon. `ambiguous`: the bare name is also an ordinary
    word or somebody else's name, so that it needs support from its context.
    """

    key: str
    name: str
    type: str
    country: str = ""
    category: str = ""
    kind: str = ""
    maker: str = ""
    wikidata: str = ""
    aliases: tuple[str, ...] = ()
    ambiguous: bool = False
    source: str = ""
    offices: tuple[Office, ...] = ()
    surfaces: tuple[Surface, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a surface may mean, and how it was reached.

    `ambiguous`: this very surface is also an ordinary word or another name ("Leopard", "Georgia", "Brussels").
    """

    entry: Entry
    how: How
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of words `[start, end)` that names something; `matches` has one row for each thing it may mean.

    `text` is the wording that matched: the words themselves, or less of a last word that carries a suffix
    ("U.S." of "U.S.-made").
    """

    start: int
    end: int
    text: str
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class WeaponClass:
    """A common noun for weapons ("self-propelled howitzer").

    `strength` is `strong` where the bare noun is an entity, `weak` where only a modified or counted one is
    ("American weapons", "40 vehicles"), `part` for ammunition and components.
    """

    singular: str
    plural: str
    category: str
    strength: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """A word before or after a person's name that gives a role ("Defence Minister", "Gen.").

    `leads`: who holds it heads the organisation or country it is attached to. `role` is its plain form.
    """

    title: str
    role: str
    kind: str
    leads: bool
    source: str = ""


@dataclass(frozen=True, slots=True)
class Institution:
    """A kind of state body that every country has: `tails` follow a demonym ("Turkish defence ministry").

    `template` builds its full name from `{country}` and `{adjective}`. `of` are the wordings that stand before
    "of COUNTRY" ("Ministry of Defence of India").
    """

    institution: str
    template: str
    kind: str
    tails: tuple[str, ...]
    source: str = ""
