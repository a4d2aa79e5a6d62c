"""The view model: everything the page shows, as one plain, sorted, JSON-clean dictionary.

Its keys: `attributes`, `counts`, `deals`, `decisions`, `documents`, `edges`, `events`, `nodes`, `sentences`, `statements`. Statements point at their sentence
by its place in `sentences`; edges, nodes and deals point at statements by their place in `statements`, in date order.
Marks in a sentence are `[start, end, role]` in UTF-16 units, as a browser counts, role `s` (subject) or `o` (object).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import networkx as nx

from graphbuilder.records import Deal, Knowledge
from graphbuilder.show import labels
from graphbuilder.show.families import family_of
from graphbuilder.show.history import attribute_rows, decision_rows, event_rows
from graphbuilder.show.importance import importances
from graphbuilder.show.layout import positions
from graphbuilder.show.plain import plain, plain_rows, web_address
from graphbuilder.show.statements import statement_rows

Model = dict[str, Any]
Link = tuple[str, str, str, Mapping[str, Any]]
# Parallel edges bend alternately to both sides, each pair further than the last.
_FIRST_BEND, _BEND_STEP = 0.1, 0.13
_SEPARATOR = "|"
# Derived from the deals, which the page shows themselves.
_FLOW = "ARMS_FLOW"


def view_model(knowledge: Knowledge, graph: "nx.MultiDiGraph[str]") -> Model:
    """Turn the result of a build and its graph into what the page shows.

    Args:
        knowledge: the records: articles, mentions and triples give the evidence.
        graph: nodes and edges with the attributes of graph.graphml; any attribute may be missing.

    Returns:
        A dictionary of plain values, the same for the same input.
    """
    links = [
        (source, target, str(key), attributes)
        for source, target, key, attributes in graph.edges(keys=True, data=True)
        if attributes.get("relation_type") != _FLOW
    ]
    links.sort(key=lambda link: link[:3])
    sentences, statements = statement_rows(knowledge)
    places = {row["id"]: place for place, row in enumerate(statements)}
    deals = sorted(knowledge.deals, key=lambda deal: deal.deal_id)
    edges = _edges(links, statements, {deal.deal_id: _places(deal, places) for deal in deals})
    model: Model = {
        "attributes": attribute_rows(knowledge),
        "decisions": decision_rows(knowledge),
        "events": event_rows(knowledge, places),
        "documents": _documents(knowledge),
        "sentences": sentences,
        "statements": statements,
        "deals": [_deal(deal, places) for deal in deals],
        "nodes": _nodes(knowledge, graph, importances(graph, links), {deal.deal_id: deal for deal in deals}, edges),
        "edges": edges,
    }
    counts = {key: len(model[key]) for key in ("documents", "statements", "deals", "nodes", "edges")}
    counts["entities"] = sum(node["type"] != "DEAL" for node in model["nodes"])
    out = {key: plain_rows(value) if key != "sentences" else plain(value) for key, value in model.items()}
    return dict(sorted({**out, "counts": counts}.items()))


def _documents(knowledge: Knowledge) -> list[Model]:
    return [
        {
            "id": article.document_id,
            "title": article.title,
            "date": article.date,
            "source": article.source,
            "address": web_address(article.source),
        }
        for article in sorted(knowledge.articles, key=lambda article: (article.date, article.document_id))
    ]


def _places(deal: Deal, places: Mapping[str, int]) -> list[int]:
    return sorted(places[triple_id] for triple_id in deal.triples if triple_id in places)


def _deal(deal: Deal, places: Mapping[str, int]) -> Model:
    row = asdict(deal)
    del row["triples"]
    del row["evidence"]
    statements = _places(deal, places)
    # Sentences whose statement is not at hand are kept as text.
    return {**row, "statements": statements, "evidence": [] if statements else list(deal.evidence)}


def _nodes(
    knowledge: Knowledge,
    graph: "nx.MultiDiGraph[str]",
    importance: Mapping[str, float],
    deals: Mapping[str, Deal],
    edges: list[Model],
) -> list[Model]:
    entities = {entity.entity_id: entity for entity in knowledge.entities}
    nodes, boxes = [], []
    for node_id in sorted(graph):
        node = _node(node_id, graph.nodes[node_id], importance[node_id])
        entity = entities.get(node_id)
        node["documents"] = sorted(entity.documents) if entity else []
        node["reasons"] = list(entity.reasons) if entity else []
        deal = deals.get(node_id)
        node["status"] = deal.status if deal else ""
        if node["type"] == "DEAL":
            node["lines"] = _card(node["label"], deal)
            node["documents"] = sorted(deal.documents) if deal else []
        nodes.append(node)
        box = labels.card_box(node["lines"]) if node["type"] == "DEAL" else labels.mark_box(node["lines"], node["size"])
        node["width"] = round(box.width, 1)
        boxes.append(box)
    place = {node["id"]: number for number, node in enumerate(nodes)}
    links = [(place[edge["from"]], place[edge["to"]]) for edge in edges]
    for node, (x, y) in zip(nodes, positions(boxes, links), strict=True):
        node["x"], node["y"] = x, y
    return nodes


def _card(label: str, deal: Deal | None) -> list[str]:
    if deal is None:
        return [labels.shortened(labels.printable(label), 24), "deal"]
    return labels.card_lines(deal.weapon, deal.quantity, deal.status, deal.kind)


def _node(node_id: str, attributes: Mapping[str, Any], importance: float) -> Model:
    label = str(attributes.get("label") or node_id)
    country = str(attributes.get("country") or "")
    aliases = str(attributes.get("aliases") or "")
    return {
        "id": node_id,
        "label": label,
        "lines": labels.lines(label),
        "type": str(attributes.get("type") or ""),
        "country": country,
        "flag": labels.flag(country),
        "mentions": attributes.get("mentions") or 0,
        "aliases": [alias for alias in aliases.split(_SEPARATOR) if alias and alias != label],
        "wikidata": str(attributes.get("wikidata") or ""),
        "importance": importance,
        "size": labels.node_size(importance),
    }


def _edges(links: Sequence[Link], statements: list[Model], of_deal: Mapping[str, list[int]]) -> list[Model]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, row in enumerate(statements):
        found[_sense(row["subject_id"], row["object_id"], row)].append(place)
    edges: list[Model] = []
    used: set[str] = set()
    together: dict[tuple[str, str], int] = defaultdict(int)
    for source, target, key, attributes in links:
        edge = _edge(source, target, attributes)
        role = edge["family"] == "deal" and next((end for end in (source, target) if end in of_deal), "")
        edge["statements"] = of_deal[role] if role else found.get(_sense(source, target, edge), [])
        # Sentences are carried as text only where no statement leads to them.
        evidence = str(attributes.get("evidence") or "")
        edge["evidence"] = [] if edge["statements"] or not evidence else evidence.split(" ¶ ")
        edge["id"] = key if key not in used else f"{source} {target} {key}"
        used.add(edge["id"])
        pair = (min(source, target), max(source, target))
        edge["bend"] = _bend(together[pair]) * (1 if source <= target else -1)
        together[pair] += 1
        edges.append(edge)
    return edges


def _sense(source: str, target: str, row: Mapping[str, Any]) -> tuple[str, ...]:
    return (source, target, row["relation"], row["relation_type"], row["polarity"], row["modality"])


def _edge(source: str, target: str, attributes: Mapping[str, Any]) -> Model:
    relation_type = str(attributes.get("relation_type") or "")
    documents = str(attributes.get("documents") or "")
    return {
        "from": source,
        "to": target,
        "relation": str(attributes.get("label") or ""),
        "relation_type": relation_type,
        "family": family_of(relation_type),
        "polarity": str(attributes.get("polarity") or "affirmed"),
        "modality": str(attributes.get("modality") or "asserted"),
        "weight": attributes.get("weight") or 1,
        "confidence": attributes.get("confidence") or 0.0,
        "first_date": str(attributes.get("first_date") or ""),
        "last_date": str(attributes.get("last_date") or ""),
        "documents": [name for name in documents.split(_SEPARATOR) if name],
    }


def _bend(number: int) -> float:
    """Return the curvature of the n-th edge between two nodes: 0.1, -0.1, 0.23, -0.23, ..."""
    size = _FIRST_BEND + _BEND_STEP * (number // 2)
    return round(size if number % 2 == 0 else -size, 3)
