"""Names from the entity marks of GUM: mentions of every kind, of which those around a proper noun are names."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from .conllu import Sentence, Word, read_conllu
from .name_sets import resolve_type, strip_title
from .name_text import Name, NameText, Place, overlaps
from .silver import complete

_MARK = re.compile(r"\((\d+)-([a-z]+)-[^()]*|(\d*)\)")
_JOINING = frozenset(["of", "the", "and", "for", "in", "de", "la", "al", "el", "bin", "-", "'", "&", "'s"])
_TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "event": "EVENT"}


def read_gum_names(path: Path) -> list[NameText]:
    """Read the names of a GUM file.

    Args:
        path: A CoNLL-U file with `Entity` in MISC.

    Returns:
        One text for each sentence; proper nouns outside every mention are silent.
    """
    return [_name_text(sentence) for sentence in read_conllu(path)]


def mentions(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Yield `(first word, word after the last, GUM's type)` of every mention that closes in the sentence."""
    open_marks: list[tuple[str, int, str]] = []
    for position, word in enumerate(words):
        value = dict(word.misc).get("Entity", "")
        # "(3-person-…)" opens and closes on one word: the mark opens first, then its bare ")" closes the newest.
        for match in _MARK.finditer(value):
            if match.group(2):
                open_marks.append((match.group(1), position, match.group(2)))
                continue
            for index in range(len(open_marks) - 1, -1, -1):
                if match.group(3) in ("", open_marks[index][0]):
                    _, start, kind = open_marks.pop(index)
                    yield start, position + 1, kind
                    break


def _name_text(sentence: Sentence) -> NameText:
    words = sentence.words
    places: list[Place] = []
    text = ""
    for word in words:
        places.append((len(text), len(text) + len(word.form)))
        text += word.form + " " * word.space
    names: list[Name] = []
    silent: list[Place] = []
    for first, after, kind in sorted(mentions(words), key=lambda mention: mention[0] - mention[1]):
        core = _core(words, first, after)
        if core is None:
            continue
        first, after = core
        label = _TYPES.get(kind, "")
        if label == "PERSON":
            first += strip_title([word.form for word in words[first:after]])
        if first >= after:
            continue
        place = places[first][0], places[after - 1][1]
        if overlaps(place, names):
            continue
        label = resolve_type(label, text[slice(*place)])
        if label:
            names.append((*place, label))
        else:
            silent.append(place)
    for word, place in zip(words, places, strict=True):
        if word.upos == "PROPN" and not overlaps(place, names):
            silent.append(place)
    return complete(text, names, silent)


def _core(words: Sequence[Word], first: int, after: int) -> tuple[int, int] | None:
    """Cut a mention down to the name around its head, or None where the head is no proper noun."""
    head = next((i for i in range(first, after) if not first <= words[i].head < after or words[i].head == i), None)
    if head is None or words[head].upos != "PROPN":
        return None
    start, end = head, head + 1
    while start > first and _joins(words, start - 1):
        start -= 1
    while end < after and _joins(words, end):
        end += 1
    while start < head and not words[start].form[0].isupper():
        start += 1
    while words[start].form in ("The", "the") and start < head:
        start += 1
    while end > head + 1 and not (words[end - 1].form[0].isupper() or words[end - 1].form[0].isdigit()):
        end -= 1
    return start, end


def _joins(words: Sequence[Word], position: int) -> bool:
    word = words[position]
    return word.upos == "PROPN" or word.form[0].isupper() or word.form in _JOINING or word.upos == "NUM"
