"""Nouns that point back: what type of thing "the firm", "the president" or "both sides" may be."""

from dataclasses import dataclass
from functools import lru_cache

from graphbuilder.lexicon.tables import split, table


@dataclass(frozen=True, slots=True)
class ReferringNoun:
    """A singular noun with the entity `type` it stands for, its `gender`, and `words` one of which must describe it."""

    noun: str
    type: str
    gender: str = ""
    words: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _nouns() -> dict[str, ReferringNoun]:
    rows = table("referring_nouns.tsv", "noun", "type", "gender", "words", "source")
    return {
        row["noun"]: ReferringNoun(row["noun"], row["type"], row["gender"], frozenset(split(row["words"])))
        for row in rows
    }


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[str, ...]]:
    return {row["noun"]: split(row["types"]) for row in table("group_nouns.tsv", "noun", "types", "source")}


def referring_noun(lemma: str) -> ReferringNoun | None:
    """Return what a singular noun may point back at, None for a noun that is in no table."""
    return _nouns().get(lemma)


def gender_of_noun(lemma: str) -> str:
    """Return "m" or "f" for nouns such as "king" and "spokeswoman", else an empty string."""
    found = _nouns().get(lemma)
    return found.gender if found is not None else ""


def group_types(plural: str) -> tuple[str, ...]:
    """Return the types that a plural noun behind "the two" may gather ("sides": countries, organizations)."""
    return _groups().get(plural, ())


@lru_cache(maxsize=1)
def _verbs() -> dict[tuple[str, str], frozenset[str]]:
    rows = table("pronoun_verbs.tsv", "verb", "slot", "types", "source")
    return {(row["verb"], row["slot"]): frozenset(split(row["types"])) for row in rows}


def expected_types(verb: str, slot: str) -> frozenset[str]:
    """Return the types of thing that "it" or "they" is in a slot of a verb; empty where the verb does not tell."""
    return _verbs().get((verb, slot), frozenset())


@lru_cache(maxsize=1)
def _speech() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("speech.tsv", "lemma", "kind"))


def says(lemma: str) -> bool:
    """Say whether a verb is one of saying or thinking."""
    return lemma in _speech()


@lru_cache(maxsize=1)
def _possessed() -> dict[str, frozenset[str]]:
    rows = table("possessed_nouns.tsv", "noun", "types", "source")
    return {row["noun"]: frozenset(split(row["types"])) for row in rows}


def possessor_types(noun: str) -> frozenset[str]:
    """Return the types of thing that "its" means before a noun ("its army": a country); empty if it does not tell."""
    return _possessed().get(noun, frozenset())
