"""The user's own lexicon: a CSV or TSV file of names that are added to the package's tables."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from graphbuilder.errors import InputError
from graphbuilder.lexicon.build import PREFIXES, country_entry, organization_entry, person_entry, weapon_entry
from graphbuilder.lexicon.entry import Entry
from graphbuilder.lexicon.tables import rows

CATEGORIES = (
    "aircraft",
    "air defence systems",
    "anti-submarine warfare weapons",
    "armoured vehicles",
    "artillery",
    "engines",
    "missiles",
    "naval weapons",
    "satellites",
    "sensors",
    "ships",
    "other",
)
COLUMNS = (
    "type",
    "name",
    "aliases",
    "country",
    "category",
    "kind",
    "maker",
    "ambiguous",
    "wikidata",
    "source",
    "demonyms",
    "capital",
    "seats",
    "role",
    "organization",
    "from",
    "to",
)
_MAKERS = {
    "COUNTRY": country_entry,
    "PERSON": person_entry,
    "ORGANIZATION": organization_entry,
    "WEAPON": weapon_entry,
}


def read_extra(path: Path) -> Iterator[Entry]:
    """Yield the entries of a lexicon that the user gives with `--lexicon`.

    Args:
        path: a table with the columns `type` and `name`, and any of `aliases` (separated by `|`), `country` (ISO 3166-1
            alpha-3), `category`, `kind`, `maker`, `wikidata`, `source`, and the further columns of the package's tables.

    Raises:
        InputError: the table cannot be read, or a cell holds what its column does not take; names file, line and column.
    """
    for number, row in rows(path, ("type", "name")):
        place = f"{path}, line {number}"
        cells = {column: row.get(column, "") for column in COLUMNS} | {"type": row["type"].upper()}
        _check(place, row, cells)
        yield _MAKERS[cells["type"]](cells)


def _check(place: str, row: Mapping[str, str], cells: Mapping[str, str]) -> None:
    unknown = sorted(set(row) - set(COLUMNS) - {""})
    if unknown:
        raise InputError(f"{place}: the column {unknown[0]!r} is not known. Use only {', '.join(COLUMNS)}.")
    if cells["type"] not in PREFIXES:
        raise InputError(f"{place}, column type: {row['type']!r} is no type. Write one of {', '.join(PREFIXES)}.")
    if not cells["name"]:
        raise InputError(f"{place}, column name: the name is empty. Write the name, or remove the line.")
    if cells["country"] and not re.fullmatch("[A-Z]{3}", cells["country"]):
        raise InputError(
            f"{place}, column country: {cells['country']!r} is no ISO 3166-1 alpha-3 code. "
            "Write three capitals such as TUR, or leave it empty."
        )
    if cells["type"] == "COUNTRY" and not cells["country"]:
        raise InputError(
            f"{place}, column country: a country needs its ISO 3166-1 alpha-3 code. Write one such as TUR."
        )
    if cells["category"] and cells["category"] not in CATEGORIES:
        raise InputError(
            f"{place}, column category: {cells['category']!r} is no category. Write one of {', '.join(CATEGORIES)}."
        )
    for column in ("from", "to"):
        if cells[column] and not re.fullmatch(r"\d{4}", cells[column]):
            raise InputError(
                f"{place}, column {column}: {cells[column]!r} is no year. Write four digits such as 2017, or leave it empty."
            )
