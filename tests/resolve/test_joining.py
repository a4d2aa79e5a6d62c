"""Which names of one article name the same thing, and what the article says of it."""

import pytest
from article_trees import lexicon, name, read

from graphbuilder.lexicon import Lexicon
from graphbuilder.records import Thing
from graphbuilder.resolve.coreference import resolve_article


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon()


def things(known: Lexicon, lines: list[str], names: list[tuple[str, str, str]]) -> tuple[Thing, ...]:
    article, sentences = read(*lines)
    counted: dict[str, int] = {}
    mentions = []
    for text, type_, key in names:
        counted[text] = counted.get(text, 0) + 1
        mentions.append(name(article, sentences, text, type_, counted[text], key))
    return resolve_article(article, sentences, mentions, known)[1]


def flat(text: str) -> list[str]:
    """A sentence without tree worth speaking of: every word hangs on the first."""
    first, *rest = text.split()
    return [" ".join([f"{first}|PROPN|root", *(f"{word}|PROPN|other|{first}" for word in rest)])]


PERSON, BODY, WEAPON = "PERSON", "ORGANIZATION", "WEAPON"


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        pytest.param(
            "Haluk Bayraktar met Selcuk Bayraktar",
            [("Haluk Bayraktar", PERSON, ""), ("Selcuk Bayraktar", PERSON, "")],
            [{"Haluk Bayraktar"}, {"Selcuk Bayraktar"}],
            id="brothers stay two",
        ),
        pytest.param(
            "Ankara told Turkish envoys in Turkey",
            [
                ("Ankara", "COUNTRY", "country:TUR"),
                ("Turkish", "COUNTRY", "country:TUR"),
                ("Turkey", "COUNTRY", "country:TUR"),
            ],
            [{"Turkey", "Ankara", "Turkish"}],
            id="capital, demonym and name of a country",
        ),
        pytest.param(
            "Ankara told envoys in Ankara",
            [("Ankara", "COUNTRY", "country:TUR"), ("Ankara", "LOCATION", "country:TUR")],
            [{"Turkey", "Ankara"}, {"Ankara"}],
            id="a capital that acts and one that is a place",
        ),
        pytest.param(
            "General Electric sued General Dynamics",
            [("General Electric", BODY, ""), ("General Dynamics", BODY, "")],
            [{"General Electric"}, {"General Dynamics"}],
            id="generic first word",
        ),
        pytest.param(
            "Acme Trade Office ( ~TO ~) and Acme Research Institute ( ~ARI ~)",
            [
                ("Acme Trade Office", BODY, ""),
                ("TO", BODY, ""),
                ("Acme Research Institute", BODY, ""),
                ("ARI", BODY, ""),
            ],
            [{"Acme Trade Office", "TO"}, {"Acme Research Institute", "ARI"}],
            id="abbreviations in brackets",
        ),
        pytest.param(
            "Leopard 2A6 and Leopards but Su-30 not Su-35",
            [
                ("Leopard 2A6", WEAPON, "weapon:Leopard 2"),
                ("Leopards", WEAPON, ""),
                ("Su-30", WEAPON, ""),
                ("Su-35", WEAPON, ""),
            ],
            [{"Leopard 2", "Leopard 2A6", "Leopards"}, {"Su-30"}, {"Su-35"}],
            id="short form of the only Leopard, designations apart",
        ),
        pytest.param(
            "MiG-29 or rather Block 70 units",
            [("MiG-29", WEAPON, "weapon:MiG-29"), ("Block 70", WEAPON, "")],
            [{"MiG-29", "Block 70"}],
            id="variant without its weapon",
        ),
        pytest.param(
            "Poland and Poland",
            [("Poland", "COUNTRY", "country:POL"), ("Poland", BODY, "")],
            [{"Poland"}, {"Poland"}],
            id="a country and a company of its name",
        ),
    ],
)
def test_join(known: Lexicon, text: str, names: list, expected: list[set[str]]) -> None:
    found = things(known, flat(text), names)
    assert [{thing.name, *thing.aliases} for thing in found] == expected


