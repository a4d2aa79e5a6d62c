"""The analyst's corrections: a TOML file that says which names are one, which never are, and what things are called.

    [[merge]]
    names = ["Rostec", "Russian Technologies"]

    [[never-merge]]
    names = ["Igor Frolov", "Ivan Frolov"]

    [[rename]]
    entity = "HAL"
    name = "Hindustan Aeronautics"

    [[retype]]
    entity = "Pantsir"
    type = "WEAPON"

    [[country]]
    entity = "Hemedti"
    country = "SDN"

    [[drop]]
    entity = "Associated Press"

A thing is called by its name, one of its aliases, or its id in entities.csv. Each block may say `why`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

from graphbuilder.errors import InputError
from graphbuilder.lexicon.fold import key as fold
from graphbuilder.lexicon.tables import table
from graphbuilder.records import EntityType

# What each block needs beside the names it speaks of, and the key of those names.
_VALUES = {
    "merge": ("names", ""),
    "never-merge": ("names", ""),
    "rename": ("entity", "name"),
    "retype": ("entity", "type"),
    "country": ("entity", "country"),
    "drop": ("entity", ""),
}
_WHY = "why"
TYPES: tuple[str, ...] = get_args(EntityType)


@dataclass(frozen=True, slots=True)
class Correction:
    """One block of the file: what to do (`action`) with which `names`, and to what `value`.

    `place` is where it stands, as the name of the file, the line and the number among blocks of its action.
    """

    action: str
    place: str
    names: tuple[str, ...]
    value: str = ""
    why: str = ""

    @property
    def sentence(self) -> str:
        """What it asks for, where it stands, and why."""
        names = ", ".join(f'"{name}"' for name in self.names)
        to = f' to "{self.value}"' if self.value else ""
        why = f": {self.why}" if self.why else ""
        return f"{self.action} {names}{to} ({self.place}){why}"


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Read a file of corrections.

    Args:
        path: A TOML file in UTF-8.

    Returns:
        The corrections in the order of the file, actions one after the other.

    Raises:
        InputError: The file cannot be read, a block is not as it should be, or two blocks contradict each other.
    """
    text = _text(path)
    try:
        blocks = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: {error}; write it as TOML, with blocks such as [[merge]]") from error
    for action in blocks:
        if action not in _VALUES:
            raise InputError(f"{path}: [[{action}]] is no correction; the corrections are {', '.join(_VALUES)}")
    corrections = tuple(
        correction for action in _VALUES for correction in _of_action(path, text, action, blocks.get(action, []))
    )
    _check_together(path, corrections)
    return corrections


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); give the path of a TOML file") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not UTF-8; save the file in the encoding UTF-8") from error


def _of_action(path: Path, text: str, action: str, blocks: Any) -> Iterator[Correction]:
    if not (isinstance(blocks, list) and all(isinstance(block, Mapping) for block in blocks)):
        raise InputError(f"{path}: {action} is not written as blocks; begin each one with a line [[{action}]]")
    heads = [m.start() for m in re.finditer(rf"^[ \t]*\[\[[ \t]*[\"']?{action}[\"']?[ \t]*\]\]", text, re.MULTILINE)]
    for number, block in enumerate(blocks):
        line = f"line {text.count(chr(10), 0, heads[number]) + 1}, " if number < len(heads) else ""
        yield _correction(action, f"{line}{action} {number + 1}", path, block)


def _correction(action: str, place: str, path: Path, block: Mapping[str, Any]) -> Correction:
    about, value = _VALUES[action]
    known = [key for key in (about, value, _WHY) if key]
    where = f"{path}, {place}"
    for key in block:
        if key not in known:
            raise InputError(f"{where}: the key {key!r} is not known; use {', '.join(known)}")
    for key in (about, value):
        if key and key not in block:
            raise InputError(f"{where}: the key {key!r} is missing; write {_example(key)}")
    names = block[about] if about == "names" else [block[about]]
    if not isinstance(names, list) or not all(isinstance(name, str) and fold(name) for name in names):
        raise InputError(f"{where}: {about} = {block[about]!r} holds what is no name; write {_example(about)}")
    if about == "names" and len({fold(name) for name in names}) < 2:
        raise InputError(f"{where}: names = {names!r} holds fewer than two names; write {_example(about)}")
    for key in (value, _WHY):
        if key in block and not isinstance(block[key], str):
            raise InputError(f"{where}: {key} = {block[key]!r} is no text; put it in quotes")
    to = block[value].strip() if value else ""
    _check_value(where, value, to)
    return Correction(action, f"{path.name}, {place}", tuple(dict.fromkeys(names)), to, block.get(_WHY, "").strip())


def _example(key: str) -> str:
    examples = {"names": 'names = ["one", "other"]', "type": 'type = "WEAPON"', "country": 'country = "TUR"'}
    return examples.get(key, f'{key} = "..."')


def _check_value(where: str, key: str, value: str) -> None:
    if key == "type" and value not in TYPES:
        raise InputError(f"{where}: {value!r} is no type; write one of {', '.join(TYPES)}")
    if key == "country" and value not in {row["iso3"] for row in table("countries.tsv", "iso3")}:
        raise InputError(f"{where}: {value!r} is no country; write its ISO 3166-1 alpha-3 code, such as TUR")
    if key == "name" and not fold(value):
        raise InputError(f"{where}: the name {value!r} has no letter or digit; write a name")


def _check_together(path: Path, corrections: Sequence[Correction]) -> None:
    """Refuse blocks that contradict each other, also by way of a third ("A" is "B", "B" is "C", "A" is never "C")."""
    one = _joined(corrections)
    for correction in corrections:
        names = [one.get(fold(name), fold(name)) for name in correction.names]
        for (left, mine), (right, theirs) in combinations(zip(correction.names, names, strict=True), 2):
            if correction.action == "never-merge" and mine == theirs:
                raise InputError(
                    f"{path}: {_place(correction)} keeps {left!r} and {right!r} apart, but blocks of merge make them one;"
                    " remove one of the two"
                )
    told: dict[tuple[str, str], Correction] = {}
    for correction in corrections:
        if correction.action in ("merge", "never-merge"):
            continue
        about = one.get(fold(correction.names[0]), fold(correction.names[0]))
        first = told.setdefault((correction.action, about), correction)
        if first.value != correction.value:
            raise InputError(
                f"{path}: {_place(first)} says {first.value!r} of {first.names[0]!r}, {_place(correction)} says"
                f" {correction.value!r}; remove one of the two"
            )


def _place(correction: Correction) -> str:
    return correction.place.partition(", ")[2]


def _joined(corrections: Sequence[Correction]) -> dict[str, str]:
    """For each name that is merged, the first of all names that are one with it."""
    one: dict[str, str] = {}
    for correction in corrections:
        if correction.action == "merge":
            names = [fold(name) for name in correction.names]
            heads = {one.get(name, name) for name in names}
            head = one.get(names[0], names[0])
            one |= {name: head for name, known in one.items() if known in heads} | dict.fromkeys(names, head)
    return one
