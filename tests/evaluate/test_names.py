"""Names measured on annotated texts, with numbers computed by hand."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from spacy.language import Language

from graphbuilder.errors import InputError
from graphbuilder.evaluate.name_gold import GoldName, GoldText, read_gold_names
from graphbuilder.evaluate.names import NameScores, compare, evaluate_names
from graphbuilder.evaluate.tables import as_tsv
from graphbuilder.lexicon import load_lexicon
from graphbuilder.records import Mention

TEXT = "Minister Anna Bell met the envoys of the Ministry of Trade of Ruritania in Strelsau."


def write_folder(folder: Path, marks: list[tuple[str, str]], text: str = TEXT) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "documents.json").write_text(json.dumps({"_id": "a", "text": text}) + "\n", encoding="utf-8")
    lines = [
        {"documentId": "a", "begin": text.index(mark), "end": text.index(mark) + len(mark), "type": kind}
        for mark, kind in marks
    ]
    (folder / "entities.json").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return folder


def mentioned(text: str, *named: tuple[str, str]) -> list[Mention]:
    return [
        Mention("", 0, text.index(name), text.index(name) + len(name), name, "name", type_, 0, 0)
        for name, type_ in named
    ]


def gold_of(text: str, *named: tuple[str, str], others: tuple[str, ...] = ()) -> GoldText:
    names = tuple(GoldName(text.index(name), text.index(name) + len(name), kind) for name, kind in named)
    return GoldText(text, names, tuple((text.index(one), text.index(one) + len(one)) for one in others))


def scored(gold: GoldText, *named: tuple[str, str]) -> NameScores:
    scores = NameScores()
    compare(gold, mentioned(gold.text, *named), scores)
    return scores


def test_titles_and_descriptions_are_no_names(tmp_path: Path) -> None:
    marks = [("Minister Anna Bell", "Person"), ("the envoys", "Person"), ("in", "Temporal")]
    (item,) = read_gold_names(write_folder(tmp_path / "x", marks), load_lexicon(()))
    assert [(item.text[name.start : name.end], name.kind) for name in item.names] == [("Anna Bell", "Person")]
    assert sorted(item.text[start:end] for start, end in item.others) == ["in", "the envoys"]


def test_folders_within_a_folder_are_read(tmp_path: Path) -> None:
    for name in ("x", "y"):
        write_folder(tmp_path / name, [("Strelsau", "Location")])
    assert len(read_gold_names(tmp_path, load_lexicon(()))) == 2


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({}, "holds no entities.json", id="nothing"),
        pytest.param({"entities.json": "{"}, "a line is not as described", id="no JSON"),
        pytest.param({"entities.json": "{}"}, "a line is not as described", id="no document"),
        pytest.param({"entities.json": ""}, "cannot be read", id="no texts"),
    ],
)
def test_wrong_folders_are_refused(tmp_path: Path, files: dict[str, str], message: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_gold_names(tmp_path, load_lexicon(()))


@pytest.mark.parametrize(
    ("mention", "found", "cause"),
    [
        pytest.param(("Ministry of Trade", "ORGANIZATION"), 1, "", id="exact"),
        pytest.param(("the Ministry of Trade", "ORGANIZATION"), 1, "", id="with article"),
        pytest.param(("Ministry of Trade", "PERSON"), 0, "missed, given as PERSON", id="another type"),
        pytest.param(("Ministry", "ORGANIZATION"), 0, "missed, given in another extent", id="another extent"),
        pytest.param(("Strelsau", "LOCATION"), 0, "missed", id="elsewhere"),
    ],
)
def test_recall(mention: tuple[str, str], found: int, cause: str) -> None:
    scores = scored(gold_of(TEXT, ("Ministry of Trade", "Organisation")), mention)
    assert (scores.asked["Organisation"], scores.found["Organisation"]) == (1, found)
    assert cause == "" or (cause, "Organisation", "Ministry of Trade") in scores.errors


@pytest.mark.parametrize(
    ("mention", "given", "right"),
    [
        pytest.param(("Ruritania", "COUNTRY"), 0, 0, id="within a longer gold name"),
        pytest.param(("Strelsau", "LOCATION"), 1, 1, id="right"),
        pytest.param(("Strelsau", "ORGANIZATION"), 1, 0, id="another type"),
        pytest.param(("envoys", "PERSON"), 0, 0, id="within a description"),
        pytest.param(("Anna", "PERSON"), 1, 0, id="not in gold"),
        pytest.param(("in Strelsau", "LOCATION"), 1, 0, id="another extent"),
    ],
)
def test_precision(mention: tuple[str, str], given: int, right: int) -> None:
    gold = gold_of(
        TEXT, ("Ministry of Trade of Ruritania", "Organisation"), ("Strelsau", "Location"), others=("the envoys",)
    )
    scores = scored(gold, mention)
    assert (scores.given.total(), scores.right.total()) == (given, right)


def test_state_may_act_or_be_a_place() -> None:
    gold = gold_of("Ruritania sold Freedonian jets.", ("Ruritania", "Organisation"), ("Freedonian", "Nationality"))
    scores = scored(gold, ("Ruritania", "COUNTRY"), ("Freedonian", "COUNTRY"))
    assert (scores.found.total(), scores.asked.total(), scores.right.total()) == (1, 1, 2)


def test_name_within_a_longer_one_is_not_asked_for() -> None:
    gold = gold_of(TEXT, ("Ministry of Trade of Ruritania", "Organisation"), ("Ruritania", "Location"))
    assert scored(gold).asked == {"Organisation": 1}


def test_tables_come_from_texts(tmp_path: Path, bundled: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("graphbuilder.evaluate.names"), "load_pipeline", lambda _name: bundled)
    text = "Turkey bought jets from Poland."
    folder = write_folder(tmp_path / "x", [("Turkey", "Organisation"), ("Poland", "Location")], text)
    lines = as_tsv(evaluate_names(folder)).splitlines()
    assert "Recall of names (exact place, accepted type)\tall\t2\t2\t1.000" in lines
    assert "Precision of names\tCOUNTRY\t2\t2\t1.000" in lines
