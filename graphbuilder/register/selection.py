"""Picking deals: by who supplies and gets, by weapon, category, kind, state and period."""

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from graphbuilder.errors import QueryError
from graphbuilder.lexicon.fold import key
from graphbuilder.records import Deal, Entity

_NEAR = 3


@dataclass(frozen=True, slots=True)
class Selection:
    """What to pick; an empty tuple or text picks all. Names may be aliases or ISO codes, a weapon's a part of its name.

    `since` and `until` are dates as exact as wanted (`2022`, `2022-03`), both within the period.
    """

    supplier: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    entities: tuple[Entity, ...] = field(default=(), repr=False)


def select(deals: Sequence[Deal], wanted: Selection) -> list[Deal]:
    """Return the deals that fit, in their order.

    Args:
        deals: the deals of a build.
        wanted: what to pick.

    Raises:
        QueryError: no deal at all has a name or word that was asked for.
    """
    by_id = {entity.entity_id: entity for entity in wanted.entities}
    tests: list[tuple[str, tuple[str, ...], Callable[[Deal], Iterable[str]]]] = [
        ("supplier", wanted.supplier, lambda d: _names(d.supplier, by_id.get(d.supplier_id))),
        ("recipient", wanted.recipient, lambda d: _names(d.recipient, by_id.get(d.recipient_id))),
        ("weapon", wanted.weapon, lambda d: _parts(_names(d.weapon, by_id.get(d.weapon_id), code=False))),
        ("category", wanted.category, lambda d: [key(d.weapon_category)]),
        ("kind", wanted.kind, lambda d: [key(d.kind)]),
        ("status", wanted.status, lambda d: [key(d.status)]),
    ]
    found = list(deals)
    for role, words, names in tests:
        for word in words:
            _check(role, word, deals, names)
        asked = {key(word) for word in words}
        found = [d for d in found if not asked or asked & set(names(d))]
    return [d for d in found if _within(d, wanted.since, wanted.until)]


def _names(name: str, entity: Entity | None, code: bool = True) -> list[str]:
    """Return the folded names of a party or weapon, its ISO code among them."""
    names = [name, *entity.aliases] if entity is not None else [name]
    if code and entity is not None and entity.type == "COUNTRY":
        names.append(entity.country)
    return [key(text) for text in names if text]


def _parts(names: Iterable[str]) -> set[str]:
    """Return every run of whole parts of some names: "leopard" of "leopard 2"."""
    out = set()
    for name in names:
        words = name.split()
        out |= {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    return out


def _check(role: str, word: str, deals: Sequence[Deal], names: Callable[[Deal], Iterable[str]]) -> None:
    if not deals or any(key(word) in set(names(deal)) for deal in deals):
        return
    column = {"category": "weapon_category"}.get(role, role)
    there = sorted({str(getattr(deal, column)) for deal in deals} - {""})
    near = difflib.get_close_matches(word, there, _NEAR, cutoff=0.5) or there[:_NEAR]
    raise QueryError(f"no deal has the {role} {word!r}; there are {', '.join(near)} ({len(there):,} in all)")


def _within(deal: Deal, since: str, until: str) -> bool:
    """Say whether a deal's life, from its order or first report to its last delivery or report, touches the period."""
    first = min(filter(None, (deal.ordered, deal.first_reported)), default="")
    last = max(filter(None, (deal.ordered, deal.first_reported, deal.last_reported, *deal.delivery_years)), default="")
    if not first and not last:
        return not since and not until
    after = not since or last[: len(since)] >= since[: len(last)]
    before = not until or first[: len(until)] <= until[: len(first)]
    return after and before
