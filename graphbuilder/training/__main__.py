"""Rebuild the bundled pipeline: `python -m graphbuilder.training --corpora DIR [--output DIR] [--steps N]`."""

import sys
import tempfile
from pathlib import Path

import click

from graphbuilder.errors import GraphbuilderError

from .build import build_pipeline, check_corpora, describe_pipeline

_PACKAGED = Path(__file__).parent.parent / "parse" / "model"


@click.command()
@click.option(
    "--corpora", type=click.Path(path_type=Path), required=True, help="Folder with syntax, names, defence and text."
)
@click.option(
    "--output", type=click.Path(path_type=Path), default=_PACKAGED, help="Folder of the pipeline, replaced whole."
)
@click.option(
    "--steps",
    type=click.IntRange(min=1),
    default=None,
    help="Training steps of syntax and of names, in place of those in the config files.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Fixes every random choice.")
@click.option("--vectors/--no-vectors", default=True, help="Learn subword vectors first (needs `pip install floret`).")
@click.option("--card-only", is_flag=True, help="Measure the pipeline in the output folder and write its card anew.")
def main(corpora: Path, output: Path, steps: int | None, seed: int, vectors: bool, card_only: bool) -> None:
    """Train, join and measure the English pipeline, and write its model card."""
    try:
        check_corpora(corpora)
        if not card_only:
            with tempfile.TemporaryDirectory() as work:
                build_pipeline(corpora, output, Path(work), steps, seed, vectors, sys.stderr)
        for line in describe_pipeline(corpora, output):
            click.echo(line)
    except GraphbuilderError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
