"""The best tree over the words of a sentence."""

import itertools

import numpy as np
import pytest

from graphbuilder.parse.biaffine_trees import best_tree, is_tree


@pytest.mark.parametrize(
    ("heads", "tree"),
    [
        pytest.param([0], True, id="one word"),
        pytest.param([1, 1, 1], True, id="all below one"),
        pytest.param([1, 2, 3, 3], True, id="chain"),
        pytest.param([0, 1], False, id="two roots"),
        pytest.param([1, 0], False, id="no root"),
        pytest.param([1, 0, 2], False, id="root beside a cycle"),
        pytest.param([1, 2, 3, 4, 5, 6, 7, 4, 8], False, id="long way into a cycle"),
    ],
)
def test_trees_are_told(heads: list[int], tree: bool) -> None:
    assert is_tree(np.array(heads)) is tree


@pytest.mark.parametrize(
    ("scores", "heads"),
    [
        pytest.param([[3, 1], [2, 1]], [0, 0], id="best heads make a tree"),
        pytest.param([[5, 0, 0], [0, 0, 9], [1, 8, 0]], [0, 2, 0], id="cycle broken where it costs least"),
        pytest.param([[5, 4, 0], [0, 5, 0], [0, 6, 0]], [1, 1, 1], id="the second of two roots wins by its arcs"),
        pytest.param([[1, 5], [5, 3]], [1, 1], id="no root: the word that loses least"),
        pytest.param([[-7]], [0], id="one word"),
    ],
)
def test_best_tree(scores: list[list[float]], heads: list[int]) -> None:
    assert best_tree(np.array(scores, dtype=np.float32)).tolist() == heads


@pytest.mark.parametrize("seed", range(40))
def test_no_tree_with_the_same_root_scores_more(seed: int) -> None:
    numbers = np.random.default_rng(seed)
    size = int(numbers.integers(2, 6))
    scores = numbers.normal(size=(size, size))
    found = best_tree(scores)
    places = np.arange(size)
    assert is_tree(found)
    root = np.flatnonzero(found == places)[0]
    trees = (np.array(heads) for heads in itertools.product(range(size), repeat=size))
    best = max(scores[places, tree].sum() for tree in trees if tree[root] == root and is_tree(tree))
    assert scores[places, found].sum() == pytest.approx(best)


def test_long_sentences_of_cycles() -> None:
    size = 240
    scores = np.full((size, size), -1.0, dtype=np.float32)
    for place in range(0, size, 2):
        scores[place, place + 1] = scores[place + 1, place] = 5.0
    assert is_tree(best_tree(scores))
