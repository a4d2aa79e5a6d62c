"""The knowledge graph: actors, weapons and deals as nodes, statements and roles as edges."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

import networkx as nx

from graphbuilder.records import Deal, Entity, Triple

_MERGED_BY = ("subject_id", "object_id", "relation", "relation_type", "polarity", "modality")
# States in which arms flow or are bound to.
_FLOWING = frozenset({"approved", "ordered", "delivering", "delivered"})
_SEPARATOR = "|"
_BETWEEN_SENTENCES = " ¶ "


def graph_of(
    entities: Mapping[str, Entity], triples: Sequence[Triple], deals: Sequence[Deal]
) -> "nx.MultiDiGraph[str]":
    """Build the graph of a set of articles.

    Args:
        entities: all entities by id; each becomes a node.
        triples: the statements; those between two known entities become edges, those that say the same merged.
        deals: each becomes a node, joined to its supplier, recipient, weapon and makers; those promised, ordered or
            delivered also give an edge from supplier to recipient, `ARMS_FLOW`, one for all of a pair.

    Returns:
        A directed multigraph with string nodes and edge keys and plain attribute values, the same for the same input.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity_id, entity in sorted(entities.items()):
        graph.add_node(entity_id, **_entity_attributes(entity))
    for deal in sorted(deals, key=lambda d: d.deal_id):
        graph.add_node(deal.deal_id, **_deal_attributes(deal))
    _add_statements(graph, triples)
    names = _ids_by_name(entities)
    for deal in sorted(deals, key=lambda d: d.deal_id):
        _add_roles(graph, deal, names)
    _add_flows(graph, deals)
    return graph


def _entity_attributes(entity: Entity) -> dict[str, str | int]:
    return {
        "label": entity.name,
        "type": entity.type,
        "country": entity.country,
        "mentions": entity.mentions,
        "aliases": _SEPARATOR.join(entity.aliases),
        "wikidata": entity.wikidata,
    }


def _deal_attributes(deal: Deal) -> dict[str, str | int | float]:
    """Return a deal's columns as plain values; unknown ones are left out, so that numbers stay numbers."""
    out: dict[str, str | int | float] = {
        "label": f"{deal.supplier} → {deal.recipient}: {deal.weapon}",
        "type": "DEAL",
        "country": "",
        "mentions": len(deal.evidence),
        "aliases": "",
        "wikidata": "",
    }
    for column in fields(Deal):
        value = getattr(deal, column.name)
        if isinstance(value, tuple):
            value = (_BETWEEN_SENTENCES if column.name == "evidence" else _SEPARATOR).join(value)
        if value is not None:
            out[column.name] = value
    return out


def _add_statements(graph: "nx.MultiDiGraph[str]", triples: Iterable[Triple]) -> None:
    merged: dict[tuple[str, ...], list[Triple]] = defaultdict(list)
    for triple in triples:
        if triple.subject_id in graph and triple.object_id in graph:
            merged[tuple(getattr(triple, name) for name in _MERGED_BY)].append(triple)
    for key, found in sorted(merged.items()):
        subject, target, relation, relation_type, polarity, modality = key
        ordered = sorted(found, key=lambda t: (t.date, t.document_id, t.start, t.triple_id))
        dates = [t.date for t in ordered if t.date]
        graph.add_edge(
            subject,
            target,
            key=_edge_key(key),
            label=relation,
            relation_type=relation_type,
            polarity=polarity,
            modality=modality,
            weight=len({(t.document_id, t.statement_id) for t in ordered}),
            confidence=max(t.confidence for t in ordered),
            first_date=dates[0] if dates else "",
            last_date=dates[-1] if dates else "",
            documents=_SEPARATOR.join(sorted({t.document_id for t in ordered})),
            evidence=_BETWEEN_SENTENCES.join(dict.fromkeys(t.evidence for t in ordered)),
        )


def _ids_by_name(entities: Mapping[str, Entity]) -> dict[str, str]:
    return {entity.name: entity_id for entity_id, entity in sorted(entities.items()) if entity.type == "ORGANIZATION"}


def _add_roles(graph: "nx.MultiDiGraph[str]", deal: Deal, names: Mapping[str, str]) -> None:
    ends = [
        (deal.supplier_id, deal.deal_id, "SUPPLIER"),
        (deal.deal_id, deal.recipient_id, "RECIPIENT"),
        (deal.deal_id, deal.weapon_id, "WEAPON"),
        *((names.get(name, ""), deal.deal_id, "MANUFACTURER") for name in deal.manufacturer),
    ]
    for source, target, role in ends:
        if source not in graph or target not in graph:
            continue
        graph.add_edge(
            source,
            target,
            key=_edge_key((source, target, role)),
            label=role.lower(),
            relation_type=role,
            polarity="affirmed",
            modality="asserted",
            weight=max(1, len(deal.evidence)),
            confidence=deal.confidence,
            first_date=deal.ordered or deal.first_reported,
            last_date=deal.last_reported,
            documents=_SEPARATOR.join(deal.documents),
            evidence=_BETWEEN_SENTENCES.join(deal.evidence),
        )


def _add_flows(graph: "nx.MultiDiGraph[str]", deals: Iterable[Deal]) -> None:
    """Add the plain network of who arms whom: one edge for a pair of actors, as heavy as it has deals."""
    pairs: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for deal in deals:
        if deal.status in _FLOWING and deal.supplier_id in graph and deal.recipient_id in graph:
            pairs[deal.supplier_id, deal.recipient_id].append(deal)
    for (source, target), found in sorted(pairs.items()):
        ordered = sorted(found, key=lambda d: (d.ordered or d.first_reported, d.deal_id))
        dates = sorted(date for d in ordered for date in (d.ordered or d.first_reported, d.last_reported) if date)
        graph.add_edge(
            source,
            target,
            key=_edge_key((source, target, "ARMS_FLOW")),
            label="arms flow to",
            relation_type="ARMS_FLOW",
            polarity="affirmed",
            modality="asserted",
            weight=len(ordered),
            confidence=max(d.confidence for d in ordered),
            first_date=dates[0] if dates else "",
            last_date=dates[-1] if dates else "",
            documents=_SEPARATOR.join(sorted({document for d in ordered for document in d.documents})),
            evidence=_BETWEEN_SENTENCES.join(dict.fromkeys(text for d in ordered for text in d.evidence)),
        )


def _edge_key(parts: Iterable[str]) -> str:
    content = "\0".join(parts).encode()
    return f"e{hashlib.sha256(content).hexdigest()[:14]}"
