"""Names: what the lexicon knows, what shape and context tell, and what is no name."""

import pytest

from graphbuilder.extract.mentions import find_mentions
from tests.extract.mention_trees import article, shown, small_lexicon

LEXICON = small_lexicon()

SEATS = {
    "subject": ("Moscow/PROPN/subject/2 refused/VERB/root/0 ./PUNCT/punctuation/2", "COUNTRY"),
    "in": (
        "They/PRON/subject/2 met/VERB/root/0 in/ADP/case/4 Moscow/PROPN/oblique/2 ./PUNCT/punctuation/2",
        "LOCATION",
    ),
    "talks with": (
        "He/PRON/subject/2 held/VERB/root/0 talks/NOUN/object/2 with/ADP/case/5 Moscow/PROPN/noun_modifier/3",
        "COUNTRY",
    ),
    "visit to": (
        "A/DET/determiner/2 visit/NOUN/root/0 to/ADP/case/4 Moscow/PROPN/noun_modifier/2 ended/VERB/other/2",
        "LOCATION",
    ),
    "sale to": (
        "A/DET/determiner/2 sale/NOUN/subject/5 to/ADP/case/4 Ankara/PROPN/noun_modifier/2 failed/VERB/root/0",
        "COUNTRY",
    ),
    "possessor": ("Ankara/PROPN/possessor/3 ~'s/PART/case/1 order/NOUN/subject/4 stands/VERB/root/0", "COUNTRY"),
    "Moscow-based": (
        "the/DET/determiner/5 Moscow/PROPN/compound/4 ~-/PUNCT/punctuation/4 ~based/VERB/adjective/5 analyst/NOUN/root/0",
        "LOCATION",
    ),
    "Moscow-backed": (
        "the/DET/determiner/5 Moscow/PROPN/compound/4 ~-/PUNCT/punctuation/4 ~backed/VERB/adjective/5 rebels/NOUN/root/0",
        "COUNTRY",
    ),
    "behind a month": (
        "In/ADP/case/2 May/PROPN/oblique/4 Ankara/PROPN/name_part/2 refused/VERB/root/0",
        "COUNTRY",
    ),
    "dateline": ("MOSCOW/PROPN/other/4 —/PUNCT/punctuation/4 They/PRON/subject/4 met/VERB/root/0", "LOCATION"),
    "parser took the verb for a noun": (
        "Ankara/PROPN/compound/2 plans/NOUN/root/0 to/PART/marker/4 buy/VERB/noun_clause/2",
        "COUNTRY",
    ),
}


@pytest.mark.parametrize(("tree", "type_"), SEATS.values(), ids=SEATS)
def test_capital_is_its_state_where_it_acts(tree: str, type_: str) -> None:
    found = find_mentions("d", article(tree), LEXICON)
    seat = next(mention for mention in found if mention.how == "capital")
    assert seat.type == type_
    assert bool(seat.key) == (type_ == "COUNTRY")


