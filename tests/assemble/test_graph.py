"""The graph: merged statements, deals with their roles, plain values."""

from dataclasses import replace

import networkx as nx
import pytest
from assemble_samples import SUBJECT, Sample, build, triples_and_deals

from graphbuilder.assemble.graph import graph_of

SELL = {"relation_type": "SUPPLIES", "status": "ordered", "kind": "sale", "relation": "sell"}
ARGS = [("Russia", "giver", SUBJECT), ("S-400", "theme"), ("Turkey", "receiver", {"preposition": "to"})]
SAMPLE = Sample(
    "Russia sold S-400 to Turkey.\nRussia sold S-400 to Turkey.",
    {"Russia": "Russia", "Turkey": "Turkey", "S-400": "S-400"},
    [
        {"at": "sold", **SELL, "args": ARGS, "date": "2019"},
        {"at": "sold", "after": 20, **SELL, "args": ARGS, "date": "2017"},
    ],
)


@pytest.fixture
def graph():
    triples, deals = triples_and_deals(SAMPLE)
    return graph_of(build(SAMPLE)[2], triples, deals)


def test_statements_that_say_the_same_are_one_edge(graph):
    data = [
        d
        for _, _, d in graph.edges("id Russia", data=True)
        if d["relation_type"] == "SUPPLIES" and d["label"] == "sell to"
    ]
    assert [(d["weight"], d["first_date"], d["last_date"]) for d in data] == [(2, "2017", "2019")]


def test_deal_roles(graph):
    roles = sorted((u.split()[-1][:6], v.split()[-1][:6], d["relation_type"]) for u, v, d in graph.edges(data=True))
    deals = [n for n, d in graph.nodes(data=True) if d["type"] == "DEAL"]
    assert len(deals) == 2
    for deal in deals:
        short = deal[:6]
        assert {("Russia", short, "SUPPLIER"), (short, "Turkey", "RECIPIENT"), (short, "S-400", "WEAPON")} <= set(roles)


def test_deal_node_carries_its_row(graph):
    data = [d for _, d in graph.nodes(data=True) if d["type"] == "DEAL"]
    assert {d["status"] for d in data} == {"ordered"}
    assert all("quantity" not in d for d in data)
    assert all(isinstance(v, str | int | float) for d in data for v in d.values())


def test_deals_of_a_pair_are_one_flow(graph):
    flows = [(u, v, d) for u, v, d in graph.edges(data=True) if d["relation_type"] == "ARMS_FLOW"]
    assert [(u, v, d["weight"], d["documents"]) for u, v, d in flows] == [("id Russia", "id Turkey", 2, "doc0")]
    assert flows[0][2]["evidence"].startswith("Russia sold S-400 to Turkey.")


@pytest.mark.parametrize("status", ["discussed", "requested", "suspended", "cancelled", "refused"])
def test_what_does_not_flow(status):
    triples, deals = triples_and_deals(SAMPLE)
    found = graph_of(build(SAMPLE)[2], triples, [replace(deal, status=status) for deal in deals])
    assert [d for _, _, d in found.edges(data=True) if d["relation_type"] == "ARMS_FLOW"] == []


def test_every_edge_has_the_promised_attributes(graph):
    wanted = {
        "label",
        "relation_type",
        "polarity",
        "modality",
        "weight",
        "confidence",
        "first_date",
        "last_date",
        "documents",
        "evidence",
    }
    assert all(set(d) == wanted for _, _, d in graph.edges(data=True))
    assert all(isinstance(key, str) for _, _, key in graph.edges(keys=True))


def test_graphml_round_trip(graph, tmp_path):
    path = tmp_path / "graph.graphml"
    nx.write_graphml(graph, path)
    back = nx.read_graphml(path)
    assert set(back.nodes) == set(graph.nodes)
    assert back.number_of_edges() == graph.number_of_edges()
