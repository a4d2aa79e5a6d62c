"""`graphbuilder status` and `graphbuilder diff`: what they print and how they end."""

import json
from pathlib import Path

import pytest
from whole_builds import BUILD, run

ORDER = "Norway and the F-35\n3 May 2019\n\nNorway ordered 12 F-35 fighters from the United States.\n"
COMES = "Norway and the F-35\n4 June 2020\n\nThe United States delivered all 12 F-35 fighters to Norway, Jens Stoltenberg said.\n"


@pytest.fixture
def _folders(tmp_path: Path, _loaded: None) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ORDER, encoding="utf-8")
    BUILD.build(tmp_path / "in", tmp_path / "old")
    (tmp_path / "in" / "b.txt").write_text(COMES, encoding="utf-8")
    BUILD.build(tmp_path / "in", tmp_path / "new")


@pytest.mark.usefixtures("_folders")
def test_status_and_diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "status {}/new") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["articles", "2"]
    assert any(line.split()[:4] == ["dates", "2019-05-03", "to", "2020-06-04"] for line in lines)
    assert lines[-1].split()[:2] == ["kept", "2"]

    assert run(tmp_path, "diff {}/old {}/new") == 0
    out = capsys.readouterr().out
    assert (
        "Deals whose status moved (1)\n  United States to Norway: 12 F-35 (ordered -> delivered)\n    2020-06-04 "
        in out
    )
    assert ": The United States delivered all 12 F-35 fighters to Norway, Jens Stoltenberg said.\n" in out
    assert "New actors (1)\n  Jens Stoltenberg (person)\n" in out

    assert run(tmp_path, "diff {}/new {}/new") == 0
    assert capsys.readouterr().out == "Nothing changed.\n"

    assert run(tmp_path, "diff {}/new --since 2020 --format json") == 0
    assert {change["kind"] for change in json.loads(capsys.readouterr().out)} == {"status", "new actor"}

    assert run(tmp_path, "diff {}/old {}/new --format tsv") == 0
    header, *rows = capsys.readouterr().out.splitlines()
    assert header.split("\t") == "kind what before after date document_id evidence".split()
    assert {row.count("\t") for row in rows} == {6}


def test_status_of_a_build_that_was_cut_off(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out" / ".graphbuilder").mkdir(parents=True)
    assert run(tmp_path, "status {}/out") == 0
    assert capsys.readouterr().out.startswith("No build yet")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("status {}/none", "none is no folder", id="no folder"),
        pytest.param("status {}", "holds no build", id="somebody else's folder"),
        pytest.param("diff {}/none {}", "none is no folder", id="no old folder"),
        pytest.param("diff {}", "name two folders, or one with --since", id="one folder"),
        pytest.param("diff {} {} --since 2020", "name one folder with --since", id="two folders and a date"),
        pytest.param("diff {} --since yesterday", "'yesterday' is no date", id="no date"),
        pytest.param("diff {} --since 2020", "has no documents.csv", id="no build"),
    ],
)
def test_errors(words: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, words) == 2
    err = capsys.readouterr().err
    assert said in err and err.count("\n") == 1


@pytest.mark.parametrize("command", ["status", "diff"])
def test_help_fits_a_screen(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, f"{command} --help") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
