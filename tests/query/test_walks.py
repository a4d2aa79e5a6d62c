"""Walks: neighbourhoods, paths and the network of actors; and the tables that answer one question."""

from typing import Any

import networkx
import pandas
import pytest
from worlds import world

from graphbuilder.errors import QueryError


@pytest.mark.parametrize(
    ("hops", "found"),
    [
        (0, {"country:OZZ"}),
        (1, {"country:OZZ", "country:RUR", "country:FRE", "weapon:x-1", "weapon:frigate", "organization:zenda-works"}),
        (2, None),
    ],
)
def test_a_neighbourhood(hops: int, found: set[str] | None) -> None:
    part = world().neighbourhood("Emerald City", hops)
    everything = set(world().entities["entity_id"])
    assert set(part.entities["entity_id"]) == (everything if found is None else found)
    assert set(part.deals["deal_id"]) == {0: set(), 1: {"v2", "v3"}, 2: {"v1", "v2", "v3"}}[hops]


def test_a_negative_distance_is_refused() -> None:
    with pytest.raises(QueryError, match="-1 hops"):
        world().neighbourhood("Oz", -1)


def test_the_shortest_path_with_its_sentences() -> None:
    steps = world().paths("Rassendyll", "Firefly", most=1)
    assert list(zip(steps["from"], steps["to"], strict=True)) == [
        ("Rudolf Rassendyll", "Ruritania"),
        ("Ruritania", "Freedonia"),
        ("Freedonia", "Rufus T. Firefly"),
    ]
    assert list(steps["relation"]) == ["lead", "sell to", "be president of"]
    assert list(steps["step"]) == [1, 2, 3]
    assert list(steps["evidence"]) == ["Sentence number 3.", "Sentence number 7.", "Sentence number 5."]
    assert list(steps["polarity"]) == ["affirmed", "negated", "affirmed"]


def test_a_deal_links_its_parties_in_one_step() -> None:
    steps = world().paths("Freedonia", "Oz", most=1)
    assert list(steps["relation_type"]) == ["DEAL"]
    assert list(steps["relation"]) == ["Freedonia → Oz: frigate"]


def test_further_paths_are_longer_and_always_the_same() -> None:
    steps = world().paths("Freedonia", "Oz", most=3)
    lengths = steps.groupby("path").size()
    assert list(lengths) == sorted(lengths)
    assert len(lengths) == 3
    pandas.testing.assert_frame_equal(steps, world().paths("Freedonia", "Oz", most=3))


def test_no_path_is_an_empty_table_of_the_same_types() -> None:
    graph = world()
    graph.graph.remove_node("country:RUR")
    graph.graph.add_node("country:RUR", label="Ruritania", type="COUNTRY")
    nothing = graph.paths("Rassendyll", "Oz")
    assert len(nothing) == 0
    assert nothing.dtypes.equals(world().paths("Freedonia", "Oz").dtypes)


def test_the_network_of_actors() -> None:
    network = world().actors()
    assert type(network) is networkx.DiGraph
    assert network.edges["country:RUR", "country:FRE"] == {"weight": 4, "statements": 3, "deals": 1}
    assert network.nodes["country:OZZ"] == {"label": "Oz", "type": "COUNTRY", "country": "AUS"}
    assert not any(node.startswith(("weapon:", "v")) for node in network)
    assert list(network) == sorted(network)
    assert networkx.pagerank(network, weight="weight")["country:FRE"] > 0


def test_actors_of_one_type() -> None:
    assert set(world().actors("COUNTRY")) == {"country:FRE", "country:OZZ", "country:RUR"}
    with pytest.raises(QueryError, match="no type of actor 'WEAPON'"):
        world().actors("WEAPON")


def test_suppliers_and_recipients() -> None:
    suppliers = world().suppliers_of("Oz")
    assert list(suppliers["supplier"]) == ["Freedonia", "Ruritania"]
    assert list(suppliers["weapons"]) == ["frigate", "X-1"]
    assert list(suppliers["first"]) == ["2020", "2020-03"]
    recipients = world().recipients_of("Strelsau")
    assert recipients[["recipient", "deals", "statuses"]].to_numpy().tolist() == [
        ["Freedonia", 1, "delivered"],
        ["Oz", 1, "discussed"],
    ]
    assert list(world().suppliers_of("frigate")["supplier"]) == ["Freedonia", "Ruritania"]
    assert world().suppliers_of("Firefly").dtypes.equals(suppliers.dtypes)


def test_a_timeline_is_in_order_of_dates() -> None:
    told = world().timeline("Freedonia")
    assert list(told["triple_id"]) == ["t6", "t1", "t5", "t7"]
    assert list(told["date"]) == ["2018", "2019-05", "", ""]
    assert list(told["reported"]) == ["2020-03", "2019-08-29", "2020-03", "2021"]
    assert list(told["said_by"])[-1] == "a defence official"
    assert len(world().timeline()) == 9


@pytest.mark.parametrize(
    ("link", "found"),
    [
        pytest.param("v1", ["t1", "t2", "t6"], id="deal"),
        pytest.param("t4", ["t4"], id="triple"),
        pytest.param("s4", ["t4"], id="statement"),
        pytest.param(("country:RUR", "country:FRE"), ["t1", "t2", "t6", "t7"], id="two nodes"),
        pytest.param(["Strelsau", "Libertyville"], ["t1", "t2", "t6", "t7"], id="two names"),
        pytest.param(("country:RUR", "v1"), ["t1", "t2", "t6"], id="role in a deal"),
        pytest.param("Firefly", ["t5"], id="entity"),
    ],
)
def test_evidence(link: Any, found: list[str]) -> None:
    assert sorted(world().evidence(link)["triple_id"]) == found


def test_evidence_of_an_edge_by_its_key() -> None:
    graph = world()
    source, target, key = next(
        edge for edge in graph.graph.edges(keys=True) if edge[1] == "weapon:x-1" and edge[0] != "v2"
    )
    rows = graph.evidence((source, target, key))
    pandas.testing.assert_frame_equal(rows, graph.evidence(key))
    row = rows.iloc[0]
    assert (row["evidence"], row["title"], row["reported"], row["start"]) == (
        "Sentence number 8.",
        "A denial",
        "2021",
        320,
    )


def test_a_link_that_is_not_there_is_told() -> None:
    with pytest.raises(QueryError, match="no edge leads from 'country:OZZ' to 'country:RUR'"):
        world().evidence(("Oz", "Ruritania"))
