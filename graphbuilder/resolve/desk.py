"""Readings opened for correction: things can be split, retyped and taken out; articles that nobody touches stay as they are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphbuilder.lexicon.fold import key as fold
from graphbuilder.records import Mention, Reading, Thing
from graphbuilder.resolve.names import tidy

Place = tuple[str, int]  # document id and thing number


class Desk:
    """The readings of all articles, to be changed.

    Args:
        readings: as they were read.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._number = {reading.article.document_id: number for number, reading in enumerate(readings)}
        self._things: dict[str, dict[int, Thing]] = {}
        self._mentions: dict[str, list[Mention]] = {}

    def readings(self) -> tuple[Reading, ...]:
        """Return all readings, in their order, with what was changed."""
        return tuple(self._corrected(reading) for reading in self._readings)

    def thing(self, place: Place) -> Thing:
        """Return a thing as it is now."""
        return self._open(place[0])[place[1]]

    def change(self, place: Place, type_: str, key: str) -> None:
        """Give a thing another type and lexicon key, and its mentions the type."""
        document, number = place
        things = self._open(document)
        things[number] = replace(things[number], type=type_, key=key)
        self._mentions[document] = [
            replace(mention, type=type_) if mention.things == (number,) else mention
            for mention in self._mentions[document]
        ]

    def drop(self, place: Place) -> None:
        """Take a thing and its mentions out."""
        document, number = place
        self._open(document)
        left = []
        for mention in self._mentions[document]:
            if number in mention.things:
                others = tuple(thing for thing in mention.things if thing != number)
                if not others:
                    continue
                mention = replace(mention, things=others)
            left.append(mention)
        self._mentions[document] = left

    def part(self, place: Place, names: Sequence[str]) -> dict[str, Place]:
        """Make things of their own of the wordings of a thing that have one of some names.

        A pronoun or description goes with the name before it. What has none of the names stays with the thing, which
        also keeps the name that it is known by.

        Args:
            place: the thing.
            names: the names, in any case and with or without accents.

        Returns:
            Where the mentions with each name are now, without names that no mention has.
        """
        document, number = place
        things = self._open(document)
        folded = {fold(name): name for name in names}
        sides = self._sides(document, number, folded)
        present = [name for name in folded if name in sides.values()]
        thing = things[number]
        kept = fold(thing.name) if fold(thing.name) in present else ""
        if not kept and present and all(sides.values()):
            kept = present[0]  # nothing would be left of the thing
            things[number] = replace(thing, name=folded[kept], key="")
        found: dict[str, Place] = {}
        for name in present:
            if name == kept:
                found[folded[name]] = place
                continue
            found[folded[name]] = (document, self._new(document, number, folded[name]))
            self._move(document, number, found[folded[name]][1], [m for m, side in sides.items() if side == name])
        aliases = tuple(a for a in things[number].aliases if fold(a) not in present or fold(a) == kept)
        things[number] = replace(things[number], aliases=aliases)
        return found

    def _sides(self, document: str, number: int, names: Iterable[str]) -> dict[int, str]:
        """The folded name that each mention of a thing goes with, by its place in the list; empty for none."""
        thing = self._things[document][number]
        known = {fold(surface) for surface in (thing.name, *thing.aliases)}
        order = sorted(names, key=lambda name: (-len(name), name))
        out: dict[int, str] = {}
        last: str | None = None
        for place, mention in enumerate(self._mentions[document]):
            if number not in mention.things:
                continue
            if mention.kind == "name":
                text = fold(tidy(mention.text))
                # "Minister Nowak" is a Nowak, but "Jan Nowak" goes by a name of his own
                last = next((n for n in order if text == n or (text not in known and text.endswith(f" {n}"))), "")
            out[place] = last if last is not None else ""
        return out

    def _new(self, document: str, number: int, name: str) -> int:
        things = self._things[document]
        new = max(things) + 1
        things[new] = replace(things[number], thing=new, name=name, key="", aliases=(), reasons=(), scores=())
        return new

    def _move(self, document: str, old: int, new: int, places: Iterable[int]) -> None:
        mentions = self._mentions[document]
        for place in places:
            things = tuple(new if thing == old else thing for thing in mentions[place].things)
            mentions[place] = replace(mentions[place], things=things)

    def _open(self, document: str) -> dict[int, Thing]:
        if document not in self._things:
            reading = self._readings[self._number[document]]
            self._things[document] = {thing.thing: thing for thing in reading.things}
            self._mentions[document] = list(reading.mentions)
        return self._things[document]

    def _corrected(self, reading: Reading) -> Reading:
        document = reading.article.document_id
        if document not in self._things:
            return reading
        things = self._things[document]
        return replace(
            reading, mentions=tuple(self._mentions[document]), things=tuple(things[number] for number in sorted(things))
        )
