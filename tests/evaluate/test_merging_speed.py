"""How long merging takes: counts that do not depend on the machine, and time by a clock of our own."""

from itertools import count

import pytest

from graphbuilder.cli.main import main
from graphbuilder.evaluate.merging import evaluate_merging


def test_sizes_and_time() -> None:
    ticks = count()
    (table,) = evaluate_merging([100, 1000], clock=lambda: float(next(ticks)))
    assert [row[:2] for row in table.rows] == [(100, 10), (1000, 100)]
    assert [row[4:] for row in table.rows] == [(1.0, 10000.0), (1.0, 1000.0)]
    assert 0 < table.rows[1][2] <= 110


def test_the_same_entities_each_time() -> None:
    counts = [evaluate_merging([2000])[0].rows[0][:4] for _ in range(2)]
    assert counts[0] == counts[1]


def test_command(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["evaluate", "merging", "--mentions", "200"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"Merging on one core\n")
