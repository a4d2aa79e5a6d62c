"""Arrays of trees for the network, in batches of texts of like length."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.morphology import Morphology  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuilder.parse.biaffine_words import word_rows, word_vector

from .conllu import Sentence
from .documents import group_sentences, make_doc, with_casings, with_designations
from .made_up import made_up_word, one_word_designation
from .weapon_sentences import load_stock

LENGTHS = (32, 64, 96, 144, 272)
BATCH_WORDS = 1_200
_PARTS_OF_NAMES = frozenset(("flat", "compound", "goeswith", "nmod:desc"))

Text = dict[str, Any]


@dataclass
class Words:
    """All words seen so far, each with a number, its rows and its vector."""

    vocab: Vocab
    numbers: dict[str, int] = field(default_factory=dict)
    rows: list[list[int]] = field(default_factory=list)
    vectors: list[Any] = field(default_factory=list)

    def number(self, text: str) -> int:
        """Give the number of a word, a new one if it was not seen before."""
        found = self.numbers.get(text)
        if found is None:
            found = self.numbers[text] = len(self.rows)
            self.rows.append(word_rows(text))
            self.vectors.append(word_vector(self.vocab, text))
        return found


class Targets:
    """Turns the annotation of words into numbers of labels."""

    def __init__(self, nlp: Language, labels: Sequence[str]) -> None:
        """Take labels of trees from the caller and the others from the components of a pipeline."""
        self.vocab = nlp.vocab
        self.labels = {label: number for number, label in enumerate(labels)}
        tagger: Any = nlp.get_pipe("tagger")
        self.tags = {label: number for number, label in enumerate(tagger.labels)}
        morphologizer: Any = nlp.get_pipe("morphologizer")
        self.morphs = {label: number for number, label in enumerate(morphologizer.labels)}
        self.lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
        self._morphs: dict[tuple[str, str], int] = {}
        self._lemmas: dict[tuple[str, str], int] = {}

    def morph(self, pos: str, feats: str) -> int:
        """Number the part of speech with the features."""
        key = (pos, feats)
        if key not in self._morphs:
            features = Morphology.feats_to_dict(feats)
            features["POS"] = pos
            label = self.vocab.strings[self.vocab.morphology.add(features)]
            self._morphs[key] = self.morphs.get(label, -1)
        return self._morphs[key]

    def lemma(self, text: str, lemma: str) -> int:
        """Number the change that makes the lemma of the word."""
        key = (text, lemma)
        if key not in self._lemmas:
            tree = self.lemmatizer.trees.add(text, lemma)
            self._lemmas[key] = self.lemmatizer.tree2label.get(tree, -1)
        return self._lemmas[key]

    @property
    def sizes(self) -> dict[str, int]:
        """How many labels each head has."""
        lemmas = len(self.lemmatizer.labels)
        return {"label": len(self.labels), "tag": len(self.tags), "morph": len(self.morphs), "lemma": lemmas}


def training_groups(sentences: Sequence[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Group sentences, with copies in other casings and with designations."""
    return with_designations(with_casings(group_sentences(sentences, rng), rng), rng, one_word_designation)


def with_names(groups: Iterable[list[Sentence]], rng: random.Random, share: float) -> Iterator[list[Sentence]]:
    """Change the names of one word in a share of groups: to countries and capitals, or to words that do not exist.

    Args:
        groups: Runs of sentences.
        rng: Chooses groups, names and what stands for them.
        share: How many of the groups.

    Yields:
        The groups, some of them changed.
    """
    stock = load_stock()
    places = [name for name in (*stock.countries, *stock.cities) if name.isalpha()]
    for group in groups:
        yield [_renamed(sentence, rng, places) for sentence in group] if rng.random() < share else group


