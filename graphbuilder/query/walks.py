"""Walking the graph: neighbourhoods, shortest paths, and the plain network of actors."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice, pairwise
from typing import Any

import networkx
import pandas

from graphbuilder.errors import QueryError
from graphbuilder.query.content import DEAL, FLOW, Content

ACTORS = frozenset({"COUNTRY", "PERSON", "ORGANIZATION"})
PATH_COLUMNS = [
    "path",
    "step",
    "from",
    "relation",
    "to",
    "relation_type",
    "polarity",
    "modality",
    "confidence",
    "evidence",
]
_MOST_HOPS = 20
# Rank and confidence, key; then relation, type, polarity, modality, confidence and a sentence.
Link = tuple[Any, ...]
_BETWEEN_SENTENCES = " ¶ "


def near(content: Content, start: str, hops: int) -> set[str]:
    """Give the nodes within so many steps of an entity, whatever way the edges point.

    A deal is no step of its own: who reaches it reaches all its parties.

    Raises:
        QueryError: The number of steps is negative.
    """
    if hops < 0:
        raise QueryError(f"{hops} hops are no distance; give 0 or more")
    graph = content.graph
    seen = {start}
    edge_of_walk = {start} & set(graph)
    for _ in range(hops):
        reached: set[str] = set()
        for node in edge_of_walk:
            for other in _neighbours(graph, node):
                reached.add(other)
                if graph.nodes[other].get("type") == DEAL:
                    reached.update(_neighbours(graph, other))
        edge_of_walk = reached - seen
        seen |= reached
    return seen


def paths(content: Content, start: str, end: str, most: int) -> pandas.DataFrame:
    """Give the shortest paths between two entities, one step a row.

    Args:
        content: The graph.
        start: The id of one entity.
        end: The id of the other.
        most: How many paths, the shortest first; equally long ones in the order of their nodes.

    Returns:
        The columns of `PATH_COLUMNS`, empty where there is no path; `from` and `to` are in the order of the walk, the
        relation may point the other way, as its evidence tells. Between the parties of a deal, `relation` is the deal.
    """
    links = _links(content.graph)
    rows = []
    for number, path in enumerate(_shortest(links, start, end, most), 1):
        for step, (here, there) in enumerate(pairwise(path), 1):
            _, _, *said = links[min(here, there), max(here, there)]
            ends = (_label(content.graph, here), _label(content.graph, there))
            rows.append((number, step, ends[0], said[0], ends[1], *said[1:]))
    frame = pandas.DataFrame(rows, columns=PATH_COLUMNS)
    texts = [name for name in PATH_COLUMNS if name not in {"path", "step", "confidence"}]
    return frame.astype({"path": "int64", "step": "int64", "confidence": "float64", **dict.fromkeys(texts, "str")})


def actor_network(content: Content) -> "networkx.DiGraph[str]":
    """Give the countries, persons and organizations with one edge for each ordered pair that is linked.

    Returns:
        Nodes with `label`, `type` and `country`; edges with `weight` (`statements` and `deals` together), `statements`
        (how many sentences link the two) and `deals` (from supplier to recipient).
    """
    graph = content.graph
    network: networkx.DiGraph[str] = networkx.DiGraph()
    for node in sorted(graph):
        attributes = graph.nodes[node]
        if attributes.get("type") in ACTORS:
            network.add_node(node, **{name: attributes.get(name, "") for name in ("label", "type", "country")})
    for source, target, attributes in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        counts = source in network and target in network and source != target
        if counts and attributes.get("relation_type") != FLOW:
            _count(network, source, target, "statements", int(attributes.get("weight", 1)))
    deals = content.tables["deals"]
    for supplier, recipient in sorted(zip(deals["supplier_id"], deals["recipient_id"], strict=True)):
        if supplier in network and recipient in network and supplier != recipient:
            _count(network, supplier, recipient, "deals", 1)
    return network


def _count(network: "networkx.DiGraph[str]", source: str, target: str, what: str, count: int) -> None:
    if not network.has_edge(source, target):
        network.add_edge(source, target, weight=0, statements=0, deals=0)
    edge = network.edges[source, target]
    edge[what] += count
    edge["weight"] += count


def _neighbours(graph: "networkx.MultiDiGraph[str]", node: str) -> set[str]:
    return {*graph.succ[node], *graph.pred[node]}


def _links(graph: "networkx.MultiDiGraph[str]") -> dict[tuple[str, str], Link]:
    """Give what links each pair of entities best: a statement before a deal, then the surest."""
    links: dict[tuple[str, str], Link] = {}

    def add(one: str, other: str, rank: int, key: str, relation: str, attributes: Mapping[str, Any]) -> None:
        if one == other:
            return
        sure = float(attributes.get("confidence", 0.0))
        texts = (str(attributes.get(name) or "") for name in ("relation_type", "polarity", "modality"))
        sentence = str(attributes.get("evidence") or "").split(_BETWEEN_SENTENCES)[0]
        link: Link = ((rank, -sure), key, relation, *texts, sure, sentence)
        pair = (min(one, other), max(one, other))
        if pair not in links or link[:2] < links[pair][:2]:
            links[pair] = link

    for source, target, key, attributes in graph.edges(keys=True, data=True):
        kinds = (graph.nodes[source].get("type"), graph.nodes[target].get("type"), attributes.get("relation_type"))
        if DEAL not in kinds and FLOW not in kinds:
            add(source, target, 0, str(key), str(attributes.get("label") or ""), attributes)
    for node, attributes in graph.nodes(data=True):
        if attributes.get("type") == DEAL:
            of_deal = {**attributes, "relation_type": DEAL}
            for one, other in combinations(sorted(_neighbours(graph, node)), 2):
                add(one, other, 1, node, _label(graph, node), of_deal)
    return links


def _shortest(links: Iterable[tuple[str, str]], start: str, end: str, most: int) -> list[list[str]]:
    plain: networkx.Graph[str] = networkx.Graph(sorted(links))
    if start not in plain or end not in plain or most < 1:
        return []
    try:
        found = list(islice(_up_to(networkx.shortest_simple_paths(plain, start, end), most), 10 * most))
    except networkx.NetworkXNoPath:
        return []
    return sorted(found, key=lambda path: (len(path), path))[:most]


def _up_to(found: Iterator[list[str]], most: int) -> Iterator[list[str]]:
    """Give paths until there are enough, then those that are as long as the last, so that a tie is not cut by chance."""
    longest = _MOST_HOPS + 1
    for count, path in enumerate(found, 1):
        if len(path) > longest:
            return
        if count == most:
            longest = len(path)
        yield path


def _label(graph: "networkx.MultiDiGraph[str]", node: str) -> str:
    return str(graph.nodes[node].get("label") or node)
