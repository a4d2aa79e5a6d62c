import pytest

from graphbuilder.lexicon import load_lexicon

SENTENCES = [
    (
        "demonym, company and weapon",
        "The Russian firm Almaz - Antey will sell S-400s to Turkey .",
        [
            ("Russian", "country:RUS"),
            ("Almaz-Antey", "org:Almaz-Antey"),
            ("S-400s", "weapon:S-400"),
            ("Turkey", "country:TUR"),
        ],
    ),
    (
        "variant cut at the slash, with block",
        "It ordered 66 F-16C / D Block 70 aircraft from the U.S. .",
        [("F-16C/D Block 70", "weapon:F-16"), ("U.S.", "country:USA")],
    ),
    ("longest wins", "The United Arab Emirates met .", [("United Arab Emirates", "country:ARE")]),
    ("punctuation is no part", "In Kyiv , Ankara .", [("Kyiv", "country:UKR"), ("Ankara", "country:TUR")]),
    ("two designations", "Su-30 / Su-35 fighters", [("Su-30", "weapon:Su-30"), ("Su-35", "weapon:Su-35")]),
    ("designation cut everywhere", "AN / APG-83 radars", [("AN/APG-83", "weapon:AN/APG-83")]),
    ("hyphen between letters", "IRIS - T SLM batteries", [("IRIS-T SLM", "weapon:IRIS-T SLM")]),
    ("class of ships", "an Akula - class submarine", [("Akula-class submarine", "weapon:Akula-class submarine")]),
    ("nickname after a designation", "AH-64E Apache helicopters", [("AH-64E Apache", "weapon:AH-64 Apache")]),
    ("nickname after an unlisted variant", "AH-64X Apache helicopters", [("AH-64X Apache", "weapon:AH-64 Apache")]),
    ("suffix after a dotted name", "U.S.-made drones", [("U.S.", "country:USA")]),
    ("demonym cut at the hyphen", "Russian - made jets", [("Russian", "country:RUS")]),
    ("possessive", "Germany 's Rheinmetall", [("Germany", "country:DEU"), ("Rheinmetall", "org:Rheinmetall")]),
    (
        "possessive inside a name",
        "The People 's Republic of China met the People .",
        [("People's Republic of China", "country:CHN")],
    ),
    ("one name for two weapons", "Hawk Mk 167 jets", [("Hawk Mk 167", "weapon:Hawk trainer")]),
    ("common words", "He gave us turkey and a patriot javelin .", []),
    ("diseases and groups", "COVID-19 and the G-20", [("G-20", "org:Group of Twenty")]),
    (
        "institution after demonym",
        "the Turkish Defence Ministry said",
        [("Turkish Defence Ministry", "org:Ministry of Defence of Turkey")],
    ),
    ("listed institution", "the German Air Force flies", [("German Air Force", "org:Luftwaffe")]),
    (
        "institution before its country",
        "The Ministry of Defence of the United Arab Emirates bought it",
        [("Ministry of Defence of the United Arab Emirates", "org:Ministry of Defence of the United Arab Emirates")],
    ),
    (
        "a minister is no ministry",
        "Turkish defence minister Hulusi Akar",
        [("Turkish", "country:TUR"), ("Hulusi Akar", "person:Hulusi Akar")],
    ),
    ("headline", "NEW DELHI BUYS RAFALE", [("NEW DELHI", "country:IND"), ("RAFALE", "weapon:Rafale")]),
]


@pytest.mark.parametrize(("sentence", "expected"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_names_are_found_in_words(sentence, expected):
    found = load_lexicon().find(sentence.split())
    assert [(one.text, one.matches[0].entry.key) for one in found] == expected


def test_positions_are_those_of_the_words():
    words = "The firm Almaz - Antey sold F-16C / D Block 70 jets".split()
    assert [(one.start, one.end) for one in load_lexicon().find(words)] == [(2, 5), (6, 11)]


def test_white_space_that_is_known_is_kept():
    words = ["Mi-17", "-", "V5", "and", "Su-30", "/", "Su-35"]
    spaces = [False, False, True, True, False, False, False]
    assert [one.text for one in load_lexicon().find(words, spaces)] == ["Mi-17-V5", "Su-30", "Su-35"]


def test_no_words_give_nothing():
    assert load_lexicon().find([]) == []
    assert load_lexicon().find(["", " ", "."]) == []


def test_a_surface_never_has_more_atoms_than_promised():
    lexicon = load_lexicon()
    assert lexicon.longest_surface >= 9
    assert {"s", "united", "us", "rosoboronexport"} <= lexicon.first_words
