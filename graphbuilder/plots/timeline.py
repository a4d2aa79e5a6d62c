"""When deals were told and done: one line for each deal."""

from datetime import date
from typing import TYPE_CHECKING, Any

from graphbuilder.extras import extra_module
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.plots.axes import COLOURS, FAINT, INK, PALE, STAGES, axes_of, drawable, nothing, stage_of, titled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Step = tuple[Any, str, bool]


def deal_timeline(graph: KnowledgeGraph, *, ax: "Axes | None" = None, most: int = 30) -> "Axes":
    """Draw the deals with a date on a line of time: each step that was told, in the colour of its stage.

    A step that is planned, possible, asked for or conditional is a ring. A step without a date of its own stands where it was reported; a date as wide as a year stands at its middle.

    Args:
        graph: The graph; select first to draw some deals only.
        ax: Axes to draw on; new ones where None.
        most: How many deals, those told of with the most confidence.

    Raises:
        ExtraError: The extra `plots` is not installed.
    """
    dates: Any = extra_module("plots", "matplotlib.dates")
    deals = graph.deals.sort_values(["confidence", "deal_id"], ascending=[False, True])
    lanes = []
    rows: Any = deals.itertuples(index=False)
    for deal in rows:
        steps = _steps(graph, deal)
        if steps:
            lanes.append(
                (steps, f"{deal.supplier or '?'} → {deal.recipient or '?'}: {deal.weapon or '?'}", deal.status)
            )
    lanes = sorted(lanes[:most], key=lambda lane: (lane[0], lane[1]))
    ax = axes_of(ax, 9.5, 1.4 + 0.36 * max(3, len(lanes)))
    titled(ax, "Deals over time")
    if not lanes:
        return nothing(ax, "no deal has a date")
    for row, (steps, _, status) in enumerate(lanes):
        ax.axhspan(row - 0.5, row + 0.5, color=PALE if row % 2 == 0 else "white", zorder=0)
        ax.plot([steps[0][0], steps[-1][0]], [row, row], color=FAINT, linewidth=3, solid_capstyle="round", zorder=1)
        for day, stage, firm in steps:
            fill = COLOURS[stage] if firm else "white"
            ax.scatter(
                day, row, s=46, color=fill, edgecolor="white" if firm else COLOURS[stage], linewidth=1.2, zorder=2
            )
        ax.text(
            1.01,
            row,
            status,
            transform=ax.get_yaxis_transform(),
            va="center",
            color=COLOURS[stage_of(status)],
            fontsize=9,
        )
    for stage in STAGES:
        ax.scatter([], [], s=46, color=COLOURS[stage], label=stage)
    ax.set_yticks(range(len(lanes)), [drawable(label) for _, label, _ in lanes], fontsize=9)
    ax.set_ylim(len(lanes) - 0.5, -0.5)
    ax.xaxis.set_major_locator(dates.AutoDateLocator(maxticks=9))
    ax.xaxis.set_major_formatter(dates.ConciseDateFormatter(ax.xaxis.get_major_locator()))
    ax.grid(axis="x", color=FAINT, linewidth=0.6, zorder=0.5)
    ax.margins(x=0.03)
    ax.legend(
        loc="lower left", bbox_to_anchor=(0, 1.0), ncols=len(STAGES), frameon=False, labelcolor=INK, fontsize=9,
        handletextpad=0.1, columnspacing=1.2, borderaxespad=0.1,
    )  # fmt: skip
    ax.title.set_position((0, 1.0))
    ax.set_title(ax.get_title(loc="left"), loc="left", color=INK, fontsize=12, fontweight="bold", pad=26)
    return ax


def _steps(graph: KnowledgeGraph, deal: Any) -> list[Step]:
    """Give the dated steps of a deal in order."""
    events = graph.deal_events
    told = events[(events["deal_id"] == deal.deal_id) & (events["polarity"] != "negated")]
    steps = {
        (_middle(event.date or event.reported), stage_of(event.status), event.modality == "asserted")
        for event in told.itertuples(index=False)
    }
    if deal.ordered:
        steps.add((_middle(deal.ordered), "agreed", True))
    steps |= {(_middle(year), "delivery", True) for year in str(deal.delivery_years).split("|") if year}
    if not any(day for day, _, _ in steps):
        steps = {(_middle(deal.last_reported or deal.first_reported), stage_of(deal.status), True)}
    # Of a ring and a dot in one place, the dot is drawn last and seen.
    return sorted((day, stage, firm) for day, stage, firm in steps if day is not None)


def _middle(iso: str) -> date | None:
    """Give the day in the middle of a date as exact as known; None for an unknown one."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    try:
        return date(int(year), int(month or 7), int(day or (15 if month else 1)))
    except ValueError:
        return None
