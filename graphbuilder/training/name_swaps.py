"""Put other names in place of those of a text, so that surroundings are learnt and not a list of names."""

import random
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import pycountry

from .made_up import made_up_word, read_column
from .name_text import Name, NameText
from .weapon_sentences import load_stock

_PLAIN = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_MADE_UP_SHARE = 0.4
_ORGANIZATION_SHARE = 0.6


@dataclass(frozen=True)
class Pool:
    """Names to draw from: family names, organizations."""

    families: tuple[str, ...]
    organizations: tuple[str, ...]


def gather_pool(items: Iterable[NameText] = ()) -> Pool:
    """Gather family names and organizations from the project's tables and from texts.

    Args:
        items: Texts to learn from.

    Returns:
        Names in alphabetical order.
    """
    families = {name.split()[-1] for name in read_column("people", "name")}
    organizations = set(read_column("companies", "name"))
    for item in items:
        for start, end, label in item.names:
            name = item.text[start:end]
            if label == "PERSON" and " " in name:
                families.add(name.split()[-1])
            elif label == "ORG" and name[:1].isupper():
                organizations.add(name)
    families = {name for name in families if _PLAIN.fullmatch(name) and name[0].isupper() and len(name) > 2}
    return Pool(tuple(sorted(families)), tuple(sorted(organizations)))


@cache
def regions() -> tuple[str, ...]:
    """States, provinces and counties of all countries, without accents beside the name with them."""
    names = {str(division.name) for division in pycountry.subdivisions}
    names |= {unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() for name in names}
    return tuple(sorted(name for name in names if _PLAIN.fullmatch(name) and name.istitle()))


def swap_names(item: NameText, rng: random.Random, pool: Pool) -> NameText:
    """Put other persons, places, peoples and organizations in place of those of a text.

    Args:
        item: The text.
        rng: Draws the names.
        pool: What family names and organizations are drawn from.

    Returns:
        The text with its new names; a silent place that touches one falls away.
    """
    text = ""
    position = 0
    moved: dict[int, int] = {}
    names: list[Name] = []
    for start, end, label in item.names:
        value = _other(item.text[start:end], label, rng, pool)
        text += item.text[position:start]
        moved[start] = len(text) - start
        names.append((len(text), len(text) + len(value), label))
        text += value
        position = end
        moved[end] = len(text) - end
    text += item.text[position:]
    silent = tuple(
        (start + _shift(moved, start), end + _shift(moved, end))
        for start, end in item.silent
        if not any(start < e and s < end for s, e, _ in item.names)
    )
    return NameText(text, tuple(names), silent)


def _other(value: str, label: str, rng: random.Random, pool: Pool) -> str:
    stock = load_stock()
    if label == "GPE":
        return rng.choice(_places(rng.randrange(3)))
    if label == "PERSON" and " " in value:
        return f"{rng.choice(stock.given_names)} {_family(rng, pool)}"
    if label == "PERSON":
        return rng.choice((rng.choice(stock.given_names), _family(rng, pool), _family(rng, pool)))
    if label == "NORP" and not value.endswith("s"):
        return rng.choice(stock.demonyms)
    if label == "ORG" and pool.organizations and rng.random() < _ORGANIZATION_SHARE:
        return rng.choice(pool.organizations)
    return value


def _places(kind: int) -> Sequence[str]:
    """Countries, towns or regions."""
    stock = load_stock()
    return (stock.countries, _towns(), regions())[kind]


@cache
def _towns() -> tuple[str, ...]:
    return tuple(sorted({*load_stock().cities, *read_column("cities", "city")}))


def _family(rng: random.Random, pool: Pool) -> str:
    if not pool.families or rng.random() < _MADE_UP_SHARE:
        return made_up_word(rng)
    return rng.choice(pool.families)


def _shift(moved: dict[int, int], position: int) -> int:
    """How far a place behind the names replaced so far has moved."""
    return next((moved[key] for key in sorted(moved, reverse=True) if key <= position), 0)
