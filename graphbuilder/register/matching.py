"""Holding the deals of the news against those of a register: what is in both, what in one alone, where they disagree."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graphbuilder.lexicon import Lexicon
from graphbuilder.lexicon.fold import atoms
from graphbuilder.records import Deal
from graphbuilder.register.trade import Listed

Outcome = Literal["both", "news only", "register only"]
# A register may date an order by its signature and a paper by its announcement.
_YEARS_APART = 2
_UNORDERED = frozenset({"discussed", "requested", "approved"})


@dataclass(frozen=True, slots=True)
class Compared:
    """One deal as the news and the register have it; `differs` names the columns in which both are known and disagree."""

    outcome: Outcome
    deal: Deal | None
    listed: Listed | None
    differs: tuple[str, ...] = ()


def compare(deals: Sequence[Deal], register: Sequence[Listed], lexicon: Lexicon) -> list[Compared]:
    """Match deals with the rows of a register, each with at most one other.

    Same supplier, recipient and weapon make a match where the years of order are at most two apart; of several the one with
    the same number and the nearest year is taken.

    Args:
        deals: the deals of a build.
        register: the rows of a register.
        lexicon: knows other names of states and weapons.

    Returns:
        What is in both, then what the news alone has, then what the register alone has; each in the order given.
    """
    names = _Names(lexicon)
    pairs = sorted(
        (_distance(deal, row), i, j)
        for i, deal in enumerate(deals)
        for j, row in enumerate(register)
        if names.same(deal, row) and _compatible(deal, row)
    )
    by_deal: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in by_deal and j not in by_deal.values():
            by_deal[i] = j
    both = [
        Compared("both", deals[i], register[j], tuple(differences(deals[i], register[j])))
        for i, j in sorted(by_deal.items())
    ]
    news = [Compared("news only", deal, None) for i, deal in enumerate(deals) if i not in by_deal]
    taken = set(by_deal.values())
    return [*both, *news, *(Compared("register only", None, row) for j, row in enumerate(register) if j not in taken)]


def differences(deal: Deal, row: Listed) -> Iterator[str]:
    """Yield the columns in which a deal and a row of a register disagree: `number`, `ordered`, `delivered`, `status`."""
    if deal.quantity is not None and row.quantity is not None and deal.quantity != row.quantity:
        yield "number"
    if deal.ordered and row.ordered and deal.ordered[:4] != row.ordered:
        yield "ordered"
    if deal.delivered is not None and row.delivered is not None and deal.delivered != row.delivered:
        yield "delivered"
    if deal.status and deal.status not in register_status(row):
        yield "status"


def register_status(row: Listed) -> tuple[str, ...]:
    """Return the states that a register's numbers leave open: nothing delivered is `ordered`, all of it `delivered`."""
    if not row.delivered:
        return ("ordered",)
    if row.quantity is None:
        return "delivering", "delivered"
    return ("delivered",) if row.delivered >= row.quantity else ("delivering",)


def _compatible(deal: Deal, row: Listed) -> bool:
    if not deal.ordered or not row.ordered:
        return True
    return abs(int(deal.ordered[:4]) - int(row.ordered)) <= _YEARS_APART


def _distance(deal: Deal, row: Listed) -> tuple[int, int, bool]:
    known = deal.quantity is not None and row.quantity is not None
    number = (0 if deal.quantity == row.quantity else 2) if known else 1
    years = abs(int(deal.ordered[:4]) - int(row.ordered)) if deal.ordered and row.ordered else _YEARS_APART + 1
    return number, years, deal.status in _UNORDERED


class _Names:
    """Whether two names mean one state or weapon, each looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def same(self, deal: Deal, row: Listed) -> bool:
        """Say whether parties and weapon are the same."""
        return (
            self._state(deal.supplier, row.supplier)
            and self._state(deal.recipient, row.recipient)
            and self._weapon(deal, row)
        )

    def _state(self, one: str, other: str) -> bool:
        return bool(self._keys(one, "COUNTRY") & self._keys(other, "COUNTRY"))

    def _weapon(self, deal: Deal, row: Listed) -> bool:
        if self._keys(deal.weapon, "WEAPON") & self._keys(row.weapon, "WEAPON"):
            return True
        ours, theirs = atoms(deal.weapon), atoms(row.weapon)
        if _has_number(ours) or not row.description:
            return False
        # A class ("frigates") is what the register describes, not what it designates.
        described = {*atoms(row.description), *theirs}
        return all(word in described or word.removesuffix("s") in described for word in ours)

    def _keys(self, name: str, kind: str) -> frozenset[str]:
        if (name, kind) not in self._known:
            found = [m.entry for text in _wordings(name) for m in self._lexicon.lookup(text) if m.entry.type == kind]
            self._known[name, kind] = frozenset({*(entry.key for entry in found), " ".join(atoms(name))})
        return self._known[name, kind]


def _wordings(name: str) -> Iterable[str]:
    """Yield a name, and its parts where a register gives two: "S-400/SA-21", "F-16C Block-70"."""
    yield name
    yield from (part for part in name.split("/") if part != name)
    words = name.split()
    yield from (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))


def _has_number(parts: Iterable[str]) -> bool:
    return any(part.isdigit() for part in parts)


Row = tuple[str, ...]
HEADER: Row = (
    "outcome", "supplier", "recipient", "weapon", "differs", "news_number", "register_number", "news_ordered",
    "register_ordered", "news_delivered", "register_delivered", "news_status", "register_status", "deal_id",
    "register_line",
)  # fmt: skip


def row_of(compared: Compared) -> Row:
    """Return the cells of one comparison as text, in the order of `HEADER`; what is unknown or not there is empty."""
    deal, listed = compared.deal, compared.listed
    named = deal or listed
    assert named is not None
    return (
        compared.outcome, named.supplier, named.recipient, named.weapon, "|".join(compared.differs),
        *_pair(deal, listed, lambda d: d.quantity, lambda r: r.quantity),
        *_pair(deal, listed, lambda d: d.ordered, lambda r: r.ordered),
        *_pair(deal, listed, lambda d: d.delivered, lambda r: r.delivered),
        *_pair(deal, listed, lambda d: d.status, lambda r: "|".join(register_status(r))),
        deal.deal_id if deal else "", str(listed.line) if listed else "",
    )  # fmt: skip


def _pair(
    deal: Deal | None, listed: Listed | None, ours: Callable[[Deal], object], theirs: Callable[[Listed], object]
) -> tuple[str, str]:
    left = ours(deal) if deal is not None else None
    right = theirs(listed) if listed is not None else None
    return "" if left is None else str(left), "" if right is None else str(right)
