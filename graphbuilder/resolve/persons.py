"""Names of persons: their parts, and whether two of them may be one person."""

import re
from dataclasses import dataclass
from functools import lru_cache

from graphbuilder.lexicon import Lexicon
from graphbuilder.lexicon.tables import split, table
from graphbuilder.resolve.names import CACHED, alike, skeleton, tidy, words_of
from graphbuilder.resolve.verdict import NONE, Verdict, never, same
from graphbuilder.resolve.words import words

# Particles that mean "son of" or "daughter of" belong to the surname for good.
_PATRONYMIC = frozenset("bin ibn ben bint".split())
_AFTER = frozenset("jr jr. sr sr. ii iii iv mp phd".split())
_INITIAL = re.compile(r"(?:[A-Z]\.?-?){1,3}")
# One letter in a long surname is a spelling; two are another family.
_SPELLING = 0.92


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart: `given` names, and the `surname` with its particles. A bare name has no `given`."""

    given: tuple[str, ...]
    surname: str

    @property
    def bare(self) -> bool:
        return not self.given

    @property
    def text(self) -> str:
        return " ".join((*self.given, self.surname))


@lru_cache(maxsize=CACHED)
def person_name(text: str) -> PersonName:
    """Take a person's name apart; it has no title any more (see `split_title`). "Jr." after it is dropped."""
    parts = list(words_of(text))
    while len(parts) > 1 and parts[-1].casefold() in _AFTER:
        parts.pop()
    if not parts:
        return PersonName((), "")
    start = len(parts) - 1
    for place, word in enumerate(parts[:-1]):
        # "Jean-Yves Le Drian", "Mohammed bin Salman", but "Ben Wallace", "Van Jackson": those open the name
        if word.casefold() in words("name_particle") and (place > 0 or _opens_surname(word, parts)):
            start = place
            break
    return PersonName(tuple(parts[:start]), " ".join(parts[start:]))


def _opens_surname(word: str, parts: list[str]) -> bool:
    return len(parts) == 2 and word.casefold() not in ("ben", "al", "van")


def split_title(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """Split "Defence Minister Manohar Parrikar" into its title and the name, which is never empty."""
    parts = tidy(text).split(" ")
    for length in range(min(5, len(parts) - 1), 0, -1):
        title = " ".join(parts[:length])
        if lexicon.title(title) is not None:
            more, name = split_title(" ".join(parts[length:]), lexicon)
            return (f"{title} {more}".strip(), name)
    return "", " ".join(parts)


def compare_persons(left: PersonName, right: PersonName) -> Verdict:
    """Say whether two names may be of one person.

    Two full names need the same surname and given names that fit; two different given names never link.
    A bare name fits the surname of a full one, or its first word (Xi Jinping, Moon Jae-in), which counts less.
    """
    if left.bare and right.bare:
        score = alike(left.surname, right.surname)
        return same(score, f'spelling "{left.surname}" of "{right.surname}"') if score >= _SPELLING else NONE
    if left.bare or right.bare:
        bare, full = (left, right) if left.bare else (right, left)
        return _bare(bare.surname, full)
    if alike(left.surname, right.surname) >= _SPELLING:
        if not _given_fit(left.given, right.given):
            return never(f'given names of "{left.text}" and "{right.text}" differ')
        exact = skeleton(left.text) == skeleton(right.text)
        return same(1.0 if exact else 0.9, f'full name "{left.text}" beside "{right.text}"')
    return _words_within(left, right)


def _bare(bare: str, full: PersonName) -> Verdict:
    if skeleton(bare) in _surnames(full.surname):
        return same(0.8, f'surname "{bare}" of "{full.text}"')
    if alike(bare, full.surname) >= _SPELLING:
        return same(0.75, f'surname "{bare}" of "{full.text}", spelt otherwise')
    if skeleton(bare) == skeleton(full.given[0]):
        return same(0.5, f'first name "{bare}" of "{full.text}"')
    return NONE


def _surnames(surname: str) -> frozenset[str]:
    """The wordings by which a surname is used alone: with its particles, and without those that are no patronymic."""
    parts = surname.split()
    particles = words("name_particle") - _PATRONYMIC
    out = {skeleton(surname)}
    while len(parts) > 1 and parts[0].casefold() in particles:
        parts = parts[1:]
        out.add(skeleton(" ".join(parts)))
    if parts and "-" in parts[0] and parts[0].partition("-")[0].casefold() in particles:
        out.add(skeleton(parts[0].partition("-")[2]))
    return frozenset(out)


def _words_within(left: PersonName, right: PersonName) -> Verdict:
    """ "Pedro Sanchez" is "Pedro Sanchez Castejon": the shorter name opens the longer one."""
    short, long = sorted((left.text.split(), right.text.split()), key=len)
    if len(short) < len(long) and [skeleton(word) for word in short] == [skeleton(word) for word in long[: len(short)]]:
        return same(0.85, f'"{" ".join(short)}" opens "{" ".join(long)}"')
    return NONE


def _given_fit(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether every given name of the shorter list stands, in order, in the longer one, in full or as its initial."""
    short, long = sorted((left, right), key=len)
    rest = list(long)
    for name in short:
        while rest and not _given_same(name, rest[0]):
            rest.pop(0)
        if not rest:
            return False
        rest.pop(0)
    return True


def _given_same(left: str, right: str) -> bool:
    if _INITIAL.fullmatch(left) or _INITIAL.fullmatch(right):
        return left[0] == right[0]
    one, other = skeleton(left), skeleton(right)
    if one == other or alike(left, right) >= _SPELLING:
        return True
    if one.split() and other.split() and " " in one + other:  # "Jean" for "Jean-Yves", "Joon" for "Joon-hyung"
        return one.split()[0] == other.split()[0] and (" " not in one or " " not in other)
    return bool(_variants(one) & _variants(other))


def _variants(name: str) -> frozenset[int]:
    return _variant_groups().get(name, frozenset())


@lru_cache(maxsize=1)
def _variant_groups() -> dict[str, frozenset[int]]:
    groups: dict[str, frozenset[int]] = {}
    for number, row in enumerate(table("given_name_variants.tsv", "name", "variants", "source")):
        for name in (row["name"], *split(row["variants"])):
            groups[skeleton(name)] = groups.get(skeleton(name), frozenset()) | {number}
    return groups


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    return {skeleton(row["name"]): row["gender"] for row in table("given_names.tsv", "name", "gender", "source")}


def gender_of(name: PersonName) -> str:
    """Return "m" or "f" where the first given name tells, else an empty string."""
    for given in name.given:
        found = _genders().get(skeleton(given.partition("-")[0])) or _genders().get(skeleton(given))
        if found:
            return found
    return ""
