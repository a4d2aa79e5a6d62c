"""Weapons: designations, names beside a class noun, and words that are weapons in some texts only."""

import pytest

from graphbuilder.extract.mentions import find_mentions
from tests.extract.mention_trees import article, shown, small_lexicon

LEXICON = small_lexicon()

WEAPONS = {
    "known, without its class noun": (
        "S-400/PROPN/compound/3 missile/NOUN/compound/3 systems/NOUN/root/0",
        ["S-400"],
    ),
    "unknown variant of a known family": ("an/DET/determiner/2 F-16V/PROPN/root/0", ["F-16V"]),
    "full stop in its token": ("an/DET/determiner/2 F-16V./PROPN/root/0", ["F-16V"]),
    "programme": ("the/DET/determiner/4 US/PROPN/compound/4 F-35/PROPN/compound/4 program/NOUN/root/0", ["F-35"]),
    "unseen name before a class": (
        "Zarnak/PROPN/compound/6 air/NOUN/compound/4 ~-/PUNCT/punctuation/4 ~defense/NOUN/compound/5 missile/NOUN/compound/6"
        " systems/NOUN/root/0",
        ["Zarnak"],
    ),
    "unseen names joined in quotes": (
        "“/PUNCT/punctuation/2 ~Zarnak/PROPN/compound/8 ~”/PUNCT/punctuation/2 and/CCONJ/coordinator/6 “/PUNCT/punctuation/6"
        " ~Belun/PROPN/conjunct/2 ~”/PUNCT/punctuation/6 tanks/NOUN/root/0",
        ["Zarnak", "Belun"],
    ),
    "ship behind its class": (
        "the/DET/determiner/2 frigate/NOUN/subject/4 Zarnak/PROPN/apposition/2 sailed/VERB/root/0",
        ["Zarnak"],
    ),
    "ship's prefix": ("INS/PROPN/compound/2 Zarnak/PROPN/subject/3 sailed/VERB/root/0", ["INS Zarnak"]),
    "class of ships": (
        "a/DET/determiner/5 Zarnak/PROPN/compound/4 ~-/PUNCT/punctuation/4 ~class/NOUN/compound/5 submarine/NOUN/root/0",
        ["Zarnak-class"],
    ),
    "named by a verb": (
        "a/DET/determiner/2 drone/NOUN/root/0 called=call/VERB/noun_clause/2 Zarnak/PROPN/open_complement/3",
        ["Zarnak"],
    ),
    "ambiguous with its class": ("Patriot/PROPN/compound/2 batteries/NOUN/root/0", ["Patriot"]),
    "ambiguous and counted": ("14/NUM/number/2 Leopards/PROPN/root/0", ["Leopards"]),
    "ambiguous behind its count": (
        "12/NUM/number/5 second/ADJ/adjective/4 ~-/PUNCT/punctuation/4 ~hand/NOUN/compound/5 Patriots/PROPN/root/0",
        ["Patriots"],
    ),
    "ship that bears a person's name": (
        "the/DET/determiner/3 Daniel/PROPN/compound/3 destroyer/NOUN/subject/4 sailed/VERB/root/0",
        ["Daniel"],
    ),
    "plan is no weapon": (
        "the/DET/determiner/4 Ground/PROPN/compound/4 Defence/PROPN/compound/4 programme/NOUN/subject/5 grew/VERB/root/0",
        [],
    ),
    "ambiguous without support": ("the/DET/determiner/2 Patriot/PROPN/subject/3 sang/VERB/root/0", []),
    "animal": ("leopard/NOUN/compound/2 cubs/NOUN/subject/3 play/VERB/root/0", []),
    "animal with a weapon's name": ("three/NUM/number/3 Patriot/PROPN/compound/3 eagles/NOUN/subject/4 flew/VERB/root/0", []),
    "goods tell nothing": ("Zarnak/PROPN/compound/2 equipment/NOUN/subject/3 failed/VERB/root/0", []),
    "currency": (
        "They/PRON/subject/2 sold=sell/VERB/root/0 tanks/NOUN/object/2 for/ADP/case/5 SEK/PROPN/oblique/2|WEAPON 39/NUM/number/5",
        [],
    ),
    "competition": ("the/DET/determiner/3 F-16X2/PROPN/compound/3 competition/NOUN/subject/4 ended/VERB/root/0", []),
    "region before a class": ("Soviet/ADJ/adjective/2 tanks/NOUN/root/0", []),
}  # fmt: skip


