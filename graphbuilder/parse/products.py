"""Matrix products for the pipeline: those of numpy, which use the vector units of the processor, made independent of batches.

The products that come with spaCy's wheels are plain code, a third as fast as numpy's and most of the time of a parse.
numpy's have a catch: a row's last bits depend on where in the matrix it stands, and one bit may turn a decision, so that
an article would read differently beside other articles. Rows are therefore multiplied in tiles of one size, away from
the edges of the tile, where every place gives the same bits; whether that holds on this machine is tried first.
"""

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import NumpyOps

TILE = 192
EDGE = 8  # rows at either end of a tile that the processor's edge code may work on

Floats = NDArray[np.float32]


class TiledOps(NumpyOps):  # type: ignore[misc]  # thinc tells no types of it
    """Operations of thinc on the processor, with products by tiles."""

    def __init__(self) -> None:
        """Start with no shape tried."""
        super().__init__(use_blis=True)
        self._even: dict[tuple[int, ...], bool] = {}

    def gemm(
        self, x: Floats, y: Floats, *, out: Floats | None = None, trans1: bool = False, trans2: bool = False
    ) -> Floats:
        """Multiply `x` by the transposed `y` by tiles; what is asked for otherwise is left to thinc."""
        if trans1 or not trans2 or out is not None or x.dtype != np.float32 or not self._is_even(y):
            product: Floats = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return product
        return tiled_product(x, y)

    def _is_even(self, weights: Floats) -> bool:
        known = self._even.get(weights.shape)
        if known is None:
            known = self._even[weights.shape] = is_even(weights)
        return known


def tiled_product(rows: Floats, weights: Floats) -> Floats:
    """Give `rows @ weights.T`, each row with the same bits wherever it stands and whatever stands beside it."""
    product = np.empty((len(rows), len(weights)), dtype=np.float32)
    tile = np.zeros((TILE, rows.shape[1]), dtype=np.float32)
    step = TILE - 2 * EDGE
    for start in range(0, len(rows), step):
        taken = rows[start : start + step]
        tile[EDGE : EDGE + len(taken)] = taken
        whole: Floats = weights @ tile.T
        product[start : start + step] = whole.T[EDGE : EDGE + len(taken)]
    return product


def is_even(weights: Floats) -> bool:
    """Tell whether all inner places of a tile give one row the same bits with weights of this shape, by trying."""
    numbers = np.random.default_rng(0)
    row = numbers.standard_normal((weights.shape[1],), dtype=np.float32)
    some = numbers.standard_normal(weights.shape, dtype=np.float32)
    whole: Floats = some @ np.repeat(row[None], TILE, axis=0).T
    inner = whole[:, EDGE : TILE - EDGE]
    return bool((inner == inner[:, :1]).all())


def speed_up(nlp: Language) -> None:
    """Have a pipeline on the processor multiply by tiles, in place; components without a model stay as they are."""
    operations = TiledOps()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is None or type(getattr(model, "ops", None)) is not NumpyOps:
            continue
        for node in model.walk():
            if type(node.ops) is NumpyOps:
                node.ops = operations
