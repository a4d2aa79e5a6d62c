"""A small still picture of a graph for a notebook: its main actors and weapons, and who is linked to whom."""

import html
import math

import networkx

from graphbuilder.query.content import DEAL
from graphbuilder.show.families import family_of
from graphbuilder.show.labels import lines, mark_box, node_size
from graphbuilder.show.layout import positions

MOST_NODES = 24
_COLOURS = {"COUNTRY": "#2f6f9f", "PERSON": "#b5732a", "ORGANIZATION": "#6a4c93", "WEAPON": "#a63d40"}
_OTHER = "#6b7280"
_WIDTH = 640
_MARGIN = 12
_LINE = 14


def picture(graph: "networkx.MultiDiGraph[str]") -> str:
    """Draw a graph as SVG: at most `MOST_NODES` nodes, the most important; a deal is a line from supplier to recipient.

    Returns:
        The SVG element; empty for a graph without links.
    """
    links = _links(graph)
    importance = _importance(graph)
    joined = {node for link in links for node in link}
    nodes = sorted(sorted(joined, key=lambda node: (-importance[node], node))[:MOST_NODES])
    links = {link: dealt for link, dealt in links.items() if link[0] in nodes and link[1] in nodes}
    nodes = [node for node in nodes if any(node in link for link in links)]
    if not nodes:
        return ""
    labels = [lines(str(graph.nodes[node].get("label") or node)) for node in nodes]
    sizes = [0.6 * node_size(importance[node]) for node in nodes]
    boxes = [mark_box(label, size) for label, size in zip(labels, sizes, strict=True)]
    place = {node: number for number, node in enumerate(nodes)}
    spots = positions(boxes, [(place[source], place[target]) for source, target in sorted(links)])
    half = [(max(box.width / 2, size), box) for box, size in zip(boxes, sizes, strict=True)]
    left = min(x - wide for (x, _), (wide, _) in zip(spots, half, strict=True)) - _MARGIN
    right = max(x + wide for (x, _), (wide, _) in zip(spots, half, strict=True)) + _MARGIN
    top = min(y - size for (_, y), size in zip(spots, sizes, strict=True)) - _MARGIN
    bottom = (
        max(y + size + _LINE * len(label) for (_, y), size, label in zip(spots, sizes, labels, strict=True)) + _MARGIN
    )
    drawn = [
        _line(spots[place[source]], spots[place[target]], dealt) for (source, target), dealt in sorted(links.items())
    ]
    for node, spot, size, label in zip(nodes, spots, sizes, labels, strict=True):
        drawn.append(_node(str(graph.nodes[node].get("type") or ""), spot, size, label))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"'
        f' role="img" aria-label="The main names of the graph and how they are linked" font-family="sans-serif" font-size="13"'
        f' style="width: 100%; max-width: {min(_WIDTH, round(right - left))}px; height: auto; background: #fff">{"".join(drawn)}</svg>'
    )


def _importance(graph: "networkx.MultiDiGraph[str]") -> dict[str, float]:
    """Give a number in [0, 1] for each node, from the weights of its edges."""
    weights = dict.fromkeys(graph, 0.0)
    for source, target, weight in graph.edges(data="weight", default=1):
        weights[source] += weight
        weights[target] += weight
    largest = math.log1p(max(weights.values(), default=0.0)) or 1.0
    return {node: math.log1p(weight) / largest for node, weight in weights.items()}


def _links(graph: "networkx.MultiDiGraph[str]") -> dict[tuple[str, str], bool]:
    """Give the pairs of nodes that are linked, and whether by a transfer; a deal links its parties and its weapon."""
    links: dict[tuple[str, str], bool] = {}

    def add(one: str, other: str, dealt: bool) -> None:
        if one != other:
            pair = (min(one, other), max(one, other))
            links[pair] = links.get(pair, False) or dealt

    for source, target, attributes in graph.edges(data=True):
        kinds = {graph.nodes[source].get("type"), graph.nodes[target].get("type")}
        if DEAL not in kinds:
            add(source, target, family_of(str(attributes.get("relation_type") or "")) == "transfer")
    for node, attributes in graph.nodes(data=True):
        if attributes.get("type") == DEAL:
            ends: dict[str, list[str]] = {}
            for source, target, data in [*graph.in_edges(node, data=True), *graph.out_edges(node, data=True)]:
                ends.setdefault(str(data.get("relation_type")), []).append(source if target == node else target)
            for one, other in (("SUPPLIER", "RECIPIENT"), ("RECIPIENT", "WEAPON"), ("SUPPLIER", "WEAPON")):
                for first in ends.get(one, ()):
                    for second in ends.get(other, ()):
                        add(first, second, True)
    return links


def _line(start: tuple[int, int], end: tuple[int, int], dealt: bool) -> str:
    colour, width = ("#a63d40", 1.8) if dealt else ("#c3c8d0", 1.1)
    return (
        f'<line x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}" stroke="{colour}" stroke-width="{width}"/>'
    )


def _node(kind: str, spot: tuple[int, int], size: float, label: list[str]) -> str:
    x, y = spot
    colour = _COLOURS.get(kind, _OTHER)
    mark = (
        f'<rect x="{x - size:.1f}" y="{y - size:.1f}" width="{2 * size:.1f}" height="{2 * size:.1f}" rx="2" fill="{colour}"/>'
        if kind == "WEAPON"
        else f'<circle cx="{x}" cy="{y}" r="{size:.1f}" fill="{colour}"/>'
    )
    texts = "".join(
        f'<text x="{x}" y="{y + size + _LINE * number:.1f}" text-anchor="middle" fill="#1f2933"'
        f' stroke="#fff" stroke-width="3" paint-order="stroke">{html.escape(line)}</text>'
        for number, line in enumerate(label, 1)
    )
    return mark + texts
