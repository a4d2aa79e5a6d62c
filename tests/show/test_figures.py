"""The graphs the page is measured on, and the measuring itself: every figure is there, none is judged."""

import shutil

import pytest

from graphbuilder.errors import InputError
from graphbuilder.evaluate.page import evaluate_page
from graphbuilder.evaluate.random_graph import random_graph


def test_a_random_graph_has_the_asked_size_and_evidence_on_every_edge() -> None:
    _, graph = random_graph(400, 800)
    edges = [data for _, _, data in graph.edges(data=True) if data["relation_type"] != "ARMS_FLOW"]
    assert len(graph) == 400
    assert 780 <= len(edges) <= 800  # statements that say the same are one edge
    assert all(data["evidence"] for data in edges)


def test_the_same_seed_gives_the_same_graph() -> None:
    first, second = random_graph(60, 120)[0], random_graph(60, 120)[0]
    assert first == second
    assert random_graph(60, 120, seed=8)[0] != first


def test_every_figure_is_measured() -> None:
    pytest.importorskip("playwright.sync_api", reason="the Python package playwright is not installed")
    if not shutil.which("chromium"):
        pytest.skip("no Chromium found")
    (table,) = evaluate_page((40,))
    ours = {row[1]: row[2] for row in table.rows}
    plain = {row[1]: row[3] for row in table.rows}
    assert all(isinstance(value, int | float) for value in ours.values())
    assert {
        "drawn and searchable, ms",
        "panning, frames/s",
        "search keystroke, ms",
        "filter to frame, ms",
    } <= ours.keys()
    assert isinstance(plain["drawn and searchable, ms"], int)


def test_without_a_browser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(InputError, match="install one of chromium"):
        evaluate_page((10,))
