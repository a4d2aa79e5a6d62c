"""Parties that stand within a theme: "24 F-16s from Denmark", "tanks for Ukraine", "Kyiv 31 tanks"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import direction_of, is_deal_noun, is_measure, is_number
from graphbuilder.records import Argument, Mention, Statement

_PREPOSITION = re.compile(r"\b(from|for|to)\s+(?:both\s+)?(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"(?:\s*,)?\s*(?:(?:and|or)\s+)?(?:to\s+|for\s+|from\s+)?(?:the\s+)?$", re.IGNORECASE)
_OWNED = "owned"
_OWNER = re.compile(r"['’]s?\s")
_ROLES = {"from": "giver", "to": "receiver", "for": "receiver"}
_TYPES = frozenset({"COUNTRY", "ORGANIZATION"})
_TRANSFERS = frozenset(
    {"SUPPLIES", "BUYS", "SIGNS", "NEGOTIATES", "REFUSES", "APPROVES", "CANCELS", "SUSPENDS", "PRODUCES"}
)


def inner_parties(statement: Statement, arguments: Sequence[Argument], places: Places) -> Iterator[Argument]:
    """Yield the parties told within the themes of a transfer, where no argument of its own names them.

    Args:
        statement: the transfer.
        arguments: its participants.
        places: the mentions of its article.
    """
    if statement.relation_type not in _TRANSFERS:
        return
    heads = {a.head_start for a in arguments}
    upgrade = statement.kind == "upgrade"
    for told in (a for a in arguments if a.role == "theme"):
        # Whose submarines are modernised gets them back: "will modernise Pakistan's submarines".
        theme = replace(told, slot=_OWNED) if upgrade else told
        for mention, role, preposition in _found(theme, places):
            if mention.head_start not in heads and not _is_foreign(role, statement, arguments):
                yield Argument(
                    text=mention.text,
                    start=mention.start,
                    end=mention.end,
                    head_start=mention.head_start,
                    head_end=mention.head_end,
                    slot="oblique" if preposition else "recipient",
                    preposition=preposition,
                    role=role,
                )


def parties_within(theme: Argument, role: str, places: Places, parties: Parties, themselves: bool = False) -> list[str]:
    """Return the parties in a role told within a theme, or the entities themselves, in text order.

    Args:
        theme: an argument that names a weapon.
        role: `giver` or `receiver`.
        places: the mentions of its article.
        parties: who stands behind whom.
        themselves: whether to return entity ids instead of the parties behind them.
    """
    named = [e for mention, found, _ in _found(theme, places) if found == role for e in places.of_mention(mention)]
    return named if themselves else [party for e in named if (party := parties.party(e))]


def _is_foreign(role: str, statement: Statement, arguments: Iterable[Argument]) -> bool:
    """Say whether a transfer has no such open role: "bought for" names no receiver where one buys for oneself."""
    if role == "receiver" and statement.relation_type == "BUYS":
        return (
            statement.kind != "lease"
        )  # who leases "to" another is the lessor, whatever the frame says of the subject
    return any(a.role == role for a in arguments)


def _found(theme: Argument, places: Places) -> Iterator[tuple[Mention, str, str]]:
    last: tuple[str, str] = ("", "")
    end = theme.start
    for mention in places.inside(theme.start, theme.end):
        if mention.type == "WEAPON" and mention.start > theme.head_end and not _behind_deal_noun(theme, places):
            return  # "chose the Rafale over F-16s from the United States": what follows belongs to the other weapon
        if mention.type not in _TYPES or mention.kind == "pronoun":
            continue
        if mention.start <= theme.head_start:
            direction = direction_of(places.head(theme))
            if (direction or theme.slot == _OWNED) and _possesses(mention, theme, places):
                yield mention, "giver" if direction == "give" else "receiver", ""
            elif mention.start == theme.start and mention.how != "demonym" and _is_indirect_object(mention, places):
                yield mention, "receiver", ""
            continue
        if mention.how == "demonym":
            continue
        match = _PREPOSITION.search(places.text[theme.head_end : mention.start])
        if match is not None:
            last = _ROLES[match[1].casefold()], match[1].casefold()
            yield mention, *last
        elif last[0] and _AND.fullmatch(places.text[end : mention.start]):
            yield mention, *last
        else:
            last = ("", "")
        end = mention.end


def _behind_deal_noun(theme: Argument, places: Places) -> bool:
    return is_deal_noun(places.head(theme)) or is_measure(places.head(theme)) or is_number(places.head(theme))


def _possesses(mention: Mention, theme: Argument, places: Places) -> bool:
    """Say whether a state owns the act that a deal noun names: "Taiwan's purchase", "the Russian sale"."""
    between = places.text[mention.end : theme.head_start]
    owner = _OWNER.match(between) is not None or mention.how == "demonym"
    others = [m for m in places.inside(mention.end, theme.head_start) if m.type in _TYPES]
    return owner and len(between.split()) < 5 and not others


def _is_indirect_object(mention: Mention, places: Places) -> bool:
    """Say whether a number or weapon follows: in "give Kyiv 31 tanks" the parser may take "Kyiv" for part of the theme."""
    following = places.text[mention.end :].split(maxsplit=1)
    if bool(following) and is_number(following[0]):
        return True
    behind = places.inside(mention.end, mention.end + 2 + len(following[0])) if following else []
    return any(m.type == "WEAPON" and not places.text[mention.end : m.start].strip() for m in behind)
