"""How far a long build is: a bar on a terminal, a line now and then in a log."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from tqdm import tqdm

Progress = Callable[[int, int | None], None]

SECONDS_BETWEEN_LINES = 10.0


@contextmanager
def progress_on(stream: TextIO, quiet: bool = False, clock: Callable[[], float] = time.monotonic) -> Iterator[Progress]:
    """Report progress for the length of the context.

    Args:
        stream: Where to report: a terminal gets a bar, anything else lines.
        quiet: Report nothing.
        clock: Gives seconds.

    Returns:
        A function to call with the number of articles done, and of all where that is known.
    """
    if quiet:
        yield _nothing
    elif stream.isatty():
        with tqdm(file=stream, unit=" articles", leave=False, dynamic_ncols=True) as bar:
            yield _bar(bar)
    else:
        yield _lines(stream, clock)


def _nothing(_done: int, _total: int | None) -> None:
    return


def _bar(bar: "tqdm[Any]") -> Progress:
    def report(done: int, total: int | None) -> None:
        bar.total = total
        bar.update(done - bar.n)

    return report


def _lines(stream: TextIO, clock: Callable[[], float]) -> Progress:
    start = last = clock()

    def report(done: int, total: int | None) -> None:
        nonlocal last
        now = clock()
        if now - last < SECONDS_BETWEEN_LINES:
            return
        last = now
        rate = done / (now - start)
        known = total is not None and rate > 0
        left = f", {_duration((total - done) / rate)} left" if known and total is not None else ""
        of_all = f" of {total:,}" if total is not None else ""
        stream.write(f"{done:,}{of_all} articles, {rate:.1f} a second{left}\n")
        stream.flush()

    return report


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
