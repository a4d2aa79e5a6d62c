"""Tables as text and as TSV, and the bins of confidence."""

import pytest

from graphbuilder.evaluate.reliability import Bin, bins_of, expected_error, reliability_table
from graphbuilder.evaluate.tables import Table, as_text, as_tsv

TABLE = Table("Scores", ("figure", "value"), (("precision", 0.5), ("sentences", 12), ("none", "")))


def test_text_is_aligned() -> None:
    assert as_text([TABLE]) == "Scores\n  figure     value\n  precision  0.500\n  sentences     12\n  none\n"


def test_tables_are_parted_by_an_empty_line() -> None:
    assert as_text([Table("A", ("x",), ()), Table("B", ("y",), ())]) == "A\n  x\n\nB\n  y\n"


def test_tsv_names_the_table_in_each_row() -> None:
    assert as_tsv([TABLE]) == (
        "table\tfigure\tvalue\nScores\tprecision\t0.500\nScores\tsentences\t12\nScores\tnone\t\n"
    )


def test_a_cell_of_tsv_holds_no_tab() -> None:
    assert as_tsv([Table("T", ("x",), (("a\tb\nc",),))]) == "table\tx\nT\ta b c\n"


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        pytest.param([], (), id="nothing"),
        pytest.param([(1.0, True)], (Bin(0.9, 1.0, 1, 1.0, 1.0),), id="one belongs to the last"),
        pytest.param([(0.3, True)], (Bin(0.3, 0.4, 1, 0.3, 1.0),), id="a bound begins its bin"),
        pytest.param(
            [(0.75, True), (0.25, False), (0.75, False), (0.75, True), (0.75, True)],
            (Bin(0.2, 0.3, 1, 0.25, 0.0), Bin(0.7, 0.8, 4, 0.75, 0.75)),
            id="two bins",
        ),
    ],
)
def test_bins(judged: list[tuple[float, bool]], expected: tuple[Bin, ...]) -> None:
    assert bins_of(judged) == expected


def test_expected_error_weighs_by_count() -> None:
    bins = (Bin(0.5, 0.6, 3, 0.5, 0.75), Bin(0.9, 1.0, 1, 1.0, 0.5))
    assert expected_error(bins) == pytest.approx((3 * 0.25 + 1 * 0.5) / 4)
    assert expected_error(()) == 0


def test_reliability_table() -> None:
    assert reliability_table("R", (Bin(0.5, 0.6, 3, 0.55, 0.75),)).rows == (("0.5-0.6", 3, 0.55, 0.75),)
