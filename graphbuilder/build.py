"""The whole path: read, parse, extract, resolve, assemble, show, export. The only module that sees every stage."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, BinaryIO

import networkx as nx
from spacy.language import Language

from graphbuilder.assemble.deals import deals_of
from graphbuilder.assemble.graph import graph_of
from graphbuilder.assemble.triples import triples_of
from graphbuilder.errors import InputError
from graphbuilder.export.folder import open_output
from graphbuilder.extract.bare import BareTriple, bare_triples_of
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.lexicon import Lexicon, load_lexicon
from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.parse.trees import parse_blocks
from graphbuilder.read import read_articles
from graphbuilder.reading import read_article
from graphbuilder.records import Article, Knowledge, Reading, Skipped
from graphbuilder.resolve.entities import merge_things

Progress = Callable[[int, int | None], None]


def build(
    inputs: Sequence[str | Path] | str | Path,
    output: str | Path | None = None,
    *,
    pipeline: str | Language | None = None,
    columns: Mapping[str, str] | None = None,
    lexicon: Sequence[str | Path] = (),
    workers: int = 1,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Read articles and build the knowledge graph of who supplies what to whom.

    Args:
        inputs: files, folders, or `-` for standard input.
        output: folder to write the tables, the GraphML file and the page to; nothing is written if None.
        pipeline: name or path of a spaCy pipeline, or a loaded one; the bundled pipeline by default.
        columns: names of the columns of CSV and JSONL inputs, such as `{"text": "body"}`.
        lexicon: further tables of names (CSV or TSV).
        workers: processes that parse and extract; the result is the same for any number.
        stdin: where `-` reads from; standard input by default.
        progress: called with the number of articles done, and of all where it is known.

    Returns:
        The graph with its tables.

    Raises:
        InputError: an input or a lexicon table cannot be used.
        PipelineError: the pipeline is not there or lacks a parser or sentence boundaries.
        OutputError: the output folder is not ours or cannot be written.
    """
    names = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    tables = tuple(Path(path) for path in lexicon)

    def result() -> KnowledgeGraph:
        words = load_lexicon(tables)
        nlp = pipeline if isinstance(pipeline, Language) else load_pipeline(pipeline)
        articles, skipped = _read(names, columns, stdin)
        spread = _in_processes(articles, pipeline, tables, workers) if workers > 1 and len(articles) > 1 else None
        readings = _gathered(spread or map(_reader(nlp, words), articles), len(articles), skipped, progress)
        return KnowledgeGraph.from_records(*assemble(readings, skipped, words))

    if output is None:
        return result()
    with open_output(Path(output)) as folder:  # from the start, so that a second build on it is refused at once
        graph = result()
        graph.write_files(folder)
    return graph


def _read(
    names: Sequence[str | Path], columns: Mapping[str, str] | None, stdin: BinaryIO | None
) -> tuple[list[Article], list[Skipped]]:
    """All articles, sorted, and what gave none; an error where nothing did."""
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for item in read_articles(names, columns, stdin):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            articles.append(item)
    if not articles:
        first = f"; first: {skipped[0].path}: {skipped[0].reason}" if skipped else ""
        raise InputError(
            f"no article could be read from {', '.join(map(str, names))}{first}; name other files or folders"
        )
    return sorted(articles, key=lambda article: (article.path, article.document_id)), skipped


def _gathered(
    results: Iterable[Reading | Skipped], total: int, skipped: list[Skipped], progress: Progress | None
) -> list[Reading]:
    """The readings in order; what was skipped is added to `skipped`."""
    readings: list[Reading] = []
    for done, result in enumerate(results, 1):
        if isinstance(result, Skipped):
            skipped.append(result)
        else:
            readings.append(result)
        if progress is not None:
            progress(done, total)
    return readings


def assemble(
    readings: Sequence[Reading], skipped: Iterable[Skipped], lexicon: Lexicon
) -> tuple[Knowledge, "nx.MultiDiGraph[str]"]:
    """Bring the readings of all articles together into entities, triples, deals and the graph."""
    entities, mentions, entity_of = merge_things(readings, lexicon)
    by_id = {entity.entity_id: entity for entity in entities}
    triples = [triple for reading in readings for triple in triples_of(reading, entity_of, by_id)]
    deals = deals_of(readings, triples, entity_of, by_id, lexicon)
    knowledge = Knowledge(
        articles=tuple(reading.article for reading in readings),
        sentences=tuple(len(reading.sentences) for reading in readings),
        entities=tuple(entities),
        mentions=tuple(mentions),
        triples=tuple(triples),
        deals=tuple(deals),
        skipped=tuple(skipped),
    )
    return knowledge, graph_of(by_id, triples, deals)


def _reader(nlp: Language, lexicon: Lexicon) -> Callable[[Article], Reading | Skipped]:
    return partial(_read_safely, nlp=nlp, lexicon=lexicon)


def _read_safely(article: Article, nlp: Language, lexicon: Lexicon) -> Reading | Skipped:
    """One odd document never loses a corpus: what it raised is the reason it was left out."""
    try:
        return read_article(article, nlp, lexicon)
    except Exception as error:  # whatever one text brings about, the others are read
        return Skipped(article.path, article.document_id, f"could not be analysed ({type(error).__name__}: {error})")


_WORKER: dict[str, Any] = {}


def _start_worker(pipeline: str | None, tables: tuple[Path, ...]) -> None:
    _WORKER["read"] = _reader(load_pipeline(pipeline), load_lexicon(tables))


def _work(article: Article) -> Reading | Skipped:
    read: Callable[[Article], Reading | Skipped] = _WORKER["read"]
    return read(article)


def _in_processes(
    articles: Sequence[Article], pipeline: str | Language | None, tables: tuple[Path, ...], workers: int
) -> Iterator[Reading | Skipped]:
    name = None if isinstance(pipeline, Language) else pipeline
    with ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (name, tables)) as pool:
        yield from pool.map(_work, articles, chunksize=max(1, min(16, len(articles) // (workers * 4) or 1)))


def bare_triples(lines: Iterable[str], pipeline: str | Language | None = None) -> Iterator[BareTriple]:
    """Open information extraction from sentences, one a line; lines count from 1, empty ones give nothing."""
    nlp = pipeline if isinstance(pipeline, Language) else load_pipeline(pipeline)
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text:
            yield from bare_triples_of(number, parse_blocks(nlp, [(text, 0)]))