@pytest.mark.parametrize(("tree", "expected"), WEAPONS.values(), ids=WEAPONS)
def test_weapon_is_named_without_its_class_noun(tree: str, expected: list[str]) -> None:
    found = find_mentions("d", article(tree), LEXICON)
    assert [text for text, type_ in shown(found) if type_ == "WEAPON"] == expected


def test_name_before_a_class_is_a_maker_where_the_article_says_so() -> None:
    jets = "Zarnak/PROPN/compound/2|ORG jets/NOUN/subject/3 flew/VERB/root/0"
    maker = "the/DET/determiner/2 firm/NOUN/subject/4 Zarnak/PROPN/apposition/2 paid/VERB/root/0"
    assert shown(find_mentions("d", article(jets), LEXICON)) == [("Zarnak", "WEAPON")]
    assert shown(find_mentions("d", article(jets, maker), LEXICON)) == [("Zarnak", "ORGANIZATION")] * 2


def test_bare_word_is_a_weapon_once_the_article_said_so() -> None:
    first = "Leopard/PROPN/compound/3 2/NUM/number/1 tanks/NOUN/subject/4 arrived/VERB/root/0"
    later = "the/DET/determiner/2 Leopards/PROPN/subject/3 impressed/VERB/root/0"
    alone = find_mentions("d", article(later), LEXICON)
    together = find_mentions("d", article(first, later), LEXICON)
    assert ("Leopards", "WEAPON") not in shown(alone)
    assert shown(together) == [("Leopard 2", "WEAPON"), ("Leopards", "WEAPON")]
    assert [mention.plural for mention in together if mention.kind == "name"] == [False, True]


def test_model_label_of_a_weapon_counts_among_other_arms_only() -> None:
    label = "Zarnak/PROPN/subject/2|WEAPON flew/VERB/root/0"
    arms = "two/NUM/number/2 F-16s/PROPN/subject/3 flew/VERB/root/0"
    assert shown(find_mentions("d", article(label), LEXICON)) == []
    assert ("Zarnak", "WEAPON") in shown(find_mentions("d", article(label, arms), LEXICON))


def test_name_and_figure_are_a_weapon_among_other_arms_only() -> None:
    numbered = "Zarnak/PROPN/subject/3 3/NUM/name_part/1 flew/VERB/root/0"
    arms = "two/NUM/number/2 F-16s/PROPN/subject/3 flew/VERB/root/0"
    article_of_law = "Article/PROPN/subject/3 5/NUM/name_part/1 applies/VERB/root/0"
    assert shown(find_mentions("d", article(numbered), LEXICON)) == []
    assert ("Zarnak 3", "WEAPON") in shown(find_mentions("d", article(numbered, arms), LEXICON))
    assert shown(find_mentions("d", article(article_of_law, arms), LEXICON)) == [("F-16s", "WEAPON")]


LABELLED = {
    "figure behind letters": ("an/DET/determiner/2 SSQ/PROPN/root/0|WEAPON 9/NUM/name_part/2|WEAPON", ["SSQ 9"]),
    "figure first": ("an/DET/determiner/2 8K634M/NOUN/root/0|WEAPON", ["8K634M"]),
    "with its block": (
        "an/DET/determiner/2 XQ-19B/PROPN/root/0|WEAPON Block/PROPN/name_part/2|WEAPON 30/NUM/name_part/2|WEAPON",
        ["XQ-19B Block 30"],
    ),
    "block alone": ("the/DET/determiner/2 Block/PROPN/root/0|WEAPON 30/NUM/name_part/2|WEAPON", []),
    "year": ("the/DET/determiner/3 Hunter/PROPN/name_part/3|WEAPON 2019/NUM/root/0|WEAPON", ["Hunter"]),
    "full stop of the sentence": (
        "an/DET/determiner/2 AN/ALY-534/PROPN/root/0|WEAPON ~./PUNCT/punctuation/2",
        ["AN/ALY-534"],
    ),
}


@pytest.mark.parametrize(("tree", "expected"), LABELLED.values(), ids=LABELLED)
def test_label_tells_how_far_a_designation_goes(tree: str, expected: list[str]) -> None:
    arms = "two/NUM/number/2 F-16s/PROPN/subject/3 flew/VERB/root/0"
    found = find_mentions("d", article(tree, arms), LEXICON)
    assert [text for text, type_ in shown(found) if type_ == "WEAPON"][:-1] == expected
