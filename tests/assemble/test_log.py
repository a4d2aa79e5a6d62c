"""The log of a deal: its steps in order, who tells them, and what disputes the state it is in."""

import pytest
from assemble_samples import SUBJECT, Sample, build
from assemble_samples import Names as _Names

from graphbuilder.assemble.deals import register_of
from graphbuilder.assemble.triples import triples_of

ORDER = {"relation_type": "BUYS", "status": "ordered", "kind": "sale"}
CANCEL = {"relation_type": "CANCELS", "status": "cancelled"}
PARTIES = {"Russia": "Russia", "Turkey": "Turkey", "S-400": "S-400"}
BOUGHT = [
    ("Turkey", "receiver", SUBJECT), ("S-400", "theme"), ("Russia", "giver", {"slot": "oblique", "preposition": "from"}),
]  # fmt: skip


def _register(*samples):
    readings, entity_of, entities = build(*samples)
    triples = [t for r in readings for t in triples_of(r, entity_of, entities)]
    return register_of(readings, triples, entity_of, entities, _Names())


def _ordered(reported, **more):
    return Sample(
        "Turkey ordered S-400 from Russia.", PARTIES, [{"at": "ordered", **ORDER, "args": BOUGHT, **more}], reported
    )


def _cancelled(date, **more):
    rows = [{"at": "cancelled", **CANCEL, "args": [("Turkey", "actor", SUBJECT), ("S-400", "theme")], **more}]
    return Sample("Turkey cancelled S-400 of Russia.", PARTIES, rows, date)


def _denied(date):
    rows = [
        {
            "at": "denied",
            "relation_type": "STATES",
            "lemma": "deny",
            "args": [("Turkey", "speaker", SUBJECT), ("it", "")],
        }
    ]
    text = "Turkey ordered S-400 from Russia.\nTurkey denied it."
    return Sample(text, PARTIES, [{"at": "ordered", **ORDER, "args": BOUGHT}, *rows], date)


@pytest.mark.parametrize(
    ("samples", "status", "steps"),
    [
        pytest.param(
            [_ordered("2019-01-01"), _cancelled("2020-01-01")],
            "cancelled",
            [("2019-01-01", "ordered", "affirmed", "past"), ("2020-01-01", "cancelled", "affirmed", "current")],
            id="steps in the order of their articles",
        ),
        pytest.param(
            [_ordered("2019-01-01"), _cancelled("2020-01-01", polarity="negated")],
            "ordered",
            [("2019-01-01", "ordered", "affirmed", "current"), ("2020-01-01", "cancelled", "negated", "supports")],
            id="denial of an end",
        ),
        pytest.param(
            [_denied("2019-01-01")],
            "ordered",
            [("2019-01-01", "ordered", "affirmed", "current"), ("2019-01-01", "ordered", "negated", "disputes")],
            id="denial that points back",
        ),
        pytest.param(
            [_ordered("2019-01-01", modality="planned", date="2021")],
            "ordered",
            [("2019-01-01", "ordered", "affirmed", "current")],
            id="plan",
        ),
    ],
)
def test_steps(samples, status, steps):
    (deal,), events = _register(*samples)
    assert deal.status == status
    assert [(e.reported, e.status, e.polarity, e.standing) for e in events] == steps


def test_a_step_keeps_its_sentence_speaker_and_rows():
    (deal,), (step,) = _register(_ordered("2019-01-01", date="2018-12"))
    assert (step.deal_id, step.document_id, step.date, step.wording) == (deal.deal_id, "doc0", "2018-12", "ordered")
    assert step.evidence == "Turkey ordered S-400 from Russia."
    assert (step.start, step.end) == (0, len(step.evidence))
    assert step.triples and set(step.triples) <= set(deal.triples)


def test_a_denial_lowers_confidence():
    (deal,), _ = _register(_ordered("2019-01-01"))
    (disputed,), _ = _register(_denied("2019-01-01"))
    assert disputed.confidence < deal.confidence
