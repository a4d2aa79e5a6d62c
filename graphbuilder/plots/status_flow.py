"""How deals move: from the first state told to the last."""

from collections import Counter
from typing import TYPE_CHECKING, Any, get_args

from graphbuilder.extras import extra_module
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.plots.axes import COLOURS, INK, axes_of, nothing, stage_of, titled
from graphbuilder.records import Status

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_STATUSES: tuple[str, ...] = get_args(Status)
_GAP = 0.35
_WIDTH = 0.03


def status_flow(graph: KnowledgeGraph, *, ax: "Axes | None" = None) -> "Axes":
    """Draw how many deals went from which first state told to which last; the bands are as wide as their deals are many.

    Args:
        graph: The graph; select first to draw some deals only.
        ax: Axes to draw on; new ones where None.

    Raises:
        ExtraError: The extra `plots` is not installed.
    """
    flows = _flows(graph)
    ax = axes_of(ax, 7.5, 5)
    titled(ax, "Deals from the first state told to the last")
    if not flows:
        return nothing(ax, "no deal has a status")
    starts = _stacked(
        Counter({status: sum(n for (one, _), n in flows.items() if one == status) for status in _STATUSES})
    )
    ends = _stacked(Counter({status: sum(n for (_, one), n in flows.items() if one == status) for status in _STATUSES}))
    leaving, arriving = {**{s: y for s, (y, _) in starts.items()}}, {**{s: y for s, (y, _) in ends.items()}}
    for (first, last), count in sorted(flows.items(), key=lambda flow: tuple(map(_STATUSES.index, flow[0]))):
        _band(ax, leaving[first], arriving[last], count, COLOURS[stage_of(last)])
        leaving[first] += count
        arriving[last] += count
    for column, (blocks, align, x) in enumerate(((starts, "right", -0.02), (ends, "left", 1.02))):
        for status, (y, count) in blocks.items():
            ax.add_patch(_rectangle((column * (1 - _WIDTH), y), _WIDTH, count, COLOURS[stage_of(status)]))
            ax.text(x, y + count / 2, f"{status}  {count}", ha=align, va="center", color=INK, fontsize=10)
    height = max(y + count for blocks in (starts, ends) for y, count in blocks.values())
    ax.set_xlim(-0.28, 1.28)
    ax.set_ylim(height + 0.1, -0.8)
    for x, align, text in ((0, "left", "first told"), (1, "right", "last told")):
        ax.text(x, -0.35, text, ha=align, va="center", color=INK, fontsize=9, style="italic")
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines["bottom"].set_visible(False)
    return ax


def _flows(graph: KnowledgeGraph) -> Counter[tuple[str, str]]:
    """Count the deals by the first and the last state told."""
    events = graph.deal_events
    told = events[(events["polarity"] != "negated") & events["status"].isin(_STATUSES)]
    told = told.assign(day=told["date"].where(told["date"] != "", told["reported"])).sort_values(
        ["day", "document_id", "start"]
    )
    first = told.drop_duplicates("deal_id").set_index("deal_id")["status"].to_dict()
    statuses = graph.deals.set_index("deal_id")["status"].to_dict()
    return Counter((first.get(deal, last), last) for deal, last in statuses.items() if last in _STATUSES)


def _stacked(counts: Counter[str]) -> dict[str, tuple[float, int]]:
    """Give the top and the height of each block of a column, in the order of the states."""
    blocks: dict[str, tuple[float, int]] = {}
    top = 0.0
    for status in _STATUSES:
        if counts[status]:
            blocks[status] = (top, counts[status])
            top += counts[status] + _GAP
    return blocks


def _rectangle(corner: tuple[float, float], width: float, height: float, colour: str) -> Any:
    patches: Any = extra_module("plots", "matplotlib.patches")
    return patches.Rectangle(corner, width, height, facecolor=colour, edgecolor="none", zorder=2)


def _band(ax: "Axes", start: float, end: float, count: int, colour: str) -> None:
    paths: Any = extra_module("plots", "matplotlib.path")
    patches: Any = extra_module("plots", "matplotlib.patches")
    left, right = _WIDTH, 1 - _WIDTH
    points = [
        *((left, start), (0.5, start), (0.5, end), (right, end)),
        *((right, end + count), (0.5, end + count), (0.5, start + count), (left, start + count), (left, start)),
    ]
    path = paths.Path
    codes = [
        path.MOVETO,
        path.CURVE4,
        path.CURVE4,
        path.CURVE4,
        path.LINETO,
        path.CURVE4,
        path.CURVE4,
        path.CURVE4,
        path.LINETO,
    ]
    ax.add_patch(patches.PathPatch(path(points, codes), facecolor=colour, alpha=0.4, edgecolor="none", zorder=1))
