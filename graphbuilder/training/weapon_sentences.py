"""Make texts about weapons, countries and companies that do not exist, from templates with slots.

The name sets hold hardly a weapon. Designations drawn by pattern teach their shape and their surroundings instead of a list.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from . import made_up
from .name_text import Name, NameText, overlaps
from .silver import find_silver

_SLOT = re.compile(r"\{(\w+)\}")
_LABELS = {
    "weapon": "WEAPON",
    "ship": "WEAPON",
    "country": "GPE",
    "demonym": "NORP",
    "city": "GPE",
    "company": "ORG",
    "person": "PERSON",
    "date": "DATE",
    "year": "DATE",
    "money": "MONEY",
    "quantity": "QUANTITY",
    "dateline": "GPE",
    "caps": "MONEY",
}
# Names that the templates hold themselves.
_FIXED_LABELS = {
    "AFP": "ORG",
    "AP": "ORG",
    "Britain": "GPE",
    "Congress": "ORG",
    "Defense Security Cooperation Agency": "ORG",
    "European Union": "ORG",
    "Germany": "GPE",
    "Kremlin": "ORG",
    "NATO": "ORG",
    "Pentagon": "ORG",
    "Reuters": "ORG",
    "South China Sea": "LOC",
    "State Department": "ORG",
    "Ukraine": "GPE",
    "United States": "GPE",
    "Washington": "GPE",
}
_FIXED = re.compile(r"\b(?:" + "|".join(_FIXED_LABELS) + r")\b")


@dataclass(frozen=True)
class Stock:
    """What the slots are filled from, beside what is made up."""

    templates: list[str]
    countries: list[str]
    demonyms: list[str]
    cities: list[str]
    given_names: list[str]


@cache
def load_stock() -> Stock:
    """Read templates and names from the project's tables."""
    return Stock(
        made_up.read_column("weapon_templates", "template"),
        made_up.read_column("countries", "name"),
        [word for word in made_up.read_column("countries", "demonyms") if not word.endswith("s")],
        made_up.read_column("countries", "capital"),
        made_up.read_column("given_names", "name"),
    )


def _fillers(rng: random.Random, stock: Stock) -> dict[str, Callable[[], tuple[str, str]]]:
    """Make, for each slot, what draws the words before the name (a rank, a preposition) and the name."""

    def plain(draw_one: Callable[[], str]) -> Callable[[], tuple[str, str]]:
        return lambda: ("", draw_one())

    def city() -> str:
        return rng.choice(stock.cities) if rng.random() < 0.8 else made_up.made_up_word(rng)

    def ship() -> str:
        name = made_up.made_up_word(rng) if rng.random() < 0.5 else made_up.draw(rng, "word")
        return f"{made_up.draw(rng, 'ship')} {name}"

    def quantity() -> str:
        unit = rng.choice((" km", " kilometers", " tonnes", " kg", "mm", " miles"))
        return f"{rng.randint(20, 900)}{unit}"

    return {
        "weapon": plain(lambda: made_up.weapon(rng)),
        "ship": plain(ship),
        "code": plain(lambda: made_up.draw(rng, "code")),
        "country": plain(lambda: rng.choice(stock.countries)),
        "demonym": plain(lambda: rng.choice(stock.demonyms)),
        "city": plain(city),
        "dateline": plain(lambda: city().upper()),
        "company": plain(lambda: made_up.company(rng)),
        "person": lambda: made_up.person(rng, stock.given_names),
        "date": lambda: made_up.date(rng),
        "year": plain(lambda: str(rng.randint(1990, 2040))),
        "money": plain(lambda: made_up.money(rng)),
        "caps": plain(lambda: made_up.money(rng).title()),
        "quantity": plain(quantity),
        "number": plain(lambda: made_up.draw(rng, "number")),
    }


def weapon_sentences(rounds: int, seed: int) -> Iterator[NameText]:
    """Fill every template anew in each round.

    Args:
        rounds: How often.
        seed: The same seed gives the same texts.

    Yields:
        Texts with all their names; `code` slots hold none.
    """
    rng = random.Random(seed)
    stock = load_stock()
    fillers = _fillers(rng, stock)
    for _ in range(rounds):
        for template in stock.templates:
            yield _fill(template, fillers)


def _fill(template: str, fillers: dict[str, Callable[[], tuple[str, str]]]) -> NameText:
    text = ""
    names: list[Name] = []
    for number, part in enumerate(_SLOT.split(template)):
        if number % 2 == 0:
            text += part
            continue
        before, value = fillers[part]()
        text += before
        if part in _LABELS:
            names.append((len(text), len(text) + len(value), _LABELS[part]))
        text += value
    for match in _FIXED.finditer(text):
        if not overlaps(match.span(), names):
            names.append((*match.span(), _FIXED_LABELS[match.group()]))
    names.extend(name for name in find_silver(text) if not overlaps(name[:2], names))
    if text[:1].islower() and template.startswith("{"):
        text = text[0].upper() + text[1:]
    return NameText(text, tuple(sorted(names)))