NAMES = {
    "block number is a variant": (
        "They/PRON/subject/2 bought/VERB/root/0 the/DET/determiner/5 Block/PROPN/compound/5|WEAPON III/PROPN/object/2|WEAPON",
        [],
    ),
    "letters are no person": (
        "They/PRON/subject/2 face/VERB/root/0 penalties/NOUN/object/2 under/ADP/case/5 ZACTA/PROPN/noun_modifier/3|PERSON",
        [],
    ),
    "letters that speak are a body": (
        "ZACTA/PROPN/subject/2|PERSON said/VERB=say/root/0 so/ADV/adverb/2",
        [("ZACTA", "ORGANIZATION")],
    ),
    "receiver is no place": (
        "They/PRON/subject/2 sell/VERB/root/0 tanks/NOUN/object/2 to/ADP/case/6 Orrin/PROPN/name_part/6|GPE Vask/PROPN/oblique/2|GPE",
        [("Orrin Vask", "PERSON")],
    ),
    "title and name": (
        "Prime/PROPN/compound/2 Minister/PROPN/compound/4 Jussi/PROPN/name_part/4 Aaltola/PROPN/subject/5 agreed/VERB/root/0",
        [("Jussi Aaltola", "PERSON")],
    ),
    "lower-case role and particle": (
        "the/DET/determiner/2 analyst/NOUN/subject/6 Piet/PROPN/apposition/2 van/PROPN/name_part/3 Dorp/PROPN/name_part/3 left/VERB/root/0",
        [("Piet van Dorp", "PERSON")],
    ),
    "unknown speaker": (
        "Zorba/PROPN/subject/3 Kleon/PROPN/name_part/1 said/VERB/root/0 so/ADV/adverb/3",
        [],
    ),
    "speaker by speech verb": (
        "Zorba/PROPN/subject/3 Kleon/PROPN/name_part/1 said=say/VERB/root/0 so/ADV/adverb/3",
        [("Zorba Kleon", "PERSON")],
    ),
    "body with tail": (
        "the/DET/determiner/3 Freedonian/PROPN/compound/3 Centre/PROPN/subject/7 for/ADP/case/6 Naval/PROPN/compound/6"
        " Procurement/PROPN/noun_modifier/3 paid/VERB/root/0",
        [("Freedonian Centre for Naval Procurement", "ORGANIZATION")],
    ),
    "owner apart from body": (
        "Turkey/PROPN/possessor/5 ~'s/PART/case/1 Coastal/PROPN/compound/5 Radar/PROPN/compound/5 Directorate/PROPN/subject/6 paid/VERB/root/0",
        [("Turkey", "COUNTRY"), ("Coastal Radar Directorate", "ORGANIZATION")],
    ),
    "bare US apart from body": (
        "the/DET/determiner/4 US/PROPN/compound/4 Harbor/PROPN/compound/4 Agency/PROPN/subject/5 paid/VERB/root/0",
        [("US", "COUNTRY"), ("Harbor Agency", "ORGANIZATION")],
    ),
    "maker before name": (
        "the/DET/determiner/3 aircraft/NOUN/compound/3 maker/NOUN/subject/5 Zephex/PROPN/apposition/3 paid/VERB/root/0",
        [("Zephex", "ORGANIZATION")],
    ),
    "made by": (
        "boats/NOUN/root/0 made=make/VERB/noun_clause/1 by/ADP/case/4 Zephex/PROPN/agent/2",
        [("Zephex", "ORGANIZATION")],
    ),
    "newspaper": (
        "the/DET/determiner/3 Kalyani/PROPN/compound/3 newspaper/NOUN/subject/4 said/VERB/root/0",
        [("Kalyani", "ORGANIZATION")],
    ),
    "law is none": (
        "the/DET/determiner/3 Patriot/PROPN/compound/3 Act/PROPN/subject/4 bans/VERB/root/0 it/PRON/object/4",
        [],
    ),
    "office holds no body": (
        "Kleon/PROPN/subject/9 ,/PUNCT/punctuation/4 the/DET/determiner/4 Chief/PROPN/apposition/1 of/ADP/case/8 the/DET/determiner/8"
        " Naval/PROPN/compound/8 Staff/PROPN/noun_modifier/4 left/VERB/root/0",
        [],
    ),
    "ticker is none": (
        "the/DET/determiner/2 maker/NOUN/subject/8 (/PUNCT/punctuation/4 ~NYSE/PROPN/apposition/2|ORG ~:/PUNCT/punctuation/4"
        " ZPX/PROPN/name_part/4|ORG ~)/PUNCT/punctuation/4 paid/VERB/root/0",
        [],
    ),
    "port": (
        "the/DET/determiner/2 port/NOUN/subject/5 of/ADP/case/4 Zephex/PROPN/noun_modifier/2|ORG closed/VERB/root/0",
        [("Zephex", "LOCATION")],
    ),
    "day is none": ("They/PRON/subject/2 met/VERB/root/0 on/ADP/case/4 Friday/PROPN/oblique/2", []),
    "demonym of the state": (
        "Turkish/ADJ/adjective/2 officials/NOUN/subject/3 agreed/VERB/root/0",
        [("Turkish", "COUNTRY")],
    ),
    "demonym of a dish": ("Turkish/ADJ/adjective/2 coffee/NOUN/subject/3 helps/VERB/root/0", []),
    "joined demonyms": (
        "the/DET/determiner/5 Russian/ADJ/adjective/5 ~-/PUNCT/punctuation/4 ~Turkish/ADJ/adjective/5 talks/NOUN/root/0",
        [("Russian", "COUNTRY"), ("Turkish", "COUNTRY")],
    ),
    "body's words that only describe": (
        "Russian/ADJ/adjective/3 military/ADJ/adjective/3 jets/NOUN/subject/4 flew/VERB/root/0",
        [("Russian", "COUNTRY")],
    ),
    "air show with year": ("at/ADP/case/2 ZIVEX-2031/PROPN/root/0", [("ZIVEX-2031", "EVENT")]),
    "model label": (
        "Borduria/PROPN/subject/2|ORG sang/VERB/root/0",
        [("Borduria", "ORGANIZATION")],
    ),
    "sold by": (
        "They/PRON/subject/2 bought=buy/VERB/root/0 tanks/NOUN/object/2 from/ADP/case/5 Zephex/PROPN/oblique/2|PERSON",
        [("Zephex", "ORGANIZATION")],
    ),
    "contractor": (
        "The/DET/determiner/2 contractor/NOUN/subject/4 is/AUX/copula/4 Zephex/PROPN/root/0|LOC",
        [("Zephex", "ORGANIZATION")],
    ),
    "country inside a longer name": (
        "the/DET/determiner/4 New/PROPN/compound/4|ORG India/PROPN/compound/4|ORG Foxes/PROPN/subject/5|ORG won/VERB/root/0",
        [("New India Foxes", "ORGANIZATION")],
    ),
    "syllables of a given name": (
        "said=say/VERB/root/0 Eom/PROPN/subject/1 Hyo/PROPN/name_part/2 ~-/PUNCT/punctuation/5 ~sik/NOUN/name_part/2 ,/PUNCT/punctuation/1",
        [("Eom Hyo-sik", "PERSON")],
    ),
    "state behind a city": (
        "in/ADP/case/2 Tucson/PROPN/root/0|GPE ,/PUNCT/punctuation/4 AZ/PROPN/apposition/2|ORG",
        [("Tucson", "LOCATION"), ("AZ", "LOCATION")],
    ),
    "ambiguous country": ("Jordan/PROPN/subject/2 agreed/VERB/root/0", [("Jordan", "COUNTRY")]),
    "its namesake": (
        "Jordan/PROPN/subject/3 Hobbs/PROPN/name_part/1 said=say/VERB/root/0",
        [("Jordan Hobbs", "PERSON")],
    ),
}


