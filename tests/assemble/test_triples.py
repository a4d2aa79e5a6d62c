"""Rows of triples.csv from hand-built statements."""

import pytest
from assemble_samples import SUBJECT, Sample, argument, build, triples_and_deals

from graphbuilder.assemble.places import Places
from graphbuilder.assemble.triples import triples_of

S = SUBJECT
NAMES = {
    "Russia": "Russia",
    "Turkey": "Turkey",
    "S-400": "S-400",
    "Turkish Navy": "Turkish Navy",
    "helicopters": "helicopters",
}

ROWS = [
    pytest.param(
        Sample("Russia delivered two batteries to Turkey.", NAMES, [
            {"at": "delivered", "relation": "deliver", "args": [("Russia", "", S), ("two batteries", ""), ("Turkey", "", {"preposition": "to"})]}]),
        [("Russia", "deliver", "two batteries"), ("Russia", "deliver to", "Turkey")],
        id="one-row-a-participant",
    ),
    pytest.param(
        Sample("The two countries discussed S-400.", {"The two countries": ("Russia", "Turkey"), "S-400": "S-400"}, [
            {"at": "discussed", "relation": "discuss", "args": [("The two countries", "", S), ("S-400", "")]}]),
        [("Russia", "discuss", "S-400"), ("Turkey", "discuss", "S-400")],
        id="group-gives-one-row-a-member",
    ),
    pytest.param(
        Sample("Turkey was suspended from the program.", NAMES, [
            {"at": "suspended", "relation": "be suspended", "args": [("Turkey", "", S), ("the program", "", {"preposition": "from"})]}]),
        [("Turkey", "be suspended from", "the program")],
        id="passive-keeps-its-form",
    ),
    pytest.param(
        Sample("Turkey agreed.", NAMES, [{"at": "agreed", "relation": "agree", "args": [("Turkey", "", S)]}]),
        [("Turkey", "agree", "")],
        id="no-object",
    ),
    pytest.param(
        Sample("Sold.", NAMES, [{"at": "Sold", "relation": "sell", "args": []}]),
        [],
        id="no-subject",
    ),
    pytest.param(
        Sample("Turkey met Turkey.", NAMES, [{"at": "met", "relation": "meet", "args": [("Turkey", "", S), ("Turkey", "")]}]),
        [],
        id="nothing-relates-to-itself",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sample", "expected"), ROWS)
def test_rows(sample, expected):
    triples, _ = triples_and_deals(sample)
    assert [(t.subject, t.relation, t.object) for t in triples] == expected


HEADS = [
    pytest.param("two [batteries] of S-400", "id S-400", id="measure"),
    pytest.param("36 S-400 [systems]", "id S-400", id="measure-behind-name"),
    pytest.param("the [sale] of S-400", "id S-400", id="deal-noun"),
    pytest.param("a [contract] for 24 S-400", "id S-400", id="contract-for"),
    pytest.param("a [contract] with S-400", "", id="with-is-not-about"),
    pytest.param("[14] of the new S-400", "id S-400", id="numeral"),
    pytest.param("Turkish [Navy]", "id Turkish Navy", id="head-within-name"),
    pytest.param("S-400 [helicopters]", "id S-400", id="class-noun-behind-name"),
    pytest.param("[helicopters]", "id helicopters", id="class-noun-alone"),
    pytest.param("the [military] of Turkey", "id Turkey", id="state-noun"),
    pytest.param("[president] of Turkey", "", id="other-noun"),
]


@pytest.mark.parametrize(("phrase", "expected"), HEADS)
def test_argument_heads(phrase, expected):
    sample = Sample(phrase.replace("[", "").replace("]", ""), NAMES, [])
    readings, entity_of, entities = build(sample)
    found = Places(readings[0], entity_of, entities).refer(argument(sample.text, phrase)).entities
    assert "".join(found) == expected


def test_identity_and_evidence():
    sample = Sample("Russia met Turkey.\nRussia met Turkey.", NAMES, [
        {"at": "met", "relation": "meet", "args": [("Russia", "", S), ("Turkey", "")]},
        {"at": "met", "after": 19, "relation": "meet", "args": [("Russia", "", S), ("Turkey", "")]},
    ])  # fmt: skip
    readings, entity_of, entities = build(sample)
    first = triples_of(readings[0], entity_of, entities)
    assert first == triples_of(readings[0], entity_of, entities)
    assert [(t.start, t.end, t.evidence) for t in first] == [
        (0, 18, "Russia met Turkey."),
        (19, 37, "Russia met Turkey."),
    ]
    assert len({t.triple_id for t in first}) == 2


def test_speaker():
    sample = Sample("Russia met Turkey.", NAMES, [
        {"at": "met", "relation": "meet", "args": [("Russia", "", S), ("Turkey", "")],
         "attribution": (argument("Russia met Turkey.", "Turkey"),)},
        {"at": "met", "relation": "meets", "args": [("Russia", "", S), ("Turkey", "")],
         "attribution": (argument("Russia met Turkey.", "met"),)},
    ])  # fmt: skip
    assert [t.attributed_to for t in triples_and_deals(sample)[0]] == ["id Turkey", "met"]


def test_chain_of_speakers():
    sample = Sample("Russia met Turkey.", NAMES, [
        {"at": "met", "relation": "meet", "args": [("Russia", "", S), ("Turkey", "")],
         "attribution": (argument("Russia met Turkey.", "met"), argument("Russia met Turkey.", "Turkey"))},
    ])  # fmt: skip
    (triple,) = triples_and_deals(sample)[0]
    assert (triple.attributed_to, triple.attribution_chain) == ("id Turkey", "met > id Turkey")
