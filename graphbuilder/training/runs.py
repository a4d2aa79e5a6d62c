"""Run spaCy's training on a config file, and join what comes out into one pipeline."""

import random
import shutil
from collections.abc import Callable, Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import IO

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config, registry
from thinc.api import fix_random_seed

from graphbuilder.parse.biaffine_vectors import HalfVectors
from graphbuilder.parse.tokenizer import english_tokenizer

from .conllu import read_conllu
from .documents import group_sentences, make_doc, with_casings, with_designations
from .made_up import one_word_designation
from .name_corpus import load_name_corpus
from .name_text import make_name_doc

_TREEBANKS = ("ewt", "gum")


@registry.callbacks("graphbuilder.english_tokenizer")  # type: ignore[untyped-decorator]
def use_english_tokenizer() -> Callable[[Language], None]:
    """Give spaCy's training the project's tokenizer before anything is read."""

    def before_init(nlp: Language) -> None:
        nlp.tokenizer = english_tokenizer(nlp)

    return before_init


def blank_pipeline() -> Language:
    """Make an empty English pipeline with the project's tokenizer."""
    nlp = spacy.blank("en")
    nlp.tokenizer = english_tokenizer(nlp)
    return nlp


def write_trees(corpora: Path, work: Path, seed: int) -> dict[str, str]:
    """Write training and development trees for spaCy.

    Args:
        corpora: The folder with `syntax`.
        work: Where to write.
        seed: Fixes grouping and casing.

    Returns:
        The `paths` of the config.
    """
    nlp = blank_pipeline()
    parts: dict[str, list[Doc]] = {"train": [], "dev": []}
    rng = random.Random(seed)
    for bank in _TREEBANKS:
        trees = read_conllu(corpora / "syntax" / f"{bank}-train.conllu")
        groups = with_casings(group_sentences(trees, rng), rng)
        groups = with_designations(groups, rng, one_word_designation)
        parts["train"] += [make_doc(nlp.vocab, group) for group in groups]
        trees = read_conllu(corpora / "syntax" / f"{bank}-dev.conllu")
        parts["dev"] += [make_doc(nlp.vocab, group) for group in group_sentences(trees)]
    return _write(parts, work, "syntax")


def write_names(corpora: Path, work: Path, seed: int, teacher: Path | None = None) -> dict[str, str]:
    """Write training and development names for spaCy.

    Args:
        corpora: The folder with `names`, `syntax` and `defence`.
        work: Where to write.
        seed: Fixes every random choice.
        teacher: A pipeline trained on names before, which helps to name further text, or None.

    Returns:
        The `paths` of the config.
    """
    nlp = blank_pipeline()
    corpus = load_name_corpus(corpora, seed, spacy.load(teacher) if teacher else None)
    parts = {"train": corpus.train, "dev": corpus.dev}
    return _write({part: [make_name_doc(nlp, item) for item in items] for part, items in parts.items()}, work, "names")


def _write(parts: Mapping[str, Iterable[Doc]], work: Path, name: str) -> dict[str, str]:
    paths: dict[str, str] = {}
    for part, docs in parts.items():
        path = work / f"{name}-{part}.spacy"
        DocBin(docs=[doc for doc in docs if len(doc)]).to_disk(path)
        paths[f"paths.{part}"] = str(path)
    return paths


def run_training(
    config: str, overrides: Mapping[str, object], output: Path, log: IO[str], start: Path | None = None
) -> Path:
    """Train by a config file beside this module.

    Args:
        config: The name of the file: "names".
        overrides: Settings in place of the file's, by dotted name.
        output: Folder for the best and the last weights.
        log: Where spaCy writes its table of scores.
        start: A trained pipeline with the same components to go on from, or None to start from random weights.

    Returns:
        The folder of the best weights.
    """
    with resources.as_file(resources.files("graphbuilder.training") / f"{config}.cfg") as path:
        settings = load_config(path, overrides=dict(overrides), interpolate=False)
    if start is not None:
        settings["components"] = {name: {"source": str(start)} for name in settings["nlp"]["pipeline"]}
    seed = settings.interpolate()["system"]["seed"]
    fix_random_seed(seed)
    nlp = init_nlp(settings)
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output, stdout=log, stderr=log)
    return output / "model-best"


def join_pipelines(syntax: Path, names: Path, target: Path) -> Language:
    """Put the components of names behind those of syntax and save the whole, without traces of its making.

    Args:
        syntax: A trained pipeline; its vocabulary and vectors are kept.
        names: A trained pipeline with the component `ner`, on the same vectors.
        target: The folder to write, replaced whole.

    Returns:
        The joined pipeline.
    """
    nlp = spacy.load(syntax)
    source = spacy.load(names)
    source.vocab.vectors = HalfVectors.of(source.vocab.vectors)
    nlp.add_pipe("ner", source=source)
    nlp.meta.update(
        {
            "name": "graphbuilder",
            "description": "Syntax and names of English texts about arms transfers",
            "license": "CC BY-SA 4.0",
            "performance": {},
        }
    )
    building = target.with_name(f".{target.name}.building")
    shutil.rmtree(building, ignore_errors=True)
    nlp.to_disk(building)
    settings = load_config(building / "config.cfg", interpolate=False)
    settings["paths"] = dict.fromkeys(settings["paths"])
    settings["initialize"]["before_init"] = None
    settings["initialize"]["vectors"] = None
    settings.to_disk(building / "config.cfg")
    StringStore(sorted(needed_strings(nlp))).to_disk(building / "vocab" / "strings.json")
    replace_folder(building, target)
    return spacy.load(target)


def needed_strings(nlp: Language) -> set[str]:
    """Collect the strings that a saved pipeline has to carry; words of the training texts are not among them.

    Args:
        nlp: A trained pipeline.

    Returns:
        Labels, the strings of the lemmatizer's edit trees, and what the language itself brings along.
    """
    kept = set(blank_pipeline().vocab.strings) | {"ROOT", "dep", "root"}
    for labels in nlp.pipe_labels.values():
        kept.update(labels)
    kept.update(nlp.get_pipe("morphologizer").cfg["labels_morph"].values())  # type: ignore[attr-defined]
    trees = nlp.get_pipe("trainable_lemmatizer").trees  # type: ignore[attr-defined]
    for tree in srsly.msgpack_loads(trees.to_bytes())["trees"]:
        kept.update(nlp.vocab.strings[tree[part]] for part in ("orig", "subst") if tree.get(part))
    return kept


def replace_folder(source: Path, target: Path) -> None:
    """Put a complete folder in the place of another, so that a reader finds the old one or the new one."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    source.rename(target)
    shutil.rmtree(old, ignore_errors=True)
