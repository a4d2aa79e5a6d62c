import pytest

from graphbuilder.lexicon import load_lexicon
from graphbuilder.lexicon.lookup import Lexicon

ONE = [
    ("United States", "country:USA", "name"),
    ("the United States", "country:USA", "name"),
    ("U.S.", "country:USA", "acronym"),
    ("US", "country:USA", "acronym"),
    ("U.S", "country:USA", "acronym"),
    ("Türkiye", "country:TUR", "alias"),
    ("Turkiye", "country:TUR", "alias"),
    ("TURKEY", "country:TUR", "name"),
    ("Republic of India", "country:IND", "alias"),
    ("South Korean", "country:KOR", "demonym"),
    ("Turks", "country:TUR", "demonym"),
    ("Briton", "country:GBR", "demonym"),
    ("Ankara", "country:TUR", "capital"),
    ("NEW DELHI", "country:IND", "capital"),
    ("Kyiv", "country:UKR", "capital"),
    ("Kiev", "country:UKR", "capital"),
    ("Côte d’Ivoire", "country:CIV", "alias"),
    ("Kremlin", "country:RUS", "seat"),
    ("the White House", "country:USA", "seat"),
    ("Élysée", "country:FRA", "seat"),
    ("Turkey's", "country:TUR", "name"),
    ("NATO", "org:NATO", "name"),
    ("Nato", "org:NATO", "alias"),
    ("EU", "org:European Union", "acronym"),
    ("Gulf Cooperation Council", "org:Gulf Cooperation Council", "name"),
    ("Pentagon", "org:United States Department of Defense", "alias"),
    ("DSCA", "org:Defense Security Cooperation Agency", "acronym"),
    ("State Department", "org:United States Department of State", "alias"),
    ("Rosoboronexport", "org:Rosoboronexport", "name"),
    ("Almaz-Antey", "org:Almaz-Antey", "name"),
    ("Almaz Antey", "org:Almaz-Antey", "alias"),
    ("Undersecretariat for Defence Industries", "org:Defence Industry Agency", "alias"),
    ("German Air Force", "org:Luftwaffe", "alias"),
    ("General Dynamics Land Systems Inc.", "org:General Dynamics", "alias"),
    ("Rheinmetall Landsysteme GmbH", "org:Rheinmetall", "alias"),
    ("DCNS", "org:Naval Group", "acronym"),
    ("Erdoğan", "person:Recep Tayyip Erdogan", "alias"),
    ("Recep Tayyip Erdoğan", "person:Recep Tayyip Erdogan", "name"),
    ("Sergey Shoygu", "person:Sergei Shoigu", "alias"),
    ("S-400", "weapon:S-400", "name"),
    ("S-400s", "weapon:S-400", "name"),
    ("S400", "weapon:S-400", "name"),
    ("S-400 Triumf", "weapon:S-400", "alias"),
    ("SA-21 Growler", "weapon:S-400", "alias"),
    ("S-300", "weapon:S-300", "name"),
    ("SU-35", "weapon:Su-35", "name"),
    ("Su 35", "weapon:Su-35", "name"),
    ("Su-30", "weapon:Su-30", "name"),
    ("Su-30MKI", "weapon:Su-30", "alias"),
    ("Su-30MKX", "weapon:Su-30", "designation"),
    ("F-16C/D Block 70", "weapon:F-16", "designation"),
    ("Leopard 2A6s", "weapon:Leopard 2", "alias"),
    ("LEOPARD 2A4", "weapon:Leopard 2", "alias"),
    ("Himars", "weapon:HIMARS", "alias"),
    ("M142 HIMARS", "weapon:HIMARS", "alias"),
    ("Bayraktar TB2", "weapon:Bayraktar TB2", "name"),
    ("TB2s", "weapon:Bayraktar TB2", "alias"),
    ("Abrams", "weapon:M1 Abrams", "alias"),
    ("Akula-class", "weapon:Akula-class submarine", "alias"),
    ("Akula-class submarines", "weapon:Akula-class submarine", "name"),
    ("MIM-104 Patriot", "weapon:Patriot", "alias"),
    ("Storm Shadow", "weapon:Storm Shadow", "name"),
    ("AT-4", "weapon:Fagot", "alias"),
    ("AT4", "weapon:AT4", "name"),
    ("Rafale", "weapon:Rafale", "name"),
    ("Rafael", "org:Rafael Advanced Defense Systems", "alias"),
    ("F110", "weapon:F110", "name"),
    ("F-110 frigate", "weapon:F110-class frigate", "alias"),
]
NOTHING = [
    "an 26",
    "An 26",
    "US 2",
    "At 14",
    "us",
    "Us",
    "turkey",
    "jordan",
    "patriot",
    "leopard",
    "arrow 3",
    "eu",
    "Hal",
    "javelins",
    "Zzyzx",
    "",
    "the",
    ".",
]


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon()


@pytest.mark.parametrize(("surface", "key", "how"), ONE, ids=[row[0] for row in ONE])
def test_a_surface_finds_its_entry(lexicon, surface, key, how):
    assert [(match.entry.key, match.how) for match in lexicon.lookup(surface)] == [(key, how)]


