"""`graphbuilder explain` and `build --corrections` from the command line."""

from pathlib import Path

import networkx
import pytest

from graphbuilder.cli.main import main
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.records import Knowledge


@pytest.fixture
def folder(tmp_path: Path, knowledge: Knowledge, graph: "networkx.MultiDiGraph[str]") -> str:
    path = tmp_path / "out"
    KnowledgeGraph.from_records(knowledge, graph).save(path)
    return str(path)


def test_explain(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", folder, "Strelsau", "Freedonia"]) == 0
    said = capsys.readouterr().out.split("\n")
    assert said[0] == "Ruritania (e1)"
    assert '    1.00  capital "Strelsau" of "Ruritania"' in said
    assert '"Strelsau" and "Freedonia" are two' in said


def test_a_name_that_is_not_there(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", folder, "Ruritani"]) == 2
    assert capsys.readouterr().err == (
        "graphbuilder: no entity is called 'Ruritani'; near are 'Ruritania'; give a name, an alias or an id of entities.csv\n"
    )


def test_corrections_that_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[[drop]]\nname = "A"\n', encoding="utf-8")
    text = tmp_path / "a.txt"
    text.write_text("Ruritania sold two frigates to Freedonia.", encoding="utf-8")
    assert main(["build", str(text), "-o", str(tmp_path / "out"), "--corrections", str(path)]) == 2
    assert "line 1, drop 1: the key 'name' is not known; use entity, why" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
