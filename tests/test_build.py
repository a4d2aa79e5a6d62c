"""A whole build with the bundled pipeline: every format in, every file out, and every promise between the files kept."""

import csv
import json
import re
from itertools import pairwise
from pathlib import Path

import networkx
import pytest

import graphbuilder
from graphbuilder.knowledge import KnowledgeGraph

COLUMNS = {
    "documents": "document_id title date source path language characters sentences sha256",
    "entities": "entity_id name type country aliases mentions documents wikidata",
    "mentions": "entity_id document_id sentence start end text kind",
    "triples": (
        "triple_id document_id sentence subject relation object subject_id object_id subject_type object_type"
        " relation_type polarity modality attributed_to date confidence start end evidence statement_id rule attribution_chain"
    ),
    "deals": (
        "deal_id supplier recipient weapon weapon_category quantity unit value currency kind status ordered delivered"
        " supplier_id recipient_id weapon_id operators manufacturer first_reported last_reported documents triples"
        " confidence evidence delivery_years"
    ),
    "deal_events": (
        "deal_id date reported status wording polarity modality said_by standing quantity value currency document_id"
        " sentence start end triples confidence evidence"
    ),
    "decisions": "entity_id outcome scope name other other_id score reason documents document_id",
    "attributes": "entity_id attribute value start end origin source documents",
}
ENTITY_TYPES = {"COUNTRY", "PERSON", "ORGANIZATION", "WEAPON", "LOCATION", "EVENT"}
CLOSED = {
    ("entities", "type"): ENTITY_TYPES,
    ("mentions", "kind"): {"name", "nominal", "pronoun"},
    ("triples", "subject_type"): ENTITY_TYPES | {""},
    ("triples", "object_type"): ENTITY_TYPES | {""},
    ("triples", "polarity"): {"affirmed", "negated"},
    ("triples", "modality"): {"asserted", "planned", "possible", "requested", "conditional"},
    ("decisions", "outcome"): {"joined", "apart", "corrected", "ignored"},
    ("decisions", "scope"): {"article", "articles", "corrections"},
    ("attributes", "attribute"): {"country", "role", "maker", "category", "kind"},
    ("attributes", "origin"): {"table", "text", "correction"},
    ("deal_events", "polarity"): {"affirmed", "negated"},
    ("deal_events", "standing"): {"current", "past", "disputes", "supports"},
    ("deals", "kind"): {"", "sale", "aid", "lease", "licence", "co-development", "upgrade"},
    ("deals", "status"): set(
        "discussed requested approved ordered delivering delivered suspended cancelled refused".split()
    ),
    ("deals", "weapon_category"): {
        *("aircraft", "air defence systems", "anti-submarine warfare weapons", "armoured vehicles", "artillery"),
        *("engines", "missiles", "naval weapons", "satellites", "sensors", "ships", "other"),
    },
}
DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")

TXT = """Poland signs for South Korean tanks
5 August 2022

WARSAW, Poland - Poland signed a contract for 180 K2 tanks with South Korea on Friday. The first ten tanks are to arrive
this year, Defence Minister Mariusz Blaszczak told reporters.

"We are buying them because we need them soon," he said. Warsaw will pay $3.4 billion. Hyundai Rotem builds the K2.
"""
MD = """# India takes its first Rafales

*10 September 2020*

India received five Rafale fighters at Ambala on Thursday. France had sold 36 of them to New Delhi in 2016.

French Defence Minister Florence Parly attended. She did not comment on a second order.
"""
HTML = """<html lang="en"><head><title>Norway and the F-35</title>
<meta property="article:published_time" content="2025-04-01T08:00:00Z"></head><body><article><h1>Norway and the F-35</h1>
<p>Norway has received the last two of the 52 F-35 fighters that it ordered from the United States, Oslo said.</p>
<p>Lockheed Martin delivered the aircraft to Orland air base. Norwegian pilots have flown the type since 2017.</p>
<p>The government in Oslo praised the company for keeping to its schedule, and thanked Washington for the training.</p>
</article></body></html>"""
PDF_LINES = (
    "Finland chooses the F-35",
    "11 February 2022",
    "Finland ordered 64 F-35 fighters from the United States on Friday.",
    "Helsinki did not buy the Gripen, which Sweden had offered.",
)
JSONL = (
    {
        "id": "su35",
        "date": "2020-03-19",
        "title": "Cairo and the Su-35",
        "text": "Egypt may buy Su-35 fighters from Russia. Washington warned that it could impose sanctions on Cairo.",
    },
    {
        "id": "caesar",
        "date": "2022-10-12",
        "text": "France has given Ukraine 18 of its Caesar howitzers. President Emmanuel Macron said that there are six more to come.",
    },
)
CSV = """id,title,date,text
9,Typhoons for Riyadh,2023-07-12,"Germany refused to sell Typhoon fighters to Saudi Arabia, Chancellor Olaf Scholz said."
10,Super Tucanos,2021-07-22,"Nigeria received six A-29 Super Tucano aircraft from the United States."
"""


