"""What is known of entities, and whether a table, a text or a correction says so."""

import pytest
from article_trees import lexicon, name, read

from graphbuilder.lexicon import Lexicon
from graphbuilder.records import Article, Attribute, Mention, Reading, Thing, Triple
from graphbuilder.resolve.attributes import with_makers
from graphbuilder.resolve.coreference import resolve_article
from graphbuilder.resolve.entities import merge_things
from graphbuilder.resolve.scores import Mark


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon()


def reading(document: str, thing: Thing) -> Reading:
    mention = Mention(document, 0, 0, 5, thing.name, "name", thing.type, 0, 5, things=(0,))
    return Reading(Article(document, "", ()), ((0, 9),), (mention,), (thing,), ())


def thing(document: str, name: str, type_: str, key: str = "", **more: object) -> Thing:
    return Thing(0, document, name, type_, key, **more)  # type: ignore[arg-type]


def rows(known: Lexicon, *things: Thing, marks: dict[tuple[str, int], Mark] | None = None) -> list[tuple]:
    merged = merge_things([reading(each.document_id, each) for each in things], known, marks or {})
    return [
        (each.attribute, each.value, each.start, each.end, each.origin, each.documents) for each in merged.attributes
    ]


CASES = [
    pytest.param(
        [thing("a", "S-400", "WEAPON", "weapon:S-400", category="missiles")],
        [
            ("category", "air defence systems", "", "", "table", None),
            ("country", "RUS", "", "", "table", None),
            ("kind", "air-defence system", "", "", "table", None),
            ("maker", "Almaz-Antey", "", "", "table", None),
        ],
        id="a table wins over a text",
    ),
    pytest.param(
        [thing("a", "Lantern", "WEAPON", category="sensors"), thing("b", "Lantern", "WEAPON", category="sensors")],
        [("category", "sensors", "", "", "text", 2)],
        id="category by texts",
    ),
    pytest.param(
        [thing("a", "Vladimir Putin", "PERSON", "person:Vladimir Putin", roles=("candidate",))],
        [
            ("country", "RUS", "", "", "table", None),
            ("role", "candidate", "", "", "text", 1),
            ("role", "president, Russia", "2012", "", "table", None),
        ],
        id="office with its years, and what a text calls him",
    ),
    pytest.param(
        [thing("a", "Jan Nowak", "PERSON", country="POL", roles=("minister", "major"))],
        [
            ("country", "POL", "", "", "text", 1),
            ("role", "major", "", "", "text", 1),
            ("role", "minister", "", "", "text", 1),
        ],
        id="person by text",
    ),
    pytest.param([thing("a", "Turkey", "COUNTRY", "country:TUR", country="TUR")], [], id="a country is its own"),
]


@pytest.mark.parametrize(("things", "expected"), CASES)
def test_origins(known: Lexicon, things: list[Thing], expected: list[tuple]) -> None:
    assert rows(known, *things) == expected


def test_a_correction_wins(known: Lexicon) -> None:
    given = rows(
        known,
        thing("a", "Almaz-Antey", "ORGANIZATION", "org:Almaz-Antey", country="RUS"),
        marks={("a", 0): Mark(country="POL")},
    )
    assert ("country", "POL", "", "", "correction", None) in given
    assert not [row for row in given if row[:2] == ("country", "RUS")]


def test_source_of_a_text_is_its_first_article(known: Lexicon) -> None:
    things = [thing(document, "Jan Nowak", "PERSON", country="POL") for document in ("b", "a")]
    merged = merge_things([reading(each.document_id, each) for each in things], known)
    assert [each.source for each in merged.attributes] == ["a"]


def test_titles_of_an_article_are_roles(known: Lexicon) -> None:
    article, sentences = read(
        "Minister|NOUN|compound|Nowak Jan|PROPN|name_part|Nowak Nowak|PROPN|subject|left left|VERB|root"
    )
    _, things = resolve_article(article, sentences, [name(article, sentences, "Jan Nowak", "PERSON")], known)
    assert things[0].roles == ("minister",)


def produced(document: str, maker: str, weapon: str, **more: str) -> Triple:
    said = {"relation_type": "PRODUCES", "polarity": "affirmed", "modality": "asserted"} | more
    return Triple(
        *("t", document, 0, maker, "build", weapon, f"org:{maker}", f"weapon:{weapon}", "ORGANIZATION", "WEAPON"),
        *(said["relation_type"], said["polarity"], said["modality"], "", "", 0.9, 0, 9, "", "s", "active"),
    )


def test_makers_by_text() -> None:
    listed = Attribute("weapon:tank", "maker", "Acme", "", "", "table", "catalogue")
    triples = [
        *(produced("b", "Works", "tank"), produced("a", "Works", "tank"), produced("a", "Acme", "tank")),
        *(produced("a", "Mills", "tank", polarity="negated"), produced("a", "Mills", "tank", modality="planned")),
        produced("a", "Mills", "tank", relation_type="SUPPLIES"),
    ]
    assert with_makers([listed], triples) == (
        listed,
        Attribute("weapon:tank", "maker", "Works", "", "", "text", "a", 2),
    )
