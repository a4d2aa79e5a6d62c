"""What refers to what within one article, each phenomenon on a hand-built tree."""

import pytest
from article_trees import lexicon, name, points, read

from graphbuilder.lexicon import Lexicon
from graphbuilder.resolve.coreference import resolve_article


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon()


TURKEY = "country:TUR"
RUSSIA = "country:RUS"
POLAND = "country:POL"


# id, lines of tokens, names as (text, type, key), what points as (text, place, how), names of what it points at
ROWS = [
    (
        "possessive of its clause's subject",
        ["Poland|PROPN|subject|ordered ordered|VERB|root its|PRON|possessor|tanks|PRP$ tanks|NOUN|object|ordered|NNS"],
        [("Poland", "COUNTRY", POLAND)],
        ("its", 1, ""),
        {"Poland"},
    ),
    (
        "speaker of the clause above",
        [
            "Baykar|PROPN|subject|says says|VERB|root it|PRON|subject|turn will|AUX|auxiliary|turn turn|VERB|complement_clause|says"
        ],
        [("Baykar", "ORGANIZATION", "")],
        ("it", 1, ""),
        {"Baykar"},
    ),
    (
        "subject of the coordinated clause",
        [
            "Moscow|PROPN|subject|sold sold|VERB|root nothing|PRON|object|sold but|CCONJ|coordinator|rented "
            "it|PRON|subject|rented rented|VERB|conjunct|sold boats|NOUN|object|rented|NNS"
        ],
        [("Moscow", "COUNTRY", RUSSIA)],
        ("it", 1, ""),
        {"Russia"},
    ),
    (
        "possessive behind a coordination",
        [
            "The|DET|determiner|agency agency|NOUN|subject|paid paid|VERB|root Aselsan|PROPN|object|paid "
            "and|CCONJ|coordinator|director its|PRON|possessor|director|PRP$ director|NOUN|conjunct|Aselsan"
        ],
        [("Aselsan", "ORGANIZATION", "")],
        ("its", 1, ""),
        {"Aselsan"},
    ),
    (
        "subject of the sentence before, by gender",
        [
            "Angela|PROPN|subject|met Merkel|PROPN|name_part|Angela met|VERB|root Vladimir|PROPN|object|met "
            "Putin|PROPN|name_part|Vladimir",
            "She|PRON|subject|said said|VERB|root nothing|PRON|object|said",
        ],
        [("Angela Merkel", "PERSON", ""), ("Vladimir Putin", "PERSON", "person:Vladimir Putin")],
        ("She", 1, ""),
        {"Angela Merkel"},
    ),
    (
        "no guess between two men",
        [
            "Ivan|PROPN|object|saw Petrov|PROPN|name_part|Ivan and|CCONJ|coordinator|Peter Peter|PROPN|conjunct|Ivan "
            "Smith|PROPN|name_part|Peter saw|VERB|root",
            "They|PRON|subject|left left|VERB|root because|SCONJ|marker|slept he|PRON|subject|slept "
            "slept|VERB|adverbial_clause|left",
        ],
        [("Ivan Petrov", "PERSON", ""), ("Peter Smith", "PERSON", "")],
        ("he", 1, ""),
        set(),
    ),
    (
        "no link to a co-argument",
        ["Ivan|PROPN|subject|praised Petrov|PROPN|name_part|Ivan praised|VERB|root him|PRON|object|praised"],
        [("Ivan Petrov", "PERSON", "")],
        ("him", 1, ""),
        set(),
    ),
    (
        "the speaker is not he of his own words",
        [
            "“|PUNCT|punctuation|lost ~He|PRON|subject|lost lost|VERB|complement_clause|said ~,|PUNCT|punctuation|lost "
            "~”|PUNCT|punctuation|lost Petrov|PROPN|subject|said said|VERB|root",
            "“|PUNCT|punctuation|won ~He|PRON|subject|won won|VERB|root ~.|PUNCT|punctuation|won ~”|PUNCT|punctuation|won",
        ],
        [("Petrov", "PERSON", "")],
        ("He", 2, ""),
        set(),
    ),
    (
        "expletive",
        [
            "Poland|PROPN|subject|waited waited|VERB|root",
            "It|PRON|subject|clear is|AUX|copula|clear clear|ADJ|root that|SCONJ|marker|won it|PRON|subject|won|X "
            "won|VERB|clausal_subject|clear",
        ],
        [("Poland", "COUNTRY", POLAND)],
        ("It", 1, ""),
        set(),
    ),
    (
        "relative pronoun",
        [
            "Turkey|PROPN|subject|paid ~,|PUNCT|punctuation|bought which|PRON|subject|bought|WDT bought|VERB|relative_clause|Turkey "
            "jets|NOUN|object|bought|NNS ~,|PUNCT|punctuation|bought paid|VERB|root"
        ],
        [("Turkey", "COUNTRY", TURKEY)],
        ("which", 1, ""),
        {"Turkey"},
    ),
    (
        "two countries named together",
        [
            "Talks|NOUN|root|| between|ADP|case|Moscow Moscow|PROPN|noun_modifier|Talks and|CCONJ|coordinator|Ankara "
            "Ankara|PROPN|conjunct|Moscow",
            "India|PROPN|subject|watched watched|VERB|root",
            "The|DET|determiner|countries two|NUM|number|countries countries|NOUN|subject|agreed|NNS agreed|VERB|root",
        ],
        [("Moscow", "COUNTRY", RUSSIA), ("Ankara", "COUNTRY", TURKEY), ("India", "COUNTRY", "country:IND")],
        ("The two countries", 1, ""),
        {"Russia", "Turkey"},
    ),
    (
        "countries of two persons named together",
        [
            "Russia|PROPN|subject|hosted hosted|VERB|root Turkey|PROPN|object|hosted",
            "India|PROPN|subject|heard heard|VERB|root of|ADP|case|talks talks|NOUN|oblique|heard|NNS between|ADP|case|Putin "
            "Putin|PROPN|noun_modifier|talks and|CCONJ|coordinator|Erdogan Erdogan|PROPN|conjunct|Putin",
            "Both|DET|determiner|sides sides|NOUN|subject|agreed|NNS agreed|VERB|root",
        ],
        [
            ("Russia", "COUNTRY", RUSSIA),
            ("Turkey", "COUNTRY", TURKEY),
            ("India", "COUNTRY", "country:IND"),
            ("Putin", "PERSON", "person:Vladimir Putin"),
            ("Erdogan", "PERSON", "person:Recep Tayyip Erdogan"),
        ],
        ("Both sides", 1, ""),
        {"Russia", "Turkey"},
    ),
    (
        "the two most present countries",
        [
            "Russia|PROPN|subject|met met|VERB|root",
            "Turkey|PROPN|subject|met met|VERB|root",
            "India|PROPN|subject|met met|VERB|root",
            "Both|DET|determiner|countries countries|NOUN|subject|agreed|NNS agreed|VERB|root",
        ],
        [("Russia", "COUNTRY", RUSSIA), ("Turkey", "COUNTRY", TURKEY), ("India", "COUNTRY", "country:IND")],
        ("Both countries", 1, ""),
        {"India", "Turkey"},
    ),
    (
        "no pair among three about as present",
        [
            "Russia|PROPN|subject|met met|VERB|root Turkey|PROPN|object|met in|ADP|case|India India|PROPN|oblique|met",
            "Both|DET|determiner|countries countries|NOUN|subject|agreed|NNS agreed|VERB|root",
        ],
        [("Russia", "COUNTRY", RUSSIA), ("Turkey", "COUNTRY", TURKEY), ("India", "COUNTRY", "country:IND")],
        ("Both countries", 1, ""),
        set(),
    ),
    (
        "the firm",
        [
            "Almaz-Antey|PROPN|subject|makes makes|VERB|root missiles|NOUN|object|makes|NNS for|ADP|case|NATO "
            "NATO|PROPN|oblique|makes",
            "The|DET|determiner|firm firm|NOUN|subject|grew grew|VERB|root",
        ],
        [("Almaz-Antey", "ORGANIZATION", "org:Almaz-Antey"), ("NATO", "ORGANIZATION", "org:NATO")],
        ("The firm", 1, ""),
        {"Almaz-Antey"},
    ),
    (
        "the jets are no helicopters",
        [
            "Poland|PROPN|subject|sold sold|VERB|root MiG-29s|PROPN|object|sold",
            "India|PROPN|subject|bought bought|VERB|root Apaches|PROPN|object|bought",
            "The|DET|determiner|jets jets|NOUN|subject|left|NNS left|VERB|root",
        ],
        [("MiG-29s", "WEAPON", "weapon:MiG-29"), ("Apaches", "WEAPON", "weapon:AH-64 Apache")],
        ("The jets", 1, ""),
        {"MiG-29"},
    ),
    (
        "noun that follows the weapon's name",
        [
            "Poland|PROPN|subject|bought bought|VERB|root K9|PROPN|compound|howitzers howitzers|NOUN|object|bought|NNS",
            "Poland|PROPN|subject|bought bought|VERB|root MiG-29s|PROPN|object|bought",
            "The|DET|determiner|howitzers howitzers|NOUN|subject|left|NNS left|VERB|root",
        ],
        [("K9", "WEAPON", ""), ("MiG-29s", "WEAPON", "weapon:MiG-29")],
        ("The howitzers", 1, ""),
        {"K9"},
    ),
    (
        "his country",
        [
            "Putin|PROPN|subject|saw saw|VERB|root Turkey|PROPN|object|saw",
            "Russia|PROPN|subject|rested rested|VERB|root and|CCONJ|coordinator|praised Putin|PROPN|subject|praised "
            "praised|VERB|conjunct|rested his|PRON|possessor|country|PRP$ country|NOUN|object|praised",
        ],
        [
            ("Putin", "PERSON", "person:Vladimir Putin"),
            ("Turkey", "COUNTRY", TURKEY),
            ("Russia", "COUNTRY", RUSSIA),
        ],
        ("his country", 1, ""),
        {"Russia"},
    ),
    (
        "the Turkish side",
        [
            "Moscow|PROPN|subject|met met|VERB|root Ankara|PROPN|object|met",
            "The|DET|determiner|side Turkish|ADJ|adjective|side side|NOUN|subject|left left|VERB|root",
        ],
        [("Moscow", "COUNTRY", RUSSIA), ("Ankara", "COUNTRY", TURKEY), ("Turkish", "COUNTRY", TURKEY)],
        ("The Turkish side", 1, ""),
        {"Turkey"},
    ),
    (
        "the president of the country the sentence speaks of",
        [
            "Putin|PROPN|subject|met met|VERB|root Erdogan|PROPN|object|met",
            "Turkish|ADJ|adjective|voters voters|NOUN|subject|like|NNS like|VERB|root the|DET|determiner|president "
            "president|NOUN|object|like",
        ],
        [
            ("Putin", "PERSON", "person:Vladimir Putin"),
            ("Erdogan", "PERSON", "person:Recep Tayyip Erdogan"),
            ("Turkish", "COUNTRY", TURKEY),
        ],
        ("the president", 1, ""),
        {"Recep Tayyip Erdogan"},
    ),
    (
        "a class of weapon stands alone",
        [
            "Russia|PROPN|subject|offered offered|VERB|root transport|NOUN|compound|helicopters helicopters|NOUN|object|offered|NNS"
        ],
        [("Russia", "COUNTRY", RUSSIA)],
        ("transport helicopters", 1, "class"),
        {"transport helicopters"},
    ),
    (
        "counted launchers are of the weapon called so",
        [
            "Poland|PROPN|subject|bought bought|VERB|root the|DET|determiner|launcher HIMARS|PROPN|compound|launcher "
            "launcher|NOUN|object|bought",
            "India|PROPN|subject|bought bought|VERB|root 20|NUM|number|launchers launchers|NOUN|object|bought|NNS",
        ],
        [("HIMARS", "WEAPON", "")],
        ("launchers", 1, "class"),
        {"HIMARS"},
    ),
    (
        "understood subject under object control",
        [
            "Russia|PROPN|subject|helped helped|VERB|root Turkey|PROPN|object|helped build|VERB|open_complement|helped "
            "its|PRON|possessor|jet|PRP$ jet|NOUN|object|build"
        ],
        [("Russia", "COUNTRY", RUSSIA), ("Turkey", "COUNTRY", TURKEY)],
        ("its", 1, ""),
        {"Turkey"},
    ),
    (
        "the purchaser",
        [
            "Poland|PROPN|subject|asked asked|VERB|root to|PART|marker|buy buy|VERB|open_complement|asked "
            "jets|NOUN|object|buy|NNS from|ADP|case|India India|PROPN|oblique|buy",
            "The|DET|determiner|purchaser purchaser|NOUN|subject|paid paid|VERB|root",
        ],
        [("Poland", "COUNTRY", POLAND), ("India", "COUNTRY", "country:IND")],
        ("The purchaser", 1, ""),
        {"Poland"},
    ),
    (
        "what describes the noun must describe the body",
        [
            "Almaz-Antey|PROPN|subject|left left|VERB|root",
            "The|DET|determiner|group terrorist|ADJ|adjective|group group|NOUN|subject|grew grew|VERB|root",
        ],
        [("Almaz-Antey", "ORGANIZATION", "org:Almaz-Antey")],
        ("The terrorist group", 1, ""),
        set(),
    ),
    (
        "apposition before the name",
        [
            "The|DET|determiner|director director|NOUN|subject|spoke ~,|PUNCT|punctuation|director "
            "Demir|PROPN|apposition|director ~,|PUNCT|punctuation|director spoke|VERB|root"
        ],
        [("Demir", "PERSON", "")],
        ("The director", 1, ""),
        {"Demir"},
    ),
    (
        "a subject explains no name before its comma",
        [
            "After|ADP|case|talks talks|NOUN|oblique|spoke|NNS with|ADP|case|Demir Demir|PROPN|noun_modifier|talks "
            "~,|PUNCT|punctuation|spoke the|DET|determiner|director director|NOUN|subject|spoke spoke|VERB|root"
        ],
        [("Demir", "PERSON", "")],
        ("the director", 1, ""),
        set(),
    ),
    (
        "possessed noun tells the type",
        [
            "S-400|PROPN|subject|reached reached|VERB|root Turkey|PROPN|object|reached",
            "Its|PRON|possessor|army|PRP$ army|NOUN|subject|waited waited|VERB|root",
        ],
        [("S-400", "WEAPON", "weapon:S-400"), ("Turkey", "COUNTRY", TURKEY)],
        ("Its", 1, ""),
        {"Turkey"},
    ),
    (
        "relative pronoun right behind a name that the tree hangs elsewhere",
        [
            "Russia|PROPN|subject|hosted hosted|VERB|root visits|NOUN|object|hosted|NNS by|ADP|case|Erdogan "
            "Erdogan|PROPN|noun_modifier|visits ~,|PUNCT|punctuation|ate who|PRON|subject|ate|WP ate|VERB|relative_clause|visits"
        ],
        [("Russia", "COUNTRY", RUSSIA), ("Erdogan", "PERSON", "person:Recep Tayyip Erdogan")],
        ("who", 1, ""),
        {"Recep Tayyip Erdogan"},
    ),
    (
        "an apposition of another country's is a slip of the parser",
        [
            "Talks|NOUN|root with|ADP|case|Erdogan Erdogan|PROPN|noun_modifier|Talks ~,|PUNCT|punctuation|director "
            "the|DET|determiner|director Russian|ADJ|adjective|director director|NOUN|apposition|Erdogan"
        ],
        [("Erdogan", "PERSON", "person:Recep Tayyip Erdogan"), ("Russian", "COUNTRY", RUSSIA)],
        ("the Russian director", 1, ""),
        set(),
    ),
    (
        "helicopters are no air-defence system, whatever the tree says",
        [
            "India|PROPN|subject|wants wants|VERB|root S-400|PROPN|compound|helicopters transport|NOUN|compound|helicopters "
            "helicopters|NOUN|object|wants|NNS"
        ],
        [("India", "COUNTRY", "country:IND"), ("S-400", "WEAPON", "weapon:S-400")],
        ("transport helicopters", 1, "class"),
        {"transport helicopters"},
    ),
]


