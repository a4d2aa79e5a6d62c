"""The commands: what goes where, and with which code they end. The build itself is replaced by a stub."""

import io
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from graphbuilder import __version__
from graphbuilder.cli.main import main
from graphbuilder.errors import InputError, OutputError, PipelineError
from graphbuilder.knowledge import KnowledgeGraph

BUILD = import_module("graphbuilder.build")


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch, knowledge: Any, graph: Any) -> dict[str, Any]:
    """Replace the build by one that notes what it was called with."""
    arguments: dict[str, Any] = {}

    def stub(inputs: Any, output: Any, **options: Any) -> KnowledgeGraph:
        arguments.update(options, inputs=inputs, output=output)
        options["progress"](1, 1)
        return KnowledgeGraph.from_records(knowledge, graph)

    monkeypatch.setattr(BUILD, "build", stub)
    return arguments


def _raising(error: BaseException) -> Callable[..., Any]:
    def stub(*_arguments: Any, **_options: Any) -> Any:
        raise error

    return stub


def test_build_passes_everything_on(called: dict[str, Any]) -> None:
    words = (
        "build a.txt folder - --output out --pipeline p --column text=body --column id=n --lexicon l.csv"
        " --corrections c.toml --workers 2 --fresh"
    )
    assert main(words.split()) == 0
    del called["progress"]
    assert called == {
        "inputs": ("a.txt", "folder", "-"),
        "output": Path("out"),
        "pipeline": "p",
        "columns": {"text": "body", "id": "n"},
        "lexicon": (Path("l.csv"),),
        "corrections": Path("c.toml"),
        "workers": 2,
        "fresh": True,
    }


def test_build_leaves_the_rest_to_the_build(called: dict[str, Any]) -> None:
    assert main(["build", "a.txt", "-o", "out"]) == 0
    given = {name: called[name] for name in ("pipeline", "columns", "lexicon", "workers")}
    assert given == {"pipeline": None, "columns": None, "lexicon": (), "workers": 1}


@pytest.mark.usefixtures("called")
def test_build_talks_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "a.txt", "--output", "out"])
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Read 1 article and 2 sentences; found 1 triple, 3 entities and 1 deal.\n")


@pytest.mark.usefixtures("called")
def test_a_quiet_build_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "a.txt", "--output", "out", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("error", [InputError, PipelineError, OutputError])
def test_an_error_is_one_sentence(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(BUILD, "build", _raising(error("x is no y; do z")))
    assert main(["build", "a.txt", "--output", "out"]) == 2
    assert capsys.readouterr() == ("", "graphbuilder: x is no y; do z\n")


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(BUILD, "build", _raising(KeyboardInterrupt()))
    assert main(["build", "a.txt", "--output", "out"]) == 130
    assert capsys.readouterr().err.strip() == "graphbuilder: interrupted; the output folder is as it was before"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("build --output out", "Missing argument 'INPUT...'; see `graphbuilder build --help`", id="input"),
        pytest.param("build a.txt", "Missing option '-o' / '--output'; see `graphbuilder build --help`", id="output"),
        pytest.param("build a.txt --output o --colour", "No such option '--colour'", id="unknown option"),
        pytest.param("build a.txt --output o --column body", "'body' is not of the form OURS=THEIRS", id="column"),
        pytest.param("build a.txt --output o --column =body", "'=body' is not of the form OURS=THEIRS", id="no name"),
        pytest.param("build a.txt --output o --workers 0", "0 is not in the range x>=1", id="workers"),
        pytest.param("biuld", "No such command 'biuld'", id="unknown command"),
        pytest.param("triples missing.txt", "'missing.txt': No such file or directory", id="no such file"),
    ],
)
def test_wrong_words(words: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.startswith("graphbuilder: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["", "build", "triples"])
def test_help_fits_a_screen(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main([*command.split(), "--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert lines[0].startswith(f"Usage: graphbuilder {command}".rstrip())


def test_no_command_gives_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Usage: graphbuilder" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"graphbuilder, version {__version__}\n"


def test_as_a_module() -> None:
    command = [sys.executable, "-m", "graphbuilder", "build"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "graphbuilder: Missing argument 'INPUT...'; see `graphbuilder build --help`\n"


class _Row:
    def __init__(self, line: str) -> None:
        self.line = line

    def cells(self) -> tuple[str, ...]:
        return ("1", "0.500", self.line, "sell", "ships", "")


@pytest.fixture
def _echo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the extraction by one that gives each line back."""
    monkeypatch.setattr(BUILD, "bare_triples", lambda lines, _pipeline: map(_Row, lines))


HEADER = "line\tconfidence\tsubject\trelation\tobject\targuments\n"


@pytest.mark.usefixtures("_echo")
@pytest.mark.parametrize(
    ("content", "lines"),
    [
        pytest.param(b"one\ntwo\n", ["one", "two"], id="lines"),
        pytest.param(b"\xef\xbb\xbfone\r\ntwo", ["one", "two"], id="byte-order mark and Windows ends"),
        pytest.param("Škoda".encode(), ["Škoda"], id="wide characters"),
        pytest.param(b"a \xff b\n", ["a � b"], id="broken character"),
        pytest.param(b"", [], id="nothing"),
    ],
)
def test_triples_of_a_file(content: bytes, lines: list[str], tmp_path: Path, capfdbinary: Any) -> None:
    path = tmp_path / "sentences.txt"
    path.write_bytes(content)
    assert main(["triples", str(path)]) == 0
    rows = [f"1\t0.500\t{line}\tsell\tships\t\n" for line in lines]
    assert capfdbinary.readouterr().out.decode() == "".join([HEADER, *rows])


@pytest.mark.usefixtures("_echo")
def test_triples_of_standard_input(monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"one\n")))
    assert main(["triples", "-"]) == 0
    assert capfdbinary.readouterr().out.decode() == HEADER + "1\t0.500\tone\tsell\tships\t\n"
