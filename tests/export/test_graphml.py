"""graph.graphml: the same graph to every reader, whatever the values it held in memory."""

from datetime import date
from pathlib import Path
from typing import Any

import networkx
import numpy
import pytest

from graphbuilder.errors import InputError
from graphbuilder.export.graphml import flattened, write_graphml
from graphbuilder.export.graphml_reader import read_graphml

Graph = networkx.MultiDiGraph


def _nodes(graph: Any) -> dict[str, dict[str, Any]]:
    return {node: dict(attributes) for node, attributes in graph.nodes(data=True)}


def _edges(graph: Any) -> list[tuple[str, str, str, dict[str, Any]]]:
    return [
        (source, target, key, dict(attributes)) for source, target, key, attributes in graph.edges(keys=True, data=True)
    ]


def test_it_comes_back_as_it_was(graph: Graph, tmp_path: Path) -> None:
    write_graphml(graph, tmp_path / "graph.graphml")
    back = read_graphml(tmp_path / "graph.graphml")
    assert _nodes(back) == _nodes(graph)
    assert _edges(back) == sorted(_edges(graph), key=lambda edge: edge[:3])


def test_networkx_reads_the_same(graph: Graph, tmp_path: Path) -> None:
    write_graphml(graph, tmp_path / "graph.graphml")
    back = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert back.is_directed()
    assert _nodes(back) == _nodes(graph)
    assert _edges(back) == sorted(_edges(graph), key=lambda edge: edge[:3])


def test_igraph_reads_the_same(graph: Graph, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    write_graphml(graph, tmp_path / "graph.graphml")
    back = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    assert back.is_directed()
    names = back.vs["id"]
    assert names == sorted(graph.nodes)
    for name, vertex in zip(names, back.vs, strict=True):
        for attribute, value in graph.nodes[name].items():
            assert vertex[attribute] == value
            assert isinstance(vertex[attribute], str) == isinstance(value, str)
    edges = sorted(graph.edges(keys=True))  # igraph keeps their order, but not their ids
    assert [(names[edge.source], names[edge.target]) for edge in back.es] == [edge[:2] for edge in edges]
    for edge, (source, target, key) in zip(back.es, edges, strict=True):
        for attribute, value in graph.edges[source, target, key].items():
            assert edge[attribute] == value
            assert isinstance(edge[attribute], str) == isinstance(value, str)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        pytest.param("text", "text", id="text"),
        pytest.param("", "", id="empty text"),
        pytest.param("a\x00b\x0b\x1fc\ufffe\ud800", "abc", id="characters XML forbids"),
        pytest.param(' <b>&amp; "quoted"\t\r\n\'', ' <b>&amp; "quoted"\t\r\n\'', id="markup and white space"),
        pytest.param("Škoda 😀 ]]>", "Škoda 😀 ]]>", id="wide characters"),
        pytest.param(True, True, id="truth"),
        pytest.param(7, 7, id="whole number"),
        pytest.param(0.1, 0.1, id="decimal number"),
        pytest.param(numpy.int64(7), 7, id="numpy whole number"),
        pytest.param(numpy.float64(0.5), 0.5, id="numpy decimal number"),
        pytest.param(["b", "a"], "b|a", id="list"),
        pytest.param({"b", "a"}, "a|b", id="set"),
        pytest.param({"b": 1, "a": [2]}, '{"a": [2], "b": 1}', id="mapping"),
        pytest.param(date(2019, 8, 29), "2019-08-29", id="date"),
    ],
)
def test_values(value: Any, read: Any, tmp_path: Path) -> None:
    graph = Graph(made=value)
    graph.add_node("a", x=value)
    graph.add_edge("a", "a", key="k", x=value)
    write_graphml(graph, tmp_path / "graph.graphml")
    back = read_graphml(tmp_path / "graph.graphml")
    for found in (back.nodes["a"]["x"], back.edges["a", "a", "k"]["x"], back.graph["made"]):
        assert found == read
        assert type(found) is type(read)
    networkx.read_graphml(tmp_path / "graph.graphml")


@pytest.mark.parametrize("value", [None, float("nan")], ids=["none", "not a number"])
def test_unknown_values_are_left_out(value: Any) -> None:
    graph = Graph()
    graph.add_node("a", x=value, y=1)
    assert _nodes(flattened(graph)) == {"a": {"y": 1}}


def test_an_attribute_has_one_type(tmp_path: Path) -> None:
    graph = Graph()
    graph.add_node("a", number=1, mixed=1)
    graph.add_node("b", number=0.5, mixed="x")
    write_graphml(graph, tmp_path / "graph.graphml")
    assert _nodes(networkx.read_graphml(tmp_path / "graph.graphml")) == {
        "a": {"number": 1.0, "mixed": "1"},
        "b": {"number": 0.5, "mixed": "x"},
    }


def test_keys_of_edges_become_ids_of_the_whole_file() -> None:
    graph = Graph()
    graph.add_edge("a", "b")
    graph.add_edge("a", "c")
    assert list(flattened(graph).edges(keys=True)) == [("a", "b", "a>b:0"), ("a", "c", "a>c:0")]


def test_an_attribute_may_be_named_like_a_part_of_the_file(tmp_path: Path) -> None:
    graph = Graph()
    graph.add_node("a", id="x", label="y")
    graph.add_edge("a", "a", key="k", source="s", target="t", key2="z", id="i")
    write_graphml(graph, tmp_path / "graph.graphml")
    back = read_graphml(tmp_path / "graph.graphml")
    assert (_nodes(back), _edges(back)) == (_nodes(graph), _edges(graph))


def test_the_order_of_making_leaves_no_trace(graph: Graph, tmp_path: Path) -> None:
    other = Graph()
    other.add_nodes_from(
        (node, dict(reversed(attributes.items()))) for node, attributes in reversed(list(graph.nodes.items()))
    )
    other.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    write_graphml(graph, tmp_path / "one")
    write_graphml(other, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_the_graph_given_is_not_changed(tmp_path: Path) -> None:
    graph = Graph()
    graph.add_node("a", x=["list"])
    write_graphml(graph, tmp_path / "graph.graphml")
    assert graph.nodes["a"]["x"] == ["list"]


@pytest.mark.parametrize(
    "content", [None, "", "<graphml>", "<x><node/></x>"], ids=["missing", "empty", "cut off", "other"]
)
def test_damage_is_told(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"graph\.graphml"):
        read_graphml(path)
