"""Keeping nodes off the lines between other nodes, so that no line seems to end where it only passes."""

import numpy as np
from numpy.typing import NDArray

from graphbuilder.show.overlaps import Points, apart

# Room beside a line, in pixels, and more for each further line between the same two nodes.
_CLEARANCE, _MORE = 8.0, 6.0
# How much of a box counts: its corners are mostly empty.
_SOLID = 0.5
_LARGEST_PUSH = 40.0
_ROUNDS = 16
# Each round looks at every pair of a node and a line.
_MOST_PAIRS = 400_000


def off_lines(centres: Points, boxes: Points, lines: NDArray[np.intp], together: Points) -> Points:
    """Push nodes sideways off the straight lines that pass them, and mend what then overlaps.

    Args:
        centres: x and y of each box's centre, shape (n, 2).
        boxes: width and height of each box, shape (n, 2).
        lines: places of both ends of each line, shape (m, 2).
        together: how many lines run between these two ends, shape (m,).

    Returns:
        New centres; those given where the graph is too large to look at every pair.
    """
    if len(lines) == 0 or len(centres) * len(lines) > _MOST_PAIRS:
        return centres
    out = centres.copy()
    beside = _CLEARANCE + _MORE * (together - 1)
    for _ in range(_ROUNDS):
        push = _pushes(out, boxes * _SOLID / 2, lines, beside)
        if not push.any():
            break
        out = apart(out + push * 0.5, boxes, rounds=60)
    return out


def _pushes(centres: Points, half: Points, lines: NDArray[np.intp], beside: Points) -> Points:
    start, end = centres[lines[:, 0]], centres[lines[:, 1]]
    along = end - start
    length = np.maximum((along**2).sum(axis=1), 1.0)
    gap = centres[None, :, :] - start[:, None, :]
    share = np.clip((gap * along[:, None, :]).sum(axis=2) / length[:, None], 0.0, 1.0)
    offset = gap - share[:, :, None] * along[:, None, :]
    distance = np.sqrt((offset**2).sum(axis=2))
    normal = np.column_stack([-along[:, 1], along[:, 0]]) / np.sqrt(length)[:, None]
    # A box reaches as far towards a line as its extent along the line's normal.
    reach = np.abs(normal) @ half.T + beside[:, None]
    near = (distance < reach) & (share > 0.08) & (share < 0.92)
    rows = np.arange(len(lines))
    near[rows, lines[:, 0]] = False
    near[rows, lines[:, 1]] = False
    line, node = np.nonzero(near)
    # A node right on a line leaves it to the left, seen along the line.
    side = np.where((offset[line, node] * normal[line]).sum(axis=1) >= 0, 1.0, -1.0)
    move = normal[line] * (side * (reach[line, node] - distance[line, node]))[:, None]
    push = np.zeros_like(centres)
    np.add.at(push, node, move)
    # The line gives way too, at both ends.
    np.add.at(push, lines[line, 0], -move / 4)
    np.add.at(push, lines[line, 1], -move / 4)
    size = np.sqrt((push**2).sum(axis=1, keepdims=True))
    return np.asarray(push * np.minimum(1.0, _LARGEST_PUSH / np.maximum(size, 1e-9)))
