"""The state of an output folder: what its build holds, and whether one was cut off."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from graphbuilder.errors import InputError
from graphbuilder.export.csv import read_table
from graphbuilder.export.folder import finish_output, store_in, written_files
from graphbuilder.export.restored import restored
from graphbuilder.export.tables import TABLES
from graphbuilder.records import Knowledge
from graphbuilder.store.readings import count_readings


@dataclass(frozen=True, slots=True)
class Condition:
    """What is in an output folder.

    `built` is whether a build is there; `kept` is the number of articles that the next build need not read again.
    `first`, `last` are the dates of the oldest and the newest article; each count is a pair of a word and a number.
    """

    built: bool
    kept: int
    first: str = ""
    last: str = ""
    undated: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    statuses: tuple[tuple[str, int], ...] = ()
    files: tuple[str, ...] = ()


def knowledge_in(folder: Path) -> Knowledge:
    """Read the tables of a folder as records; the texts of the articles are in none of them.

    Raises:
        InputError: there is no such folder, or a table is missing or damaged.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder; give one that `graphbuilder build` wrote")
    finish_output(folder)
    return restored({table: read_table(table, folder) for table in TABLES})


def condition_of(folder: Path) -> Condition:
    """Say what is in an output folder.

    Raises:
        InputError: there is no such folder, nothing of this program in it, or a table of its build is damaged.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder; give one that `graphbuilder build` wrote")
    finish_output(folder)
    kept = count_readings(store_in(folder))
    files = tuple(written_files(folder))
    if not files:
        if not store_in(folder).parent.is_dir():
            raise InputError(f"{folder} holds no build; give a folder that `graphbuilder build` wrote")
        return Condition(built=False, kept=kept)
    knowledge = knowledge_in(folder)
    dates = sorted(article.date for article in knowledge.articles if article.date)
    statuses = Counter(deal.status for deal in knowledge.deals)
    return Condition(
        built=True,
        kept=kept,
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        undated=len(knowledge.articles) - len(dates),
        counts=(
            ("articles", len(knowledge.articles)),
            ("sentences", sum(knowledge.sentences)),
            ("entities", len(knowledge.entities)),
            ("mentions", len(knowledge.mentions)),
            ("triples", len(knowledge.triples)),
            ("deals", len(knowledge.deals)),
        ),
        statuses=tuple(sorted(statuses.items())),
        files=files,
    )
