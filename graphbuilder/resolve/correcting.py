"""Carrying out the analyst's corrections on what was read, before articles are brought together again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from graphbuilder.lexicon import Lexicon
from graphbuilder.lexicon.fold import key as fold
from graphbuilder.records import Decision, Entity, Reading
from graphbuilder.resolve.corrections import Correction
from graphbuilder.resolve.desk import Desk, Place
from graphbuilder.resolve.names import slug
from graphbuilder.resolve.scores import UNMARKED, Mark


class Corrected(NamedTuple):
    """Readings after correction, what is asked of their things, the things of each correction, and what was ignored."""

    readings: tuple[Reading, ...]
    marks: dict[Place, Mark]
    touched: dict[Correction, tuple[Place, ...]]
    ignored: tuple[Decision, ...]


def correct(
    readings: Sequence[Reading],
    entities: Iterable[Entity],
    entity_of: Mapping[Place, str],
    corrections: Sequence[Correction],
    lexicon: Lexicon,
) -> Corrected:
    """Carry out corrections.

    Args:
        readings: as they were read.
        entities: what they give without corrections: in these the names of the corrections are looked for.
        entity_of: the entity of each thing, by document id and thing number.
        corrections: what to do.
        lexicon: knows things of the type that something is changed to.
    """
    work = _Work(readings, entities, entity_of, corrections, lexicon)
    order = ("drop", "never-merge", "retype", "merge", "rename", "country")
    for action in order:
        for number, correction in enumerate(corrections):
            if correction.action == action:
                work.carry_out(correction, number)
    return Corrected(work.desk.readings(), work.marks, work.touched, tuple(work.ignored))


class _Work:
    def __init__(
        self,
        readings: Sequence[Reading],
        entities: Iterable[Entity],
        entity_of: Mapping[Place, str],
        corrections: Sequence[Correction],
        lexicon: Lexicon,
    ) -> None:
        self.desk = Desk(readings)
        self.marks: dict[Place, Mark] = {}
        self.touched: dict[Correction, tuple[Place, ...]] = {}
        self.ignored: list[Decision] = []
        self._lexicon = lexicon
        self._entities = {entity.entity_id: entity for entity in entities}
        self._things: dict[str, list[Place]] = defaultdict(list)
        for place, entity_id in sorted(entity_of.items()):
            self._things[entity_id].append(place)
        self._parted: dict[str, list[Place]] = {}
        self._names: dict[str, list[str]] = defaultdict(list)
        self._aliases: dict[str, list[str]] = defaultdict(list)
        for entity in self._entities.values():
            self._names[fold(entity.name)].append(entity.entity_id)
            for alias in {fold(alias) for alias in entity.aliases} - {fold(entity.name)}:
                self._aliases[alias].append(entity.entity_id)
        self._renamed = {
            called: correction.names[0]
            for correction in corrections
            if correction.action == "rename"
            for called in (fold(correction.value), slug(correction.value))
        }

    def carry_out(self, correction: Correction, number: int) -> None:
        selected = {name: self._selected(name) for name in correction.names}
        there = [name for name in correction.names if selected[name] or fold(name) in self._parted]
        missing = [name for name in correction.names if name not in there]
        if missing and len(there) < 2:
            self._ignore(correction, f'nothing is called "{missing[0]}"')
            return
        for name in there:
            ids = selected[name]
            if len(ids) > 1 and correction.action != "merge":
                self._ignore(correction, f'"{name}" is {len(ids)} entities; write the id of one: {", ".join(ids)}')
                return
        present = replace(correction, names=tuple(there))
        places = self._places(present, [selected[name] for name in there], number)
        if places:
            self.touched[correction] = tuple(places)

    def _places(self, correction: Correction, found: Sequence[Sequence[str]], number: int) -> list[Place]:
        """Carry a correction out and return the things it was about."""
        match correction.action:
            case "drop":
                return self._drop(correction.names[0], found[0])
            case "never-merge":
                return self._keep_apart(correction.names, found, number)
            case "merge":
                return self._merge(correction, found, number)
            case "retype":
                return self._retype(self._of(correction.names[0], found[0]), correction.value)
            case "rename":
                return self._mark(self._of(correction.names[0], found[0]), name=correction.value)
            case _:
                return self._mark(self._of(correction.names[0], found[0]), country=correction.value)

    def _ignore(self, correction: Correction, reason: str) -> None:
        sentence = f"{correction.sentence} was ignored: {reason}"
        self.ignored.append(Decision("", "ignored", "corrections", correction.names[0], "", "", None, sentence))

    def _selected(self, name: str) -> list[str]:
        """The ids of the entities that a name, alias or id of the file stands for."""
        if name in self._entities:
            return [name]
        found = self._names.get(fold(name)) or self._aliases.get(fold(name)) or []
        former = self._renamed.get(fold(name)) or self._renamed.get(name.partition(":")[2])
        if not found and former is not None and fold(former) != fold(name):
            return self._selected(former)  # by the name that another correction gives it
        return sorted(found)

    def _of(self, name: str, ids: Sequence[str]) -> list[Place]:
        return self._parted.get(fold(name)) or [place for entity_id in ids for place in self._things[entity_id]]

    def _drop(self, name: str, ids: Sequence[str]) -> list[Place]:
        """Take a thing out by its name or id; by an alias, only what is called by it."""
        places = self._things[ids[0]]
        if not self._is_whole(name, ids[0]):
            places = [part for place in places for part in self.desk.part(place, [name]).values()]
        for place in places:
            self.desk.drop(place)
        return places

    def _is_whole(self, name: str, entity_id: str) -> bool:
        return name == entity_id or fold(name) == fold(self._entities[entity_id].name)

    def _keep_apart(self, names: Sequence[str], found: Sequence[Sequence[str]], number: int) -> list[Place]:
        ids = [entities[0] for entities in found]
        touched: list[Place] = []
        for side, (name, entity_id) in enumerate(zip(names, ids, strict=True)):
            sharing = [other for other, its in zip(names, ids, strict=True) if its == entity_id]
            if len(sharing) == 1:
                places = list(self._things[entity_id])
            else:
                if fold(name) not in self._parted:
                    self._part(entity_id, sharing)
                places = self._parted.get(fold(name), [])
            for place in places:
                mark = self.marks.get(place, UNMARKED)
                self.marks[place] = replace(mark, sides=(*mark.sides, (number, side)))
            touched += places
        return touched

    def _part(self, entity_id: str, names: Sequence[str]) -> None:
        for name in names:
            self._parted.setdefault(fold(name), [])
        for place in list(self._things[entity_id]):
            for name, part in self.desk.part(place, names).items():
                self._parted[fold(name)].append(part)
                if part != place:
                    self._things[entity_id].append(part)

    def _retype(self, places: Sequence[Place], type_: str) -> list[Place]:
        for place in places:
            matches = self._lexicon.lookup(self.desk.thing(place).name)
            key = next((match.entry.key for match in matches if match.entry.type == type_), "")
            self.desk.change(place, type_, key)
        return list(places)

    def _merge(self, correction: Correction, found: Sequence[Sequence[str]], number: int) -> list[Place]:
        places = [place for name, ids in zip(correction.names, found, strict=True) for place in self._of(name, ids)]
        groups = {self.marks.get(place, UNMARKED).group for place in places} - {""}
        places += [place for place, mark in sorted(self.marks.items()) if mark.group in groups and place not in places]
        sides: dict[int, set[int]] = defaultdict(set)
        for place in places:
            for never, side in self.marks.get(place, UNMARKED).sides:
                sides[never].add(side)
        if any(len(found_sides) > 1 for found_sides in sides.values()):
            self._ignore(correction, "a block of never-merge keeps these apart")
            return []
        first = next((place for place in places if self.marks.get(place, UNMARKED).group), places[0])
        group = self.marks.get(first, UNMARKED).group or f"merge {number}"
        name = self.marks.get(first, UNMARKED).name or self._called(correction.names[0], found[0])
        type_ = self.desk.thing(first).type
        known = [self.desk.thing(place) for place in self._of(correction.names[0], found[0])]
        key = next((thing.key for thing in known if thing.key and thing.type == type_), self.desk.thing(first).key)
        for place in places:
            self.desk.change(place, type_, key)
        all_sides = tuple((never, side) for never in sorted(sides) for side in sorted(sides[never]))
        return self._mark(places, group=group, name=name, sides=all_sides)

    def _called(self, name: str, ids: Sequence[str]) -> str:
        return name if fold(name) in self._parted or not ids else self._entities[ids[0]].name

    def _mark(self, places: Sequence[Place], **asked: Any) -> list[Place]:
        for place in places:
            self.marks[place] = replace(self.marks.get(place, UNMARKED), **asked)
        return list(places)
