"""Wordings of names: their words, and a key under which transliterations of one name fall together."""

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from graphbuilder.lexicon.fold import plain

# What is remembered of so many names: merging meets each one again and again.
CACHED = 1 << 18
_WORD = re.compile(r"[^\W_]+(?:['&./-][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"(?:'s|')$")
# Letters and pairs that romanizations write in several ways, longest first (Shoigu/Shoygu, Zelensky/Zelenskyy,
# Gaddafi/Qaddafi, Medvedev/Medvedeff).
_ROMANIZATIONS = (
    (re.compile(r"shch|stch|sch"), "sh"),
    (re.compile(r"tch"), "ch"),
    (re.compile(r"dzh|dj"), "g"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q|c(?![eihy])"), "k"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ff\b"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"[yij]+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def tidy(text: str) -> str:
    """Return a surface without possessive ending, outer quotes and leading article, with single spaces."""
    text = " ".join(text.split()).strip("\"'“”‘’ ,;:")
    text = _POSSESSIVE.sub("", text.replace("’", "'"))
    return text[4:] if text[:4] in ("the ", "The ") else text


@lru_cache(maxsize=CACHED)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name without accents, case kept: "Jean-Yves Le Drian" gives three."""
    return tuple(_WORD.findall(_POSSESSIVE.sub("", plain(text))))


@lru_cache(maxsize=CACHED)
def skeleton(text: str) -> str:
    """Return what stays of a name when accents and the habits of romanization are taken away."""
    text = plain(text).casefold().replace("'", "").replace("-", " ").replace(".", "")
    for pattern, replacement in _ROMANIZATIONS:
        text = pattern.sub(replacement, text)
    return text


def alike(left: str, right: str) -> float:
    """Say how alike two spellings of one word are, in [0, 1].

    Short words have to agree in full: one letter makes another name of them ("Kim", "Kima").
    """
    left, right = skeleton(left), skeleton(right)
    if left == right:
        return 1.0
    if min(len(left), len(right)) < 5 or left[0] != right[0]:
        return 0.0
    return (ratio(left, right) / 100 + JaroWinkler.similarity(left, right)) / 2


def slug(text: str) -> str:
    """Return a readable id of a name: "Almaz-Antey" gives "almaz-antey"; empty where it holds no letter or digit."""
    return re.sub(r"[\W_]+", "-", plain(text).casefold()).strip("-")
