"""The kind of transfer of each deal: what its own statements say, else what is told of the deals beside it."""

from collections.abc import Sequence

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.merging import Group


def kinds_of(groups: Sequence[Group]) -> list[str]:
    """Return the kind of each deal, empty where nothing tells it.

    A kind that a frame tells wins over one that a predicate only suggests; a price makes a sale. A deal without any
    takes the kind that all deals of the same article with its recipient share, those of the same weapon first.

    Args:
        groups: all deals.
    """
    told = [_told(group.events) for group in groups]
    sure = [kind if strong else "" for kind, strong in told]
    out = []
    for group, (kind, strong) in zip(groups, told, strict=True):
        out.append(
            kind if strong else _beside(group, groups, sure) or kind or _beside(group, groups, [k for k, _ in told])
        )
    return out


def _told(events: Sequence[Event]) -> tuple[str, bool]:
    """Return the kind that a deal's own events tell, and whether a frame or a price does so."""
    strong = [e.kind for e in events if e.kind and not e.weak_kind]
    special = [kind for kind in strong if kind != "sale"]
    weak = [e.kind for e in events if e.kind]
    if any(e.money is not None for e in events) and not special:
        return "sale", True
    return (special or strong or weak or [""])[0], bool(strong)


def _beside(group: Group, groups: Sequence[Group], told: Sequence[str]) -> str:
    first = group.events[0]
    near = [
        (other.events[0], kind)
        for other, kind in zip(groups, told, strict=True)
        if kind and other.events[0].recipient == first.recipient and other.events[0].document_id == first.document_id
    ]
    alike = {kind for event, kind in near if event.weapon == first.weapon}
    pair = {kind for event, kind in near if event.supplier == first.supplier}
    found = next((kinds for kinds in (alike, pair, {kind for _, kind in near}) if len(kinds) == 1), set())
    return min(found, default="")
