"""Who holds which office."""

import pytest
from written_trees import sentence, statements

from graphbuilder.extract.offices import titles_in


def offices(tree: str, *named: str) -> list[tuple[str, str, str, str]]:
    """Person, relation, holder and relation type of each office."""
    return [
        (
            each.subject.text if each.subject else "",
            each.relation,
            each.arguments[0].text if each.arguments else "",
            each.relation_type,
        )
        for each in statements(tree, *named)
        if each.rule == "office"
    ]


@pytest.mark.parametrize(
    ("tree", "named", "expected"),
    [
        pytest.param(
            "Norwegian/JJ/2/amod Prime/NNP/3/compound Minister/NNP/4/compound Kari/NNP/6/nsubj Lund/NNP/4/flat resigned=resign/VBD/0/root",
            ["demonym:COUNTRY Norwegian", "PERSON Kari Lund"],
            [("Kari Lund", "be prime minister of", "Norwegian", "LEADS")],
            id="demonym, title, name",
        ),
        pytest.param(
            "Norway/NNP/4/nmod:poss ~'s/POS/1/case defence/NN/4/compound minister/NN/5/compound Kari/NNP/7/nsubj Lund/NNP/5/flat resigned=resign/VBD/0/root",
            ["COUNTRY Norway", "PERSON Kari Lund"],
            [("Kari Lund", "be defence minister of", "Norway", "LEADS")],
            id="possessive",
        ),
        pytest.param(
            "Kari/NNP/9/nsubj Lund/NNP/1/flat ~,/,/5/punct the/DT/5/det director/NN/1/appos of/IN/7/case Nordarm/NNP/5/nmod ~,/,/5/punct resigned=resign/VBD/0/root",
            ["PERSON Kari Lund", "ORGANIZATION Nordarm"],
            [("Kari Lund", "be head of", "Nordarm", "LEADS")],
            id="behind the name",
        ),
        pytest.param(
            "The/DT/2/det director/NN/9/nsubj of/IN/4/case Nordarm/NNP/2/nmod ~,/,/6/punct Kari/NNP/2/appos Lund/NNP/6/flat ~,/,/6/punct resigned=resign/VBD/0/root",
            ["PERSON Kari Lund", "ORGANIZATION Nordarm"],
            [("Kari Lund", "be head of", "Nordarm", "LEADS")],
            id="in front of the name",
        ),
        pytest.param(
            "Kari/NNP/5/nsubj Lund/NNP/1/flat is=be/VBZ:AUX/5/cop its/PRP$/5/nmod:poss chairman/NN/0/root",
            ["PERSON Kari Lund"],
            [("Kari Lund", "be chairman of", "its", "LEADS")],
            id="copula and its",
        ),
        pytest.param(
            "The/DT/2/det ministers=minister/NNS/11/nsubj of/IN/4/case Norway/NNP/2/nmod ~,/,/6/punct Kari/NNP/2/appos Lund/NNP/6/flat and/CC/9/cc Ola/NNP/6/conj Berg/NNP/9/flat met=meet/VBD/0/root",
            ["PERSON Kari Lund", "PERSON Ola Berg", "COUNTRY Norway"],
            [("Kari Lund", "be minister of", "Norway", "LEADS"), ("Ola Berg", "be minister of", "Norway", "LEADS")],
            id="two bearers",
        ),
        pytest.param(
            "The/DT/2/det president/NN/4/nmod:poss ~'s/POS/2/case brother/NN/5/compound Kari/NNP/7/nsubj Lund/NNP/5/flat resigned=resign/VBD/0/root",
            ["PERSON Kari Lund"],
            [],
            id="the president's brother",
        ),
        pytest.param(
            "The/DT/2/det minister/NN/3/nsubj resigned=resign/VBD/0/root",
            [],
            [],
            id="nobody named",
        ),
    ],
)
def test_offices(tree: str, named: list[str], expected: list[tuple[str, str, str, str]]) -> None:
    assert offices(tree, *named) == expected


def test_what_a_title_says_is_said_by_its_bearer() -> None:
    tree = "The/DT/2/det director/NN/9/nsubj of/IN/4/case Nordarm/NNP/2/nmod ~,/,/6/punct Kari/NNP/2/appos Lund/NNP/6/flat ~,/,/6/punct resigned=resign/VBD/0/root"
    subject = statements(tree, "PERSON Kari Lund", "ORGANIZATION Nordarm")[0].subject
    assert subject is not None and subject.text == "Kari Lund"


def test_the_longest_title_wins() -> None:
    tree = "deputy/JJ/3/amod prime/JJ/3/amod minister/NN/0/root Lund/NNP/3/appos"
    (title,) = titles_in(sentence(tree)[0].nodes)
    assert (title.end, title.role, title.leads) == (3, "deputy prime minister", False)
