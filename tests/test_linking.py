"""What a name means in its sentence: country or place, person or country, weapon or law."""

import pytest
from spacy.language import Language

from graphbuilder.lexicon import Lexicon, load_lexicon
from graphbuilder.reading import read_article
from graphbuilder.records import Article, Block
from graphbuilder.resolve.entities import merge_things


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


# id, text, names with the entity they are; one that is empty is no entity
ROWS = [
    ("a capital acts", "Ankara signed a contract with Moscow.", {"Ankara": "country:TUR", "Moscow": "country:RUS"}),
    ("a capital is a place", "The ministers met in Ankara on Tuesday.", {"Ankara": "location:ankara"}),
    ("a seat acts", "The Kremlin denied that it had sold the missiles.", {"Kremlin": "country:RUS"}),
    ("a seat is a place", "Tourists walked along the Kremlin wall in Moscow.", {"Kremlin": "location:kremlin"}),
    ("Georgia buys", "Georgia bought Javelin missiles from the United States.", {"Georgia": "country:GEO"}),
    (
        "Georgia behind a town",
        "They are built in Marietta, Georgia, by Lockheed Martin.",
        {"Georgia": "location:georgia"},
    ),
    ("Jordan receives", "Jordan received 12 F-16 fighters from the Netherlands.", {"Jordan": "country:JOR"}),
    ("Jordan the man", "Robert Jordan, a spokesman, praised the deal.", {"Robert Jordan": "person:robert-jordan"}),
    ("Chad the man", "Chad Bown, an economist, said tariffs would rise.", {"Chad Bown": "person:chad-bown"}),
    ("Turkey orders", "Turkey ordered 40 Eurofighter Typhoons.", {"Turkey": "country:TUR"}),
    ("the bird", "Thousands of turkeys were sold at the market.", {"turkeys": ""}),
    ("fine china", "She bought fine china at the market.", {"china": ""}),
    ("the system", "Poland bought the Patriot system from Raytheon.", {"Patriot": "weapon:patriot"}),
    ("the law", "The Patriot Act was signed by President George W. Bush.", {"Patriot": "", "Patriot Act": ""}),
    ("the maker", "Israel's Rafael delivered Spike missiles.", {"Rafael": "org:rafael-advanced-defense-systems"}),
    ("the man", "Rafael Grossi met the minister in Tehran.", {"Rafael Grossi": "person:rafael-grossi"}),
    ("the jet", "France sold 36 Rafale jets to India.", {"Rafale": "weapon:rafale"}),
    ("a programme", "The US F-35 program was hit by delays.", {"US": "country:USA", "F-35": "weapon:f-35"}),
    ("a newspaper", "The Washington Post reported the sale.", {"Washington Post": "org:the-washington-post"}),
    (
        "two Chinas",
        "Officials of the People's Republic of China protested.",
        {"People's Republic of China": "country:CHN"},
    ),
    ("the trainer", "BAE Systems delivered Hawk Mk 167 trainers.", {"Hawk Mk 167": "weapon:hawk-trainer"}),
    ("the missile", "The Hawk battery shot down two drones.", {"Hawk": "weapon:hawk"}),
    ("NATO names", "S-400 Triumf and SA-21 Growler are shown.", {"SA-21 Growler": "weapon:s-400"}),
    (
        "two designations",
        "Algeria ordered the Su-35, not the Su-30.",
        {"Su-35": "weapon:su-35", "Su-30": "weapon:su-30"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_linking(bundled: Language, lexicon: Lexicon, text: str, expected: dict[str, str]) -> None:
    reading = read_article(Article("d", text, (Block("body", 0, len(text)),)), bundled, lexicon)
    merged = merge_things([reading], lexicon)
    found = {mention.text: mention.entity_id for mention in merged.mentions if mention.kind == "name"}
    assert {name: found.get(name, "") for name in expected} == expected
