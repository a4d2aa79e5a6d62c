"""What is traded most: weapons by their deals."""

from typing import TYPE_CHECKING, Any

import pandas

from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.plots.axes import COLOURS, INK, STAGES, axes_of, drawable, nothing, stage_of, titled

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def top_weapons(graph: KnowledgeGraph, *, ax: "Axes | None" = None, most: int = 15) -> "Axes":
    """Draw the weapons with the most deals, and how far these deals have come.

    Args:
        graph: The graph; select first to count some deals only.
        ax: Axes to draw on; new ones where None.
        most: How many weapons.

    Raises:
        ExtraError: The extra `plots` is not installed.
    """
    deals = graph.deals[graph.deals["weapon"] != ""]
    counts: Any = pandas.crosstab(deals["weapon"], deals["status"].map(stage_of)) if len(deals) else pandas.DataFrame()
    names = sorted(counts.index, key=lambda name: (-int(counts.loc[name].sum()), name))[:most]
    ax = axes_of(ax, 7.5, 1.4 + 0.34 * max(3, len(names)))
    titled(ax, "Weapons by number of deals")
    if not names:
        return nothing(ax, "no deal names a weapon")
    left = [0] * len(names)
    for stage in (*STAGES, ""):
        widths = [int(counts.loc[name].get(stage, 0)) for name in names]
        if any(widths):
            ax.barh(range(len(names)), widths, left=left, height=0.66, color=COLOURS[stage], label=stage or "unknown")
            left = [start + width for start, width in zip(left, widths, strict=True)]
    for row, count in enumerate(left):
        ax.text(count + 0.012 * max(left), row, f" {count}", va="center", color=INK, fontsize=9)
    ax.set_yticks(range(len(names)), [drawable(name) for name in names])
    ax.invert_yaxis()
    ax.set_xlim(0, 1.08 * max(left))
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    ax.legend(loc="lower right", frameon=False, labelcolor=INK)
    return ax
