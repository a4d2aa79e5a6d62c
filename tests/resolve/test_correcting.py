"""What corrections do to the entities of a build."""

from pathlib import Path

import pytest
from article_trees import lexicon

from graphbuilder.lexicon import Lexicon
from graphbuilder.records import Article, Mention, Reading, Thing
from graphbuilder.resolve.corrections import read_corrections
from graphbuilder.resolve.together import Together, bring_together

PERSON, BODY, WEAPON = "PERSON", "ORGANIZATION", "WEAPON"


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon()


def article(document: str, *things: tuple) -> Reading:
    """One article: of each thing its type, country, lexicon key and the texts of its mentions ("he" is a pronoun)."""
    made, mentions, start = [], [], 0
    for number, (type_, country, key, *texts) in enumerate(things):
        name = key.partition(":")[2] or texts[0]
        name = {"TUR": "Turkey"}.get(name, name)
        made.append(Thing(number, document, name, type_, key, country, tuple(sorted({*texts} - {name, "he", "it"}))))
        for text in texts:
            kind = "pronoun" if text in ("he", "it") else "name"
            mentions.append(
                Mention(document, 0, start, start + len(text), text, kind, type_, start, start + 1, things=(number,))
            )
            start += 50
    return Reading(Article(document, "", ()), ((0, start),), tuple(mentions), tuple(made), ())


READINGS = (
    article("a", (PERSON, "POL", "", "Jan Nowak", "Nowak", "he"), (BODY, "POL", "", "Acme Works")),
    article("b", (PERSON, "POL", "", "J. Nowak"), (BODY, "", "", "AW"), (BODY, "", "", "Lantern")),
    article("c", (PERSON, "CZE", "", "Piotr Nowak", "he"), (WEAPON, "", "", "Lantern")),
    article("d", ("COUNTRY", "TUR", "country:TUR", "Turkey", "Ankara", "it"), (WEAPON, "RUS", "weapon:S-400", "S-400")),
)


def together(tmp_path: Path, known: Lexicon, text: str, readings: tuple[Reading, ...] = READINGS) -> Together:
    path = tmp_path / "c.toml"
    path.write_text(text, encoding="utf-8")
    return bring_together(readings, known, read_corrections(path))


def told(result: Together) -> dict[str, tuple[str, str, str, tuple[str, ...]]]:
    """Type, name, country, and the texts of the mentions of each entity, by id."""
    texts: dict[str, list[str]] = {}
    for mention in result.merged.mentions:
        texts.setdefault(mention.entity_id, []).append(mention.text)
    return {
        each.entity_id: (each.type, each.name, each.country, tuple(texts[each.entity_id]))
        for each in result.merged.entities
    }


def test_without_corrections(known: Lexicon) -> None:
    result = bring_together(READINGS, known)
    assert result.readings is READINGS
    assert sorted(told(result)) == [
        *("country:TUR", "org:acme-works", "org:aw", "org:lantern", "person:jan-nowak", "person:piotr-nowak"),
        *("weapon:lantern", "weapon:s-400"),
    ]


