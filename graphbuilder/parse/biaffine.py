"""Two components that read trees off whole sentences: one gives words numbers in context, one scores every pair of words.

Each text is computed by itself, so that what it gives depends neither on the texts beside it nor on the order of work.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

import numpy as np
import srsly  # type: ignore[import-untyped]
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.vocab import Vocab

from . import biaffine_vectors as biaffine_vectors  # makes the vectors known to spaCy
from .biaffine_layers import WIDTH, Floats, arc_parts, arc_scores, encode, enter, label_scores, start_scores
from .biaffine_starts import doubt_bare_starts, lean_marks, sentence_bounds
from .biaffine_trees import best_tree
from .biaffine_words import OWN_ROWS, word_rows, word_vector

ROOT, SPACE_LABEL = "ROOT", "dep"
# White space with line breaks is one word to the encoder; other white space it does not see.
PARAGRAPH_BREAK = "\n\n"
MOST_WORDS_KNOWN = 20_000
# Labels seen less often in training are not learnt.
RAREST_LABEL = 10


class Weighted(Pipe):
    """A component with arrays and labels, saved with 16 bits a number."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        """Make a component without weights."""
        self.vocab = vocab
        self.name = name
        self.weights: dict[str, Floats] = {}
        self.names: list[str] = []

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it may give."""
        return tuple(self.names)

    def set_weights(self, weights: dict[str, Any], labels: Iterable[str] = ()) -> None:
        """Take arrays, rounded as they will be saved.

        Args:
            weights: Arrays by name.
            labels: Labels in the order of the weights' columns.
        """
        self.weights = {name: np.asarray(a, dtype=np.float16).astype(np.float32) for name, a in weights.items()}
        self.names = list(labels)
        for label in self.names:
            self.vocab.strings.add(label)

    def to_bytes(self, **_excluded: object) -> bytes:
        """Pack weights and labels; nothing else is kept, so that there is nothing to exclude."""
        halves = {name: array.astype(np.float16) for name, array in sorted(self.weights.items())}
        packed: bytes = srsly.msgpack_dumps({"labels": self.names, "weights": halves})
        return packed

    def from_bytes(self, packed: bytes, **_excluded: object) -> Self:
        """Take what `to_bytes` gave."""
        content = srsly.msgpack_loads(packed)
        self.set_weights(content["weights"], content["labels"])
        return self

    def to_disk(self, path: str | Path, **_excluded: object) -> None:
        """Save into a folder."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / "weights").write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_excluded: object) -> Self:
        """Load from a folder."""
        return self.from_bytes((Path(path) / "weights").read_bytes())


@Language.factory("graphbuilder_encoder", assigns=["doc.tensor"])
class Encoder(Weighted):
    """Gives `doc.tensor`, from which tagger, lemmatizer and parser read."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Make an encoder without weights."""
        super().__init__(nlp.vocab, name)
        self._known: dict[str, Floats] = {}
        self._space: Floats | None = None

    def set_weights(self, weights: dict[str, Any], labels: Iterable[str] = ()) -> None:
        """Take arrays and forget what was computed with others."""
        super().set_weights(weights, labels)
        self._known, self._space = {}, None

    def __call__(self, doc: Doc) -> Doc:
        """Compute one text."""
        seen = [i for i, word in enumerate(doc) if not word.is_space or "\n" in word.text]
        if len(seen) < len(doc):
            tensor: Any = np.empty((len(doc), WIDTH), dtype=np.float32)
            tensor[:] = self._white_space()
            if seen:
                tensor[seen] = self._encode([doc[i].text for i in seen], [bool(doc[i].whitespace_) for i in seen])
            doc.tensor = tensor
        elif seen:
            tensor = self._encode([word.text for word in doc], [bool(word.whitespace_) for word in doc])
            doc.tensor = tensor
        return doc

    def _encode(self, texts: list[str], blanks: list[bool]) -> Floats:
        words = np.stack([self._enter(text) for text in texts])
        return encode(self.weights, words, np.array(blanks, dtype=np.float32))

    def _white_space(self) -> Floats:
        if self._space is None:
            self._space = self._encode([PARAGRAPH_BREAK], [False])[0]
        return self._space

    def _enter(self, text: str) -> Floats:
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= MOST_WORDS_KNOWN:
                self._known.clear()
            word = PARAGRAPH_BREAK if text.isspace() else text
            rows = self.weights["table"][word_rows(word)]
            own, affixes = rows[:OWN_ROWS].sum(axis=0), rows[OWN_ROWS:].sum(axis=0)
            parts = np.concatenate([word_vector(self.vocab, word), own, affixes])
            found = self._known[text] = enter(self.weights, parts)
        return found


