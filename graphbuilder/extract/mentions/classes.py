"""Common nouns for weapons in a sentence: "howitzers", "air-defence systems", "transport helicopters"."""

from graphbuilder.extract.mentions.scene import ClassPhrase, Scene

_MOST_TOKENS = 8


def find_classes(scene: Scene) -> list[ClassPhrase]:
    """Return the longest weapon classes of a sentence, in text order, none overlapping."""
    out: list[ClassPhrase] = []
    last = len(scene.nodes)
    while last > 0:
        phrase = _ending_at(scene, last)
        last = phrase.first if phrase is not None else last - 1
        if phrase is not None:
            out.append(phrase)
    return out[::-1]


def _ending_at(scene: Scene, last: int) -> ClassPhrase | None:
    node = scene.nodes[last - 1]
    if node.pos not in ("NOUN", "PROPN", "ADJ") or not node.text[0].isalpha():
        return None
    for first in range(max(0, last - _MOST_TOKENS), last):
        if not scene.words[first][0].isalpha():
            continue
        weapon = scene.lexicon.weapon_class(scene.text(first, last))
        if weapon is not None:
            return ClassPhrase(first, last, weapon)
    return None