CASES = [
    pytest.param(
        '[[merge]]\nnames = ["Acme Works", "AW"]',
        {"org:acme-works": (BODY, "Acme Works", "POL", ("Acme Works", "AW")), "org:aw": None},
        id="merge",
    ),
    pytest.param(
        '[[merge]]\nnames = ["AW", "acme works", "Nobody"]',
        {"org:aw": (BODY, "AW", "POL", ("Acme Works", "AW")), "org:acme-works": None},
        id="merge under the first name, and one is not there",
    ),
    pytest.param(
        '[[merge]]\nnames = ["weapon:lantern", "org:lantern"]',
        {"weapon:lantern": (WEAPON, "Lantern", "", ("Lantern", "Lantern")), "org:lantern": None},
        id="merge two types by id",
    ),
    pytest.param(
        '[[merge]]\nnames = ["Acme Works", "AW"]\n[[merge]]\nnames = ["AW", "org:lantern"]',
        {"org:acme-works": (BODY, "Acme Works", "POL", ("Acme Works", "AW", "Lantern"))},
        id="merge by way of a third",
    ),
    pytest.param(
        '[[merge]]\nnames = ["S-400", "weapon:lantern"]',
        {"weapon:s-400": (WEAPON, "S-400", "RUS", ("Lantern", "S-400"))},
        id="merge into a listed weapon",
    ),
    pytest.param(
        '[[merge]]\nnames = ["Jan Nowak", "Piotr Nowak"]',
        {
            "person:jan-nowak": (
                PERSON,
                "Jan Nowak",
                "POL",
                ("Jan Nowak", "Nowak", "he", "J. Nowak", "Piotr Nowak", "he"),
            )
        },
        id="merge what rules forbid",
    ),
    pytest.param(
        '[[never-merge]]\nnames = ["Jan Nowak", "J. Nowak"]',
        {
            "person:jan-nowak": (PERSON, "Jan Nowak", "POL", ("Jan Nowak", "Nowak", "he")),
            "person:j-nowak": (PERSON, "J. Nowak", "POL", ("J. Nowak",)),
        },
        id="never merge across articles",
    ),
    pytest.param(
        '[[never-merge]]\nnames = ["Jan Nowak", "Nowak"]',
        {
            "person:jan-nowak": (PERSON, "Jan Nowak", "POL", ("Jan Nowak", "J. Nowak")),
            "person:nowak": (PERSON, "Nowak", "POL", ("Nowak", "he")),
        },
        id="never merge inside an article takes the pronoun behind it along",
    ),
    pytest.param(
        '[[never-merge]]\nnames = ["Turkey", "Ankara"]',
        {
            "country:TUR": ("COUNTRY", "Turkey", "TUR", ("Turkey",)),
        },
        id="never merge a capital",
    ),
    pytest.param(
        '[[never-merge]]\nnames = ["Turkey", "Ankara"]\n[[retype]]\nentity = "Ankara"\ntype = "LOCATION"',
        {"location:ankara": ("LOCATION", "Ankara", "TUR", ("Ankara", "it"))},
        id="retype what was parted",
    ),
    pytest.param(
        '[[retype]]\nentity = "org:lantern"\ntype = "WEAPON"',
        {"weapon:lantern": (WEAPON, "Lantern", "", ("Lantern", "Lantern")), "org:lantern": None},
        id="retype joins what then has one type",
    ),
    pytest.param(
        '[[rename]]\nentity = "Acme Works"\nname = "Acme"\n[[country]]\nentity = "Acme"\ncountry = "DEU"',
        {"org:acme": (BODY, "Acme", "DEU", ("Acme Works",)), "org:acme-works": None},
        id="rename and country, by the new name",
    ),
    pytest.param(
        '[[rename]]\nentity = "Acme Works"\nname = "Acme"\n[[merge]]\nnames = ["org:acme", "AW"]',
        {"org:acme": (BODY, "Acme", "POL", ("Acme Works", "AW"))},
        id="merge by the new id",
    ),
    pytest.param(
        '[[rename]]\nentity = "S-400"\nname = "Triumf"',
        {"weapon:triumf": (WEAPON, "Triumf", "RUS", ("S-400",))},
        id="rename what is listed",
    ),
    pytest.param('[[drop]]\nentity = "Piotr Nowak"', {"person:piotr-nowak": None}, id="drop"),
    pytest.param(
        '[[drop]]\nentity = "Ankara"',
        {"country:TUR": ("COUNTRY", "Turkey", "TUR", ("Turkey",))},
        id="drop a wording",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_corrections(tmp_path: Path, known: Lexicon, text: str, expected: dict[str, tuple | None]) -> None:
    result = together(tmp_path, known, text)
    found = told(result)
    assert {entity_id: found.get(entity_id) for entity_id in expected} == expected
    ids = {each.entity_id for each in result.merged.entities}
    assert {row.entity_id for row in result.merged.decisions} <= ids | {""}
    assert not [row for row in result.merged.decisions if row.outcome == "ignored"]
    assert [row for row in result.merged.decisions if row.outcome == "corrected"]


IGNORED = [
    pytest.param('[[drop]]\nentity = "Nobody"', 'nothing is called "Nobody"', id="nothing there"),
    pytest.param('[[merge]]\nnames = ["AW", "Nobody"]', 'nothing is called "Nobody"', id="only one there"),
    pytest.param(
        '[[rename]]\nentity = "Lantern"\nname = "Lamp"',
        '"Lantern" is 2 entities; write the id of one: org:lantern, weapon:lantern',
        id="two there",
    ),
    pytest.param(
        '[[never-merge]]\nnames = ["Jan Nowak", "AW"]\n[[merge]]\nnames = ["J. Nowak", "AW"]',
        "a block of never-merge keeps these apart",
        id="by way of an alias",
    ),
]


@pytest.mark.parametrize(("text", "reason"), IGNORED)
def test_what_cannot_be_done_is_said(tmp_path: Path, known: Lexicon, text: str, reason: str) -> None:
    result = together(tmp_path, known, text)
    said = [row for row in result.merged.decisions if row.outcome == "ignored"]
    assert len(said) == 1
    assert said[0].entity_id == ""
    assert said[0].reason.endswith(f" was ignored: {reason}")


def test_the_order_of_articles_changes_nothing(tmp_path: Path, known: Lexicon) -> None:
    text = "\n".join(
        [
            '[[never-merge]]\nnames = ["Jan Nowak", "Nowak"]',
            '[[merge]]\nnames = ["AW", "Acme Works"]',
            '[[drop]]\nentity = "Ankara"',
        ]
    )
    one, other = together(tmp_path, known, text), together(tmp_path, known, text, READINGS[::-1])
    assert one.merged == other.merged


def test_a_rebuild_with_more_articles_is_corrected_too(tmp_path: Path, known: Lexicon) -> None:
    text = '[[merge]]\nnames = ["Acme Works", "AW"]'
    later = article("e", (BODY, "", "", "AW"), (BODY, "", "", "Acme Works Ltd"))
    found = told(together(tmp_path, known, text, (*READINGS, later)))
    assert found["org:acme-works"][3] == ("Acme Works", "AW", "AW", "Acme Works Ltd")


def test_dropped_mentions_of_several_keep_the_others(tmp_path: Path, known: Lexicon) -> None:
    made = article("a", (PERSON, "POL", "", "Jan Nowak"), (PERSON, "", "", "Ewa Wilk"))
    both = Mention("a", 0, 300, 304, "both", "nominal", "", 300, 304, things=(0, 1))
    made = Reading(made.article, made.sentences, (*made.mentions, both), made.things, ())
    found = told(together(tmp_path, known, '[[drop]]\nentity = "Jan Nowak"', (made,)))
    assert found == {"person:ewa-wilk": (PERSON, "Ewa Wilk", "", ("Ewa Wilk", "both"))}
