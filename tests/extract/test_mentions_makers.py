"""Makers whose name is an everyday word or a town: companies where they act in an article on arms."""

import pytest

from graphbuilder.extract.mentions import find_mentions
from graphbuilder.lexicon import Entry, Lexicon, Surface
from tests.extract.mention_trees import article, shown

LEXICON = Lexicon([
    Entry("org:Kordal", "Kordal", "ORGANIZATION", "NOR", kind="company", surfaces=(Surface("Kordal", "name", True),)),
    Entry("weapon:S-400", "S-400", "WEAPON", "RUS", surfaces=(Surface("S-400", "name"),)),
])  # fmt: skip

ARMS = "They/PRON/subject/2 tested/VERB/root/0 the/DET/determiner/4 S-400/PROPN/object/2"

ROWS = {
    "subject": ("Later/ADV/adverb/3 Kordal/PROPN/subject/3|GPE supplied/VERB/root/0 parts/NOUN/object/3", True),
    "agent": ("parts/NOUN/root/0 built/VERB/noun_clause/1 by/ADP/case/4 Kordal/PROPN/agent/2|GPE", True),
    "place": ("They/PRON/subject/2 met/VERB/root/0 in/ADP/case/4 Kordal/PROPN/oblique/2|GPE", False),
    "place before its state": (
        "the/DET/determiner/2 firm/NOUN/subject/6 ,/PUNCT/punctuation/2 Kordal/PROPN/compound/2|GPE ,/PUNCT/punctuation/2 won/VERB/root/0",
        False,
    ),
}


@pytest.mark.parametrize(("tree", "company"), ROWS.values(), ids=ROWS)
def test_maker_with_an_everyday_name(tree: str, company: bool) -> None:
    found = [mention.key for mention in find_mentions("d", article(ARMS, tree), LEXICON) if mention.text == "Kordal"]
    assert found == ["org:Kordal"] if company else "org:Kordal" not in found


def test_no_maker_in_an_article_on_other_things() -> None:
    found = find_mentions("d", article(ROWS["subject"][0]), LEXICON)
    assert [mention for mention in found if mention.key] == []
    assert shown(found, "nominal") == []
