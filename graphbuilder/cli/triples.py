"""`graphbuilder triples`: bare sentences in, triples in their own wording out."""

import io
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import click

HEADER = ("line", "confidence", "subject", "relation", "object", "arguments")


@click.command(short_help="Extract triples from sentences, one a line.")
@click.argument("file", metavar="FILE", type=click.File("rb"))
@click.option("--pipeline", metavar="NAME", help="spaCy pipeline, name or path, to use instead of our own.")
def triples(file: BinaryIO, pipeline: str | None) -> None:
    """Extract triples from the sentences of FILE, one a line, as open
    information extraction: in their own wording, nothing merged or linked.

    FILE may be - for standard input. Rows go to standard output, separated by
    tabs: line, confidence, subject, relation, object, arguments.
    """
    from graphbuilder.build import bare_triples  # spaCy is slow to load, and --help does not need it

    out = sys.stdout.buffer  # UTF-8 and "\n" on every system, whatever its terminal is set to
    out.write(_row(HEADER))
    for triple in bare_triples(_lines(file), pipeline):
        out.write(_row(triple.cells()))


def _lines(file: BinaryIO) -> Iterator[str]:
    """Read lines as they come, so that a pipe can be followed; a broken character never ends it."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace")
    try:
        for line in text:
            yield line.rstrip("\r\n")
    finally:
        text.detach()  # the caller's file is the caller's to close


def _row(cells: Iterable[str]) -> bytes:
    return ("\t".join(cells) + "\n").encode("utf-8", errors="replace")
