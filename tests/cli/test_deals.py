"""`graphbuilder deals` and `graphbuilder compare` on a folder of invented deals."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx
import pytest

from graphbuilder.cli.main import main
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.records import Deal, Entity, Knowledge


def _deal(number: int, recipient: str, weapon: str, status: str, **more: Any) -> Deal:
    base = Deal(
        f"v{number}", "Ruritania", recipient, weapon, "ships", 2, "", None, "", "sale", status, "", None, "e1", "", "e3",
        first_reported="2020-01-01", last_reported="2021-01-01",
    )  # fmt: skip
    return replace(base, **more)


@pytest.fixture
def folder(knowledge: Knowledge, tmp_path: Path) -> Path:
    deals = (
        *knowledge.deals,
        _deal(2, "Grand Fenwick", "Sea Lantern 9", "delivered", quantity=1200, value=5_000_000, currency="EUR"),
        _deal(3, "Freedonia", "RZ-1", "discussed", kind="aid", ordered="", first_reported="2023-05", last_reported=""),
    )
    entities = (*knowledge.entities, Entity("e4", "Grand Fenwick", "COUNTRY", "GFE", ("the Duchy",)))
    deals = (deals[0], replace(deals[1], recipient_id="e4"), deals[2])
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    KnowledgeGraph.from_records(replace(knowledge, deals=deals, entities=entities), graph).save(tmp_path / "out")
    return tmp_path / "out"


def _ids(folder: Path, words: str, capfdbinary: Any) -> list[str]:
    assert main(["deals", str(folder), "--format", "json", *words.split()]) == 0
    return [row["deal_id"] for row in json.loads(capfdbinary.readouterr().out)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("", ["v1", "v2", "v3"], id="all"),
        pytest.param("--supplier ruritania", ["v1", "v2", "v3"], id="supplier"),
        pytest.param("--recipient Duchy", None, id="part of an alias"),
        pytest.param("--recipient gfe", ["v2"], id="ISO code"),
        pytest.param("--recipient Freedonia --recipient GFE", ["v1", "v2", "v3"], id="either of two"),
        pytest.param("--weapon lantern", ["v2"], id="part of a weapon's name"),
        pytest.param("--weapon frigates", ["v1", "v2", "v3"], id="alias of a weapon"),
        pytest.param("--category ships --status discussed", ["v3"], id="two filters"),
        pytest.param("--kind aid", ["v3"], id="kind"),
        pytest.param("--since 2022", ["v3"], id="since"),
        pytest.param("--until 2019", ["v1"], id="until"),
        pytest.param("--since 2020-06 --until 2020-12-31", ["v1", "v2"], id="period"),
        pytest.param("--since 2030", [], id="none in the period"),
    ],
)
def test_filters(words: str, expected: list[str] | None, folder: Path, capfdbinary: Any) -> None:
    if expected is None:
        assert main(["deals", str(folder), *words.split()]) == 2
    else:
        assert _ids(folder, words, capfdbinary) == expected


def test_table(folder: Path, capfdbinary: Any) -> None:
    assert main(["deals", str(folder)]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert lines[0].split() == "supplier recipient weapon quantity value kind status ordered confidence".split()
    assert lines[2].startswith("Ruritania  Grand Fenwick  Sea Lantern 9     1,200  5,000,000 EUR  sale  delivered")


def test_evidence(folder: Path, capfdbinary: Any) -> None:
    assert main(["deals", str(folder), "--status", "ordered", "--evidence"]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert "  2019 | ordered | 2\n    Ruritania sold two frigates to Freedonia. [a.txt]\n" in out


def test_csv_has_the_columns_of_deals_csv(folder: Path, capfdbinary: Any) -> None:
    assert main(["deals", str(folder), "--format", "csv", "--evidence"]) == 0
    rows = list(csv.reader(io.StringIO(capfdbinary.readouterr().out.decode())))
    with (folder / "deals.csv").open(encoding="utf-8", newline="") as file:
        assert rows[0] == next(csv.reader(file))
    assert rows[1][-2] == "Ruritania sold two frigates to Freedonia. ¶ It was ⁋ the first sale."


def test_json_carries_the_steps(folder: Path, capfdbinary: Any) -> None:
    assert main(["deals", str(folder), "--format", "json", "--evidence", "--status", "ordered"]) == 0
    (row,) = json.loads(capfdbinary.readouterr().out)
    assert [(step["status"], step["standing"], step["triples"]) for step in row["events"]] == [
        ("ordered", "current", ["t1"])
    ]


def test_markdown(folder: Path, capfdbinary: Any) -> None:
    assert main(["deals", str(folder), "--format", "md"]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert lines[1] == "| " + " | ".join(["---"] * 10) + " |"
    assert lines[3].startswith("| Ruritania | Grand Fenwick | Sea Lantern 9 | 1,200 | 5,000,000 EUR |")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("--recipient Fredonia", "no deal has the recipient 'Fredonia'; there are Freedonia", id="name"),
        pytest.param("--since 20-1", "'20-1' is no date such as 2022", id="date"),
        pytest.param("--format xml", "'xml' is not one of", id="format"),
    ],
)
def test_wrong_words(words: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deals", str(folder), *words.split()]) == 2
    assert said in capsys.readouterr().err


def test_a_folder_that_no_build_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deals", str(tmp_path)]) == 2
    assert "give a folder that `graphbuilder build` wrote" in capsys.readouterr().err


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.csv"
    path.write_text(
        "From,To,System,Units\nRuritania,Freedonia,Frigate,3\nRuritania,Freedonia,=RZ-7,1\n", encoding="utf-8"
    )
    return path


COLUMNS = "--column supplier=From --column recipient=To --column weapon=System --column quantity=Units".split()


def test_compare(folder: Path, register: Path, capfdbinary: Any) -> None:
    assert main(["compare", str(folder), str(register), *COLUMNS, "--format", "csv"]) == 0
    said = capfdbinary.readouterr()
    rows = list(csv.DictReader(io.StringIO(said.out.decode())))
    assert [(row["outcome"], row["weapon"], row["differs"]) for row in rows] == [
        ("both", "Frigate", "number"),
        ("news only", "Sea Lantern 9", ""),
        ("news only", "RZ-1", ""),
        ("register only", "'=RZ-7", ""),
    ]
    assert said.err == b"In both: 1, of which 1 disagree; in the news only: 2; in the register only: 1.\n"


@pytest.mark.parametrize("form", ["table", "md", "json"])
def test_compare_in_other_forms(form: str, folder: Path, register: Path, capfdbinary: Any) -> None:
    assert main(["compare", str(folder), str(register), *COLUMNS, "--format", form, "--quiet"]) == 0
    said = capfdbinary.readouterr()
    assert b"Sea Lantern 9" in said.out
    assert said.err == b""


def test_a_register_without_headings(folder: Path, register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(folder), str(register)]) == 2
    assert "has no line with the headings of a trade register" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["deals", "compare"])
def test_help_fits_a_screen(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 26
    assert max(map(len, lines)) <= 80
