"""What "the Gulf state", "the German tank", "the three countries" and "the premier" refer to."""

import pytest
from article_trees import lexicon, name, points, read

from graphbuilder.lexicon import Lexicon
from graphbuilder.resolve.coreference import resolve_article
from graphbuilder.resolve.regions import region_codes


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon()


@pytest.mark.parametrize(
    ("words", "inside", "outside"),
    [
        (["Gulf", "state"], "QAT", "POL"),
        (["South", "-", "East", "Asian", "country"], "THA", "IND"),
        (["South", "American", "nation"], "BRA", "MEX"),
        (["island", "kingdom"], "BHR", "SAU"),
        (["oil", "-", "rich", "state"], "", "QAT"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else value,
)
def test_region_tells_countries(words: list[str], inside: str, outside: str) -> None:
    found = region_codes(words)
    assert (inside in found) == bool(inside)
    assert outside not in found


# id, lines of tokens, names as (text, type, key), the description, names of what it points at
ROWS = [
    (
        "region excludes the nearest country",
        [
            "Poland|PROPN|subject|paid paid|VERB|root",
            "India|PROPN|subject|paid paid|VERB|root",
            "The|DET|determiner|country Baltic|ADJ|adjective|country country|NOUN|subject|waited waited|VERB|root",
        ],
        [("Poland", "COUNTRY", "country:POL"), ("India", "COUNTRY", "country:IND")],
        "The Baltic country",
        set(),
    ),
    (
        "region tells which of two",
        [
            "India|PROPN|subject|paid paid|VERB|root Poland|PROPN|object|paid",
            "The|DET|determiner|nation South|ADJ|adjective|Asian Asian|ADJ|adjective|nation nation|NOUN|subject|waited "
            "waited|VERB|root",
        ],
        [("Poland", "COUNTRY", "country:POL"), ("India", "COUNTRY", "country:IND")],
        "The South Asian nation",
        {"India"},
    ),
    (
        "the state as such",
        [
            "Poland|PROPN|subject|paid paid|VERB|root",
            "The|DET|determiner|state state|NOUN|subject|waited waited|VERB|root",
        ],
        [("Poland", "COUNTRY", "country:POL")],
        "The state",
        set(),
    ),
    (
        "country of origin tells the weapon",
        [
            "Turkey|PROPN|subject|tested tested|VERB|root S-400|PROPN|object|tested and|CCONJ|coordinator|S-400 "
            "Leopard_2|PROPN|conjunct|S-400",
            "The|DET|determiner|system Russian|ADJ|adjective|system system|NOUN|subject|won won|VERB|root",
        ],
        [
            ("Turkey", "COUNTRY", "country:TUR"),
            ("S-400", "WEAPON", "weapon:S-400"),
            ("Leopard 2", "WEAPON", "weapon:Leopard 2"),
            ("Russian", "COUNTRY", "country:RUS"),
        ],
        "The Russian system",
        {"S-400"},
    ),
    (
        "made elsewhere",
        [
            "Turkey|PROPN|subject|tested tested|VERB|root Leopard_2|PROPN|object|tested",
            "The|DET|determiner|tank Russian|ADJ|adjective|tank tank|NOUN|subject|won won|VERB|root",
        ],
        [
            ("Turkey", "COUNTRY", "country:TUR"),
            ("Leopard 2", "WEAPON", "weapon:Leopard 2"),
            ("Russian", "COUNTRY", "country:RUS"),
        ],
        "The Russian tank",
        set(),
    ),
    (
        "three named together",
        [
            "Poland|PROPN|subject|met met|VERB|root India|PROPN|conjunct|Poland ,|PUNCT|punctuation|India "
            "and|CCONJ|coordinator|Turkey Turkey|PROPN|conjunct|Poland",
            "The|DET|determiner|countries three|NUM|number|countries countries|NOUN|subject|agreed|NNS agreed|VERB|root",
        ],
        [
            ("Poland", "COUNTRY", "country:POL"),
            ("India", "COUNTRY", "country:IND"),
            ("Turkey", "COUNTRY", "country:TUR"),
        ],
        "The three countries",
        {"Poland", "India", "Turkey"},
    ),
    (
        "a foreign maker's work in the country",
        [
            "Poland|PROPN|subject|paid paid|VERB|root",
            "Russia|PROPN|subject|waited waited|VERB|root",
            "Almaz-Antey|PROPN|subject|builds builds|VERB|root tanks|NOUN|object|builds|NNS in|ADP|case|country "
            "the|DET|determiner|country country|NOUN|oblique|builds",
        ],
        [
            ("Poland", "COUNTRY", "country:POL"),
            ("Russia", "COUNTRY", "country:RUS"),
            ("Almaz-Antey", "ORGANIZATION", "org:Almaz-Antey"),
        ],
        "the country",
        {"Poland"},
    ),
    (
        "country of the speaker",
        [
            "Poland|PROPN|subject|met and|CCONJ|coordinator|India India|PROPN|conjunct|Poland met|VERB|root "
            "in|ADP|case|Turkey Turkey|PROPN|oblique|met",
            "Erdogan|PROPN|subject|said said|VERB|root that|SCONJ|marker|pay the|DET|determiner|country "
            "country|NOUN|subject|pay pay|VERB|complement_clause|said",
        ],
        [
            ("Poland", "COUNTRY", "country:POL"),
            ("India", "COUNTRY", "country:IND"),
            ("Turkey", "COUNTRY", "country:TUR"),
            ("Erdogan", "PERSON", "person:Recep Tayyip Erdogan"),
        ],
        "the country",
        {"Turkey"},
    ),
]


@pytest.mark.parametrize(
    ("lines", "names", "phrase", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_description(
    known: Lexicon, lines: list[str], names: list[tuple[str, str, str]], phrase: str, expected: set[str]
) -> None:
    article, sentences = read(*lines)
    mentions = [name(article, sentences, text, type_, key=key) for text, type_, key in names]
    mention = points(article, sentences, phrase)
    found, things = resolve_article(article, sentences, [*mentions, mention], known)
    resolved = next((one for one in found if (one.start, one.end) == (mention.start, mention.end)), None)
    assert {things[number].name for number in resolved.things} == expected if resolved else not expected


LOCATED = [
    (
        "pronoun before the name",
        [
            "Poland|PROPN|subject|ordered ordered|VERB|root its|PRON|possessor|tanks|PRP$ tanks|NOUN|object|ordered|NNS",
            "Its|PRON|possessor|minister|PRP$ minister|NOUN|subject|said Jan|PROPN|apposition|minister "
            "Kos|PROPN|name_part|Jan said|VERB|root so|ADV|adverb|said",
        ],
        [("Poland", "COUNTRY", "country:POL"), ("Jan Kos", "PERSON", "")],
        ["Its"],
        "POL",
    ),
    (
        "country named most often",
        [
            "Jan|PROPN|subject|met Kos|PROPN|name_part|Jan ,|PUNCT|punctuation|minister minister|NOUN|apposition|Jan "
            "met|VERB|root nobody|PRON|object|met",
            "Tanks|NOUN|subject|left|NNS left|VERB|root Poland|PROPN|object|left for|ADP|case|India "
            "India|PROPN|oblique|left",
            "Trains|NOUN|subject|reached|NNS reached|VERB|root Poland|PROPN|object|reached",
        ],
        [("Poland", "COUNTRY", "country:POL"), ("India", "COUNTRY", "country:IND"), ("Jan Kos", "PERSON", "")],
        [],
        "POL",
    ),
]


@pytest.mark.parametrize(
    ("lines", "names", "pointers", "expected"), [row[1:] for row in LOCATED], ids=[row[0] for row in LOCATED]
)
def test_country_of_an_official(
    known: Lexicon, lines: list[str], names: list[tuple[str, str, str]], pointers: list[str], expected: str
) -> None:
    article, sentences = read(*lines)
    mentions = [
        name(article, sentences, text, type_, place, key)
        for text, type_, key in names
        for place in range(1, article.text.count(text) + 1)
    ]
    mentions += [points(article, sentences, text) for text in pointers]
    _, things = resolve_article(article, sentences, mentions, known)
    assert next(thing.country for thing in things if thing.name == "Jan Kos") == expected


def test_name_and_other_name() -> None:
    article, sentences = read(
        "Omar|PROPN|subject|left Deng|PROPN|name_part|Omar ~,|PUNCT|punctuation|known known|VERB|noun_clause|Omar "
        "as|ADP|case|Hemo Hemo|PROPN|oblique|known ,|PUNCT|punctuation|known left|VERB|root"
    )
    mentions = [name(article, sentences, "Omar Deng", "PERSON"), name(article, sentences, "Hemo", "PERSON")]
    _, things = resolve_article(article, sentences, mentions, lexicon())
    assert [(thing.name, thing.aliases) for thing in things] == [("Omar Deng", ("Hemo",))]
