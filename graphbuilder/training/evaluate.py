"""Measure a pipeline on the held-out files, one source at a time."""

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from .conllu import Sentence, read_conllu
from .defence import HELD_OUT, read_defence
from .documents import group_sentences, make_doc
from .name_sets import read_gold_names
from .name_text import NameText
from .weapon_sentences import weapon_sentences

# A set that knows places alone cannot tell a town from a river.
_PLACES = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
MADE_UP_ROUNDS = 3
_NAME_TYPES = ("PERSON", "ORG", "PLACE")


@dataclass(frozen=True)
class Figure:
    """One measured number: `value` is a share between 0 and 1 unless the name says otherwise."""

    source: str
    name: str
    value: float


def measure_trees(nlp: Language, corpora: Path, part: str) -> list[Figure]:
    """Measure tags, lemmas and trees on gold words, and trees on the pipeline's own words and sentences.

    Args:
        nlp: The pipeline.
        corpora: The folder with `syntax`.
        part: "dev" or "test".

    Returns:
        Figures for each treebank. Punctuation counts; labels count whole, with what follows the colon.
    """
    figures: list[Figure] = []
    for bank in ("ewt", "gum"):
        source = f"{bank}-{part}"
        sentences = read_conllu(corpora / "syntax" / f"{source}.conllu")
        for name, value in _on_gold_words(nlp, sentences).items():
            figures.append(Figure(source, name, value))
        for name, value in _on_own_words(nlp, sentences).items():
            figures.append(Figure(source, name, value))
    return figures


def _on_gold_words(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Score gold words and gold sentences, one sentence a document."""
    gold = [make_doc(nlp.vocab, [sentence]) for sentence in sentences]
    bare = [Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]) for doc in gold]
    hits: Counter[str] = Counter()
    for guess, right in zip(nlp.pipe(bare), gold, strict=True):
        for a, b in zip(guess, right, strict=True):
            hits["words"] += 1
            hits["UPOS"] += a.pos == b.pos
            hits["XPOS"] += a.tag == b.tag
            hits["lemma"] += a.lemma_ == b.lemma_
            hits["UAS, gold words"] += a.head.i == b.head.i
            hits["LAS, gold words"] += a.head.i == b.head.i and a.dep_ == b.dep_
    return {
        name: hits[name] / hits["words"] for name in ("LAS, gold words", "UAS, gold words", "UPOS", "XPOS", "lemma")
    }


def _on_own_words(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Score running text as F1 over words found by their characters, after the CoNLL 2018 shared task."""
    gold = [make_doc(nlp.vocab, group) for group in group_sentences(sentences)]
    hits: Counter[str] = Counter()
    for guess, right in zip(nlp.pipe(doc.text for doc in gold), gold, strict=True):
        arcs, truth = _arcs(guess), _arcs(right)
        hits["guess"] += len(arcs)
        hits["gold"] += len(truth)
        for place, (head, label) in truth.items():
            found = arcs.get(place)
            hits["words"] += found is not None
            hits["LAS"] += found == (head, label)
        starts, ends = ({(s.start_char, s.end_char) for s in doc.sents} for doc in (guess, right))
        hits["sentences"] += len(starts & ends)
        hits["sentence guess"] += len(starts)
        hits["sentence gold"] += len(ends)
    both = hits["guess"] + hits["gold"]
    return {
        "LAS, own words": 2 * hits["LAS"] / both,
        "words": 2 * hits["words"] / both,
        "sentences": 2 * hits["sentences"] / (hits["sentence guess"] + hits["sentence gold"]),
    }


def _arcs(doc: Doc) -> dict[tuple[int, int], tuple[tuple[int, int], str]]:
    return {(t.idx, t.idx + len(t)): ((t.head.idx, t.head.idx + len(t.head)), t.dep_) for t in doc if not t.is_space}


def measure_names(nlp: Language, corpora: Path) -> list[Figure]:
    """Measure exact names on the sets kept out of training.

    Args:
        nlp: The pipeline.
        corpora: The folder with `names`, `syntax` and `defence`.

    Returns:
        Precision, recall and F1 for each set and type. A set without dates is scored without dates.
    """
    names = corpora / "names"
    sets: dict[str, tuple[list[NameText], tuple[str, ...]]] = {
        "uner-ewt-test": (
            read_gold_names(names / "uner-ewt-test.iob", corpora / "syntax" / "ewt-test.conllu"),
            _NAME_TYPES,
        ),
        "wikigold": (read_gold_names(names / "wikigold.iob"), _NAME_TYPES),
        "crossner-politics-dev": (read_gold_names(names / "crossner-politics-dev.iob"), (*_NAME_TYPES, "EVENT")),
        "made-up weapons": (list(weapon_sentences(MADE_UP_ROUNDS, seed=1_000)), ("WEAPON",)),
    }
    for folder in HELD_OUT:
        sets[f"defence, {folder}"] = (read_defence(corpora / "defence" / folder), (*_NAME_TYPES, "NORP"))
    return [figure for source, (items, types) in sets.items() for figure in score_names(nlp, source, items, types)]


def score_names(nlp: Language, source: str, items: Sequence[NameText], types: Sequence[str]) -> list[Figure]:
    """Score exact spans with their types; guesses that touch a silent place do not count."""
    right: Counter[str] = Counter()
    guessed: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for doc, item in zip(nlp.pipe(item.text for item in items), items, strict=True):
        truth = {(s, e, kind) for s, e, label in item.names if (kind := _PLACES.get(label, label)) in types}
        found = {(e.start_char, e.end_char, _PLACES.get(e.label_, e.label_)) for e in doc.ents}
        found = {name for name in found if name[2] in types and (name in truth or not _touches(name, item.silent))}
        for counter, members in ((right, truth & found), (guessed, found), (gold, truth)):
            counter.update(kind for *_, kind in members)
            counter["all"] += len(members)
    return [
        figure
        for kind in ("all", *types)
        for figure in _figures(source, kind, right[kind], guessed[kind], gold[kind])
        if gold[kind]
    ]


def _touches(name: tuple[int, int, str], places: Iterable[tuple[int, int]]) -> bool:
    return any(name[0] < end and start < name[1] for start, end in places)


def _figures(source: str, kind: str, right: int, guessed: int, gold: int) -> list[Figure]:
    precision = right / guessed if guessed else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return [Figure(source, f"{kind} {name}", v) for name, v in (("P", precision), ("R", recall), ("F1", f1))]


def words_per_second(nlp: Language, corpora: Path) -> float:
    """Time the pipeline on the running text of a test file, on as many cores as the process may use."""
    sentences = read_conllu(corpora / "syntax" / "gum-test.conllu")
    texts = [make_doc(nlp.vocab, group).text for group in group_sentences(sentences)]
    list(nlp.pipe(texts[:5]))
    started = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.process_time() - started)


def as_table(figures: Sequence[Figure]) -> Mapping[str, Mapping[str, float]]:
    """Group figures by source, in the order they came."""
    table: dict[str, dict[str, float]] = {}
    for figure in figures:
        table.setdefault(figure.source, {})[figure.name] = figure.value
    return table
