"""Who makes the weapon of a deal: the company that gives it, who the texts say makes it, else what the lexicon knows."""

from collections.abc import Iterable, Mapping, Sequence

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.records import Entity, Reading, Statement


class Makers:
    """The makers of weapons as all articles tell them."""

    def __init__(
        self,
        readings: Iterable[Reading],
        entity_of: Mapping[tuple[str, int], str],
        entities: Mapping[str, Entity],
        parties: Parties,
    ) -> None:
        self._parties = parties
        self._told: dict[str, list[str]] = {}
        for reading in readings:
            places = Places(reading, entity_of, entities)
            for statement in reading.statements:
                if statement.relation_type == "PRODUCES" and statement.polarity == "affirmed":
                    self._add(statement, places)

    def _add(self, statement: Statement, places: Places) -> None:
        arguments = [a for a in (statement.subject, *statement.arguments) if a is not None]
        makers = [e for a in arguments if a.role == "maker" for e in places.refer(a).entities]
        weapons = [w for a in arguments if a.role == "theme" for w in places.weapons(a)]
        if statement.modality != "asserted" or statement.kind == "upgrade":
            return
        for weapon in weapons:
            known = self._told.setdefault(weapon, [])
            known += [m for m in makers if self._parties.is_company(m) and m not in known]

    def told(self) -> Mapping[str, Sequence[str]]:
        """Return the makers that the texts name, as entity ids by the weapon's."""
        return self._told

    def of(self, weapon: str, events: Sequence[Event]) -> tuple[str, ...]:
        """Return the names of the makers of a deal's weapon, sorted; those of the lexicon only where no text names one."""
        told = self._told.get(weapon, []) or [m for e in events for m in e.makers if self._is_maker(m)]
        if told:
            return tuple(sorted({self._parties.entities[m].name for m in told}))
        entity = self._parties.entities.get(weapon)
        entry = self._parties.lexicon.entry(entity.key) if entity is not None and entity.key else None
        return (entry.maker,) if entry is not None and entry.maker else ()

    def _is_maker(self, entity_id: str) -> bool:
        # An export agency sells what others make.
        entity = self._parties.entities[entity_id]
        entry = self._parties.lexicon.entry(entity.key) if entity.key else None
        return entry is None or entry.kind in {"", "company", "manufacturer", "shipyard"}
