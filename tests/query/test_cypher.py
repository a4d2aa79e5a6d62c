"""Cypher: answers as frames, and errors that point into the query."""

import re

import pandas
import pytest
from worlds import HARMLESS, HOSTILE, hostile_records, without_extra, world

from graphbuilder.errors import ExtraError, QueryError
from graphbuilder.export.graphml import flattened
from graphbuilder.query.cypher_text import prepared


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        pytest.param(
            "MATCH (a:COUNTRY)-[r:SUPPLIES]->(b:WEAPON) RETURN a.label, r.label, b.label",
            [["Ruritania", "sell", "frigate"]],
            id="labels and types",
        ),
        pytest.param("MATCH (d:DEAL) WHERE d.status = 'ordered' RETURN d.deal_id", [["v3"]], id="single quotes"),
        pytest.param('MATCH (d:DEAL {status: "ordered"}) RETURN d.deal_id', [["v3"]], id="map"),
        pytest.param(
            "MATCH (a)-[:SUPPLIER]->(d:DEAL)-[:RECIPIENT]->(b) RETURN a.label, COUNT(d) ORDER BY COUNT(d) DESC",
            [["Ruritania", 2], ["Freedonia", 1]],
            id="count and order",
        ),
        pytest.param("MATCH (a)-[r]->(b) WHERE r.polarity = 'negated' RETURN a, r, b", [["Ruritania", "sell to", "Freedonia"]], id="whole"),
        pytest.param("MATCH (a:PERSON) RETURN a.label LIMIT 1", [["Rudolf Rassendyll"]], id="limit"),
        pytest.param("MATCH ()-[r:LEADS]->(:COUNTRY) RETURN r.confidence", [[0.65], [0.75]], id="nameless nodes"),
        pytest.param("MATCH (a:WEAPON) // which\nRETURN id(a)", [["weapon:frigate"], ["weapon:x-1"]], id="comment"),
        pytest.param("MATCH (a:COUNTRY) WHERE a.label = 'Nowhere' RETURN a", [], id="nothing"),
    ],
)  # fmt: skip
def test_answers(query: str, rows: list[list[object]]) -> None:
    assert world().query(query).to_numpy().tolist() == rows


def test_columns_come_in_the_order_asked_with_their_types() -> None:
    answer = world().query("MATCH (d:DEAL) RETURN d.confidence AS sure, d.quantity, d.label AS which, d.mentions")
    assert list(answer.columns) == ["sure", "d.quantity", "which", "d.mentions"]
    assert [str(kind) for kind in answer.dtypes] == ["float64", "Int64", "str", "int64"]
    assert answer["d.quantity"].isna().sum() == 1


def test_a_hostile_text_can_be_asked_for() -> None:
    graph = world(hostile_records())
    graph.graph = flattened(graph.graph)
    text = HARMLESS.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    answer = graph.query(f"MATCH (a:PERSON) WHERE a.label = '{text}' RETURN a.label")
    assert answer.to_numpy().tolist() == [[HARMLESS]]
    assert HOSTILE != HARMLESS


@pytest.mark.parametrize(
    ("query", "place", "advice"),
    [
        pytest.param("MATCH (a:Country) RETURN a", "line 1, column 10", "did you mean 'COUNTRY'?", id="type of node"),
        pytest.param("MATCH (a)-[r:SUPLIES]->(b) RETURN a", "line 1, column 14", "did you mean 'SUPPLIES'?", id="type of edge"),
        pytest.param("MATCH (a)\nRETURN b", "line 2, column 8", "there are a", id="name"),
        pytest.param("MATCH (a)\nWHERE b.label = 'x'\nRETURN a", "line 2, column 7", "there are a", id="name in WHERE"),
        pytest.param("MATCH (a) WHERE a.lable = 'x' RETURN a", "line 1, column 19", "did you mean 'label'?", id="attribute"),
        pytest.param("MATCH (a)-[r]>(b) RETURN a", "line 1, column 13", "expected", id="arrow"),
        pytest.param("MATCH (a) RETURN a.label ORDER a.label", "line 1, column 32", "expected BY", id="word"),
        pytest.param("MATCH (a)", "line 1, column 10", "expected .*RETURN", id="end"),
        pytest.param("", "line 1, column 1", "expected MATCH", id="empty"),
        pytest.param("CREATE (a) RETURN a", "line 1, column 1", "queries only read", id="writing"),
        pytest.param("MATCH (a) WHERE a.label = 'it''s' RETURN a", "line 1, column 31", "expected", id="text"),
    ],
)  # fmt: skip
def test_errors_point_into_the_query(query: str, place: str, advice: str) -> None:
    with pytest.raises(QueryError) as told:
        world().query(query)
    first, line, caret, last = str(told.value).split("\n")
    number, column = (int(word) for word in place.replace("line ", "").split(", column "))
    assert place in first
    assert line == "  " + (query.split("\n")[number - 1])
    assert caret == " " * (column + 1) + "^"
    assert re.search(advice, last)


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    without_extra(monkeypatch, "grandcypher")
    with pytest.raises(ExtraError, match=r'pip install "graphbuilder\[query\]"'):
        world().query("MATCH (a) RETURN a")


def test_answers_are_the_same_every_time() -> None:
    query = "MATCH (a)-[]->()-[]->(b) RETURN a.label, b.label LIMIT 5"
    first = world().query(query)
    for _ in range(3):
        pandas.testing.assert_frame_equal(world().query(query), first)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("RETURN 'a\"b'", 'RETURN "a\\"b"', id="quote inside"),
        pytest.param(r"RETURN 'it\'s'", 'RETURN "it\'s"', id="escaped"),
        pytest.param(r"RETURN '\u00e9\n'", 'RETURN "é\\n"', id="escapes"),
        pytest.param(r"RETURN '\ud800'", 'RETURN "\ufffd"', id="half a character"),
        pytest.param("MATCH ( ), (:A)", "MATCH (nameless_1 ), (nameless_2:A)", id="nameless"),
        pytest.param("RETURN '(:A)'", 'RETURN "(:A)"', id="not in a text"),
    ],
)
def test_what_grand_cypher_gets(query: str, text: str) -> None:
    assert prepared(query).text == text
