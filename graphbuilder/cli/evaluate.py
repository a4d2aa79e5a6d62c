"""`graphbuilder evaluate`: extraction measured on gold that the user has."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

if TYPE_CHECKING:
    from graphbuilder.evaluate.tables import Table

_pipeline = click.option("--pipeline", metavar="NAME", help="spaCy pipeline, name or path, to use instead of our own.")
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "tsv"]),
    default="text",
    show_default=True,
    help="How to write the tables.",
)
_path = click.Path(path_type=Path)


@click.group(short_help="Measure extraction on gold data.")
def evaluate() -> None:
    """Measure extraction on gold data. Tables go to standard output."""


@evaluate.command(short_help="Open information extraction, as CaRB does.")
@click.argument("gold", metavar="GOLD", type=_path)
@click.option("--half", type=click.Choice(["a", "b"]), help="Every second sentence only, from the first or second.")
@_pipeline
@_format
def openie(gold: Path, half: Literal["a", "b"] | None, pipeline: str | None, form: str) -> None:
    """Score triples of bare sentences against GOLD, a table in CaRB's format:
    sentence, relation and arguments, separated by tabs.

    Gives precision, recall, the best F1, the area under the curve, the share of
    sentences with a triple, and how often each confidence is right.
    """
    from graphbuilder.evaluate.openie import evaluate_openie

    _write(evaluate_openie(gold, pipeline, half), form)


@evaluate.command(short_help="A build against a folder of gold articles.")
@click.argument("gold", metavar="GOLD", type=_path)
@click.argument("output", metavar="[OUT]", required=False, type=_path)
@_pipeline
@_format
def gold(gold: Path, output: Path | None, pipeline: str | None, form: str) -> None:
    """Score entities, triples and deals against GOLD, a folder of articles NN.txt
    with what should be found in NN.json.

    OUT holds the build of each article in OUT/NN. Without it the articles are
    built now.
    """
    from graphbuilder.evaluate.gold_tables import evaluate_gold

    _write(evaluate_gold(gold, output, pipeline), form)


@evaluate.command(short_help="Names against annotated texts.")
@click.argument("folder", metavar="FOLDER", type=_path)
@_pipeline
@_format
def names(folder: Path, pipeline: str | None, form: str) -> None:
    """Score the names that pipeline and lexicon find together against FOLDER, which
    holds documents.json and entities.json (one JSON object a line, as in the
    Relationship and Entity Extraction Evaluation Dataset), or folders that do.

    Gives recall by kind, precision by type, and the errors by cause.
    """
    from graphbuilder.evaluate.names import evaluate_names

    _write(evaluate_names(folder, pipeline), form)


@evaluate.command(short_help="Pronouns and chains of mentions.")
@click.argument("gold", metavar="FILE", type=_path)
@_format
def coreference(gold: Path, form: str) -> None:
    """Score the links of pronouns and the chains of persons, places and
    organizations against FILE, CoNLL-U with entities as in the GUM corpus.

    The trees and names of FILE are taken as they are, so that nothing but the
    bringing together is measured.
    """
    from graphbuilder.evaluate.coreference import evaluate_coreference

    _write(evaluate_coreference(gold), form)


@evaluate.command(short_help="How long merging names takes, and how it grows.")
@click.option(
    "--mentions",
    "sizes",
    metavar="N",
    multiple=True,
    type=click.IntRange(1),
    help="So many mentions; 10,000, 100,000 and 1,000,000 by default.",
)
@_format
def merging(sizes: tuple[int, ...], form: str) -> None:
    """Time the merging of invented mentions into entities, one name for ten of
    them, in processor time."""
    from graphbuilder.evaluate.merging import SIZES, evaluate_merging

    _write(evaluate_merging(sizes or SIZES), form)


@evaluate.command(short_help="Words a second, and what extraction costs.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_path)
@_pipeline
@_format
def speed(files: Sequence[Path], pipeline: str | None, form: str) -> None:
    """Time the bare pipeline, and pipeline and extraction, on the articles of FILE."""
    from graphbuilder.evaluate.speed import evaluate_speed

    _write(evaluate_speed(files, pipeline), form)


@evaluate.command(short_help="How quickly the page opens and moves.")
@click.option("--nodes", metavar="N", type=click.IntRange(min=10), multiple=True, help="Size of the graph; repeatable.")
@_format
def page(nodes: Sequence[int], form: str) -> None:
    """Open pages of random graphs in Chromium without a network and measure them
    beside the pages of plain pyvis: when they are drawn, frames while moving,
    search, filters and memory. By default with 1000, 5000 and 20000 nodes.
    """
    from graphbuilder.evaluate.page import SIZES, evaluate_page

    _write(evaluate_page(nodes or SIZES), form)


@evaluate.command(short_help="Fit the confidence of statements.")
@click.argument("gold", metavar="GOLD", type=_path)
@click.option("-o", "--output", metavar="FILE", required=True, type=_path, help="Table of weights to write.")
@_pipeline
def calibrate(gold: Path, output: Path, pipeline: str | None) -> None:
    """Fit the model of confidence on half a of GOLD, a table in CaRB's format,
    and write its weights, in the form of data/confidence.tsv."""
    from graphbuilder.evaluate.calibrate import calibrate as fit

    examples, verdicts = fit(gold, output, pipeline)
    click.echo(f"Fitted to {examples:,} extractions and {verdicts:,} verdicts of readers: {output}", err=True)


def _write(tables: "Sequence[Table]", form: str) -> None:
    from graphbuilder.evaluate.tables import as_text, as_tsv

    written: Callable[[Any], str] = as_tsv if form == "tsv" else as_text
    sys.stdout.buffer.write(written(tables).encode("utf-8", errors="replace"))
