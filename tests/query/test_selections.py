"""Selections: a part of the graph, whole in itself, with tables of the same types."""

import copy
import pickle
from dataclasses import replace
from datetime import date
from typing import Any

import networkx
import pandas
import pytest
from worlds import DEALS, records, world

from graphbuilder.errors import QueryError
from graphbuilder.export.tables import TABLES
from graphbuilder.knowledge import KnowledgeGraph


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        pytest.param({}, ["v1", "v2", "v3"], id="none"),
        pytest.param({"supplier": "Ruritania"}, ["v1", "v2"], id="supplier"),
        pytest.param({"supplier": "Strelsau"}, ["v1", "v2"], id="alias"),
        pytest.param({"supplier": ["Strelsau", "Freedonia"], "recipient": "Oz"}, ["v2", "v3"], id="several"),
        pytest.param({"recipient": "Ruritania"}, [], id="no such deal"),
        pytest.param({"party": "Freedonia"}, ["v1", "v3"], id="either side"),
        pytest.param({"weapon": "frigates"}, ["v1", "v3"], id="weapon"),
        pytest.param({"category": "ships", "kind": "sale"}, ["v1", "v2", "v3"], id="category and kind"),
        pytest.param({"status": ["ordered", "delivered"]}, ["v1", "v3"], id="status"),
        pytest.param({"since": "2020"}, ["v2", "v3"], id="since, else first reported"),
        pytest.param({"since": "2019-06", "until": date(2020, 2, 1)}, ["v3"], id="a year lies in each of its parts"),
        pytest.param({"until": "2019"}, ["v1"], id="until"),
        pytest.param({"least_confidence": 0.9}, [], id="confidence"),
    ],
)
def test_deals(conditions: dict[str, Any], found: list[str]) -> None:
    assert list(world().deals(**conditions).deals["deal_id"]) == found


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        pytest.param({"subject": "Rassendyll"}, ["t3"], id="subject"),
        pytest.param({"object": "Oz"}, ["t4"], id="object"),
        pytest.param({"about": "Firefly"}, ["t5"], id="about"),
        pytest.param({"relation_type": "SUPPLIES", "polarity": "affirmed"}, ["t1", "t2", "t6"], id="type and polarity"),
        pytest.param({"modality": ["possible", "planned"]}, ["t4"], id="modality"),
        pytest.param({"said_by": "Firefly"}, ["t4"], id="speaker"),
        pytest.param({"said_by": "a defence official"}, ["t7"], id="speaker without a name"),
        pytest.param({"said_by": "", "since": "2021"}, ["t8", "t9"], id="the article itself"),
        pytest.param({"until": "2018-12"}, ["t6"], id="own date before that of the article"),
        pytest.param({"least_confidence": 0.94}, ["t9"], id="confidence"),
    ],
)
def test_triples(conditions: dict[str, Any], found: list[str]) -> None:
    assert list(world().triples(**conditions).triples["triple_id"]) == found


def test_a_selection_of_deals_holds_what_belongs_to_them() -> None:
    part = world().deals(status="delivered")
    assert list(part.triples["triple_id"]) == ["t1", "t2", "t6"]
    assert list(part.entities["entity_id"]) == [
        *("country:FRE", "country:RUR", "organization:zenda-works", "weapon:frigate"),
    ]
    assert list(part.documents["document_id"]) == ["d1", "d2"]
    assert set(part.mentions["document_id"]) == {"d1", "d2"}
    assert list(part.deal_events["deal_id"]) == ["v1", "v1"]
    assert list(part.attributes["entity_id"]) == ["organization:zenda-works"]
    assert set(part.graph) == {*part.entities["entity_id"], "v1"}


def test_an_edge_says_what_its_kept_triples_say() -> None:
    whole = world()
    edge = {"weight": 2, "first_date": "2018", "last_date": "2019-05", "documents": "d1|d2"}
    assert _sold(whole).items() >= edge.items()
    part = whole.between("2019", "2019")
    edge = {
        "weight": 1,
        "first_date": "2019-05",
        "last_date": "2019-05",
        "documents": "d1",
        "evidence": "Sentence number 1.",
    }
    assert _sold(part).items() >= edge.items()
    assert _sold(whole)["weight"] == 2


def _sold(graph: KnowledgeGraph) -> dict[str, Any]:
    edges = graph.graph["country:RUR"]["country:FRE"].values()
    return next(edge for edge in edges if edge["label"] == "sell to" and edge["polarity"] == "affirmed")