def pdf(lines: tuple[str, ...]) -> bytes:
    """Return a PDF of one page with the lines given, in a standard font."""
    drawn = b"".join(b"(%s) Tj T* " % line.encode("latin-1") for line in lines)
    stream = b"BT /F1 10 Tf 14 TL 50 750 Td " + drawn + b"ET"
    page = b"/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< " + page + b" >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    )
    out, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, content in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return out + b"xref\n0 6\n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (table, len(out))


def write_articles(folder: Path) -> Path:
    """Write one article in every format that is read, two in the tables."""
    (folder / "notes").mkdir(parents=True)
    (folder / "k2.txt").write_text(TXT, encoding="utf-8")
    (folder / "notes" / "rafale.md").write_text(MD, encoding="utf-8")
    (folder / "f35.html").write_text(HTML, encoding="utf-8")
    (folder / "finland.pdf").write_bytes(pdf(PDF_LINES))
    (folder / "wire.jsonl").write_text("".join(json.dumps(row) + "\n" for row in JSONL), encoding="utf-8")
    (folder / "wire.csv").write_text(CSV, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("build")


@pytest.fixture(scope="module")
def built(folder: Path) -> KnowledgeGraph:
    return graphbuilder.build(write_articles(folder / "articles"), folder / "out")


@pytest.fixture(scope="module")
def tables(built: KnowledgeGraph, folder: Path) -> dict[str, list[dict[str, str]]]:
    """The five tables as a reader who knows nothing of this program finds them."""
    assert len(built.documents)
    out = {}
    for name in COLUMNS:
        with (folder / "out" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            out[name] = list(csv.DictReader(file))
    return out


@pytest.fixture(scope="module")
def texts(built: KnowledgeGraph) -> dict[str, str]:
    return {article.document_id: article.text for article in built.records.articles}


@pytest.fixture(scope="module")
def graph(built: KnowledgeGraph, folder: Path) -> "networkx.MultiDiGraph[str]":
    """The graph as networkx alone reads it."""
    assert len(built.graph)
    read: networkx.MultiDiGraph[str] = networkx.read_graphml(folder / "out" / "graph.graphml", force_multigraph=True)
    return read


@pytest.mark.usefixtures("built")
def test_files(folder: Path) -> None:
    names = {f"{table}.csv" for table in COLUMNS} | {"graph.html", "graph.graphml", ".graphbuilder.json"}
    assert {path.name for path in (folder / "out").iterdir() if path.is_file()} == names
    assert {path.name for path in (folder / "out").iterdir() if path.is_dir()} == {".graphbuilder"}


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("table", COLUMNS)
def test_columns(table: str, folder: Path) -> None:
    data = (folder / "out" / f"{table}.csv").read_bytes()
    assert data.split(b"\n")[0].decode().split(",") == COLUMNS[table].split()
    assert b"\r" not in data and data.endswith(b"\n")


@pytest.mark.parametrize(
    ("path", "title", "date"),
    [
        pytest.param("k2.txt", "Poland signs for South Korean tanks", "2022-08-05", id="txt"),
        pytest.param("notes/rafale.md", "India takes its first Rafales", "2020-09-10", id="md"),
        pytest.param("f35.html", "Norway and the F-35", "2025-04-01", id="html"),
        pytest.param("finland.pdf", "Finland chooses the F-35", "2022-02-11", id="pdf"),
        pytest.param("wire.jsonl#su35", "Cairo and the Su-35", "2020-03-19", id="jsonl"),
        pytest.param("wire.jsonl#caesar", "", "2022-10-12", id="jsonl without a title"),
        pytest.param("wire.csv#9", "Typhoons for Riyadh", "2023-07-12", id="csv"),
        pytest.param("wire.csv#10", "Super Tucanos", "2021-07-22", id="csv, last row"),
    ],
)
def test_every_format_is_read(path: str, title: str, date: str, tables: dict[str, list[dict[str, str]]]) -> None:
    row = next(row for row in tables["documents"] if row["path"] == path)
    assert (row["title"], row["date"], row["language"]) == (title, date, "en")
    assert int(row["sentences"]) >= 1
    assert any(triple["document_id"] == row["document_id"] for triple in tables["triples"]), "it says something"


def test_nothing_else_is_read_and_nothing_left_out(built: KnowledgeGraph) -> None:
    assert len(built.documents) == 8
    assert built.skipped == ()


@pytest.mark.parametrize(
    ("supplier", "recipient", "weapon", "states"),
    [
        pytest.param("South Korea", "Poland", "K2", {"ordered", "delivering"}, id="contract"),
        pytest.param("France", "India", "Rafale", {"delivering", "delivered"}, id="received"),
        pytest.param("United States", "Norway", "F-35", {"delivering", "delivered"}, id="last of an order"),
        pytest.param("United States", "Finland", "F-35", {"ordered"}, id="ordered"),
        pytest.param("Germany", "Saudi Arabia", "Typhoon", {"refused"}, id="refused"),
    ],
)
def test_deals(
    supplier: str, recipient: str, weapon: str, states: set[str], tables: dict[str, list[dict[str, str]]]
) -> None:
    found = [row for row in tables["deals"] if (row["supplier"], row["recipient"]) == (supplier, recipient)]
    assert {row["status"] for row in found if weapon in row["weapon"]} & states


@pytest.mark.parametrize(("table", "column"), [*CLOSED], ids=[".".join(place) for place in CLOSED])
def test_closed_words(table: str, column: str, tables: dict[str, list[dict[str, str]]]) -> None:
    assert {row[column] for row in tables[table]} <= CLOSED[table, column]


def test_tables_are_filled(tables: dict[str, list[dict[str, str]]]) -> None:
    assert all(tables.values())


@pytest.mark.parametrize("table", ["mentions", "triples"])
def test_offsets(table: str, tables: dict[str, list[dict[str, str]]], texts: dict[str, str]) -> None:
    sentences = {row["document_id"]: int(row["sentences"]) for row in tables["documents"]}
    quoted = "text" if table == "mentions" else "evidence"
    for row in tables[table]:
        start, end, document = int(row["start"]), int(row["end"]), row["document_id"]
        assert 0 <= start < end <= len(texts[document])
        assert texts[document][start:end] == row[quoted]
        assert 0 <= int(row["sentence"]) < sentences[document]


def test_sentences_are_numbered_in_the_order_of_the_text(tables: dict[str, list[dict[str, str]]]) -> None:
    by_document: dict[str, set[tuple[int, int, int]]] = {}
    for row in tables["triples"]:
        place = (int(row["sentence"]), int(row["start"]), int(row["end"]))
        by_document.setdefault(row["document_id"], set()).add(place)
    for places in by_document.values():
        ordered = sorted(places)
        for (number, _, end), (after, start, _) in pairwise(ordered):
            assert number < after and end <= start


def test_mentions_stand_in_their_sentences(tables: dict[str, list[dict[str, str]]]) -> None:
    spans = {(r["document_id"], r["sentence"]): (int(r["start"]), int(r["end"])) for r in tables["triples"]}
    placed = [row for row in tables["mentions"] if (row["document_id"], row["sentence"]) in spans]
    assert placed
    for row in placed:
        start, end = spans[row["document_id"], row["sentence"]]
        assert start <= int(row["start"]) < int(row["end"]) <= end


def test_documents(tables: dict[str, list[dict[str, str]]], texts: dict[str, str]) -> None:
    assert {row["document_id"]: int(row["characters"]) for row in tables["documents"]} == {
        document: len(text) for document, text in texts.items()
    }


@pytest.mark.parametrize("table", ["documents", "entities", "triples", "deals"])
def test_ids_are_unique(table: str, tables: dict[str, list[dict[str, str]]]) -> None:
    ids = [row[COLUMNS[table].split()[0]] for row in tables[table]]
    assert len(ids) == len(set(ids)) and "" not in ids


def test_triples_name_entities_that_exist(tables: dict[str, list[dict[str, str]]]) -> None:
    entities = {row["entity_id"]: row for row in tables["entities"]}
    prefixes = tuple({entity.partition(":")[0] + ":" for entity in entities})
    for row in tables["triples"]:
        for side in ("subject", "object"):
            if row[f"{side}_id"]:
                entity = entities[row[f"{side}_id"]]
                assert (row[side], row[f"{side}_type"]) == (entity["name"], entity["type"])
        assert row["subject"] and row["relation"]  # "the tanks arrive" has no object
        assert row["attributed_to"] in entities or not row["attributed_to"].startswith(prefixes)


def test_rows_of_one_statement_agree(tables: dict[str, list[dict[str, str]]]) -> None:
    said: dict[str, set[tuple[str, ...]]] = {}
    for row in tables["triples"]:
        what = tuple(row[name] for name in ("document_id", "sentence", "subject", "polarity", "modality", "evidence"))
        said.setdefault(row["statement_id"], set()).add(what)
    assert [statement for statement, ways in said.items() if len(ways) > 1] == []


def test_entities_count_their_mentions(tables: dict[str, list[dict[str, str]]]) -> None:
    for row in tables["entities"]:
        mentions = [mention for mention in tables["mentions"] if mention["entity_id"] == row["entity_id"]]
        assert int(row["mentions"]) == len(mentions)
        assert row["documents"].split("|") == sorted({mention["document_id"] for mention in mentions})
        assert re.fullmatch(r"([A-Z]{3})?", row["country"])
    assert {row["entity_id"] for row in tables["mentions"]} == {row["entity_id"] for row in tables["entities"]}


def test_deals_rest_on_triples(tables: dict[str, list[dict[str, str]]]) -> None:
    triples = {row["triple_id"]: row for row in tables["triples"]}
    for deal in tables["deals"]:
        spoken = [triples[triple] for triple in deal["triples"].split("|")]
        assert {row["document_id"] for row in spoken} <= set(deal["documents"].split("|"))
        assert {row["evidence"] for row in spoken} <= set(deal["evidence"].split(" ¶ "))


def test_deals_name_entities_that_exist(tables: dict[str, list[dict[str, str]]]) -> None:
    entities = {row["entity_id"]: row for row in tables["entities"]}
    for deal in tables["deals"]:
        for side in ("supplier", "recipient", "weapon"):
            if deal[f"{side}_id"]:
                assert deal[side] == entities[deal[f"{side}_id"]]["name"]
        assert deal["supplier"] != deal["recipient"]
        assert deal["weapon_id"] == "" or entities[deal["weapon_id"]]["type"] == "WEAPON"


def test_numbers_and_dates_have_their_form(tables: dict[str, list[dict[str, str]]]) -> None:
    for row in (*tables["triples"], *tables["deals"]):
        assert re.fullmatch(r"[01]\.\d{3}", row["confidence"]) and 0 <= float(row["confidence"]) <= 1
    for row in tables["deals"]:
        assert all(re.fullmatch(r"\d*", row[name]) for name in ("quantity", "value", "delivered"))
        assert all(DATE.fullmatch(row[name]) for name in ("ordered", "first_reported", "last_reported"))
        assert row["first_reported"] <= row["last_reported"]
        assert re.fullmatch(r"(\d{4}(\|\d{4})*)?", row["delivery_years"])
        assert re.fullmatch(r"[A-Z]{3}" if row["value"] else "", row["currency"])
    assert all(DATE.fullmatch(row["date"]) for row in (*tables["triples"], *tables["documents"]))


def test_nodes_are_entities_and_deals(
    graph: "networkx.MultiDiGraph[str]", tables: dict[str, list[dict[str, str]]]
) -> None:
    entities = {row["entity_id"]: row for row in tables["entities"]}
    deals = {row["deal_id"] for row in tables["deals"]}
    assert set(graph) == set(entities) | deals
    for node, data in graph.nodes(data=True):
        assert data["type"] == ("DEAL" if node in deals else entities[node]["type"])
        assert data["label"] == entities[node]["name"] if node in entities else "status" in data


def test_edges_are_statements_and_roles(
    graph: "networkx.MultiDiGraph[str]", tables: dict[str, list[dict[str, str]]]
) -> None:
    said = {(row["subject_id"], row["object_id"], row["relation"]) for row in tables["triples"]}
    said = {key for key in said if key[0] and key[1]}
    edges = list(graph.edges(data=True))
    roles = {"SUPPLIER", "RECIPIENT", "WEAPON", "MANUFACTURER", "ARMS_FLOW"}
    assert {(a, b, data["label"]) for a, b, data in edges if data["relation_type"] not in roles} == said
    for deal in tables["deals"]:
        ends = {data["relation_type"]: {a, b} for a, b, data in edges if deal["deal_id"] in (a, b)}
        for side in ("supplier", "recipient", "weapon"):
            if deal[f"{side}_id"]:
                assert ends[side.upper()] == {deal["deal_id"], deal[f"{side}_id"]}


def test_what_is_written_loads_as_it_was_built(built: KnowledgeGraph, folder: Path) -> None:
    back = graphbuilder.load(folder / "out")
    for table in COLUMNS:
        assert getattr(back, table).equals(getattr(built, table)), table
    assert sorted(back.graph.edges(keys=True)) == sorted(built.graph.edges(keys=True))
