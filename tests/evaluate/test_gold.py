"""Scoring against a gold folder, with numbers computed by hand on the shared records of a build."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graphbuilder.errors import InputError
from graphbuilder.evaluate.gold import GoldArticle, read_gold_folder
from graphbuilder.evaluate.gold_scores import GoldScores, Tally, score_article
from graphbuilder.evaluate.gold_tables import evaluate_gold
from graphbuilder.evaluate.matching import Alignment, name_key, pairs
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.records import Entity, Knowledge

SALE: dict[str, Any] = {
    "subject": "Ruritania",
    "relation": ["sell"],
    "relation_type": ["SUPPLIES"],
    "object": "Freedonia",
    "polarity": "affirmed",
    "modality": "asserted",
    "attributed_to": None,
}
GOLD: dict[str, Any] = {
    "entities": [
        {"name": "Ruritania", "type": "COUNTRY"},
        {"name": "Freedonia", "type": "COUNTRY"},
        {"name": "Strelsau Yards", "type": "ORGANIZATION"},
    ],
    "triples": [SALE],
    "deals": [
        {"supplier": "Ruritania", "recipient": "Freedonia", "weapon": ["frigate", "ship"], "status": ["ordered"],
         "kind": "aid", "quantity": 2, "value": None, "ordered": "2019"}
    ],
}  # fmt: skip


def _written(folder: Path, gold: object) -> Path:
    (folder / "01.txt").write_text("Frigates\n2019-08\n\nRuritania sold two frigates.\n", encoding="utf-8")
    (folder / "01.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def _article(folder: Path, **changes: object) -> GoldArticle:
    return read_gold_folder(_written(folder, {**GOLD, **changes}))[0]


def _counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.wanted, tally.found, tally.judged, tally.right


def test_scores_by_hand(tmp_path: Path, knowledge: Knowledge) -> None:
    scores = score_article(_article(tmp_path), knowledge)
    # the yards are missed; the class of weapon is named, so it is judged, and is not in the gold's list
    assert _counts(scores.entities) == (3, 2, 3, 2)
    assert _counts(scores.triples) == _counts(scores.meant) == (1, 1, 1, 1)
    assert _counts(scores.deals) == (1, 1, 1, 1)
    assert scores.columns == {"status": (1, 1), "kind": (0, 1), "quantity": (1, 1), "value": (1, 1), "ordered": (1, 1)}
    assert (scores.entities.precision, scores.entities.recall, scores.entities.f1) == pytest.approx((2 / 3,) * 3)


@pytest.mark.parametrize(
    ("changes", "said", "meant"),
    [
        pytest.param({}, 1, 1, id="as said"),
        pytest.param({"polarity": "negated"}, 1, 0, id="polarity"),
        pytest.param({"modality": ["planned", "possible"]}, 1, 0, id="modality"),
        pytest.param({"modality": ["planned", "asserted"]}, 1, 1, id="one of several"),
        pytest.param({"attributed_to": "Freedonia"}, 1, 0, id="speaker"),
        pytest.param({"relation": ["lease"], "relation_type": []}, 0, 0, id="other relation"),
        pytest.param({"relation": [], "relation_type": ["SUPPLIES"]}, 1, 1, id="by type"),
        pytest.param({"subject": "Freedonia", "object": "Ruritania"}, 0, 0, id="other direction"),
        pytest.param(
            {"subject": "Freedonia", "object": "Ruritania", "relation": ["buy"], "relation_type": ["BUYS"]},
            1, 1, id="told from the other side",
        ),
        pytest.param({"object": None}, 1, 1, id="any object"),
        pytest.param({"object": "Strelsau Yards"}, 0, 0, id="other object"),
        pytest.param({"polarity": "negated", "also": [SALE]}, 1, 1, id="another wording"),
    ],
)  # fmt: skip
def test_triples(tmp_path: Path, knowledge: Knowledge, changes: dict[str, Any], said: int, meant: int) -> None:
    scores = score_article(_article(tmp_path, triples=[{**SALE, **changes}]), knowledge)
    assert (scores.triples.found, scores.meant.found) == (said, meant)


def test_what_may_be_found_is_not_asked_for(tmp_path: Path, knowledge: Knowledge) -> None:
    optional = [{**each, "must": False} for each in GOLD["entities"]]
    scores = score_article(_article(tmp_path, entities=optional, triples=[{**SALE, "must": False}]), knowledge)
    assert _counts(scores.entities) == (0, 0, 1, 0)
    assert _counts(scores.triples) == (0, 0, 1, 1)


def test_a_pair_that_gold_does_not_list_is_not_judged(tmp_path: Path, knowledge: Knowledge) -> None:
    scores = score_article(_article(tmp_path, triples=[{**SALE, "object": "Strelsau Yards"}]), knowledge)
    assert _counts(scores.triples) == (1, 0, 0, 0)


def test_a_doubled_entity_is_wrong(tmp_path: Path, knowledge: Knowledge) -> None:
    twice = replace(knowledge, entities=(*knowledge.entities, Entity("e9", "ruritania", "COUNTRY")))
    assert _counts(score_article(_article(tmp_path), twice).entities) == (3, 2, 4, 2)


@pytest.mark.parametrize(
    ("changes", "forbidden"),
    [
        pytest.param({"deals": [], "not_deals": [{"supplier": "Ruritania", "recipient": None, "weapon": None}]}, 1, id="any"),
        pytest.param({"deals": [], "not_deals": [{"supplier": "Freedonia", "recipient": None, "weapon": None}]}, 0, id="other"),
        pytest.param({"deals": [], "not_deals": [{"supplier": "Ruritania", "status": ["cancelled"]}]}, 0, id="other state"),
        pytest.param({"not_deals": [{"supplier": "Ruritania"}]}, 0, id="also a gold deal"),
        pytest.param({"deals": [], "distractor": True}, 1, id="no deal at all"),
    ],
)  # fmt: skip
def test_deals_that_gold_rules_out(
    tmp_path: Path, knowledge: Knowledge, changes: dict[str, Any], forbidden: int
) -> None:
    assert score_article(_article(tmp_path, **changes), knowledge).forbidden == forbidden


def test_an_empty_cell_is_asked_for_where_gold_says_null(tmp_path: Path, knowledge: Knowledge) -> None:
    deal = {**GOLD["deals"][0], "quantity": None, "kind": None}
    columns = score_article(_article(tmp_path, deals=[deal]), knowledge).columns
    assert columns["quantity"] == (0, 1)
    assert "kind" not in columns


def test_ignored_columns_are_not_judged(tmp_path: Path, knowledge: Knowledge) -> None:
    deal = {**GOLD["deals"][0], "ignore": ["kind", "value"]}
    assert {"kind", "value"} & set(score_article(_article(tmp_path, deals=[deal]), knowledge).columns) == set()


def test_sums_of_articles() -> None:
    total = GoldScores(columns={"kind": (1, 2)}, forbidden=1)
    total.add(GoldScores(entities=Tally(4, 3, 2, 1), columns={"kind": (1, 1), "status": (0, 1)}, forbidden=2))
    assert _counts(total.entities) == (4, 3, 2, 1)
    assert (total.columns, total.forbidden) == ({"kind": (2, 3), "status": (0, 1)}, 3)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("S-400", "S400", id="hyphen"),
        pytest.param("the Frigates", "frigate", id="article and plural"),
        pytest.param("Erdoğan", "Erdogan", id="accent"),
    ],
)
def test_names_that_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("text", "wanted", "agrees"),
    [
        pytest.param("the new pact", "pact", True, id="head"),
        pytest.param("pact with Freedonia", "a pact", True, id="up to the preposition"),
        pytest.param("the pact ministry", "pact", False, id="another head"),
        pytest.param("", "pact", False, id="empty"),
    ],
)
def test_phrases_agree_by_their_head(text: str, wanted: str, agrees: bool) -> None:
    assert Alignment((), ()).agrees(text, "", (wanted,)) is agrees


def test_pairs_are_as_many_as_can_be() -> None:
    assert pairs([[0], [0, 1]]) == {0: 0, 1: 1}
    assert pairs([[0, 1], [0]]) == {0: 1, 1: 0}
    assert pairs([[0], [0]]) == {0: 0}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("{", "01.json, line 1: not JSON .* mend", id="not JSON"),
        pytest.param("[]", "01.json: the field", id="a list"),
        pytest.param('{"entities": [{"name": "x"}]}', "'type' is missing", id="no type"),
        pytest.param('{"triples": [{"subject": "x"}]}', "'relation' is missing", id="no relation"),
    ],
)
def test_damaged_gold_is_an_error(tmp_path: Path, content: str, message: str) -> None:
    _written(tmp_path, GOLD)
    (tmp_path / "01.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_gold_folder(tmp_path)


def test_gold_without_its_article_is_an_error(tmp_path: Path) -> None:
    (_written(tmp_path, GOLD) / "01.txt").unlink()
    with pytest.raises(InputError, match=r"no article 01\.txt beside it; add"):
        read_gold_folder(tmp_path)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no gold"):
        read_gold_folder(tmp_path)


def test_a_build_on_disk_is_scored(tmp_path: Path, knowledge: Knowledge, graph: Any) -> None:
    (tmp_path / "gold" / "articles").mkdir(parents=True)
    _written(tmp_path / "gold" / "articles", GOLD)
    KnowledgeGraph.from_records(knowledge, graph).save(tmp_path / "out" / "01")
    layers, columns, articles = evaluate_gold(tmp_path / "gold", tmp_path / "out")
    assert layers.rows[0][:5] == ("entities", 3, 2, 3, 2)
    assert layers.rows[0][5:] == pytest.approx((2 / 3,) * 3)
    assert layers.rows[3] == ("deals", 1, 1, 1, 1, 1, 1, 1)
    assert columns.rows[1] == ("kind", 0, 1, 0)
    assert [row[0] for row in articles.rows] == ["01"]
    assert articles.rows[0][1:] == pytest.approx((2 / 3, 1, 1, 1, 0))


def test_a_missing_build_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"has no folder '01' .* run `graphbuilder build"):
        evaluate_gold(_written(tmp_path, GOLD), tmp_path / "out")
