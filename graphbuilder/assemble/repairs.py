"""Mending what parsers cut apart in themes: numbers from their weapons, and second weapons behind a price."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuilder.assemble.places import Places
from graphbuilder.assemble.strays import antecedent, giver_behind, is_state, priced_noun
from graphbuilder.assemble.words import direction_of, is_deal_noun, is_number, is_pointer
from graphbuilder.records import Argument, Statement

_TRANSFERS = frozenset({"SUPPLIES", "BUYS", "SIGNS", "NEGOTIATES", "REFUSES", "APPROVES", "CANCELS", "SUSPENDS"})
_COORDINATE = re.compile(r"\b(?:and|plus)\s+$", re.IGNORECASE)
_COUNTED = re.compile(r"\s*,?\s*and\s+((?:[\w-]+\s+){0,3}[\d,.]+\s+(?:[\w-]+\s+){0,3})", re.IGNORECASE)
_PARTICLES = frozenset({"over", "out", "off", "up", "away"})
_ABOUT = re.compile(
    r"(?:\s+(?:with|between)\s[^,;:]{1,60}?)?\s+(?:over|on|about|for)\s+((?:[\w'’-]+\s+){0,5})", re.IGNORECASE
)
_LINK = re.compile(r"\s+(?:of|for|on|over)\s+", re.IGNORECASE)
_THIS_SALE = re.compile(r"\b(?:this|the|that)\s+(?:possible|potential|proposed|planned)\s+(\w+)\b", re.IGNORECASE)
_SPLIT = re.compile(r"[()\s\d,]*")
# How many characters behind a number its weapon may stand, and what may stand between: "five armed".
_NEAR = 60
_WORDS = re.compile(r"\s+(?:\([\d,]+\)\s+)?(?:(?!(?:of|and|or|for|from|to|in|by|with)\b)[\w-]+\s+){0,2}")
_FOR = re.compile(
    r"\s+(?:of|for|on|over|covering)\s+(?:(?!(?:and|from|to|in|by|with)\b)[\w().,-]+\s+){0,5}", re.IGNORECASE
)
_FROM = re.compile(r"(?:\s+[\w-]+){0,2}\s+(?:from|to|for)\s+(?:the\s+)?", re.IGNORECASE)
# "a possible Foreign Military Sale to the Government of Morocco of High Mobility Artillery Rocket Systems"
_TO_OF = re.compile(r"\s+(?:to|with)\s+[^,;:.]{1,60}?\s+(?:of|for)\s+(?:[\w().,-]+\s+){0,4}", re.IGNORECASE)
_RIVAL = re.compile(r"\b(?:over|instead of|rather than|ahead of|against|unlike)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\s+for\s+(?:another\s+)?([\w,]+)(?:\s+(?:more|others|additional))?(?=\s+(?:was|were|is|are|has|have|had|will)\b)"
)


def stray_themes(statement: Statement, arguments: Sequence[Argument], places: Places) -> list[Argument]:
    """Give the role of the theme to weapons that the parser left without one beside a theme.

    "180 tanks for $3 bn and 212 howitzers": behind a price the parser may take the second for a part of the price;
    "sixty-six (66) F-16s": brackets may cut a theme in two; "cancelled its order for 24 jets": a noun from what it is for.
    """
    if statement.relation_type not in _TRANSFERS:
        return list(arguments)
    arguments = [part for a in arguments for part in _parted(a, places)]
    arguments = antecedent(statement, arguments, places)
    if not any(a.role == "theme" for a in arguments):
        told = [_bare(_phrasal(a, places), places) for a in arguments]
        return [*told, *_topic(statement, places), *_pointer(statement, told, places)]
    arguments = _without_rivals(_indirect(statement, arguments, places), places)
    ends = {a.end for a in arguments if a.role == "theme"}
    nouns = {a.head_end for a in arguments if a.role == "theme" and is_deal_noun(places.head(a))}
    out: list[Argument] = []
    for argument in (_mended(a, places) if a.role == "theme" else a for a in arguments):
        before = places.text[: argument.start]
        if argument.role == "giver" and argument.preposition == "with" and places.weapons(argument):
            argument = replace(argument, role="theme", preposition="")  # "buy the aircraft together with 75 engines"
        stray = not argument.role and argument.slot != "subject" and places.weapons(argument)
        beside = any(_SPLIT.fullmatch(before[end:]) for end in ends if end <= argument.start)
        about = any(_LINK.fullmatch(before[end:]) for end in nouns if end <= argument.start)
        bare = argument.slot in {"object", "recipient"} and not argument.preposition
        if stray and (bare or _COORDINATE.search(before) or beside or about):
            argument = replace(argument, role="theme", preposition="")
        out.append(_agent(argument, out, places))
    return _without_rivals([*out, *_behind_prices(statement, out, places)], places)


def _parted(argument: Argument, places: Places) -> list[Argument]:
    """Part weapons from their price: "a contract for 18 jets worth $920 million" is for the jets."""
    if argument.role != "value" or argument.money is None:
        return [argument]
    if (giver := giver_behind(argument, places)) is not None:
        return [replace(argument, text=places.text[argument.start : argument.money.end], end=argument.money.end), giver]
    priced = [m for m in places.inside(argument.start, argument.money.start) if m.type == "WEAPON"]
    if not priced:
        return [argument]
    last = priced[-1]
    theme = replace(
        argument,
        text=places.text[argument.start : last.end],
        end=last.end,
        head_start=last.head_start,
        head_end=last.head_end,
        preposition="",
        role="theme",
        money=None,
    )
    return [theme, replace(argument, start=argument.money.start)]


def _agent(argument: Argument, before: Sequence[Argument], places: Places) -> Argument:
    """Give who stands behind "by", "to" or "from" behind a deal noun its role: "the re-export by Denmark", "their sale to Russia"."""
    themes = [a for a in before if a.role == "theme" and a.end < argument.start]
    direction = direction_of(places.head(themes[-1])) if themes else ""
    if not direction or argument.role:
        return argument
    doer = "giver" if direction == "give" else "receiver"
    role = {"by": doer, "to": "receiver", "from": "giver"}.get(argument.preposition, "")
    return replace(argument, role=role) if role else argument


def _indirect(statement: Statement, arguments: Sequence[Argument], places: Places) -> list[Argument]:
    """Take a state before the weapons for who gets them: "sold Pakistan four corvettes"."""
    first = min((a.start for a in arguments if a.role == "theme" and places.weapons(a)), default=None)
    out = []
    for argument in arguments:
        early = argument.role == "theme" and first is not None and argument.end <= first
        if early and statement.relation_type == "SUPPLIES" and is_state(argument, places):
            argument = replace(argument, role="receiver", slot="recipient")
        out.append(argument)
    return out


def _without_rivals(arguments: Sequence[Argument], places: Places) -> list[Argument]:
    """Leave out weapons that lost: "chose the F-35 over the Rafale and the Super Hornet"."""
    first = next((a for a in arguments if a.role == "theme"), None)
    if first is None:
        return list(arguments)
    return [
        a
        for a in arguments
        if a.role != "theme" or a.start <= first.head_end or not _RIVAL.search(places.text[first.head_end : a.start])
    ]


def _phrasal(argument: Argument, places: Places) -> Argument:
    """Take for the theme what the parser hung to a particle: "handed over a radar"."""
    if argument.role or argument.preposition not in _PARTICLES or not places.weapons(argument):
        return argument
    return replace(argument, role="theme", preposition="")


def _bare(argument: Argument, places: Places) -> Argument:
    """Take a weapon in the place of an indirect object for the theme: nobody sells to a tank."""
    bare = argument.slot in {"object", "recipient"} and not argument.preposition and not argument.role
    return replace(argument, role="theme", slot="object") if bare and places.weapons(argument) else argument


def _pointer(statement: Statement, arguments: Sequence[Argument], places: Places) -> Iterator[Argument]:
    """Yield the deal that an approval points at from within another participant: "notifying Congress of this possible sale"."""
    if statement.relation_type != "APPROVES":
        return
    for argument in arguments:
        match = _THIS_SALE.search(places.text, argument.start, argument.end)
        if match is not None and is_pointer(match[1]):
            yield Argument(
                text=match.group(),
                start=match.start(),
                end=match.end(),
                head_start=match.start(1),
                head_end=match.end(1),
                slot="oblique",
                preposition="of",
                role="theme",
            )
            return


def _topic(statement: Statement, places: Places) -> Iterator[Argument]:
    """Yield the weapon that a noun without theme is about: "talks with South Korea over K9 howitzers"."""
    if statement.relation_type not in {"NEGOTIATES", "SIGNS"} or not statement.rule.startswith("noun"):
        return
    weapon = next((m for m in places.inside(statement.predicate_end, statement.end) if m.type == "WEAPON"), None)
    match = _ABOUT.fullmatch(places.text[statement.predicate_end : weapon.start]) if weapon is not None else None
    if weapon is None or match is None:
        return
    start = statement.predicate_end + match.start(1)
    yield Argument(
        text=places.text[start : weapon.end],
        start=start,
        end=weapon.end,
        head_start=weapon.head_start,
        head_end=weapon.head_end,
        slot="oblique",
        preposition="over",
        role="theme",
    )


def _behind_prices(statement: Statement, arguments: Sequence[Argument], places: Places) -> Iterator[Argument]:
    """Yield the weapons counted behind a price: "180 tanks for $3 bn and 212 howitzers from B for $2 bn"."""
    themes = [(a.start, a.end) for a in arguments if a.role == "theme"]
    values = sorted((a.money.start, a.money.end) for a in arguments if a.money is not None and a.role in {"value", ""})
    for index, (_, end) in enumerate(values):
        stop = values[index + 1][0] if index + 1 < len(values) else statement.end
        for mention in places.inside(end, stop):
            counted = _COUNTED.fullmatch(places.text[end : mention.start])
            if mention.type != "WEAPON" or counted is None or any(a <= mention.start < b for a, b in themes):
                continue
            start = end + counted.start(1)
            yield Argument(
                text=places.text[start:stop].strip(),
                start=start,
                end=stop,
                head_start=mention.head_start,
                head_end=mention.head_end,
                slot="object",
                role="theme",
            )
            break


def _mended(theme: Argument, places: Places) -> Argument:
    theme = priced_noun(theme, places)
    return _extended(_counted(_whole(theme, places), places), places)


def _whole(theme: Argument, places: Places) -> Argument:
    """Give a theme back the part of a name that the parser cut off: "M1" and "Abrams tanks", "Block" and "70 aircraft"."""
    for mention in places.inside(max(0, theme.start - _NEAR), theme.end):
        if mention.type == "WEAPON" and mention.start < theme.start < mention.end:
            return replace(theme, text=places.text[mention.start : theme.end], start=mention.start)
    for mention in places.inside(theme.start, theme.end + _NEAR):
        if mention.type == "WEAPON" and mention.start < theme.end < mention.end:
            return replace(theme, text=places.text[theme.start : mention.end], end=mention.end)
    return theme


def _extended(theme: Argument, places: Places) -> Argument:
    """Give back to a deal noun the weapon behind it that the parser hung elsewhere: "A contract for 24 drones was"."""
    if not is_deal_noun(places.head(theme)) or places.weapons(theme):
        return theme
    more = _MORE.match(places.text, theme.end)
    if more is not None and is_number(more[1]):
        return replace(
            theme, text=places.text[theme.start : more.end()], end=more.end()
        )  # "A contract for 12 more was"
    weapon = next((m for m in places.inside(theme.end, theme.end + 2 * _NEAR) if m.type == "WEAPON"), None)
    between = places.text[theme.end : weapon.start] if weapon is not None else ""
    if weapon is None or not (_FOR.fullmatch(between) or _TO_OF.fullmatch(between)):
        return theme
    return replace(theme, text=places.text[theme.start : weapon.end], end=weapon.end)


def _counted(theme: Argument, places: Places) -> Argument:
    """Join a number that the parser cut off with the weapon right behind it: "five" and "Heron TP drones from Israel"."""
    if not is_number(places.head(theme)) or places.text[theme.head_end : theme.end].strip("(0123456789,) "):
        return theme
    behind = places.inside(theme.head_end, theme.head_end + _NEAR)
    weapon = next((m for m in behind if m.type == "WEAPON"), None)
    if weapon is None or not _WORDS.fullmatch(places.text[theme.head_end : weapon.start]):
        return theme
    giver = next(
        (m for m in behind if m.start > weapon.end and _FROM.fullmatch(places.text[weapon.end : m.start])), None
    )
    end = giver.end if giver is not None else weapon.end
    text = places.text[theme.start : end]
    return replace(theme, text=text, head_start=weapon.head_start, head_end=weapon.head_end, end=end)
