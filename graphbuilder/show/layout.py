"""Where each node stands: the same places for the same graph, without a random start.

Small connected parts are laid out by stress majorisation (Gansner, Koren and North, "Graph Drawing by Stress
Majorization", 2004) from classical scaling; large ones community by community. Boxes are then moved apart, and the
parts packed in rows, the largest first.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, triu
from scipy.sparse.csgraph import connected_components, shortest_path

from graphbuilder.show.clearance import off_lines
from graphbuilder.show.communities import communities
from graphbuilder.show.labels import Box
from graphbuilder.show.overlaps import Points, apart

_EDGE_LENGTH = 112.0
# Far nodes are drawn nearer than their distance says, which fills the page better.
_FAR = 0.85
# Each further edge between the same two nodes asks for so much more length, up to a bound, to be seen apart.
_PARALLEL_LENGTH, _MOST_PARALLEL = 0.16, 4
_ROUNDS = 120
# In edge lengths: moves this small no longer show.
_STILL = 0.01
# The largest part laid out as one: its matrix of distances and each round grow with the square of it.
_LARGEST_WHOLE = 600
# How often the boxes of one community are pushed apart; what is left is mended when all are together.
_ROUNDS_WITHIN = 16
# The distances within a community are short, and its first places good.
_STRESS_WITHIN = 24
_ROUNDS_TOGETHER, _LEAST_TOGETHER = 90, 12
# Boxes times rounds, beyond which a very large graph keeps an overlap here and there.
_PUSHES = 400_000
# Above 1, communities are more and smaller: a few dozen nodes each lay out well and quickly.
_RESOLUTION = 5.0
_ASPECT = 1.55
_MOST_WIDENED = 1.5
_BETWEEN_PARTS = 60.0

Link = tuple[int, int]


def positions(boxes: Sequence[Box], links: Sequence[Link]) -> list[tuple[int, int]]:
    """Return the centre of each node's mark.

    Args:
        boxes: the room of each node.
        links: pairs of places in `boxes`; direction is ignored, repeated links stand further apart.

    Returns:
        Whole x and y, in the order of `boxes`, y growing downwards, centred on the largest part.
    """
    if not boxes:
        return []
    sizes = np.array([(box.width, box.height) for box in boxes], dtype=np.float64)
    adjacency = _adjacency(len(boxes), links)
    count, part_of = connected_components(adjacency, directed=False)
    members = _split(part_of, count)
    parts = [nodes for nodes in members if len(nodes) > 1]
    alone = [int(nodes[0]) for nodes in members if len(nodes) == 1]
    parts.sort(key=lambda nodes: (-len(nodes), int(nodes[0])))
    places = np.zeros((len(boxes), 2))
    blocks: list[NDArray[np.intp]] = []
    for nodes in parts:
        places[nodes] = _part(adjacency[nodes][:, nodes], sizes[nodes])
        blocks.append(nodes)
    if alone:
        nodes = np.array(alone, dtype=np.intp)
        places[nodes] = _grid(sizes[nodes])
        blocks.append(nodes)
    _pack(places, sizes, blocks)
    drops = np.array([box.drop for box in boxes])
    return [(round(float(x)), round(float(y - drop))) for (x, y), drop in zip(places, drops, strict=True)]


def _split(part_of: NDArray[np.int32], count: int) -> list[NDArray[np.intp]]:
    order = np.argsort(part_of, kind="stable")
    return np.split(order, np.searchsorted(part_of[order], np.arange(1, count)))


def _adjacency(count: int, links: Sequence[Link]) -> csr_array:
    """Return the length asked for between linked nodes, in edge lengths; nothing where no link is."""
    together = Counter((min(link), max(link)) for link in links if link[0] != link[1])
    pairs = sorted(together)
    lengths = [1.0 + _PARALLEL_LENGTH * (min(together[pair], _MOST_PARALLEL) - 1) for pair in pairs]
    rows = [a for a, _ in pairs] + [b for _, b in pairs]
    columns = [b for _, b in pairs] + [a for a, _ in pairs]
    return csr_array((np.array(lengths * 2), (rows, columns)), shape=(count, count))


def _part(adjacency: csr_array, sizes: Points) -> Points:
    if adjacency.shape[0] <= _LARGEST_WHOLE:
        upper = triu(adjacency).tocoo()
        lines = np.column_stack([upper.row, upper.col])
        together = 1.0 + (upper.data - 1.0) / _PARALLEL_LENGTH
        places = apart(_wide(_stress(adjacency)) * _EDGE_LENGTH, sizes)
        return off_lines(places, sizes, lines, together)
    rounds = min(_ROUNDS_TOGETHER, max(_LEAST_TOGETHER, _PUSHES // len(sizes)))
    return apart(_wide(_by_communities(adjacency, sizes)), sizes, rounds)


def _stress(adjacency: csr_array, lengths: Points | None = None, rounds: int = _ROUNDS) -> Points:
    """Lay out one connected part by the lengths of its edges, or by given `lengths` between all pairs."""
    distance = shortest_path(adjacency, directed=False) ** _FAR if lengths is None else lengths
    count = len(distance)
    if count == 2:
        return np.array([[0.0, 0.0], [float(distance[0, 1]), 0.0]])
    weight = 1.0 / np.maximum(distance, 1e-9) ** 2
    np.fill_diagonal(weight, 0.0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.pinv(laplacian + 1.0 / count, hermitian=True) - 1.0 / count
    places = _classical_scaling(distance)
    wanted = -weight * distance
    for _ in range(rounds):
        length = np.hypot(*(np.subtract.outer(axis, axis) for axis in places.T))
        pull = wanted / np.maximum(length, 1e-9)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        moved = inverse @ (pull @ places)
        still = float(np.abs(moved - places).max()) < _STILL
        places = moved
        if still:
            break
    return places


def _classical_scaling(distance: Points) -> Points:
    """Start from the two main axes of the distances, their signs fixed, twins parted on a spiral."""
    count = len(distance)
    centring = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-centring @ (distance**2) @ centring / 2)
    axes = vectors[:, [-1, -2]] * np.sqrt(np.maximum(values[[-1, -2]], 1e-6))
    signs = np.sign(axes[np.abs(axes).argmax(axis=0), [0, 1]])
    turn = np.arange(count) * 2.399963  # the golden angle, so that no two stand at one place
    spiral = np.column_stack([np.cos(turn), np.sin(turn)]) * (0.05 + 0.25 * np.arange(count)[:, None] / count)
    return np.asarray(axes * np.where(signs == 0, 1.0, signs) + spiral)


def _by_communities(adjacency: csr_array, sizes: Points) -> Points:
    """Lay out each community on its own, then the communities as discs that keep clear of each other."""
    groups = communities(adjacency, _RESOLUTION)
    inner = [_community(adjacency[nodes][:, nodes], sizes[nodes]) for nodes in groups]
    radius = np.array([float(np.abs(places).max()) + 90.0 for places in inner])
    rows = np.repeat(np.arange(len(groups)), [len(nodes) for nodes in groups])
    membership = csr_array((np.ones(len(rows)), (rows, np.concatenate(groups))))
    between = csr_array((membership @ adjacency @ membership.T) > 0)
    hops = shortest_path(between, unweighted=True, directed=False)
    centres = _stress(between, hops * (radius[:, None] + radius[None, :])) if len(inner) > 1 else None
    out = np.zeros((adjacency.shape[0], 2))
    if centres is not None:
        centres = apart(centres, np.column_stack([radius, radius]) * 2)
    for place, nodes in enumerate(groups):
        out[nodes] = inner[place] + (centres[place] if centres is not None else 0.0)
    return out


def _community(adjacency: csr_array, sizes: Points) -> Points:
    """Lay out one community, whole where it is small enough, else on a spiral by degree; centred on zero."""
    count = adjacency.shape[0]
    if count == 1:
        return np.zeros((1, 2))
    if count <= _LARGEST_WHOLE and connected_components(adjacency, directed=False)[0] == 1:
        places = _stress(adjacency, rounds=_STRESS_WITHIN) * _EDGE_LENGTH * 0.8
    else:
        order = np.argsort(-np.asarray(adjacency.sum(axis=1)).ravel(), kind="stable")
        turn = np.arange(count) * 2.399963
        places = np.zeros((count, 2))
        places[order] = np.column_stack([np.cos(turn), np.sin(turn)]) * (np.sqrt(np.arange(count)) * 110.0)[:, None]
    places = apart(places, sizes, rounds=_ROUNDS_WITHIN)
    return np.asarray(places - (places.max(axis=0) + places.min(axis=0)) / 2)


def _wide(places: Points) -> Points:
    """Turn a part by a quarter where it stands upright, and widen a square one: screens are wide, and so are labels."""
    span = np.maximum(np.ptp(places, axis=0), 1e-9)
    out = places if span[1] <= span[0] else np.column_stack([places[:, 1], -places[:, 0]])
    factor = np.sqrt(np.clip(_ASPECT * span.min() / span.max(), 1.0, _MOST_WIDENED))
    return np.asarray(out * np.array([factor, 1 / factor]))


def _grid(sizes: Points) -> Points:
    """Put nodes without a link into rows."""
    cell = sizes.max(axis=0) + 24.0
    columns = max(1, round(float(np.sqrt(len(sizes) * _ASPECT * 2.2 * cell[1] / cell[0]))))
    place = np.arange(len(sizes))
    return np.column_stack([(place % columns) * cell[0], (place // columns) * cell[1]]).astype(np.float64)


def _pack(places: Points, sizes: Points, blocks: Sequence[NDArray[np.intp]]) -> None:
    """Set the parts in rows below the largest, each row as wide as the largest part or the page's shape asks."""
    if not blocks:
        return
    corners = [(places[nodes] - sizes[nodes] / 2).min(axis=0) for nodes in blocks]
    spans = [(places[nodes] + sizes[nodes] / 2).max(axis=0) - low for nodes, low in zip(blocks, corners, strict=True)]
    area = sum(float((span + _BETWEEN_PARTS).prod()) for span in spans)
    width = float(spans[0][0])
    if float(spans[0].prod()) < area / 2:
        width = max(width, float(np.sqrt(area * _ASPECT)))
    x = y = height = 0.0
    for nodes, low, span in zip(blocks, corners, spans, strict=True):
        if x > 0 and x + span[0] > width:
            x, y, height = 0.0, y + height + _BETWEEN_PARTS, 0.0
        places[nodes] += np.array([x, y]) - low
        x, height = x + float(span[0]) + _BETWEEN_PARTS, max(height, float(span[1]))
    places -= spans[0] / 2