@pytest.mark.parametrize("surface", NOTHING)
def test_a_surface_that_names_nothing_finds_nothing(lexicon, surface):
    assert lexicon.lookup(surface) == ()


@pytest.mark.parametrize(
    ("surface", "keys"),
    [
        ("Brussels", ["country:BEL", "org:European Union", "org:NATO"]),
        ("Congo", ["country:COD", "country:COG"]),
        ("Black Shark", ["weapon:Black Shark torpedo", "weapon:Ka-50"]),
    ],
)
def test_a_surface_of_several_things_finds_them_all(lexicon, surface, keys):
    found = lexicon.lookup(surface)
    assert sorted(match.entry.key for match in found) == keys
    assert all(match.ambiguous for match in found)


@pytest.mark.parametrize(
    "surface",
    ["Georgia", "Jordan", "Turkey", "Chad", "Patriot", "Leopard", "Meteor", "Arrow", "Hellfire", "Abrams", "Rafael"],
)
def test_names_that_are_also_words_or_names_are_ambiguous(lexicon, surface):
    assert [match.ambiguous for match in lexicon.lookup(surface)] == [True]


@pytest.mark.parametrize(
    "surface", ["Leopard 2", "Patriot PAC-3", "Russia", "Rosoboronexport", "Bayraktar TB2", "S-400"]
)
def test_names_that_are_nothing_else_are_not_ambiguous(lexicon, surface):
    assert [match.ambiguous for match in lexicon.lookup(surface)] == [False]


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("weapon:S-400", "country", "RUS"),
        ("weapon:S-400", "category", "air defence systems"),
        ("weapon:S-400", "maker", "Almaz-Antey"),
        ("weapon:S-400", "kind", "air-defence system"),
        ("weapon:Eurofighter Typhoon", "country", ""),
        ("weapon:F-16", "maker", "Lockheed Martin"),
        ("weapon:HIMARS", "category", "artillery"),
        ("org:Baykar", "kind", "company"),
        ("country:TUR", "name", "Turkey"),
        ("person:Narendra Modi", "country", "IND"),
    ],
)
def test_entries_carry_their_facts(lexicon, key, field, value):
    assert getattr(lexicon.entry(key), field) == value


def test_an_unknown_key_has_no_entry(lexicon):
    assert lexicon.entry("weapon:Zzyzx-9") is None
    assert lexicon.country("ZZZ") is None


@pytest.mark.parametrize(
    ("country", "role", "year", "name"),
    [
        ("TUR", "defence minister", 2019, "Hulusi Akar"),
        ("RUS", "president", 2010, "Dmitry Medvedev"),
        ("IND", "Defence Minister", 2018, "Nirmala Sitharaman"),
        ("DEU", "chancellor", 2008, "Angela Merkel"),
    ],
)
def test_holders_of_an_office(lexicon, country, role, year, name):
    assert [entry.name for entry in lexicon.holders(country, role, year)] == [name]


def test_a_persons_offices_are_together(lexicon):
    offices = {office.role for office in lexicon.entry("person:Sergei Shoigu").offices}
    assert offices == {"defence minister"}
    assert len(lexicon.entry("person:Vladimir Putin").offices) == 3


@pytest.mark.parametrize(
    ("text", "category", "strength"),
    [
        ("fighter jets", "aircraft", "strong"),
        ("Main battle tank", "armoured vehicles", "strong"),
        ("air-defense systems", "air defence systems", "strong"),
        ("air defence system", "air defence systems", "strong"),
        ("howitzers", "artillery", "strong"),
        ("weapons", "other", "weak"),
        ("ammunition", "other", "part"),
        ("think tank", "other", "no"),
    ],
)
def test_class_nouns(lexicon, text, category, strength):
    found = lexicon.weapon_class(text)
    assert (found.category, found.strength) == (category, strength)


def test_other_nouns_are_no_class(lexicon):
    assert lexicon.weapon_class("contract") is None


@pytest.mark.parametrize(
    ("text", "role", "leads"),
    [
        ("President", "president", True),
        ("prime minister", "prime minister", True),
        ("Defense Minister", "defence minister", True),
        ("Gen.", "general", False),
        ("Lt. Gen.", "lieutenant general", False),
        ("spokesman", "spokesperson", False),
        ("CEO", "chief executive", True),
        ("Deputy Defence Minister", "deputy defence minister", False),
    ],
)
def test_titles(lexicon, text, role, leads):
    found = lexicon.title(text)
    assert (found.role, found.leads) == (role, leads)


def test_other_words_are_no_title(lexicon):
    assert lexicon.title("tank") is None


def test_a_body_is_known_by_its_key_wherever_it_was_made() -> None:
    """A reading that another process made names bodies that this one has not met."""
    lexicon = load_lexicon(())
    made = lexicon.lookup("Chilean Defence Ministry")[0].entry
    assert made.key.startswith("org:")
    assert Lexicon(lexicon.entries).entry(made.key) == made
    assert lexicon.entry("org:Ministry of Defence of Ruritania") is None
