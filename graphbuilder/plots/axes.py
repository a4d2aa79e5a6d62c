"""What all pictures share: axes to draw on, colours, and labels that are safe to draw."""

from typing import TYPE_CHECKING, Any

from graphbuilder.extras import extra_module
from graphbuilder.show.labels import printable, shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# What the states of a deal come to, with a colour that the colour-blind can tell from the others.
STAGES: dict[str, tuple[str, ...]] = {
    "talk": ("discussed", "requested"),
    "agreed": ("approved", "ordered"),
    "delivery": ("delivering", "delivered"),
    "stopped": ("suspended", "cancelled", "refused"),
}
COLOURS = {"talk": "#b9a44c", "agreed": "#2f6f9f", "delivery": "#3d8b6e", "stopped": "#b0413e", "": "#8a939e"}
INK, FAINT, PALE = "#1f2933", "#c9d0d8", "#eef1f4"
_LONGEST_LABEL = 44
_STAGE_OF = {status: stage for stage, statuses in STAGES.items() for status in statuses}


def stage_of(status: str) -> str:
    """Give the stage of a status; empty for an unknown one."""
    return _STAGE_OF.get(status, "")


def axes_of(ax: "Axes | None", width: float, height: float) -> "Axes":
    """Give axes to draw on: those given, or new ones.

    Args:
        ax: Axes of the caller, None for new ones.
        width: Of a new figure, in inches.
        height: The same.

    Raises:
        ExtraError: matplotlib is not installed.
    """
    pyplot: Any = extra_module("plots", "matplotlib.pyplot")
    if ax is None:
        _, ax = pyplot.subplots(figsize=(width, height), layout="constrained")
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    ax.spines["bottom"].set_color(FAINT)
    ax.tick_params(colors=INK, length=0)
    ax.title.set_parse_math(False)
    return ax


def titled(ax: "Axes", title: str) -> None:
    """Put a title above axes, at the left."""
    ax.set_title(title, loc="left", color=INK, fontsize=12, fontweight="bold", pad=12)


def drawable(text: str, most: int = _LONGEST_LABEL) -> str:
    """Make a text fit for a label: short, without control characters, and not read as a formula."""
    return shortened(printable(text), most).replace("$", r"\$")


def nothing(ax: "Axes", what: str) -> "Axes":
    """Say on empty axes that there is nothing to draw."""
    ax.set_axis_off()
    ax.text(0.5, 0.5, what, ha="center", va="center", color=INK, transform=ax.transAxes)
    return ax
