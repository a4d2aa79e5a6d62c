"""Draw names, dates and sums that do not exist, shaped like those that do."""

import csv
import random
from collections.abc import Sequence
from functools import cache
from importlib import resources


def read_column(table: str, column: str, only: tuple[str, str] | None = None) -> list[str]:
    """Read the values of a column of one of the project's tables.

    Args:
        table: Name of the file in `data`, without ending.
        column: Cells with several values part them by `|`; a word that ends in `?` is doubtful and left out.
        only: A column and the value it must have.

    Returns:
        The values in alphabetical order.
    """
    text = (resources.files("graphbuilder") / "data" / f"{table}.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(
        (line for line in text.splitlines() if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    cells = (row[column] or "" for row in rows if only is None or row[only[0]] == only[1])
    values = {value for cell in cells for value in cell.split("|")}
    return sorted(value for value in values if value and not (value.endswith("?") and " " not in value))


@cache
def _parts(use: str) -> tuple[str, ...]:
    return tuple(read_column("made_up_names", "value", ("use", use)))


def draw(rng: random.Random, use: str) -> str:
    """Draw one value of a use from the table of parts."""
    return rng.choice(_parts(use))


def made_up_word(rng: random.Random) -> str:
    """Draw a capitalised word of two or three syllables."""
    return "".join(draw(rng, "syllable") for _ in range(rng.choice((2, 2, 3)))).capitalize()


def designation(rng: random.Random) -> str:
    """Draw letters and digits as on a weapon's name plate: `XQ-27B`, `Kh-48`, `Type 071`, `M1134`, `9K331`."""
    capitals = "".join(rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(rng.choice((1, 1, 2, 2, 3))))
    prefix = rng.choice((capitals, capitals, capitals, capitals[0] + rng.choice("aehikuo"), made_up_word(rng)[:3]))
    number = str(rng.choice((rng.randint(1, 9), rng.randint(10, 99), rng.randint(10, 99), rng.randint(100, 999))))
    suffix = rng.choice(
        ("", "", "", "A", "B", "C", "D", "E", "I", "K", "M", "MS", "MK", "MKI", "ER", "V", "A1", "M3", "E2", "C/D")
    )
    shape = rng.randrange(12)
    if shape < 6:
        return f"{prefix}-{number}{suffix}"
    if shape < 8:
        return f"{prefix}{number}{suffix.split('/', maxsplit=1)[0]}"
    if shape == 8:
        return f"Type {rng.choice(('0', ''))}{number}{suffix[:1]}"
    if shape == 9:
        return f"{rng.randint(2, 9)}{rng.choice(('K', 'M', 'S', 'P', 'A'))}{rng.randint(10, 799)}{suffix[:1]}"
    if shape == 10:
        return f"AN/{rng.choice('ATSF')}{rng.choice('PLSNQ')}{rng.choice('SYGQR')}-{number}"
    return f"{prefix} {number}"


def one_word_designation(rng: random.Random) -> str:
    """Draw a designation without blanks."""
    return designation(rng).replace(" ", "-")


def weapon(rng: random.Random) -> str:
    """Draw the name of a weapon: a designation, a name, or both."""
    word = draw(rng, "word") if rng.random() < 0.6 else made_up_word(rng)
    shape = rng.randrange(20)
    if shape < 9:
        return designation(rng)
    if shape < 12:
        return f"{designation(rng)} {word}"
    if shape < 14:
        return f"{word} {rng.choice(('II', '2', '3', 'Mk 2', 'Mk III', '4', 'TB2', '2A6', 'NG', 'ER', 'PAC-3', 'X', 'S1', 'Block II'))}"
    if shape == 14:
        return f"{designation(rng)} Block {rng.randint(10, 80)}"
    if shape == 15:
        return f"{word}{rng.choice(('-M', '-ER', '-X', '-S', '-II', ''))}"
    if shape == 16:
        return f"{draw(rng, 'word')} {draw(rng, 'word')}"
    return word


def person(rng: random.Random, given_names: Sequence[str]) -> tuple[str, str]:
    """Draw the rank of a person, if any, with a blank behind, and the name: often two names, sometimes one."""
    given = rng.choice(given_names) if rng.random() < 0.8 else made_up_word(rng)
    family = made_up_word(rng) + rng.choice(("", "", "ov", "oglu", "sen", "ian", "ez", "ski", "man", "i"))
    if rng.random() < 0.1:
        family += "-" + made_up_word(rng)
    middle = rng.choice(("", "", "", f"{rng.choice('ABCDEFGHJKLMRST')}. ", "al-", "bin ", "van "))
    rank = draw(rng, "rank") + " " if rng.random() < 0.25 else ""
    if rng.random() < 0.15:
        return rank, family
    if rng.random() < 0.05:
        given = f"{given[0]}. {rng.choice('ABDEJLMRT')}."
    return rank, f"{given} {middle}{family}"


def company(rng: random.Random) -> str:
    """Draw a company."""
    shape = rng.randrange(6)
    name = draw(rng, "word") if rng.random() < 0.2 else made_up_word(rng)
    if shape == 0:
        return "".join(rng.choice("ABCDEFGHIKLMNOPRSTUV") for _ in range(rng.choice((3, 4))))
    if shape == 1:
        return f"{name} & {made_up_word(rng)}"
    if shape == 2:
        return f"{name} {made_up_word(rng)} {draw(rng, 'firm')}"
    return name if shape == 3 else f"{name} {draw(rng, 'firm')}"


def date(rng: random.Random) -> tuple[str, str]:
    """Draw the preposition of a date, if any, with a blank behind, and the date."""
    month, year, day = draw(rng, "month"), rng.randint(1990, 2030), rng.randint(1, 28)
    return rng.choice(
        (
            ("in ", month),
            ("in ", f"{month} {year}"),
            ("on ", f"{month} {day}, {year}"),
            ("on ", f"{day} {month}"),
            ("in ", str(year)),
            ("", "last year"),
            ("on ", "Monday"),
            ("", "Tuesday"),
            ("", f"{month[:3]}. {day}"),
        )
    )


def money(rng: random.Random) -> str:
    """Draw a sum of money."""
    number = rng.choice((f"{rng.randint(2, 900)}", f"{rng.uniform(1, 30):.1f}", f"{rng.uniform(1, 30):.2f}"))
    if rng.random() < 0.2:
        return f"{number} {rng.choice(('million', 'billion'))} {rng.choice(('euros', 'dollars', 'rubles'))}"
    sign = rng.choice("$$$€£") if rng.random() < 0.8 else rng.choice(("A$", "US$", "C$", "₹"))
    return f"{sign}{number}{rng.choice((' million', ' billion', 'bn', 'm', '-billion', ' billion'))}"
