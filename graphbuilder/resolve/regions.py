"""Which countries "the Gulf state", "the Baltic nation" or "the island kingdom" may be."""

from collections.abc import Sequence
from functools import lru_cache

from graphbuilder.lexicon.fold import key as fold
from graphbuilder.lexicon.tables import split, table
from graphbuilder.parse.syntax import Node

_MOST_WORDS = 3


@lru_cache(maxsize=1)
def _regions() -> dict[str, frozenset[str]]:
    rows = table("regions.tsv", "region", "countries", "source")
    return {row["region"]: frozenset(split(row["countries"])) for row in rows}


def region_codes(words: Sequence[str]) -> frozenset[str]:
    """Return the countries that all regions and forms of state among the words of a phrase allow.

    Args:
        words: the words of the phrase in order, its noun included ("South", "American", "nation").

    Returns:
        ISO 3166-1 alpha-3 codes, empty where the words speak of no region.
    """
    parts = [part for word in words for part in fold(word).split()]
    allowed: frozenset[str] | None = None
    index = 0
    while index < len(parts):
        size = next((n for n in range(_MOST_WORDS, 0, -1) if " ".join(parts[index : index + n]) in _regions()), 0)
        if size:
            codes = _regions()[" ".join(parts[index : index + size])]
            allowed = codes if allowed is None else allowed & codes
        index += size or 1
    return allowed or frozenset()


def countries_of_phrase(node: Node) -> frozenset[str]:
    """Return the countries that the modifiers of a noun and the noun itself allow, empty where they tell none."""
    return region_codes([below.text for below in sorted(_modifiers(node), key=lambda one: one.index)] + [node.lemma])


def _modifiers(node: Node) -> list[Node]:
    """The adjectives and nouns before a noun, with what modifies them in turn ("West" of "West African")."""
    out = []
    for child in node.children:
        if child.index < node.index and child.pos in ("ADJ", "NOUN", "PROPN") and child.relation != "possessor":
            out += [*_modifiers(child), child]
    return out
