"""Weapons that a statistical pipeline names whole where capitals alone show a part: "Type 95", "9K333", "Ro 33", "PL-9 Block 2"."""

import re
from collections.abc import Iterator

from graphbuilder.extract.mentions.scene import Rank, Scene
from graphbuilder.extract.mentions.words import words

_MOST_TOKENS = 6
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_labelled(scene: Scene) -> None:
    """Add the spans of the label WEAPON with a figure and a capital in them, where nothing else is known of their words."""
    for first, last in _spans(scene):
        if last - first <= _MOST_TOKENS and _designates(scene, first, last):
            _add(scene, first, last)


def _spans(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield the spans `[first, last)` of the label, without marks at their ends."""
    nodes = scene.nodes
    index = 0
    while index < len(nodes):
        first = index
        index += 1
        if nodes[first].entity != "WEAPON":
            continue
        while index < len(nodes) and nodes[index].entity == "WEAPON" and not nodes[index].entity_start:
            index += 1
        last = index
        while last > first and not scene.words[last - 1][0].isalnum():
            last -= 1
        if last > first:
            yield first, last


def _designates(scene: Scene, first: int, last: int) -> bool:
    """Whether the words look like a designation: not "Article 5", not "the 2019 Hunter", nothing that small letters open."""
    text = scene.text(first, last)
    opens = text[0].isupper() or (text[0].isdigit() and any(letter.isupper() for letter in scene.words[first]))
    figure = any(letter.isdigit() for letter in text)
    return opens and figure and scene.words[first] not in words("numbered") and _YEAR.search(text) is None


def _add(scene: Scene, first: int, last: int) -> None:
    """Add a span in place of designations within it; a word that belongs to any other name leaves it as it was."""
    found = [one for one in scene.candidates if one.first < last and first < one.last]
    if any(one.first < first or last < one.last or one.type != "WEAPON" or one.key for one in found):
        return
    if any(one.first == first and one.last == last for one in found):
        return
    firmest = max(found, key=lambda one: one.rank, default=None)
    scene.keep([one for one in scene.candidates if one not in found])
    rank, how = (firmest.rank, firmest.how) if firmest is not None else (Rank.MODEL, "model")
    scene.add(first, last, "WEAPON", how, rank)
