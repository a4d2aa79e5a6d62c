"""Bringing the things of several articles together."""

import random
from dataclasses import replace

import pytest
from article_trees import lexicon

from graphbuilder.lexicon import Lexicon
from graphbuilder.records import Article, Entity, Mention, Reading, Thing
from graphbuilder.resolve.entities import merge_things

PERSON, BODY, WEAPON = "PERSON", "ORGANIZATION", "WEAPON"


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon()


def reading(document: str, *things: tuple) -> Reading:
    """One article with one mention by name of each thing: (name, type, country, aliases, key), the last ones optional."""
    made, mentions = [], []
    for number, (text, type_, *rest) in enumerate(things):
        country, aliases, key = (*rest, *("", (), "")[len(rest) :])
        made.append(Thing(number, document, text, type_, key, country, tuple(aliases)))
        start = number * 100
        mentions.append(
            Mention(document, number, start, start + len(text), text, "name", type_, start, start + 1, things=(number,))
        )
    sentences = tuple((number * 100, number * 100 + 99) for number in range(len(things)))
    return Reading(Article(document, "", ()), sentences, tuple(mentions), tuple(made), ())


def names(entities: tuple[Entity, ...]) -> list[str]:
    return sorted(entity.name for entity in entities)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(("Jan Nowak", PERSON), ("Jan Nowak", PERSON), ["Jan Nowak"], id="full name"),
        pytest.param(("Sergei Ivanov", PERSON), ("Sergey Ivanov", PERSON), ["Sergei Ivanov"], id="transliteration"),
        pytest.param(("J. Nowak", PERSON, "POL"), ("Jan Nowak", PERSON, "POL"), ["Jan Nowak"], id="initial"),
        pytest.param(("Nowak", PERSON, "POL"), ("Jan Nowak", PERSON, "POL"), ["Jan Nowak"], id="surname and country"),
        pytest.param(("Nowak", PERSON), ("Jan Nowak", PERSON), ["Jan Nowak", "Nowak"], id="surname alone"),
        pytest.param(
            ("Nowak", PERSON, "CZE"), ("Jan Nowak", PERSON, "POL"), ["Jan Nowak", "Nowak"], id="other country"
        ),
        pytest.param(("Nowak", PERSON), ("Nowak", PERSON), ["Nowak", "Nowak"], id="two bare surnames"),
        pytest.param(
            ("Jan Nowak", PERSON), ("Piotr Nowak", PERSON), ["Jan Nowak", "Piotr Nowak"], id="given names differ"
        ),
        pytest.param(("Acme Works Ltd", BODY), ("Acme Works", BODY), ["Acme Works"], id="legal form"),
        pytest.param(
            ("Acme Research Institute", BODY, "", ("ARI",)),
            ("ARI", BODY),
            ["Acme Research Institute"],
            id="abbreviation",
        ),
        pytest.param(("Acme Works", BODY), ("Acme Mills", BODY), ["Acme Mills", "Acme Works"], id="two companies"),
        pytest.param(("S-400", WEAPON), ("S-300", WEAPON), ["S-300", "S-400"], id="designations"),
        pytest.param(("Su-30MKI", WEAPON), ("Su-30", WEAPON), ["Su-30"], id="variant"),
        pytest.param(
            ("Turkey", "COUNTRY", "TUR", (), "country:TUR"), ("Turkey", BODY), ["Turkey", "Turkey"], id="types"
        ),
        pytest.param(
            ("transport helicopters", WEAPON),
            ("transport helicopter", WEAPON),
            ["transport helicopter"],
            id="class of weapon",
        ),
    ],
)
def test_merge_two(known: Lexicon, one: tuple, other: tuple, expected: list[str]) -> None:
    entities, mentions, ids, *_ = merge_things([reading("a", one), reading("b", other)], known)
    assert names(entities) == expected
    assert {row.entity_id for row in mentions} == {entity.entity_id for entity in entities} == set(ids.values())
    assert len({entity.entity_id for entity in entities}) == len(expected)


def test_a_surname_that_two_persons_bear_stays_alone(known: Lexicon) -> None:
    documents = [("a", "Jan Nowak"), ("b", "Piotr Nowak"), ("c", "Nowak")]
    entities, *_ = merge_things([reading(place, (text, PERSON, "POL")) for place, text in documents], known)
    assert names(entities) == ["Jan Nowak", "Nowak", "Piotr Nowak"]


def office(document: str, name: str, role: str, country: str = "") -> Reading:
    made = reading(document, (name, PERSON, country))
    return replace(made, things=(replace(made.things[0], roles=(role,)),))


