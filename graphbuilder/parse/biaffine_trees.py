"""The best tree over the words of a sentence: Chu and Liu, Edmonds, with one root."""

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Scores = NDArray[np.floating]


def best_tree(scores: Scores) -> Places:
    """Find the tree whose arcs score most.

    Args:
        scores: Words by heads; a word as its own head is the root.

    Returns:
        The place of each word's head; exactly one word is its own. Where the best heads alone make a tree, it is that one.
        Else the root is one of the words that are their own best head, or the word that loses least by being the root.
    """
    heads: Places = scores.argmax(axis=1)
    if is_tree(heads):
        return heads
    places = np.arange(len(scores))
    roots = np.flatnonzero(heads == places)
    if not len(roots):
        roots = (np.diagonal(scores) - scores.max(axis=1)).argmax(keepdims=True)
    trees = [_tree_below(scores, int(root)) for root in roots]
    totals = [float(scores[places, tree].sum(dtype=np.float64)) for tree in trees]
    return trees[int(np.argmax(totals))]


def _tree_below(scores: Scores, root: int) -> Places:
    """Find the best tree with a given root."""
    others = scores.astype(np.float64)
    np.fill_diagonal(others, -np.inf)
    heads = _without_cycles(others, root)
    heads[root] = root
    return heads


def is_tree(heads: Places) -> bool:
    """Tell whether exactly one word is its own head and all ways lead to it.

    Args:
        heads: The place of each word's head.

    Returns:
        True for a tree.
    """
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) != 1:
        return False
    above, steps = heads, 1
    while steps < len(heads):
        above, steps = above[above], 2 * steps
    return bool((above == roots[0]).all())


def _without_cycles(scores: Scores, root: int) -> Places:
    """Find the best heads of all nodes but the root, so that all ways lead to it; the root's own head means nothing."""
    heads: Places = scores.argmax(axis=1)
    heads[root] = root
    cycle = _find_cycle(heads, root)
    if not len(cycle):
        return heads
    apart = np.ones(len(scores), dtype=bool)
    apart[cycle] = False
    rest = np.flatnonzero(apart)
    # The cycle becomes one node, the last; each arc into it breaks the cycle where that costs least.
    inner = scores[cycle, heads[cycle]]
    into = scores[cycle][:, rest] - inner[:, None]
    out_of = scores[rest][:, cycle]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = scores[rest][:, rest]
    smaller[:-1, -1] = out_of.max(axis=1)
    smaller[-1, :-1] = into.max(axis=0)
    found = _without_cycles(smaller, int(np.searchsorted(rest, root)))
    at_cycle = found[:-1] == len(rest)
    heads[rest] = np.where(at_cycle, cycle[out_of.argmax(axis=1)], rest[np.minimum(found[:-1], len(rest) - 1)])
    entry = found[-1]
    heads[cycle[into[:, entry].argmax()]] = rest[entry]
    return heads


def _find_cycle(heads: Places, root: int) -> Places:
    """List the nodes of one cycle, or none; the root has no head."""
    ways = heads.tolist()
    seen = [-1] * len(ways)
    seen[root] = len(ways)
    for start in range(len(ways)):
        node = start
        while seen[node] < 0:
            seen[node] = start
            node = ways[node]
        if seen[node] == start and node != root:
            cycle = [node]
            while (node := ways[node]) != cycle[0]:
                cycle.append(node)
            return np.array(sorted(cycle), dtype=np.int64)
    return np.zeros(0, dtype=np.int64)
