"""Progress: a bar for a terminal, lines for a log, and what is said at the end."""

import io
from dataclasses import replace
from pathlib import Path

import networkx
import pytest

from graphbuilder.cli.progress import progress_on
from graphbuilder.cli.summary import summary_lines
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.records import Knowledge, Skipped


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _log(reports: list[tuple[float, int, int | None]]) -> list[str]:
    """Report at given times, and give the lines of the log."""
    times = iter([0.0, *(at for at, _, _ in reports)])
    stream = io.StringIO()
    with progress_on(stream, clock=lambda: next(times)) as progress:
        for _, done, total in reports:
            progress(done, total)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize(
    ("reports", "lines"),
    [
        pytest.param([(1, 1, 3), (2, 2, 3), (3, 3, 3)], [], id="short work needs no line"),
        pytest.param([(10, 20, 100)], ["20 of 100 articles, 2.0 a second, 40 s left"], id="first line"),
        pytest.param([(10, 20, None)], ["20 articles, 2.0 a second"], id="total not known"),
        pytest.param([(10, 5, 500)], ["5 of 500 articles, 0.5 a second, 16 min 30 s left"], id="minutes"),
        pytest.param([(10, 5, 5000)], ["5 of 5,000 articles, 0.5 a second, 2 h 46 min left"], id="hours"),
        pytest.param([(10, 0, 9)], ["0 of 9 articles, 0.0 a second"], id="none done yet"),
        pytest.param(
            [(10, 1, 4), (19, 2, 4), (20, 3, 4)],
            ["1 of 4 articles, 0.1 a second, 30 s left", "3 of 4 articles, 0.1 a second, 7 s left"],
            id="ten seconds between lines",
        ),
    ],
)
def test_lines(reports: list[tuple[float, int, int | None]], lines: list[str]) -> None:
    assert _log(reports) == lines


def test_a_terminal_gets_a_bar_that_goes_away() -> None:
    stream = Terminal()
    with progress_on(stream) as progress:
        progress(1, 2)
        progress(2, 2)
    assert "| 0/" in stream.getvalue() or "0 articles" in stream.getvalue()
    assert stream.getvalue().rstrip(" ").endswith("\r")


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()], ids=["log", "terminal"])
def test_quiet(stream: io.StringIO) -> None:
    with progress_on(stream, quiet=True) as progress:
        progress(1, 1)
    assert stream.getvalue() == ""


def _summary(knowledge: Knowledge) -> list[str]:
    return list(summary_lines(KnowledgeGraph.from_records(knowledge, networkx.MultiDiGraph()), Path("out")))


def test_summary(knowledge: Knowledge) -> None:
    article = replace(knowledge.articles[0], repairs=("A byte-order mark was dropped.", "3 characters were replaced."))
    assert _summary(replace(knowledge, articles=(article,))) == [
        "Read 1 article and 2 sentences; found 1 triple, 3 entities and 1 deal.",
        "Skipped 1:",
        "  b.bin: it is not text",
        "Mended 1:",
        "  a.txt: A byte-order mark was dropped. 3 characters were replaced.",
        f"Open {Path('out/graph.html')} in a browser; the deals are in {Path('out/deals.csv')}.",
    ]


def test_summary_names_the_first_of_many(knowledge: Knowledge) -> None:
    skipped = tuple(Skipped("all.csv", f"row {number}", "it has no text") for number in range(1, 1013))
    lines = _summary(replace(knowledge, skipped=skipped))
    assert lines[1:4] == ["Skipped 1,012:", "  all.csv, row 1: it has no text", "  all.csv, row 2: it has no text"]
    assert lines[-2] == "  and 1,002 more"
