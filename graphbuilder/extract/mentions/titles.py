"""Persons behind a title or role: "Prime Minister Narendra Modi", "opposition leader X", "his brother Y"."""

from graphbuilder.extract.mentions.runs import HYPHENS
from graphbuilder.extract.mentions.scene import Rank, Scene
from graphbuilder.extract.mentions.support import class_before
from graphbuilder.extract.mentions.words import given_names, heads, words

_MOST_TITLE_TOKENS = 7
_MOST_NAME_TOKENS = 7
_HONORIFICS = {
    **dict.fromkeys(("mr", "mr.", "sir", "lord", "king", "prince", "crown prince", "emir", "sultan"), "m"),
    **dict.fromkeys(("mrs", "mrs.", "ms", "ms.", "miss", "madam", "lady", "dame", "queen", "princess"), "f"),
}


def find_titled(scene: Scene) -> None:
    """Add the persons that a title introduces, and keep titles themselves from being names."""
    _block_offices(scene)
    for start, end in scene.runs:
        if class_before(scene, start):
            continue  # "the frigate Admiral Gorshkov"
        person = _person_start(scene, start, end)
        if person is None:
            continue
        title_first, first = person
        if title_first < first and title_first >= start:
            _block_title(scene, title_first, first)
        last = _name_end(scene, first, end)
        if last > first:
            gender = _HONORIFICS.get(scene.text(title_first, first).casefold(), "") if title_first < first else ""
            scene.add(first, last, "PERSON", "name", Rank.FIRM, gender=gender or gender_of(scene.words[first]))


def _block_offices(scene: Scene) -> None:
    """Keep the body inside an office from being named: "Chief of the Naval Staff", "Minister of National Defence"."""
    for token, word in enumerate(scene.words):
        if word not in ("of", "for") or not token or not scene.words[token - 1][0].isupper():
            continue
        for last in range(min(len(scene.words), token + _MOST_TITLE_TOKENS), token + 1, -1):
            first = next((at for at in range(max(0, token - 3), token) if _capital_title(scene, at, last)), None)
            if first is not None:
                if not any((known := scene.at(at)) and known.type == "PERSON" for at in range(first, last)):
                    scene.add(first, last, "", "title", Rank.BLOCK)
                break


def _capital_title(scene: Scene, first: int, last: int) -> bool:
    return (
        scene.words[last - 1][0].isupper() and scene.words[first][0].isalpha() and scene.title(first, last) is not None
    )


def gender_of(given_name: str) -> str:
    """Return the gender that a given name tells, empty if none."""
    return given_names().get(given_name, "")


def _person_start(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """Return where the last title of a run begins, and where the name behind it begins (both the same if only a title)."""
    for first in range(end, start - 1, -1):
        title = _title_ending_at(scene, first)
        if title is not None and not scene.covered_firmly(title, first):
            return title, first
    return None


def _title_ending_at(scene: Scene, last: int) -> int | None:
    if last == 0:
        return None
    for first in range(max(0, last - _MOST_TITLE_TOKENS), last):
        if not scene.words[first][0].isalpha():
            continue
        if scene.title(first, last) is not None or scene.text(first, last).casefold() in _HONORIFICS:
            return first
    if scene.words[last - 1] in words("family") and scene.nodes[last - 1].tag == "NN":
        return last - 1
    return None


def _block_title(scene: Scene, first: int, last: int) -> None:
    scene.add(first, last, "", "title", Rank.FIRM)


def _name_end(scene: Scene, first: int, end: int) -> int:
    """Return where the name that begins at `first` ends: before the next known thing, body or mark."""
    last = first
    while last < min(end, first + _MOST_NAME_TOKENS):
        known = scene.at(last)
        if known is not None and known.type != "PERSON" and known.rank >= Rank.FIRM:
            break
        if scene.words[last] in heads() and last > first:
            break
        last += 1
    while last > first and scene.words[last - 1] in HYPHENS:
        last -= 1
    lone = last == first + 1
    if lone and (
        scene.words[first] in heads() or scene.words[first] in words("common") or scene.words[first].isupper()
    ):
        return first
    return last
