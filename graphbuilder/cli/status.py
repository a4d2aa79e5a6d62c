"""`graphbuilder status`: what an output folder holds."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuilder.history import Condition


@click.command(short_help="Say what an output folder holds.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def status(folder: Path) -> None:
    """Say what is in DIR, a folder that a build wrote: how much it holds, the
    state of its deals, and how many articles the next build need not read again.
    """
    from graphbuilder.history import condition_of  # the csv module and the tables, which --help does not need

    for line in _lines(condition_of(folder)):
        click.echo(line)


def _lines(condition: "Condition") -> "Iterator[str]":
    if not condition.built:
        yield "No build yet: one was begun and cut off."
    for word, count in condition.counts:
        yield f"{word:<12}{count:>12,}"
    if condition.first:
        undated = f", {condition.undated:,} without a date" if condition.undated else ""
        yield f"{'dates':<12}{condition.first} to {condition.last}{undated}"
    for word, count in condition.statuses:
        yield f"  {word:<10}{count:>12,}"
    yield f"{'kept':<12}{condition.kept:>12,}  readings of articles, which the next build takes over where nothing changed"
