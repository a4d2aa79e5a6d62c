"""Who stands behind an actor: companies, agencies, ministries and leaders stand for their country in a deal."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Protocol

from graphbuilder.lexicon.entry import Entry, WeaponClass
from graphbuilder.lexicon.tables import split, table
from graphbuilder.records import Entity, Triple

COUNTRY_KEY = "country:"
COMPANY_KINDS = frozenset({"company", "manufacturer", "maker", "exporter", "shipyard", "", "organization"})
FORCE_KINDS = frozenset(
    {"armed forces", "armed force", "army", "navy", "air force", "force", "military", "coast guard"}
)


class WeaponLexicon(Protocol):
    """What this stage asks of the lexicon."""

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a key."""

    def country(self, code: str) -> Entry | None:
        """Return the entry of a country by its alpha-3 code."""

    def weapon_class(self, text: str) -> WeaponClass | None:
        """Return the class that a common noun names."""


@lru_cache(maxsize=1)
def _joint() -> dict[str, tuple[str, ...]]:
    return {row["weapon"]: split(row["countries"]) for row in table("joint_weapons.tsv", "weapon", "countries")}


class Parties:
    """The entities as parties to deals.

    A party is the id of a country's entity, `country:XXX` for a country that no entity stands for, or the id of an
    organization that belongs to no country.
    """

    def __init__(self, entities: Mapping[str, Entity], triples: Iterable[Triple], lexicon: WeaponLexicon) -> None:
        self.entities = entities
        self.lexicon = lexicon
        self._countries = {e.country: i for i, e in sorted(entities.items()) if e.type == "COUNTRY" and e.country}
        self._leaders: dict[str, str] = {}
        self._makers: dict[str, set[str]] = {}
        for triple in triples:
            if triple.relation_type == "LEADS" and triple.polarity == "affirmed" and triple.subject_id in entities:
                led = entities.get(triple.object_id, entities[triple.subject_id])
                if led.country:
                    self._leaders.setdefault(triple.subject_id, led.country)

    def party(self, entity_id: str) -> str:
        """Return the party that an entity acts for, empty where it cannot be party to an arms deal."""
        entity = self.entities.get(entity_id)
        if entity is None:
            return entity_id if entity_id.startswith(COUNTRY_KEY) else ""
        if entity.type == "COUNTRY":
            return entity_id
        if entity.type == "ORGANIZATION":
            return self.of_country(entity.country) if entity.country else entity_id
        if entity.type == "PERSON":
            code = self._leaders.get(entity_id, "") or (entity.country if self._holds_office(entity) else "")
            return self.of_country(code) if code else ""
        return ""

    def of_country(self, code: str) -> str:
        """Return the party of a country by its alpha-3 code, empty for an unknown one."""
        if code in self._countries:
            return self._countries[code]
        return f"{COUNTRY_KEY}{code}" if self.lexicon.country(code) is not None else ""

    def code(self, party: str) -> str:
        """Return the alpha-3 code of the country of a party, empty for an organization of no country."""
        entity = self.entities.get(party)
        return entity.country if entity is not None else party.removeprefix(COUNTRY_KEY) if party else ""

    def is_state(self, party: str) -> bool:
        """Say whether a party is a country."""
        entity = self.entities.get(party)
        return entity.type == "COUNTRY" if entity is not None else party.startswith(COUNTRY_KEY)

    def name(self, party: str) -> str:
        """Return the name of a party for the table."""
        entity = self.entities.get(party)
        if entity is not None:
            return entity.name
        entry = self.lexicon.country(party.removeprefix(COUNTRY_KEY))
        return entry.name if entry is not None else ""

    def is_company(self, entity_id: str) -> bool:
        """Say whether an entity is an organization that makes or sells: no state body, no group of states."""
        entity = self.entities.get(entity_id)
        if entity is None or entity.type != "ORGANIZATION":
            return False
        entry = self.lexicon.entry(entity.key) if entity.key else None
        return entry is None or entry.kind in COMPANY_KINDS

    def is_force(self, entity_id: str) -> bool:
        """Say whether an entity is an armed force ("Indian Navy"), which operates what its state gets."""
        entity = self.entities.get(entity_id)
        entry = self.lexicon.entry(entity.key) if entity is not None and entity.key else None
        return entry is not None and entry.kind in FORCE_KINDS

    def origin(self, weapon: str) -> str:
        """Return the party where a weapon comes from, empty where that is unknown or it comes from several."""
        entity = self.entities.get(weapon)
        if entity is None:
            return ""
        entry = self.lexicon.entry(entity.key) if entity.key else None
        code = entity.country or (entry.country if entry is not None else "")
        return self.of_country(code) if code else ""

    def tell_makers(self, told: Mapping[str, Iterable[str]]) -> None:
        """Take note of who makes which weapon as the texts have it: entity ids by the weapon's."""
        for weapon, makers in told.items():
            self._makers.setdefault(weapon, set()).update(party for m in makers if (party := self.party(m)))

    def makers(self, weapon: str) -> set[str]:
        """Return the parties whose industry makes a weapon."""
        origin = self.origin(weapon)
        joint = {party for code in _joint().get(self.entities[weapon].name, ()) if (party := self.of_country(code))}
        return self._makers.get(weapon, set()) | joint | ({origin} if origin else set())

    def is_called(self, weapon: str, noun: str) -> bool:
        """Say whether `noun`, singular or plural, is the everyday head noun of a weapon ("launchers" of a rocket launcher)."""
        entity = self.entities[weapon]
        entry = self.lexicon.entry(entity.key) if entity.key else None
        kind = entry.kind.casefold().split()[-1:] if entry is not None else []
        return bool(kind) and noun in {kind[0], f"{kind[0]}s"}

    def is_class(self, weapon: str) -> bool:
        """Say whether a weapon is a class without a designation ("transport helicopters")."""
        entity = self.entities[weapon]
        if entity.key and self.lexicon.entry(entity.key) is not None:
            return False
        return self._class(entity.name) is not None and not any(letter.isdigit() for letter in entity.name)

    def is_strong_class(self, weapon: str, quantity: int | None) -> bool:
        """Say whether a class can stand in a register: "fighters" can, "weapons" only where they are counted."""
        found = self._class(self.entities[weapon].name)
        return found is None or found.strength != "weak" or quantity is not None

    def category(self, weapon: str, texts: Iterable[str]) -> str:
        """Return the armament category of a weapon, from the lexicon, its name or the nouns used for it; else empty.

        Args:
            weapon: its entity id.
            texts: the wordings of themes that stand for it.
        """
        entity = self.entities[weapon]
        entry = self.lexicon.entry(entity.key) if entity.key else None
        if entry is not None and entry.category:
            return entry.category
        for text in (entity.name, *entity.aliases, *texts):
            found = self._class(text)
            if found is not None and found.category:
                return found.category
        return ""

    def _class(self, text: str) -> WeaponClass | None:
        """Return the class named by the longest end of a wording ("twin-engine transport helicopters")."""
        words = text.split()
        for start in range(len(words)):
            found = self.lexicon.weapon_class(" ".join(words[start:]))
            if found is not None:
                return found
        return None

    def _holds_office(self, entity: Entity) -> bool:
        entry = self.lexicon.entry(entity.key) if entity.key else None
        return entry is not None and bool(entry.offices)
