"""Sums of money in running text: "$2.3 billion", "EUR 7.87bn", "400 million kroner"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graphbuilder.lexicon.tables import table
from graphbuilder.records import Money

_AMOUNT = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(trillion|billion|million|bn|tn|m)?(?![\w])"
_SCALE = {"trillion": 10**12, "tn": 10**12, "billion": 10**9, "bn": 10**9, "million": 10**6, "m": 10**6, "": 1}
# Below this a sum without a scale prices no arms deal; it is a year or a number of things.
_LEAST = 10_000


def sums(text: str, start: int, end: int) -> Iterator[Money]:
    """Yield the sums of money in a stretch of text, in text order.

    Args:
        text: the article's text.
        start: offset where the stretch begins.
        end: offset where it ends.
    """
    found = {}
    for match in _before().finditer(text, start, end):
        found[match.start()] = _money(match[1], match[2], match[3], match)
    for match in _behind().finditer(text, start, end):
        found.setdefault(match.start(), _money(match[3], match[1], match[2], match))
    yield from (money for _, money in sorted(found.items()) if money.value >= _LEAST and money.currency)


def _money(currency: str, amount: str, scale: str | None, match: re.Match[str]) -> Money:
    value = float(amount.replace(",", "")) * _SCALE[(scale or "").casefold()]
    return Money(round(value), _codes()[currency.casefold()], match.start(), match.end())


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    words = {row["word"].casefold(): row["currency"] for row in table("currencies.tsv", "word", "currency")}
    return {**words, **{f"{word}s": code for word, code in words.items() if word[-1].isalpha()}}


def _either(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """Return a sum with its currency before it: a sign, or a code of capitals."""
    codes = {row["word"] for row in table("currencies.tsv", "word") if len(row["word"].split()) == 1}
    signs = {word for word in codes if not word[-1].isalpha() or word.isupper()}
    return re.compile(rf"(?<![\w$])({_either(signs)})\s?{_AMOUNT}")


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    """Return a sum with the name of its currency behind it."""
    words = {word for word in _codes() if word[-1].isalpha()}
    return re.compile(rf"(?<![\w.,$]){_AMOUNT}\s+({_either(words)})\b", re.IGNORECASE)
