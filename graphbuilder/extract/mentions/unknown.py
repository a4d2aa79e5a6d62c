"""Names that neither the lexicon, nor a title, nor a head word tells: the rest of each run of capitals."""

import re
from collections.abc import Iterator

from graphbuilder.extract.mentions.evidence import type_of
from graphbuilder.extract.mentions.labels import MODEL_TYPES
from graphbuilder.extract.mentions.runs import HYPHENS, starts_sentence
from graphbuilder.extract.mentions.scene import Rank, Scene
from graphbuilder.extract.mentions.support import class_after
from graphbuilder.extract.mentions.words import given_names, heads, words

_MOST_TOKENS = 8
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(r"\d+|[IVX]+[AB]?")
_EVENT = re.compile(r"[A-Z][A-Za-z]+ (?:19|20)\d\d")


def pieces(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield the stretches `[first, last)` of the runs that nothing explains yet, from right to left."""
    if scene.headline:
        return
    for start, end in reversed(scene.runs):
        for first, last in reversed(list(scene.free(start, end))):
            parts = list(_split_by_model(scene, first, last))
            for part in reversed(parts):
                part = _without_opening(scene, *part)
                if _worth(scene, *part):
                    yield part


def find_unknown(scene: Scene) -> list[tuple[int, int]]:
    """Add the names whose surroundings tell their type, and return the pieces that stay without one."""
    left = []
    for first, last in pieces(scene):
        if _describes(scene, first, last) or _extends(scene, first, last):
            continue
        if _EVENT.fullmatch(scene.text(first, last)):
            scene.add(first, last, "EVENT", "syntax", Rank.SHAPE)
            continue
        if _numbered(scene, first, last):
            scene.add(first, last + 1, "WEAPON", "syntax", Rank.MODEL)
            continue
        type_, how, rank = type_of(scene, first, last)
        if type_:
            scene.add(first, last, type_, how, rank)
        else:
            left.append((first, last))
    return left


def _describes(scene: Scene, first: int, last: int) -> bool:
    """Whether capitals only say what a weapon is: "M1A2 Abrams Main Battle Tanks", "M88A2 Heavy Recovery vehicles"."""
    if scene.lexicon.weapon_class(scene.text(first, last)) is not None:
        return True
    before = scene.at(first - 1) if first else None
    return before is not None and before.type == "WEAPON" and class_after(scene, last) is not None and last - first > 1


def _extends(scene: Scene, first: int, last: int) -> bool:
    """Take a nickname behind a designation into it: "QX-19 Night Viper"."""
    before = scene.at(first - 1) if first else None
    if (
        before is None
        or before.type != "WEAPON"
        or before.last != first
        or last - first > 2
        or not scene.spaces[first - 1]
    ):
        return False
    if (
        before.how not in ("designation", "name", "alias")
        or scene.words[first - 1].endswith("s")
        or scene.nodes[last - 1].pos != "PROPN"
    ):
        return False
    scene.keep([one for one in scene.candidates if one is not before])
    scene.add(before.first, last, "WEAPON", before.how, before.rank, before.key)
    return True


def _numbered(scene: Scene, first: int, last: int) -> bool:
    """Whether a name and the figure behind it are a weapon's: "Arrow 3", "Hermes 900", but not "Article 5"."""
    nodes = scene.nodes
    if (
        last >= len(nodes)
        or last - first > 2
        or scene.at(last) is not None
        or nodes[last - 1].pos not in ("PROPN", "NOUN")
    ):
        return False
    word, figure = scene.words[last - 1], nodes[last].text
    if not re.fullmatch(r"[1-9]\d{0,3}", figure) or _YEAR.fullmatch(figure) or not (word.isalpha() and word.istitle()):
        return False
    if word in words("numbered") or word in words("calendar"):
        return False
    following = nodes[last + 1] if last + 1 < len(nodes) else None
    if following is None:
        return True
    counts = following.tag in ("NNS", "NNPS") and nodes[last].relation == "number"
    goes_on = following.text in ("-", "%", "percent", ":", "/") or (
        following.text[0].isupper() and following.pos == "PROPN"
    )
    return not counts and not goes_on


def _split_by_model(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a piece where the statistical model begins another name."""
    start = first
    for token in range(first + 1, last):
        node = scene.nodes[token]
        if node.entity_start and node.entity in MODEL_TYPES and scene.words[token - 1] not in HYPHENS:
            yield start, token
            start = token
    yield start, last


def _without_opening(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Leave out a capital that only opens the sentence: "Read Maxim Suchkov's story"."""
    opens = last - first >= 3 and starts_sentence(scene.nodes, first) and scene.words[first] not in given_names()
    return (first + 1, last) if opens and scene.words[first + 1] in given_names() else (first, last)


def _worth(scene: Scene, first: int, last: int) -> bool:
    """Whether a piece may be a name at all."""
    if last - first > _MOST_TOKENS:
        return False
    word = scene.words[first]
    if last - first == 1:
        node = scene.nodes[first]
        if (
            len(word) < 2
            or word in words("common") | words("numbered")
            or word in words("calendar")
            or word in words("origin")
        ):
            return False
        if (node.pos not in ("PROPN", "X", "NOUN") and not word.isupper()) or (
            starts_sentence(scene.nodes, first) and node.pos != "PROPN"
        ):
            return False
        if word in heads() or scene.lexicon.title(word) is not None:
            return False
    if last - first == 2 and word in words("numbered") and _COUNTED.fullmatch(scene.words[first + 1]):
        return False  # "Block III" is a variant of what was named before
    following = scene.nodes[last] if last < len(scene.nodes) else None
    if following is not None and following.text.islower() and following.lemma in words("animal"):
        return False  # "Amur leopards"
    text = scene.text(first, last)
    return scene.lexicon.title(text) is None and any(letter.isalpha() for letter in text)
