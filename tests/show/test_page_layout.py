"""Places: the same every time, none over another, quick."""

import random

import numpy as np
import pytest
from show_sample import sample

from graphbuilder.show.labels import Box, card_lines, flag, lines
from graphbuilder.show.layout import positions
from graphbuilder.show.view import view_model

_BOX = Box(90.0, 60.0, 10.0)


def _overlaps(places: list[tuple[int, int]], boxes: list[Box]) -> int:
    centre = np.array([(x, y + box.drop) for (x, y), box in zip(places, boxes, strict=True)])
    half = np.array([(box.width, box.height) for box in boxes]) / 2
    first, second = np.triu_indices(len(boxes), 1)
    return int((np.abs(centre[first] - centre[second]) < half[first] + half[second]).all(axis=1).sum())


def _random_links(nodes: int, links: int) -> list[tuple[int, int]]:
    rng = random.Random(7)
    return [(rng.randrange(nodes), rng.randrange(nodes)) for _ in range(links)]


@pytest.mark.parametrize(
    ("nodes", "links"),
    [
        pytest.param(1, [], id="one"),
        pytest.param(2, [(0, 1)], id="pair"),
        pytest.param(3, [(0, 0), (1, 2)], id="loop"),
        pytest.param(12, [], id="no-links"),
        pytest.param(30, [(0, k) for k in range(1, 30)], id="star"),
        pytest.param(30, [(k, (k + 1) % 30) for k in range(30)], id="ring"),
        pytest.param(12, [(a, b) for a in range(12) for b in range(a)], id="everything-linked"),
        pytest.param(80, _random_links(80, 120), id="random"),
    ],
)
def test_no_box_lies_over_another(nodes: int, links: list[tuple[int, int]]) -> None:
    boxes = [_BOX] * nodes
    places = positions(boxes, links)
    assert len(places) == nodes
    assert _overlaps(places, boxes) == 0
    assert places == positions(boxes, links)


def test_no_labels_of_the_sample_lie_over_each_other() -> None:
    model = view_model(*sample())
    boxes = [
        Box(n["width"], 46.0, 0.0)
        if n["type"] == "DEAL"
        else Box(n["width"], 2 * n["size"] + 4 + 17 * len(n["lines"]), 2 + 8.5 * len(n["lines"]))
        for n in model["nodes"]
    ]
    assert _overlaps([(n["x"], n["y"]) for n in model["nodes"]], boxes) == 0


def test_linked_nodes_stand_nearer_than_others() -> None:
    links = [(a, b) for group in (0, 10) for a in range(group, group + 10) for b in range(group, a)] + [(0, 10)]
    places = np.array(positions([_BOX] * 20, links), dtype=float)
    distance = np.linalg.norm(places[:, None] - places[None], axis=2)
    assert distance[:10, :10].mean() < distance[:10, 10:].mean() / 1.3


def test_a_large_graph_is_placed_the_same_every_time_with_few_overlaps() -> None:
    boxes, links = [_BOX] * 2000, _random_links(2000, 4000)
    places = positions(boxes, links)
    assert places == positions(boxes, links)
    assert _overlaps(places, boxes) < 20


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("S-400", ["S-400"], id="short"),
        pytest.param("Presidency of Defense Industries", ["Presidency of", "Defense Industries"], id="two-lines"),
        pytest.param("a b\u202ec\x00", ["a b\ufffdc\ufffd"], id="control"),
        pytest.param("", [""], id="empty"),
    ],
)
def test_a_label_is_broken_into_lines(name: str, expected: list[str]) -> None:
    assert lines(name) == expected


def test_a_card_says_how_many_of_what_and_how_it_stands() -> None:
    assert card_lines("S-400", 2, "delivered", "sale") == ["2 × S-400", "sale · delivered"]
    assert card_lines("", None, "", "") == ["unnamed weapon", "deal"]


@pytest.mark.parametrize(("code", "expected"), [("TUR", "🇹🇷"), ("", ""), ("XXX", ""), ("<s>", "")])
def test_a_country_has_its_flag(code: str, expected: str) -> None:
    assert flag(code) == expected
