"""`graphbuilder build`: articles in, a folder with the graph out."""

import sys
from pathlib import Path

import click

from graphbuilder.cli.progress import progress_on
from graphbuilder.cli.summary import summary_lines


def _columns(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    columns = {}
    for value in values:
        ours, equals, theirs = value.partition("=")
        if not (ours and equals and theirs):
            raise click.BadParameter(f"{value!r} is not of the form OURS=THEIRS, such as text=body", context, parameter)
        columns[ours] = theirs
    return columns


@click.command(short_help="Read articles and write the graph.")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="DIR", required=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option("--pipeline", metavar="NAME", help="spaCy pipeline, name or path, to use instead of our own.")
@click.option(
    "--column",
    "columns",
    metavar="OURS=THEIRS",
    multiple=True,
    callback=_columns,
    help="Column of CSV or JSONL: text=body.",
)
@click.option(
    "--lexicon", metavar="FILE", multiple=True, type=click.Path(path_type=Path), help="More names to know, CSV or TSV."
)
@click.option(
    "--corrections",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="What to merge, part, rename or drop, TOML; DIR/corrections.toml by default.",
)
@click.option("--workers", metavar="N", type=click.IntRange(1), default=1, help="Processes to work with; 1 by default.")
@click.option("--fresh", is_flag=True, help="Read all again, also what DIR was built from before.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def build(
    inputs: tuple[str, ...],
    output: Path,
    pipeline: str | None,
    columns: dict[str, str],
    lexicon: tuple[Path, ...],
    corrections: Path | None,
    workers: int,
    fresh: bool,
    quiet: bool,
) -> None:
    """Read articles and write who supplies what to whom, and who says so.

    INPUT is a file (txt, md, html, pdf, jsonl, csv), a folder, or - for
    standard input. DIR gets graph.html, graph.graphml and the tables; one that
    graphbuilder did not write is left alone.
    """
    from graphbuilder.build import build as build_graph  # spaCy is slow to load, and --help does not need it

    with progress_on(sys.stderr, quiet) as progress:
        graph = build_graph(
            inputs,
            output,
            pipeline=pipeline,
            columns=columns or None,
            lexicon=lexicon,
            corrections=corrections,
            workers=workers,
            fresh=fresh,
            progress=progress,
        )
    if not quiet:
        for line in summary_lines(graph, output):
            click.echo(line, err=True)
