"""How a graph looks in a notebook."""

from xml.etree import ElementTree

import pytest
from worlds import hostile_records, world

from graphbuilder.query.picture import MOST_NODES, picture


@pytest.mark.parametrize("known", [None, hostile_records()], ids=["plain", "hostile"])
def test_the_picture_is_sound_and_shows_the_actors(known: object) -> None:
    root = ElementTree.fromstring(picture(world(known).graph))  # type: ignore[arg-type]
    texts = {element.text for element in root.iter() if element.tag.endswith("text")}
    assert {"Ruritania", "Freedonia", "Oz", "frigate"} <= texts
    assert sum(element.tag.endswith("line") for element in root.iter()) >= 6
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {"svg", "line", "circle", "rect", "text"}


def test_the_picture_is_always_the_same() -> None:
    assert picture(world().graph) == picture(world().graph)


def test_a_large_graph_is_cut_to_its_main_names() -> None:
    graph = world().graph
    for number in range(60):
        graph.add_node(f"x{number}", label=f"Name {number}", type="PERSON")
        graph.add_edge(f"x{number}", "country:RUR", key=f"k{number}", label="visit", relation_type="VISITS", weight=1)
    assert picture(graph).count("<circle") + picture(graph).count("<rect") <= MOST_NODES
    assert "Ruritania" in picture(graph)


def test_a_graph_without_links_has_no_picture() -> None:
    graph = world().graph
    graph.clear_edges()
    assert picture(graph) == ""


def test_the_summary_leaves_unknown_numbers_empty() -> None:
    shown = world()._repr_html_()
    assert "<svg" in shown
    assert "NA" not in shown
