"""How many words a second are read, and what extraction costs beside the parse."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from graphbuilder.errors import InputError
from graphbuilder.evaluate.tables import Table
from graphbuilder.lexicon import load_lexicon
from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.read import read_articles
from graphbuilder.reading import read_article
from graphbuilder.records import Article

ROUNDS = 3


def evaluate_speed(
    paths: Sequence[Path], pipeline: str | None = None, clock: Callable[[], float] = time.perf_counter
) -> list[Table]:
    """Time the bare pipeline and the pipeline with extraction on the same paragraphs, best of three rounds in turn.

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
    nlp, lexicon = load_pipeline(pipeline), load_lexicon(())
    texts = [each.text[b.start : b.end] for each in articles for b in each.blocks if b.kind == "body"]
    words = sum(len(text.split()) for text in texts)
    bare, full = [], []
    for _ in range(ROUNDS):  # in turn, so that both meet the same load of the machine
        bare.append(_seconds(clock, lambda: sum(1 for _ in nlp.pipe(texts))))
        full.append(_seconds(clock, lambda: sum(len(read_article(each, nlp, lexicon).statements) for each in articles)))
    return [_table(len(articles), words, min(bare), min(full))]


def _seconds(clock: Callable[[], float], work: Callable[[], object]) -> float:
    start = clock()
    work()
    return clock() - start


def _table(articles: int, words: int, bare: float, full: float) -> Table:
    rows = (
        ("articles", articles),
        ("words", words),
        ("pipeline alone, words a second", round(words / bare) if bare else 0),
        ("pipeline and extraction, words a second", round(words / full) if full else 0),
        ("time of extraction by time of pipeline", max(full - bare, 0.0) / bare if bare else 0.0),
    )
    return Table("Speed", ("figure", "value"), rows)
