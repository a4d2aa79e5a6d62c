"""Names of weapons: the designation under which variants are one, short forms, and the nouns they answer to."""

import re
from collections.abc import Iterable
from functools import lru_cache

from graphbuilder.lexicon.designation import designation
from graphbuilder.lexicon.fold import atoms, key
from graphbuilder.lexicon.tables import split, table
from graphbuilder.resolve.names import skeleton, tidy
from graphbuilder.resolve.verdict import NONE, Verdict, never, same

# Plural endings of nouns for weapons ("batteries", "torpedoes"), and words that are written in two ways.
_ENDINGS = (("ies", "y"), ("oes", "o"), ("ss", "ss"), ("s", ""))
_SHORT = 3
_SPELLINGS = {"defense": "defence", "armored": "armoured", "armor": "armour"}
_PLURAL = re.compile(r"(?<=[^\Ws])s$")


@lru_cache(maxsize=65536)
def base(text: str) -> str:
    """Return the designation that a surface is, or is a variant of; else the surface without plural s."""
    text = tidy(text)
    shape = designation(text)
    if shape is not None:
        return shape.base
    first, *rest = text.split(" ")
    if rest and (shape := designation(first)) is not None and not any(map(str.isdigit, "".join(rest))):
        return shape.base  # "F-35 Lightning", "MiG-35 fighter"
    return _PLURAL.sub("", text)


def compare_weapons(left: str, right: str) -> Verdict:
    """Say whether two names may be of one weapon: the same base designation, or a part of the name that tells.

    Two different numbers behind one set of letters (Su-30, Su-35) never link.
    """
    one, other = base(left), base(right)
    mine, theirs = atoms(one), atoms(other)
    if mine == theirs:
        return same(1.0, f'"{left}" and "{right}" have the base designation "{one}"')
    numbers, other_numbers = _numbers(mine), _numbers(theirs)
    if numbers and other_numbers and numbers != other_numbers:
        return never(f'designations "{one}" and "{other}" differ')
    short, long = sorted((mine, theirs), key=len)
    if not short:
        return NONE
    if len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short):
        return same(0.7, f'"{" ".join(short)}" is part of "{" ".join(long)}"')
    if skeleton(one) == skeleton(other) and len(skeleton(one)) > 4:
        return same(0.9, f'"{left}" is "{right}", spelt otherwise')
    return NONE


def _numbers(parts: tuple[str, ...]) -> list[str]:
    return [part for part in parts if part.isdigit()]


@lru_cache(maxsize=1)
def _nouns() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    rows = table("weapon_nouns.tsv", "noun", "categories", "kinds", "source")
    return {row["noun"]: (frozenset(split(row["categories"])), frozenset(split(row["kinds"]))) for row in rows}


def is_weapon_noun(noun: str) -> bool:
    """Say whether a singular noun such as "jet" may point back at a weapon."""
    return noun in _nouns()


def answers_to(noun: str, category: str, kind: str, nouns: frozenset[str]) -> bool:
    """Say whether a weapon may be called by a noun.

    Args:
        noun: the singular head of "the jets".
        category: the weapon's SIPRI category, empty if unknown.
        kind: the lexicon's everyday head noun for it ("howitzer"), empty if unknown.
        nouns: singular nouns that the article itself puts beside its name ("90 Lynx vehicles").
    """
    if noun in nouns or noun in key(kind).split():
        return True
    categories, kinds = _nouns().get(noun, (frozenset(), frozenset()))
    if kinds:
        described = {*key(kind).split(), *nouns}
        return bool(kinds & described) if described else category in categories and bool(category)
    return bool(category) and category in categories


def category_of(nouns: Iterable[str]) -> str:
    """Return the one category that nouns beside a weapon's name tell ("drone": aircraft), else an empty string."""
    told = [_nouns()[noun][0] for noun in sorted(nouns) if noun in _nouns()]
    narrow = {next(iter(categories)) for categories in told if len(categories) == 1}
    return narrow.pop() if len(narrow) == 1 else ""


def class_name(text: str) -> str:
    """Return the key under which mentions of one class of weapon fall together ("transport helicopters")."""
    return " ".join(_singular(_SPELLINGS.get(word, word)) for word in key(tidy(text)).split())


def _singular(word: str) -> str:
    for ending, replacement in _ENDINGS:
        if word.endswith(ending) and len(word) > _SHORT:
            return word.removesuffix(ending) + replacement
    return word
