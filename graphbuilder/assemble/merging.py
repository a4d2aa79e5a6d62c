"""Which events are one deal: same parties, same weapon, and nothing in number, year or price that sets them apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.states import ends, hands_over, rank
from graphbuilder.assemble.words import is_further
from graphbuilder.records import Money

# What is chosen is ordered later, often the year after.
_CHOICES = frozenset({"choose", "decide", "favor", "favour", "opt", "pick", "select"})
_CHOSEN_BEFORE = 3
# Prices of one deal may differ from paper to paper by this share.
_SAME_PRICE = 0.15
# "More than 20" may be 24.
_SAME_NUMBER = 0.25


@dataclass
class Group:
    """The events of one deal so far, in the order in which they were told."""

    events: list[Event] = field(default_factory=list)

    def quantity(self) -> int | None:
        """Return how many are ordered: what the farthest step short of a delivery says, the last one told."""
        counted = [e for e in self.events if ordered_count(e) is not None]
        newest = [e for e in counted if e.item.revises is not None]
        if newest:
            return max(newest, key=lambda e: (e.reported, e.sentence)).item.quantity
        if counted:
            return max(counted, key=lambda e: (not e.item.rough, rank(e.status), e.reported, e.sentence)).item.quantity
        whole = [e.item.quantity for e in self.events if e.item.delivered is not None and e.item.quantity is not None]
        return whole[0] if whole else self.delivered()

    def delivered(self) -> int | None:
        """Return the highest number told to be there already."""
        counts = [n for e in self.events if (n := delivered_count(e)) is not None]
        return max(counts, default=None)

    def years(self) -> set[str]:
        """Return the years in which it was ordered."""
        return {e.date[:4] for e in self.events if is_order(e)}

    def price(self) -> Money | None:
        """Return the price that stands: that of the order before that of an approval, the one told last, in its article the first."""
        priced = [e for e in self.events if e.money is not None]
        latest = max((_binds(e) for e in priced), default=None)
        return next((e.money for e in priced if _binds(e) == latest), None)

    def money(self) -> int | None:
        """Return the first price told."""
        return next((e.money.value for e in self.events if e.money is not None), None)


def _binds(event: Event) -> tuple[bool, str]:
    return event.upholds or ends(event.status) or rank(event.status) >= rank("ordered"), event.reported


def ordered_count(event: Event) -> int | None:
    """Return how many an event says are ordered or promised in all, None where it counts a part or what has arrived."""
    if is_delivery(event) or (event.item.partial and hands_over(event.lemma)):
        return None
    return event.item.quantity


def is_order(event: Event) -> bool:
    """Say whether an event dates the order itself, not a choice before it or a delivery that is to come."""
    return _is_dated_order(event) and event.lemma not in _CHOICES


def order_date(events: Iterable[Event]) -> str:
    """Return the date of the order: that of the signature or purchase, else that of the choice; empty if unknown."""
    dated = [e for e in events if _is_dated_order(e)]
    return min((e.date for e in dated if is_order(e)), default=min((e.date for e in dated), default=""))


def _is_dated_order(event: Event) -> bool:
    return event.status == "ordered" and event.modality == "asserted" and bool(event.date)


def is_delivery(event: Event) -> bool:
    """Say whether an event counts what has arrived, not what was ordered."""
    return event.status in {"delivered", "delivering"} and event.kind != "lease"


def delivered_count(event: Event) -> int | None:
    """Return how many an event says have arrived."""
    if event.item.delivered is not None:
        return event.item.delivered if is_delivery(event) else None
    return event.item.quantity if is_delivery(event) else None


def merged(events: Iterable[Event]) -> list[Group]:
    """Bring the events of all articles together to deals, in a fixed order.

    Args:
        events: events with both parties known, of any number of articles.
    """
    groups: dict[tuple[str, str, str], list[Group]] = {}
    ordered = sorted(events, key=lambda e: (e.reported, e.document_id, e.sentence, e.position, e.statements))
    # Events with a number or an order's date open deals; the others then join the one that fits best.
    for event in sorted(ordered, key=lambda e: not _is_definite(e)):
        known = groups.setdefault((event.supplier, event.recipient, event.weapon), [])
        fitting = [g for g in known if _fits(event, g)]
        if fitting:
            max(fitting, key=lambda g: (_closeness(event, g), -known.index(g))).events.append(event)
        else:
            known.append(Group([event]))
    out = [group for _, found in sorted(groups.items()) for group in found]
    place = {id(event): index for index, event in enumerate(ordered)}
    for group in out:
        group.events.sort(key=lambda e: place[id(e)])
    return out


def _is_definite(event: Event) -> bool:
    if is_delivery(event) or event.item.revises is not None:
        return False
    return ordered_count(event) is not None or is_order(event)


def _fits(event: Event, group: Group) -> bool:
    if _is_additional(event):
        return any(event.item.quantity == e.item.quantity and _is_additional(e) for e in group.events)
    if any(_is_additional(e) for e in group.events) and _tells_less(event):
        return False
    return _same_number(event, group) and _same_year(event, group) and _same_price(event, group)


def _is_additional(event: Event) -> bool:
    """Say whether the words set an order apart: "20 more", "a second regiment" that is not yet a part delivered."""
    further = event.item.additional or (is_further(event.item.text) and event.relation_type != "SUPPLIES")
    return further and not is_delivery(event)


def _tells_less(event: Event) -> bool:
    return event.item.quantity is None and event.status in {"ordered", "delivered", "delivering"}


def _same_number(event: Event, group: Group) -> bool:
    if is_delivery(event):
        ordered = [n for e in group.events if (n := ordered_count(e)) is not None]
        count = delivered_count(event)
        whole = event.item.quantity if event.item.delivered is not None else None
        if whole is not None and ordered:
            return whole in ordered
        return not ordered or count is None or count <= max(ordered)
    counted = [(e, n) for e in group.events if (n := ordered_count(e)) is not None]
    if event.item.revises is not None:
        return event.item.revises in {n for _, n in counted}
    count = ordered_count(event)
    return count is None or not counted or any(n == count or _is_about(event, count, e, n) for e, n in counted)


def _is_about(event: Event, count: int, known: Event, other: int) -> bool:
    """Say whether two numbers of different articles can be one: one is rough ("more than 20"), and the other is near it."""
    if event.document_id == known.document_id or not (event.item.rough or known.item.rough):
        return False
    return abs(count - other) <= _SAME_NUMBER * max(count, other)


def _same_year(event: Event, group: Group) -> bool:
    years = group.years()
    if years and _is_dated_order(event) and event.lemma in _CHOICES:
        return any(0 <= int(year) - int(event.date[:4]) <= _CHOSEN_BEFORE for year in years)
    return not is_order(event) or not years or event.date[:4] in years


def _same_price(event: Event, group: Group) -> bool:
    price = group.money()
    if event.money is None or price is None or event.item.quantity is not None:
        return True
    return abs(event.money.value - price) <= _SAME_PRICE * max(price, event.money.value)


def _closeness(event: Event, group: Group) -> tuple[bool, bool, int]:
    """Say how well an event fits: same number, same article, then how near in the text."""
    numbers = {e.item.quantity for e in group.events} - {None}
    # "The first six" are a part of some other number, not of an order for six.
    same = event.item.quantity in numbers and not (event.item.partial and is_delivery(event))
    here = [e for e in group.events if e.document_id == event.document_id]
    ended = ends(event.status)
    near = min((abs(e.sentence - event.sentence) for e in here if not (ended and ends(e.status))), default=10_000)
    return same, bool(here), -near
