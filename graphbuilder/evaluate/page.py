"""How quickly the page opens and moves, beside the page that plain pyvis writes of the same graph."""

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyvis.network import Network

from graphbuilder.errors import ExtraError, InputError
from graphbuilder.evaluate.browsing import Figures, measure, measure_plain
from graphbuilder.evaluate.random_graph import random_graph
from graphbuilder.evaluate.tables import Table
from graphbuilder.show.layout import positions
from graphbuilder.show.page import render
from graphbuilder.show.pause import collection_paused
from graphbuilder.show.view import Model, view_model

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES = (1000, 5000, 20_000)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
# Plain pyvis is given the places we computed and no physics: with its own physics it does not settle.
_HEADER = ("nodes", "figure", "page", "plain pyvis")


def evaluate_page(sizes: Sequence[int] = SIZES) -> list[Table]:
    """Write pages of random graphs with twice as many edges as nodes, open them without a network, and measure.

    Args:
        sizes: numbers of nodes.

    Raises:
        InputError: there is no Chromium.
        ExtraError: the package playwright is not installed.
    """
    rows: list[tuple[str | int | float, ...]] = []
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        for nodes in sizes:
            path, plain, written, layout = _pages(nodes, Path(folder))
            ours, theirs = measure(browser, path), measure_plain(browser, plain)
            rows += _rows(nodes, ours, theirs)
            rows.append((nodes, "layout in Python, s", round(layout, 2), ""))
            rows.append((nodes, "page written in Python beside the layout, s", round(written, 2), ""))
            rows.append((nodes, "size of the page, MB", round(path.stat().st_size / 1e6, 2), ""))
    return [Table("Page", _HEADER, tuple(rows), digits=2)]


@contextmanager
def _browser() -> "Iterator[Browser]":
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        raise InputError(f"no browser found to measure in; install one of {', '.join(_BROWSERS)}")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise ExtraError("the Python package playwright is not installed; pip install playwright") from error
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=_ARGUMENTS)
        yield browser
        browser.close()


def _pages(nodes: int, folder: Path) -> tuple[Path, Path, float, float]:
    """Write both pages; return their paths, the seconds to write ours, and those of its layout."""
    knowledge, graph = random_graph(nodes, 2 * nodes)
    render(view_model(*random_graph(10, 20)), "x")  # files read once are not what is measured
    start = time.perf_counter()
    with collection_paused():
        model = view_model(knowledge, graph)
        html = render(model, "Random graph")
    whole = time.perf_counter() - start
    layout = _layout_seconds(model)
    ours, plain = folder / f"{nodes}.html", folder / f"{nodes}-plain.html"
    ours.write_text(html, encoding="utf-8", newline="\n")
    plain.write_text(_plain_pyvis(model), encoding="utf-8", newline="\n")
    return ours, plain, max(whole - layout, 0.0), layout


def _layout_seconds(model: Model) -> float:
    from graphbuilder.show.labels import card_box, mark_box

    place = {node["id"]: number for number, node in enumerate(model["nodes"])}
    boxes = [card_box(n["lines"]) if n["type"] == "DEAL" else mark_box(n["lines"], n["size"]) for n in model["nodes"]]
    links = [(place[edge["from"]], place[edge["to"]]) for edge in model["edges"]]
    start = time.perf_counter()
    positions(boxes, links)
    return time.perf_counter() - start


def _plain_pyvis(model: Model) -> str:
    """Write the same graph as pyvis does by itself, with its evidence as titles."""
    network = Network(directed=True, cdn_resources="in_line")
    network.node_ids = _Ids()
    for node in model["nodes"]:
        network.add_node(node["id"], label=node["label"], x=node["x"], y=node["y"], title=node["type"])
    for edge in model["edges"]:
        said = [model["sentences"][model["statements"][place]["sentence"]] for place in edge["statements"]]
        network.add_edge(edge["from"], edge["to"], label=edge["relation"], title=" ".join(said))
    network.toggle_physics(False)
    html: str = network.generate_html()
    return html


class _Ids(set[str]):
    """Without it pyvis alone takes minutes to add the nodes."""

    def append(self, node_id: str) -> None:
        self.add(node_id)


def _rows(nodes: int, ours: Figures, theirs: Figures) -> list[tuple[Any, ...]]:
    names = list(dict.fromkeys([*ours, *theirs]))
    return [(nodes, name, ours.get(name, ""), theirs.get(name, "")) for name in names]
