"""Why names are one entity or two, in words."""

import networkx
import pytest

from graphbuilder.errors import QueryError
from graphbuilder.explain import explain
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.records import Article, Attribute, Decision, Entity, EntityMention, Knowledge


@pytest.fixture
def told() -> Knowledge:
    return Knowledge(
        articles=(Article("d1", "", (), path="a.txt"), Article("d2", "", (), title="A title")),
        sentences=(3, 1),
        entities=(
            Entity("org:acme-works", "Acme Works", "ORGANIZATION", "POL", ("AW", "Acme"), 3, ("d1", "d2")),
            Entity("org:acme-words", "Acme Words", "ORGANIZATION", "", (), 1, ("d1",)),
            Entity("person:jan-nowak", "Jan Nowak", "PERSON", "POL", ("Nowak",), 1, ("d1",)),
            Entity("person:piotr-nowak", "Piotr Nowak", "PERSON", "", ("Nowak",), 1, ("d2",)),
        ),
        mentions=(
            EntityMention("org:acme-works", "d1", 0, 0, 10, "Acme Works", "name"),
            EntityMention("org:acme-works", "d1", 2, 90, 101, "the company", "nominal"),
            EntityMention("org:acme-works", "d2", 0, 4, 6, "AW", "name"),
            EntityMention("org:acme-words", "d1", 1, 50, 60, "Acme Words", "name"),
            EntityMention("person:jan-nowak", "d1", 1, 70, 79, "Jan Nowak", "name"),
            EntityMention("person:piotr-nowak", "d2", 0, 20, 31, "Piotr Nowak", "name"),
        ),
        decisions=(
            Decision(
                "org:acme-works", "corrected", "corrections", "Acme", "Acme", "", None, 'merge "Acme", "AW" (c.toml)'
            ),
            Decision("org:acme-works", "joined", "article", "", "", "", 0.8, '"AW" abbreviates "Acme Works"', 2, "d1"),
            Decision(
                *("person:jan-nowak", "apart", "articles", "Jan Nowak", "Piotr Nowak"),
                "person:piotr-nowak",
                None,
                "given names differ",
            ),
        ),
        attributes=(
            Attribute("org:acme-works", "country", "POL", "", "", "text", "d1", 2),
            Attribute("person:jan-nowak", "role", "minister", "2019", "", "table", "public record"),
        ),
    )


LINES = [
    pytest.param("AW", "Acme Works (org:acme-works)", id="by alias"),
    pytest.param("acme works", "  ORGANIZATION of POL; 3 mentions in 2 articles", id="by name in any case"),
    pytest.param("org:acme-works", "    country POL (text: d1, 2 articles)", id="by id: origin of a country"),
    pytest.param("Jan Nowak", "    role minister 2019- (table: public record)", id="office with its years"),
    pytest.param("AW", "        1 x 'the company' (nominal)", id="wordings"),
    pytest.param("AW", '    0.80  "AW" abbreviates "Acme Works" (2 articles)', id="scored reason"),
    pytest.param("AW", '     -    merge "Acme", "AW" (c.toml)', id="correction"),
    pytest.param(
        "Jan Nowak",
        '     -    "Jan Nowak" and "Piotr Nowak" (person:piotr-nowak): given names differ',
        id="kept apart",
    ),
    pytest.param(
        "AW", '    "Acme Words" (org:acme-words): nothing in their names speaks for one thing', id="alike in writing"
    ),
    pytest.param("AW", "    a.txt, sentence 3, 90-101: 'the company' (nominal)", id="mention"),
    pytest.param("AW", "    A title, sentence 1, 4-6: 'AW' (name)", id="article without path"),
]


@pytest.mark.parametrize(("name", "line"), LINES)
def test_lines(told: Knowledge, name: str, line: str) -> None:
    assert line in explain(told, [name]).text.split("\n")


def test_an_alias_of_two_shows_both(told: Knowledge) -> None:
    assert explain(told, ["Nowak"]).entities == ("person:jan-nowak", "person:piotr-nowak")


PAIRS = [
    pytest.param(
        ("Jan Nowak", "Piotr Nowak"),
        [
            '"Jan Nowak" and "Piotr Nowak" are two',
            '  person:jan-nowak and person:piotr-nowak:  -    "Jan Nowak" and "Piotr Nowak" (person:piotr-nowak): given names differ',
            '  To make them one: [[merge]] names = ["Jan Nowak", "Piotr Nowak"]',
        ],
        id="two, as decided",
    ),
    pytest.param(
        ("Piotr Nowak", "Jan Nowak"),
        [
            '"Piotr Nowak" and "Jan Nowak" are two',
            '  person:piotr-nowak and person:jan-nowak: given names of "Piotr Nowak" and "Jan Nowak" differ',
        ],
        id="two, compared anew",
    ),
    pytest.param(
        ("AW", "Acme Works"),
        [
            '"AW" and "Acme Works" are one: org:acme-works',
            '  0.80  "AW" abbreviates "Acme Works" (2 articles)',
            '  To part them: [[never-merge]] names = ["AW", "Acme Works"]',
        ],
        id="one",
    ),
    pytest.param(
        ("AW", "Jan Nowak"),
        ["  org:acme-works and person:jan-nowak: ORGANIZATION and PERSON are never one"],
        id="types",
    ),
]


@pytest.mark.parametrize(("names", "lines"), PAIRS)
def test_pairs(told: Knowledge, names: tuple[str, str], lines: list[str]) -> None:
    said = explain(told, names).text.split("\n")
    assert [line for line in lines if line not in said] == []


ERRORS = [
    pytest.param(["Acme Works", "Acme Work"], "no entity is called 'Acme Work'; near are 'Acme Works'", id="near"),
    pytest.param(["Zzz"], "no entity is called 'Zzz'; give a name, an alias or an id", id="nothing near"),
    pytest.param(["!"], "no entity is called '!'; give", id="no letters"),
    pytest.param([], "no name was given", id="none"),
]


@pytest.mark.parametrize(("names", "message"), ERRORS)
def test_unknown_names(told: Knowledge, names: list[str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        explain(told, names)


def test_from_python(told: Knowledge) -> None:
    graph = KnowledgeGraph.from_records(told, networkx.MultiDiGraph())
    said = graph.explain("AW")
    assert str(said) == said.text == explain(told, ["AW"]).text
    assert said._repr_html_().startswith("<pre>Acme Works (org:acme-works)\n")
    assert "&#x27;the company&#x27;" in said._repr_html_()
