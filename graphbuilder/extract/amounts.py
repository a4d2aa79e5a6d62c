"""Quantities and money: what counts a noun, and what a thing costs."""

import re
from functools import cache

from graphbuilder.extract.wording import phrase, preposition_of
from graphbuilder.extract.words import column, units
from graphbuilder.lexicon.tables import table
from graphbuilder.parse.syntax import Node, Sentence
from graphbuilder.records import Money

NAMING = frozenset({"NOUN", "PROPN", "X"})
# no arms deal counts in quintillions; longer runs of digits are no numbers
DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,5}|\d{1,15}(?:\.\d{1,15})?")


@cache
def number_words() -> dict[str, tuple[float, str]]:
    """Value and kind of each number word."""
    return {row["word"]: (float(row["value"]), row["kind"]) for row in table("numbers.tsv")}


@cache
def _money_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = [(row["word"], row["currency"]) for row in table("currencies.tsv") if row["currency"]]
    signs = sorted(
        (w for w, _ in rows if " " not in w and (not w.isalpha() or w.isupper() or w == "Rs")),
        key=lambda w: (-len(w), w),
    )
    words = sorted((w for w, _ in rows if w.replace(" ", "").replace(".", "").isalpha()), key=lambda w: (-len(w), w))
    multiplier = "|".join(
        sorted((w for w, (_, k) in number_words().items() if k == "multiplier"), key=lambda w: (-len(w), w))
    )
    words_for_numbers = "|".join(sorted(w for w, (_, k) in number_words().items() if k == "cardinal"))
    number = rf"(?P<number>(?:{words_for_numbers})(?=[\s-](?:{multiplier})\b)|\d{{1,3}}(?:,\d{{3}}){{1,5}}(?:\.\d{{1,15}})?|\d{{1,15}}(?:\.\d{{1,15}})?)(?![\d,]*\d)(?:[\s-]?(?P<multiplier>{multiplier})\b)?"
    before = rf"(?<![\w$])(?P<sign>{'|'.join(map(re.escape, signs))})\.?[\s-]?{number}"
    after = rf"(?<![\w$.,]){number}[\s-](?P<sign>(?:{'|'.join(map(re.escape, words))})s?)\b"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


def money_in(sentence: Sentence) -> list[Money]:
    """Amounts of money in a sentence ("$2.3bn", "4.2 billion euros", "SEK 39.3 bn"), in text order."""
    found: list[Money] = []
    for pattern in _money_patterns():
        for match in pattern.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            if any(start < money.end and money.start < end for money in found):
                continue
            found.append(Money(_value(match), _currency(match["sign"]), start, end))
    return sorted(found, key=lambda money: money.start)


def _value(match: re.Match[str]) -> int:
    number = match["number"].lower().replace(",", "")
    value = number_words()[number][0] if number in number_words() else float(number)
    if match["multiplier"]:
        value *= number_words()[match["multiplier"].lower()][0]
    return round(value)


def _currency(sign: str) -> str:
    currencies = column("currencies.tsv", "word", "currency")
    folded = {word.lower(): currency for word, currency in currencies.items()}
    return currencies.get(sign) or folded.get(sign.lower()) or folded.get(sign.lower().removesuffix("s"), "")


def quantity_of(node: Node) -> tuple[int | None, str]:
    """How many of a noun there are, and the unit that counts them ("two batteries of S-400": 2, "battery").

    Rounded amounts count as the number named: "more than 200" is 200, "about two dozen" 24, "up to five" 5.
    """
    counted = units()
    count = _count(node)
    unit = counted.get(node.text.lower(), "")
    if unit:
        return count, unit
    return count, ""


def _count(node: Node) -> int | None:
    """The number in front of a noun, wherever the parser hung it, but not one inside a name ("Challenger 2 tanks")."""
    numbers: list[Node] = []
    for word in phrase(node):
        if word.index > node.index or (word.pos in NAMING and not _is_number(word)):
            break
        if _is_number(word):
            numbers.append(word)
        elif numbers and word.text.lower() not in ("-", ",", "and", "(", ")"):
            break
    if not numbers:
        return None
    return number_of(numbers)


def _is_number(node: Node) -> bool:
    return all(DIGITS.fullmatch(piece) or _kind(piece) for piece in _pieces(node.text.lower()))


def _pieces(text: str) -> list[str]:
    return [text] if DIGITS.fullmatch(text) else text.split("-")


def _kind(word: str) -> str:
    """`cardinal`, `multiplier` or `collective`; empty for other words, and for "dozens", which counts nothing."""
    kind = number_words().get(word, (0.0, ""))[1]
    return kind if kind != "article" else ""


def number_of(words: list[Node]) -> int | None:
    """Value of a run of number words ("sixty-six", "1,000", "two dozen"), or None."""
    total, current, seen = 0.0, 0.0, False
    for word in sorted(words, key=lambda each: each.index):
        text = word.text.lower()
        for piece in _pieces(text):
            if DIGITS.fullmatch(piece):
                if seen and current and float(piece.replace(",", "")) == current:
                    continue  # "sixty-six (66)"
                current, seen = current + float(piece.replace(",", "")), True
                continue
            value, kind = number_words().get(piece, (0.0, ""))
            if kind == "cardinal":
                current, seen = current + value, True
            elif kind in ("multiplier", "collective"):
                current = (current or 1) * value
                seen = True
                if value >= 1000:
                    total, current = total + current, 0.0
    return round(total + current) if seen else None


def counted_noun(node: Node) -> Node | None:
    """What a unit or number counts: "S-400" in "two batteries of S-400", "planes" in "126 of the planes"."""
    counts = node.pos in ("NUM", "ADJ", "DET") or node.text.lower().removesuffix("s") in number_words()
    if counts or node.text.lower() in units():
        for child in node.all("noun_modifier"):
            if preposition_of(child) == "of":
                return child
    return None