@Language.factory("graphbuilder_parser", assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"])
class Parser(Weighted):
    """Finds sentences, and in each the tree whose arcs score most."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Make a parser without weights."""
        super().__init__(nlp.vocab, name)

    def __call__(self, doc: Doc) -> Doc:
        """Parse one text."""
        if not len(doc):
            return doc
        heads, labels = np.arange(len(doc)), [SPACE_LABEL] * len(doc)
        words = np.array([i for i, word in enumerate(doc) if not word.is_space], dtype=np.int64)
        if len(words):
            self._parse(doc, words, heads, labels)
        _hang_white_space(doc, words, heads)
        if not len(words):
            labels[0] = ROOT
        keys = [doc.vocab.strings.add(label) for label in labels]
        ways = (heads - np.arange(len(doc))).astype(np.int64).view(np.uint64)
        columns: Any = np.column_stack([ways, np.array(keys, dtype=np.uint64)])
        return doc.from_array([HEAD, DEP], columns)

    def initialize(self, get_examples: Callable[[], Iterable[Any]], **_pipeline: object) -> None:
        """Take the labels of the trees to learn from.

        Args:
            get_examples: Gives annotated texts.
        """
        counts = Counter(word.dep_ for example in get_examples() for word in example.reference)
        frequent = {label for label, count in counts.items() if count >= RAREST_LABEL}
        self.set_weights(self.weights, sorted(frequent | {ROOT, SPACE_LABEL}))

    def _parse(self, doc: Doc, words: NDArray[np.int64], heads: NDArray[np.int64], labels: list[str]) -> None:
        tensor: Any = doc.tensor
        x: Floats = tensor[words]
        parts = arc_parts(self.weights, x)
        found = np.arange(len(words))
        tokens = [doc[place] for place in words.tolist()]
        # White space that is a word of its own parts its neighbours as a blank does.
        blanks = [bool(a.whitespace_) or b.i > a.i + 1 for a, b in pairwise(tokens)]
        texts = [token.text for token in tokens]
        starts = lean_marks(doubt_bare_starts(start_scores(self.weights, x), texts), texts, [*blanks, False])
        for start, end in sentence_bounds(starts):
            found[start:end] = start + best_tree(arc_scores(parts, np.arange(start, end)))
        heads[words] = words[found]
        scores = label_scores(self.weights, x, found)
        root = self.names.index(ROOT)
        best = _best_labels(scores, found, root)
        for place, label in zip(words.tolist(), best.tolist(), strict=True):
            labels[place] = self.names[label]


def _best_labels(scores: Floats, heads: NDArray[np.int64], root: int) -> NDArray[np.int64]:
    """Choose the best label of each word: that of the root for roots, any other for the rest."""
    roots = heads == np.arange(len(heads))
    scores[~roots, root] = -np.inf
    best: NDArray[np.int64] = scores.argmax(axis=1)
    best[roots] = root
    return best


def _hang_white_space(doc: Doc, words: NDArray[np.int64], heads: NDArray[np.int64]) -> None:
    """Hang white space on the word before it, and what opens a text on its first word."""
    before = int(words[0]) if len(words) else 0
    for place, word in enumerate(doc):
        if word.is_space:
            heads[place] = before
        else:
            before = place
