"""What the tests of whole builds share: running a command, and looking at all that it wrote."""

import csv
from importlib import import_module
from pathlib import Path

from graphbuilder.cli.main import main
from graphbuilder.knowledge import KnowledgeGraph

BUILD = import_module("graphbuilder.build")
HOSTILE = Path(__file__).parent / "data" / "hostile"
TABLES = (
    "documents.csv",
    "entities.csv",
    "mentions.csv",
    "triples.csv",
    "deals.csv",
    "deal_events.csv",
    "decisions.csv",
    "attributes.csv",
)
GOOD = "Serbia buys drones\n3 July 2020\n\nChina delivered six CH-92A drones to Serbia last month, Belgrade said.\n"


def run(tmp_path: Path, words: str) -> int:
    """Run one command with its words, `{}` in them for a folder of this test."""
    return main([word.replace("{}", str(tmp_path)) for word in words.split()])


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files below a folder, without those of the store of readings."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("store.sqlite")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def cells(folder: Path) -> list[str]:
    """Return every cell of every table as it stands in the file."""
    found: list[str] = []
    for name in TABLES:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                found.extend(row)
    return found


def quotes_hold(graph: KnowledgeGraph) -> None:
    """Check that all that is quoted stands in the texts where it is said to stand."""
    texts = {article.document_id: article.text for article in graph.records.articles}
    for triple in graph.records.triples:
        assert texts[triple.document_id][triple.start : triple.end] == triple.evidence
    for mention in graph.records.mentions:
        assert texts[mention.document_id][mention.start : mention.end] == mention.text
