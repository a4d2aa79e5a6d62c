"""What changed between two graphs, or since a date."""

from dataclasses import replace

import pytest

from graphbuilder.history import Change, changes_between, changes_since
from graphbuilder.records import Article, Deal, DealEvent, Entity, EntityMention, Knowledge, Triple

SOLD = "Ruritania sold two frigates to Freedonia."
CAME = "The first frigate arrived."
DENIED = "Freedonia denied that it had bought frigates."
ARTICLES = (
    Article("d1", "", (), date="2019-08-01"),
    Article("d2", "", (), date="2020-02"),
    Article("d3", "", (), date=""),
)


def triple(name: str, document: str, evidence: str) -> Triple:
    words = (
        "Ruritania",
        "sell",
        "frigate",
        "e1",
        "e3",
        "COUNTRY",
        "WEAPON",
        "SUPPLIES",
        "affirmed",
        "asserted",
        "",
        "",
    )
    return Triple(name, document, 0, *words, 0.8, 0, len(evidence), evidence, f"s{name}", "verb")


def event(document: str, reported: str, status: str, standing: str, evidence: str, said_by: str = "") -> DealEvent:
    polarity = "negated" if standing == "disputes" else "affirmed"
    told = ("v1", reported, reported, status, "buy", polarity, "asserted", said_by, standing)
    return DealEvent(*told, 2, None, "", document, 0, 0, 9, (), 0.8, evidence)  # type: ignore[arg-type]


DEAL = Deal(
    *("v1", "Ruritania", "Freedonia", "frigate", "ships", 2, "", None, "", "sale", "ordered", "2019", None),
    *("e1", "e2", "e3"),
    first_reported="2019-08-01",
    last_reported="2019-08-01",
    documents=("d1",),
    triples=("t1",),
    evidence=(SOLD,),
)
STATES = tuple(
    Entity(f"e{number}", name, "COUNTRY", documents=("d1",)) for number, name in ((1, "Ruritania"), (2, "Freedonia"))
)
OLD = Knowledge(
    articles=ARTICLES[:1],
    sentences=(1,),
    entities=STATES,
    triples=(triple("t1", "d1", SOLD),),
    deals=(DEAL,),
    deal_events=(event("d1", "2019-08-01", "ordered", "current", SOLD),),
)
NEW = replace(
    OLD,
    articles=ARTICLES,
    entities=(
        *STATES,
        Entity("e4", "Zenda Works", "ORGANIZATION", documents=("d2",)),
        Entity("e3", "frigate", "WEAPON"),
    ),
    mentions=(EntityMention("e4", "d2", 0, 4, 15, "Zenda Works", "name"),),
    triples=(triple("t1", "d1", SOLD), triple("t2", "d2", CAME)),
    deals=(replace(DEAL, deal_id="v2", status="delivering", quantity=3, last_reported="2020-02"),),
    deal_events=tuple(
        replace(each, deal_id="v2")
        for each in (
            *OLD.deal_events,
            event("d2", "2020-02", "delivering", "current", CAME),
            event("d3", "2020-03", "refused", "disputes", DENIED, "e2"),
        )
    ),
)
TITLE = "Ruritania to Freedonia: 3 frigate"
MOVED = Change("status", TITLE, "ordered", "delivering", "2020-02", "d2", CAME)
DISPUTED = Change("contradiction", TITLE, "delivering", "not buy, says Freedonia", "2020-03", "d3", DENIED)
ACTOR = Change("new actor", "Zenda Works", "", "organization", "2020-02", "d2", CAME)


def test_between_two_builds() -> None:
    figures = Change("figures", TITLE, "quantity 2", "quantity 3", "2020-02", evidence=SOLD)
    assert changes_between(OLD, NEW) == [MOVED, figures, DISPUTED, ACTOR]


def test_nothing_changed() -> None:
    assert changes_between(NEW, NEW) == []


def test_new_and_gone() -> None:
    other = replace(DEAL, deal_id="v9", recipient="Zubrowka", triples=("t1",))
    found = changes_between(OLD, replace(OLD, deals=(other,)))
    assert [(each.kind, each.what, each.evidence) for each in found] == [
        ("new deal", "Ruritania to Zubrowka: 2 frigate", SOLD),
        ("deal gone", "Ruritania to Freedonia: 2 frigate", SOLD),
    ]


def test_two_deals_of_the_same_parties_keep_their_own_selves() -> None:
    """One that shares a statement comes before one that only has the same parties."""
    second = replace(DEAL, deal_id="w1", triples=("t7",), status="cancelled")
    old = replace(OLD, deals=(second, DEAL))
    new = replace(OLD, deals=(replace(DEAL, deal_id="v3"), replace(second, deal_id="w3")))
    assert changes_between(old, new) == []


@pytest.mark.parametrize(
    ("since", "kinds"),
    [
        pytest.param("2020", ["status", "contradiction", "new actor"], id="a year"),
        pytest.param("2020-02-15", ["status", "contradiction", "new actor"], id="a day, where only the month is known"),
        pytest.param("2020-03", ["contradiction"], id="after the delivery"),
        pytest.param("2019", ["new deal", "contradiction", *["new actor"] * 3], id="all"),
        pytest.param("2021", [], id="nothing yet"),
    ],
)
def test_since_a_date(since: str, kinds: list[str]) -> None:
    assert [each.kind for each in changes_since(NEW, since)] == kinds
