"""Groups of nodes that hang together."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from graphbuilder.show.communities import communities


def _adjacency(count: int, links: list[tuple[int, int]]) -> csr_array:
    rows = [a for a, b in links] + [b for a, b in links]
    columns = [b for a, b in links] + [a for a, b in links]
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=(count, count))


def _full(nodes: range) -> list[tuple[int, int]]:
    return [(a, b) for a in nodes for b in nodes if a < b]


@pytest.mark.parametrize(
    ("count", "links", "expected"),
    [
        pytest.param(
            10, [*_full(range(6)), *_full(range(6, 10)), (0, 6)], [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9]], id="two-groups"
        ),
        pytest.param(3, [(0, 1)], [[0, 1], [2]], id="one-alone"),
        pytest.param(2, [], [[0], [1]], id="no-links"),
        pytest.param(4, _full(range(4)), [[0, 1, 2, 3]], id="all-linked"),
    ],
)
def test_what_hangs_together_is_one_group(count: int, links: list[tuple[int, int]], expected: list[list[int]]) -> None:
    assert [group.tolist() for group in communities(_adjacency(count, links), 1.0)] == expected


def test_a_higher_resolution_gives_more_groups() -> None:
    ring = [(k, (k + 1) % 60) for k in range(60)]
    few, many = (communities(_adjacency(60, ring), resolution) for resolution in (1.0, 8.0))
    assert len(many) > len(few)
    assert sorted(node for group in many for node in group.tolist()) == list(range(60))
