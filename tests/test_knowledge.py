"""What Python gets: typed tables, a folder that loads back, and a picture in a notebook."""

from dataclasses import replace
from pathlib import Path

import networkx
import pandas
import pytest

from graphbuilder.errors import InputError, OutputError
from graphbuilder.export.csv import write_tables
from graphbuilder.export.tables import TABLES
from graphbuilder.knowledge import KnowledgeGraph, PageFrame, load
from graphbuilder.records import Knowledge

Graph = networkx.MultiDiGraph


@pytest.fixture
def built(knowledge: Knowledge, graph: Graph) -> KnowledgeGraph:
    return KnowledgeGraph.from_records(knowledge, graph)


@pytest.mark.parametrize("table", TABLES)
def test_tables_have_the_promised_columns(table: str, built: KnowledgeGraph) -> None:
    assert list(getattr(built, table).columns) == [column.name for column in TABLES[table]]


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("documents", "characters", "int64"),
        ("entities", "mentions", "int64"),
        ("triples", "start", "int64"),
        ("triples", "confidence", "float64"),
        ("deals", "quantity", "Int64"),
        ("deals", "value", "Int64"),
        ("deals", "confidence", "float64"),
    ],
)
def test_columns_have_types(table: str, column: str, kind: str, built: KnowledgeGraph) -> None:
    empty = KnowledgeGraph.from_records(Knowledge(), Graph())
    assert getattr(built, table)[column].dtype == kind
    assert getattr(empty, table)[column].dtype == kind


def test_unknown_numbers_are_missing_and_unknown_texts_empty(built: KnowledgeGraph) -> None:
    deal = built.deals.iloc[0]
    assert deal["value"] is pandas.NA
    assert deal["unit"] == ""
    assert deal["quantity"] == 2


def test_saving_and_loading_gives_the_same(built: KnowledgeGraph, tmp_path: Path) -> None:
    built.save(tmp_path / "one")
    back = load(tmp_path / "one")
    for table in TABLES:
        pandas.testing.assert_frame_equal(getattr(back, table), getattr(built, table))
    assert dict(back.graph.nodes(data=True)) == dict(built.graph.nodes(data=True))
    assert {key: data for *_, key, data in back.graph.edges(keys=True, data=True)} == {
        key: data for *_, key, data in built.graph.edges(keys=True, data=True)
    }
    back.save(tmp_path / "two")
    # The page also shows why mentions were joined, which no table holds.
    for file in (file for file in (tmp_path / "one").iterdir() if file.name != "graph.html"):
        assert (tmp_path / "two" / file.name).read_bytes() == file.read_bytes(), file.name


def test_saving_writes_every_file(built: KnowledgeGraph, knowledge: Knowledge, tmp_path: Path) -> None:
    built.save(tmp_path / "out")
    names = {f"{table}.csv" for table in TABLES} | {"graph.graphml", "graph.html", ".graphbuilder.json"}
    assert {file.name for file in (tmp_path / "out").iterdir()} == names
    write_tables(knowledge, tmp_path)
    for table in TABLES:
        assert (tmp_path / "out" / f"{table}.csv").read_bytes() == (tmp_path / f"{table}.csv").read_bytes()


def test_saving_keeps_what_the_user_changed(built: KnowledgeGraph, tmp_path: Path) -> None:
    built.deals.loc[0, "value"] = 5
    built.entities.loc[0, "name"] = "Ruritanien"
    built.save(tmp_path / "out")
    back = load(tmp_path / "out")
    assert list(back.deals["value"]) == [5]
    assert back.entities["name"].iloc[0] == "Ruritanien"


def test_saving_refuses_a_folder_of_somebody_else(built: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "thesis").touch()
    with pytest.raises(OutputError, match="did not write"):
        built.save(tmp_path)


@pytest.mark.parametrize("missing", ["folder", "deals.csv", "graph.graphml"])
def test_loading_tells_what_is_missing(missing: str, built: KnowledgeGraph, tmp_path: Path) -> None:
    out = tmp_path / "out"
    if missing != "folder":
        built.save(out)
        (out / missing).unlink()
    with pytest.raises(InputError, match="a folder that `graphbuilder build` wrote"):
        load(out)


def test_records_of_a_loaded_graph(built: KnowledgeGraph, knowledge: Knowledge, tmp_path: Path) -> None:
    built.save(tmp_path / "out")
    assert load(tmp_path / "out").records.mentions == knowledge.mentions
    assert built.records is knowledge
    assert built.skipped == knowledge.skipped


def test_summary_in_a_notebook(built: KnowledgeGraph) -> None:
    shown = built._repr_html_()
    assert "<b>Frigates</b>: 1 article, 1 triple, 3 entities, 1 deal" in shown
    assert "<td>Freedonia</td>" in shown
    assert repr(built) == "<KnowledgeGraph: 1 article, 1 triple, 3 entities, 1 deal>"


def test_summary_escapes_what_articles_say(knowledge: Knowledge, graph: Graph) -> None:
    article = replace(knowledge.articles[0], title="<script>alert(1)</script>")
    deal = replace(knowledge.deals[0], weapon="<img src=x>")
    shown = KnowledgeGraph.from_records(replace(knowledge, articles=(article,), deals=(deal,)), graph)._repr_html_()
    assert "<script" not in shown
    assert "<img" not in shown


def test_summary_of_many_deals_shows_the_first(knowledge: Knowledge, graph: Graph) -> None:
    deals = tuple(replace(knowledge.deals[0], deal_id=f"v{number}") for number in range(12))
    shown = KnowledgeGraph.from_records(replace(knowledge, deals=deals), graph)._repr_html_()
    assert shown.count("<td>Freedonia</td>") == 10
    assert "and 2 more deals" in shown


def test_summary_of_nothing() -> None:
    empty = KnowledgeGraph.from_records(Knowledge(), Graph())
    assert empty._repr_html_() == "<div><p><b>0 articles</b>: 0 articles, 0 triples, 0 entities, 0 deals</p></div>"


def test_a_page_stays_in_its_frame() -> None:
    frame = PageFrame('<p title="x">&amp;</p><script>1</script>', 300)._repr_html_()
    assert frame.count("<") == 2  # the frame and its end
    assert "&lt;p title=&quot;x&quot;&gt;&amp;amp;&lt;/p&gt;" in frame
    assert "allow-same-origin" not in frame
    assert "height: 300px" in frame


def test_showing_is_the_page_in_a_frame(built: KnowledgeGraph) -> None:
    assert built.show().page == built.to_html()
    assert "Freedonia" in built.to_html()
