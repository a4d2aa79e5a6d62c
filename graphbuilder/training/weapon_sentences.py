"""Make texts about weapons, countries and companies that do not exist, from templates with slots.

The name sets hold hardly a weapon. Designations drawn by pattern teach their shape and their surroundings instead of a list.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import made_up
from .name_text import Name, NameText
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
}


@dataclass(frozen=True)
class Stock:
    """What the slots are filled from, beside what is made up."""

    templates: list[str]
    countries: list[str]
    demonyms: list[str]
    cities: list[str]
    given_names: list[str]


def load_stock() -> Stock:
    """Read templates and names from the project's tables."""
    return Stock(
        made_up.read_column("weapon_templates", "template"),
        made_up.read_column("countries", "name"),
        [word for word in made_up.read_column("countries", "demonyms") if not word.endswith("s")],
        made_up.read_column("countries", "capital"),
        made_up.read_column("given_names", "name"),
    )


def _fillers(rng: random.Random, stock: Stock) -> dict[str, Callable[[], str]]:
    return {
        "weapon": lambda: made_up.weapon(rng),
        "ship": lambda: (
            f"{made_up.draw(rng, 'ship')} {made_up.made_up_word(rng) if rng.random() < 0.5 else made_up.draw(rng, 'word')}"
        ),
        "code": lambda: made_up.draw(rng, "code"),
        "country": lambda: rng.choice(stock.countries),
        "demonym": lambda: rng.choice(stock.demonyms),
        "city": lambda: rng.choice(stock.cities) if rng.random() < 0.8 else made_up.made_up_word(rng),
        "company": lambda: made_up.company(rng),
        "person": lambda: made_up.person(rng, stock.given_names),
        "date": lambda: made_up.date(rng),
        "year": lambda: str(rng.randint(1990, 2040)),
        "money": lambda: made_up.money(rng),
        "quantity": lambda: rng.choice(("{} km", "{} kilometers", "{} tonnes", "{} kg", "{}mm", "{} miles")).format(
            rng.randint(20, 900)
        ),
        "number": lambda: made_up.draw(rng, "number"),
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


def _fill(template: str, fillers: dict[str, Callable[[], str]]) -> NameText:
    text = ""
    names: list[Name] = []
    for number, part in enumerate(_SLOT.split(template)):
        if number % 2 == 0:
            text += part
            continue
        value = fillers[part]()
        # A date carries its preposition, which is no part of the name.
        inner = len(value) - len(value.removeprefix("in ").removeprefix("on "))
        label = _LABELS.get(part)
        if label:
            names.append((len(text) + inner, len(text) + len(value), label))
        text += value
    # The text around the slots has names of its own ("NATO", "Ukraine", "Germany").
    names.extend(
        (match.start(), match.end(), label)
        for word, label in (
            ("NATO", "ORG"),
            ("Ukraine", "GPE"),
            ("Germany", "GPE"),
            ("United States", "GPE"),
            ("Washington", "GPE"),
        )
        for match in re.finditer(rf"\b{word}\b", text)
        if not any(start < match.end() and match.start() < end for start, end, _ in names)
    )
    names.extend(name for name in find_silver(text) if not any(s < name[1] and name[0] < e for s, e, _ in names))
    if text[:1].islower() and template.startswith("{"):
        text = text[0].upper() + text[1:]
    return NameText(text, tuple(sorted(names)))
