"""Persons without a name: what pronouns mean by them, and that they are no entities."""

import pytest
from article_trees import lexicon, name, points, read

from graphbuilder.lexicon import Lexicon
from graphbuilder.resolve.coreference import resolve_article

FIRST = (
    "Jan|PROPN|subject|met Nowak|PROPN|name_part|Jan met|VERB|root a|DET|determiner|woman woman|NOUN|object|met "
    "and|CCONJ|coordinator|boy a|DET|determiner|boy boy|NOUN|conjunct|woman"
)
SECOND = "She|PRON|subject|thanked thanked|VERB|root him|PRON|object|thanked"
THIRD = "The|DET|determiner|woman woman|NOUN|subject|left left|VERB|root"
FOURTH = "Soldiers|NOUN|subject|came|NNS came|VERB|root"
FIFTH = "They|PRON|subject|sang sang|VERB|root"


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon()


def told(known: Lexicon, *lines: str, pronouns: tuple[str, ...], unnamed: bool) -> dict[str, list[str]]:
    """The texts of the mentions of each thing, by its name."""
    article, sentences = read(*lines)
    mentions = [points(article, sentences, word) for word in pronouns]
    if "Jan" in article.text:
        mentions.append(name(article, sentences, "Jan Nowak", "PERSON"))
    resolved, things = resolve_article(article, sentences, mentions, known, unnamed=unnamed)
    out: dict[str, list[str]] = {thing.name: [] for thing in things}
    for mention in resolved:
        for thing in mention.things:
            out[things[thing].name].append(mention.text)
    return out


def test_they_are_no_entities(known: Lexicon) -> None:
    assert told(known, FIRST, SECOND, pronouns=("She",), unnamed=False) == {"Jan Nowak": ["Jan Nowak"]}


def test_a_pronoun_means_one_by_gender(known: Lexicon) -> None:
    found = told(known, FIRST, SECOND, pronouns=("She",), unnamed=True)
    assert found["woman"] == ["woman", "She"]


def test_the_woman_is_the_one_spoken_of(known: Lexicon) -> None:
    found = told(known, FIRST, SECOND, THIRD, pronouns=("She",), unnamed=True)
    assert found["woman"] == ["woman", "She", "woman"]


def test_a_woman_is_another_one(known: Lexicon) -> None:
    other = THIRD.replace("The|", "A|")
    article, sentences = read(FIRST, other)
    _, things = resolve_article(article, sentences, [], known, unnamed=True)
    assert [thing.name for thing in things].count("woman") == 2


def test_several_are_meant_by_a_plural(known: Lexicon) -> None:
    found = told(known, FOURTH, FIFTH, pronouns=("They",), unnamed=True)
    assert found == {"soldier": ["Soldiers", "They"]}
