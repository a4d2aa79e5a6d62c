"""Gather every source of names into the texts that names are learnt from, chosen by and measured on."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from .defence import HELD_OUT, read_defence
from .gum_names import read_gum_names
from .made_up import made_up_word
from .name_sets import read_name_set
from .name_text import Name, NameText
from .weapon_sentences import load_stock, weapon_sentences
from .web_names import read_web_names

# Other fields than politics teach persons, organisations and places only; their own test halves are not reported on.
_OTHER_FIELDS = tuple(
    f"crossner-{f}-{p}" for f in ("science", "literature", "music", "ai") for p in ("train", "dev", "test")
)
_SWAP_SHARE = 0.4
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
    news = read_name_set(names / "gmb-sample.iob")
    web = read_name_set(names / "uner-ewt-dev.iob", syntax / "ewt-dev.conllu")
    politics = read_name_set(names / "crossner-politics-train.iob")
    fields = [item for name in _OTHER_FIELDS for item in read_name_set(names / f"{name}.iob")]
    gum = read_gum_names(syntax / "gum-train.conllu")
    texts = [t for folder in sorted(defence.iterdir()) if folder.name not in HELD_OUT for t in read_defence(folder)]
    weapons = list(weapon_sentences(ROUNDS, seed))
    rng.shuffle(weapons)
    news_dev, news_train = news[:_DEV_SENTENCES], news[_DEV_SENTENCES:]
    swapped = [swap_names(item, rng) for item in [*news_train, *web, *politics] if rng.random() < _SWAP_SHARE]
    sources = [news_train, web, web, politics, politics, politics, fields, gum, texts, texts, weapons, swapped]
    if teacher is not None:
        sources.append(read_web_names(syntax / "ewt-train.conllu", teacher))
    train = [item for source in sources for item in join_texts(source, rng)]
    train += [item for source in sources for item in _in_capitals(source, rng)]
    dev = [*news_dev, *read_gum_names(syntax / "gum-dev.conllu"), *weapon_sentences(1, seed + 1)]
    rng.shuffle(train)
    return NameCorpus(train, dev)


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


def swap_names(item: NameText, rng: random.Random) -> NameText:
    """Put other persons, countries and towns in place of those of a text."""
    stock = load_stock()
    text = ""
    position = 0
    moved: dict[int, int] = {}
    names: list[Name] = []
    for start, end, label in item.names:
        value = item.text[start:end]
        if label == "GPE":
            value = rng.choice(rng.choice((stock.countries, stock.cities)))
        elif label == "PERSON" and " " in value:
            value = f"{rng.choice(stock.given_names)} {made_up_word(rng)}"
        elif label == "PERSON":
            value = made_up_word(rng)
        elif label == "NORP" and not value.endswith("s"):
            value = rng.choice(stock.demonyms)
        text += item.text[position:start]
        moved[start] = len(text) - start
        names.append((len(text), len(text) + len(value), label))
        text += value
        position = end
        moved[end] = len(text) - end
    text += item.text[position:]
    silent = tuple(
        (start + _shift(moved, start), end + _shift(moved, end))
        for start, end in item.silent
        if not any(start < e and s < end for s, e, _ in item.names)
    )
    return NameText(text, tuple(names), silent)


def _shift(moved: dict[int, int], position: int) -> int:
    """How far a place behind the names replaced so far has moved."""
    return next((moved[key] for key in sorted(moved, reverse=True) if key <= position), 0)


def _in_capitals(items: Iterable[NameText], rng: random.Random) -> Iterator[NameText]:
    """Repeat a few texts in capitals, as in headlines of notices; letters that change length are left out."""
    for item in items:
        upper = item.text.upper()
        if rng.random() < 0.02 and len(upper) == len(item.text):
            yield NameText(upper, item.names, item.silent)
