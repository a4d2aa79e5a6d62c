"""Folding of surfaces: two wordings that differ in accents, dashes, spaces or dots alone get one key.

A key is the surface's atoms joined by spaces; an atom is a run of letters or a run of digits. So "S-400", "S400"
and "S 400" share the key "s 400", and "Almaz-Antey" is found whether or not a tokenizer cut it at the hyphen.
What must stay apart in spite of that is decided by `closeness`.
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


def key(text: str) -> str:
    """Return the atoms of `text` joined by spaces, under which surfaces are looked up."""
    return " ".join(atoms(text))


def closeness(surface: str, known: str) -> int:
    """Say how near `surface` is to the `known` wording with the same key: 0 the same, 3 the farthest.

    1 is the same but for case, 2 the same but for accents and dash against space, 3 for a dash or space more or less.
    The nearest reading wins, so that "AT4" and "AT-4" find different weapons where both are listed.
    """
    if surface == known:
        return 0
    if surface.casefold() == known.casefold():
        return 1
    left, right = (
        plain(text).casefold().replace("-", " ").replace(".", "").replace("'", "") for text in (surface, known)
    )
    return 2 if left == right else 3


def same_case(surface: str, known: str) -> bool:
    """Say whether `surface` may stand for `known` as far as capitals go.

    "turkey" is never Turkey and "Us" never US, but "TURKEY" in a headline is, and so are "Himars" and "su-35" with one
    capital at least.

    Args:
        surface: the words of the text.
        known: a wording of the lexicon with the same key.
    """
    if surface == known:
        return True
    letters = [letter for letter in surface if letter.isalpha()]
    if not any(letter.isupper() for letter in letters):
        return False
    if any(letter.isdigit() for letter in surface):
        return True
    if all(letter.isupper() for letter in letters):
        return True
    first = next(letter for letter in letters)
    known_letters = [letter for letter in plain(known) if letter.isalpha()]
    if all(letter.isupper() for letter in known_letters):
        return len(known_letters) > 3 and first.isupper()
    return first.isupper() or not next(iter(known_letters)).isupper()


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
