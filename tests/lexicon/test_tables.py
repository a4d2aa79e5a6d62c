import re
from collections import defaultdict

import pytest

from graphbuilder.lexicon import load_lexicon
from graphbuilder.lexicon.extra import CATEGORIES
from graphbuilder.lexicon.fold import plain
from graphbuilder.lexicon.tables import DATA, rows, split

SORTED = {
    "companies.tsv": lambda row: (row["name"].casefold(), row["country"]),
    "countries.tsv": lambda row: row["iso3"],
    "groups.tsv": lambda row: row["name"],
    "institutions.tsv": lambda row: row["institution"],
    "people.tsv": lambda row: (row["name"].casefold(), row["from"], row["role"]),
    "titles.tsv": lambda row: row["title"],
    "weapon_classes.tsv": lambda row: row["singular"],
    "weapons.tsv": lambda row: (row["name"].casefold(), row["name"]),
}
TABLES = [*SORTED, "designation_exceptions.tsv", "designation_families.tsv"]
KINDS = {"agency", "armed forces", "company", "media", "ministry", "parliament", "party", "research"}


def read(name):
    return [row for _, row in rows(DATA / name)]


@pytest.mark.parametrize("name", SORTED)
def test_rows_are_sorted(name):
    keys = [SORTED[name](row) for row in read(name)]
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_clean(name):
    for number, row in rows(DATA / name):
        for column, cell in row.items():
            assert cell == " ".join(cell.split()), f"{name}, line {number}, {column}: stray white space"
            assert "||" not in cell.replace("(?:", "") or column == "pattern", f"{name}, line {number}, {column}"


@pytest.mark.parametrize("name", [name for name in TABLES if name != "designation_exceptions.tsv"])
def test_every_row_names_its_source(name):
    assert [row for row in read(name) if not row["source"]] == []


@pytest.mark.parametrize(
    ("name", "least"),
    [("countries.tsv", 250), ("weapons.tsv", 1500), ("companies.tsv", 400), ("people.tsv", 400), ("groups.tsv", 60)],
)
def test_tables_are_of_the_promised_size(name, least):
    assert len(read(name)) >= least


def test_countries_are_those_of_the_standard():
    pycountry = pytest.importorskip("pycountry")
    known = {country.alpha_3 for country in pycountry.countries} | {"XKX"}  # Kosovo has a user-assigned code only
    assert {row["iso3"] for row in read("countries.tsv")} == known


@pytest.mark.parametrize("name", ["companies.tsv", "people.tsv", "weapons.tsv"])
def test_countries_of_rows_are_listed(name):
    known = {row["iso3"] for row in read("countries.tsv")} | {""}
    assert sorted({row["country"] for row in read(name)} - known) == []


@pytest.mark.parametrize("name", ["companies.tsv", "groups.tsv", "weapons.tsv", "countries.tsv"])
def test_names_are_listed_once(name):
    names = [row["name"] for row in read(name)]
    assert sorted({one for one in names if names.count(one) > 1}) == []


def test_makers_are_listed():
    known = {row["name"] for row in read("companies.tsv")} | {""}
    assert sorted({row["maker"] for row in read("weapons.tsv")} - known) == []


@pytest.mark.parametrize("name", ["weapons.tsv", "weapon_classes.tsv"])
def test_categories_are_of_the_closed_list(name):
    assert sorted({row["category"] for row in read(name)} - set(CATEGORIES)) == []


def test_families_have_a_category_of_the_closed_list():
    assert sorted({row["category"] for row in read("designation_families.tsv")} - set(CATEGORIES)) == []


def test_kinds_of_organizations_are_of_the_closed_list():
    assert {row["kind"] for row in read("companies.tsv")} == KINDS


def test_strengths_are_of_the_closed_list():
    assert {row["strength"] for row in read("weapon_classes.tsv")} == {"strong", "weak", "part", "no"}


def test_terms_of_office_are_years_in_order():
    for row in read("people.tsv"):
        for cell in (row["from"], row["to"]):
            assert re.fullmatch(r"((19|20)\d\d)?", cell), row
        assert not row["to"] or row["from"] <= row["to"], row


def test_a_person_belongs_to_one_country():
    countries = defaultdict(set)
    for row in read("people.tsv"):
        countries[row["name"]].add(row["country"])
    assert {name: codes for name, codes in countries.items() if len(codes) > 1} == {}


def test_a_surface_of_two_entries_is_marked_ambiguous():
    uses = defaultdict(dict)
    for entry in load_lexicon().entries:
        for surface in entry.surfaces:
            uses[plain(surface.text).casefold()][entry.key] = surface.ambiguous
    clashes = {text: marks for text, marks in uses.items() if len(marks) > 1 and not all(marks.values())}
    assert clashes == {}


def test_a_class_noun_is_listed_once():
    uses = defaultdict(set)
    for row in read("weapon_classes.tsv"):
        for form in {row["singular"], row["plural"], *split(row["variants"])}:
            uses[form.casefold()].add(row["singular"])
    assert {form: owners for form, owners in uses.items() if len(owners) > 1} == {}
