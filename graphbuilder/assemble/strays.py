"""Participants that parsers leave outside their clause: antecedents of relative clauses, givers behind prices, nouns behind amounts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import is_deal_noun
from graphbuilder.records import Argument, Statement

_RELATIVE = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?:(?:that|which)\s+)?(?:the\s+)?")
_FROM_ALONE = re.compile(r"\s+from\s+(?:the\s+)?")
# No order is for so many; it is a price.
_AMOUNT = 1_000_000
_BEHIND_AMOUNT = re.compile(r"(?:\s*\([^()]{1,40}\))?\s+(\w+)\b")


def antecedent(statement: Statement, arguments: Sequence[Argument], places: Places) -> list[Argument]:
    """Give a relative clause the weapons it is about: "all six jets that Norway promised Ukraine"."""
    subject = statement.subject
    if statement.relation_type != "SUPPLIES" or subject is None or subject.role != "giver":
        return list(arguments)
    if any(a.role == "theme" and not is_state(a, places) for a in arguments):
        return list(arguments)
    span = places.reading.sentences[statement.sentence]
    before = [m for m in places.inside(span[0], subject.start) if m.type == "WEAPON"]
    if not before or not _RELATIVE.fullmatch(places.text[before[-1].end : subject.start]):
        return list(arguments)
    start = max((i for i in range(span[0], before[-1].start) if places.text[i] in ",;:"), default=span[0] - 1) + 1
    theme = Argument(
        text=places.text[start : before[-1].end].strip(),
        start=start,
        end=before[-1].end,
        head_start=before[-1].head_start,
        head_end=before[-1].head_end,
        slot="object",
        role="theme",
    )
    told = [replace(a, role="receiver", slot="recipient") if a.role == "theme" else a for a in arguments]
    return [*told, theme]


def giver_behind(value: Argument, places: Places) -> Argument | None:
    """Return who stands behind "from" in the phrase of a price: "for 3.6 billion dollars from Spain's Airbus"."""
    start = value.money.end if value.money is not None else value.end
    for mention in places.inside(start, value.end):
        if mention.type in {"COUNTRY", "ORGANIZATION"} and _FROM_ALONE.fullmatch(places.text[start : mention.start]):
            return Argument(
                text=mention.text,
                start=mention.start,
                end=mention.end,
                head_start=mention.head_start,
                head_end=mention.head_end,
                slot="oblique",
                preposition="from",
                role="giver",
            )
    return None


def priced_noun(theme: Argument, places: Places) -> Argument:
    """Give a deal noun back that the parser cut off from its price: "a 12.7 billion peso ($227 million) | order"."""
    amount = theme.money is not None or (theme.quantity or 0) >= _AMOUNT
    match = _BEHIND_AMOUNT.match(places.text, theme.end) if amount and not places.weapons(theme) else None
    if match is None or not is_deal_noun(match[1]):
        return theme
    return replace(
        theme,
        text=places.text[theme.start : match.end(1)],
        end=match.end(1),
        head_start=match.start(1),
        head_end=match.end(1),
        quantity=None,
    )


def is_state(argument: Argument, places: Places) -> bool:
    """Say whether an argument names states and nothing else."""
    found = places.refer(argument).entities
    return bool(found) and all(places.entities[entity].type == "COUNTRY" for entity in found)
