import pytest

from graphbuilder.lexicon.fold import atoms, join_words, plain


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
