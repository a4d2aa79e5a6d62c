"""`graphbuilder compare`: the deals of a build against a trade register that the user has."""

import json
import sys
from collections import Counter
from pathlib import Path

import click

from graphbuilder.cli.build import _columns

_FORMATS = ["table", "csv", "json", "md"]


@click.command(short_help="Hold the deals of a build against a register.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("register", metavar="REGISTER.csv", type=click.Path(path_type=Path))
@click.option(
    "--column",
    "columns",
    metavar="OURS=THEIRS",
    multiple=True,
    callback=_columns,
    help="Column of another register: weapon=System.",
)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True, help="How to write.")
@click.option("-q", "--quiet", is_flag=True, help="No closing line on standard error.")
def compare(folder: Path, register: Path, columns: dict[str, str], form: str, quiet: bool) -> None:
    """List what both DIR and REGISTER.csv have, what one of them has alone, and
    where they disagree on number, order date, deliveries or status.

    The register is an export of the SIPRI Arms Transfers Database in either of
    its published layouts, or any CSV file whose columns --column names:
    supplier, recipient, weapon, ordered, quantity, delivered, delivery_years.
    """
    from graphbuilder.knowledge import load  # pandas is slow to load, and --help does not need it
    from graphbuilder.lexicon import load_lexicon
    from graphbuilder.register.matching import HEADER, compare, row_of
    from graphbuilder.register.trade import read_register
    from graphbuilder.register.writing import as_csv, as_markdown, as_text

    listed = read_register(register, columns)
    found = compare(load(folder).records.deals, listed, load_lexicon())
    rows = [row_of(compared) for compared in found]
    if form == "json":
        text = json.dumps([dict(zip(HEADER, row, strict=True)) for row in rows], ensure_ascii=False, indent=1) + "\n"
    else:
        text = {"table": as_text, "csv": as_csv, "md": as_markdown}[form](HEADER, rows)
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    if not quiet:
        counts = Counter(compared.outcome for compared in found)
        apart = sum(1 for compared in found if compared.differs)
        click.echo(
            f"In both: {counts['both']:,}, of which {apart:,} disagree; in the news only: {counts['news only']:,};"
            f" in the register only: {counts['register only']:,}.",
            err=True,
        )
