"""Builds with corrections: by option and by the file that a user keeps in the output folder."""

from pathlib import Path

import pytest
from whole_builds import run

import graphbuilder

TEXT = """Serbia buys drones
3 July 2020

China delivered six CH-92A drones to Serbia last month, Belgrade said.
"""
MERGE = '[[rename]]\nentity = "Serbia"\nname = "Republic of Serbia"\nwhy = "house style"\n'

pytestmark = pytest.mark.usefixtures("_loaded")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def names(folder: Path) -> set[str]:
    return set(graphbuilder.load(folder).entities["name"])


def test_by_option(tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own.toml").write_text(MERGE + '[[drop]]\nentity = "Nobody"\n', encoding="utf-8")
    assert run(tmp_path, f"build {article} -o {{}}/out --corrections {{}}/own.toml") == 0
    assert {"Republic of Serbia", "China"} <= names(tmp_path / "out")
    said = capsys.readouterr().err
    assert 'Corrected 1:\n  rename "Serbia" to "Republic of Serbia" (own.toml, line 1, rename 1): house style\n' in said
    assert 'Corrections ignored, 1:\n  drop "Nobody" (own.toml, line 5, drop 1) was ignored: nothing is called' in said


def test_in_the_output_folder_they_outlive_each_build(tmp_path: Path, article: Path) -> None:
    folder = tmp_path / "out"
    graphbuilder.build(article, folder)
    assert "Serbia" in names(folder)
    (folder / "corrections.toml").write_text(MERGE, encoding="utf-8")
    for _ in range(2):
        graphbuilder.build(article, folder)
        assert "Republic of Serbia" in names(folder)
        assert (folder / "corrections.toml").read_text(encoding="utf-8") == MERGE


def test_triples_and_deals_bear_the_corrected_name(tmp_path: Path, article: Path) -> None:
    (tmp_path / "own.toml").write_text(MERGE, encoding="utf-8")
    graph = graphbuilder.build(article, corrections=tmp_path / "own.toml")
    assert "Republic of Serbia" in {*graph.triples["subject"], *graph.triples["object"]}
    assert "Republic of Serbia" in set(graph.deals["recipient"])
    assert graph.explain("Republic of Serbia").entities == ("country:SRB",)


def test_a_dropped_entity_is_nowhere(tmp_path: Path, article: Path) -> None:
    (tmp_path / "own.toml").write_text('[[drop]]\nentity = "China"\n', encoding="utf-8")
    graph = graphbuilder.build(article, corrections=tmp_path / "own.toml")
    assert "country:CHN" not in set(graph.entities["entity_id"]) | set(graph.mentions["entity_id"]) | set(graph.graph)
    assert "country:CHN" not in {*graph.triples["subject_id"], *graph.triples["object_id"]}
    assert "country:CHN" not in set(graph.deals["supplier_id"])
