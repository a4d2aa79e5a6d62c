"""Results as plain-text tables for people, or as TSV for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; numbers with a decimal point are written with `digits` of them."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    digits: int = 3


def as_text(tables: Sequence[Table]) -> str:
    """The tables one below the other, in columns: numbers flush right, words flush left."""
    return "\n\n".join("\n".join(_lines(table)) for table in tables) + "\n"


def as_tsv(tables: Sequence[Table]) -> str:
    """All tables as rows of cells separated by tabs; the first cell is the title, a header begins each table."""
    rows = (("table", *table.header) if row is None else (table.title, *row) for table, row in _rows(tables))
    return "".join("\t".join(" ".join(cell.split()) for cell in cells) + "\n" for cells in rows)


def _rows(tables: Sequence[Table]) -> Iterator[tuple[Table, tuple[str, ...] | None]]:
    for table in tables:
        yield table, None
        for row in table.rows:
            yield table, tuple(_written(cell, table.digits) for cell in row)


def _lines(table: Table) -> Iterator[str]:
    rows = [table.header, *(tuple(_written(cell, table.digits) for cell in row) for row in table.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.header))]
    right = [
        bool(table.rows) and not any(isinstance(row[column], str) and row[column] for row in table.rows)
        for column in range(len(table.header))
    ]
    yield table.title
    for row in rows:
        cells = (
            cell.rjust(width) if flush else cell.ljust(width)
            for cell, width, flush in zip(row, widths, right, strict=True)
        )
        yield ("  " + "  ".join(cells)).rstrip()


def _written(cell: Cell, digits: int) -> str:
    return f"{cell:.{digits}f}" if isinstance(cell, float) else str(cell)