def _renamed(sentence: Sentence, rng: random.Random, places: Sequence[str]) -> Sentence:
    words = list(sentence.words)
    parts = {word.head for word in words if word.deprel in _PARTS_OF_NAMES}
    for position, word in enumerate(words):
        alone = word.xpos == "NNP" and word.deprel not in _PARTS_OF_NAMES and position not in parts
        if alone and word.form[:1].isupper() and word.form.isalpha() and rng.random() < 0.5:
            name = rng.choice(places) if rng.random() < 0.75 else made_up_word(rng)
            words[position] = replace(word, form=name, lemma=name)
    return replace(sentence, words=tuple(words))


def _short_enough(group: list[Sentence]) -> Iterator[list[Sentence]]:
    part: list[Sentence] = []
    size = 0
    for sentence in group:
        length = len(sentence.words) + 1
        if part and size + length > LENGTHS[-1]:
            yield part
            part, size = [], 0
        if length <= LENGTHS[-1]:
            part.append(sentence)
            size += length
    if part:
        yield part


def text_arrays(doc: Doc, words: Words, targets: Targets) -> Text:
    """Turn one annotated text into arrays."""
    heads = [token.head.i for token in doc]
    real = [not token.is_space for token in doc]
    starts = [bool(token.is_sent_start) for token in doc]
    return {
        "word": np.array([words.number(token.text) for token in doc], dtype=np.int32),
        "blank": np.array([bool(token.whitespace_) for token in doc]),
        "mask": np.ones(len(doc), dtype=bool),
        "real": np.array(real),
        "start": np.array(starts),
        "sentence": np.cumsum(starts).astype(np.int32),
        "heads": np.array(heads, dtype=np.int32),
        "label": np.array([targets.labels.get(token.dep_, -1) for token in doc], dtype=np.int32),
        "tag": np.array([targets.tags.get(token.tag_, -1) for token in doc], dtype=np.int32),
        "morph": np.array([targets.morph(token.pos_, str(token.morph)) for token in doc], dtype=np.int32),
        "lemma": np.array([targets.lemma(token.text, token.lemma_) for token in doc], dtype=np.int32),
    }


def group_arrays(groups: Iterable[list[Sentence]], words: Words, targets: Targets) -> list[Text]:
    """Turn groups of sentences into arrays; groups too long for a batch are cut."""
    parts = (part for group in groups for part in _short_enough(group))
    return [text_arrays(make_doc(words.vocab, part), words, targets) for part in parts]


def batches(texts: Sequence[Text], words: Words, rng: random.Random | None) -> Iterator[dict[str, Any]]:
    """Put texts of like length together and pad them.

    Args:
        texts: Arrays of texts.
        words: The words they are made of.
        rng: Mixes texts and batches; without it they come in order of length.

    Yields:
        Arrays by name, texts by padded length. Unused places of a batch are texts without words.
    """
    rows, vectors = np.array(words.rows, dtype=np.int32), np.stack(words.vectors)
    order = list(range(len(texts)))
    if rng:
        rng.shuffle(order)
    bins: dict[int, list[int]] = {length: [] for length in LENGTHS}
    for number in order:
        bins[next(length for length in LENGTHS if len(texts[number]["word"]) <= length)].append(number)
    parts = []
    for length, members in bins.items():
        size = max(1, BATCH_WORDS // length)
        parts += [(length, size, members[start : start + size]) for start in range(0, len(members), size)]
    if rng:
        rng.shuffle(parts)
    for length, size, members in parts:
        yield _padded([texts[number] for number in members], length, size, rows, vectors)


def _padded(texts: Sequence[Text], length: int, size: int, rows: Any, vectors: Any) -> dict[str, Any]:
    batch: dict[str, Any] = {}
    for name, values in texts[0].items():
        array = np.zeros((size, length), dtype=values.dtype)
        for place, text in enumerate(texts):
            array[place, : len(text[name])] = text[name]
        batch[name] = array
    numbers = batch.pop("word")
    batch["rows"], batch["vectors"] = rows[numbers], vectors[numbers]
    return batch
