"""The closed lists of words of this folder, read once."""

from functools import lru_cache

from graphbuilder.lexicon.tables import table


@lru_cache(maxsize=16)
def words(use: str) -> frozenset[str]:
    """Return the words of `resolve_words.tsv` with one use, such as `name_particle`."""
    return frozenset(row["word"] for row in table("resolve_words.tsv", "use", "word", "source") if row["use"] == use)
