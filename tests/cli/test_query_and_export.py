"""`graphbuilder query` and `graphbuilder export`: data on standard output, errors that say what to do."""

import json
from pathlib import Path

import pytest
from worlds import hostile_records, saved, world

from graphbuilder.cli.export import FOLDERS, FORMATS
from graphbuilder.cli.main import main
from graphbuilder.export.formats import FORMATS as WRITTEN


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(world(), tmp_path_factory.mktemp("graph") / "out")


QUERY = "MATCH (d:DEAL) WHERE d.status = 'ordered' RETURN d.supplier AS supplier, d.quantity AS many, d.unit"


def test_a_query_prints_a_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", str(folder), QUERY]) == 0
    said = capsys.readouterr()
    assert [line.split() for line in said.out.splitlines()] == [["supplier", "many", "d.unit"], ["Freedonia", "2"]]
    assert said.err == ""


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("csv", "supplier,many,d.unit\nFreedonia,2,\n"),
        ("json", '{"supplier":"Freedonia","many":2,"d.unit":""}\n'),
    ],
)
def test_a_query_prints_for_programs(form: str, printed: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", str(folder), QUERY, "--format", form]) == 0
    assert capsys.readouterr().out == printed


def test_a_query_reads_graphml_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", str(folder / "graph.graphml"), QUERY, "--format", "csv"]) == 0
    assert "Freedonia" in capsys.readouterr().out


def test_a_query_without_answer_prints_its_columns(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", str(folder), "MATCH (d:DEAL) WHERE d.unit = 'x' RETURN d.unit"]) == 0
    assert capsys.readouterr().out == "d.unit\n"


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = saved(world(hostile_records()), tmp_path / "out")
    assert main(["query", str(out), "MATCH (a:PERSON) RETURN a.label"]) == 0
    printed = capsys.readouterr().out
    assert "😀" in printed
    assert not {"\x00", "\x0b", "\u202e", "\t"} & set(printed)


def test_a_broken_query_is_pointed_at(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", str(folder), "MATCH (a:COUNTRI) RETURN a"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "graphbuilder: there is no type of node 'COUNTRI', at line 1, column 10:",
        "  MATCH (a:COUNTRI) RETURN a",
        "           ^",
        "did you mean 'COUNTRY'?",
    ]


def test_a_folder_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", str(tmp_path / "nowhere"), QUERY]) == 2
    assert "give a folder that `graphbuilder build` wrote" in capsys.readouterr().err


def test_the_formats_are_those_that_are_written() -> None:
    assert tuple(WRITTEN) == FORMATS
    assert tuple(name for name, form in WRITTEN.items() if form.files) == FOLDERS


@pytest.mark.parametrize("form", [name for name in FORMATS if name not in (*FOLDERS, "ftm")])
def test_an_export_goes_to_standard_output(form: str, folder: Path, tmp_path: Path, capfdbinary: object) -> None:
    assert main(["export", str(folder), "--format", form]) == 0
    printed = capfdbinary.readouterr().out  # type: ignore[attr-defined]
    assert main(["export", str(folder), "--format", form, "--output", str(tmp_path / "a")]) == 0
    assert (tmp_path / "a").read_bytes() == printed != b""


@pytest.mark.parametrize("form", FOLDERS)
def test_an_export_of_several_files_needs_a_folder(
    form: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(folder), "--format", form]) == 2
    assert f"{form} is several files; name a folder for them with --output" in capsys.readouterr().err
    assert main(["export", str(folder), "--format", form, "--output", str(tmp_path / "a")]) == 0
    assert len(list((tmp_path / "a").iterdir())) >= 2


def test_an_unknown_format_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(folder), "--format", "xls"]) == 2
    assert "'xls' is not one of" in capsys.readouterr().err


def test_an_export_is_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["export", str(folder), "-f", "json"])
    assert {node["id"] for node in json.loads(capsys.readouterr().out)["nodes"]} >= {"country:RUR", "v1"}
