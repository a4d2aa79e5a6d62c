"""How many words a second are read, and what the whole path costs beside the bare pipeline."""

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from graphbuilder.build import assemble
from graphbuilder.errors import InputError
from graphbuilder.evaluate.tables import Table
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.lexicon import load_lexicon
from graphbuilder.parse.pipeline import BUNDLED, load_pipeline
from graphbuilder.read import read_articles
from graphbuilder.reading_many import read_groups
from graphbuilder.records import Article, Reading

ROUNDS = 3


def evaluate_speed(
    paths: Sequence[Path], pipeline: str | None = None, clock: Callable[[], float] = time.perf_counter
) -> list[Table]:
    """Time the bare pipeline, the pipeline with extraction, and a whole build on the same articles.

    Each is the best of three rounds, in turn. The bare pipeline is timed as spaCy loads it and as `load_pipeline`
    gives it, with faster products of matrices.

    Args:
        paths: files of articles.
        pipeline: name or path of a spaCy pipeline; the bundled one by default.
        clock: gives seconds.

    Raises:
        InputError: no article can be read from the files.
        PipelineError: the pipeline cannot be used.
    """
    articles = [item for item in read_articles(list(paths)) if isinstance(item, Article)]
    if not articles:
        raise InputError(f"no article could be read from {', '.join(map(str, paths))}; name other files or folders")
    nlp, lexicon, plain = load_pipeline(pipeline), load_lexicon(()), spacy.load(pipeline or BUNDLED)
    texts = [each.text[b.start : b.end] for each in articles for b in each.blocks if b.kind == "body"]

    def extract() -> list[Reading]:
        return [one for group in read_groups(articles, nlp, lexicon) for one in group if isinstance(one, Reading)]

    def whole() -> None:
        for _ in read_articles(list(paths)):
            continue
        graph = KnowledgeGraph.from_records(*assemble(extract(), (), lexicon))
        with tempfile.TemporaryDirectory() as folder:
            graph.write_files(Path(folder))

    works: tuple[Callable[[], object], ...] = (
        lambda: list(plain.pipe(texts)),
        lambda: list(nlp.pipe(texts)),
        extract,
        whole,
    )
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):  # in turn, so that all meet the same load of the machine
        for found, work in zip(times, works, strict=True):
            found.append(_seconds(clock, work))
    return [_table(len(articles), sum(len(text.split()) for text in texts), *map(min, times))]


def _seconds(clock: Callable[[], float], work: Callable[[], object]) -> float:
    start = clock()
    work()
    return clock() - start


def _table(articles: int, words: int, plain: float, bare: float, full: float, whole: float) -> Table:
    rows = (
        ("articles", articles),
        ("words", words),
        ("pipeline as spaCy loads it, words a second", _rate(words, plain)),
        ("pipeline alone, words a second", _rate(words, bare)),
        ("pipeline and extraction, words a second", _rate(words, full)),
        ("whole build, words a second", _rate(words, whole)),
        ("time of extraction by time of pipeline", max(full - bare, 0.0) / bare if bare else 0.0),
        ("time of whole build by time of pipeline", whole / bare if bare else 0.0),
        ("time of whole build by time of pipeline as spaCy loads it", whole / plain if plain else 0.0),
    )
    return Table("Speed", ("figure", "value"), rows)


def _rate(words: int, seconds: float) -> int:
    return round(words / seconds) if seconds else 0
