"""The language of a text, by its script and its most frequent words."""

import re
from functools import cache

from graphbuilder.lexicon.tables import table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20000
_LEAST_SHARE = 0.1  # of the words of running text in a language, at least every tenth is one of its frequent words


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language that most of a text is in, empty where nothing tells."""
    sample = text[:_SAMPLE]
    letters = sum(map(len, _WORD.findall(sample)))
    if not letters:
        return ""
    scripts, words = _tables()
    for language, script in scripts:
        if len(script.findall(sample)) > letters * (0.01 if language in ("uk", "ja") else 0.3):
            return language
    tokens = [token.casefold() for token in _WORD.findall(sample)]
    counts = {language: sum(token in frequent for token in tokens) for language, frequent in words}
    best = max(sorted(counts), key=lambda language: (counts[language], language == "en"))
    least = 1 if best == "en" else 3  # "sur" alone makes no French text, and most articles are English
    return best if counts[best] >= max(least, _LEAST_SHARE * len(tokens)) else ""


def languages() -> list[str]:
    """Return the codes of all languages that can be recognised, sorted."""
    scripts, words = _tables()
    return sorted({language for language, _ in (*scripts, *words)})


@cache
def _tables() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], tuple[tuple[str, frozenset[str]], ...]]:
    rows = table("language.tsv", "language", "kind", "value")
    scripts = [(row["language"], re.compile(row["value"])) for row in rows if row["kind"] == "script"]
    words = [(row["language"], frozenset(row["value"].split())) for row in rows if row["kind"] == "words"]
    # Ukrainian and Japanese share most letters with Russian and Chinese: their own letters are asked for first.
    scripts.sort(key=lambda pair: (pair[0] not in ("uk", "ja"), pair[0]))
    return tuple(scripts), tuple(words)
