"""The word tables of this folder, read once."""

from dataclasses import dataclass
from functools import lru_cache

from graphbuilder.lexicon.tables import split, table


@dataclass(frozen=True, slots=True)
class Head:
    """A word that ends a name and tells what it names; `type` is empty where the whole is no entity ("Act").

    `tails` are the prepositions behind which more of the name follows ("Ministry of ..."). `opens`: it may be the first
    word of a name. `alone`: it names something by itself.
    """

    type: str
    tails: tuple[str, ...]
    opens: bool
    alone: bool


@lru_cache(maxsize=64)
def words(use: str) -> frozenset[str]:
    """Return the words of `name_words.tsv` with one use, such as `particle`."""
    return frozenset(row["word"] for row in table("name_words.tsv", "use", "word", "source") if row["use"] == use)


@lru_cache(maxsize=1)
def heads() -> dict[str, Head]:
    """Return the heads of names, one or two words joined by a blank, by their wording."""
    rows = table("name_heads.tsv", "head", "type", "tail", "ends", "source")
    return {
        row["head"]: Head(row["type"], split(row["tail"]), row["ends"] != "only", row["ends"] == "alone")
        for row in rows
    }


@lru_cache(maxsize=1)
def speech_verbs() -> frozenset[str]:
    """Return the base forms of verbs of saying."""
    return frozenset(row["lemma"] for row in table("speech.tsv", "lemma", "kind"))


@lru_cache(maxsize=1)
def number_words() -> frozenset[str]:
    """Return the words that count ("two", "dozen"), articles left out."""
    return frozenset(
        row["word"] for row in table("numbers.tsv", "word", "kind") if row["kind"] != "article" and len(row["word"]) > 2
    )


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Return the gender of persons ("m", "f") by given name."""
    return {row["name"]: row["gender"] for row in table("given_names.tsv", "name", "gender")}


@lru_cache(maxsize=1)
def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes and the other words in capitals for currencies ("SEK", "PLN")."""
    rows = table("currencies.tsv", "word", "currency", "source")
    found = {word for row in rows for word in (row["word"], row["currency"])}
    return frozenset(word for word in found if word.isascii() and word.isalpha() and word.isupper() and len(word) == 3)


@lru_cache(maxsize=1)
def cities() -> frozenset[str]:
    """Return the names of cities that are no capitals."""
    return frozenset(row["city"] for row in table("cities.tsv", "city"))


@lru_cache(maxsize=1)
def transfer_verbs() -> frozenset[str]:
    """Return the base forms of verbs and nouns of transfer, production and use."""
    wanted = ("SUPPLIES", "BUYS", "PRODUCES", "OPERATES")
    return frozenset(
        row["lemma"] for row in table("frames.tsv", "lemma", "relation_type") if row["relation_type"] in wanted
    )


@lru_cache(maxsize=1)
def nominals() -> dict[str, tuple[str, ...]]:
    """Return the types of thing that a common noun may point back at, by its base form."""
    return {row["noun"]: split(row["types"]) for row in table("nominals.tsv", "noun", "types", "source")}


@lru_cache(maxsize=1)
def place_rules() -> dict[tuple[str, str], str]:
    """Return how a capital is read, by preposition or relation and by governing word (`*`: any)."""
    rows = table("seat_readings.tsv", "slot", "words", "reading", "source")
    return {(row["slot"], word): row["reading"] for row in rows for word in split(row["words"])}


@lru_cache(maxsize=1)
def pronouns() -> dict[str, tuple[bool, str]]:
    """Return whether a pronoun is plural, and its gender, by its lower-case form."""
    rows = table("pronouns.tsv", "pronoun", "plural", "gender", "source")
    return {row["pronoun"]: (bool(row["plural"]), row["gender"]) for row in rows}
