import pytest

from graphbuilder.lexicon.fold import atoms, closeness, join_words, plain, same_case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S-400s", ("s", "400", "s")),
        ("Su–35", ("su", "35")),
        ("Erdoğan", ("erdogan",)),
        ("Błaszczak", ("blaszczak",)),
        ("İstanbul", ("istanbul",)),
        ("U.S.", ("us",)),
        ("U.S", ("us",)),
        ("A.K. Antony", ("ak", "antony")),
        ("Côte d’Ivoire", ("cote", "divoire")),
        ("Almaz-Antey", ("almaz", "antey")),
        ("", ()),
        ("...", ()),
    ],
)
def test_atoms(text, expected):
    assert atoms(text) == expected


@pytest.mark.parametrize(
    ("surface", "known", "rank"),
    [("AT4", "AT4", 0), ("su-35", "Su-35", 1), ("Su 35", "Su-35", 2), ("Su35", "Su-35", 3)],
)
def test_closeness(surface, known, rank):
    assert closeness(surface, known) == rank


@pytest.mark.parametrize(
    ("surface", "known", "allowed"),
    [
        ("TURKEY", "Turkey", True),
        ("turkey", "Turkey", False),
        ("Us", "US", False),
        ("Nato", "NATO", True),
        ("Defence ministry", "Defence Ministry", True),
        ("defence Ministry", "Defence Ministry", False),
        ("al-Sisi", "al-Sisi", True),
        ("SU-35", "Su-35", True),
        ("su-35", "Su-35", False),
    ],
)
def test_same_case(surface, known, allowed):
    assert same_case(surface, known) is allowed


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["Almaz", "-", "Antey"], "Almaz-Antey"),
        (["F-16C", "/", "D", "Block", "70"], "F-16C/D Block 70"),
        (["Turkey", "'s", "ministry"], "Turkey's ministry"),
    ],
)
def test_words_are_joined_as_in_text(words, text):
    assert join_words(words) == text


def test_plain_keeps_case_and_drops_accents():
    assert plain("  Ünal   ‘Şahin’ ") == "Unal 'Sahin'"
