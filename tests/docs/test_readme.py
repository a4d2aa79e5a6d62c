"""The README holds: its commands and programs run, its lists are those of the package, its links lead somewhere."""

import re
import runpy
import shlex
import shutil
import struct
from contextlib import chdir
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from graphbuilder.cli.main import commands as program
from graphbuilder.cli.main import main
from graphbuilder.lexicon.extra import read_extra
from graphbuilder.lexicon.tables import table as data_table
from graphbuilder.read.files import FORMATS
from graphbuilder.read.tabular import COLUMNS
from graphbuilder.records import EntityType, Kind, Modality, Polarity, Status

MOST_BYTES = 400_000
_ROOT = Path(__file__).parents[2]
_README = (_ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    """Return the code blocks marked with a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", _README, re.MULTILINE | re.DOTALL)


def _commands() -> list[list[str]]:
    """Return the words after `graphbuilder` of each call in the shell blocks."""
    lines = [line for block in _blocks("sh") for line in block.splitlines()]
    calls = [shlex.split(call) for line in lines for call in re.split(r"&&|\|", line)]
    return [call[1:] for call in calls if call[0] == "graphbuilder"]


def _table(head: str) -> list[list[str]]:
    """Return the cells below the head of the table whose first column is called `head`."""
    found = re.search(rf"^\| {re.escape(head)} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", _README, re.MULTILINE)
    assert found, f"no table begins with {head!r}"
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1].splitlines()]


def _paragraph(begin: str) -> str:
    """Return the paragraph that begins with these words."""
    found = [part for part in _README.split("\n\n") if part.startswith(begin)]
    assert len(found) == 1, f"{len(found)} paragraphs begin with {begin!r}"
    return found[0]


def _quoted(text: str) -> list[str]:
    """Return what stands in backticks."""
    return re.findall(r"`([^`]+)`", text)


def _anchors() -> set[str]:
    """Return the anchors of the headings."""
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", _README, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
    return {"#" + re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `samples`, in which the README's main command has been run."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(_ROOT / "samples", folder / "samples")
    with chdir(folder):
        assert main([*_commands()[0], "--quiet"]) == 0
    return folder


@pytest.mark.parametrize("words", _commands(), ids=" ".join)
def test_the_command_line_knows_the_command(words: list[str]) -> None:
    program.commands[words[0]].make_context(words[0], words[1:])


def test_every_command_is_told() -> None:
    assert {words[0] for words in _commands()} == set(program.commands)


def test_the_checks_run_the_command_for_the_tests() -> None:
    assert _blocks("sh")[1].strip() in (_ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_sentence_gives_a_statement() -> None:
    sentence = re.search(r'echo "(.+)" \| graphbuilder triples -', _README)
    assert sentence
    result = CliRunner().invoke(program, ["triples", "-"], input=sentence[1])
    assert result.exit_code == 0
    head, row, *_ = result.stdout.splitlines()
    assert dict(zip(head.split("\t"), row.split("\t"), strict=True))["subject"] == "Russia"


@pytest.mark.parametrize("block", _blocks("python"), ids=lambda block: block.splitlines()[-1])
def test_the_program_runs(
    block: str, workplace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "block.py").write_text(block, encoding="utf-8")
    monkeypatch.chdir(workplace)
    runpy.run_path(str(tmp_path / "block.py"))
    said = capsys.readouterr().out
    assert "S-400" in said
    assert "Iran denied on Tuesday that it had delivered drones to Russia." in said


def test_the_lexicon_is_one(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text(_blocks("csv")[0], encoding="utf-8")
    assert [entry.name for entry in read_extra(tmp_path / "names.csv")] == ["Sea Lantern", "Example Dynamics"]


def test_the_files_are_those_of_a_build(workplace: Path) -> None:
    written = {path.name for path in (workplace / "graph").iterdir() if not path.name.startswith(".")}
    assert {_quoted(row[0])[0] for row in _table("file")} == written


@pytest.mark.parametrize(
    ("head", "words"),
    [("polarity", Polarity), ("modality", Modality), ("status", Status)],
    ids=lambda value: str(value)[:8],
)
def test_the_words_are_those_of_the_tables(head: str, words: object) -> None:
    assert [_quoted(row[0])[0] for row in _table(head)] == list(get_args(words))


def test_the_types_of_entities_are_those_of_the_tables() -> None:
    assert _quoted(_paragraph("**`type`**"))[1:] == list(get_args(EntityType))


def test_the_kinds_are_those_of_the_tables() -> None:
    assert _quoted(_paragraph("**`kind`**").split("**`attributed_to`**")[0])[1:] == list(get_args(Kind))


def test_the_types_of_relations_are_those_of_the_table() -> None:
    columns = ("relation_type", "definition", "example", "cameo")
    rows = [
        [f"`{row['relation_type']}`", *(row[name] for name in columns[1:])]
        for row in data_table("relation_types.tsv", *columns)
    ]
    expected = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    assert _table("type") == rows, f"the README's table should be:\n{expected}"


def test_the_formats_are_those_that_are_read() -> None:
    formats = [word for word in _quoted(_paragraph("`build` takes")) if word.startswith(".")]
    assert sorted(formats) == sorted(FORMATS)


def test_the_columns_are_those_that_are_read() -> None:
    assert _quoted(_paragraph("CSV and JSON-lines files")) == list(COLUMNS)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)]+)\)", _README))))
def test_the_link_leads_somewhere(target: str) -> None:
    assert target in _anchors() if target.startswith("#") else (_ROOT / target).is_file()


def test_the_picture_is_a_small_picture_of_a_page() -> None:
    data = (_ROOT / "notebooks" / "images" / "page.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (1440, 900)
    assert len(data) <= MOST_BYTES