def test_the_edge_that_sums_up_deals_counts_the_kept_ones() -> None:
    whole = world(replace(records(), deals=(*DEALS, replace(DEALS[0], deal_id="v9", confidence=0.3, ordered="2017"))))

    def flow(graph: KnowledgeGraph) -> list[dict[str, Any]]:
        edges = graph.graph.get_edge_data("country:RUR", "country:FRE", default={}).values()
        return [edge for edge in edges if edge["relation_type"] == "ARMS_FLOW"]

    assert [(edge["weight"], edge["first_date"]) for edge in flow(whole)] == [(2, "2017")]
    assert [(edge["weight"], edge["confidence"], edge["first_date"]) for edge in flow(whole.deals(since="2018"))] == [
        (1, 0.8, "2019-05")
    ]
    assert flow(whole.deals(recipient="Oz")) == []


def test_selections_can_be_chained_saved_and_loaded(tmp_path: Any) -> None:
    from graphbuilder import load

    part = world().deals(supplier="Ruritania").deals(recipient="Freedonia").triples(object="frigate")
    assert list(part.triples["triple_id"]) == ["t2"]
    part.save(tmp_path / "part")
    back = load(tmp_path / "part")
    assert list(back.deals["deal_id"]) == ["v1"]
    assert networkx.utils.graphs_equal(back.graph, part.graph)


@pytest.mark.parametrize(
    "select",
    [
        pytest.param(lambda graph: graph.deals(supplier="Oz"), id="no deal"),
        pytest.param(lambda graph: graph.deals(weapon="frigate"), id="deals"),
        pytest.param(lambda graph: graph.triples(about="Oz"), id="triples"),
        pytest.param(lambda graph: graph.neighbourhood("Oz"), id="neighbourhood"),
        pytest.param(lambda graph: graph.between("2020"), id="between"),
    ],
)
def test_the_tables_of_a_selection_have_the_same_types(select: Any) -> None:
    whole = world()
    part = select(whole)
    assert isinstance(part, KnowledgeGraph)
    for table in TABLES:
        assert getattr(part, table).dtypes.equals(getattr(whole, table).dtypes), table
        assert list(getattr(part, table).index) == list(range(len(getattr(part, table))))
    assert {edge["relation_type"] for _, _, edge in part.graph.edges(data=True)} <= {
        edge["relation_type"] for _, _, edge in whole.graph.edges(data=True)
    }


def test_a_selection_leaves_the_whole_as_it_was() -> None:
    whole = world()
    part = whole.deals(status="delivered")
    part.graph.nodes["country:RUR"]["label"] = "changed"
    part.deals.loc[0, "weapon"] = "changed"
    assert whole.graph.nodes["country:RUR"]["label"] == "Ruritania"
    assert "changed" not in set(whole.deals["weapon"])


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        pytest.param(
            {"status": "orderd"}, "no status 'orderd'; allowed are discussed, .*did you mean 'ordered'", id="word"
        ),
        pytest.param({"category": "boats"}, "no category 'boats'; allowed are ships", id="category"),
        pytest.param({"since": "last year"}, "'last year' is not a date; write it as 2019", id="date"),
        pytest.param({"since": "2019-13"}, "is not a date", id="month"),
        pytest.param({"since": "2020", "until": "2019"}, "ends before it begins", id="period"),
        pytest.param({"least_confidence": 80}, "must be between 0 and 1", id="confidence"),
    ],
)
def test_what_cannot_be_asked_is_told(ask: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        world().deals(**ask)


def test_an_unknown_condition_is_an_error() -> None:
    with pytest.raises(TypeError, match="suplier"):
        world().deals(suplier="Oz")  # type: ignore[call-arg]


def test_a_relation_type_that_no_triple_has_finds_nothing() -> None:
    assert len(world().triples(relation_type="SANCTIONS").triples) == 0


def test_a_table_that_can_be_called_is_a_frame_in_all_else() -> None:
    graph = world()
    assert isinstance(graph.deals, pandas.DataFrame)
    assert graph.deals is graph.deals
    for made in (
        graph.deals.copy(),
        copy.deepcopy(graph.deals),
        pickle.loads(pickle.dumps(graph.deals)),
        graph.deals.head(2),
    ):
        assert type(made) is pandas.DataFrame
    pandas.testing.assert_frame_equal(pickle.loads(pickle.dumps(graph.deals)), pandas.DataFrame(graph.deals))
    assert len(pandas.concat([graph.deals, graph.deals])) == 6
    assert len(graph.deals[graph.deals["supplier"] == "Ruritania"]) == 2
    assert "Ruritania" in graph.deals._repr_html_()  # type: ignore[operator]


def test_a_graph_can_be_pickled_and_copied() -> None:
    for again in (pickle.loads(pickle.dumps(world())), copy.deepcopy(world())):
        assert list(again.deals(supplier="Strelsau").deals["deal_id"]) == ["v1", "v2"]
        assert again.title == "3 articles"


def test_between_selects_what_was_said_and_dealt() -> None:
    part = world().between("2020", "2020")
    assert list(part.deals["deal_id"]) == ["v2", "v3"]
    assert list(part.triples["triple_id"]) == ["t4", "t5"]
