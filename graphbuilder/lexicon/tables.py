"""Reading the tables of the lexicon: TSV or CSV with a header, `#` comments, and errors that say where and what to do."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from graphbuilder.errors import InputError

DATA = Path(__file__).resolve().parent.parent / "data"


def rows(path: Path, required: tuple[str, ...] = ()) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the line number and the cells by column of each row of a table.

    Args:
        path: a `.csv` file, or a table separated by tabs under any other name. Encoded in UTF-8.
        required: columns that must stand in the header.

    Raises:
        InputError: the file cannot be read, lacks a column, or a row has another number of cells than the header.
    """
    lines = _lines(path)
    reader = csv.reader(lines) if path.suffix.casefold() == ".csv" else (line.split("\t") for line in lines)
    header: list[str] = []
    for number, cells in enumerate(reader, 1):
        if not any(cells) or cells[0].startswith("#"):
            continue
        if not header:
            header = [cell.strip() for cell in cells]
            _check_header(path, number, header, required)
            continue
        if len(cells) > len(header):
            raise InputError(
                f"{path}, line {number}: {len(cells)} cells, but the header names {len(header)} columns "
                f"({', '.join(header)}). Remove the extra cells, or quote a cell that holds the separator."
            )
        cells += [""] * (len(header) - len(cells))
        yield number, dict(zip(header, map(str.strip, cells), strict=True))
    if not header:
        raise InputError(f"{path}: the table is empty. Write a header with the columns {', '.join(required)} first.")


def table(name: str, *required: str) -> list[Mapping[str, str]]:
    """Return the rows of a table in the package's data folder.

    Args:
        name: file name, such as `weapons.tsv`.
        required: columns that must be there.
    """
    return [cells for _, cells in rows(DATA / name, required)]


def split(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that are separated by `|`, without empty ones."""
    return tuple(part for part in map(str.strip, cell.split("|")) if part) if cell else ()


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Give the path of a readable table.") from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: byte {error.start} is not UTF-8. Save the table in the encoding UTF-8 and try again."
        ) from error


def _check_header(path: Path, number: int, header: list[str], required: tuple[str, ...]) -> None:
    for column in required:
        if column not in header:
            raise InputError(
                f"{path}, line {number}: the header lacks the column {column!r}; it has {', '.join(header)}. "
                f"Add the column, separated by {'commas' if path.suffix.casefold() == '.csv' else 'tabs'}."
            )