@pytest.mark.parametrize(
    ("full", "bare", "expected"),
    [
        pytest.param(("defence minister", "POL"), ("defence minister", ""), ["Jan Nowak"], id="one office"),
        pytest.param(("president", "POL"), ("president", ""), ["Jan Nowak"], id="president"),
        pytest.param(("minister", "POL"), ("minister", ""), ["Jan Nowak", "Nowak"], id="office of many"),
        pytest.param(("analyst", "POL"), ("analyst", ""), ["Jan Nowak", "Nowak"], id="no office"),
        pytest.param(("president", "POL"), ("defence minister", ""), ["Jan Nowak", "Nowak"], id="two offices"),
        pytest.param(("president", ""), ("president", ""), ["Jan Nowak", "Nowak"], id="of no country"),
        pytest.param(("president", "POL"), ("president", "CZE"), ["Jan Nowak", "Nowak"], id="of two countries"),
    ],
)
def test_a_surname_with_an_office(known: Lexicon, full: tuple, bare: tuple, expected: list[str]) -> None:
    entities, *_ = merge_things([office("a", "Jan Nowak", *full), office("b", "Nowak", *bare)], known)
    assert names(entities) == expected


def test_an_office_that_two_of_one_surname_held_tells_nothing(known: Lexicon) -> None:
    readings = [
        *(office("a", "Jan Nowak", "president", "POL"), office("b", "Piotr Nowak", "president", "POL")),
        office("c", "Nowak", "president"),
    ]
    entities, *_ = merge_things(readings, known)
    assert names(entities) == ["Jan Nowak", "Nowak", "Piotr Nowak"]


def test_alias_of_two_organizations_joins_neither_by_way_of_the_other(known: Lexicon) -> None:
    first = reading("a", ("Acme Research Institute", BODY, "", ("ARI",)))
    second = reading("b", ("Army Rocket Institute", BODY, "", ("ARI",)))
    entities, *_ = merge_things([first, second], known)
    assert names(entities) == ["Acme Research Institute", "Army Rocket Institute"]


def test_lexicon_gives_name_country_and_readable_id(known: Lexicon) -> None:
    first = reading("a", ("Turkey", "COUNTRY", "TUR", ("Ankara",), "country:TUR"))
    second = reading(
        "b", ("Turkey", "COUNTRY", "TUR", ("Turkish",), "country:TUR"), ("S-400", WEAPON, "", (), "weapon:S-400")
    )
    entities, _, ids, *_ = merge_things([first, second], known)
    turkey = next(entity for entity in entities if entity.type == "COUNTRY")
    assert (turkey.entity_id, turkey.aliases, turkey.documents) == ("country:TUR", ("Ankara", "Turkish"), ("a", "b"))
    assert turkey.mentions == 2
    assert ids["b", 1] == "weapon:s-400"
    assert next(entity.country for entity in entities if entity.type == WEAPON) == "RUS"


def test_decisions_are_recorded(known: Lexicon) -> None:
    readings = [
        reading("a", ("Jan Nowak", PERSON)),
        reading("b", ("J. Nowak", PERSON)),
        reading("c", ("Piotr Nowak", PERSON)),
    ]
    entities, *_ = merge_things(readings, known)
    jan = next(entity for entity in entities if entity.name == "Jan Nowak")
    assert 'full name "J. Nowak" beside "Jan Nowak"' in jan.reasons
    assert any(reason.startswith('kept apart from "Piotr Nowak"') for reason in jan.reasons)


def test_mention_of_several_things_is_one_row_each(known: Lexicon) -> None:
    made = reading("a", ("Jan Nowak", PERSON), ("Acme Works", BODY))
    both = Mention("a", 0, 300, 304, "both", "nominal", "", 300, 304, things=(0, 1))
    made = Reading(made.article, made.sentences, (*made.mentions, both), made.things, ())
    _, mentions, *_ = merge_things([made], known)
    assert [(row.start, row.kind) for row in mentions] == [
        (0, "name"),
        (100, "name"),
        (300, "nominal"),
        (300, "nominal"),
    ]


def test_order_of_articles_changes_nothing(known: Lexicon) -> None:
    readings = [reading(f"d{number}", *things) for number, things in enumerate(_many(60))]
    expected = merge_things(readings, known)
    shuffled = readings[:]
    random.Random(1).shuffle(shuffled)
    assert merge_things(shuffled, known) == expected


def _many(documents: int) -> list[list[tuple]]:
    """Articles that share surnames, spellings and abbreviations."""
    pick = random.Random(0)
    given = ["Jan", "J.", "Piotr", "Sergei", "Sergey", ""]
    family = ["Nowak", "Shoigu", "Shoygu", "Kim", "Le Drian"]
    bodies = ["Acme Works", "Acme Works Ltd", "AW", "Acme Research Institute", "ARI"]
    out = []
    for _ in range(documents):
        person = f"{pick.choice(given)} {pick.choice(family)}".strip()
        out.append([(person, PERSON, pick.choice(["POL", "RUS", ""])), (pick.choice(bodies), BODY)])
    return out
