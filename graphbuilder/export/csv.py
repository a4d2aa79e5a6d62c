"""The tables as CSV files: UTF-8, `\\n` line ends, RFC 4180 quoting."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from graphbuilder.errors import InputError
from graphbuilder.export.formulas import neutralise, restore
from graphbuilder.export.tables import CONFIDENCE_DIGITS, TABLES, Cell, Column, rows
from graphbuilder.records import Knowledge

_TO_QUOTE = re.compile('[",\r\n]')
# One cell of evidence may hold every sentence of a deal; the module's own limit is 128 KiB.
_LARGEST_CELL = 2**31 - 1
# Folders that an earlier version wrote lack these; there they count as empty.
_ADDED = frozenset({"attributes", "deal_events", "decisions"})
_NEEDED = {
    "documents": ("document_id",),
    "entities": ("entity_id", "name", "type"),
    "mentions": ("entity_id", "document_id", "text"),
    "triples": ("triple_id", "document_id", "subject", "relation", "object", "evidence"),
    "deals": ("deal_id", "supplier", "recipient", "weapon"),
}


def write_tables(knowledge: Knowledge, folder: Path) -> None:
    """Write documents.csv, entities.csv and the other tables.

    Args:
        knowledge: The result of a build.
        folder: An existing folder; files of these names are replaced.
    """
    for table in TABLES:
        write_table(table, rows(table, knowledge), folder)


def write_table(
    table: str, table_rows: Iterable[Sequence[Cell]], folder: Path, added: Mapping[str, Sequence[str]] | None = None
) -> None:
    """Write one table.

    Args:
        table: A key of `TABLES`, or another name, of a table whose columns are all added; the file is `TABLE.csv`.
        table_rows: Cells in the order of the table's columns; taken one at a time.
        folder: An existing folder.
        added: Columns of texts behind those of the table, each with as many cells as there are rows.
    """
    columns = [*TABLES.get(table, ()), *(Column(name) for name in added or {})]
    if added:
        table_rows = ((*row, *more) for row, *more in zip(table_rows, *added.values(), strict=True))
    # A lone surrogate cannot be written as UTF-8: it becomes "?".
    with (folder / f"{table}.csv").open("w", encoding="utf-8", errors="replace", newline="") as file:
        file.write(",".join(quoted(column.name) for column in columns) + "\n")
        for row in table_rows:
            file.write(",".join(_written(column, cell) for column, cell in zip(columns, row, strict=True)) + "\n")


def read_table(table: str, folder: Path) -> Iterator[tuple[Cell, ...]]:
    """Read one table back as `rows` gave it. Columns that it does not know are passed over.

    Raises:
        InputError: As `read_columns` does.
    """
    columns = read_columns(table, folder)
    return zip(*(columns[column.name] for column in TABLES[table]), strict=True)


def read_columns(table: str, folder: Path) -> dict[str, list[Cell]]:
    """Read the columns of one table, which another version of this program may have written.

    Args:
        table: A key of `TABLES`, or the name of another table of the folder, which is all text.
        folder: A folder that `write_tables` wrote.

    Returns:
        The columns of the table in order, unknown in each row where the file has no such column, and behind them
        those of the file that the table does not know, as texts.

    Raises:
        InputError: The file is missing, lacks a column without which a row says nothing, or holds a cell that does
            not fit its column.
    """
    path = folder / f"{table}.csv"
    if table in _ADDED and not path.is_file() and (folder / "deals.csv").is_file():
        return {column.name: [] for column in TABLES[table]}
    if not path.is_file():
        raise InputError(f"{folder} has no {path.name}; give a folder that `graphbuilder build` wrote")
    csv.field_size_limit(_LARGEST_CELL)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        missing = [name for name in _NEEDED.get(table, ()) if name not in header]
        if missing:
            raise InputError(f"{path} lacks the column {missing[0]!r}; build the folder again")
        known = {column.name: column for column in TABLES.get(table, ())}
        columns = [known.get(name, Column(name)) for name in header]
        found: list[list[Cell]] = [[] for _ in columns]
        for row in reader:
            try:
                for column, cells, text in zip(columns, found, row, strict=True):
                    cells.append(_read(column, text))
            except ValueError as error:
                message = f"line {reader.line_num} of {path} is damaged ({error}); build the folder again"
                raise InputError(message) from error
    count = len(found[0]) if found else 0
    unknown: dict[str, list[Cell]] = {
        name: ["" if column.kind == "text" else None] * count for name, column in known.items()
    }
    return unknown | dict(zip(header, found, strict=True))


def _written(column: Column, cell: Cell) -> str:
    if cell is None:
        return ""
    if column.kind == "decimal":
        return f"{cell:.{CONFIDENCE_DIGITS}f}"
    if isinstance(cell, str):
        return quoted(neutralise(cell))
    return str(cell)


def quoted(text: str, always: bool = False) -> str:
    """Quote as RFC 4180 asks; the `csv` module leaves a carriage return bare when lines end with a line feed."""
    return '"' + text.replace('"', '""') + '"' if always or _TO_QUOTE.search(text) else text


def _read(column: Column, text: str) -> Cell:
    if column.kind == "text":
        return restore(text)
    if not text:
        return None
    return float(text) if column.kind == "decimal" else int(text)
