"""Weapon designations by shape: which words are one, what its base is, and what only names the variant.

"F-16C/D Block 70" is an F-16, "Su-30MKI" a Su-30, "Leopard 2A6" a Leopard 2; "Su-30" and "Su-35" stay two.
The shapes are rows of `designation_families.tsv` (a prefix, how its number is written, what the family is),
what looks alike but is none ("COVID-19", "G-20", "MH-17") a row of `designation_exceptions.tsv`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from graphbuilder.lexicon.fold import plain
from graphbuilder.lexicon.tables import table

# What may follow the base of any designation: model letters, "/D", marks, blocks, tranches.
_LETTERS = r"(?:[A-Z]{1,4}\d{0,2}[a-zA-Z]{0,3}\d?|v\d|(?:bis|ter|KT|M\d|ER|MR))"
_TAIL = (
    rf"(?P<letters>-?{_LETTERS})?"
    r"(?P<slash>(?:\s?/\s?[A-Z]{1,3}\d?)*)"
    r"(?P<version>(?:\(V\)\d{0,2})?)"
    r"(?P<number>(?:-\d{1,3}[A-Z]{0,2}\d?(?:/\d{1,2}[A-Z]?)*)?)"
    r"(?P<marks>(?:\s(?:Block|Blk\.?|Mk\.?|Mark|Mod\.?|Tranche|Batch|Flight|Baseline|Increment|Lot|SEP\s?v?\d?|Phase)"
    r"(?:[\s-]?(?:[IVX]{1,4}|\d{1,3})[A-Z+]{0,2}(?:/(?:[IVX]+|\d+)[A-Z+]?)*)?|\sSEP\s?[vV]\d)*)"
)
_PLURAL = re.compile(r"(?<=[\dA-Z])'?s$")


@dataclass(frozen=True, slots=True)
class Designation:
    """A weapon's designation taken apart.

    `text` is the surface, `base` the name under which all variants are one ("F-16"), `variant` what is left
    ("C/D Block 70"), `country`, `category` and `kind` what the family tells, empty where it tells nothing.
    """

    text: str
    base: str
    variant: str = ""
    country: str = ""
    category: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Family:
    pattern: re.Pattern[str]
    base: str
    country: str
    category: str
    kind: str


def designation(text: str) -> Designation | None:
    """Recognise a weapon's designation and take it apart.

    Args:
        text: the words of one name, such as "F-16C/D Block 70" or "S-400s"; nothing may stand before or after.

    Returns:
        The designation with its base form, or None where the shape is no known one.
    """
    return _designation(plain(text))


def variant_of(name: str) -> str:
    """Return the base designation that `name` is a variant of ("T-90MS": "T-90"), empty where it is none."""
    found = designation(name)
    return found.base if found is not None and found.variant else ""


@lru_cache(maxsize=16384)
def _designation(text: str) -> Designation | None:
    if not any(letter.isdigit() for letter in text) or _exceptions().fullmatch(text):
        return None
    bare = _PLURAL.sub("", text)
    for family in _families(bare[0].casefold()):
        match = family.pattern.fullmatch(bare)
        if match is None:
            continue
        parts = match.groupdict(default="")
        base = match.expand(family.base)
        variant = "".join(parts[name] for name in ("letters", "slash", "version", "number", "marks")).strip(" -")
        if _exceptions().fullmatch(base):
            return None
        return Designation(text, base, variant, family.country, family.category, family.kind)
    return None


@lru_cache(maxsize=64)
def _families(first: str) -> tuple[_Family, ...]:
    """Return the families with a prefix that starts with the letter `first`, in the order of the table."""
    return tuple(family for starts, family in _all_families() if first in starts)


@lru_cache(maxsize=1)
def _all_families() -> tuple[tuple[frozenset[str], _Family], ...]:
    out = []
    for row in table("designation_families.tsv", "prefix", "number", "base", "country", "category", "kind", "source"):
        prefix, number = row["prefix"], row["number"]
        pattern = re.compile(rf"(?P<core>(?:{prefix}){number}){_TAIL}")
        starts = frozenset(part[0].casefold() for part in prefix.split("|"))
        base = row["base"] or r"\g<core>"
        out.append((starts, _Family(pattern, base, row["country"], row["category"], row["kind"])))
    return tuple(out)


@lru_cache(maxsize=1)
def _exceptions() -> re.Pattern[str]:
    patterns = (row["pattern"] for row in table("designation_exceptions.tsv", "pattern", "reason"))
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
