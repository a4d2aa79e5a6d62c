"""The whole way from the corpora to a pipeline with its card."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from graphbuilder.errors import InputError
from graphbuilder.parse.pipeline import load_pipeline

from .biaffine_build import train_syntax
from .card import write_card
from .evaluate import as_table, measure_names, measure_trees, words_per_second
from .runs import join_pipelines, run_training, write_names, write_trees
from .vectors import train_vectors

# The second training of names goes on from the best weights of the first, with more dropout.
_AGAIN: dict[str, object] = {"training.eval_frequency": 400, "training.optimizer.learn_rate.warmup_steps": 100}
_NAMES_AGAIN: dict[str, object] = _AGAIN | {
    "training.max_steps": 2000,
    "training.dropout": 0.3,
    "training.batcher.size.start": 1200,
    "training.optimizer.learn_rate.initial_rate": 0.001,
}

_FOLDERS = ("syntax", "names", "defence", "text")


def check_corpora(corpora: Path) -> None:
    """Make sure that a folder holds the corpora.

    Args:
        corpora: The folder named by the user.

    Raises:
        InputError: It is no folder, or a part is missing.
    """
    if not corpora.is_dir():
        raise InputError(
            f"the corpora folder {str(corpora)!r} does not exist. Give a folder that holds {', '.join(_FOLDERS)}."
        )
    missing = [name for name in _FOLDERS if not (corpora / name).is_dir()]
    if missing:
        raise InputError(
            f"the corpora folder {str(corpora)!r} has no {', '.join(missing)}. It must hold {', '.join(_FOLDERS)}."
        )


def build_pipeline(
    corpora: Path, output: Path, work: Path, steps: int | None, seed: int, with_vectors: bool, log: IO[str]
) -> None:
    """Train vectors, syntax and names, and save them as one pipeline.

    Args:
        corpora: The folder of corpora.
        output: The folder of the pipeline.
        work: A folder for what is needed on the way.
        steps: Steps of each training, or None for those in the config files.
        seed: Fixes grouping, casing, made-up names and weights.
        with_vectors: Whether subword vectors are learnt and used.
        log: Where the progress is written.
    """
    overrides: dict[str, object] = {"system.seed": seed}
    if steps is not None:
        overrides["training.max_steps"] = steps
        overrides["training.eval_frequency"] = min(500, steps)
    syntax: dict[str, object] = {"system.seed": seed}
    names = dict(overrides)
    if with_vectors:
        vectors = str(train_vectors(corpora, work))
        syntax |= {"paths.vectors": vectors}
        names |= {"paths.vectors": vectors, "components.ner.model.tok2vec.embed.include_static_vectors": True}
    short = {} if steps is None else overrides
    trees = write_trees(corpora, work, seed)
    best_syntax = train_syntax(corpora, syntax | trees, work / "syntax", log, steps)
    first = run_training("names", names | write_names(corpora, work, seed), work / "names-1", log)
    second = _going_on(names | write_names(corpora, work, seed, first), _NAMES_AGAIN | short)
    best_names = run_training("names", second, work / "names-2", log, first)
    join_pipelines(best_syntax, best_names, output)


def _going_on(overrides: dict[str, object], changes: dict[str, object]) -> dict[str, object]:
    """Settings of a second training: components come from the first, so settings of components fall away."""
    return {key: value for key, value in (overrides | changes).items() if not key.startswith("components.")}


def describe_pipeline(corpora: Path, folder: Path) -> Iterator[str]:
    """Measure a saved pipeline, write its card, and yield the figures as lines of text.

    Args:
        corpora: The folder of corpora.
        folder: The folder of the pipeline.

    Yields:
        One line for each figure: source, name, value.
    """
    nlp = load_pipeline(str(folder))
    figures = [figure for part in ("dev", "test") for figure in measure_trees(nlp, corpora, part)]
    figures += measure_names(nlp, corpora)
    write_card(nlp, folder, as_table(figures), words_per_second(nlp, corpora))
    for figure in figures:
        yield f"{figure.source}\t{figure.name}\t{figure.value:.3f}"
