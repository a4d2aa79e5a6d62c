"""Twenty notices in the manner of US Foreign Military Sales, with varied wording: every field of every deal in them.

The notices are invented; who asks for what, how many and for how much was written down by hand beside them.
"""

import csv
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import graphbuilder
from graphbuilder.lexicon.fold import key

NOTICES = Path(__file__).parents[1] / "data" / "notices"
FIELDS = ("supplier", "recipient", "quantity", "value", "currency", "kind", "status", "date", "manufacturer")
GOAL = 0.98
Row = dict[str, Any]


def _expected() -> list[Row]:
    lines = (NOTICES / "expected.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


NAMES = sorted({row["notice"] for row in _expected()})


@pytest.fixture(scope="module")
def found(bundled: Language) -> dict[str, list[Row]]:
    """The deals of each notice, with the names of their weapon."""
    graph = graphbuilder.build([NOTICES / f"{name}.txt" for name in NAMES], pipeline=bundled)
    names = {row.document_id: Path(row.path).stem for row in graph.documents.itertuples()}
    aliases = dict(zip(graph.entities["entity_id"], graph.entities["aliases"], strict=True))
    out: dict[str, list[Row]] = {name: [] for name in NAMES}
    for row in graph.deals.astype(object).where(graph.deals.notna(), "").to_dict("records"):
        weapon = f"{row['weapon']}|{aliases.get(row['weapon_id'], '')}"
        for document in row["documents"].split("|"):
            out[names[document]].append({**row, "date": row["first_reported"], "weapon": weapon})
    return out


def _is_of(row: Row, expected: Row) -> bool:
    return any(key(expected["weapon"]) in key(name) for name in row["weapon"].split("|"))


def _is_right(row: Row, expected: Row, field: str) -> bool:
    if field in {"quantity", "manufacturer"}:
        told = set(str(row[field]).split("|"))
        return not expected[field] or bool(told & set(expected[field].split("|")))
    return str(row[field]) == expected[field]


def test_there_are_twenty() -> None:
    assert len(NAMES) == len(list(NOTICES.glob("*.txt"))) == 20


def test_fields(found: dict[str, list[Row]]) -> None:
    wrong, asked = [], 0
    for expected in _expected():
        if expected["must"] == "no":
            continue
        row = next((row for row in found[expected["notice"]] if _is_of(row, expected)), dict.fromkeys(FIELDS, ""))
        asked += len(FIELDS)
        wrong += [
            (expected["notice"], expected["weapon"], f, row[f]) for f in FIELDS if not _is_right(row, expected, f)
        ]
    assert asked > 250
    assert 1 - len(wrong) / asked >= GOAL, wrong


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_a_deal(name: str, found: dict[str, list[Row]]) -> None:
    expected = [row for row in _expected() if row["notice"] == name]
    assert [row["weapon"] for row in found[name] if not any(_is_of(row, one) for one in expected)] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_ordered(name: str, found: dict[str, list[Row]]) -> None:
    assert {(row["status"], row["ordered"], row["delivered"]) for row in found[name]} == {("approved", "", "")}
