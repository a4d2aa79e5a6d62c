"""How much each node matters: it sets its size, and which nodes of a large graph are drawn first."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

_MOST_WEIGHT = 8
_MENTION_SHARE = 0.35


def importances(
    graph: "nx.MultiDiGraph[str]", links: Iterable[tuple[str, str, str, Mapping[str, Any]]]
) -> dict[str, float]:
    """Return an importance in [0, 1] for each node, from its links, their weights and its mentions.

    Args:
        graph: nodes with the attribute `mentions`.
        links: source, target, key and attributes of the edges that count.

    A link counts by its merged statements, up to eight, so that one much repeated sentence does not decide.
    Logarithms keep the most named country from dwarfing everything else.
    """
    strength = dict.fromkeys(sorted(graph), 0.0)
    for source, target, _, attributes in links:
        weight = 1.0 + math.log2(min(_MOST_WEIGHT, max(1, int(attributes.get("weight") or 1))))
        strength[source] += weight
        strength[target] += weight
    score = {
        node: math.log1p(strength[node]) + _MENTION_SHARE * math.log1p(float(graph.nodes[node].get("mentions") or 0))
        for node in strength
    }
    most = max(score.values(), default=0.0)
    return {node: round(value / most, 4) if most > 0 else 0.0 for node, value in score.items()}
