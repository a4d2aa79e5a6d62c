"""Folding of surfaces: two wordings that differ in accents, dashes, spaces or dots alone get one key.

A key is the surface's atoms joined by spaces; an atom is a run of letters or a run of digits. So "S-400", "S400"
and "S 400" share the key "s 400", and "Almaz-Antey" is found whether or not a tokenizer cut it at the hyphen.
What must stay apart in spite of that is decided in `agreement.py`.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_ATOM = re.compile(r"[^\W\d_]+|\d+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_]\b\.?")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_QUOTES = dict.fromkeys(map(ord, "’‘ʼ´`ʻ"), "'")
# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans("łŁøØđĐıðÐŧŦəƏ", "lLoOdDidDtTaA") | str.maketrans(
    {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th"}
)
_TABLE = {**_DASHES, **_QUOTES, **_LETTERS}
_JOINERS = frozenset("-/'")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return `text` without accents, with plain dashes and apostrophes and single spaces; case is kept."""
    if text.isascii():
        return " ".join(text.split()) if "  " in text or "\n" in text or "\t" in text else text.strip()
    text = text.translate(_TABLE)
    text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(text.translate(_TABLE).split())


@lru_cache(maxsize=65536)
def atoms(text: str) -> tuple[str, ...]:
    """Return the folded runs of letters and digits of `text`: "S-400s" gives `("s", "400", "s")`.

    A dotted abbreviation is one atom ("U.S." gives `("us",)`) and an apostrophe joins ("Ra'am" gives `("raam",)`).
    """
    if text.isascii() and "." not in text and "'" not in text:  # nearly all, and loading the tables folds them all
        return tuple(_ATOM.findall(text.casefold()))
    folded = plain(text).casefold()
    if "." in folded:
        folded = _DOTTED.sub(lambda match: match.group().replace(".", ""), folded)
    return tuple(_ATOM.findall(folded.replace("'", "")))


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """Return the atoms of `text` joined by spaces, under which surfaces are looked up."""
    return " ".join(atoms(text))


def join_words(words: Sequence[str], spaces: Sequence[bool] | None = None) -> str:
    """Write tokens as they stood in the text.

    Args:
        words: token texts in order.
        spaces: whether white space follows each token; without it a space is put everywhere but around
            "-", "/" and "'", where tokenizers cut words.
    """
    if spaces is not None:
        return "".join(word + (" " if space else "") for word, space in zip(words, spaces, strict=True)).strip()
    out: list[str] = []
    for word in words:
        if out and word not in _JOINERS and not word.startswith("'") and out[-1] not in _JOINERS:
            out.append(" ")
        out.append(word)
    return "".join(out)
