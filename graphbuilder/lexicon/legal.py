"""Names of companies without their legal form: "Boeing Co." is Boeing."""

from functools import lru_cache

from graphbuilder.lexicon.fold import plain
from graphbuilder.lexicon.tables import table


def without_legal_form(text: str) -> str:
    """Return a name without the words at its end that say its legal form; at least one word stays."""
    left = plain(text).split(" ")
    while len(left) > 1 and left[-1].strip(",").casefold().replace(".", "") in _legal_forms():
        left.pop()
    return " ".join(left).strip(" ,")


@lru_cache(maxsize=1)
def _legal_forms() -> frozenset[str]:
    rows = table("legal_suffixes.tsv", "suffix", "country", "source")
    return frozenset(row["suffix"].casefold().replace(".", "") for row in rows)
