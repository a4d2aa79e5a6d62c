"""The scores of open information extraction, computed by hand for two invented sentences."""

from pathlib import Path

import pytest

from graphbuilder.errors import InputError
from graphbuilder.evaluate.carb import extraction
from graphbuilder.evaluate.openie import compared, gold_of, is_right, score, tables_of
from graphbuilder.extract.bare import BareTriple

FIRST, SECOND = "Ruritania sold two ships .", "Freedonia slept ."
GOLD = f"{SECOND}\tslept\tFreedonia\n{FIRST}\tsold\tRuritania\ttwo ships\n{FIRST}\tis\tFreedonia\ta state\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "gold.tsv"
    path.write_text(GOLD, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("half", "sentences"),
    [
        pytest.param(None, [SECOND, FIRST], id="whole"),
        pytest.param("a", [SECOND], id="a"),
        pytest.param("b", [FIRST], id="b"),
    ],
)
def test_halves_take_turns_in_alphabetical_order(path: Path, half: str | None, sentences: list[str]) -> None:
    assert list(gold_of(path, half)) == sentences  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "holds no sentence; give lines", id="empty"),
        pytest.param(b"s\tr\ta\nonly two\tcells\n", "line 2: 2 cells", id="too few cells"),
        pytest.param(b"\xff\xfe\t\t", "byte 0 is not UTF-8; save", id="encoding"),
        pytest.param(None, "cannot be read .*; name a gold table", id="missing"),
    ],
)
def test_unusable_gold_is_an_error(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "gold.tsv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        gold_of(path)


def test_half_b_of_one_sentence_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text("s\tr\ta\n", encoding="utf-8")
    with pytest.raises(InputError, match="no sentence in half b"):
        gold_of(path, "b")


def test_a_triple_is_compared_with_all_its_arguments() -> None:
    triple = BareTriple(1, 0.5, "Ruritania", "sold", "two ships", ("to Freedonia",))
    assert compared(triple) == extraction("sold", "Ruritania", ["two ships", "to Freedonia"], 0.5)


@pytest.mark.parametrize(
    ("rest", "right"),
    [
        pytest.param("two ships", True, id="same"),
        pytest.param("", True, id="recall 2 of 4, precision 1"),
        pytest.param("two ships in May", True, id="precision 4 of 6"),
        pytest.param("two ships in May last", False, id="precision 4 of 7"),
    ],
)
def test_right_needs_words_of_both(rest: str, right: bool) -> None:
    gold = [extraction("sold", "Ruritania", ["two ships"])]
    assert is_right(extraction("sold", "Ruritania", [rest]), gold) is right


def test_scores_by_hand(path: Path) -> None:
    gold = gold_of(path)
    predicted = {
        # 4 of 4 words said are in gold: precision 1; 4 of its 4 are found: recall 1
        FIRST: [extraction("sold", "Ruritania", ["two ships"], 0.9)],
        # 2 of 3 words said are in gold; 2 of its 2 are found
        SECOND: [extraction("slept", "Freedonia", ["well"], 0.5), extraction("woke", "Freedonia", [], 0.2)],
    }
    scores = score(gold, predicted)
    # at 0.9: precision 1/1, recall 1/3, F1 0.5; at 0.5: (1 + 2/3)/2 = 5/6, 2/3, 20/27; at 0.2: (5/3)/3, 2/3, 20/33
    assert (scores.sentences, scores.gold, scores.extractions) == (2, 3, 3)
    assert (scores.confidence, scores.precision, scores.recall) == pytest.approx((0.5, 5 / 6, 2 / 3))
    assert scores.f1 == pytest.approx(20 / 27)
    assert scores.area == pytest.approx(1 / 3 * 1 + 1 / 3 * (1 + 5 / 6) / 2)
    assert scores.extracted_share == 1
    assert [(each.start, each.count, each.right) for each in scores.bins] == [(0.2, 1, 0), (0.5, 1, 1), (0.9, 1, 1)]


def test_nothing_predicted_scores_zero(path: Path) -> None:
    scores = score(gold_of(path), {})
    assert (scores.f1, scores.area, scores.extracted_share, scores.bins) == (0, 0, 0, ())


def test_tables(path: Path) -> None:
    figures, reliability = tables_of(
        score(gold_of(path), {FIRST: [extraction("sold", "Ruritania", ["two ships"], 0.9)]})
    )
    values = {row[0]: row[1] for row in figures.rows}
    assert values["recall"] == pytest.approx(1 / 3)
    assert values["sentences with a triple"] == 0.5
    assert reliability.rows == (("0.9-1.0", 1, 0.9, 1.0),)