@pytest.mark.parametrize(
    ("line", "names", "expected"),
    [
        pytest.param(
            "Turkish|ADJ|adjective|Minister Foreign|PROPN|compound|Minister Minister|PROPN|compound|Demir "
            "Ali|PROPN|compound|Demir Demir|PROPN|root",
            [("Ali Demir", PERSON, ""), ("Turkish", "COUNTRY", "country:TUR")],
            "TUR",
            id="demonym before the title",
        ),
        pytest.param(
            "Poland|PROPN|possessor|Jan ~'s|PART|case|Poland|POS minister|NOUN|compound|Jan Jan|PROPN|root",
            [("Jan", PERSON, ""), ("Poland", "COUNTRY", "country:POL")],
            "POL",
            id="possessor",
        ),
        pytest.param(
            "Jan|PROPN|subject|left ~,|PUNCT|punctuation|head head|NOUN|apposition|Jan of|ADP|case|service "
            "the|DET|determiner|service Russian|ADJ|adjective|service service|NOUN|noun_modifier|head left|VERB|root",
            [("Jan", PERSON, ""), ("Russian", "COUNTRY", "country:RUS")],
            "RUS",
            id="apposition",
        ),
        pytest.param(
            "India|PROPN|subject|left left|VERB|root with|ADP|case|Jan Jan|PROPN|oblique|left",
            [("Jan", PERSON, ""), ("India", "COUNTRY", "country:IND")],
            "",
            id="a country elsewhere in the sentence says nothing",
        ),
        pytest.param(
            "India|PROPN|subject|left left|VERB|complement_clause|said ~,|PUNCT|punctuation|said Defence|PROPN|compound|Jan "
            "Minister|PROPN|compound|Jan Jan|PROPN|subject|said said|VERB|root",
            [("Jan", PERSON, ""), ("India", "COUNTRY", "country:IND")],
            "IND",
            id="a minister without country is of the state that acts",
        ),
        pytest.param(
            "Acme|PROPN|subject|left ~,|PUNCT|punctuation|company an|DET|determiner|company Istanbul|PROPN|compound|company "
            "company|NOUN|apposition|Acme left|VERB|root",
            [("Acme", BODY, "")],
            "TUR",
            id="city",
        ),
        pytest.param(
            "Polish|PROPN|compound|Works Steel|PROPN|compound|Works Works|PROPN|root",
            [("Polish Steel Works", BODY, "")],
            "POL",
            id="country in the name",
        ),
    ],
)
def test_country_of_the_first_thing(known: Lexicon, line: str, names: list, expected: str) -> None:
    found = things(known, [line], names)
    assert next(thing.country for thing in found if thing.type == names[0][1]) == expected


def test_reasons_say_why_names_were_joined(known: Lexicon) -> None:
    lines = flat("Jan Nowak spoke") + flat("Nowak left")
    article, sentences = read(*lines)
    mentions = [name(article, sentences, "Jan Nowak", PERSON), name(article, sentences, "Nowak", PERSON, 2)]
    (thing,) = resolve_article(article, sentences, mentions, known)[1]
    assert (thing.name, thing.aliases) == ("Jan Nowak", ("Nowak",))
    assert thing.reasons == ('surname "Nowak" of "Jan Nowak"',)


def test_bare_surname_goes_to_the_nearest_bearer_before_it(known: Lexicon) -> None:
    article, sentences = read(*flat("Jan Nowak spoke"), *flat("Piotr Nowak spoke"), *flat("Nowak left"))
    mentions = [
        name(article, sentences, "Jan Nowak", PERSON),
        name(article, sentences, "Piotr Nowak", PERSON),
        name(article, sentences, "Nowak", PERSON, 3),
    ]
    found, things_ = resolve_article(article, sentences, mentions, known)
    assert things_[found[-1].things[0]].name == "Piotr Nowak"


def test_one_wording_has_one_type(known: Lexicon) -> None:
    article, sentences = read(*flat("Acme spoke"), *flat("Acme left"), *flat("Acme won"))
    types = [BODY, PERSON, BODY]
    mentions = [name(article, sentences, "Acme", type_, place) for place, type_ in enumerate(types, 1)]
    found = resolve_article(article, sentences, mentions, known)[1]
    assert [thing.type for thing in found] == [BODY]
