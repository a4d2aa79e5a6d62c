"""Reading a trade register: an export of the SIPRI Arms Transfers Database in either published layout, or any CSV file.

The older layout has one row for each deal, the newer one a row for each year of delivery below eleven lines of preamble.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from graphbuilder.errors import InputError
from graphbuilder.lexicon.tables import table

COLUMNS = (
    "supplier",
    "recipient",
    "weapon",
    "description",
    "ordered",
    "quantity",
    "delivered",
    "delivery_years",
    "key",
)
_NEEDED = ("supplier", "recipient", "weapon")
_DELIMITERS = (",", ";", "\t")
# A preamble is shorter than this.
_HEADER_WITHIN = 40
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPAN = re.compile(r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Listed:
    """One deal of a register.

    `line` is the line of the file where it starts, counted from 1. `ordered` is a year, empty where unknown;
    `quantity` and `delivered` are numbers of weapons, None where the register leaves them open.
    """

    supplier: str
    recipient: str
    weapon: str
    description: str = ""
    ordered: str = ""
    quantity: int | None = None
    delivered: int | None = None
    delivery_years: tuple[str, ...] = ()
    key: str = ""
    line: int = 0


def read_register(path: Path, columns: Mapping[str, str] | None = None) -> list[Listed]:
    """Read a register.

    Args:
        path: a CSV file, encoded in UTF-8 or Latin-1, separated by commas, semicolons or tabs.
        columns: the file's headings by ours (see `COLUMNS`), for a file in no published layout.

    Returns:
        Its deals in the order of the file; rows of one deal in several years are one.

    Raises:
        InputError: the file cannot be read, has no line of headings, or an unknown column is named.
    """
    lines = _text(path).splitlines()
    start, cells, places = _header(path, lines, _headings(columns or {}))
    rows = csv.reader(lines[start + 1 :], delimiter=cells)
    listed = (_listed(row, places, number) for number, row in enumerate(rows, start + 2) if any(map(str.strip, row)))
    return _joined(row for row in listed if row.supplier and row.recipient and row.weapon)


@lru_cache(maxsize=1)
def _known() -> Mapping[str, str]:
    return {row["heading"]: row["column"] for row in table("register_columns.tsv", "heading", "column")}


def _headings(columns: Mapping[str, str]) -> dict[str, str]:
    for ours in columns:
        if ours not in COLUMNS:
            raise InputError(f"{ours!r} is no column of a register; the columns are {', '.join(COLUMNS)}")
    named = {theirs.casefold(): ours for ours, theirs in columns.items()}
    return {**{h: c for h, c in _known().items() if c not in columns}, **named}


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"the register {path} cannot be read ({error.strerror}); give the path of a CSV file"
        ) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _header(path: Path, lines: Sequence[str], headings: Mapping[str, str]) -> tuple[int, str, dict[str, int]]:
    """Return the number of the line of headings, its delimiter, and the place of each of our columns."""
    for number, line in enumerate(lines[:_HEADER_WITHIN]):
        for delimiter in _DELIMITERS:
            cells = next(csv.reader([line], delimiter=delimiter), [])
            places: dict[str, int] = {}
            for place, cell in enumerate(cells):
                if (ours := headings.get(" ".join(cell.casefold().split()))) is not None:
                    places.setdefault(ours, place)
            if all(column in places for column in _NEEDED):
                return number, delimiter, places
    raise InputError(
        f"{path} has no line with the headings of a trade register (Supplier, Recipient, Designation);"
        " name its columns with --column, such as --column weapon=System"
    )


def _listed(row: Sequence[str], places: Mapping[str, int], line: int) -> Listed:
    cell = {column: row[place].strip() if place < len(row) else "" for column, place in places.items()}
    year = _YEAR.search(cell.get("ordered", ""))
    return Listed(
        supplier=cell["supplier"],
        recipient=cell["recipient"],
        weapon=cell["weapon"],
        description=cell.get("description", ""),
        ordered=year.group() if year is not None else "",
        quantity=_number(cell.get("quantity", "")),
        delivered=_number(cell.get("delivered", "")),
        delivery_years=tuple(_years(cell.get("delivery_years", ""))),
        key=cell.get("key", ""),
        line=line,
    )


def _number(text: str) -> int | None:
    """Read "12", "(12)" and "1,200"; an estimate in brackets is a number like any other."""
    digits = re.sub(r"[^\d.]", "", text).partition(".")[0]
    return int(digits) if digits else None


def _years(text: str) -> Iterator[str]:
    """Yield the years of "2019-2021; 2024", each once, in order."""
    spans = [(int(m[1]), int(m[2])) for m in _SPAN.finditer(text)]
    single = [int(year) for year in _YEAR.findall(_SPAN.sub(" ", text))]
    covered = {year for first, last in spans for year in range(first, min(last, first + 60) + 1)}
    yield from (str(year) for year in sorted({*single, *covered}))


def _joined(listed: Iterator[Listed]) -> list[Listed]:
    """Bring the rows of one deal together: numbers delivered add up, years are gathered."""
    out: dict[tuple[str, ...], Listed] = {}
    for row in listed:
        parts = (row.supplier, row.recipient, row.weapon, row.ordered)
        key = (row.key, *parts) if row.key else (*parts, str(row.line))
        known = out.get(key)
        out[key] = row if known is None else _added(known, row)
    return list(out.values())


def _added(known: Listed, row: Listed) -> Listed:
    counts = [n for n in (known.delivered, row.delivered) if n is not None]
    years = tuple(sorted({*known.delivery_years, *row.delivery_years}))
    return replace(known, delivered=sum(counts) if counts else None, delivery_years=years)
