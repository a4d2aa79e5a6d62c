"""Common nouns and pronouns that describe or point back."""

import pytest

from graphbuilder.extract.mentions import find_mentions
from tests.extract.mention_trees import article, shown, small_lexicon

LEXICON = small_lexicon()

NOMINALS = {
    "two countries": (
        "the/DET/determiner/3 two/NUM/number/3 countries=country/NOUN/subject/4 agreed/VERB/root/0",
        [("the two countries", "COUNTRY")],
    ),
    "both sides": (
        "both/DET/determiner/2 sides/NOUN/subject/3 agreed/VERB/root/0",
        [("both sides", "COUNTRY|ORGANIZATION")],
    ),
    "demonym inside": (
        "the/DET/determiner/3 Turkish/ADJ/adjective/3 side/NOUN/subject/4 agreed/VERB/root/0",
        [("the Turkish side", "COUNTRY|ORGANIZATION")],
    ),
    "owner": ("his/PRON/possessor/2 country/NOUN/subject/3 agreed/VERB/root/0", [("his country", "COUNTRY")]),
    "firm": ("The/DET/determiner/2 firm/NOUN/subject/3 agreed/VERB/root/0", [("The firm", "ORGANIZATION")]),
    "indefinite does not point": ("a/DET/determiner/2 firm/NOUN/subject/3 agreed/VERB/root/0", []),
    "described by of": (
        "the/DET/determiner/2 minister/NOUN/subject/5 of/ADP/case/4 India/PROPN/noun_modifier/2 agreed/VERB/root/0",
        [],
    ),
    "modifier is no head": (
        "the/DET/determiner/3 state/NOUN/compound/3 budget/NOUN/subject/4 grew/VERB/root/0",
        [],
    ),
    "apposition to a name": (
        "Rostec/PROPN/subject/8 ,/PUNCT/punctuation/4 the/DET/determiner/4 conglomerate/NOUN/apposition/1 that/PRON/subject/6"
        " sells/VERB/relative_clause/4 ,/PUNCT/punctuation/4 agreed/VERB/root/0",
        [("the conglomerate", "ORGANIZATION")],
    ),
    "class with its modifier": (
        "Russia/PROPN/subject/2 sold=sell/VERB/root/0 ten/NUM/number/5 transport/NOUN/compound/5 helicopters/NOUN/object/2",
        [("transport helicopters", "WEAPON")],
    ),
    "definite class points back": (
        "Russia/PROPN/subject/2 sold=sell/VERB/root/0 the/DET/determiner/4 jets/NOUN/object/2",
        [("the jets", "WEAPON")],
    ),
    "class of a named weapon": (
        "Russia/PROPN/subject/2 sold=sell/VERB/root/0 S-400/PROPN/compound/5 missile/NOUN/compound/5 systems/NOUN/object/2",
        [],
    ),
    "region before a state": (
        "the/DET/determiner/3 Gulf/PROPN/compound/3|LOC state/NOUN/subject/4 agreed/VERB/root/0",
        [("the Gulf state", "COUNTRY")],
    ),
    "nested description": (
        "the/DET/determiner/4 West/ADJ/adjective/3 African/ADJ/adjective/4 country/NOUN/subject/5 agreed/VERB/root/0",
        [("the West African country", "COUNTRY")],
    ),
    "fighters that are men": (
        "six/NUM/number/2 fighters/NOUN/passive_subject/4 were/AUX/auxiliary/4 killed=kill/VERB/root/0 near/ADP/case/7 S-400/PROPN/compound/7"
        " sites/NOUN/oblique/4",
        [],
    ),
    "bare system is no class": (
        "Russia/PROPN/subject/2 sold=sell/VERB/root/0 a/DET/determiner/5 Turkish/ADJ/adjective/5 system/NOUN/object/2",
        [],
    ),
    "class said of another": (
        "both/PRON/subject/4 are/AUX/copula/4 good/ADJ/adjective/4 tanks/NOUN/root/0",
        [],
    ),
    "figure of speech": ("his/PRON/possessor/2 missile/NOUN/subject/4 just/ADV/adverb/4 missed/VERB/root/0", []),
}


@pytest.mark.parametrize(("tree", "expected"), NOMINALS.values(), ids=NOMINALS)
def test_nominal(tree: str, expected: list[tuple[str, str]]) -> None:
    assert shown(find_mentions("d", article(tree), LEXICON), "nominal") == expected


def test_how_tells_a_class_from_a_pointer() -> None:
    tree = (
        "Russia/PROPN/subject/2 sold=sell/VERB/root/0 helicopters/NOUN/object/2 and/CCONJ/coordinator/6 the/DET/determiner/6"
        " jets/NOUN/conjunct/3"
    )
    found = [(m.text, m.how, m.plural) for m in find_mentions("d", article(tree), LEXICON) if m.kind == "nominal"]
    assert found == [("helicopters", "class", True), ("the jets", "syntax", True)]


PRONOUNS = {
    "owner": ("its/PRON/possessor/2 price/NOUN/subject/3 fell/VERB/root/0", [("its", "n", False)]),
    "plural": ("They/PRON/subject/2 agreed/VERB/root/0", [("They", "", True)]),
    "relative is none": ("jets/NOUN/root/0 that/PRON/subject/3 fly/VERB/relative_clause/1", []),
    "expletive by label": ("it/PRON/expletive/2 seems/VERB/root/0", []),
    "too early to": (
        "It/PRON/subject/4 is/AUX/copula/4 too/ADV/adverb/4 early/ADJ/root/0 to/PART/marker/6 speak/VERB/open_complement/4",
        [],
    ),
    "it is large": ("It/PRON/subject/3 is/AUX/copula/3 large/ADJ/root/0", [("It", "n", False)]),
    "made it clear": (
        "He/PRON/subject/2 made=make/VERB/root/0 it/PRON/object/2 clear/ADJ/open_complement/2",
        [("He", "m", False)],
    ),
    "rain": ("It/PRON/subject/2 rained=rain/VERB/root/0", []),
}


@pytest.mark.parametrize(("tree", "expected"), PRONOUNS.values(), ids=PRONOUNS)
def test_pronoun(tree: str, expected: list[tuple[str, str, bool]]) -> None:
    found = find_mentions("d", article(tree), LEXICON)
    assert [(m.text, m.gender, m.plural) for m in found if m.kind == "pronoun"] == expected
