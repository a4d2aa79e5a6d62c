"""Gather every source of names into the texts that names are learnt from, chosen by and measured on."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from .defence import HELD_OUT, read_defence
from .gum_names import read_gum_names
from .name_sets import read_name_set
from .name_swaps import gather_pool, swap_names
from .name_text import Name, NameText
from .weapon_sentences import weapon_sentences
from .web_names import read_web_names

# Other fields than politics teach persons, organisations and places only; their own test halves are not reported on.
_OTHER_FIELDS = tuple(
    f"crossner-{f}-{p}" for f in ("science", "literature", "music", "ai") for p in ("train", "dev", "test")
)
_NOISY = ("wnut17-train", "wnut17-dev")
_SWAP_SHARE = 0.5
_CAPITALS_SHARE, _LOWER_SHARE = 0.02, 0.03
# Sentences of each kind of text that choose the weights, in place of teaching.
_DEV_SENTENCES = 300
ROUNDS = 20


@dataclass(frozen=True)
class NameCorpus:
    """Texts to learn from and texts to choose the best weights by."""

    train: list[NameText]
    dev: list[NameText]


def load_name_corpus(corpora: Path, seed: int, teacher: Language | None = None) -> NameCorpus:
    """Read all name sets but those kept for measuring.

    Args:
        corpora: The folder with `names`, `syntax` and `defence`.
        seed: Fixes every random choice.
        teacher: A pipeline with `ner` that names the proper nouns of the training trees, or None to leave them out.

    Returns:
        The texts, of one to five sentences each.
    """
    rng = random.Random(seed)
    names, syntax, defence = corpora / "names", corpora / "syntax", corpora / "defence"
    news_dev, news = _parted(read_name_set(names / "gmb-sample.iob"))
    web_dev, web = _parted(read_name_set(names / "uner-ewt-dev.iob", syntax / "ewt-dev.conllu"))
    politics = read_name_set(names / "crossner-politics-train.iob")
    fields_dev, fields = _parted([item for name in _OTHER_FIELDS for item in read_name_set(names / f"{name}.iob")])
    noisy = [item for name in _NOISY for item in read_name_set(names / f"{name}.iob")]
    gum = read_gum_names(syntax / "gum-train.conllu")
    texts = [t for folder in sorted(defence.iterdir()) if folder.name not in HELD_OUT for t in read_defence(folder)]
    weapons = list(weapon_sentences(ROUNDS, seed))
    rng.shuffle(weapons)
    pool = gather_pool([*news, *web, *politics, *fields, *gum, *texts])
    swapped = [
        swap_names(item, rng, pool)
        for item in [*news, *web, *web, *politics, *politics, *fields, *gum, *texts]
        if rng.random() < _SWAP_SHARE
    ]
    sources = [news, web, web, web, politics, politics, politics, fields, noisy, gum, texts, texts, weapons, swapped]
    if teacher is not None:
        sources.append(read_web_names(syntax / "ewt-train.conllu", teacher))
    train = [item for source in sources for item in join_texts(source, rng)]
    train += [item for source in sources for item in _recased(source, rng, str.upper, _CAPITALS_SHARE)]
    train += [item for source in (web, gum, noisy) for item in _recased(source, rng, str.lower, _LOWER_SHARE)]
    dev = [*news_dev, *web_dev, *fields_dev, *read_gum_names(syntax / "gum-dev.conllu"), *weapon_sentences(1, seed + 1)]
    rng.shuffle(train)
    return NameCorpus(train, dev)


def _parted(items: list[NameText]) -> tuple[list[NameText], list[NameText]]:
    """Split off the sentences that choose the weights: the last ones, at most a quarter."""
    count = min(_DEV_SENTENCES, len(items) // 4)
    return items[len(items) - count :], items[: len(items) - count]


def join_texts(items: Sequence[NameText], rng: random.Random) -> Iterator[NameText]:
    """Join neighbouring texts, one to five at a time, so that sentences are seen within paragraphs."""
    position = 0
    while position < len(items):
        count = rng.randint(1, 5)
        text = ""
        names: list[Name] = []
        silent: list[tuple[int, int]] = []
        for item in items[position : position + count]:
            text += "" if not text else rng.choice((" ", " ", " ", "\n\n"))
            shift = len(text)
            names.extend((start + shift, end + shift, label) for start, end, label in item.names)
            silent.extend((start + shift, end + shift) for start, end in item.silent)
            text += item.text.rstrip()
        position += count
        yield NameText(text, tuple(names), tuple(silent))


def _recased(
    items: Iterable[NameText], rng: random.Random, change: Callable[[str], str], share: float
) -> Iterator[NameText]:
    """Repeat a few texts in capitals, as in headlines of notices, or without; letters that change length are left out."""
    for item in items:
        text = change(item.text)
        if rng.random() < share and len(text) == len(item.text):
            yield NameText(text, item.names, item.silent)
