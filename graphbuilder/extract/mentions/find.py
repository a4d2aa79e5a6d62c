"""Finds all mentions of an article: names sentence by sentence, then once more with what the whole article tells."""

from collections.abc import Sequence

from graphbuilder.extract.mentions.again import (
    Piece,
    abbreviations,
    correct,
    drop_stray_weapons,
    opening,
    repeat,
    settle,
    speaks_of_arms,
)
from graphbuilder.extract.mentions.bodies import find_bodies
from graphbuilder.extract.mentions.classes import find_classes
from graphbuilder.extract.mentions.designations import find_designations
from graphbuilder.extract.mentions.known import Pending, find_known
from graphbuilder.extract.mentions.labelled import find_labelled
from graphbuilder.extract.mentions.merge import choose, mention
from graphbuilder.extract.mentions.nominals import find_nominals
from graphbuilder.extract.mentions.pronouns import find_pronouns
from graphbuilder.extract.mentions.runs import is_headline, runs_of
from graphbuilder.extract.mentions.scene import Rank, Scene
from graphbuilder.extract.mentions.titles import find_titled
from graphbuilder.extract.mentions.unknown import find_unknown
from graphbuilder.extract.mentions.words import currency_codes, given_names, words
from graphbuilder.lexicon import Lexicon
from graphbuilder.parse.syntax import Sentence
from graphbuilder.records import Mention


def find_mentions(document_id: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Mention]:
    """Find the names, descriptions and pronouns of one article.

    Args:
        document_id: the article's id, copied into every mention.
        sentences: its sentences in order.
        lexicon: the names that are known beforehand.

    Returns:
        The mentions in text order. Names do not overlap each other; a nominal may hold a name ("the Turkish side").
        `type` of a nominal is what it may stand for, several separated by `|`, the likeliest first.
    """
    scenes = [_scene(sentence, lexicon) for sentence in sentences]
    _find_names(scenes)
    for scene in scenes:
        scene.keep(choose(scene.candidates))
    arms = speaks_of_arms(scenes)
    out: list[Mention] = []
    for scene in scenes:
        out.extend(mention(document_id, scene, one) for one in scene.candidates if one.type)
        out.extend(find_nominals(document_id, scene, arms))
        out.extend(find_pronouns(document_id, scene))
    return sorted(out, key=lambda one: (one.start, one.end, one.kind))


def _scene(sentence: Sentence, lexicon: Lexicon) -> Scene:
    nodes = sentence.nodes
    scene = Scene(sentence, lexicon, [node.text for node in nodes], [node.space_after for node in nodes])
    scene.runs = runs_of(sentence)
    scene.headline = is_headline(sentence)
    scene.set_classes(find_classes(scene))
    return scene


def _find_names(scenes: list[Scene]) -> None:
    doubts: list[Pending] = []
    for scene in scenes:
        _block(scene)
        doubts.extend(find_known(scene))
        find_designations(scene)
    settle(doubts, scenes)
    left: list[Piece] = []
    for scene in scenes:
        find_titled(scene)
        find_bodies(scene)
        find_labelled(scene)
        left.extend((scene, first, last) for first, last in find_unknown(scene))
    abbreviations(scenes)
    repeat(scenes, left)
    opening(scenes)
    correct(scenes)
    drop_stray_weapons(scenes)


def _block(scene: Scene) -> None:
    """Keep days and months from being names: "Friday", but not the May of "Theresa May"; currencies and tickers too."""
    for token, word in enumerate(scene.words):
        if word in currency_codes() and _beside_figure(scene, token):
            scene.add(token, token + 1, "", "currency", Rank.BLOCK)
        if word in words("exchange") and scene.words[token + 1 : token + 2] == [":"] and token + 2 < len(scene.words):
            scene.add(token, token + 3, "", "ticker", Rank.BLOCK)  # "(NYSE: ERJ)"
        if word in words("calendar") and not (token and scene.words[token - 1] in given_names()):
            scene.add(token, token + 1, "", "calendar", Rank.BLOCK)


def _beside_figure(scene: Scene, token: int) -> bool:
    return any(word[0].isdigit() for word in scene.words[max(0, token - 1) : token + 2])
