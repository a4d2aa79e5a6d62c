"""Where arms go: deals between countries, drawn from middle to middle."""

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from graphbuilder.extras import extra_module
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.lexicon.tables import table
from graphbuilder.plots.axes import COLOURS, FAINT, INK, axes_of, drawable, nothing, titled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Place = tuple[float, float]
_COUNTRY = "country:"
# Where a label may stand around its mark, in points, the best first.
_SPOTS = [
    (6, 0),
    (-6, 0),
    (0, 8),
    (0, -8),
    (6, 8),
    (-6, 8),
    (6, -8),
    (-6, -8),
    (12, 16),
    (-12, 16),
    (12, -16),
    (-12, -16),
]
_LEAST_SPAN = (50.0, 30.0)


@cache
def centroids() -> dict[str, Place]:
    """Give about the middle of each country, longitude and latitude in degrees, by its ISO 3166-1 alpha-3 code."""
    return {
        row["iso3"]: (float(row["longitude"]), float(row["latitude"]))
        for row in table("country_centroids.tsv", "iso3", "latitude", "longitude")
    }


def flow_map(graph: KnowledgeGraph, *, ax: "Axes | None" = None) -> "Axes":
    """Draw the deals between countries as arrows from supplier to recipient, thicker where there are more.

    Other countries are faint dots, in the place of coasts: the map needs no network. Deals with a group or company at one
    end are drawn from the country it belongs to, and left out where it has none.

    Args:
        graph: The graph; select first to draw some deals only.
        ax: Axes to draw on; new ones where None.

    Raises:
        ExtraError: The extra `plots` is not installed.
    """
    patches: Any = extra_module("plots", "matplotlib.patches")
    flows = _flows(graph)
    places = centroids()
    limits = _limits([places[code] for pair in flows for code in pair])
    (west, east), (south, north) = limits
    ax = axes_of(ax, 10.5, 0.8 + 10 * (north - south) / (east - west))
    titled(ax, "Deals between countries")
    if not flows:
        return nothing(ax, "no deal is between two countries that are known")
    _frame(ax, limits)
    longitudes, latitudes = zip(*places.values(), strict=True)
    ax.scatter(longitudes, latitudes, s=7, color=FAINT, zorder=1)
    for (supplier, recipient), count in sorted(flows.items(), key=lambda flow: (flow[1], flow[0])):
        ax.add_patch(
            patches.FancyArrowPatch(
                *(places[supplier], places[recipient]),
                connectionstyle="arc3,rad=-0.18",
                arrowstyle="-|>,head_length=6,head_width=3",
                shrinkA=3,
                shrinkB=5,
                linewidth=0.9 + 0.9 * count,
                color=COLOURS["agreed"],
                alpha=0.65,
                zorder=2,
            )
        )
    codes = sorted({code for pair in flows for code in pair})
    given = Counter({code: sum(n for pair, n in flows.items() if pair[0] == code) for code in codes})
    for code in codes:
        colour = COLOURS["stopped"] if given[code] else COLOURS["agreed"]
        ax.scatter(*places[code], s=30 + 16 * given[code], color=colour, edgecolor="white", linewidth=0.8, zorder=3)
    ax.scatter([], [], s=40, color=COLOURS["stopped"], label="supplies")
    ax.scatter([], [], s=40, color=COLOURS["agreed"], label="receives only")
    ax.legend(loc="lower left", frameon=False, labelcolor=INK, fontsize=9)
    names = {row["iso3"]: row["name"] for row in table("countries.tsv", "iso3", "name")}
    _label(ax, {names.get(code, code): places[code] for code in sorted(codes, key=lambda code: (-given[code], code))})
    return ax


def _flows(graph: KnowledgeGraph) -> Counter[tuple[str, str]]:
    """Count the deals between each two countries."""
    countries = dict(zip(graph.entities["entity_id"], graph.entities["country"], strict=True))

    def code(entity_id: str) -> str:
        found = countries.get(entity_id) or entity_id.removeprefix(_COUNTRY)
        return found if found in centroids() else ""

    pairs = zip(graph.deals["supplier_id"], graph.deals["recipient_id"], strict=True)
    coded = ((code(supplier), code(recipient)) for supplier, recipient in pairs)
    return Counter((one, other) for one, other in coded if one and other and one != other)


def _limits(shown: list[Place]) -> list[Place]:
    """Give the part of the world where something happens, with a margin: west and east, south and north."""
    limits = []
    for values, least, edge in zip(zip(*shown or [(0.0, 0.0)], strict=True), _LEAST_SPAN, (180.0, 90.0), strict=True):
        middle, half = (max(values) + min(values)) / 2, max(max(values) - min(values), least) / 2 * 1.18
        limits.append((max(-edge, middle - half), min(edge, middle + half)))
    return limits


def _frame(ax: "Axes", limits: list[Place]) -> None:
    ax.set_aspect("equal", adjustable="box")
    ax.set_facecolor("#f6f8fa")
    ax.set_xticks(range(-180, 181, 30), [])
    ax.set_yticks(range(-90, 91, 30), [])
    ax.set_xlim(*limits[0])
    ax.set_ylim(*limits[1])
    ax.set_axisbelow(True)
    ax.grid(color="white", linewidth=1)
    ax.spines["bottom"].set_visible(False)


def _label(ax: "Axes", places: dict[str, Place]) -> None:
    """Write each name beside its mark, where it covers neither another name nor a mark."""
    effects: Any = extra_module("plots", "matplotlib.patheffects")
    figure: Any = ax.figure
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()
    marks = [ax.transData.transform(place) for place in places.values()]
    taken: list[Any] = []
    for name, place in places.items():
        best = None
        for right, up in _SPOTS:
            text = ax.annotate(
                drawable(name, 24), place, (right, up), textcoords="offset points", fontsize=8.5, color=INK, zorder=4,
                path_effects=[effects.withStroke(linewidth=2.5, foreground="#f6f8fa")],
                ha="left" if right > 0 else "right" if right < 0 else "center", va="center_baseline" if up == 0 else "bottom" if up > 0 else "top",
            )  # fmt: skip
            box = text.get_window_extent(renderer)
            clashes = sum(box.overlaps(other) for other in taken) * 3 + sum(box.contains(*mark) for mark in marks)
            if best is None or clashes < best[0]:
                if best is not None:
                    best[1].remove()
                best = (clashes, text, box)
            else:
                text.remove()
            if clashes == 0:
                break
        if best is not None:
            taken.append(best[2])
