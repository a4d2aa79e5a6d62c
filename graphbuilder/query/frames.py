"""Tables as pandas frames with proper types, and back to plain cells.

Texts are `str`, whole numbers `int64` (`Int64` where one may be unknown), confidences `float64`. A column that this
version does not know stays behind the known ones, as text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas

from graphbuilder.export.tables import TABLES, Cell, Column

_DTYPES = {"text": "str", "whole": "int64", "decimal": "float64"}


def frame(table: str, table_rows: Iterable[tuple[Cell, ...]]) -> pandas.DataFrame:
    """Make the frame of a table from its rows, cells in the order of its columns."""
    columns = TABLES[table]
    by_column = list(zip(*table_rows, strict=True)) or [()] * len(columns)
    return frame_of_columns(table, {column.name: cells for column, cells in zip(columns, by_column, strict=True)})


def frame_of_columns(table: str, columns: Mapping[str, Sequence[Cell]]) -> pandas.DataFrame:
    """Make the frame of a table from its columns; those that the table does not know are texts."""
    known = {column.name: column for column in TABLES.get(table, ())}
    return pandas.DataFrame(
        {name: pandas.Series(list(cells), dtype=_dtype(known.get(name), cells)) for name, cells in columns.items()}
    )


def cells(table: str, table_frame: pandas.DataFrame) -> Iterator[tuple[Cell, ...]]:
    """Give the rows of a frame as `rows` gave them, also of one that the user has changed."""
    columns = TABLES.get(table, ())
    if not columns:
        yield from ((),) * len(table_frame)
        return
    for row in table_frame[[column.name for column in columns]].itertuples(index=False, name=None):
        yield tuple(_cell(column, value) for column, value in zip(columns, row, strict=True))


def whole_cells(table: str, table_frame: pandas.DataFrame) -> Iterator[tuple[Cell, ...]]:
    """Give the rows of a frame with 0 for each number that records cannot leave open."""
    columns = TABLES[table]
    for row in cells(table, table_frame):
        yield tuple(
            0 if cell is None and not column.optional else cell for column, cell in zip(columns, row, strict=True)
        )


def added_columns(table: str, table_frame: pandas.DataFrame) -> dict[str, list[str]]:
    """Give the columns that the table does not know, as texts."""
    known = {column.name for column in TABLES.get(table, ())}
    return {
        str(name): ["" if pandas.isna(value) else str(value) for value in table_frame[name]]
        for name in table_frame.columns
        if name not in known
    }


def items(cell: object) -> list[str]:
    """Split a list cell; an empty one has no items."""
    return str(cell).split("|") if isinstance(cell, str) and cell else []


def _dtype(column: Column | None, values: Sequence[Cell]) -> str:
    if column is None:
        return "str"
    if column.kind == "whole" and (column.optional or None in values):
        return "Int64"
    return _DTYPES[column.kind]


def _cell(column: Column, value: object) -> Cell:
    if pandas.isna(value):  # type: ignore[call-overload]
        return "" if column.kind == "text" else None
    if column.kind == "whole":
        return int(value)  # type: ignore[call-overload,no-any-return]
    return float(value) if column.kind == "decimal" else str(value)  # type: ignore[arg-type]
