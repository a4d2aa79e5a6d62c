"""`graphbuilder query`: a graph asked in Cypher from the shell."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pandas import DataFrame

_WIDEST = 60


@click.command(short_help="Ask a graph in Cypher.")
@click.argument("graph", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("cypher", metavar="CYPHER")
@click.option(
    "-f",
    "--format",
    "form",
    metavar="FORMAT",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    help="table, csv or json; table by default.",
)
def query(graph: Path, cypher: str, form: str) -> None:
    """Ask the graph in DIR, the folder of a build or a GraphML file, in Cypher.

    A node has its type as label (COUNTRY, PERSON, ORGANIZATION, WEAPON,
    LOCATION, EVENT, DEAL), an edge its relation type. Both have the attributes
    of graph.graphml, and id. Needs the extra "query".

    \b
    MATCH (d:DEAL) WHERE d.status = 'ordered' RETURN d.supplier, d.weapon
    MATCH (a)-[r:SUPPLIES]->(b:COUNTRY) RETURN a.label, b.label, r.evidence
    """
    from graphbuilder.knowledge import load  # pandas is slow to load, and --help does not need it

    sys.stdout.buffer.write(_written(load(graph).query(cypher), form).encode("utf-8", errors="replace"))


def _written(answer: "DataFrame", form: str) -> str:
    from graphbuilder.export.formulas import neutralise
    from graphbuilder.show.labels import printable, shortened

    if form == "json":
        return str(answer.to_json(orient="records", lines=True, force_ascii=False))
    if form == "csv":
        safe = answer.map(lambda cell: neutralise(cell) if isinstance(cell, str) else cell)
        return str(safe.to_csv(index=False, lineterminator="\n"))
    if not len(answer):
        return "  ".join(answer.columns) + "\n"
    shown = answer.map(lambda cell: shortened(printable(cell), _WIDEST) if isinstance(cell, str) else cell)
    return str(shown.to_string(index=False, na_rep="", max_colwidth=_WIDEST)) + "\n"
