"""Fitting of confidence: numbers that can be computed by hand."""

import math
from pathlib import Path

import pytest

from graphbuilder.errors import InputError
from graphbuilder.evaluate.calibrate import VERDICTS, Example, fit, read_verdicts, rescale
from graphbuilder.extract.confidence import (
    HIGHEST,
    INTERCEPT,
    LOWEST,
    confidence_of,
    features_of,
    probability,
    weights,
)
from graphbuilder.records import Argument, Statement


def _examples(feature: str, right: int, wrong: int) -> list[Example]:
    return [Example((feature,), True)] * right + [Example((feature,), False)] * wrong


def test_without_properties_the_share_is_learnt() -> None:
    found = fit([Example((), True)] * 30 + [Example((), False)] * 10)
    assert list(found) == [INTERCEPT]
    assert found[INTERCEPT] == pytest.approx(math.log(3), abs=1e-3)


def test_a_better_property_weighs_more_but_less_than_unpenalised() -> None:
    found = fit([*_examples("good", 30, 10), *_examples("bad", 10, 30)])
    assert found["good"] == pytest.approx(-found["bad"])
    assert found[INTERCEPT] == pytest.approx(0, abs=1e-6)
    # at the optimum the pull of the penalty equals the slope of the likelihood: 4 w = 40 (3/4 - p)
    assert 4 * found["good"] == pytest.approx(40 * (0.75 - probability(("good",), found)))
    assert 0 < found["good"] < math.log(3)


def test_a_rare_property_has_no_weight() -> None:
    assert "rare" not in fit([*_examples("common", 5, 5), *_examples("rare", 4, 0)])


def test_where_all_are_right_weights_stay_finite() -> None:
    found = rescale(fit([Example((), True)]), [Example((), False)])
    assert 0 < probability((), found) < 0.5


def test_fitting_twice_gives_the_same() -> None:
    examples = [*_examples("a", 7, 3), *_examples("b", 2, 9)]
    assert fit(examples) == fit(list(examples))


def test_rescaling_shifts_to_what_readers_found() -> None:
    before = {INTERCEPT: 0.0}
    after = rescale(before, [Example((), True)] * 80 + [Example((), False)] * 20)
    assert probability((), after) == pytest.approx(0.8, abs=1e-3)


def test_rescaling_keeps_the_order() -> None:
    before = {INTERCEPT: 0.0, "good": 1.0, "bad": -1.0}
    after = rescale(before, [*_examples("good", 9, 1), *_examples("bad", 6, 4)])
    assert probability(("bad",), after) < probability((), after) < probability(("good",), after)


def test_readers_teach_what_a_frame_is_worth() -> None:
    after = rescale({INTERCEPT: 0.0}, [*_examples("frame", 45, 5), *_examples("x", 25, 25)])
    assert after["frame"] > 0.5


def test_without_verdicts_nothing_changes() -> None:
    assert rescale({INTERCEPT: 0.3, "a": 1.0}, []) == {INTERCEPT: 0.3, "a": 1.0}


def test_verdicts_are_read(tmp_path: Path) -> None:
    path = tmp_path / "v.tsv"
    path.write_text("source\tright\tfeatures\nbooks\tyes\ta|b\nbooks\tno\t\n", encoding="utf-8")
    assert read_verdicts(path) == [Example(("a", "b"), True, "books"), Example((), False, "books")]


def test_verdicts_without_a_column_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "v.tsv"
    path.write_text("source\tfeatures\nbooks\ta\n", encoding="utf-8")
    with pytest.raises(InputError, match="'right'"):
        read_verdicts(path)


def test_our_confidence_agrees_with_our_verdicts() -> None:
    verdicts = read_verdicts(VERDICTS)
    mean = sum(probability(each.features, weights()) for each in verdicts) / len(verdicts)
    right = sum(each.right for each in verdicts) / len(verdicts)
    assert len(verdicts) >= 100
    assert mean == pytest.approx(right, abs=0.03)


def _argument(text: str, start: int, slot: str, preposition: str = "") -> Argument:
    return Argument(text, start, start + len(text), start, start + len(text), slot, preposition)


def _statement(**changes: object) -> Statement:
    values: dict[str, object] = {
        "statement_id": "", "document_id": "", "sentence": 0, "start": 0, "end": 40, "rule": "active",
        "relation": "sell", "lemma": "sell", "surface": "sold", "predicate_start": 10, "predicate_end": 14,
        "subject": _argument("Ruritania", 0, "subject"), "arguments": (_argument("ships", 15, "object"),),
    }  # fmt: skip
    return Statement(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "feature"),
    [
        pytest.param({"rule": "passive+agent/relative_clause"}, "rule passive", id="rule"),
        pytest.param({"rule": "passive+agent/relative_clause"}, "rule agent", id="turned"),
        pytest.param({"rule": "passive+agent/relative_clause"}, "rule relative_clause", id="construction"),
        pytest.param({"arguments": ()}, "arguments 0", id="no argument"),
        pytest.param({"surface": "selling"}, "participle alone", id="participle"),
        pytest.param({"end": 161}, "sentence longer than 160", id="length"),
        pytest.param({"predicate_start": 36, "predicate_end": 40}, "predicate in fifth 4", id="at the end"),
        pytest.param({"predicate_start": 90, "end": 200}, "subject far", id="far subject"),
        pytest.param({"subject": _argument("Ruritania", 20, "subject")}, "subject behind", id="inverted"),
        pytest.param({"subject": _argument("Ruritania", 4, "subject")}, "subject name", id="name"),
        pytest.param({"subject": _argument("They", 0, "subject")}, "subject pronoun", id="pronoun"),
        pytest.param({"frame": "sell.verb"}, "frame", id="frame"),
        pytest.param({"polarity": "negated"}, "negated", id="negated"),
        pytest.param({"modality": "planned"}, "not asserted", id="modality"),
        pytest.param({"attribution": (_argument("Freedonia", 30, "subject"),)}, "attributed", id="attribution"),
        pytest.param({"date": "2019"}, "dated", id="date"),
        pytest.param(
            {"arguments": (_argument("a", 15, "oblique", "on"), _argument("b", 20, "oblique", "on"))},
            "preposition repeated",
            id="repeated preposition",
        ),
    ],
)
def test_properties(changes: dict[str, object], feature: str) -> None:
    assert feature in features_of(_statement(**changes))
    assert feature not in features_of(_statement())


def test_confidence_has_three_decimals_and_bounds() -> None:
    value = confidence_of(_statement())
    assert value == round(value, 3)
    assert LOWEST <= value <= HIGHEST


def test_a_full_sale_is_trusted_more_than_a_stray_participle() -> None:
    sure = _statement(frame="sell.verb", relation_type="SUPPLIES")
    stray = _statement(rule="active/noun_clause", surface="selling", arguments=(), end=300, predicate_start=150)
    assert confidence_of(sure) > confidence_of(stray) + 0.08
