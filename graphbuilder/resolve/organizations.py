"""Names of organizations: what is left without legal form, abbreviations, shortened names."""

import re
from functools import lru_cache

from graphbuilder.lexicon.fold import key, plain
from graphbuilder.lexicon.legal import without_legal_form
from graphbuilder.resolve.names import CACHED, alike, skeleton, tidy, words_of
from graphbuilder.resolve.verdict import NONE, Verdict, never, same
from graphbuilder.resolve.words import words

# From this likeness on, a word is another spelling of one.
_SPELLING = 0.93
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&/.-]{1,9}s?")


@lru_cache(maxsize=CACHED)
def core(text: str) -> str:
    """Return a name without article and legal form: "Hanwha Defense Co., Ltd." gives "Hanwha Defense"."""
    return without_legal_form(tidy(text))


def is_acronym(text: str) -> bool:
    """Say whether a name looks like an abbreviation: "HAL", "DSCA", "TECRO"."""
    return " " not in text and _ACRONYM.fullmatch(text) is not None and sum(map(str.isupper, text)) > 1


@lru_cache(maxsize=CACHED)
def initials(text: str) -> frozenset[str]:
    """Return the abbreviations a long name may have by its initials, with and without its small words."""
    every = [word for word in re.split(r"[\s/-]+", plain(tidy(text))) if word[:1].isalnum()]
    large = [word for word in every if word.casefold() not in words("small")]
    bare = [word for word in core(text).split() if word.casefold() not in words("small") and word[:1].isalnum()]
    return frozenset("".join(word[0] for word in some).upper() for some in (every, large, bare) if len(some) > 1)


def compare_organizations(left: str, right: str) -> Verdict:
    """Say whether two names may be of one organization.

    The same name without legal form, an abbreviation by initials, the opening words of a longer name, a spelling.
    """
    one, other = core(left), core(right)
    if key(one) == key(other):
        return same(1.0, f'"{left}" is "{right}" but for its legal form or writing')
    if is_acronym(one) or is_acronym(other):
        short, long = (one, right) if is_acronym(one) and not is_acronym(other) else (other, left)
        if plain(short).replace(".", "").upper() in initials(long):
            return same(0.8, f'"{short}" abbreviates "{long}"')
        return _shortened(one, other)
    if skeleton(one) == skeleton(other):
        return same(0.95, f'"{left}" is "{right}", spelt otherwise')
    if [re.sub(r"\D", "", word) for word in (one, other)] != ["", ""] and re.findall(r"\d+", one) != re.findall(
        r"\d+", other
    ):
        return never(f'numbers in "{left}" and "{right}" differ')
    return _spelling(one, other) or _shortened(one, other)


def _spelling(one: str, other: str) -> Verdict | None:
    mine, theirs = words_of(one), words_of(other)
    if len(mine) != len(theirs) or len(mine) < 2:
        return None
    if any(alike(a, b) < _SPELLING for a, b in zip(mine, theirs, strict=True)):
        return None
    return same(0.9, f'"{one}" is "{other}", spelt otherwise')


def _shortened(one: str, other: str) -> Verdict:
    """ "Dassault" for "Dassault Aviation", "Wescam" for "L3Harris Wescam"; never by generic words alone."""
    short, long = sorted((words_of(one), words_of(other)), key=len)
    if (
        not short
        or len(short) >= len(long)
        or all(word.casefold() in words("generic_name") | words("small") for word in short)
    ):
        return NONE
    mine, theirs = [skeleton(word) for word in short], [skeleton(word) for word in long]
    if theirs[: len(mine)] == mine:
        if any(word.casefold() in words("part_of_body") for word in long[len(short) :]):
            return NONE  # "UN Board of Inquiry" is not the UN
        return same(0.7, f'"{" ".join(short)}" opens "{" ".join(long)}"')
    if theirs[-len(mine) :] == mine and len(mine[0]) > 3:
        return same(0.5, f'"{" ".join(short)}" ends "{" ".join(long)}"')
    return NONE
