"""The formats a graph can be exported to."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import networkx

from graphbuilder.errors import OutputError
from graphbuilder.export.ftm import write_ftm
from graphbuilder.export.gexf import write_gexf
from graphbuilder.export.graphml import write_graphml
from graphbuilder.export.neo4j import write_bulk_csv, write_cypher
from graphbuilder.export.parquet import write_parquet
from graphbuilder.export.plain_json import write_json, write_jsonl
from graphbuilder.export.rdf import write_rdf
from graphbuilder.export.sipri import write_sipri
from graphbuilder.records import Knowledge

Writer = Callable[["networkx.MultiDiGraph[str]", Knowledge, Path], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is written, what it is for, and its files: empty for a single one."""

    write: Writer
    purpose: str
    files: tuple[str, ...] = ()


FORMATS: dict[str, Format] = {
    "graphml": Format(
        lambda graph, _, path: write_graphml(graph, path), "the graph for Gephi, yEd, Cytoscape and igraph"
    ),
    "gexf": Format(write_gexf, "the graph with times, for the timeline of Gephi"),
    "json": Format(write_json, "the graph as node-link JSON, for networkx and D3"),
    "jsonl": Format(write_jsonl, "all tables as JSON lines"),
    "csv": Format(write_bulk_csv, "the graph for the bulk import of Neo4j", ("nodes.csv", "relationships.csv")),
    "cypher": Format(write_cypher, "the graph as a script for Neo4j, Memgraph and others"),
    "rdf": Format(write_rdf, "statements with provenance, as Turtle, or N-Triples in a file that ends in .nt"),
    "ftm": Format(write_ftm, "entities of FollowTheMoney, as JSON lines"),
    "parquet": Format(write_parquet, "all tables, nodes and edges, typed", ("documents.parquet", "nodes.parquet")),
    "sipri": Format(write_sipri, "the deals in the columns of a SIPRI trade register"),
}


def write_export(name: str, graph: "networkx.MultiDiGraph[str]", knowledge: Knowledge, path: Path) -> None:
    """Write a graph in one format; what was at the path is replaced when all is written.

    Args:
        name: A key of `FORMATS`.
        graph: The graph.
        knowledge: The same as records.
        path: The file, or the folder for a format of several files; a folder may hold other files, which stay.

    Raises:
        OutputError: The format is not known, or the path cannot be written.
        ExtraError: The format needs an extra that is not installed.
    """
    if name not in FORMATS:
        raise OutputError(f"there is no export format {name!r}; the formats are {', '.join(FORMATS)}")
    chosen = FORMATS[name]
    if chosen.files and path.is_file():
        raise OutputError(f"{path} is a file, and {name} needs a folder for its files; name a folder")
    if not chosen.files and path.is_dir():
        raise OutputError(f"{path} is a folder, and {name} is a single file; name a file")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".export-") as scratch:
            made = Path(scratch) / path.name
            if chosen.files:
                made.mkdir()
            chosen.write(graph, knowledge, made)
            if chosen.files:
                path.mkdir(exist_ok=True)
                for file in sorted(made.iterdir()):
                    shutil.move(file, path / file.name)
            else:
                made.replace(path)
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written ({error.strerror}); free the space or name another path"
        ) from error
