"""The weapons of a draft: those its themes name, and those that the article has named before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graphbuilder.assemble.event import Draft, Event, Item
from graphbuilder.assemble.items import bare_item, is_bare_class, is_elliptic, items_of
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.topic import weapon_meant
from graphbuilder.assemble.words import is_class_noun, is_deal_noun, is_measure, is_number
from graphbuilder.records import Argument

# What a deal noun is about, behind the last such preposition: "a contract with the yard for two of the ships".
_ABOUT = re.compile(
    r"\b(?:for|on|over|covering)\s+((?:(?!\b(?:for|on|over|covering|with|from|to|in|by|at|worth)\b|[,;]\s).)+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+")


def items_in(draft: Draft, told: Sequence[Event], places: Places, parties: Parties) -> list[Item]:
    """Return the weapons that a draft is about, each once, in text order.

    Args:
        draft: a statement with its themes.
        told: the events of the article before it.
        places: the article's mentions.
        parties: knows which weapon is a class.
    """
    items: list[Item] = []
    for theme in draft.themes:
        items += _items(theme, draft.statement.sentence, told, places, parties)
    return _once(items)


def _items(theme: Argument, sentence: int, told: Sequence[Event], places: Places, parties: Parties) -> list[Item]:
    found = items_of(theme, places)
    if not found or all(parties.is_class(item.weapon) for item in found):
        theme = _content(theme, places)  # "a contract for 36 guns" is about the guns of the sentence before
    vague = all(parties.is_class(item.weapon) for item in found) and (
        is_bare_class(theme, places) or is_number(places.head(theme))
    )
    if (not found and is_elliptic(theme, places)) or (found and (vague or _is_variant(theme, found, places, parties))):
        weapon = weapon_meant(theme, sentence, told, places, parties)
        if weapon and not _is_foreign(theme, weapon, places, parties):
            return [bare_item(theme, weapon, places)]
    return found


def _is_foreign(theme: Argument, weapon: str, places: Places, parties: Parties) -> bool:
    """Say whether a theme says that it comes from elsewhere: after S-400s, "a Chinese system" is another one."""
    makers = parties.makers(weapon)
    told = [m for m in places.inside(theme.start, theme.head_start) if m.how == "demonym"]
    origins = {parties.party(entity) for mention in told for entity in places.of_mention(mention)} - {""}
    return bool(makers and origins) and not origins & makers


def _is_variant(theme: Argument, found: Sequence[Item], places: Places, parties: Parties) -> bool:
    """Say whether a theme names a variant by itself ("the Block III variant"): its weapon was named before."""
    return (
        is_measure(places.head(theme))
        and all(not places.entities[i.weapon].key for i in found)
        and not any(parties.is_class(item.weapon) for item in found)
    )


def _content(theme: Argument, places: Places) -> Argument:
    """Return what a deal noun without a name is about, as an argument of its own; else the theme itself."""
    if not is_deal_noun(places.head(theme)):
        return theme
    found = list(_ABOUT.finditer(places.text, theme.head_end, theme.end))
    if not found:
        return theme
    words = list(_WORD.finditer(places.text, found[-1].start(1), found[-1].end(1)))
    heads = [w for w in words if is_class_noun(w.group()) or is_measure(w.group())]
    heads = heads or [w for w in words if is_number(w.group())]
    if not heads:
        return theme
    start, end = found[-1].span(1)
    return replace(
        theme,
        text=places.text[start:end].rstrip(),
        start=start,
        end=end,
        head_start=heads[-1].start(),
        head_end=heads[-1].end(),
        quantity=None,
    )


def _once(items: Sequence[Item]) -> list[Item]:
    """Write a weapon once that two themes name ("the agreement for the system", "for the system"), with all that is told."""
    out: list[Item] = []
    for item in items:
        same = [i for i, known in enumerate(out) if known.weapon == item.weapon and _agree(known, item)]
        if same:
            known = out[same[0]]
            more = {
                name: getattr(known, name) or getattr(item, name) for name in ("quantity", "unit", "delivered", "money")
            }
            out[same[0]] = replace(known, **more)
        else:
            out.append(item)
    return out


def _agree(known: Item, item: Item) -> bool:
    return known.quantity is None or item.quantity is None or known.quantity == item.quantity
