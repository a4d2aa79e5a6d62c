"""Rows written for a reader or a program: aligned text, Markdown, CSV."""

import csv
import io
from collections.abc import Iterable, Sequence

from graphbuilder.export.formulas import neutralise

_GAP = "  "
_NUMBERS = frozenset("0123456789,.")


def as_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with aligned columns; columns that are empty in every row are left out.

    Args:
        header: the names of the columns.
        rows: cells as text, as many as there are columns.
    """
    lines = [list(header), *map(list, rows)]
    kept = [i for i in range(len(header)) if len(lines) == 1 or any(line[i] for line in lines[1:])]
    widths = {i: max(len(line[i]) for line in lines) for i in kept}
    right = {i for i in kept if len(lines) > 1 and all(set(line[i]) <= _NUMBERS for line in lines[1:])}
    out = [
        _GAP.join(line[i].rjust(widths[i]) if i in right else line[i].ljust(widths[i]) for i in kept) for line in lines
    ]
    return "".join(line.rstrip() + "\n" for line in out)


def as_markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(_escaped(cell) for cell in line) + " |\n" for line in lines)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([neutralise(cell) for cell in row] for row in rows)
    return out.getvalue()


def _escaped(cell: str) -> str:
    return " ".join(cell.replace("|", "\\|").split())
