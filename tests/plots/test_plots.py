"""Pictures: each shows what the tables say, for a graph with much, with little and with nothing in it."""

from collections.abc import Iterator
from typing import Any

import matplotlib
import networkx
import pytest
from worlds import hostile_records, without_extra, world

from graphbuilder import plots
from graphbuilder.errors import ExtraError
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.lexicon.tables import table
from graphbuilder.plots.flow_map import centroids
from graphbuilder.records import Knowledge

matplotlib.use("Agg")
from matplotlib import pyplot

NAMES = plots.__all__


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    pyplot.close("all")


def _draw(name: str, graph: KnowledgeGraph, **options: Any) -> Any:
    ax = getattr(plots, name)(graph, **options)
    ax.figure.canvas.draw()
    return ax


def _texts(ax: Any) -> list[str]:
    labels = [*ax.get_xticklabels(), *ax.get_yticklabels()]
    return [text.get_text() for text in (*ax.texts, *labels) if text.get_text()]


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_drawn_on_axes(name: str) -> None:
    ax = _draw(name, world())
    assert isinstance(ax, matplotlib.axes.Axes)
    assert ax.get_title(loc="left").startswith(("Deals", "Weapons"))


@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_on_the_axes_given(name: str) -> None:
    _, ax = pyplot.subplots()
    assert _draw(name, world(), ax=ax) is ax


@pytest.mark.parametrize("name", NAMES)
def test_nothing_to_draw_is_said(name: str) -> None:
    ax = _draw(name, KnowledgeGraph.from_records(Knowledge(), networkx.MultiDiGraph()))
    assert any(text.startswith("no deal") for text in _texts(ax))


@pytest.mark.filterwarnings("ignore:Glyph")  # the font of a machine may lack a script
@pytest.mark.parametrize("name", NAMES)
def test_hostile_texts_are_drawn(name: str) -> None:
    ax = _draw(name, world(hostile_records()))
    assert not any("\x00" in text or "\u202e" in text for text in _texts(ax))


@pytest.mark.parametrize("name", NAMES)
def test_the_missing_extra_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    without_extra(monkeypatch, "matplotlib.pyplot")
    with pytest.raises(ExtraError, match=r'pip install "graphbuilder\[plots\]"'):
        getattr(plots, name)(world())


def test_the_matrix_counts_deals() -> None:
    ax = _draw("supplier_matrix", world())
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Ruritania", "Freedonia"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["Oz", "Freedonia"]
    assert [(text.get_position(), text.get_text()) for text in ax.texts] == [
        ((0.5, 0.5), "1"),
        ((1.5, 0.5), "1"),
        ((0.5, 1.5), "1"),
    ]


def test_the_weapons_with_most_deals_come_first() -> None:
    ax = _draw("top_weapons", world())
    assert [label.get_text() for label in ax.get_yticklabels()] == ["frigate", "X-1"]
    assert [text.get_text().strip() for text in ax.texts] == ["2", "1"]
    assert sum(bar.get_width() for bar in ax.patches) == 3
    assert len(_draw("top_weapons", world(), most=1).texts) == 1


def test_the_timeline_has_a_lane_for_each_deal() -> None:
    ax = _draw("deal_timeline", world())
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert labels == ["Ruritania → Freedonia: frigate", "Ruritania → Oz: X-1", "Freedonia → Oz: frigate"]
    assert [text.get_text() for text in ax.texts] == ["delivered", "discussed", "ordered"]
    rings = [
        dot for dot in ax.collections if len(dot.get_offsets()) and dot.get_facecolor()[0].tolist() == [1, 1, 1, 1]
    ]
    assert [dot.get_offsets()[0][1] for dot in rings] == [1]  # what is possible only


def test_the_flow_leads_from_the_first_state_to_the_last() -> None:
    ax = _draw("status_flow", world())
    assert [text for text in _texts(ax) if text[-1].isdigit()] == [
        *("discussed  1", "ordered  2"),
        *("discussed  1", "ordered  1", "delivered  1"),
    ]


def test_the_map_joins_countries_by_their_middles() -> None:
    ax = _draw("flow_map", world())
    assert sorted(_texts(ax)) == ["Australia", "France", "Russia"]
    arrows = [patch for patch in ax.patches if isinstance(patch, matplotlib.patches.FancyArrowPatch)]
    ends = {tuple(arrow._posA_posB) for arrow in arrows}
    assert ends == {
        (centroids()["RUS"], centroids()["FRA"]),
        (centroids()["RUS"], centroids()["AUS"]),
        (centroids()["FRA"], centroids()["AUS"]),
    }


def test_every_country_has_a_middle_on_the_globe() -> None:
    assert set(centroids()) == {row["iso3"] for row in table("countries.tsv", "iso3")}
    assert all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in centroids().values())
    rows = table("country_centroids.tsv", "iso3", "latitude", "longitude", "source")
    assert [row["iso3"] for row in rows] == sorted(row["iso3"] for row in rows)
    assert all(row["source"] for row in rows)
