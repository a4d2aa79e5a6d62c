"""Turns the rows of the tables into entries, each with all the surfaces that name it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graphbuilder.lexicon.entry import Entry, How, Office, Surface
from graphbuilder.lexicon.tables import split, table

Row = Mapping[str, str]

PREFIXES = {"COUNTRY": "country", "PERSON": "person", "ORGANIZATION": "org", "WEAPON": "weapon"}
_LONGEST_ACRONYM = 8
_AMBIGUOUS_MARK = "?"  # an alias such as "Leopard?" is also an ordinary word or another thing's name


def all_entries() -> Iterator[Entry]:
    """Yield every entry of the package's own tables, in the order of the tables."""
    for row in table("countries.tsv", "iso3", "name", "aliases", "demonyms", "capital", "seats", "source"):
        yield country_entry(row)
    for row in table("groups.tsv", "name", "aliases", "kind", "source"):
        yield organization_entry(row)
    for row in table("companies.tsv", "name", "aliases", "country", "kind", "source"):
        yield organization_entry(row)
    for row in table("weapons.tsv", "name", "aliases", "maker", "country", "category", "kind", "source"):
        yield weapon_entry(row)
    yield from people(table("people.tsv", "name", "aliases", "country", "role", "organization", "from", "to", "source"))


def country_entry(row: Row) -> Entry:
    """Make a country's entry; its demonyms, capital and seats are surfaces too, but no aliases."""
    surfaces = [Surface(row["name"], "name", bool(row.get("ambiguous")))]
    surfaces += _surfaces(split(row["aliases"]), "alias")
    surfaces += _surfaces(split(row.get("demonyms", "")), "demonym")
    surfaces += _surfaces(split(row.get("capital", "")), "capital")
    surfaces += _surfaces(split(row.get("seats", "")), "seat")
    code = row.get("iso3") or row.get("country", "")
    return _entry("COUNTRY", row, surfaces, key=f"country:{code}", country=code)


def organization_entry(row: Row) -> Entry:
    """Make the entry of a company, agency, ministry, force, news medium or group of states."""
    surfaces = [Surface(row["name"], "name", bool(row.get("ambiguous")))]
    surfaces += _surfaces(split(row["aliases"]), "alias")
    surfaces += _surfaces(split(row.get("seats", "")), "seat")
    return _entry("ORGANIZATION", row, surfaces, country=row.get("country", ""))


def weapon_entry(row: Row) -> Entry:
    """Make a weapon's entry. A class of ships ("Akula-class submarine") is named by its class alone as well."""
    surfaces = [Surface(row["name"], "name", bool(row.get("ambiguous")))]
    head, mark, _ = row["name"].partition("-class")
    if mark:
        surfaces.append(Surface(f"{head}-class", "alias"))
    surfaces += _surfaces(split(row["aliases"]), "alias")
    return _entry(
        "WEAPON",
        row,
        surfaces,
        country=row.get("country", ""),
        category=row.get("category", ""),
        maker=row.get("maker", ""),
    )


def people(rows: Iterable[Row]) -> Iterator[Entry]:
    """Make one entry of each person, with all the offices that the rows give."""
    persons: dict[str, Entry] = {}
    for row in rows:
        fresh = person_entry(row)
        known = persons.get(fresh.key)
        persons[fresh.key] = fresh if known is None else merged(known, fresh)
    yield from persons.values()


def person_entry(row: Row) -> Entry:
    """Make the entry of a person with one office."""
    surfaces = [Surface(row["name"], "name", bool(row.get("ambiguous")))]
    surfaces += _surfaces(split(row["aliases"]), "alias")
    office = Office(row.get("role", ""), row.get("organization", ""), _year(row.get("from")), _year(row.get("to")))
    return _entry("PERSON", row, surfaces, country=row.get("country", ""), offices=(office,) if office.role else ())


def merged(known: Entry, more: Entry) -> Entry:
    """Return `known` with the surfaces and offices of `more`; what `more` says of itself wins where it says something."""
    surfaces = dict.fromkeys((*known.surfaces, *more.surfaces))
    aliases = tuple(dict.fromkeys((*known.aliases, *more.aliases)))
    fields = {name: getattr(more, name) for name in ("country", "category", "kind", "maker", "wikidata")}
    return replace(
        known,
        surfaces=tuple(surfaces),
        aliases=aliases,
        offices=tuple(dict.fromkeys((*known.offices, *more.offices))),
        **{name: value for name, value in fields.items() if value},
    )


def _entry(type_: str, row: Row, surfaces: list[Surface], key: str = "", **fields: object) -> Entry:
    known: dict[str, Surface] = {}
    for surface in surfaces:
        known.setdefault(surface.text, surface)
    aliases = tuple(
        text for text, surface in known.items() if surface.how in ("alias", "acronym") and text != row["name"]
    )
    return Entry(
        key=key or f"{PREFIXES[type_]}:{row['name']}",
        name=row["name"],
        type=type_,
        kind=row.get("kind", ""),
        wikidata=row.get("wikidata", ""),
        aliases=aliases,
        ambiguous=bool(row.get("ambiguous")),
        source=row.get("source", ""),
        surfaces=tuple(known.values()),
        **fields,  # type: ignore[arg-type]
    )


def _surfaces(texts: Iterable[str], how: How) -> list[Surface]:
    out = []
    for text in texts:
        ambiguous = text.endswith(_AMBIGUOUS_MARK)
        text = text.rstrip(_AMBIGUOUS_MARK)
        out.append(Surface(text, _acronym_or(how, text), ambiguous))
    return out


def _acronym_or(how: How, text: str) -> How:
    """Return `acronym` for an alias in capitals alone ("U.S.", "HAL"), else `how`."""
    if how != "alias" or not text.isupper() or len(text) > _LONGEST_ACRONYM or not text.replace(".", "").isalpha():
        return how
    return "acronym"


def _year(cell: str | None) -> int | None:
    return int(cell) if cell else None
