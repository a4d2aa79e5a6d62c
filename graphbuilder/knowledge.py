"""What a build gives to Python: the graph and its tables, saved to a folder and loaded from one."""

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import networkx
import pandas

from graphbuilder.export.csv import read_table, write_table
from graphbuilder.export.folder import finish_output, open_output
from graphbuilder.export.graphml import read_graphml, write_graphml
from graphbuilder.export.restored import restored
from graphbuilder.export.tables import TABLES, Cell, Column, rows
from graphbuilder.records import Knowledge, Skipped
from graphbuilder.show.page import page_html

_DTYPES = {"text": "str", "whole": "int64", "decimal": "float64"}
_DEALS_SHOWN = 10
_DEAL_COLUMNS = ["supplier", "recipient", "weapon", "quantity", "status", "ordered", "confidence"]


class KnowledgeGraph:
    """A knowledge graph of arms transfers.

    Attributes:
        graph: The `networkx.MultiDiGraph` of actors, weapons and deals.
        skipped: The inputs that gave no article, and why; empty for a graph that was loaded.
    """

    def __init__(
        self,
        graph: "networkx.MultiDiGraph[str]",
        tables: Mapping[str, pandas.DataFrame],
        records: Knowledge | None = None,
    ) -> None:
        """Join a graph and its tables; `build` and `load` are the usual ways to get one.

        Args:
            graph: The graph.
            tables: A frame for each of documents, entities, mentions, triples and deals.
            records: What the tables were made from, where that is at hand.
        """
        self.graph = graph
        self.skipped: tuple[Skipped, ...] = records.skipped if records is not None else ()
        self._tables = dict(tables)
        self._records = records

    @classmethod
    def from_records(cls, knowledge: Knowledge, graph: "networkx.MultiDiGraph[str]") -> "KnowledgeGraph":
        """Make one from the result of a build."""
        return cls(graph, {table: _frame(table, rows(table, knowledge)) for table in TABLES}, knowledge)

    @property
    def documents(self) -> pandas.DataFrame:
        """The articles read, one a row."""
        return self._tables["documents"]

    @property
    def entities(self) -> pandas.DataFrame:
        """The countries, persons, organizations, weapons, locations and events, one a row."""
        return self._tables["entities"]

    @property
    def mentions(self) -> pandas.DataFrame:
        """The places in the texts that name an entity, one a row."""
        return self._tables["mentions"]

    @property
    def triples(self) -> pandas.DataFrame:
        """The statements, one subject-relation-object triple a row."""
        return self._tables["triples"]

    @property
    def deals(self) -> pandas.DataFrame:
        """The arms deals, one a row."""
        return self._tables["deals"]

    @property
    def records(self) -> Knowledge:
        """The same as frozen records; for a graph that was loaded they are made from its tables."""
        if self._records is None:
            self._records = restored({table: _cells(table, frame) for table, frame in self._tables.items()})
        return self._records

    @property
    def title(self) -> str:
        """The title of the article where there is only one that has one, else how many were read."""
        titles = self.documents["title"]
        if len(titles) == 1 and titles.iloc[0]:
            return str(titles.iloc[0])
        return _counted(len(titles), "article")

    def save(self, directory: str | Path) -> None:
        """Write all files of a build: five tables, graph.graphml and graph.html.

        Args:
            directory: A folder that is new, empty, or from an earlier build, whose files are replaced as a whole.

        Raises:
            OutputError: The folder is not ours or cannot be written.
        """
        with open_output(Path(directory)) as folder:
            self.write_files(folder)

    def write_files(self, folder: Path) -> None:
        """Write all files of a build into an empty folder that `open_output` gave."""
        for table, frame in self._tables.items():
            write_table(table, _cells(table, frame), folder)
        write_graphml(self.graph, folder / "graph.graphml")
        (folder / "graph.html").write_text(self.to_html(), encoding="utf-8", errors="replace", newline="\n")

    def to_html(self) -> str:
        """Give the interactive page: one HTML text that needs no network."""
        return page_html(self.records, self.graph, self.title)

    def show(self, height: int = 720) -> "PageFrame":
        """Show the interactive page in a notebook.

        Args:
            height: Of the frame, in CSS pixels.
        """
        return PageFrame(self.to_html(), height)

    def __repr__(self) -> str:
        return f"<KnowledgeGraph: {self._summary()}>"

    def _repr_html_(self) -> str:
        shown = self.deals[_DEAL_COLUMNS].head(_DEALS_SHOWN)
        table = shown.to_html(index=False, na_rep="", border=0) if len(shown) else ""
        more = len(self.deals) - len(shown)
        rest = f"<p>and {_counted(more, 'more deal')}: <code>.deals</code></p>" if more else ""
        return f"<div><p><b>{html.escape(self.title)}</b>: {self._summary()}</p>{table}{rest}</div>"

    def _summary(self) -> str:
        counts = [
            (self.documents, "article"),
            (self.triples, "triple"),
            (self.entities, "entity"),
            (self.deals, "deal"),
        ]
        return ", ".join(_counted(len(frame), noun) for frame, noun in counts)


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page in a frame of a notebook, shut off from the notebook: articles are not to be trusted with it."""

    page: str
    height: int

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.page)}" title="Knowledge graph" sandbox="allow-scripts allow-downloads'
            f' allow-popups" style="width: 100%; height: {int(self.height)}px; border: 0"></iframe>'
        )


def load(directory: str | Path) -> KnowledgeGraph:
    """Load a graph from a folder that a build wrote.

    Args:
        directory: The folder.

    Raises:
        InputError: A file is missing or damaged.
    """
    folder = Path(directory)
    finish_output(folder)
    tables = {table: _frame(table, read_table(table, folder)) for table in TABLES}
    return KnowledgeGraph(read_graphml(folder / "graph.graphml"), tables)


def _frame(table: str, table_rows: Iterator[tuple[Cell, ...]]) -> pandas.DataFrame:
    columns = TABLES[table]
    cells = zip(*table_rows, strict=True)
    by_column = list(cells) or [()] * len(columns)
    return pandas.DataFrame(
        {
            column.name: pandas.Series(list(values), dtype=_dtype(column))
            for column, values in zip(columns, by_column, strict=True)
        }
    )


def _dtype(column: Column) -> str:
    return "Int64" if column.kind == "whole" and column.optional else _DTYPES[column.kind]


def _cells(table: str, frame: pandas.DataFrame) -> Iterator[tuple[Cell, ...]]:
    """Give the rows of a frame as `rows` gave them, also of one that the user has changed."""
    names = [column.name for column in TABLES[table]]
    for row in frame[names].itertuples(index=False, name=None):
        yield tuple(_cell(column, value) for column, value in zip(TABLES[table], row, strict=True))


def _cell(column: Column, value: object) -> Cell:
    if pandas.isna(value):  # type: ignore[call-overload]
        return "" if column.kind == "text" else None
    if column.kind == "whole":
        return int(value)  # type: ignore[call-overload,no-any-return]
    return float(value) if column.kind == "decimal" else str(value)  # type: ignore[arg-type]


def _counted(count: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{count:,} {noun if count == 1 else plural}"
