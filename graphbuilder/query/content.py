"""What a graph holds, and the part of it that a selection keeps."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, TypeAlias

import networkx
import numpy
import pandas

from graphbuilder.query.frames import items
from graphbuilder.query.names import Names

Graph: TypeAlias = "networkx.MultiDiGraph[str]"
ROLES = frozenset({"SUPPLIER", "RECIPIENT", "WEAPON", "MANUFACTURER"})
# The edge that sums up the deals of a pair of actors, and the states of deals that it counts.
FLOW = "ARMS_FLOW"
_FLOWING = frozenset({"approved", "ordered", "delivering", "delivered"})
# Types of edges that are made from deals, not from triples.
OF_DEALS = ROLES | {FLOW}
DEAL = "DEAL"
_SENSE = ["subject_id", "object_id", "relation", "relation_type", "polarity", "modality"]
_BETWEEN_SENTENCES = " ¶ "


@dataclass(frozen=True, eq=False)
class Content:
    """A graph and its tables, with what is looked up in them often.

    Attributes:
        graph_of: Gives the graph, which is not changed; a selection makes its graph when it is first looked at.
        tables: A frame for each table, by name.
        size: How many rows each table had when this was made.
    """

    graph_of: Callable[[], "networkx.MultiDiGraph[str]"]
    tables: Mapping[str, pandas.DataFrame]
    size: tuple[int, ...] = ()

    @property
    def graph(self) -> "networkx.MultiDiGraph[str]":
        """The graph."""
        return self.graph_of()

    @cached_property
    def entity_rows(self) -> dict[str, int]:
        """The row of each entity by its id."""
        return {entity_id: row for row, entity_id in enumerate(self.tables["entities"]["entity_id"])}

    @cached_property
    def names(self) -> Names:
        """The names of the entities."""
        return Names(self.tables["entities"])

    @cached_property
    def labels(self) -> dict[str, str]:
        """The name of each entity by its id."""
        entities = self.tables["entities"]
        return dict(zip(entities["entity_id"], entities["name"], strict=True))

    @cached_property
    def article_dates(self) -> dict[str, str]:
        """The date of each article by its id."""
        documents = self.tables["documents"]
        return dict(zip(documents["document_id"], documents["date"], strict=True))

    @cached_property
    def places(self) -> dict[tuple[str, ...], list[int]]:
        """The rows of the table of triples that an edge stands for, by what makes an edge one."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        columns = [self.tables["triples"][name].tolist() for name in _SENSE]
        for place, sense in enumerate(zip(*columns, strict=True)):
            if sense[0] and sense[1]:
                found[sense].append(place)
        return found

    def rows_of(self, source: str, target: str, attributes: Mapping[str, Any]) -> list[int]:
        """Give the rows of the table of triples that an edge stands for."""
        sense = (attributes.get(name) or "" for name in ("label", "relation_type", "polarity", "modality"))
        return self.places.get((source, target, *sense), [])

    def dated(self) -> "pandas.Series[str]":
        """Give for each triple its date, or else that of its article."""
        triples = self.tables["triples"]
        return triples["date"].where(triples["date"] != "", triples["document_id"].map(self.article_dates).fillna(""))


def part(
    content: Content, entities: set[str], triples: Any, deals: Any
) -> tuple[Callable[[], Graph], dict[str, pandas.DataFrame]]:
    """Give the part of a graph that a selection keeps.

    Args:
        content: The whole.
        entities: The ids of the entities to keep.
        triples: Which rows of the table of triples to keep, as truth values.
        deals: Which rows of the table of deals to keep, as truth values.

    Returns:
        What makes the graph with the kept nodes, the roles of the kept deals and the edges of the kept triples (an edge of which
        only some triples are kept says what those say), and the tables with the rows that belong to them.
    """
    tables = content.tables
    kept = {
        "triples": tables["triples"][numpy.asarray(triples)],
        "deals": tables["deals"][numpy.asarray(deals)],
    }
    kept["entities"] = tables["entities"][tables["entities"]["entity_id"].isin(entities)]
    documents = set(kept["triples"]["document_id"])
    for cell in kept["deals"]["documents"]:
        documents.update(items(cell))
    kept["documents"] = tables["documents"][tables["documents"]["document_id"].isin(documents)]
    mentions = tables["mentions"]
    of_kept = mentions["entity_id"].isin(entities) & mentions["document_id"].isin(documents)
    kept["mentions"] = mentions[of_kept]
    for name, table in tables.items():
        if name not in kept:
            kept[name] = _of_owners(table, entities, set(kept["deals"]["deal_id"]))
    frames = {name: kept[name].reset_index(drop=True) for name in tables}
    rows = {int(place) for place in numpy.flatnonzero(numpy.asarray(triples))}
    return partial(_graph, content, entities, set(kept["deals"]["deal_id"]), rows), frames


