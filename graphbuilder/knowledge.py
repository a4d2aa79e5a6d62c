"""What a build gives to Python: the graph and its tables, to be asked, saved, exported and loaded."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import networkx
import numpy
import pandas

from graphbuilder.explain import Explanation, explain
from graphbuilder.export.csv import write_table
from graphbuilder.export.folder import open_output
from graphbuilder.export.formats import write_export
from graphbuilder.export.graphml import write_graphml
from graphbuilder.export.restored import restored
from graphbuilder.export.tables import TABLES, rows
from graphbuilder.query.choices import DealConditions, TripleConditions, deals_where, triples_where
from graphbuilder.query.content import Content, part, participants
from graphbuilder.query.frames import added_columns, cells, frame, items, whole_cells
from graphbuilder.query.notebook import PageFrame, counted, summary, summary_html
from graphbuilder.query.questions import Questions
from graphbuilder.query.reading import read_folder, read_graph_alone
from graphbuilder.query.selectable import DealsFrame, TriplesFrame
from graphbuilder.records import Knowledge, Skipped
from graphbuilder.show.page import page_html

__all__ = ["KnowledgeGraph", "PageFrame", "load"]


class KnowledgeGraph(Questions):
    """A knowledge graph of arms transfers.

    `deals` and `triples` are tables that can also be called to select: `kg.deals(supplier="Russia", since="2019")` is a
    `KnowledgeGraph` again, of these deals and what belongs to them.

    Attributes:
        skipped: The inputs that gave no article, and why; empty for a graph that was loaded.
    """

    def __init__(
        self,
        graph: "networkx.MultiDiGraph[str] | Callable[[], networkx.MultiDiGraph[str]]",
        tables: Mapping[str, pandas.DataFrame],
        records: Knowledge | None = None,
    ) -> None:
        """Join a graph and its tables; `build` and `load` are the usual ways to get one.

        Args:
            graph: The graph, or what makes it when it is first looked at.
            tables: A frame for each table, by its name in `TABLES`; further ones are kept and saved as texts.
            records: What the tables were made from, where that is at hand.
        """
        self._graph = graph
        self.skipped: tuple[Skipped, ...] = records.skipped if records is not None else ()
        self._tables = {**{table: frame(table, ()) for table in TABLES if table not in tables}, **tables}
        self._deals = DealsFrame(self._tables["deals"], self._selected_deals)
        self._triples = TriplesFrame(self._tables["triples"], self._selected_triples)
        self._tables |= {"deals": self._deals, "triples": self._triples}
        self._records = records
        self._known: Content | None = None

    @classmethod
    def from_records(cls, knowledge: Knowledge, graph: "networkx.MultiDiGraph[str]") -> "KnowledgeGraph":
        """Make one from the result of a build."""
        return cls(graph, {table: frame(table, rows(table, knowledge)) for table in TABLES}, knowledge)

    @property
    def graph(self) -> "networkx.MultiDiGraph[str]":
        """The `networkx.MultiDiGraph` of actors, weapons and deals."""
        if callable(self._graph):
            self._graph = self._graph()
        return self._graph

    @graph.setter
    def graph(self, graph: "networkx.MultiDiGraph[str]") -> None:
        self._graph = graph

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
    def triples(self) -> "TriplesFrame[KnowledgeGraph]":
        """The statements, one subject-relation-object triple a row; called, it selects some of them."""
        return self._triples

    @property
    def deals(self) -> "DealsFrame[KnowledgeGraph]":
        """The arms deals, one a row; called, it selects some of them."""
        return self._deals

    @property
    def deal_events(self) -> pandas.DataFrame:
        """The steps of the deals, one a row: when, who says so, and what disputes them."""
        return self._tables["deal_events"]

    @property
    def decisions(self) -> pandas.DataFrame:
        """Why names were taken for one entity or for two, one reason a row."""
        return self._tables["decisions"]

    @property
    def attributes(self) -> pandas.DataFrame:
        """Countries, roles, makers and categories, one a row, with where each is from."""
        return self._tables["attributes"]

    @property
    def tables(self) -> dict[str, pandas.DataFrame]:
        """All tables by name, also those of another version's folder that this one does not know."""
        return dict(self._tables)

    @property
    def records(self) -> Knowledge:
        """The same as frozen records; for a graph that was loaded they are made from its tables."""
        if self._records is None:
            self._records = restored({table: whole_cells(table, self._tables[table]) for table in TABLES})
        return self._records

    @property
    def title(self) -> str:
        """The title of the article where there is only one that has one, else how many were read."""
        titles = self.documents["title"]
        if len(titles) == 1 and titles.iloc[0]:
            return str(titles.iloc[0])
        return counted(len(titles), "article")

    def explain(self, *names: str) -> Explanation:
        """Say why the mentions of a name are one entity and what was near; of several names, why they are one or not.

        Args:
            names: Names, aliases or ids of entities.

        Raises:
            QueryError: A name is not in the graph.
        """
        return explain(self.records, names)

    def save(self, directory: str | Path) -> None:
        """Write all files of a build: the tables, graph.graphml and graph.html.

        Args:
            directory: A folder that is new, empty, or from an earlier build, whose files are replaced as a whole.

        Raises:
            OutputError: The folder is not ours or cannot be written.
        """
        with open_output(Path(directory)) as folder:
            self.write_files(folder)

    def write_files(self, folder: Path) -> None:
        """Write all files of a build into an empty folder that `open_output` gave."""
        for table, table_frame in self._tables.items():
            write_table(table, cells(table, table_frame), folder, added_columns(table, table_frame))
        write_graphml(self.graph, folder / "graph.graphml")
        (folder / "graph.html").write_text(self.to_html(), encoding="utf-8", errors="replace", newline="\n")

    def export(self, path: str | Path, format: str) -> None:
        """Write the graph for another program.

        Args:
            path: The file, or the folder for a format of several files. What is there is replaced.
            format: One of the names in `graphbuilder.export.formats.FORMATS`, such as `gexf`, `rdf` or `sipri`.

        Raises:
            OutputError: The format is not known, or the path cannot be written.
            ExtraError: The format needs an extra that is not installed.
        """
        write_export(format, self.graph, self.records, Path(path))

    def to_html(self) -> str:
        """Give the interactive page: one HTML text that needs no network."""
        return page_html(self.records, self.graph, self.title)

    def show(self, height: int = 720) -> PageFrame:
        """Show the interactive page in a notebook.

        Args:
            height: Of the frame, in CSS pixels.
        """
        return PageFrame(self.to_html(), height)

    def __repr__(self) -> str:
        return f"<KnowledgeGraph: {summary(self._tables)}>"

    def _repr_html_(self) -> str:
        return summary_html(self.title, self._tables, self.graph)

    def __getstate__(self) -> dict[str, Any]:
        tables = {name: pandas.DataFrame(table) for name, table in self._tables.items()}
        return {"graph": self.graph, "tables": tables, "records": self._records, "skipped": self.skipped}

    def __setstate__(self, state: dict[str, Any]) -> None:
        KnowledgeGraph.__init__(self, state["graph"], state["tables"], state["records"])
        self.skipped = state["skipped"]

    def _content(self) -> Content:
        """Give the graph and its tables with what was looked up in them, as long as no table has grown or shrunk."""
        size = tuple(map(len, self._tables.values()))
        if self._known is None or self._known.size != size:
            self._known = Content(lambda: self.graph, self._tables, size)
        return self._known

    def _part(self, entities: set[str], triples: Any, deals: Any) -> "KnowledgeGraph":
        return KnowledgeGraph(*part(self._content(), entities, triples, deals))

    def _selected_deals(self, asked: DealConditions) -> "KnowledgeGraph":
        content = self._content()
        deals = deals_where(content, asked)
        wanted = {name for cell in self._deals["triples"][deals] for name in items(cell)}
        triples = numpy.asarray(self._triples["triple_id"].isin(wanted))
        return self._part(participants(content, self._triples[triples], self._deals[deals]), triples, deals)

    def _selected_triples(self, asked: TripleConditions) -> "KnowledgeGraph":
        content = self._content()
        triples = triples_where(content, asked)
        wanted = set(self._triples["triple_id"][triples])
        deals = numpy.array([not wanted.isdisjoint(items(cell)) for cell in self._deals["triples"]], dtype=bool)
        return self._part(participants(content, self._triples[triples], self._deals[deals]), triples, deals)


def load(path: str | Path) -> KnowledgeGraph:
    """Load a graph from a folder that a build wrote, by this version or another, or from its GraphML file alone.

    Args:
        path: The folder, or the file. A GraphML file holds no articles and no places in them: those stay unknown.

    Raises:
        InputError: A file is missing or damaged.
    """
    path = Path(path)
    return KnowledgeGraph(*(read_graph_alone(path) if path.is_file() else read_folder(path)))
