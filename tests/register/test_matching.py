"""The news against a register: what is matched, what is missing, and which cells disagree. All rows are invented."""

from dataclasses import replace
from typing import Any

import pytest

from graphbuilder.lexicon import load_lexicon
from graphbuilder.records import Deal
from graphbuilder.register.matching import HEADER, compare, differences, row_of
from graphbuilder.register.trade import Listed


def _deal(weapon: str = "F-16", **more: Any) -> Deal:
    given: dict[str, Any] = {"quantity": None, "status": "ordered", "ordered": "", "delivered": None, **more}
    deal = Deal(
        "d1", "United States", "Poland", weapon, "", given["quantity"], "", None, "", "sale", given["status"],
        given["ordered"], given["delivered"], "e1", "e2", "e3",
    )  # fmt: skip
    return replace(deal, supplier=more.get("supplier", deal.supplier), recipient=more.get("recipient", deal.recipient))


def _listed(weapon: str = "F-16C Block-52", **more: Any) -> Listed:
    return Listed(more.pop("supplier", "United States"), more.pop("recipient", "Poland"), weapon, **more)


@pytest.mark.parametrize(
    ("deal", "listed"),
    [
        pytest.param(_deal(), _listed(), id="variant"),
        pytest.param(_deal("Leopard 2"), _listed("Leopard-2A6"), id="dash and variant"),
        pytest.param(_deal("S-400", supplier="Russia"), _listed("S-400/SA-21", supplier="Russia"), id="two names"),
        pytest.param(_deal(recipient="Turkey"), _listed(recipient="Türkiye"), id="other name of a state"),
        pytest.param(_deal(recipient="South Korea"), _listed(recipient="Korea, South"), id="name turned round"),
        pytest.param(_deal("frigates"), _listed("OHP", description="Frigate"), id="class"),
        pytest.param(_deal("Sea Lantern 9"), _listed("Sea Lantern-9"), id="unknown weapon"),
        pytest.param(_deal(ordered="2003-04"), _listed(ordered="2005"), id="order two years apart"),
    ],
)
def test_same_deal(deal: Deal, listed: Listed) -> None:
    assert [found.outcome for found in compare([deal], [listed], load_lexicon())] == ["both"]


@pytest.mark.parametrize(
    ("deal", "listed"),
    [
        pytest.param(_deal(), _listed("F-35A"), id="weapon"),
        pytest.param(_deal(), _listed(recipient="Portugal"), id="recipient"),
        pytest.param(_deal(), _listed(supplier="Poland", recipient="United States"), id="direction"),
        pytest.param(_deal(ordered="2003"), _listed(ordered="2019"), id="another order"),
        pytest.param(_deal("frigates"), _listed("OHP", description="Corvette"), id="another class"),
    ],
)
def test_other_deal(deal: Deal, listed: Listed) -> None:
    assert [found.outcome for found in compare([deal], [listed], load_lexicon())] == ["news only", "register only"]


def test_each_is_matched_once_and_the_nearest_first() -> None:
    deals = [_deal(quantity=16, ordered="2019"), _deal(quantity=48, ordered="2020")]
    rows = [_listed(quantity=48, ordered="2019"), _listed(quantity=16, ordered="2020")]
    found = compare(deals, rows, load_lexicon())
    assert [(c.deal and c.deal.quantity, c.listed and c.listed.quantity) for c in found] == [(16, 16), (48, 48)]


@pytest.mark.parametrize(
    ("deal", "listed", "expected"),
    [
        pytest.param(_deal(quantity=48), _listed(quantity=48), [], id="same"),
        pytest.param(_deal(quantity=48), _listed(), [], id="unknown there"),
        pytest.param(_deal(quantity=48), _listed(quantity=32), ["number"], id="number"),
        pytest.param(_deal(ordered="2020-03"), _listed(ordered="2020"), [], id="year of a date"),
        pytest.param(_deal(ordered="2020"), _listed(ordered="2021"), ["ordered"], id="ordered"),
        pytest.param(
            _deal(status="delivering", delivered=4), _listed(quantity=9, delivered=6), ["delivered"], id="delivered"
        ),
        pytest.param(_deal(status="delivered"), _listed(quantity=9, delivered=6), ["status"], id="status"),
        pytest.param(_deal(status="delivered"), _listed(delivered=6), [], id="status that the numbers leave open"),
        pytest.param(_deal(status="cancelled"), _listed(), ["status"], id="cancelled in the news"),
    ],
)
def test_cells_that_disagree(deal: Deal, listed: Listed, expected: list[str]) -> None:
    assert list(differences(deal, listed)) == expected


def test_rows_have_a_cell_for_each_column() -> None:
    found = compare([_deal(quantity=48), _deal("K2")], [_listed(quantity=32, line=9), _listed("M-346")], load_lexicon())
    rows = [dict(zip(HEADER, row_of(compared), strict=True)) for compared in found]
    assert [(r["outcome"], r["differs"], r["news_number"], r["register_number"], r["register_line"]) for r in rows] == [
        ("both", "number", "48", "32", "9"),
        ("news only", "", "", "", ""),
        ("register only", "", "", "", "0"),
    ]
