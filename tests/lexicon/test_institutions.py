import pytest

from graphbuilder.lexicon import load_lexicon


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon()


@pytest.mark.parametrize(
    ("surface", "name", "country"),
    [
        ("Turkish Defence Ministry", "Ministry of Defence of Turkey", "TUR"),
        ("Turkish defence ministry", "Ministry of Defence of Turkey", "TUR"),
        ("Ministry of Defense of India", "Ministry of Defence of India", "IND"),
        ("Ministry of National Defence of the Czech Republic", "Ministry of Defence of Czechia", "CZE"),
        ("Israel Ministry of Defense", "Israel Ministry of Defense", "ISR"),
        ("US Defense Department", "United States Department of Defense", "USA"),
        ("Kenyan Air Force", "Kenyan Air Force", "KEN"),
        ("Argentine Foreign Ministry", "Ministry of Foreign Affairs of Argentina", "ARG"),
        ("Polish Parliament", "Sejm", "POL"),
        ("Japanese Navy", "Japan Maritime Self-Defense Force", "JPN"),
    ],
)
def test_bodies_of_states(lexicon, surface, name, country):
    (match,) = lexicon.lookup(surface)
    assert (match.entry.name, match.entry.country, match.entry.type) == (name, country, "ORGANIZATION")


def test_a_made_entry_is_found_again_by_its_key(lexicon):
    (match,) = lexicon.lookup("Kenyan Air Force")
    assert lexicon.entry(match.entry.key) == match.entry


@pytest.mark.parametrize(
    "surface", ["Ankara Defence Ministry", "Turkish delight", "Ministry of Silly Walks of India", "Air Force"]
)
def test_other_wordings_name_no_body(lexicon, surface):
    assert lexicon.lookup(surface) == ()


def test_a_body_without_its_country(lexicon):
    ministry = lexicon.institution("defence ministry")
    assert ministry.kind == "ministry"
    assert lexicon.institution_of(ministry, "GBR").name == "Ministry of Defence of the United Kingdom"
    assert lexicon.institution_of(ministry, "ZZZ") is None
    assert lexicon.institution("tank") is None
