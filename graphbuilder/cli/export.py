"""`graphbuilder export`: a graph written for another program."""

import sys
import tempfile
from pathlib import Path

import click

# As in graphbuilder.export.formats, which is not loaded for --help; a test holds them the same.
FORMATS = ("graphml", "gexf", "json", "jsonl", "csv", "cypher", "rdf", "ftm", "parquet", "sipri")
FOLDERS = ("csv", "parquet")


@click.command(short_help="Write a graph for another program.")
@click.argument("graph", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "-f", "--format", "name", metavar="FORMAT", type=click.Choice(FORMATS), required=True, help="One of those above."
)
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help="File or folder to write.")
def export(graph: Path, name: str, output: Path | None) -> None:
    """Write the graph in DIR, the folder of a build or a GraphML file, for
    another program.

    \b
    graphml  the graph for Gephi, yEd, Cytoscape and igraph
    gexf     the graph with times, for the timeline of Gephi
    json     the graph as node-link JSON, for networkx and D3
    jsonl    all tables as JSON lines
    csv      nodes and relationships for the bulk import of Neo4j
    cypher   the graph as a script for Neo4j and others
    rdf      statements with provenance (Turtle; N-Triples to *.nt)
    ftm      entities of FollowTheMoney
    parquet  all tables, nodes and edges, typed
    sipri    the deals in the columns of a SIPRI trade register

    Without --output, data goes to standard output; csv and parquet are
    several files and need a folder. rdf, ftm and parquet need the extra of
    their name.
    """
    from graphbuilder.knowledge import load  # pandas is slow to load, and --help does not need it

    if output is None and name in FOLDERS:
        raise click.UsageError(f"{name} is several files; name a folder for them with --output")
    knowledge = load(graph)
    if output is not None:
        knowledge.export(output, name)
        click.echo(f"Wrote {output}.", err=True)
        return
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "export"
        knowledge.export(file, name)
        sys.stdout.buffer.write(file.read_bytes())
