"""Base forms of verbs: what the statistical lemmatizer makes of an unseen verb, held against the regular inflections."""

from functools import cache

from graphbuilder.lexicon.tables import table

VOWELS = frozenset("aeiou")


@cache
def _known() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("verb_lemmas.tsv", "lemma"))


@cache
def verb_base(form: str, guess: str) -> str:
    """The base form of a verb.

    Args:
        form: the verb as it stands, in lower case ("permitted").
        guess: the lemma a pipeline gave it ("permitt").

    Returns:
        The guess where it is a known verb or nothing regular speaks against it, else the regular base form.
    """
    if guess in _known():
        return guess
    candidates = list(_regular(form))
    for candidate in candidates:
        if candidate in _known():
            return candidate
    if not candidates:
        return guess
    return candidates[0]


def _regular(form: str) -> list[str]:
    """Base forms that inflect regularly to `form`, the likeliest first (Quirk et al. 1985, 3.5 to 3.10)."""
    if form.endswith(("ied", "ies")):
        return [form[:-3] + "y"]
    for ending in ("ing", "ed", "es", "s"):
        if not form.endswith(ending) or len(form) - len(ending) < 2:
            continue
        stem = form[: -len(ending)]
        if ending == "s":
            return [stem]
        if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
            return [stem, stem[:-1]] if stem[-1] in "lsz" else [stem[:-1], stem]
        if stem[-1] in VOWELS or (stem[-1] not in VOWELS and stem[-2:-1] and stem[-2] in VOWELS and len(stem) <= 3):
            return [stem, stem + "e"]
        plain_first = stem.endswith(
            ("en", "er", "on", "it", "el", "w", "x", "y", "ck", "nt", "nd", "lt", "rt", "ss", "sh", "ch")
        )
        return [stem, stem + "e"] if plain_first else [stem + "e", stem]
    return []
