"""Groups of nodes that hang together: the method of Louvain, in the order of the nodes and without chance.

Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large networks", 2008. Nodes are visited in
their order instead of a random one, so that the same graph gives the same groups.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

_ROUNDS = 6
# A round that moves fewer than this share of the nodes is the last.
_FEW = 0.01


def communities(adjacency: csr_array, resolution: float) -> list[NDArray[np.intp]]:
    """Return the groups, the largest first, each as the sorted places of its nodes.

    Args:
        adjacency: symmetric weights of the links, shape (n, n).
        resolution: above 1, groups are more and smaller.
    """
    label = np.arange(adjacency.shape[0])
    level = csr_array(adjacency)
    while True:
        found = _moved(level, resolution)
        names, found = np.unique(found, return_inverse=True)
        label = found[label]
        if len(names) == level.shape[0]:
            break
        joined = csr_array((np.ones(len(found)), (np.arange(len(found)), found)), shape=(len(found), len(names)))
        level = csr_array(joined.T @ level @ joined)
    order = np.argsort(label, kind="stable")
    groups = np.split(order, np.searchsorted(label[order], np.arange(1, len(names))))
    return sorted(groups, key=lambda nodes: (-len(nodes), int(nodes[0])))


def _moved(adjacency: csr_array, resolution: float) -> NDArray[np.intp]:
    """Move each node to the group of a neighbour where that raises the modularity most, until few want to."""
    count = adjacency.shape[0]
    starts, targets, weights = adjacency.indptr.tolist(), adjacency.indices.tolist(), adjacency.data.tolist()
    degrees = np.asarray(adjacency.sum(axis=1)).ravel()
    share = resolution / max(float(degrees.sum()), 1e-9)
    degree, total = degrees.tolist(), degrees.tolist()
    group = list(range(count))
    for _ in range(_ROUNDS):
        moves = 0
        for node in range(count):
            here = group[node]
            near = {here: 0.0}
            for place in range(starts[node], starts[node + 1]):
                other = targets[place]
                if other != node:
                    near[group[other]] = near.get(group[other], 0.0) + weights[place]
            total[here] -= degree[node]
            cost = share * degree[node]
            best, most = here, near[here] - cost * total[here]
            for candidate, weight in near.items():
                gain = weight - cost * total[candidate]
                if gain > most + 1e-12:
                    best, most = candidate, gain
            total[best] += degree[node]
            if best != here:
                group[node] = best
                moves += 1
        if moves <= _FEW * count:
            break
    return np.array(group, dtype=np.intp)
