"""Data packed for the page: tables by columns, compressed when large, the same bytes every time."""

import base64
import gzip
import json
from typing import Any

import pytest

from graphbuilder.show.pack import packed, table


def _rows(packed_table: dict[str, Any]) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = [{} for _ in range(packed_table["length"])]
    for key, column in packed_table["columns"].items():
        for place, row in enumerate(out):
            if isinstance(column, list):
                row[key] = column[place]
            else:
                row[key] = column["of"][column["at"][place]] if "of" in column else column["same"]
    return out


@pytest.mark.parametrize(
    "values",
    [
        pytest.param(["a", "b", "c"], id="distinct"),
        pytest.param(["a", "b", "a", "a", "b", "a"], id="repeated"),
        pytest.param(["", "", ""], id="same-text"),
        pytest.param([[], [], []], id="same-list"),
        pytest.param([[1], [], [2, 3]], id="lists"),
        pytest.param([1, True, 1.0], id="equal-but-not-the-same"),
        pytest.param([None, None], id="none"),
        pytest.param(["a", None, "a"], id="text-or-none"),
        pytest.param([0.5], id="one"),
    ],
)
def test_a_table_gives_its_rows_back(values: list[Any]) -> None:
    rows = [{"value": value, "place": place} for place, value in enumerate(values)]
    back = _rows(table(rows))
    assert json.dumps(back) == json.dumps(rows)


def test_values_said_often_are_written_once() -> None:
    rows = [{"type": "COUNTRY", "id": str(place), "polarity": "ab"[place % 2]} for place in range(9)]
    columns = table(rows)["columns"]
    assert columns["type"] == {"same": "COUNTRY"}
    assert columns["polarity"]["of"] == ["a", "b"]
    assert columns["id"] == [row["id"] for row in rows]


def test_small_data_stays_readable_and_cannot_leave_its_element() -> None:
    out = packed({"sentences": ["</script>", "a & b\u2028"], "nodes": [{"id": "<b>"}], "title": "x"})
    assert (out.type, out.form) == ("application/json", "json")
    assert not set(out.text) & set("<>&\u2028\u2029")
    assert json.loads(out.text)["sentences"] == ["</script>", "a & b\u2028"]


def test_large_data_is_compressed_to_the_same_bytes_every_time() -> None:
    model = {"sentences": ["It was said that it was so."] * 50, "nodes": []}
    first, second = packed(model, most_plain=100), packed(model, most_plain=100)
    assert first == second
    assert (first.type, first.form) == ("application/gzip", "gzip")
    assert json.loads(gzip.decompress(base64.b64decode(first.text))) == model
    assert len(first.text) < 600
