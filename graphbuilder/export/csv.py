"""The tables as CSV files: UTF-8, `\\n` line ends, RFC 4180 quoting."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from graphbuilder.errors import InputError
from graphbuilder.export.formulas import neutralise, restore
from graphbuilder.export.tables import CONFIDENCE_DIGITS, TABLES, Cell, Column, rows
from graphbuilder.records import Knowledge

_TO_QUOTE = re.compile('[",\r\n]')
# One cell of evidence may hold every sentence of a deal; the module's own limit is 128 KiB.
_LARGEST_CELL = 2**31 - 1


def write_tables(knowledge: Knowledge, folder: Path) -> None:
    """Write documents.csv, entities.csv, mentions.csv, triples.csv and deals.csv.

    Args:
        knowledge: The result of a build.
        folder: An existing folder; files of these names are replaced.
    """
    for table in TABLES:
        write_table(table, rows(table, knowledge), folder)


def write_table(table: str, table_rows: Iterable[Sequence[Cell]], folder: Path) -> None:
    """Write one table.

    Args:
        table: A key of `TABLES`; the file is `TABLE.csv`.
        table_rows: Cells in the order of the table's columns; taken one at a time.
        folder: An existing folder.
    """
    columns = TABLES[table]
    # A lone surrogate cannot be written as UTF-8: it becomes "?".
    with (folder / f"{table}.csv").open("w", encoding="utf-8", errors="replace", newline="") as file:
        file.write(",".join(column.name for column in columns) + "\n")
        for row in table_rows:
            file.write(",".join(_written(column, cell) for column, cell in zip(columns, row, strict=True)) + "\n")


def read_table(table: str, folder: Path) -> Iterator[tuple[Cell, ...]]:
    """Read one table back, one row at a time, as `rows` gave it.

    Columns added behind the known ones are passed over.

    Args:
        table: A key of `TABLES`.
        folder: A folder that `write_tables` wrote.

    Raises:
        InputError: The file is missing, lacks a column, or holds a cell that does not fit its column.
    """
    path = folder / f"{table}.csv"
    columns = TABLES[table]
    if not path.is_file():
        raise InputError(f"{folder} has no {path.name}; give a folder that `graphbuilder build` wrote")
    csv.field_size_limit(_LARGEST_CELL)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        missing = [column.name for column in columns if column.name not in header]
        if missing:
            raise InputError(f"{path} lacks the column {missing[0]!r}; build the folder again")
        places = [header.index(column.name) for column in columns]
        for row in reader:
            try:
                yield tuple(_read(column, row[place]) for column, place in zip(columns, places, strict=True))
            except (IndexError, ValueError) as error:
                message = f"line {reader.line_num} of {path} is damaged ({error}); build the folder again"
                raise InputError(message) from error


def _written(column: Column, cell: Cell) -> str:
    if cell is None:
        return ""
    if column.kind == "decimal":
        return f"{cell:.{CONFIDENCE_DIGITS}f}"
    if isinstance(cell, str):
        return _quoted(neutralise(cell))
    return str(cell)


def _quoted(text: str) -> str:
    """Quote as RFC 4180 asks; the `csv` module leaves a carriage return bare when lines end with a line feed."""
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


def _read(column: Column, text: str) -> Cell:
    if column.kind == "text":
        return restore(text)
    if not text and column.optional:
        return None
    return float(text) if column.kind == "decimal" else int(text)
