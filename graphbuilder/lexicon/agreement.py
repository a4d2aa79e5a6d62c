"""Whether a wording of a text may stand for a wording of the lexicon that has the same key, and how near it is.

A key forgets case, accents and punctuation, which is too much alone: "us" is not US, "At 14" (o'clock) not the AT-14,
"Jaguar) is" not the Jaguar IS.
"""

import re
from functools import lru_cache

from graphbuilder.lexicon.fold import plain

_BREAK = re.compile(r"[\s/-]+")
_LOOSE = re.compile(r"[\s/.'-]+")
_SPACED = re.compile(r"([^\W\d_]{1,3})\.?\s\.?\s?\d")
_SINGLE = re.compile(r"[^\W\d_]\d{1,2}(?!\d)")
# Words that stand before a number in any text, and are a designation's letters only when a dash follows.
_BEFORE_NUMBERS = frozenset("am an as at be by ch co go in is it la le me my no of on or pm so to un up us we".split())
_SHORT = 3  # an abbreviation of so few letters is never written with one capital
REFUSED = 4


@lru_cache(maxsize=32768)
def closeness(surface: str, known: str) -> int:
    """Say how near `surface` is to a `known` wording with the same key: 0 the same, 4 not that wording at all.

    1 is the same but for case, 2 the same but for a dash where the other has a space, 3 for a dash, space, dot or
    slash more or less. The nearest reading wins, so that "AT4" and "AT-4" find different weapons where both are listed.

    Args:
        surface: words of a text, as `plain` leaves them.
        known: a wording of the lexicon, as `plain` leaves it.
    """
    if surface == known:
        return 0
    if not same_case(surface, known) or _number_after_word(surface, known):
        return REFUSED
    left, right = surface.casefold(), known.casefold()
    if left == right:
        return 1
    if left.replace("-", " ").replace(".", "").replace("'", "") == right.replace("-", " ").replace(".", "").replace(
        "'", ""
    ):
        return 2
    return 3 if _LOOSE.sub("", left) == _LOOSE.sub("", right) else REFUSED


def doubtful(surface: str, known: str) -> bool:
    """Say whether `surface` may well be another word than `known` though it agrees with it.

    So are capitals given up ("Dana" for DANA) and a short designation without its dash ("U2", "B2").
    """
    if surface == known:
        return False
    if _SINGLE.match(surface) and not _SINGLE.match(known):
        return True
    return known.isupper() and not surface.isupper() and surface.isalpha()


def same_case(surface: str, known: str) -> bool:
    """Say whether the capitals of `surface` allow it to be `known`.

    "turkey" is never Turkey and "Us" never US, but "TURKEY" in a headline is, and so are "Himars" and "SU-35".

    Args:
        surface: the words of the text.
        known: a wording of the lexicon with the same key.
    """
    if surface == known:
        return True
    left, right = _BREAK.split(plain(surface)), _BREAK.split(plain(known))
    if len(left) != len(right):
        left, right = [_LOOSE.sub("", surface)], [_LOOSE.sub("", known)]
    if not any(letter.isupper() for letter in surface) and any(letter.isupper() for letter in known):
        return False
    return all(
        _same_case_word(one, two, first=not index) for index, (one, two) in enumerate(zip(left, right, strict=True))
    )


def _same_case_word(surface: str, known: str, first: bool) -> bool:
    if surface == known or surface.isupper() or not any(letter.isupper() for letter in known):
        return True
    if known.isupper():  # "Himars" for HIMARS, but never "Us", "At" or "Cx1"
        letters = sum(letter.isalpha() for letter in known)
        return letters > _SHORT and surface[:1].isupper()
    return surface[:1].isupper() or not (first or any(letter.isdigit() for letter in surface))


def _number_after_word(surface: str, known: str) -> bool:
    """Say whether a space parts letters and number in `surface` alone, in a way that any text may have it."""
    spaced = _SPACED.match(surface)
    if spaced is None or _SPACED.match(known):
        return False
    return len(spaced[1]) == 1 or spaced[1].casefold() in _BEFORE_NUMBERS
