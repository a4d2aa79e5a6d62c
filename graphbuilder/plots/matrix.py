"""Who supplies whom: a matrix of suppliers and recipients."""

from typing import TYPE_CHECKING, Any

import numpy
import pandas

from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.plots.axes import INK, axes_of, drawable, nothing, titled

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def supplier_matrix(graph: KnowledgeGraph, *, ax: "Axes | None" = None, most: int = 20) -> "Axes":
    """Draw how many deals each supplier has with each recipient.

    Args:
        graph: The graph; select first to count some deals only.
        ax: Axes to draw on; new ones where None.
        most: How many suppliers and how many recipients, those with the most deals.

    Raises:
        ExtraError: The extra `plots` is not installed.
    """
    deals = graph.deals[(graph.deals["supplier"] != "") & (graph.deals["recipient"] != "")]
    counts: Any = pandas.crosstab(deals["supplier"], deals["recipient"]) if len(deals) else pandas.DataFrame()
    rows = sorted(counts.index, key=lambda name: (-int(counts.loc[name].sum()), name))[:most]
    columns = sorted(counts.columns, key=lambda name: (-int(counts[name].sum()), name))[:most]
    ax = axes_of(ax, 2.2 + 0.55 * max(4, len(columns)), 1.6 + 0.42 * max(3, len(rows)))
    titled(ax, "Deals by supplier and recipient")
    if not rows:
        return nothing(ax, "no deal has both a supplier and a recipient")
    cells = counts.loc[rows, columns].to_numpy()
    shown = numpy.ma.masked_equal(cells, 0)
    ax.pcolormesh(shown, cmap="Blues", vmin=-1, vmax=max(5, 1.1 * cells.max()), edgecolors="white", linewidth=2)
    for row, column in zip(*numpy.nonzero(cells), strict=True):
        colour = "white" if cells[row, column] > 0.6 * max(5, cells.max()) else INK
        ax.text(column + 0.5, row + 0.5, str(cells[row, column]), ha="center", va="center", color=colour, fontsize=9)
    ax.set_xticks(numpy.arange(len(columns)) + 0.5, [drawable(name, 24) for name in columns], rotation=40, ha="right")
    ax.set_yticks(numpy.arange(len(rows)) + 0.5, [drawable(name, 24) for name in rows])
    ax.set_xlim(0, len(columns))
    ax.set_ylim(len(rows), 0)
    ax.set_facecolor("#f6f7f9")
    ax.set_xlabel("recipient", color=INK)
    ax.set_ylabel("supplier", color=INK)
    ax.spines["bottom"].set_visible(False)
    return ax
