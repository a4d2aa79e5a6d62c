"""Names: any wording finds the entity, and an unknown one is answered with the nearest."""

from dataclasses import replace

import pytest
from worlds import records, world

from graphbuilder.errors import QueryError
from graphbuilder.records import Entity


@pytest.mark.parametrize(
    ("name", "entity_id"),
    [
        pytest.param("Ruritania", "country:RUR", id="name"),
        pytest.param("country:RUR", "country:RUR", id="id"),
        pytest.param("Strelsau", "country:RUR", id="alias"),
        pytest.param("  STRELSAU ", "country:RUR", id="case and space"),
        pytest.param("X1", "weapon:x-1", id="dash"),
        pytest.param("Rassendyll", "person:rudolf-rassendyll", id="last name"),
        pytest.param("Rufus T Firefly", "person:rufus-firefly", id="dot"),
        pytest.param("Zenda", "organization:zenda-works", id="alias of a company"),
    ],
)
def test_a_name_finds_its_entity(name: str, entity_id: str) -> None:
    assert world().entity(name).entity_id == entity_id


def test_an_entity_has_its_columns() -> None:
    entity = world().entity("Firefly")
    assert (entity.name, entity.type, entity.country, entity.mentions) == ("Rufus T. Firefly", "PERSON", "FRA", 2)
    assert (entity.aliases, entity.documents, entity.wikidata) == (("Firefly",), ("d2",), "Q7377984")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("Ruritannia", "no entity is called 'Ruritannia'; the nearest names are Ruritania", id="misspelt"),
        pytest.param("Libertyvile", "the nearest names are Libertyville", id="misspelt alias"),
        pytest.param("qqqqqqqq", "the column `name` of `.entities`", id="like nothing"),
        pytest.param("", "the column `name`", id="empty"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(name: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        world().entity(name)


def test_each_near_entity_is_offered_once() -> None:
    with pytest.raises(QueryError) as told:
        world().entity("Ruritani")
    assert ("Ruritania" in str(told.value), "Ruritanian" in str(told.value)) == (True, False)


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda graph: graph.deals(supplier="Ruritannia"), id="deals"),
        pytest.param(lambda graph: graph.triples(subject="Ruritannia"), id="triples"),
        pytest.param(lambda graph: graph.triples(said_by="Ruritannia"), id="speaker"),
        pytest.param(lambda graph: graph.neighbourhood("Ruritannia"), id="neighbourhood"),
        pytest.param(lambda graph: graph.paths("Oz", "Ruritannia"), id="paths"),
        pytest.param(lambda graph: graph.suppliers_of("Ruritannia"), id="suppliers"),
        pytest.param(lambda graph: graph.timeline("Ruritannia"), id="timeline"),
        pytest.param(lambda graph: graph.evidence("Ruritannia"), id="evidence"),
    ],
)
def test_every_question_says_so(ask: object) -> None:
    with pytest.raises(QueryError, match="Ruritania"):
        ask(world())  # type: ignore[operator]


def test_an_entity_that_was_added_is_found() -> None:
    graph = world()
    graph.entity("Oz")
    graph.entities.loc[len(graph.entities)] = ["country:SYL", "Sylvania", "COUNTRY", "", "", 1, "", ""]
    assert graph.entity("Sylvania").entity_id == "country:SYL"


def test_a_place_gives_way_to_the_state_called_by_its_capital() -> None:
    known = records()
    capital = Entity("location:strelsau", "Strelsau", "LOCATION", "RUS", (), 99, ("d1",))
    graph = world(replace(known, entities=(*known.entities, capital)))
    assert graph.entity("Strelsau").entity_id == "country:RUR"
    assert graph.entity("location:strelsau").entity_id == "location:strelsau"
    assert list(graph.recipients_of("Strelsau")["recipient"]) == ["Freedonia", "Oz"]
