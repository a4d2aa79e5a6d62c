"""Scores of open information extraction."""

from pathlib import Path

import pytest

from graphbuilder.errors import InputError
from graphbuilder.evaluate.carb import Extraction, Point, area, curve, extraction, overlap, read_gold, words

SELL = extraction("sold", "Norway", ["two frigates", "to Chile"])
BUY = extraction("bought", "Chile", ["two frigates"])


def predicted(gold: Extraction, confidence: float) -> Extraction:
    return Extraction(gold.relation, gold.subject, gold.rest, confidence)


def test_words_are_lower_case_and_split_at_blanks() -> None:
    assert words("Norway  SOLD\tit") == ("norway", "sold", "it")


def test_perfect_prediction_scores_one() -> None:
    points = curve({"s": [SELL, BUY]}, {"s": [predicted(SELL, 0.9), predicted(BUY, 0.9)]})
    assert [(each.precision, each.recall, each.f1) for each in points] == [(1.0, 1.0, 1.0)]
    assert area(points) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "empty", [pytest.param({}, id="no sentence"), pytest.param({"s": []}, id="sentence without predictions")]
)
def test_nothing_predicted_scores_nothing(empty: dict[str, list[Extraction]]) -> None:
    assert curve({"s": [SELL]}, empty) == []
    assert area([]) == 0.0


def test_f1_of_nothing_is_nothing() -> None:
    assert Point(0.5, 0.0, 0.0).f1 == 0.0


def test_overlap_counted_by_hand() -> None:
    # 1 of 2 words of the relation, 1 of 1 of the subject and 3 of 3 others are shared; gold has 1 + 1 + 4 words
    mine = extraction("has sold", "Norway", ["two frigates Chile"])
    assert overlap(mine, SELL) == (pytest.approx(5 / 6), pytest.approx(5 / 6))


def test_words_count_only_in_their_own_part() -> None:
    mine = extraction("sold", "two frigates", ["Norway"])
    assert overlap(mine, SELL) == (pytest.approx(1 / 4), pytest.approx(1 / 6))


def test_a_word_counts_as_often_as_both_have_it() -> None:
    assert overlap(extraction("sold", "the the", []), extraction("sold", "the", ["x"])) == (
        pytest.approx(2 / 3),
        pytest.approx(2 / 3),
    )


@pytest.mark.parametrize(
    ("mine", "gold", "matches"),
    [
        pytest.param("bought", "sold", False, id="other relation"),
        pytest.param("was sold", "has been sold", True, id="shared word"),
        pytest.param("is", "was", True, id="forms of be"),
        pytest.param("is", "sold", False, id="be and another"),
    ],
)
def test_relations_must_share_a_word(mine: str, gold: str, matches: bool) -> None:
    assert (overlap(extraction(mine, "a", []), extraction(gold, "a", [])) is not None) is matches


def test_recall_shares_a_prediction_and_precision_does_not() -> None:
    short = extraction("sold", "Norway", ["two frigates"])
    (point,) = curve({"s": [SELL, short]}, {"s": [predicted(SELL, 0.5)]})
    # recall: 6/6 of the long one and 4/4 of the short one; precision: only the best pair counts
    assert (point.precision, point.recall) == (1.0, 1.0)
    (point,) = curve({"s": [SELL]}, {"s": [predicted(SELL, 0.5), predicted(SELL, 0.5)]})
    assert (point.precision, point.recall) == (0.5, 1.0)


def test_curve_runs_from_the_surest_down() -> None:
    noise = extraction("called", "Nobody", [], 0.2)
    points = curve({"s": [SELL], "t": [BUY]}, {"s": [predicted(SELL, 0.8)], "t": [noise]})
    assert [each.confidence for each in points] == [0.8, 0.2]
    assert [(each.precision, each.recall) for each in points] == [(1.0, 0.5), (0.5, 0.5)]
    assert points[0].f1 == pytest.approx(2 / 3)
    # from recall 0 to 0.5 at precision 1; what follows adds no recall
    assert area(points) == pytest.approx(0.5)


def test_gold_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text("A sentence .\tsold\tNorway\ttwo frigates\tto Chile\n\nA sentence .\tis\tIt\n", encoding="utf-8")
    assert read_gold(path) == {"A sentence .": [SELL, extraction("is", "It", [])]}


def test_short_line_of_a_gold_table_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text("A sentence .\tsold\tNorway\nA sentence .\tsold\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: 2 cells"):
        read_gold(path)
