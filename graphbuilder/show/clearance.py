"""Keeping nodes off the lines between other nodes, so that no line seems to end where it only passes."""

import numpy as np
from numpy.typing import NDArray

from graphbuilder.show.overlaps import Points, apart

_CLEARANCE = 34.0
_ROUNDS = 40
# Each round looks at every pair of a node and a line.
_MOST_PAIRS = 400_000


def off_lines(centres: Points, boxes: Points, lines: NDArray[np.intp]) -> Points:
    """Push nodes sideways off the straight lines that pass them, and mend what then overlaps.

    Args:
        centres: x and y of each box's centre, shape (n, 2).
        boxes: width and height of each box, shape (n, 2).
        lines: places of both ends of each line, shape (m, 2).

    Returns:
        New centres; those given where the graph is too large to look at every pair.
    """
    if len(lines) == 0 or len(centres) * len(lines) > _MOST_PAIRS:
        return centres
    out = centres.copy()
    for _ in range(_ROUNDS):
        push = _pushes(out, lines)
        if not push.any():
            break
        out = apart(out + push * 0.5, boxes, rounds=60)
    return out


def _pushes(centres: Points, lines: NDArray[np.intp]) -> Points:
    start, end = centres[lines[:, 0]], centres[lines[:, 1]]
    along = end - start
    length = np.maximum((along**2).sum(axis=1), 1.0)
    gap = centres[None, :, :] - start[:, None, :]
    share = np.clip((gap * along[:, None, :]).sum(axis=2) / length[:, None], 0.0, 1.0)
    offset = gap - share[:, :, None] * along[:, None, :]
    distance = np.sqrt((offset**2).sum(axis=2))
    near = (distance < _CLEARANCE) & (share > 0.08) & (share < 0.92)
    rows = np.arange(len(lines))
    near[rows, lines[:, 0]] = False
    near[rows, lines[:, 1]] = False
    line, node = np.nonzero(near)
    # A node right on a line leaves it to the left, seen along the line.
    normal = np.column_stack([-along[line, 1], along[line, 0]]) / np.sqrt(length[line])[:, None]
    side = np.where((offset[line, node] * normal).sum(axis=1) >= 0, 1.0, -1.0)
    move = normal * (side * (_CLEARANCE - distance[line, node]))[:, None]
    push = np.zeros_like(centres)
    np.add.at(push, node, move)
    # The line gives way too, half as much at each end.
    np.add.at(push, lines[line, 0], -move / 4)
    np.add.at(push, lines[line, 1], -move / 4)
    reach = np.sqrt((push**2).sum(axis=1, keepdims=True))
    return np.asarray(push * np.minimum(1.0, _CLEARANCE / np.maximum(reach, 1e-9)))
