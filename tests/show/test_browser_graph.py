"""The graph in a browser: what is drawn, and what a click, a double click and the tools do."""

from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
from show_browser import Opened, address, heading, ids, pixels, point, search, visible, wait
from show_sample import sample

from graphbuilder.records import Knowledge
from graphbuilder.show.page import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

_FLOW = "ARMS_FLOW"


def test_it_draws_every_node_and_edge_of_the_graph(page: "Page") -> None:
    _, graph = sample()
    links = [edge for edge in graph.edges(data=True) if edge[2]["relation_type"] != _FLOW]
    alone = set(graph) - {end for edge in links for end in edge[:2]}
    assert page.evaluate("network.body.data.nodes.length") == len(graph)
    assert page.evaluate("network.body.data.edges.length") == len(links)
    assert page.evaluate("network.physics.physicsEnabled") is False
    assert visible(page) == set(graph) - alone
    page.check("#alone")
    assert visible(page) == set(graph)


def test_the_title_and_the_counts_are_shown(page: "Page") -> None:
    assert page.text_content("#title") == "Ten articles <b>"
    knowledge, _ = sample()
    assert f"{len(knowledge.deals)} deals" in (page.text_content("#counts") or "")


def test_a_click_on_a_node_opens_the_panel(page: "Page") -> None:
    page.mouse.click(*point(page, "network.getPosition(arg)", ids()["Turkey"]))
    wait(page, "document.querySelector('#panel h2').textContent.includes('Turkey')")
    assert page.locator("#panel .deal-card").count() == 2
    assert "🇹🇷" in heading(page)


def test_a_click_on_the_name_below_a_mark_opens_it_too(page: "Page") -> None:
    x, y = point(page, "network.getPosition(arg)", ids()["Turkey"])
    page.mouse.click(x, y + 24)
    wait(page, "document.querySelector('#panel h2').textContent.includes('Turkey')")


def test_a_double_click_opens_the_neighbourhood(page: "Page") -> None:
    before = page.evaluate("network.getScale()")
    page.mouse.dblclick(*point(page, "network.getPosition(arg)", ids()["Croatia"]))
    wait(page, "(before) => network.getScale() !== before", before)
    assert "Croatia" in heading(page)
    assert f"node={ids()['Croatia']}" in address(page)


def test_a_click_beside_everything_takes_the_selection_back(page: "Page") -> None:
    search(page, "Turkey")
    page.click("#fit")
    box = page.locator("#canvas canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + 3, box["y"] + box["height"] - 3)
    wait(page, "location.hash === ''")


def test_every_parallel_edge_can_be_clicked_to_its_sentence(opened: Opened, tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(6):
        ends = ("a", "b") if number % 2 else ("b", "a")
        graph.add_edge(*ends, key=f"e{number}", label="sell to", evidence=f"Sentence {number}.")
    write_page(Knowledge(), graph, tmp_path / "graph.html", "x")
    opened.open(tmp_path / "graph.html")
    edges = opened.page.evaluate("network.body.data.edges.getIds()")
    assert len(edges) == 6
    for edge in edges:
        middle = point(opened.page, "network.body.edges[arg].edgeType.getPoint(0.5)", edge)
        opened.page.mouse.click(*middle)
        wait(opened.page, "(id) => location.hash === `#edge=${id}`", edge)
        assert opened.page.text_content("#panel blockquote") == f"Sentence {edge[1:]}."
        opened.page.keyboard.press("Escape")


def test_an_edge_from_a_name_to_itself_can_be_read(opened: Opened, tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "a", key="ring", label="praise", evidence="It praised itself.")
    write_page(Knowledge(), graph, tmp_path / "graph.html", "x")
    opened.open(tmp_path / "graph.html", "#edge=ring")
    assert opened.page.text_content("#panel blockquote") == "It praised itself."


def test_the_pointer_shows_what_it_touches(page: "Page") -> None:
    before = pixels(page)
    page.mouse.move(*point(page, "network.getPosition(arg)", ids()["Turkey"]))
    page.wait_for_selector("#tip", state="visible")
    assert "Turkey" in page.inner_text("#tip") and "mentions" in page.inner_text("#tip")
    wait(page, "(before) => document.querySelector('#canvas canvas').toDataURL() !== before", before)
    box = page.locator("#canvas canvas").bounding_box()
    assert box
    page.mouse.move(box["x"] + 3, box["y"] + box["height"] - 3)
    page.wait_for_selector("#tip", state="hidden")
    wait(page, "(before) => document.querySelector('#canvas canvas').toDataURL() === before", before)


def test_a_hand_moves_the_view_and_a_node(page: "Page") -> None:
    turkey = ids()["Turkey"]
    box = page.locator("#canvas canvas").bounding_box()
    assert box
    at = page.evaluate("network.getViewPosition().x")
    page.mouse.move(box["x"] + 5, box["y"] + box["height"] - 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 105, box["y"] + box["height"] - 65, steps=6)
    page.mouse.up()
    assert page.evaluate("network.getViewPosition().x") < at
    place = page.evaluate("(id) => network.getPosition(id).x", turkey)
    x, y = point(page, "network.getPosition(arg)", turkey)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 30, steps=6)
    page.mouse.up()
    assert page.evaluate("(id) => network.getPosition(id).x", turkey) > place
    page.mouse.click(*point(page, "network.getPosition(arg)", turkey))
    wait(page, "document.querySelector('#panel h2').textContent.includes('Turkey')")


def test_the_tools_zoom_fit_and_let_it_move(page: "Page") -> None:
    scale = page.evaluate("network.getScale()")
    page.click("#zoom-in")
    assert page.evaluate("network.getScale()") > scale
    page.click("#zoom-out")
    page.click("#zoom-out")
    assert page.evaluate("network.getScale()") < scale
    page.click("#fit")
    assert abs(page.evaluate("network.getScale()") - scale) < 0.01
    places = page.evaluate("JSON.stringify(network.getPositions())")
    page.click("#move")
    assert page.get_attribute("#move", "aria-pressed") == "true"
    wait(page, "(places) => JSON.stringify(network.getPositions()) !== places", places)
    page.click("#move")
    assert page.evaluate("network.physics.physicsEnabled") is False


def test_arrows_walk_to_neighbours(page: "Page") -> None:
    search(page, "Croatia")
    page.focus("#canvas")
    page.keyboard.press("Enter")
    moved = False
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        moved = moved or "Croatia" not in heading(page)
    assert moved
