"""Moving boxes apart until none lies over another."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Points = NDArray[np.float64]

_MARGIN = 16.0
MOST_ROUNDS = 400
# Up to so many boxes every pair is looked at; beyond, only those near each other.
_ALL_PAIRS = 120
# So many rounds look at the same pairs, found a bit wider: to find them costs more than to push them.
_KEPT_ROUNDS, _WIDER = 3, 1.15
# Boxes that cover more than this share of their ground are first spread, which needs no rounds.
_DENSEST = 0.45


def apart(centres: Points, boxes: Points, rounds: int = MOST_ROUNDS) -> Points:
    """Move boxes as little as is easily possible so that they no longer overlap.

    Each round pushes every overlapping pair apart along the axis on which it overlaps less, half each.

    Args:
        centres: x and y of each box's centre, shape (n, 2).
        boxes: width and height of each box, shape (n, 2).
        rounds: how often to push at most.

    Returns:
        New centres; free of overlaps unless the rounds run out.
    """
    half = boxes / 2 + _MARGIN / 2
    out = _spread(centres, half)
    everything = np.triu_indices(len(out), 1) if len(out) <= _ALL_PAIRS else None
    near = everything
    for number in range(rounds):
        if near is None or (everything is None and number % _KEPT_ROUNDS == 0):
            near = _near(out, half)
        first, second = near
        gap = out[second] - out[first]
        overlap = half[first] + half[second] - np.abs(gap)
        hit = (overlap > 1e-6).all(axis=1)
        if not hit.any():
            if number % _KEPT_ROUNDS == 0 or everything is not None:
                break
            near = None
            continue
        first, second, gap, overlap = first[hit], second[hit], gap[hit], overlap[hit]
        axis = (overlap[:, 0] > overlap[:, 1]).astype(int)
        row = np.arange(len(axis))
        # Boxes at the very same place part by the order of their numbers.
        way = np.where(gap[row, axis] >= 0, 1.0, -1.0)
        push = np.zeros_like(gap)
        push[row, axis] = way * (overlap[row, axis] / 2 + 0.5)
        np.add.at(out, first, -push)
        np.add.at(out, second, push)
    return out


def _spread(centres: Points, half: Points) -> Points:
    ground = float(np.maximum(np.ptp(centres, axis=0), 1.0).prod())
    cover = float((4 * half.prod(axis=1)).sum()) / ground
    return centres * max(1.0, float(np.sqrt(cover / _DENSEST))) if len(centres) > 2 else centres.copy()


def _near(centres: Points, half: Points) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the pairs whose boxes may overlap, found on a plane squeezed so that all boxes are squares."""
    squeezed = centres / (2 * np.quantile(half, 0.98, axis=0))
    pairs = cKDTree(squeezed).query_pairs(_WIDER, p=np.inf, output_type="ndarray")
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return pairs[:, 0], pairs[:, 1]
