"""A large graph in a browser: a part is shown at first, all of it is found, and everything can be shown."""

from pathlib import Path

import pytest
from show_browser import Opened, address, heading, search, wait

from graphbuilder.evaluate.random_graph import random_graph
from graphbuilder.show.page import render
from graphbuilder.show.view import Model, view_model

_NODES, _EDGES = 1500, 3000


@pytest.fixture(scope="module")
def model() -> Model:
    return view_model(*random_graph(_NODES, _EDGES))


@pytest.fixture(scope="module", params=["plain", "compressed"])
def path(request: pytest.FixtureRequest, model: Model, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out: Path = tmp_path_factory.mktemp("large") / "graph.html"
    most = 1 if request.param == "compressed" else 100_000_000
    out.write_text(render(model, "Large", most_plain=most), encoding="utf-8", newline="\n")
    return out


def test_it_opens_on_a_part_and_grows_on_request(opened: Opened, path: Path) -> None:
    opened.open(path)
    page = opened.page
    assert page.text_content("#shown") == "300 of 1,500 nodes shown"
    page.click("#more")
    assert page.text_content("#shown") == "600 of 1,500 nodes shown"
    page.click("#everything")
    assert not page.is_visible("#more") and not page.is_visible("#everything")
    linked = 1500 - int((page.text_content("#alone-text") or "").split("(")[1].rstrip(")"))
    assert page.text_content("#shown") == f"{linked:,} of 1,500 nodes shown"


def test_what_is_not_shown_is_found_opened_and_read(opened: Opened, path: Path, model: Model) -> None:
    opened.open(path)
    shown = set(opened.page.evaluate("network.body.data.nodes.getIds()"))
    node = next(n for n in reversed(model["nodes"]) if n["id"] not in shown and n["type"] != "DEAL")
    search(opened.page, node["label"])
    assert heading(opened.page).endswith(node["label"])
    assert node["id"] in set(opened.page.evaluate("network.body.data.nodes.getIds()"))


def test_a_node_beyond_those_that_vis_holds_can_be_clicked(opened: Opened, path: Path, model: Model) -> None:
    opened.open(path)
    page = opened.page
    page.click("#everything")
    held = set(page.evaluate("network.body.data.nodes.getIds()"))
    linked = {end for edge in model["edges"] for end in (edge["from"], edge["to"]) if edge["from"] != edge["to"]}
    node = next(n for n in model["nodes"] if n["id"] in linked - held and n["type"] == "WEAPON")
    page.evaluate("(at) => network.moveTo({position: at, scale: 1.5})", {"x": node["x"], "y": node["y"]})
    box = page.locator("#canvas canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    wait(page, "(id) => location.hash.includes(`node=${id}`)", node["id"])
    assert heading(page).endswith(node["label"])
    assert "statement" in page.inner_text("#panel").lower()


def test_a_filter_counts_over_all_and_not_only_over_what_is_shown(opened: Opened, path: Path, model: Model) -> None:
    opened.open(path)
    denied = sum(edge["polarity"] == "negated" for edge in model["edges"])
    text = opened.page.text_content("[data-facet=polarity][data-value=negated] .number") or ""
    assert int(text.replace(",", "")) == denied
    opened.page.keyboard.press("3")
    assert f"{len(model['statements']):,} rows" in (opened.page.text_content("#table-count") or "")
    opened.page.fill("#table-words", model["nodes"][-1]["label"])
    assert "of" in (opened.page.text_content("#table-count") or "")
    assert "view=statements" in address(opened.page)
