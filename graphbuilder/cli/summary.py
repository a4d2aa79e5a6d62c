"""What is said at the end of a build."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.knowledge import KnowledgeGraph

MOST_NAMED = 10


def summary_lines(graph: "KnowledgeGraph", output: Path) -> Iterator[str]:
    """Give the lines of the closing summary: what was read and found, what was left out and why, where to look.

    Args:
        graph: The result of the build.
        output: The folder it was written to.
    """
    read = [
        (len(graph.documents), "article", "articles"),
        (int(graph.documents["sentences"].sum()), "sentence", "sentences"),
    ]
    found = [
        (len(graph.triples), "triple", "triples"),
        (len(graph.entities), "entity", "entities"),
        (len(graph.deals), "deal", "deals"),
    ]
    yield f"Read {_counts(read)}; found {_counts(found)}."
    skipped = [f"{_place(item.path, item.place)}: {item.reason}" for item in graph.skipped]
    yield from _named("Skipped", skipped)
    repairs = [f"{article.path}: {' '.join(article.repairs)}" for article in graph.records.articles if article.repairs]
    yield from _named("Mended", repairs)
    done = [made for made in graph.records.decisions if made.scope == "corrections"]
    yield from _named("Corrected", list(dict.fromkeys(made.reason for made in done if made.outcome == "corrected")))
    yield from _named("Corrections ignored,", [made.reason for made in done if made.outcome == "ignored"])
    yield f"Open {output / 'graph.html'} in a browser; the deals are in {output / 'deals.csv'}."


def _counts(counts: Sequence[tuple[int, str, str]]) -> str:
    words = [f"{count:,} {one if count == 1 else many}" for count, one, many in counts]
    return " and ".join([", ".join(words[:-1]), words[-1]])


def _place(path: str, place: str) -> str:
    return f"{path}, {place}" if place else path


def _named(verb: str, lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        return
    yield f"{verb} {len(lines):,}:"
    yield from (f"  {line}" for line in lines[:MOST_NAMED])
    if len(lines) > MOST_NAMED:
        yield f"  and {len(lines) - MOST_NAMED:,} more"
