"""How the parser learns."""

import importlib
import io
import random
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language

from graphbuilder.errors import InputError
from graphbuilder.parse import biaffine_layers
from graphbuilder.training.biaffine_build import set_params, train_syntax
from graphbuilder.training.biaffine_data import (
    BATCH_WORDS,
    LENGTHS,
    Targets,
    Text,
    Words,
    batches,
    group_arrays,
    with_names,
)
from graphbuilder.training.conllu import read_conllu
from graphbuilder.training.runs import write_trees


@pytest.fixture
def learnt(corpora: Path, tmp_path: Path) -> Language:
    pytest.importorskip("jax")
    paths = write_trees(corpora, tmp_path, 0)
    folder = train_syntax(corpora, paths | {"system.seed": 0}, tmp_path / "syntax", io.StringIO(), 2)
    return spacy.load(folder)


@pytest.fixture
def texts(corpora: Path) -> tuple[list[Text], Words, Targets]:
    sentences = read_conllu(corpora / "syntax" / "ewt-train.conllu")
    nlp = spacy.blank("en")
    for name in ("tagger", "morphologizer", "trainable_lemmatizer"):
        nlp.add_pipe(name)
    for label in ("NNP", "VBD"):
        nlp.get_pipe("tagger").add_label(label)  # type: ignore[attr-defined]
    words, targets = Words(nlp.vocab), Targets(nlp, ("ROOT", "nsubj", "obj"))
    return group_arrays([sentences], words, targets), words, targets


def test_arrays_of_a_text(texts: tuple[list[Text], Words, Targets]) -> None:
    (text,), words, targets = texts
    assert text["heads"].tolist()[:7] == [3, 3, 3, 3, 5, 3, 3]
    assert text["label"].tolist()[:6] == [1, -1, -1, 0, -1, 2]
    assert text["start"].nonzero()[0].tolist() == [0, 8]
    assert text["real"].tolist().index(False) == 7
    assert set(text["sentence"][:8]) == {1}
    assert text["tag"].tolist()[:2] == [targets.tags["NNP"], targets.tags["VBD"]]
    assert len(words.rows) == len(words.numbers) == len(words.vectors)


def test_groups_too_long_for_a_batch_are_cut(corpora: Path, texts: tuple[list[Text], Words, Targets]) -> None:
    _, words, targets = texts
    sentence = read_conllu(corpora / "syntax" / "ewt-train.conllu")[0]
    cut = group_arrays([[sentence] * 60], words, targets)
    assert sum(int(text["start"].sum()) for text in cut) == 60
    assert max(len(text["word"]) for text in cut) <= LENGTHS[-1]


@pytest.mark.parametrize("rng", [None, random.Random(0)], ids=["in order", "mixed"])
def test_batches_hold_every_text_once(
    corpora: Path, texts: tuple[list[Text], Words, Targets], rng: random.Random | None
) -> None:
    _, words, targets = texts
    sentence = read_conllu(corpora / "syntax" / "ewt-train.conllu")[0]
    groups = [[sentence] * (1 + number % 9) for number in range(50)]
    made = list(batches(group_arrays(groups, words, targets), words, rng))
    assert sum(int(batch["start"].sum()) for batch in made) == sum(map(len, groups))
    assert {batch["mask"].shape for batch in made} <= {(BATCH_WORDS // length, length) for length in LENGTHS}
    assert all((batch["rows"].shape[:2]) == batch["mask"].shape for batch in made)


def test_without_jax_the_package_is_named(corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jax", None)
    with pytest.raises(InputError, match="pip install jax"):
        train_syntax(corpora, {}, tmp_path / "syntax", io.StringIO(), 1)


def test_component_and_network_compute_the_same(learnt: Language) -> None:
    net: Any = importlib.import_module("graphbuilder.training.biaffine_net")
    encoder: Any = learnt.get_pipe("encoder")
    parser: Any = learnt.get_pipe("parser")
    params = net.initial_params(1, 0, {"label": len(parser.labels), "tag": 1, "morph": 1, "lemma": 1})
    params = {name: np.asarray(np.asarray(value, np.float16), np.float32) for name, value in params.items()}
    encoder.set_weights({name: params[name] for name in encoder.weights})
    parser.set_weights({name: params[name] for name in parser.weights}, parser.labels)
    doc = encoder(learnt.make_doc("Ruritania didn't sell the jets."))
    words = Words(learnt.vocab)
    numbers = [words.number(word.text) for word in doc]
    size = len(doc)
    batch = {
        "rows": np.array([[words.rows[number] for number in [*numbers, 0, 0]]]),
        "vectors": np.zeros((1, size + 2, 0), np.float32),
        "blank": np.array([[bool(word.whitespace_) for word in doc] + [False] * 2]),
        "mask": np.array([[True] * size + [False] * 2]),
    }
    x = np.asarray(net.encode(params, batch, net.jax.random.PRNGKey(0), 0.0))
    assert np.allclose(x[0, :size], doc.tensor, atol=1e-4)
    assert not x[0, size:].any()
    arcs = net.arc_scores(params, doc.tensor[None], biaffine_layers.distance_buckets(size))[0]
    parts = biaffine_layers.arc_parts(parser.weights, doc.tensor)
    assert np.allclose(arcs, biaffine_layers.arc_scores(parts, np.arange(size)), atol=1e-4)
    heads = np.arange(size)[::-1].copy()
    labels = net.label_scores(params, doc.tensor[None], heads[None])[0]
    assert np.allclose(labels, biaffine_layers.label_scores(parser.weights, doc.tensor, heads), atol=1e-4)
    _check_that_heads_get_their_weights(learnt)


def _check_that_heads_get_their_weights(learnt: Language) -> None:
    doc = learnt("Ruritania didn't sell the jets.")
    assert doc.has_annotation("TAG") and doc.has_annotation("DEP") and doc.has_annotation("LEMMA")
    encoder: Any = learnt.get_pipe("encoder")
    parser: Any = learnt.get_pipe("parser")
    tagger: Any = learnt.get_pipe("tagger")
    sizes = {"tag": len(tagger.labels)}
    for head, name in (("morph", "morphologizer"), ("lemma", "trainable_lemmatizer")):
        sizes[head] = len(learnt.get_pipe(name).labels)  # type: ignore[attr-defined]
    params = {f"{head}.W": np.ones((biaffine_layers.WIDTH, size), np.float32) for head, size in sizes.items()}
    params |= {f"{head}.b": np.arange(size, dtype=np.float32) for head, size in sizes.items()}
    set_params(learnt, params | encoder.weights | parser.weights)
    assert learnt("jets")[0].tag_ == tagger.labels[-1]


def test_names_of_one_word_are_changed_and_others_stay(corpora: Path) -> None:
    sentences = read_conllu(corpora / "syntax" / "ewt-train.conllu")
    changed = list(with_names([sentences] * 60, random.Random(0), 1.0))
    firsts = {group[0].words[0].form for group in changed}
    assert "Ruritania" in firsts
    assert len(firsts) > 10
    assert all(name.isalpha() and name[0].isupper() for name in firsts)
    assert all(group[0].words[0].lemma == group[0].words[0].form for group in changed)
    assert {tuple(word.form for word in group[1].words) for group in changed} == {
        ("General", "Jan", "Kos", "left", ".")
    }
    assert list(with_names([sentences] * 3, random.Random(0), 0.0)) == [sentences] * 3