@pytest.mark.parametrize(("tree", "expected"), NAMES.values(), ids=NAMES)
def test_name_has_exact_span_and_type(tree: str, expected: list[tuple[str, str]]) -> None:
    assert shown(find_mentions("d", article(tree), LEXICON)) == expected


def test_part_of_a_token_is_named() -> None:
    found = find_mentions("d", article("U.S.-made/ADJ/adjective/2 jets/NOUN/root/0"), LEXICON)
    assert [(m.text, m.start, m.end) for m in found if m.kind == "name"] == [("U.S.", 0, 4)]


def test_surname_and_bracketed_abbreviation_go_on_through_the_article() -> None:
    sentences = article(
        "Minister/PROPN/compound/3 Jussi/PROPN/name_part/3 Aaltola/PROPN/subject/4 met/VERB/root/0 the/DET/determiner/8"
        " Coastal/PROPN/compound/8 Radar/PROPN/compound/8 Agency/PROPN/object/4 (/PUNCT/punctuation/10 ~CRA/PROPN/apposition/8"
        " ~)/PUNCT/punctuation/10",
        "Aaltola/PROPN/subject/2 thanked/VERB/root/0 CRA/PROPN/object/2",
    )
    found = find_mentions("d", sentences, LEXICON)
    assert shown(found) == [
        ("Jussi Aaltola", "PERSON"),
        ("Coastal Radar Agency", "ORGANIZATION"),
        ("CRA", "ORGANIZATION"),
        ("Aaltola", "PERSON"),
        ("CRA", "ORGANIZATION"),
    ]
    assert all(
        "".join(s.text for s in sentences if s.start <= m.start < s.end)[
            m.start - sentences[m.sentence].start :
        ].startswith(m.text)
        for m in found
    )
