"""`graphbuilder explain`: why the mentions of a name are one entity, or two names two."""

from pathlib import Path

import click


@click.command(short_help="Say why names are one entity, or two.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
def explain(folder: Path, names: tuple[str, ...]) -> None:
    """Say of each NAME in a graph that `build` wrote to DIR which entity it is,
    every mention, why they were brought together, and what was near and kept
    apart. Of several names, say why they are one entity or not.

    NAME is a name, an alias, or an id of entities.csv.
    """
    from graphbuilder.knowledge import load  # pandas is slow to load, and --help does not need it

    click.echo(load(folder).explain(*names).text)