@pytest.mark.parametrize(
    ("lines", "names", "pointing", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_what_points_back(known: Lexicon, lines: list, names: list, pointing: tuple, expected: set) -> None:
    article, sentences = read(*lines)
    counted: dict[str, int] = {}
    mentions = []
    for text, type_, key in names:
        counted[text] = counted.get(text, 0) + 1
        mentions.append(name(article, sentences, text, type_, counted[text], key))
    target = points(article, sentences, pointing[0], pointing[1], pointing[2])
    if pointing[0].startswith("his "):
        mentions.append(points(article, sentences, "his"))
    found, things = resolve_article(article, sentences, [*mentions, target], known)
    answer = {
        things[thing].name for mention in found if (mention.start, mention.end) == (target.start, target.end)
        for thing in mention.things
    }  # fmt: skip
    assert answer == expected


def test_unresolved_pronouns_are_dropped_and_names_stay(known: Lexicon) -> None:
    article, sentences = read("It|PRON|subject|rained rained|VERB|root in|ADP|case|Poland Poland|PROPN|oblique|rained")
    mentions = [points(article, sentences, "It"), name(article, sentences, "Poland", "COUNTRY", key=POLAND)]
    found, things = resolve_article(article, sentences, mentions, known)
    assert [mention.text for mention in found] == ["Poland"]
    assert [(thing.thing, thing.name, thing.country) for thing in things] == [(0, "Poland", "POL")]
