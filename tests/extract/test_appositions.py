"""What stands beside a noun and says what it is."""

import pytest
from written_trees import lines, statements


@pytest.mark.parametrize(
    ("tree", "named", "expected"),
    [
        pytest.param(
            "Nordarm/NNP/7/nsubj ~,/,/5/punct the/DT/5/det state/NN/5/compound agency/NN/1/appos ~,/,/5/punct moved=move/VBD/0/root",
            ["ORGANIZATION Nordarm"],
            ["Nordarm | be | attribute: the state agency | -"],
            id="description behind a name",
        ),
        pytest.param(
            "The/DT/2/det agency/NN/6/nsubj ~,/,/4/punct Nordarm/NNP/2/appos ~,/,/4/punct moved=move/VBD/0/root",
            ["ORGANIZATION Nordarm"],
            ["Nordarm | be | attribute: The agency | -"],
            id="name behind a description",
        ),
        pytest.param(
            "Nordarm/NNP/7/nsubj ~,/,/3/punct maker/NN/1/appos of/IN/5/case Gripens/NNPS/3/nmod ~,/,/3/punct moved=move/VBD/0/root",
            ["ORGANIZATION Nordarm", "WEAPON Gripens"],
            ["Nordarm | make | object theme: Gripens | PRODUCES"],
            id="maker of",
        ),
        pytest.param(
            "Norway/NNP/9/nsubj ~,/,/4/punct a/DT/4/det member/NN/1/appos of/IN/6/case NATO/NNP/4/nmod ~,/,/4/punct has=have/VBZ:AUX/9/aux moved=move/VBN/0/root",
            ["COUNTRY Norway", "ORGANIZATION NATO"],
            ["Norway | be member of | object group: NATO | MEMBER_OF"],
            id="member of",
        ),
        pytest.param(
            "Nordarm/NNP/5/nsubj ~,/,/3/punct Ola/NNP/1/appos Berg/NNP/3/flat moved=move/VBD/0/root",
            ["ORGANIZATION Nordarm", "PERSON Ola Berg"],
            [],
            id="no agency is a person",
        ),
    ],
)
def test_appositions(tree: str, named: list[str], expected: list[str]) -> None:
    rules = [each.rule for each in statements(tree, *named)]
    found = lines(tree, *named)
    assert [line for line, rule in zip(found, rules, strict=True) if rule == "apposition"] == expected


def test_a_name_stands_for_the_description_beside_it() -> None:
    tree = "The/DT/2/det agency/NN/6/nsubj ~,/,/4/punct Nordarm/NNP/2/appos ~,/,/4/punct moved=move/VBD/0/root"
    subject = statements(tree, "ORGANIZATION Nordarm")[0].subject
    assert subject is not None and subject.text == "Nordarm"
