"""What is written at a node and how much room it takes, in the units of the drawing (pixels at zoom 1)."""

import unicodedata
from dataclasses import dataclass
from functools import cache

import pycountry

LINE_HEIGHT = 17.0
CARD_HEIGHT = 46.0
_FONT_SIZE = 14.0
_LINE_CHARACTERS = 20
_MOST_LINES = 2
_MOST_CARD_CHARACTERS = 24
_LABEL_GAP = 4.0
# The icon strip of a deal's card and the space around its text.
_CARD_SPACE = 46.0
_SMALLEST, _LARGEST = 12.0, 30.0


@dataclass(frozen=True, slots=True)
class Box:
    """The room a node takes: `width` and `height` of mark and label together, `drop` from the box's centre up to the mark's."""

    width: float
    height: float
    drop: float


def lines(name: str) -> list[str]:
    """Break a name into at most two lines of about 20 characters; what does not fit ends in an ellipsis."""
    out = [""]
    for word in printable(name).split():
        if not out[-1]:
            out[-1] = word
        elif len(out[-1]) + 1 + len(word) <= _LINE_CHARACTERS:
            out[-1] += " " + word
        else:
            out.append(word)
    if len(out) > _MOST_LINES:
        out = [*out[: _MOST_LINES - 1], out[_MOST_LINES - 1] + "…"]
    return [shortened(line, _LINE_CHARACTERS + 4) for line in out]


def shortened(text: str, most: int) -> str:
    """Cut a text to `most` characters, an ellipsis at its end."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def printable(text: str) -> str:
    """Make control and bidirectional formatting characters visible as the replacement character, white space as spaces."""
    if text.isprintable():
        return text
    return "".join(
        " " if character.isspace() else "\ufffd" if unicodedata.category(character) in {"Cc", "Cf", "Cs"} else character
        for character in text
    )


def card_lines(weapon: str, quantity: int | None, status: str, kind: str) -> list[str]:
    """Say a deal in two lines: how many of what, and how it stands."""
    count = f"{quantity:,} × " if quantity is not None else ""
    state = " · ".join(part for part in (kind, status) if part)
    return [
        shortened(count + printable(weapon or "unnamed weapon"), _MOST_CARD_CHARACTERS),
        shortened(printable(state or "deal"), _MOST_CARD_CHARACTERS),
    ]


def text_width(text: str) -> float:
    """Estimate the width of a line: wide East Asian characters count as a full em, others as a bit over half."""
    if text.isascii():
        return 0.6 * len(text) * _FONT_SIZE
    ems = sum(1.0 if unicodedata.east_asian_width(character) in "WF" else 0.6 for character in text)
    return ems * _FONT_SIZE


def node_size(importance: float) -> float:
    """Turn an importance in [0, 1] into a radius."""
    return round(_SMALLEST + (_LARGEST - _SMALLEST) * min(1.0, max(0.0, importance)), 1)


def mark_box(label: list[str], size: float) -> Box:
    """Return the room of a round mark of radius `size` with its label below."""
    below = _LABEL_GAP + LINE_HEIGHT * len(label)
    return Box(max(2 * size, *(text_width(line) for line in label)), 2 * size + below, below / 2)


def card_box(label: list[str]) -> Box:
    """Return the room of a deal's card, which holds its text inside."""
    return Box(_CARD_SPACE + max(text_width(line) for line in label), CARD_HEIGHT, 0.0)


@cache
def flag(iso3: str) -> str:
    """Return the flag of an ISO 3166-1 alpha-3 code as two regional indicators, empty for an unknown code."""
    country = pycountry.countries.get(alpha_3=iso3) if len(iso3) == 3 else None
    if country is None:
        return ""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in country.alpha_2)
