"""The small word tables of this stage, ready to ask."""

import re
from functools import lru_cache

from graphbuilder.lexicon.tables import split, table

_SOME_OF = re.compile(r"^[\w,]+\s+of\s+(?:the|these|those|them)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@lru_cache(maxsize=16)
def nouns(name: str) -> frozenset[str]:
    """Return the nouns of a table with the columns `noun` and `plural`, both forms in lower case.

    Args:
        name: file name of the table, such as `deal_nouns.tsv`.
    """
    return frozenset(form.casefold() for row in table(name, "noun", "plural") for form in (row["noun"], row["plural"]))


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Return the category of each noun that can head a class of weapons ("fighters": aircraft), longest wordings last."""
    out: dict[str, str] = {}
    for row in table("weapon_classes.tsv", "singular", "plural", "variants", "category", "strength"):
        if row["strength"] == "no":
            continue
        for form in (row["singular"], row["plural"], *split(row["variants"])):
            out.setdefault(form.casefold(), row["category"])
            out.setdefault(form.casefold().split()[-1], "")
    return out


def is_class_noun(word: str) -> bool:
    """Say whether `word` can head a class of weapons ("fighters", "systems")."""
    return word.casefold() in _classes()


def category_of(noun: str) -> str:
    """Return the armament category of a class of weapons, empty where the noun belongs to several."""
    return _classes().get(noun.casefold(), "")


@lru_cache(maxsize=1)
def _categories() -> dict[str, frozenset[str]]:
    """Return the categories of all classes that end in a noun: "missiles" are surface-to-air ones, too."""
    out: dict[str, set[str]] = {}
    for row in table("weapon_classes.tsv", "singular", "plural", "variants", "category", "strength"):
        for form in (row["singular"], row["plural"], *split(row["variants"])):
            for noun in {form.casefold(), form.casefold().split()[-1]}:
                out.setdefault(noun, set()).update({row["category"]} - {""})
    return {noun: frozenset(found) for noun, found in out.items()}


def categories_of(noun: str) -> frozenset[str]:
    """Return the armament categories of the weapons that may be called so, none where the noun names no class."""
    return _categories().get(noun.casefold(), frozenset())


def is_deal_noun(word: str) -> bool:
    """Say whether `word` can stand for a deal ("contract", "sales")."""
    return word.casefold() in nouns("deal_nouns.tsv")


@lru_cache(maxsize=1)
def _pointers() -> frozenset[str]:
    rows = table("deal_nouns.tsv", "noun", "plural", "points_back")
    return frozenset(row[form].casefold() for row in rows if row["points_back"] == "1" for form in ("noun", "plural"))


@lru_cache(maxsize=2)
def _deal_nouns(column: str) -> dict[str, str]:
    rows = table("deal_nouns.tsv", "noun", "plural", column)
    return {row[form].casefold(): row[column] for row in rows for form in ("noun", "plural")}


def direction_of(noun: str) -> str:
    """Return whose act a deal noun names: `get` (purchase), `give` (sale), empty for both sides' (contract)."""
    return _deal_nouns("direction").get(noun.casefold(), "")


def kind_of(noun: str) -> str:
    """Return the kind of transfer that a deal noun names ("donation": aid), empty where it may be any."""
    return _deal_nouns("kind").get(noun.casefold(), "")


def is_pointer(word: str) -> bool:
    """Say whether `word` alone can point at a deal told before ("the contract"); "the permits" cannot."""
    return word.casefold() in _pointers()


def is_measure(word: str) -> bool:
    """Say whether `word` counts weapons in sets ("batteries", "batch")."""
    return word.casefold() in nouns("units.tsv")


def is_state_noun(word: str) -> bool:
    """Say whether `word` stands for the state it belongs to ("military", "officials")."""
    return word.casefold() in nouns("state_nouns.tsv")


def is_company_noun(word: str) -> bool:
    """Say whether `word` stands for a company ("shipyard")."""
    return word.casefold() in nouns("company_nouns.tsv")


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    rows = table("numbers.tsv", "word", "value", "kind")
    return {
        row["word"].casefold(): int(float(row["value"])) for row in rows if row["kind"] in {"cardinal", "collective"}
    }


@lru_cache(maxsize=1)
def _partial() -> dict[str, int]:
    rows = table("partial_words.tsv", "word", "place")
    return {row["word"].casefold(): int(row["place"] or 0) for row in rows}


def ordinal(word: str) -> int:
    """Return the place that an ordinal stands for ("second": 2), 0 where it is none."""
    return _partial().get(word.casefold(), 0)


def number(word: str) -> int | None:
    """Return the whole number that a numeral or number word stands for, None where it is none."""
    bare = word.replace(",", "")
    return int(bare) if bare.isdecimal() else _numbers().get(word.casefold())


@lru_cache(maxsize=1)
def _counts() -> frozenset[str]:
    rows = table("numbers.tsv", "word", "kind")
    found = {
        row["word"].casefold() for row in rows if row["kind"] in {"multiplier", "collective"} and len(row["word"]) > 3
    }
    return frozenset({*found, *(f"{word}s" for word in found), *_additional(), *_partial()})


def is_year(word: str) -> bool:
    """Say whether a numeral reads as a year of our time."""
    return len(word) == 4 and word[:2] in {"19", "20"} and word.isdecimal()


def is_number(word: str) -> bool:
    """Say whether `word` is a numeral or number word, or counts without a number ("hundreds", "the first", "six more")."""
    return number(word) is not None or word.casefold() in _counts()


def is_further(text: str) -> bool:
    """Say whether `text` names a part that others came before ("the second batch")."""
    return any(ordinal(word) > 1 for word in words(text))


def is_partial(text: str) -> bool:
    """Say whether `text` names a part of a whole ("the first batch", "a second consignment", "six of the jets")."""
    if _SOME_OF.search(text):
        return True
    found = [word.casefold() for word in words(text)]
    return any(word in _partial() for word in found)


def words(text: str) -> list[str]:
    """Return the words of `text` in order, without punctuation."""
    return _WORD.findall(text)


@lru_cache(maxsize=1)
def _additional() -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in table("additional_words.tsv", "word"))


def is_additional(text: str) -> bool:
    """Say whether `text` sets an order apart from one told before ("20 more", "another contract"); not "more than 20"."""
    found = [word.casefold() for word in words(text)]
    return any(
        word in _additional() and (index + 1 == len(found) or found[index + 1] != "than")
        for index, word in enumerate(found)
    )


@lru_cache(maxsize=1)
def _preliminary() -> re.Pattern[str]:
    wordings = (re.escape(row["wording"]) for row in table("preliminary_words.tsv", "wording"))
    return re.compile(rf"\b(?:{'|'.join(wordings)})\b", re.IGNORECASE)


def is_preliminary(text: str) -> bool:
    """Say whether `text` names a paper that is less than an order ("a letter of intent")."""
    return _preliminary().search(text) is not None
