"""Many articles to their readings: in groups that are parsed at once, in this process or in several."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from spacy.language import Language

from graphbuilder.lexicon import Lexicon, load_lexicon
from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.parse.syntax import Sentence
from graphbuilder.reading import parse_articles, read_article
from graphbuilder.records import Article, Reading, Skipped

Read = list[Reading | Skipped]

# Enough paragraphs for the pipeline to work at full speed, few enough that their trees take little memory.
CHARACTERS = 40_000
ARTICLES = 64


def groups_of(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Give the articles in order, in groups of about as much text."""
    group: list[Article] = []
    characters = 0
    for article in articles:
        group.append(article)
        characters += len(article.text)
        if characters >= CHARACTERS or len(group) == ARTICLES:
            yield group
            group, characters = [], 0
    if group:
        yield group


def read_group(articles: Sequence[Article], nlp: Language, lexicon: Lexicon) -> Read:
    """Read a group of articles. One odd document never loses a corpus: what it raised is the reason it was left out."""
    found: Read = []
    parsed: list[list[Sentence]] | list[None]
    try:
        parsed = parse_articles(articles, nlp)
    except Exception:  # one of them breaks the pipeline: each on its own shows which
        parsed = [None] * len(articles)
    for article, sentences in zip(articles, parsed, strict=True):
        try:
            found.append(read_article(article, nlp, lexicon, sentences))
        except Exception as error:  # whatever one text brings about, the others are read
            reason = f"could not be analysed ({type(error).__name__}: {error})"
            found.append(Skipped(article.path, article.document_id, reason))
    return found


def read_groups(articles: Sequence[Article], nlp: Language, lexicon: Lexicon) -> Iterator[Read]:
    """Read articles in this process, group by group."""
    return (read_group(group, nlp, lexicon) for group in groups_of(articles))


_WORKER: dict[str, Any] = {}


def _start_worker(pipeline: str | None, tables: tuple[Path, ...]) -> None:
    _WORKER["nlp"], _WORKER["lexicon"] = load_pipeline(pipeline), load_lexicon(tables)


def _work(articles: Sequence[Article]) -> Read:
    return read_group(articles, _WORKER["nlp"], _WORKER["lexicon"])


def read_groups_in_processes(
    articles: Sequence[Article], pipeline: str | None, tables: tuple[Path, ...], workers: int
) -> Iterator[Read]:
    """Read articles in several processes, each with a pipeline of its own; the groups come in the order of the articles.

    A process that dies (killed for its memory, say) ends the others; what they had not read is read in this one.

    Args:
        articles: what to read.
        pipeline: name or path of the pipeline; the bundled one if None.
        tables: the user's own tables of names.
        workers: how many processes.
    """
    groups = list(groups_of(articles))
    done = 0
    with ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (pipeline, tables)) as pool:
        try:
            for read in _in_order(pool, groups, ahead=4 * workers):
                yield read
                done += 1
        except BrokenProcessPool:
            pool.shutdown(wait=False, cancel_futures=True)
    if done < len(groups):
        nlp, lexicon = load_pipeline(pipeline), load_lexicon(tables)
        yield from (read_group(group, nlp, lexicon) for group in groups[done:])


def _in_order(pool: ProcessPoolExecutor, groups: Sequence[list[Article]], ahead: int) -> Iterator[Read]:
    """Give the results in order with a few groups under way, so that finished ones do not pile up in memory."""
    waiting: list[Future[Read]] = []
    for group in groups:
        waiting.append(pool.submit(_work, group))
        if len(waiting) > ahead:
            yield waiting.pop(0).result()
    while waiting:
        yield waiting.pop(0).result()
