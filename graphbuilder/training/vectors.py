"""Subword vectors from the plain text: a word never seen before is the sum of its parts."""

import importlib
import lzma
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training.initialize import convert_vectors

from graphbuilder.errors import InputError
from graphbuilder.parse.tokenizer import english_tokenizer

from .conllu import read_conllu
from .name_sets import read_iob

# 32,000 rows of 96 numbers take 12 MB; twice the rows did not fit beside two encoders.
ROWS, WIDTH, EPOCHS = 32_000, 96, 8
ROW_DEVIATION = 1.0
_TREES = ("ewt-train", "gum-train")
_NAMES = ("gmb-sample", "crossner-politics-train", "crossner-science-train", "wnut17-train")


def write_text(corpora: Path, target: Path) -> None:
    """Write all text as lines of tokens parted by blanks.

    Args:
        corpora: The folder with `text`, `syntax` and `names`; no file to be measured on is read.
        target: The file to write.
    """
    nlp = spacy.blank("en")
    tokenizer = english_tokenizer(nlp)
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for name in _TREES:
            for sentence in read_conllu(corpora / "syntax" / f"{name}.conllu"):
                out.write(" ".join(word.form for word in sentence.words) + "\n")
        for name in _NAMES:
            for words, _ in read_iob(corpora / "names" / f"{name}.iob"):
                out.write(" ".join(words) + "\n")
        for line in _lines(corpora / "text"):
            words = [token.text for token in tokenizer(" ".join(line.split()))]
            if words:
                out.write(" ".join(words) + "\n")


def _lines(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8") as lines:
            yield from lines
    for path in sorted(folder.glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from lines


def train_vectors(corpora: Path, work: Path) -> Path:
    """Learn vectors and save them as a pipeline that holds nothing else.

    Args:
        corpora: The folder of corpora.
        work: Where the text, the table and the pipeline are written.

    Returns:
        The folder of the pipeline, for `[initialize] vectors`.

    Raises:
        InputError: The package `floret` is not installed.
    """
    try:
        floret = importlib.import_module("floret")
    except ImportError as error:
        raise InputError(
            "training needs the package 'floret' for subword vectors, which is not installed: `pip install floret`, "
            "or train without vectors."
        ) from error
    text, table, folder = work / "text.tokens", work / "vectors.floret", work / "vectors"
    write_text(corpora, text)
    model = floret.train_unsupervised(
        str(text), model="cbow", mode="floret", hashCount=2, bucket=ROWS, dim=WIDTH, minn=3, maxn=5,
        minCount=5, epoch=EPOCHS, neg=10, lr=0.05, ws=5, thread=1,
    )  # fmt: skip
    model.save_floret_vectors(str(table))
    return save_vectors(table, folder)


def save_vectors(table: Path, folder: Path) -> Path:
    """Turn a floret table into a pipeline that carries it, its numbers scaled to those of the other inputs.

    Args:
        table: A file as floret writes it.
        folder: Where the pipeline is written.

    Returns:
        The folder.
    """
    nlp: Language = spacy.blank("en")
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    data = nlp.vocab.vectors.data
    # Left as they are, the sums of rows drown the learnt parts of the first layer.
    data *= ROW_DEVIATION / float(data.std())
    nlp.to_disk(folder)
    return folder
