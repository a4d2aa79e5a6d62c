"""Event nouns that say something of their own."""

import pytest
from written_trees import lines, statements


@pytest.mark.parametrize(
    ("tree", "named", "expected"),
    [
        pytest.param(
            "Turkey/NNP/3/nmod:poss ~'s/POS/1/case purchase/NN/6/nsubj of/IN/5/case S-400s/NNPS/3/nmod angered=anger/VBD/0/root NATO/NNP/6/obj",
            ["COUNTRY Turkey", "WEAPON S-400s", "ORGANIZATION NATO"],
            ["Turkey [receiver] | buy | object theme: S-400s | BUYS ordered"],
            id="possessive",
        ),
        pytest.param(
            "The/DT/3/det Swedish/JJ/3/amod sale/NN/8/nsubj of/IN/5/case Gripens/NNPS/3/nmod to/IN/7/case Peru/NNP/3/nmod began=begin/VBD/0/root",
            ["demonym:COUNTRY Swedish", "WEAPON Gripens", "COUNTRY Peru"],
            ["Swedish [giver] | sell | object theme: Gripens | oblique to receiver: Peru | SUPPLIES ordered"],
            id="demonym",
        ),
        pytest.param(
            "A/DT/3/det possible/JJ/3/amod sale/NN/9/nsubj of/IN/5/case Gripens/NNPS/3/nmod to/IN/7/case Peru/NNP/3/nmod was=be/VBD:AUX/9/cop near/JJ/0/root",
            ["WEAPON Gripens", "COUNTRY Peru"],
            ["Gripens [theme] | be sold | oblique to receiver: Peru | SUPPLIES affirmed possible discussed"],
            id="no giver, possible",
        ),
        pytest.param(
            "Lima/NNP/2/nsubj cancelled=cancel/VBD/0/root the/DT/4/det delivery/NN/2/obj of/IN/6/case Gripens/NNPS/4/nmod to/IN/8/case Quito/NNP/4/nmod",
            ["COUNTRY Lima", "WEAPON Gripens", "COUNTRY Quito"],
            ["Gripens [theme] | be delivered | oblique to receiver: Quito | SUPPLIES cancelled"],
            id="object of cancel",
        ),
        pytest.param(
            "The/DT/2/det meeting/NN/7/nsubj between/IN/4/case Oslo/NNP/2/nmod and/CC/6/cc Riga/NNP/4/conj failed=fail/VBD/0/root",
            ["COUNTRY Oslo", "COUNTRY Riga"],
            ["Oslo [partner] | meet | oblique with partner: Riga | MEETS"],
            id="between",
        ),
        pytest.param(
            "Moscow/NNP/6/nsubj and/CC/3/cc Ankara/NNP/1/conj are=be/VBP:AUX/6/cop in/IN/6/case talks=talk/NNS/0/root over/IN/8/case S-400s/NNPS/6/nmod",
            ["COUNTRY Moscow", "COUNTRY Ankara", "WEAPON S-400s"],
            [
                "Moscow [partner] | discuss | oblique over theme: S-400s | NEGOTIATES discussed",
                "Ankara [partner] | discuss | oblique over theme: S-400s | NEGOTIATES discussed",
            ],
            id="are in talks",
        ),
        pytest.param(
            "Ankara/NNP/3/nmod:poss ~'s/POS/1/case suspension/NN/0/root from/IN/6/case the/DT/6/det program/NN/3/nmod",
            ["COUNTRY Ankara"],
            ["Ankara [theme] | be suspended | oblique from program: the program | SUSPENDS suspended"],
            id="possessor undergoes",
        ),
        pytest.param("The/DT/2/det sale/NN/3/nsubj failed=fail/VBD/0/root", [], [], id="nobody named"),
        pytest.param(
            "Peru/NNP/3/nmod:poss ~'s/POS/1/case coast/NN/0/root of/IN/5/case sand/NN/3/nmod",
            ["COUNTRY Peru"],
            [],
            id="no event",
        ),
    ],
)
def test_event_nouns(tree: str, named: list[str], expected: list[str]) -> None:
    rules = [each.rule for each in statements(tree, *named)]
    found = lines(tree, *named)
    assert [line for line, rule in zip(found, rules, strict=True) if rule.startswith("noun")] == expected


def test_date_below_the_noun_is_the_event_s() -> None:
    tree = "The/DT/3/det Swedish/JJ/3/amod sale/NN/10/nsubj of/IN/5/case Gripens/NNPS/3/nmod to/IN/7/case Peru/NNP/3/nmod in/IN/9/case 2019/CD/3/nmod helped=help/VBD/0/root"
    (noun,) = [
        each
        for each in statements(tree, "demonym:COUNTRY Swedish", "WEAPON Gripens", "COUNTRY Peru")
        if each.rule == "noun"
    ]
    assert noun.date == "2019"
