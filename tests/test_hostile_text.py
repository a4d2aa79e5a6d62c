"""Text that would run in a page, break a file or start a formula is shown as what it is."""

import re
import socket
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any

import networkx
import pytest
from lxml import etree
from spacy.language import Language
from whole_builds import BUILD, GOOD, HOSTILE, cells, quotes_hold

from graphbuilder.knowledge import KnowledgeGraph


class Page(HTMLParser):
    """Notes what a page would run or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.live: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._open = tag == "script" and values.get("type") != "application/json"
        if self._open:
            self.scripts.append("")
        fetching = tag in ("iframe", "object", "embed", "img", "base", "form") or "refresh" in values.values()
        fetching = fetching or (tag == "link" and values.get("href") != "data:,")
        if (
            fetching
            or any(name.startswith("on") for name, _ in attrs)
            or any("javascript:" in (v or "") for _, v in attrs)
        ):
            self.live.append(self.get_starttag_text() or tag)

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.scripts[-1] += data


def page_of(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page


@pytest.fixture(scope="module")
def hostile(bundled: Language, tmp_path_factory: pytest.TempPathFactory) -> tuple[KnowledgeGraph, Path]:
    """A build of the hostile articles, without a network to reach."""

    def forbidden(*_arguments: Any, **_options: Any) -> Any:
        raise AssertionError("the network was touched")

    out = tmp_path_factory.mktemp("hostile") / "out"
    with pytest.MonkeyPatch.context() as patch:
        for name in ("socket", "create_connection", "getaddrinfo"):
            patch.setattr(socket, name, forbidden)
        return BUILD.build(HOSTILE, out, pipeline=bundled), out


def test_hostile_articles_are_read_without_the_network(hostile: tuple[KnowledgeGraph, Path]) -> None:
    graph, _ = hostile
    assert graph.skipped == ()
    assert len(graph.documents) == 8
    assert len(graph.triples) >= 8
    quotes_hold(graph)


@pytest.mark.parametrize("mark", ["<script>", "=cmd|", "]]>", "\u202e", "🚀", "onerror="])
def test_hostile_marks_reach_the_graph(mark: str, hostile: tuple[KnowledgeGraph, Path]) -> None:
    graph, _ = hostile
    said = [*graph.triples["evidence"], *graph.documents["title"]]
    assert any(mark in text for text in said), "or the tests below test nothing"


def test_no_cell_is_a_formula(hostile: tuple[KnowledgeGraph, Path]) -> None:
    found = cells(hostile[1])
    assert any(cell.startswith("'=") for cell in found)
    assert [cell for cell in found if re.match(r"[=+\-@\t\r]", cell) and not re.fullmatch(r"-?\d+", cell)] == []


def test_graphml_parses_and_says_the_same(hostile: tuple[KnowledgeGraph, Path]) -> None:
    graph, out = hostile
    etree.parse(out / "graph.graphml", etree.XMLParser(resolve_entities=False, no_network=True))
    back = networkx.read_graphml(out / "graph.graphml", force_multigraph=True)
    assert set(back) == set(graph.graph)
    assert len(back.edges) == len(graph.graph.edges)


@pytest.mark.usefixtures("_loaded")
def test_the_page_runs_and_fetches_nothing_of_an_article(hostile: tuple[KnowledgeGraph, Path], tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    harmless = page_of(BUILD.build(tmp_path / "good.txt").to_html())
    text = (hostile[1] / "graph.html").read_text(encoding="utf-8")
    page = page_of(text)
    assert harmless.scripts and page.scripts == harmless.scripts
    assert page.live == harmless.live == []
    assert "alert(1)" in text, "it is shown"
    assert "<script>alert" not in text and "<img src=x" not in text


def test_load_gives_back_what_was_neutralised(hostile: tuple[KnowledgeGraph, Path]) -> None:
    graph, out = hostile
    back = import_module("graphbuilder").load(out)
    assert list(back.triples["evidence"]) == list(graph.triples["evidence"])
    assert list(back.documents["title"]) == list(graph.documents["title"])
