"""Names from the defence texts, whose entities are names and descriptions alike."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from .name_sets import resolve_type, strip_title
from .name_text import Name, NameText, Place, overlaps
from .silver import complete

# Kept out of training, to measure on.
HELD_OUT = ("australian-department-of-foreign-affairs", "delegation-of-the-european-union-to-syria")
_TYPES = {
    "Person": "PERSON",
    "Organisation": "ORG",
    "Location": "PLACE",
    "Nationality": "NORP",
    "Weapon": "WEAPON",
    "MilitaryPlatform": "WEAPON",
}
_SMALL = frozenset(["of", "the", "and", "for", "in", "al", "de"])
_GENERAL = frozenset(
    [
        "we",
        "they",
        "he",
        "she",
        "it",
        "i",
        "you",
        "our",
        "their",
        "his",
        "her",
        "members",
        "government",
        "minister",
        "ministers",
        "foreign",
        "prime",
        "office",
        "spokesman",
        "syrians",
        "iraqis",
        "people",
        "regime",
        "opposition",
        "forces",
        "authorities",
        "summit",
        "today",
        "international",
        "special",
        "envoy",
        "country",
    ]
)


def read_defence(folder: Path) -> list[NameText]:
    """Read the names of one folder of the defence texts.

    Args:
        folder: Holds `documents.json` and `entities.json`, one object a line.

    Returns:
        One text for each paragraph. An entity that is a description holds no name; other capitals in it are silent.
    """
    entities: dict[str, list[dict[str, object]]] = defaultdict(list)
    for entity in _objects(folder / "entities.json"):
        entities[str(entity["documentId"])].append(entity)
    return [
        item
        for document in _objects(folder / "documents.json")
        for item in _paragraphs(str(document["text"]), entities[str(document["_id"])])
    ]


def _objects(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _paragraphs(text: str, entities: list[dict[str, object]]) -> Iterator[NameText]:
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        names: list[Name] = []
        silent: list[Place] = []
        for entity in sorted(entities, key=lambda e: (int(str(e["begin"])), -int(str(e["end"])))):
            first, after = int(str(entity["begin"])), int(str(entity["end"]))
            if start <= first and after <= end:
                _add(paragraph, first - start, after - start, str(entity["type"]), names, silent)
        if paragraph.strip():
            yield complete(paragraph, names, silent)
        start = end + 1


def _add(text: str, start: int, end: int, kind: str, names: list[Name], silent: list[Place]) -> None:
    """Put one entity among the names or among the silent places."""
    label = _TYPES.get(kind, "")
    words: list[Place] = []
    position = start
    for word in text[start:end].split(" "):
        words.append((position, position + len(word)))
        position += len(word) + 1
    while words and text[slice(*words[0])].lower() in (
        "the",
        "a",
        "an",
        "his",
        "its",
        "their",
        "mr",
        "mr.",
        "he",
        "dr",
    ):
        del words[0]
    if label == "PERSON":
        del words[: strip_title([text[slice(*place)] for place in words])]
    forms = [text[slice(*place)] for place in words]
    proper = [form for form in forms if form[:1].isupper() or form[:1].isdigit()]
    plain = any(form[:1].islower() and form not in _SMALL for form in forms)
    if not proper or plain or not label or {form.lower() for form in forms} <= _GENERAL:
        silent.extend((a, b) for a, b in words if text[a].isupper())
        return
    place = words[0][0], words[-1][1]
    for ending in ("’s", "'s"):
        if text[place[0] : place[1]].endswith(ending):
            place = place[0], place[1] - len(ending)
    name = text[place[0] : place[1]]
    label = resolve_type(label, name)
    if label and not overlaps(place, names):
        names.append((*place, label))
