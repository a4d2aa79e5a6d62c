"""From treebanks to a saved pipeline that gives tags, lemmas, sentences and trees."""

import importlib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import IO, Any

import numpy as np
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.util import load_config
from thinc.api import fix_random_seed

from graphbuilder.errors import InputError
from graphbuilder.parse.biaffine_vectors import HalfVectors

from .biaffine_data import Targets, Words, group_arrays
from .conllu import Sentence, read_conllu
from .documents import group_sentences

_BANKS = ("ewt", "gum")
_HEADS = {"tag": "tagger", "morph": "morphologizer", "lemma": "trainable_lemmatizer"}


def train_syntax(
    corpora: Path, overrides: Mapping[str, object], output: Path, log: IO[str], steps: int | None = None
) -> Path:
    """Train by `syntax.cfg` beside this module.

    Args:
        corpora: The folder with `syntax`.
        overrides: Settings in place of the file's, by dotted name.
        output: Folder for the weights.
        log: Where the progress is written: epoch, batches, loss, and shares on the development trees.
        steps: Stop after so many batches, or None for all.

    Returns:
        The folder of the pipeline.

    Raises:
        InputError: The package `jax` is not installed.
    """
    learner = _learner()
    with resources.as_file(resources.files("graphbuilder.training") / "syntax.cfg") as path:
        settings = load_config(path, overrides=dict(overrides), interpolate=False)
    seed = settings.interpolate()["system"]["seed"]
    fix_random_seed(seed)
    nlp = init_nlp(settings)
    parser: Any = nlp.get_pipe("parser")
    words, targets = Words(nlp.vocab), Targets(nlp, parser.labels)
    held_out = [group for bank in _BANKS for group in group_sentences(_trees(corpora, bank, "dev"))]
    texts = group_arrays(held_out, words, targets)
    banks = [_trees(corpora, bank, "train") for bank in _BANKS]
    params = learner.learn_parser(banks, texts, words, targets, seed, log, steps)
    set_params(nlp, params)
    nlp.vocab.vectors = HalfVectors.of(nlp.vocab.vectors)
    nlp.to_disk(output)
    return output


def _learner() -> Any:
    try:
        importlib.import_module("jax")
    except ImportError as error:
        raise InputError(
            "training needs the package 'jax' for the parser, which is not installed: `pip install jax`."
        ) from error
    return importlib.import_module("graphbuilder.training.biaffine_train")


def _trees(corpora: Path, bank: str, part: str) -> list[Sentence]:
    return read_conllu(corpora / "syntax" / f"{bank}-{part}.conllu")


def set_params(nlp: Language, params: Mapping[str, Any]) -> None:
    """Hand each component of a pipeline its weights.

    Args:
        nlp: An initialised pipeline whose labels are those that were learnt.
        params: Arrays by name.
    """
    encoder: Any = nlp.get_pipe("encoder")
    parser: Any = nlp.get_pipe("parser")
    shared = ("table", "input", "blank", "layer")
    encoder.set_weights({name: value for name, value in params.items() if name.startswith(shared)})
    own = ("arc.", "label.", "start.")
    parser.set_weights({name: value for name, value in params.items() if name.startswith(own)}, parser.labels)
    for head, name in _HEADS.items():
        component: Any = nlp.get_pipe(name)
        layer = component.model.get_ref("softmax")
        layer.set_param("W", np.ascontiguousarray(params[f"{head}.W"].T))
        layer.set_param("b", np.ascontiguousarray(params[f"{head}.b"]))
