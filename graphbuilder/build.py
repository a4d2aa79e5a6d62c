"""The whole path: read, parse, extract, resolve, assemble, show, export. The only module that sees every stage."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import networkx as nx
from spacy.language import Language

from graphbuilder.assemble.deals import register_of
from graphbuilder.assemble.graph import graph_of
from graphbuilder.assemble.triples import triples_of
from graphbuilder.errors import InputError
from graphbuilder.export.folder import open_output, store_in
from graphbuilder.extract.bare import BareTriple, bare_triples_of
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.lexicon import Lexicon, load_lexicon
from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.parse.trees import parse_blocks
from graphbuilder.read import read_articles
from graphbuilder.reading_many import read_groups, read_groups_in_processes
from graphbuilder.records import Article, Knowledge, Reading, Skipped
from graphbuilder.resolve.attributes import with_makers
from graphbuilder.resolve.corrections import Correction, read_corrections
from graphbuilder.resolve.together import bring_together
from graphbuilder.store import ReadingStore, fingerprint, open_store

Progress = Callable[[int, int | None], None]


def build(
    inputs: Sequence[str | Path] | str | Path,
    output: str | Path | None = None,
    *,
    pipeline: str | Language | None = None,
    columns: Mapping[str, str] | None = None,
    lexicon: Sequence[str | Path] = (),
    corrections: str | Path | None = None,
    workers: int = 1,
    fresh: bool = False,
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
        corrections: a TOML file of what to merge, keep apart, rename, retype, or drop; `corrections.toml` in the
            output folder if None and there is one.
        workers: processes that parse and extract; the result is the same for any number. A pipeline that is given
            loaded works in this process alone.
        fresh: read all articles again, also those that an earlier build into `output` has read.
        stdin: where `-` reads from; standard input by default.
        progress: called with the number of articles read, and of all that are to be read; those that an earlier build
            into `output` has read count as neither.

    Returns:
        The graph with its tables.

    Raises:
        InputError: an input, a lexicon table or the corrections cannot be used.
        PipelineError: the pipeline is not there or lacks a parser or sentence boundaries.
        OutputError: the output folder is not ours or cannot be written.
    """
    names = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    tables = tuple(Path(path) for path in lexicon)
    wanted = _corrections(corrections, output)

    with ExitStack() as stack:
        folder = None
        if output is not None:  # from the start, so that a second build on it is refused at once
            folder = stack.enter_context(open_output(Path(output)))
        words = load_lexicon(tables)
        nlp = _named(pipeline)
        articles, skipped = _read(names, columns, stdin)
        store = None
        if output is not None and not isinstance(pipeline, Language):  # who knows what was done to a loaded one
            made_by = fingerprint(nlp.path if nlp is not None else None, tables)
            store = stack.enter_context(open_store(store_in(Path(output)), made_by, fresh))

        def read(left: Sequence[Article]) -> Iterator[list[Reading | Skipped]]:
            if workers > 1 and len(left) > 1 and not isinstance(pipeline, Language):
                return read_groups_in_processes(left, pipeline, tables, workers)
            return read_groups(left, nlp or load_pipeline(), words)

        readings = _gathered(articles, read, store, skipped, progress)
        graph = KnowledgeGraph.from_records(*assemble(readings, skipped, words, wanted))
        if folder is not None:
            graph.write_files(folder)
    return graph


def _named(pipeline: str | Language | None) -> Language | None:
    """The pipeline that was given or named; the bundled one, None, is loaded when there is something to read."""
    return pipeline if pipeline is None or isinstance(pipeline, Language) else load_pipeline(pipeline)


def _corrections(corrections: str | Path | None, output: str | Path | None) -> tuple[Correction, ...]:
    """The corrections named, else those that the user keeps in the output folder, so that they outlive each build."""
    path = Path(corrections) if corrections is not None else Path(output or "") / "corrections.toml"
    kept = corrections is not None or (output is not None and path.is_file())
    return read_corrections(path) if kept else ()


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
    articles: Sequence[Article],
    read: Callable[[Sequence[Article]], Iterator[list[Reading | Skipped]]],
    store: ReadingStore | None,
    skipped: list[Skipped],
    progress: Progress | None,
) -> list[Reading]:
    """The readings in the order of the articles, from the store where it has them; what was skipped joins `skipped`."""
    found = [store.get(article) if store is not None else None for article in articles]
    left = [place for place, reading in enumerate(found) if reading is None]
    places = iter(left)
    done = 0
    for group in read([articles[place] for place in left]) if left else ():
        if store is not None:
            store.put([each for each in group if isinstance(each, Reading)])
        for result in group:
            place = next(places)
            if isinstance(result, Skipped):
                skipped.append(result)
            else:
                found[place] = result
            done += 1
            if progress is not None:
                progress(done, len(left))
    if store is not None:
        store.drop_rest()
    return [reading for reading in found if reading is not None]


def assemble(
    readings: Sequence[Reading], skipped: Iterable[Skipped], lexicon: Lexicon, corrections: Sequence[Correction] = ()
) -> tuple[Knowledge, "nx.MultiDiGraph[str]"]:
    """Bring the readings of all articles together into entities, triples, deals and the graph."""
    readings, merged = bring_together(readings, lexicon, corrections)
    entity_of = merged.entity_of
    by_id = {entity.entity_id: entity for entity in merged.entities}
    triples = [triple for reading in readings for triple in triples_of(reading, entity_of, by_id)]
    deals, events = register_of(readings, triples, entity_of, by_id, lexicon)
    knowledge = Knowledge(
        articles=tuple(reading.article for reading in readings),
        sentences=tuple(len(reading.sentences) for reading in readings),
        entities=merged.entities,
        mentions=merged.mentions,
        triples=tuple(triples),
        deals=tuple(deals),
        deal_events=tuple(events),
        skipped=tuple(skipped),
        decisions=merged.decisions,
        attributes=with_makers(merged.attributes, triples),
    )
    return knowledge, graph_of(by_id, triples, deals)


def bare_triples(lines: Iterable[str], pipeline: str | Language | None = None) -> Iterator[BareTriple]:
    """Open information extraction from sentences, one a line; lines count from 1, empty ones give nothing."""
    nlp = pipeline if isinstance(pipeline, Language) else load_pipeline(pipeline)
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text:
            yield from bare_triples_of(number, parse_blocks(nlp, [(text, 0)]))
