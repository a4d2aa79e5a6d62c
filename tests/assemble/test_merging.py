"""Reports of several articles: one deal with its history, two orders that stay two, disputes."""

import pytest
from assemble_samples import SUBJECT, Sample, deals, money, triples_and_deals

NAMES = {"Russia": "Russia", "Turkey": "Turkey", "S-400": "S-400", "Su-35": "Su-35"}
SELL = {"relation_type": "SUPPLIES", "status": "ordered", "kind": "sale"}


def report(reported, text, predicate, **more):
    price = more.pop("price", None)
    phrase = more.pop("theme", "S-400")
    args = [("Russia", "giver", SUBJECT), (phrase, "theme"), ("Turkey", "receiver", {"preposition": "to"})]
    if price is not None:
        args.append((f"${price}", "value", {"money": money(price)}))
    return Sample(text, NAMES, [{"at": predicate, **SELL, "args": args, **more}], date=reported)


ORDER = report("2017-09-12", "Russia sold S-400 to Turkey for $100.", "sold", date="2017-09", price=100)
DELIVERY = report("2019-07-12", "Russia delivered S-400 to Turkey.", "delivered", status="delivered", date="2019-07-12")
CANCELLED = report("2020-01-01", "Russia cancelled S-400 to Turkey.", "cancelled", status="cancelled")
TALKS = report("2016-11-18", "Russia offered S-400 to Turkey.", "offered", status="discussed")
DENIED = report("2020-02-02", "Russia never sold S-400 to Turkey.", "sold", polarity="negated")
NEW = report("2022-03-03", "Russia sold S-400 to Turkey for $300.", "sold", date="2022-03", price=300)
CLOSE = report("2017-10-01", "Russia sold S-400 to Turkey for $105.", "sold", price=105)
TEN = report("2017-10-01", "Russia sold 10 S-400 to Turkey.", "sold", theme="10 S-400")
TWELVE = report("2017-11-01", "Russia sold 12 S-400 to Turkey.", "sold", theme="12 S-400")

ROWS = [
    pytest.param([TALKS, ORDER, DELIVERY], ["delivered"], id="history-of-one-deal"),
    pytest.param([DELIVERY, ORDER], ["delivered"], id="order-of-reading-does-not-matter"),
    pytest.param([ORDER, CANCELLED], ["cancelled"], id="cancelled-later"),
    pytest.param([ORDER, CANCELLED, TALKS], ["cancelled"], id="old-talks-do-not-revive"),
    pytest.param([CANCELLED, report("2021-01-01", "Russia delivered S-400 to Turkey.", "delivered", status="delivered")],
                 ["delivered"], id="delivery-after-an-end"),
    pytest.param([ORDER, NEW], ["ordered", "ordered"], id="two-orders"),
    pytest.param([ORDER, CLOSE], ["ordered"], id="prices-near-each-other"),
    pytest.param([TEN, TWELVE], ["ordered", "ordered"], id="two-quantities"),
    pytest.param([ORDER, DENIED], ["ordered"], id="denial-is-no-deal"),
    pytest.param([DENIED], [], id="denial-alone"),
]  # fmt: skip


@pytest.mark.parametrize(("samples", "statuses"), ROWS)
def test_statuses(samples, statuses):
    assert sorted(d.status for d in deals(*samples)) == statuses


def test_history_keeps_its_dates_and_evidence():
    triples, (deal,) = triples_and_deals(TALKS, ORDER, DELIVERY)
    assert (deal.first_reported, deal.last_reported) == ("2016-11-18", "2019-07-12")
    assert (deal.ordered, deal.delivery_years, deal.value) == ("2017-09", ("2019",), 100)
    assert deal.documents == ("doc0", "doc1", "doc2")
    assert set(deal.triples) == {t.triple_id for t in triples}
    assert deal.evidence == tuple(s.text for s in (TALKS, ORDER, DELIVERY))


def test_denial_lowers_confidence():
    (plain,) = deals(ORDER)
    (disputed,) = deals(ORDER, DENIED)
    assert disputed.confidence < plain.confidence


def test_more_witnesses_raise_confidence():
    (one,) = deals(ORDER)
    (two,) = deals(ORDER, DELIVERY)
    assert one.confidence < two.confidence <= 1


def test_ids_do_not_depend_on_other_deals():
    (alone,) = deals(ORDER)
    assert alone.deal_id in {d.deal_id for d in deals(ORDER, NEW)}
