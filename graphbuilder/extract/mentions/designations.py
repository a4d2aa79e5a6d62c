"""Names that the lexicon does not list, known by their shape: "F-99B" of a known family, "Zorag-class", "IDEX-2031"."""

import re

from graphbuilder.extract.mentions.runs import HYPHENS
from graphbuilder.extract.mentions.scene import Rank, Scene
from graphbuilder.extract.mentions.support import class_after, class_before
from graphbuilder.extract.mentions.words import words
from graphbuilder.lexicon import designation

_MOST_TOKENS = 5
_ROMAN = re.compile(r"II|III|IV|VI{0,3}|IX|X")
# A letter prefix with a number that belongs to no listed family counts beside a weapon class only.
_SHAPE = re.compile(r"(?:[A-Z]{1,6}[a-z]{0,4}[-/ ]?\d{1,4}[A-Z]{0,4}\d?|[A-Z][A-Za-z]{1,6}[-‑][A-Z0-9]{1,4})s?")
_EVENT = re.compile(r"[A-Z][A-Za-z]+[-‑ ](?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_designations(scene: Scene) -> None:
    """Add the designations that lie outside of names found before."""
    index = 0
    while index < len(scene.nodes):
        index = _designation_at(scene, index) or index + 1


def _designation_at(scene: Scene, first: int) -> int:
    word = scene.words[first]
    if not word[0].isalnum() or scene.at(first) is not None or not (word[0].isupper() or word[0].isdigit()):
        return 0
    if _EVENT.fullmatch(word):
        scene.add(first, first + 1, "EVENT", "syntax", Rank.FIRM)
        return first + 1
    window = scene.words[first : first + _MOST_TOKENS]
    if any(letter.isdigit() for part in window for letter in part):
        for last in range(min(len(scene.nodes), first + _MOST_TOKENS), first, -1):
            if all(scene.at(token) is None for token in range(first, last)) and _is_designation(scene, first, last):
                contest = last < len(scene.nodes) and scene.nodes[last].lemma in words("event")
                scene.add(first, last, "EVENT" if contest else "WEAPON", "designation", Rank.FIRM)
                return last
    return _ship_class(scene, first) or _ship(scene, first)


def _is_designation(scene: Scene, first: int, last: int) -> bool:
    text = scene.text(first, last).removesuffix(".")
    if scene.words[last - 1] == "." or (scene.words[first] in words("numbered") and last - first > 1):
        return False  # the sentence's own full stop; "Block 52" of something named before
    if _YEAR.search(text) or not text[-1].isalnum():
        return False
    if designation(text) is not None:
        # A bare number or "Block 3" is none: a capital has to open it, or a figure that letters follow.
        return any(letter.isupper() for letter in text)
    beside = class_after(scene, last) is not None or class_before(scene, first)
    return beside and _SHAPE.fullmatch(text) is not None


def _ship_class(scene: Scene, first: int) -> int:
    """ "Akula-class submarine": the class of a ship or vehicle is named by its first word and "class"."""
    nodes = scene.nodes
    for last in range(first + 1, min(first + 4, len(nodes) - 1)):
        hyphen, after = nodes[last], nodes[last + 1]
        classed = after.text in ("class", "Class") and hyphen.text in HYPHENS and scene.words[first][0].isupper()
        if classed and class_after(scene, last + 2) is not None and scene.words[first] not in words("plain class"):
            scene.add(first, last + 2, "WEAPON", "designation", Rank.FIRM)
            return last + 2
        if not nodes[last].text[0].isupper():
            return 0
    return 0


def _ship(scene: Scene, first: int) -> int:
    """ "INS Vikrant": a navy's prefix and the name of a ship."""
    if scene.words[first] not in words("ship") or first + 1 >= len(scene.nodes):
        return 0
    run = next((run for run in scene.runs if run[0] <= first < run[1]), None)
    if run is None or run[1] - first < 2 or (scene.words[first + 1].isupper() and len(scene.words[first + 1]) > 3):
        return 0
    last = first + 2
    while (
        last < run[1]
        and scene.at(last) is None
        and (_ROMAN.fullmatch(scene.words[last]) or scene.nodes[last].pos == "PROPN")
    ):
        last += 1
    scene.add(first, last, "WEAPON", "designation", Rank.FIRM)
    return last
