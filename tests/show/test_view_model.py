"""The view model: plain, sorted, complete, and the same every time."""

import json
from dataclasses import replace

import networkx as nx
import pytest
from show_sample import sample

from graphbuilder.records import Entity, EntityMention, Knowledge, Triple
from graphbuilder.show.plain import plain, web_address
from graphbuilder.show.view import view_model


def _triple(evidence: str, subject: str = "Russia", target: str = "Turkey") -> Triple:
    ends = (subject, "sell to", target, "a", "b", "COUNTRY", "COUNTRY", "SUPPLIES")
    meaning = ("affirmed", "asserted", "", "", 0.5, 100, 100 + len(evidence), evidence)
    return Triple("t1", "d1", 0, *ends, *meaning, "s1", "verb:active")


def test_it_holds_every_node_edge_statement_and_deal() -> None:
    knowledge, graph = sample()
    model = view_model(knowledge, graph)
    assert [node["id"] for node in model["nodes"]] == sorted(graph)
    # Arms flows are derived from the deals, which the page shows themselves.
    shown = [kind for *_, kind in graph.edges(data="relation_type") if kind != "ARMS_FLOW"]
    assert len(model["edges"]) == len(shown) == len({edge["id"] for edge in model["edges"]})
    assert model["counts"]["statements"] == len(knowledge.triples)
    assert [deal["deal_id"] for deal in model["deals"]] == sorted(deal.deal_id for deal in knowledge.deals)


def test_it_is_plain_json_and_the_same_every_time() -> None:
    first, second = (json.dumps(view_model(*sample()), allow_nan=False) for _ in range(2))
    assert first == second
    assert json.loads(first) == view_model(*sample())


def test_every_statement_between_two_names_is_reached_from_its_edge() -> None:
    model = view_model(*sample())
    reached = {place for edge in model["edges"] if edge["family"] != "deal" for place in edge["statements"]}
    assert reached == set(range(len(model["statements"])))
    for edge in model["edges"]:
        for place in edge["statements"] if edge["family"] != "deal" else []:
            row = model["statements"][place]
            assert (row["subject_id"], row["object_id"], row["polarity"]) == (
                edge["from"],
                edge["to"],
                edge["polarity"],
            )


def test_a_deals_history_is_in_the_order_of_its_reports() -> None:
    model = view_model(*sample())
    for deal in model["deals"]:
        dates = [model["statements"][place]["reported"] for place in deal["statements"]]
        assert dates and dates == sorted(dates)


def test_marks_stand_on_the_mentions_of_both_ends_counted_as_a_browser_counts() -> None:
    evidence = "🚀 It sold two batteries to Ankara."
    knowledge = Knowledge(
        entities=(Entity("a", "Russia", "COUNTRY"), Entity("b", "Turkey", "COUNTRY")),
        triples=(_triple(evidence),),
        mentions=(
            EntityMention("a", "d1", 0, 102, 104, "It", "pronoun"),
            EntityMention("b", "d1", 0, 127, 133, "Ankara", "name"),
            EntityMention("b", "d1", 5, 900, 906, "Ankara", "name"),
        ),
    )
    statement = view_model(knowledge, nx.MultiDiGraph())["statements"][0]
    assert statement["marks"] == [[3, 5, "s"], [28, 34, "o"]]
    text = evidence.encode("utf-16-le")
    assert [text[2 * a : 2 * b].decode("utf-16-le") for a, b, _ in statement["marks"]] == ["It", "Ankara"]


def test_there_are_no_marks_where_sentence_and_offsets_disagree() -> None:
    triple = _triple("A sentence that was cut")
    knowledge = Knowledge(
        triples=(replace(triple, end=999),),
        mentions=(EntityMention("a", "d1", 0, 102, 104, "x", "name"),),
    )
    assert view_model(knowledge, nx.MultiDiGraph())["statements"][0]["marks"] == []


def test_parallel_edges_bend_apart_in_both_directions() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, target, key in [("a", "b", "1"), ("a", "b", "2"), ("b", "a", "3"), ("b", "a", "4")]:
        graph.add_edge(source, target, key=key, label=key)
    edges = view_model(Knowledge(), graph)["edges"]
    # A bend seen from the other end is on the other side.
    seen = {edge["bend"] * (1 if edge["from"] == "a" else -1) for edge in edges}
    assert len(seen) == 4


def test_a_graph_read_back_from_a_file_shows_without_records() -> None:
    _, graph = sample()
    model = view_model(Knowledge(), graph)
    assert len(model["nodes"]) == len(graph)
    assert all(edge["evidence"] for edge in model["edges"] if edge["family"] != "deal")


def test_the_steps_of_a_deal_stand_in_the_order_in_which_they_happened() -> None:
    model = view_model(*sample())
    assert [row["status"] for row in model["events"]] == ["ordered", "delivered", "delivering"]
    for row in model["events"]:
        (place,) = row["statements"]
        assert model["statements"][place]["relation"] == row["wording"] and row["evidence"] == ""


def test_a_step_whose_statement_is_not_there_keeps_its_sentence() -> None:
    knowledge, _ = sample()
    event = replace(knowledge.deal_events[0], triples=("nowhere",))
    (row,) = view_model(Knowledge(deal_events=(event,)), nx.MultiDiGraph())["events"]
    assert row["statements"] == [] and row["evidence"] == event.evidence


def test_decisions_stand_joins_first() -> None:
    rows = view_model(*sample())["decisions"]
    assert [(row["outcome"], row["other"]) for row in rows] == [("joined", "Türkiye"), ("apart", "Moscow")]


def test_an_empty_graph_has_an_empty_view() -> None:
    model = view_model(Knowledge(), nx.MultiDiGraph())
    assert model["nodes"] == model["edges"] == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param("https://news.example/a?b=1", "https://news.example/a?b=1", id="https"),
        pytest.param("http://news.example", "http://news.example", id="http"),
        pytest.param("javascript:alert(1)", "", id="javascript"),
        pytest.param("JaVaScRiPt://x.example/%0aalert(1)", "", id="javascript-with-slashes"),
        pytest.param("data:text/html,<b>", "", id="data"),
        pytest.param("https://", "", id="no-host"),
        pytest.param("https://a b", "", id="space"),
        pytest.param("https://[", "", id="damaged"),
        pytest.param("Hurriyet", "", id="name"),
    ],
)
def test_only_addresses_of_the_web_become_links(text: str, address: str) -> None:
    assert web_address(text) == address


def test_plain_values() -> None:
    assert plain({"b": (1, 2.0), "a": {"y", "x"}, "c": float("nan"), "d": "\ud800x"}) == {
        "a": ["x", "y"],
        "b": [1, 2.0],
        "c": None,
        "d": "\ufffdx",
    }
