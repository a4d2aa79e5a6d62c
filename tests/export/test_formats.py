"""Every export, read back by another program's reader, hostile texts included."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import igraph
import lark
import networkx
import pyarrow.parquet
import pyshacl
import pytest
import rdflib
from worlds import DEALS, HARMLESS, HOSTILE, hostile_records, without_extra, world

import graphbuilder
from graphbuilder.errors import ExtraError, OutputError
from graphbuilder.export.formats import FORMATS
from graphbuilder.export.graphml import flattened
from graphbuilder.export.tables import TABLES
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.records import Knowledge

PERSON = "person:rudolf-rassendyll"


@pytest.fixture(scope="module")
def hostile() -> KnowledgeGraph:
    return world(hostile_records())


def _written(graph: KnowledgeGraph, path: Path, form: str) -> Path:
    graph.export(path, form)
    return path


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "ftm"])
def test_the_same_graph_gives_the_same_bytes(form: str, hostile: KnowledgeGraph, tmp_path: Path) -> None:
    once, twice = (_written(hostile, tmp_path / name, form) for name in ("one", "two"))
    for path in [once] if once.is_file() else sorted(once.iterdir()):
        assert (twice / path.name if twice.is_dir() else twice).read_bytes() == path.read_bytes()


def test_gexf_is_read_by_networkx(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    back: Any = networkx.read_gexf(_written(hostile, tmp_path / "graph.gexf", "gexf"))
    flat = flattened(hostile.graph)
    assert set(back) == set(flat)
    assert back.nodes[PERSON]["label"] == HARMLESS
    for node, attributes in flat.nodes(data=True):
        assert {name: back.nodes[node][name] for name in attributes} == attributes
    edges = {data["id"]: (one, other, data) for one, other, data in back.edges(data=True)}
    assert {key: edge[:2] for key, edge in edges.items()} == {
        key: (one, other) for one, other, key in flat.edges(keys=True)
    }
    for one, other, key, attributes in flat.edges(keys=True, data=True):
        assert {name: edges[key][2][name] for name in attributes} == attributes, (one, other)


def test_gexf_has_times(tmp_path: Path) -> None:
    path = _written(world(), tmp_path / "graph.gexf", "gexf")
    assert 'mode="dynamic" name="" timeformat="date"' in path.read_text(encoding="utf-8")
    back: Any = networkx.read_gexf(path)
    spans = {(back.nodes[node].get("start"), back.nodes[node].get("end")) for node in ("v1", "v2", "v3")}
    assert spans == {("2019-05-01", "2020-03-31"), ("2020-03-01", "2020-03-31"), ("2020-01-01", "2020-03-31")}
    assert "start" not in back.nodes["country:RUR"]
    for _, _, data in back.edges(data=True):
        assert ("start" in data) == (data["first_date"] != "")
        assert date.fromisoformat(data.get("start", "2000-01-01")) <= date.fromisoformat(data.get("end", "2000-01-01"))


def test_graphml_is_read_by_igraph(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    back = igraph.Graph.Read_GraphML(str(_written(hostile, tmp_path / "graph.graphml", "graphml")))
    assert (back.vcount(), back.ecount()) == (len(hostile.graph), hostile.graph.number_of_edges())
    assert back.vs.find(id=PERSON)["label"] == HARMLESS


def test_json_is_read_by_networkx(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    data = json.loads(_written(hostile, tmp_path / "graph.json", "json").read_text(encoding="utf-8"))
    assert networkx.utils.graphs_equal(networkx.node_link_graph(data, edges="edges"), flattened(hostile.graph))


def test_json_lines_hold_all_tables(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    lines = _written(hostile, tmp_path / "a.jsonl", "jsonl").read_text(encoding="utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    for table in TABLES:
        assert sum(row["table"] == table for row in rows) == len(hostile.tables[table])
    person = next(row for row in rows if row.get("entity_id") == PERSON and row["table"] == "entities")
    assert (person["name"], person["aliases"]) == (HOSTILE, ["Rudolf"])
    deal = next(row for row in rows if row.get("deal_id") == "v2" and row["table"] == "deals")
    assert (deal["quantity"], deal["triples"], deal["supplier"]) == (None, ["t4"], "Ruritania")


def test_the_bulk_import_holds_the_graph(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    folder = _written(hostile, tmp_path / "neo4j", "csv")
    flat = flattened(hostile.graph)
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes = {row["id:ID"]: row for row in csv.DictReader(file)}
    with (folder / "relationships.csv").open(encoding="utf-8", newline="") as file:
        edges = {row["id:string"]: row for row in csv.DictReader(file)}
    assert set(nodes) == set(flat)
    assert nodes[PERSON]["label:string"] == HARMLESS
    assert nodes["v1"][":LABEL"] == "Thing;DEAL"
    assert nodes["v1"]["value:long"] == "5000000000"
    assert {(row[":START_ID"], row[":END_ID"], key) for key, row in edges.items()} == set(flat.edges(keys=True))
    assert {row[":TYPE"] for row in edges.values()} >= {"SUPPLIES", "SUPPLIER", "LEADS"}
    text = (folder / "nodes.csv").read_text(encoding="utf-8")
    assert ',"","Thing;COUNTRY"' in text  # an empty text
    assert ",," in text  # no value


CYPHER = lark.Lark(
    r"""
    start: (constraint | nodes | edges)+
    constraint: "CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;"
    nodes: "UNWIND" list "AS row CREATE (n:Thing:" NAME ") SET n = row;"
    edges: "UNWIND" list "AS row MATCH (a:Thing {id: row.source}), (b:Thing {id: row.target}) CREATE (a)-[r:" NAME "]->(b) SET r = row.`set`;"
    list: "[" map ("," map)* "]"
    map: "{" [pair ("," pair)*] "}"
    pair: NAME ":" (text | NUMBER | map)
    text: STRING ("+" STRING)*
    NAME: "`" /[^`]+/ "`"
    STRING: /"(?:[^"\\]|\\(?:["\\nrtbf]))*"/
    NUMBER: /-?\d+(?:\.\d+)?(?:e-?\d+)?/
    %ignore /\s+/
    """  # the grammar of these statements, written from the manual of Cypher, not from the exporter
)


class _Values(lark.Transformer):  # type: ignore[type-arg]
    def text(self, parts: list[str]) -> str:
        return "".join(json.loads(part, strict=False) for part in parts)

    def pair(self, parts: list[Any]) -> tuple[str, Any]:
        name, value = parts
        return str(name).strip("`"), json.loads(value) if isinstance(value, lark.Token) else value

    def map(self, parts: list[Any]) -> dict[str, Any]:
        return dict(part for part in parts if part)

    def list(self, parts: list[Any]) -> list[Any]:
        return parts


def test_the_cypher_script_makes_the_graph(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    tree = _Values().transform(
        CYPHER.parse(_written(hostile, tmp_path / "a.cypher", "cypher").read_text(encoding="utf-8"))
    )
    made: Any = networkx.MultiDiGraph()
    for statement in tree.children:
        for row in statement.children[0] if statement.data == "nodes" else ():
            made.add_node(row.pop("id"), **row)
            assert str(statement.children[1]) == f"`{row['type']}`"
        for row in statement.children[0] if statement.data == "edges" else ():
            attributes = row["set"]
            assert str(statement.children[1]).strip("`") == (attributes["relation_type"] or "RELATES_TO")
            made.add_edge(row["source"], row["target"], key=attributes.pop("id"), **attributes)
    assert networkx.utils.graphs_equal(made, flattened(hostile.graph))


def test_a_name_cannot_break_out_of_the_script(tmp_path: Path) -> None:
    graph = world()
    graph.graph.nodes["country:OZZ"]["a`b: 1}] MATCH (n) DETACH DELETE n //"] = 1
    text = _written(graph, tmp_path / "a.cypher", "cypher").read_text(encoding="utf-8")
    assert "{`a``b: 1}] MATCH (n) DETACH DELETE n //`: 1," in text


GB = rdflib.Namespace("urn:graphbuilder:vocabulary#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


@pytest.mark.parametrize(("name", "form"), [("graph.ttl", "turtle"), ("graph.nt", "nt")])
def test_rdf_is_read_by_rdflib(name: str, form: str, hostile: KnowledgeGraph, tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(_written(hostile, tmp_path / name, "rdf"), format=form)
    counts = {
        kind: len(set(graph.subjects(rdflib.RDF.type, kind)))
        for kind in (rdflib.RDF.Statement, GB.Deal, GB.Article, GB.Person, OA.TextPositionSelector)
    }
    assert list(counts.values()) == [9, 3, 3, 2, len(hostile.mentions) + 9]
    person = rdflib.URIRef("urn:graphbuilder:entity:person%3Arudolf-rassendyll")
    assert str(graph.value(person, rdflib.RDFS.label)) == HARMLESS
    denied = list(graph.subjects(GB.polarity, rdflib.Literal("negated")))
    assert [str(statement) for statement in denied] == ["urn:graphbuilder:statement:t7"]
    query = """
        SELECT ?text ?start ?end ?title WHERE {
            ?statement gb:relation "build" ; prov:wasDerivedFrom ?article . ?article dcterms:title ?title .
            ?note oa:hasBody ?statement ; oa:hasTarget ?target . ?target oa:hasSource ?article .
            ?target oa:hasSelector [ oa:exact ?text ] , [ oa:start ?start ; oa:end ?end ] }
    """
    found = graph.query(query, initNs={"gb": GB, "oa": OA, "prov": rdflib.PROV, "dcterms": rdflib.DCTERMS})
    assert [tuple(cell.toPython() for cell in row) for row in found] == [(HARMLESS, 320, 350, "A denial")]  # type: ignore[union-attr]


def test_rdf_has_the_shapes_promised(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(_written(hostile, tmp_path / "graph.ttl", "rdf"))
    shapes = Path(str(graphbuilder.__file__)).parent / "export" / "shapes.ttl"
    fits, _, report = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(shapes))
    assert fits, report
    graph.set((rdflib.URIRef("urn:graphbuilder:statement:t7"), GB.polarity, rdflib.Literal("perhaps")))
    assert not pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(shapes))[0]


def test_parquet_has_types(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    folder = _written(hostile, tmp_path / "tables", "parquet")
    assert {path.stem for path in folder.iterdir()} == {*TABLES, "nodes", "edges"}
    for table in TABLES:
        assert pyarrow.parquet.read_table(folder / f"{table}.parquet").num_rows == len(hostile.tables[table])
    deals = pyarrow.parquet.read_table(folder / "deals.parquet")
    assert [str(deals.schema.field(name).type) for name in ("quantity", "confidence", "supplier", "triples")] == [
        *("int64", "double", "string", "list<element: string>"),
    ]
    assert deals["quantity"].to_pylist() == [2, None, 2]
    assert deals["evidence"].to_pylist()[0] == [HOSTILE]
    entities = pyarrow.parquet.read_table(folder / "entities.parquet")
    assert HOSTILE in entities["name"].to_pylist()
    edges = pyarrow.parquet.read_table(folder / "edges.parquet")
    assert set(
        zip(edges["source"].to_pylist(), edges["target"].to_pylist(), edges["id"].to_pylist(), strict=True)
    ) == set(flattened(hostile.graph).edges(keys=True))


def test_sipri_lists_what_is_ordered_or_delivered(tmp_path: Path) -> None:
    with _written(world(), tmp_path / "a.csv", "sipri").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["Recipient"], row["Supplier"], row["Year of order"]) for row in rows] == [
        ("Freedonia", "Ruritania", "2019"),
        ("Oz", "Freedonia", "2020"),
    ]
    assert rows[0]["Number ordered"] == "2"
    assert rows[0]["Year(s) of delivery"] == "2021"
    assert "EUR 5,000,000,000" in rows[0]["Comments"]
    assert {row["Status"] for row in rows} == {""}


def test_sipri_starts_no_formula(tmp_path: Path) -> None:
    known = hostile_records()
    graph = world(replace(known, deals=(replace(DEALS[0], weapon="=1+1"),)))
    with _written(graph, tmp_path / "a.csv", "sipri").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["Weapon designation"] == "'=1+1"


@pytest.mark.parametrize(
    ("form", "module", "extra"),
    [("rdf", "rdflib", "rdf"), ("parquet", "pyarrow", "parquet"), ("ftm", "followthemoney", "ftm")],
)
def test_a_missing_extra_is_named(form: str, module: str, extra: str, tmp_path: Path, monkeypatch: Any) -> None:
    without_extra(monkeypatch, module)
    with pytest.raises(ExtraError, match=rf'pip install "graphbuilder\[{extra}\]"'):
        world().export(tmp_path / "a", form)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("prepare", "form", "message"),
    [
        pytest.param(Path.exists, "xls", "no export format 'xls'; the formats are graphml, gexf", id="format"),
        pytest.param(Path.mkdir, "gexf", "is a folder, and gexf is a single file", id="folder"),
        pytest.param(Path.touch, "csv", "is a file, and csv needs a folder", id="file"),
    ],
)
def test_what_cannot_be_written_is_told(
    prepare: Callable[[Path], object], form: str, message: str, tmp_path: Path
) -> None:
    prepare(tmp_path / "a")
    with pytest.raises(OutputError, match=message):
        world().export(tmp_path / "a", form)


def test_a_file_is_replaced_and_its_neighbours_stay(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    (tmp_path / "b").write_text("mine", encoding="utf-8")
    world().export(tmp_path / "a", "sipri")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    assert (tmp_path / "a").read_text(encoding="utf-8").startswith("Recipient,")


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "ftm"])
def test_an_empty_graph_can_be_exported(form: str, tmp_path: Path) -> None:
    empty = KnowledgeGraph.from_records(Knowledge(), networkx.MultiDiGraph())
    assert _written(empty, tmp_path / "a", form).exists()
