"""Names of texts that others annotated: a folder with `documents.json` and `entities.json`, one object a line."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuilder.errors import InputError
from graphbuilder.lexicon import Lexicon

# What each kind of annotated entity may be in our words. A state acts, is a place and has a people: all three are its name.
ACCEPTED: Mapping[str, frozenset[str]] = {
    "Person": frozenset({"PERSON"}),
    "Organisation": frozenset({"ORGANIZATION", "COUNTRY"}),
    "Location": frozenset({"LOCATION", "COUNTRY"}),
    "Nationality": frozenset({"COUNTRY"}),
    "Weapon": frozenset({"WEAPON"}),
    "MilitaryPlatform": frozenset({"WEAPON"}),
}
# Small words within names; any other word without a capital makes an entity a description ("the Syrian people").
_SMALL = frozenset({"of", "the", "and", "for", "in", "al", "de", "&"})
_OPENING = frozenset({"the", "a", "an", "his", "her", "its", "their", "our"})
# What alone, or with nothing but such words, names nobody.
_GENERAL = frozenset(
    "i we you he she it they my our your his her its their me us them department foreign government governments "
    "member members minister ministers office regime summit authorities envoy opposition".split()
)
_ENDINGS = ("’s", "'s", "’", "'")


@dataclass(frozen=True, slots=True)
class GoldName:
    """A name in a text, offsets in characters; `kind` is the annotators' word for what it names."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text, the names that its annotators marked, and the places of all that they marked as something else."""

    text: str
    names: tuple[GoldName, ...]
    others: tuple[tuple[int, int], ...]


def read_gold_names(folder: Path, lexicon: Lexicon) -> list[GoldText]:
    """Read an annotated folder, or all annotated folders within a folder.

    Args:
        folder: holds `documents.json` and `entities.json`, or folders that do.
        lexicon: knows titles and peoples, which are no part of a person's name.

    Raises:
        InputError: nothing annotated is there, or a file is not as described.
    """
    places = [place for place in (folder, *sorted(folder.glob("*/"))) if (place / "entities.json").is_file()]
    if not places:
        raise InputError(f"{folder} holds no entities.json; name a folder with documents.json and entities.json")
    return [item for place in places for item in _read(place, lexicon)]


def _read(folder: Path, lexicon: Lexicon) -> Iterator[GoldText]:
    try:
        marks: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for mark in _objects(folder / "entities.json"):
            marks[mark["documentId"]].append(mark)
        for document in _objects(folder / "documents.json"):
            yield _gold_text(document["text"], marks[document["_id"]], lexicon)
    except OSError as error:
        raise InputError(f"{folder} cannot be read ({error.strerror}); it must hold documents.json") from error
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{folder}: a line is not as described ({error!r}); give one JSON object a line") from error


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _gold_text(text: str, marks: list[dict[str, Any]], lexicon: Lexicon) -> GoldText:
    names: set[tuple[int, int, str]] = set()
    others: set[tuple[int, int]] = set()
    for mark in marks:
        start, end, kind = mark["begin"], mark["end"], mark["type"]
        place = name_place(text, start, end, lexicon, person=kind == "Person") if kind in ACCEPTED else None
        if place is None:
            others.add((start, end))
        else:
            names.add((*place, kind))
    return GoldText(text, tuple(GoldName(*name) for name in sorted(names)), tuple(sorted(others)))


def name_place(text: str, start: int, end: int, lexicon: Lexicon, *, person: bool) -> tuple[int, int] | None:
    """Find the name that an annotated entity is, as "Minister Anna Bell" is one and "our envoy" none.

    Args:
        text: the text.
        start: where the entity begins, in characters.
        end: where it ends.
        lexicon: knows titles and peoples.
        person: whether it is a person.

    Returns:
        The place of the name without article, title and possessive ending, or None where the entity is a description.
    """
    words = [(start + word.start(), start + word.end()) for word in re.finditer(r"[^\s,]+", text[start:end])]
    while words and text[slice(*words[0])].casefold() in _OPENING:
        del words[0]
    while words and (size := _title_words(text, words, lexicon) if person else 0):
        del words[:size]
    forms = [text[slice(*word)] for word in words]
    named = any(form[0].isupper() or form[0].isdigit() for form in forms)
    described = any(form[0].islower() and form not in _SMALL for form in forms) or (forms[:1] and forms[0] in _SMALL)
    general = {form.casefold() for form in forms} <= _GENERAL or lexicon.title(" ".join(forms)) is not None
    if not named or described or general:
        return None
    after = words[-1][1]
    ending = next((ending for ending in _ENDINGS if text[words[0][0] : after].endswith(ending)), "")
    return words[0][0], after - len(ending)


def _title_words(text: str, words: list[tuple[int, int]], lexicon: Lexicon) -> int:
    """Count the words at the head of a person's entity that are a title, or say whose: "Foreign Secretary", "US"."""
    for size in range(len(words), 0, -1):
        form = text[words[0][0] : words[size - 1][1]]
        owner = any(match.entry.type in ("COUNTRY", "ORGANIZATION") for match in lexicon.lookup(form))
        if lexicon.title(form) is not None or (owner and size < len(words)):
            return size
    return 0
