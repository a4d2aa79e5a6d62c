"""JSON lines and CSV: columns, broken rows, line numbers."""

import csv

import pytest

from graphbuilder.read.raw import MissingColumn, Raw, Unusable
from graphbuilder.read.tabular import looks_like_jsonl, read_csv, read_jsonl


def test_jsonl_goes_on_after_a_broken_line() -> None:
    text = '{"text": "One."}\n{broken\n[1]\n{"title": "x"}\n{"text": 5}\n\n{"text": "Two."}\n'
    items = list(read_jsonl(text, {}))
    assert [(item.text, item.place) for item in items if isinstance(item, Raw)] == [("One.", ":1"), ("Two.", ":7")]
    assert [item.place for item in items if isinstance(item, Unusable)] == ["line 2", "line 3", "line 4", "line 5"]


def test_jsonl_columns_are_mapped() -> None:
    text = '{"body": "One.", "headline": "A  title", "published": "3 May 2021", "url": "https://www.example.org/1", "id": 7}'
    (item,) = read_jsonl(text, {"text": "body", "title": "headline", "date": "published"})
    assert item == Raw("One.", "A title", "3 May 2021", "example.org", "#7")


def test_source_goes_before_the_address() -> None:
    (item,) = read_jsonl('{"text": "One.", "source": "Herald", "url": "https://example.org"}', {})
    assert isinstance(item, Raw)
    assert item.source == "Herald"


def test_csv_goes_on_after_a_ragged_row() -> None:
    text = 'id,text\n1,"One, of\ntwo lines."\n2\n3,a,b\n4,Four.\n'
    items = list(read_csv(text, {}))
    assert [(item.text, item.place) for item in items if isinstance(item, Raw)] == [
        ("One, of\ntwo lines.", "#1"),
        ("Four.", "#4"),
    ]
    assert [item.place for item in items if isinstance(item, Unusable)] == ["line 4", "line 5"]


def test_csv_goes_on_after_an_open_quote() -> None:
    items = list(read_csv('text\n"open\nTwo.\nThree.', {}))
    assert [item.text for item in items if isinstance(item, Raw)] == ["Two.", "Three."]
    assert [item.place for item in items if isinstance(item, Unusable)] == ["line 2"]


@pytest.mark.parametrize("delimiter", [pytest.param(mark, id=repr(mark)) for mark in ",;\t|"])
def test_csv_delimiters(delimiter: str) -> None:
    (item,) = read_csv(f"Id{delimiter} Text \n1{delimiter}One.\n", {})
    assert isinstance(item, Raw)
    assert item.text == "One."


def test_csv_takes_long_cells_and_leaves_the_limit_as_it_was() -> None:
    before = csv.field_size_limit()
    (item,) = read_csv("text\n" + "x" * 300_000, {})
    assert isinstance(item, Raw)
    assert len(item.text) == 300_000
    assert csv.field_size_limit() == before


def test_missing_column_names_what_is_there() -> None:
    with pytest.raises(MissingColumn) as caught:
        list(read_csv("Title,Body\nx,y\n", {"text": "content"}))
    assert (caught.value.wanted, caught.value.found) == ("content", ["Title", "Body"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('\n {"text": "x"}\n', True, id="object"),
        pytest.param("{text}", False, id="brace"),
        pytest.param("[1]", False, id="list"),
        pytest.param("", False, id="empty"),
    ],
)
def test_looks_like_jsonl(text: str, expected: bool) -> None:
    assert looks_like_jsonl(text) is expected