def _of_owners(table: pandas.DataFrame, entities: set[str], deals: set[str]) -> pandas.DataFrame:
    """Keep the rows of a further table that belong to a kept entity or deal, all where they belong to neither."""
    for column, owners in (("deal_id", deals), ("entity_id", entities)):
        if column in table.columns:
            return table[table[column].isin(owners)]
    return table


def _graph(content: Content, entities: set[str], deals: set[str], rows: set[int]) -> Graph:
    whole = content.graph
    graph: Graph = networkx.MultiDiGraph(**whole.graph)
    nodes = sorted(node for node in entities | deals if node in whole)
    graph.add_nodes_from((node, dict(whole.nodes[node])) for node in nodes)
    for source in nodes:
        for target, parallel in whole.adj[source].items():
            if target in graph:
                for edge_key, attributes in parallel.items():
                    kept = _edge(content, source, target, attributes, rows, deals)
                    if kept is not None:
                        graph.add_edge(source, target, key=edge_key, **kept)
    return graph


def _edge(
    content: Content, source: str, target: str, attributes: Mapping[str, Any], rows: set[int], deals: set[str]
) -> dict[str, Any] | None:
    if attributes.get("relation_type") in ROLES:
        return dict(attributes)
    if attributes.get("relation_type") == FLOW:
        return _flow(content.tables["deals"], source, target, attributes, deals)
    places = content.rows_of(source, target, attributes)
    kept = [place for place in places if place in rows]
    if len(kept) == len(places):  # also an edge that no triple stands behind: one that the user has added
        return dict(attributes)
    return {**attributes, **_said(content.tables["triples"].iloc[kept])} if kept else None


def _flow(
    deals: pandas.DataFrame, source: str, target: str, attributes: Mapping[str, Any], kept: set[str]
) -> dict[str, Any] | None:
    """Sum up the kept deals of a pair of actors as the attributes of the edge that stands for them."""
    of_pair = deals[(deals["supplier_id"] == source) & (deals["recipient_id"] == target)]
    of_pair = of_pair[of_pair["status"].isin(_FLOWING)]
    found = of_pair[of_pair["deal_id"].isin(kept)]
    if len(found) == len(of_pair):
        return dict(attributes)
    if not len(found):
        return None
    days = found["ordered"].where(found["ordered"] != "", found["first_reported"])
    dates = sorted(day for day in [*days, *found["last_reported"]] if day)
    return {
        **attributes,
        "weight": len(found),
        "confidence": float(found["confidence"].max()),
        "first_date": dates[0] if dates else "",
        "last_date": dates[-1] if dates else "",
        "documents": "|".join(sorted({name for cell in found["documents"] for name in items(cell)})),
        "evidence": _BETWEEN_SENTENCES.join(dict.fromkeys(cell for cell in found["evidence"] if cell)),
    }


def _said(triples: pandas.DataFrame) -> dict[str, Any]:
    """Sum up triples as the attributes of the edge that stands for them."""
    ordered = triples.sort_values(["date", "document_id", "start", "triple_id"])
    dates = [day for day in ordered["date"] if day]
    return {
        "weight": len(ordered[["document_id", "statement_id"]].drop_duplicates()),
        "confidence": float(ordered["confidence"].max()),
        "first_date": dates[0] if dates else "",
        "last_date": dates[-1] if dates else "",
        "documents": "|".join(sorted(set(ordered["document_id"]))),
        "evidence": _BETWEEN_SENTENCES.join(dict.fromkeys(ordered["evidence"])),
    }


def participants(content: Content, triples: pandas.DataFrame, deals: pandas.DataFrame) -> set[str]:
    """Give the ids of the entities that take part in triples and deals."""
    found = {*triples["subject_id"], *triples["object_id"], *triples["attributed_to"]}
    found.update(*(deals[f"{role}_id"] for role in ("supplier", "recipient", "weapon")))
    makers: Iterable[str] = (
        name for column in ("manufacturer", "operators") for cell in deals[column] for name in items(cell)
    )
    found.update(content.names.find(name) or "" for name in makers)
    return found & set(content.labels)
