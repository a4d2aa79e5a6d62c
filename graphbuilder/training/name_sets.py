"""Read the name sets and put their labels into the project's types."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from .conllu import read_conllu
from .name_text import Name, NameText, Place, join_words
from .silver import complete, place_words

_NO_TYPE = ("", "NONE")
_PEOPLE_ENDINGS = ("an", "ans", "ish", "ese", "i", "is", "ch", "Arab", "Arabs", "Serb", "Serbs")


def read_iob(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Read the words and tags of each sentence of an IOB file."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        fields = line.strip().split("\t")
        if len(fields) > 1:
            words.append(fields[0])
            tags.append(fields[-1])
        elif words:
            yield words, tags
            words, tags = [], []


def tag_runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield `(first word, word after the last, label)` of each run of IOB tags, whether or not all runs open with B."""
    start, label = 0, ""
    for position, tag in enumerate([*tags, "O"]):
        kind, _, value = tag.partition("-")
        if label and (kind in "BO" or value != label):
            yield start, position, label
            label = ""
        if kind != "O" and not label:
            start, label = position, value


def place_type(name: str) -> str:
    """Sort the name of a place into GPE, LOC or FAC by its words; towns are the rest, so GPE."""
    bare = name.removeprefix("the ").removeprefix("The ")
    words = bare.lower().split()
    if bare in place_words().countries or len(words) == 0:
        return "GPE"
    if words[-1] in _words("facility"):
        return "FAC"
    return "LOC" if _words("region").intersection(words) else "GPE"


def strip_title(words: Sequence[str]) -> int:
    """Count the words of rank, office and people at the head of a person's name; all of them if nothing else follows."""
    last = -1
    for position, word in enumerate(words):
        if word.lower() in _words("title") or (position == last + 1 and word in place_words().demonyms):
            last = position
    return last + 1


@cache
def _words(use: str) -> frozenset[str]:
    table = resources.files("graphbuilder.training") / "name_words.tsv"
    lines = (line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return frozenset(row["word"] for row in csv.DictReader(lines, delimiter="\t") if row["use"] == use)


@cache
def _label_table() -> Mapping[str, str]:
    table = resources.files("graphbuilder.training") / "name_labels.tsv"
    lines = (line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row["label"]: row["type"] for row in csv.DictReader(lines, delimiter="\t")}


def read_name_set(path: Path, trees: Path | None = None) -> list[NameText]:
    """Read one IOB file in the project's types, with what tables and patterns add, to learn from.

    Args:
        path: The file.
        trees: A CoNLL-U file with the same sentences, which knows where blanks stand.

    Returns:
        One text for each sentence.
    """
    return [_learnable(*sentence) for sentence in _place_words(path, trees)]


def read_gold_names(path: Path, trees: Path | None = None) -> list[NameText]:
    """Read one IOB file as it is, to measure on: nothing added, no name cut, all places PLACE, other labels left out.

    Args:
        path: The file.
        trees: See `read_name_set`.

    Returns:
        One text for each sentence.
    """
    items: list[NameText] = []
    for text, _, places, tags in _place_words(path, trees):
        runs = ((places[a][0], places[b - 1][1], _label_table().get(label, "")) for a, b, label in tag_runs(tags))
        names = tuple(
            (start, end, "PLACE" if kind == "GPE" else kind) for start, end, kind in runs if kind not in _NO_TYPE
        )
        items.append(NameText(text, names))
    return items


def _place_words(path: Path, trees: Path | None) -> Iterator[tuple[str, list[str], list[Place], list[str]]]:
    """Yield the text, the words, their places and their tags for each sentence."""
    spaced: dict[tuple[str, ...], list[bool]] = {}
    if trees is not None:
        spaced = {tuple(w.form for w in s.words): [w.space for w in s.words] for s in read_conllu(trees)}
    for words, tags in read_iob(path):
        spaces = spaced.get(tuple(words))
        if spaces is None:
            text, places = join_words(words)
        else:
            text, places = "", []
            for word, space in zip(words, spaces, strict=True):
                places.append((len(text), len(text) + len(word)))
                text += word + " " * space
        yield text, words, places, tags


def _learnable(text: str, words: list[str], places: list[Place], tags: list[str]) -> NameText:
    names: list[Name] = []
    silent: list[Place] = []
    other: list[Place] = []
    for first, after, label in tag_runs(tags):
        kind = _label_table().get(label, "")
        if kind == "NONE":
            # one word may be a people or a year, which tables and patterns tell
            other.extend([(places[first][0], places[after - 1][1])] if after - first > 1 else [])
            continue
        if kind == "PERSON":
            first += strip_title(words[first:after])
        if first == after:
            continue
        start, end = places[first][0], places[after - 1][1]
        kind = resolve_type(kind, text[start:end])
        if kind:
            names.append((start, end, kind))
        else:
            silent.append((start, end))
    return complete(text, names, silent, other)


def resolve_type(kind: str, name: str) -> str:
    """Settle the type of a name where a set's label leaves it open.

    Args:
        kind: A type of the project, PLACE (GPE, LOC or FAC) or PEOPLE (NORP or GPE).
        name: The name, without title.

    Returns:
        The type, empty where the name is a description or a slip of its set.
    """
    words = place_words()
    if kind == "PERSON" and (name[:1].islower() or " of " in name or " for " in name):
        return ""
    if kind in ("ORG", "PERSON", "PLACE", "PEOPLE") and name in words.demonyms:
        return "NORP"
    if kind == "PEOPLE":
        return "GPE" if name in words.countries or not name.endswith(_PEOPLE_ENDINGS) else "NORP"
    return place_type(name) if kind == "PLACE" or (kind == "ORG" and name in words.countries) else kind
