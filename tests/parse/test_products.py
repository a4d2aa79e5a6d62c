"""Products of matrices by tiles: right, and the same bits wherever a row stands."""

import numpy as np
import pytest
from spacy.language import Language
from thinc.api import NumpyOps

from graphbuilder.parse.products import EDGE, TILE, TiledOps, is_even, tiled_product
from graphbuilder.parse.trees import parse_blocks, parse_together

NUMBERS = np.random.default_rng(1)
TEXTS = (
    "Chile bought two ships from France.",
    "Norway received the last of the 52 F-35 fighters that it had ordered from the United States, Oslo said on Monday.",
    "No.",
    "The minister, who spoke in Ankara, denied that his country would return the S-400 batteries it bought in 2017.",
)


def some(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return NUMBERS.standard_normal(shape, dtype=np.float32)


@pytest.mark.parametrize("rows", [0, 1, TILE - 2 * EDGE, TILE, 3 * TILE + 5])
def test_a_product_is_right(rows: int) -> None:
    left, weights = some(rows, 40), some(30, 40)
    assert np.allclose(tiled_product(left, weights), left @ weights.T, atol=1e-4)


def test_a_row_has_the_same_bits_wherever_it_stands() -> None:
    left, weights = some(2 * TILE, 288), some(288, 288)
    if not is_even(weights):
        pytest.skip("this machine's products are not even, and thinc's own are used")
    order = NUMBERS.permutation(len(left))
    assert (tiled_product(left, weights)[order] == tiled_product(left[order], weights)).all()
    assert (tiled_product(left, weights)[7:9] == tiled_product(left[7:9], weights)).all()


@pytest.mark.parametrize("words", [{}, {"trans1": True}, {"trans2": True}])
def test_the_operations_agree_with_those_of_thinc(words: dict[str, bool]) -> None:
    left, right = some(20, 20), some(20, 20)
    assert np.allclose(TiledOps().gemm(left, right, **words), NumpyOps().gemm(left, right, **words), atol=1e-4)


def test_the_bundled_pipeline_uses_them(bundled: Language) -> None:
    nodes = [node for _, each in bundled.pipeline if hasattr(each, "model") for node in each.model.walk()]
    assert nodes and all(type(node.ops) is TiledOps for node in nodes)


def test_articles_read_alike_alone_and_together(bundled: Language) -> None:
    together = parse_together(bundled, [[(text, 10)] for text in TEXTS])
    assert list(map(repr, map(shape, together))) == [repr(shape(parse_blocks(bundled, [(text, 10)]))) for text in TEXTS]


def shape(sentences: list[object]) -> list[tuple[object, ...]]:
    nodes = [node for sentence in sentences for node in sentence.nodes]  # type: ignore[attr-defined]
    return [
        (n.text, n.lemma, n.pos, n.tag, n.start, n.end, n.entity, n.relation, n.head and n.head.index) for n in nodes
    ]
