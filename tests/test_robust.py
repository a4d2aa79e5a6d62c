"""Whatever is put in: the rest is still built, what was left out is said, and nothing of an article comes alive."""

import csv
import re
import socket
from collections import Counter
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any

import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from graphbuilder.build import assemble
from graphbuilder.cli.main import main
from graphbuilder.errors import InputError
from graphbuilder.extract.mentions import find_mentions
from graphbuilder.extract.statements import extract_statements
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.lexicon import load_lexicon
from graphbuilder.parse.labels import CLEAR, UNIVERSAL
from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.parse.trees import sentences_of
from graphbuilder.read import read_articles
from graphbuilder.records import Article, Block, Reading
from graphbuilder.resolve.coreference import resolve_article

BUILD = import_module("graphbuilder.build")
HOSTILE = Path(__file__).parent / "data" / "hostile"
TABLES = ("documents.csv", "entities.csv", "mentions.csv", "triples.csv", "deals.csv")
GOOD = "Serbia buys drones\n3 July 2020\n\nChina delivered six CH-92A drones to Serbia last month, Belgrade said.\n"


@pytest.fixture(scope="module")
def bundled() -> Language:
    return load_pipeline()


@pytest.fixture
def _loaded(monkeypatch: pytest.MonkeyPatch, bundled: Language) -> None:
    """Spare each build of this file the loading of the pipeline."""
    monkeypatch.setattr(BUILD, "load_pipeline", lambda _name=None: bundled)


def run(tmp_path: Path, words: str) -> int:
    """Run one command with its words, `{}` in them for a folder of this test."""
    return main([word.replace("{}", str(tmp_path)) for word in words.split()])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def cells(folder: Path) -> list[str]:
    """Return every cell of every table as it stands in the file."""
    found: list[str] = []
    for name in TABLES:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                found.extend(row)
    return found


def quotes_hold(graph: KnowledgeGraph) -> None:
    """Check that all that is quoted stands in the texts where it is said to stand."""
    texts = {article.document_id: article.text for article in graph.records.articles}
    for triple in graph.records.triples:
        assert texts[triple.document_id][triple.start : triple.end] == triple.evidence
    for mention in graph.records.mentions:
        assert texts[mention.document_id][mention.start : mention.end] == mention.text


# ---- what ends with code 2


@pytest.mark.usefixtures("_loaded")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("build {}/empty", "empty: the folder holds no article", id="empty folder"),
        pytest.param("build {}/good.txt {}/none.txt", "none.txt: there is no such file or folder", id="missing file"),
        pytest.param("build {}/good.docx", "good.docx: the format '.docx' is not read", id="unknown format"),
        pytest.param("build {}/bare.csv", "bare.csv: there is no column 'text'; it has id, body", id="missing column"),
        pytest.param("build {}/bare.jsonl", "bare.jsonl: there is no column 'text'; it has id, body", id="missing key"),
        pytest.param("build {}/bare.csv --column text=story", "there is no column 'story'", id="missing named column"),
        pytest.param("build {}/good.txt --column headline=x", "no column 'headline' to map", id="unknown column"),
        pytest.param("build {}/binary.txt", "binary.txt: the file is no text", id="nothing but binary"),
        pytest.param("build {}/blank.txt", "blank.txt: the text is empty", id="nothing but blanks"),
        pytest.param("build {}/good.txt --lexicon {}/none.tsv", "none.tsv", id="missing lexicon"),
        pytest.param("build {}/good.txt --lexicon {}/bare.csv", "bare.csv", id="lexicon without its columns"),
    ],
)
def test_unusable_input(words: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "good.docx").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bare.csv").write_text("id,body\n1,Serbia bought drones.\n", encoding="utf-8")
    (tmp_path / "bare.jsonl").write_text('{"id": 1, "body": "Serbia bought drones."}\n', encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "blank.txt").write_text(" \n\n\t\n", encoding="utf-8")
    before = contents(tmp_path)
    assert run(tmp_path, f"{words} --output {{}}/out") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("graphbuilder: ") and err.count("\n") == 1
    assert said in err
    assert contents(tmp_path) == before and not (tmp_path / "out").exists()


@pytest.mark.usefixtures("_loaded")
@pytest.mark.parametrize(
    ("place", "said"),
    [
        pytest.param("thesis", "holds files that graphbuilder did not write", id="somebody else's folder"),
        pytest.param("good.txt", "good.txt is a file", id="a file"),
        pytest.param("good.txt/below", "cannot be written", id="below a file"),
    ],
)
def test_unusable_output(place: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.tex").write_text("mine", encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    before = contents(tmp_path)
    assert run(tmp_path, f"build {{}}/good.txt --output {{}}/{place}") == 2
    err = capsys.readouterr().err
    assert err.startswith("graphbuilder: ") and err.count("\n") == 1
    assert said in err and place in err
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["xx_no_such", "{}/empty"])
def test_unusable_pipeline(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert run(tmp_path, f"build {{}}/good.txt --output {{}}/out --pipeline {name}") == 2
    err = capsys.readouterr().err
    assert name.replace("{}", str(tmp_path)) in err and err.count("\n") == 1
    assert not (tmp_path / "out").exists()


# ---- what is left out, and said

LEFT_OUT = {
    "archive.txt": (b"PK\x03\x04\x14\x00\x08\x00" + bytes(range(256)) * 8, "archive.txt: the file is no text"),
    "blank.md": (b"\n \n", "blank.md: the text is empty"),
    "broken.pdf": (b"%PDF-1.4\n1 0 obj << /Type /Catalog", "broken.pdf: the PDF "),
    "columns.csv": (b"id,body\n1,x\n", "columns.csv: there is no column 'text'"),
    "copy.txt": (GOOD.encode(), "good.txt: the same text as copy.txt"),  # the first in order stays
    "lines.jsonl": (b'{"text": "Serbia bought a radar from France."}\n{"text": \n', "lines.jsonl, line 2: the line is no JSON"),
    "picture.html": (b"<html><body><img src='map.png' alt=''></body></html>", "picture.html: no main text was found"),
    "ragged.csv": (b"id,text\n1,France leased a ship to Chile.\n2\n", "ragged.csv, line 3: the row has 1 cells"),
    "sheet.xlsx": (b"PK", "sheet.xlsx: the format '.xlsx' is not read"),
}  # fmt: skip


@pytest.mark.usefixtures("_loaded")
def test_the_rest_is_built_and_the_bad_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    for name, (data, _) in LEFT_OUT.items():
        (folder / name).write_bytes(data)
    assert run(tmp_path, "build {}/in --output {}/out") == 0
    err = capsys.readouterr().err
    assert "Read 3 articles" in err
    assert f"Skipped {len(LEFT_OUT)}:" in err
    for name, (_, said) in LEFT_OUT.items():
        assert f"\n  {said}" in err, name
    assert "Serbia" in (tmp_path / "out" / "deals.csv").read_text(encoding="utf-8")


@pytest.mark.usefixtures("_loaded")
def test_an_article_that_breaks_the_analysis_is_left_out_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read = BUILD.read_article

    def breaking(article: Article, *rest: Any) -> Reading:
        if article.path == "odd.txt":
            raise RuntimeError("no such tree")
        result: Reading = read(article, *rest)
        return result

    monkeypatch.setattr(BUILD, "read_article", breaking)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "in" / "odd.txt").write_text("Chile bought a ship from France.", encoding="utf-8")
    assert run(tmp_path, "build {}/in --output {}/out") == 0
    err = capsys.readouterr().err
    assert re.search(r"Skipped 1:\n  odd\.txt.*no such tree", err)
    assert "Read 1 article " in err
    assert "Serbia" in (tmp_path / "out" / "deals.csv").read_text(encoding="utf-8")
    assert "Chile" not in (tmp_path / "out" / "entities.csv").read_text(encoding="utf-8")


@pytest.mark.usefixtures("_loaded")
@pytest.mark.parametrize(
    ("error", "code"),
    [
        pytest.param(OSError(28, "No space left on device"), 2, id="disk full"),
        pytest.param(KeyboardInterrupt(), 130, id="interrupted"),
        pytest.param(MemoryError(), None, id="out of memory"),
    ],
)
def test_a_crash_while_writing_leaves_the_build_before(
    error: BaseException, code: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert run(tmp_path, "build {}/good.txt --output {}/out -q") == 0
    before = contents(tmp_path / "out")

    def failing(_graph: KnowledgeGraph) -> str:
        raise error

    monkeypatch.setattr(KnowledgeGraph, "to_html", failing)  # the page is written last, when the tables are there
    (tmp_path / "good.txt").write_text("Chile bought a ship from France.", encoding="utf-8")
    if code is None:
        with pytest.raises(MemoryError):
            run(tmp_path, "build {}/good.txt --output {}/out -q")
    else:
        assert run(tmp_path, "build {}/good.txt --output {}/out -q") == code
    assert contents(tmp_path / "out") == before


# ---- odd texts

LONG_SENTENCE = (
    "Chile, which ordered "
    + " and ".join(f"{number} Leopard 2 tanks from Germany, {number} F-16 fighters for {number} bases" for number in range(2, 215))
    + ", paid France."
)  # fmt: skip
ODD = {
    "NUL bytes": b"Chile\x00 bought \x00two ships from France\x00.\n",
    "one line of 200 kB": b"Chile bought two ships from France. " + b"antidisestablishmentarianism " * 7000,
    "a word of 100 kB": b"Chile bought " + b"F-16" * 25_000 + b" from France.",
    "a sentence of 3,000 words": LONG_SENTENCE.encode(),
    "brackets within brackets": b"(" * 400 + b"Chile" + b")" * 400 + b" bought ships.",
    "furniture alone": b"Subscribe to continue reading\n\nShare on Twitter\n\nAll rights reserved.\n",
    "figures alone": b"1 2 3 4 5\n\n6,000 7.5 8\n",
    "marks alone": b"... --- !!! ???\n\n* * *\n",
    "German": b"Deutschland hat der Ukraine achtzehn Panzer vom Typ Leopard 2 geliefert. Das sagte der Minister.",
    "Chinese": "中国向塞尔维亚交付了六架无人机。双方签署了协议。".encode(),
    "Arabic": "اشترت مصر طائرات من روسيا. وقالت القاهرة إن الصفقة تمت.".encode(),
    "turned text": "Chile \u202ebought\u202c two \u200fships\u200e from\u00a0France.\u2028It paid.\u2029".encode(),
    "emoji": "🚀 Chile bought 2 ships 🇫🇷 from France 👩🏽‍✈️.".encode(),
    "combining marks": ("Chi" + "\u0301" * 500 + "le bought two ships from France.").encode(),
    "surrogates": b"Chile \xed\xa0\x80 bought two ships from France.",
    "year 0 and year 9999": b"Old ships\n1 January 0000\n\nChile bought two ships from France in 9999 and in 0000.\n",
    "huge numbers": b"Chile bought " + b"9" * 40 + b" F-16 fighters from France for $" + b"8" * 40 + b" billion.",
    "bars and pilcrows": "Chile | France ¶ Peru bought | two ¶ F-16 | fighters.".encode(),
}  # fmt: skip


@pytest.mark.usefixtures("_loaded")
@pytest.mark.parametrize("name", ODD)
def test_odd_text(name: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "in" / "odd.txt").write_bytes(ODD[name])
    graph = BUILD.build(tmp_path / "in", tmp_path / "out")
    assert graph.skipped == ()
    assert "Serbia" in set(graph.deals["recipient"])
    quotes_hold(graph)
    etree.parse(tmp_path / "out" / "graph.graphml")
    assert all("\x00" not in cell for cell in cells(tmp_path / "out"))


# ---- hostile texts


class Page(HTMLParser):
    """Notes what a page would run or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.live: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._open = tag == "script" and values.get("type") != "application/json"
        if self._open:
            self.scripts.append("")
        fetching = tag in ("iframe", "object", "embed", "img", "base", "form") or "refresh" in values.values()
        fetching = fetching or (tag == "link" and values.get("href") != "data:,")
        if (
            fetching
            or any(name.startswith("on") for name, _ in attrs)
            or any("javascript:" in (v or "") for _, v in attrs)
        ):
            self.live.append(self.get_starttag_text() or tag)

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.scripts[-1] += data


def page_of(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page


@pytest.fixture(scope="module")
def hostile(bundled: Language, tmp_path_factory: pytest.TempPathFactory) -> tuple[KnowledgeGraph, Path]:
    """A build of the hostile articles, without a network to reach."""

    def forbidden(*_arguments: Any, **_options: Any) -> Any:
        raise AssertionError("the network was touched")

    out = tmp_path_factory.mktemp("hostile") / "out"
    with pytest.MonkeyPatch.context() as patch:
        for name in ("socket", "create_connection", "getaddrinfo"):
            patch.setattr(socket, name, forbidden)
        return BUILD.build(HOSTILE, out, pipeline=bundled), out


def test_hostile_articles_are_read_without_the_network(hostile: tuple[KnowledgeGraph, Path]) -> None:
    graph, _ = hostile
    assert graph.skipped == ()
    assert len(graph.documents) == 8
    assert len(graph.triples) >= 8
    quotes_hold(graph)


@pytest.mark.parametrize("mark", ["<script>", "=cmd|", "]]>", "\u202e", "🚀", "onerror="])
def test_hostile_marks_reach_the_graph(mark: str, hostile: tuple[KnowledgeGraph, Path]) -> None:
    graph, _ = hostile
    said = [*graph.triples["evidence"], *graph.documents["title"]]
    assert any(mark in text for text in said), "or the tests below test nothing"


def test_no_cell_is_a_formula(hostile: tuple[KnowledgeGraph, Path]) -> None:
    found = cells(hostile[1])
    assert any(cell.startswith("'=") for cell in found)
    assert [cell for cell in found if re.match(r"[=+\-@\t\r]", cell) and not re.fullmatch(r"-?\d+", cell)] == []


def test_graphml_parses_and_says_the_same(hostile: tuple[KnowledgeGraph, Path]) -> None:
    graph, out = hostile
    etree.parse(out / "graph.graphml", etree.XMLParser(resolve_entities=False, no_network=True))
    back = networkx.read_graphml(out / "graph.graphml", force_multigraph=True)
    assert set(back) == set(graph.graph)
    assert len(back.edges) == len(graph.graph.edges)


@pytest.mark.usefixtures("_loaded")
def test_the_page_runs_and_fetches_nothing_of_an_article(hostile: tuple[KnowledgeGraph, Path], tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    harmless = page_of(BUILD.build(tmp_path / "good.txt").to_html())
    text = (hostile[1] / "graph.html").read_text(encoding="utf-8")
    page = page_of(text)
    assert harmless.scripts and page.scripts == harmless.scripts
    assert page.live == harmless.live == []
    assert "alert(1)" in text, "it is shown"
    assert "<script>alert" not in text and "<img src=x" not in text


def test_load_gives_back_what_was_neutralised(hostile: tuple[KnowledgeGraph, Path]) -> None:
    graph, out = hostile
    back = import_module("graphbuilder").load(out)
    assert list(back.triples["evidence"]) == list(graph.triples["evidence"])
    assert list(back.documents["title"]) == list(graph.documents["title"])


# ---- chance

_WORDS = """
    Turkey/PROPN/NNP Russia/PROPN/NNP Ankara/PROPN/NNP Kremlin/PROPN/NNP Erdogan/PROPN/NNP Vladimir/PROPN/NNP
    Putin/PROPN/NNP NATO/PROPN/NNP Rosoboronexport/PROPN/NNP Lockheed/PROPN/NNP Martin/PROPN/NNP S-400/PROPN/NNP
    F-35/PROPN/NNP Su-57/PROPN/NNP Leopard/PROPN/NNP 2A6/PROPN/NNP Russian/ADJ/JJ Turkish/ADJ/JJ Minister/PROPN/NNP
    President/PROPN/NNP missiles/NOUN/NNS batteries/NOUN/NNS jets/NOUN/NNS sale/NOUN/NN delivery/NOUN/NN deal/NOUN/NN
    contract/NOUN/NN talks/NOUN/NNS countries/NOUN/NNS side/NOUN/NN official/NOUN/NN head/NOUN/NN sold/VERB/VBD
    buy/VERB/VB delivering/VERB/VBG signed/VERB/VBN said/VERB/VBD refused/VERB/VBD want/VERB/VBP told/VERB/VBD
    agreed/VERB/VBD suspended/VERB/VBN give/VERB/VB called/VERB/VBD lead/VERB/VB is/AUX/VBZ was/AUX/VBD has/AUX/VBZ
    will/AUX/MD could/AUX/MD been/AUX/VBN it/PRON/PRP he/PRON/PRP they/PRON/PRP his/PRON/PRP$ their/PRON/PRP$
    who/PRON/WP which/PRON/WDT that/SCONJ/IN both/DET/DT the/DET/DT a/DET/DT no/DET/DT two/NUM/CD 36/NUM/CD
    $/SYM/$ 2.5/NUM/CD billion/NUM/CD 2019/NUM/CD July/PROPN/NNP Tuesday/PROPN/NNP not/PART/RB never/ADV/RB 's/PART/POS
    to/PART/TO of/ADP/IN from/ADP/IN to/ADP/IN by/ADP/IN for/ADP/IN with/ADP/IN off/ADP/RP according/VERB/VBG if/SCONJ/IN
    and/CCONJ/CC or/CCONJ/CC ,/PUNCT/, (/PUNCT/-LRB- )/PUNCT/-RRB- “/PUNCT/`` ”/PUNCT/'' -/PUNCT/HYPH ./PUNCT/.
""".split()
VOCAB = English().vocab  # it knows which words are made of letters
_NAMES = ("", "", "", "", "PERSON", "ORG", "GPE", "NORP", "WEAPON", "DATE", "MONEY", "PRODUCT", "EVENT", "FAC")


@st.composite
def trees(draw: st.DrawFn, labels: tuple[str, ...]) -> dict[str, list[Any]]:
    """Draw the annotations of one sentence: any words, any tree over them (crossing arcs too), any labels."""
    size = draw(st.integers(1, 16))
    words = [word.rsplit("/", 2) for word in draw(st.lists(st.sampled_from(_WORDS), min_size=size, max_size=size))]
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for rank, place in enumerate(order):
        heads[place] = order[draw(st.integers(0, rank - 1))] if rank else place
    root = order[0]
    return {
        "words": [word for word, _, _ in words],
        "pos": [pos for _, pos, _ in words],
        "tags": [tag for _, _, tag in words],
        "lemmas": [word.lower() for word, _, _ in words],
        "spaces": draw(st.lists(st.sampled_from([True, True, True, False]), min_size=size, max_size=size)),
        "heads": heads,
        "deps": ["ROOT" if place == root else draw(st.sampled_from(labels)) for place in range(size)],
        "ents": [f"B-{name}" if name else "O" for name in (draw(st.sampled_from(_NAMES)) for _ in range(size))],
    }


@st.composite
def paragraphs(draw: st.DrawFn, clear_labels: bool) -> list[Doc]:
    labels = tuple(sorted({*(CLEAR if clear_labels else UNIVERSAL), "dep"} - {"ROOT", "root"}))
    labels += (
        "nsubj",
        "nsubj",
        "conj",
        "ccomp",
        *(("dobj", "prep", "pobj") if clear_labels else ("obj", "case", "obl")),
    ) * 4
    docs = []
    for _ in range(draw(st.integers(1, 2))):
        whole: dict[str, list[Any]] = {}
        for tree in draw(st.lists(trees(labels), min_size=1, max_size=3)):
            before = len(whole.get("words", []))
            tree["heads"] = [head + before for head in tree["heads"]]
            whole = {name: whole.get(name, []) + values for name, values in tree.items()}
        docs.append(Doc(VOCAB, **whole))
    return docs


def reading_of(docs: list[Doc], clear_labels: bool, number: int) -> Reading:
    """Take parsed paragraphs through everything that an article goes through, as `read_article` does."""
    text, blocks, sentences = "", [], []
    for index, doc in enumerate(docs):
        start = len(text)
        blocks.append(Block("body", start, start + len(doc.text)))
        sentences.extend(sentences_of(doc, clear_labels, start, len(sentences), index))
        text += doc.text + "\n\n"
    article = Article(f"d{number}", text, tuple(blocks), date="2019-08-29", path=f"{number}.txt", language="en")
    mentions = find_mentions(article.document_id, sentences, load_lexicon())
    statements = extract_statements(article.document_id, article.date, sentences, mentions)
    resolved, things = resolve_article(article, sentences, mentions, load_lexicon())
    return Reading(article, tuple((s.start, s.end) for s in sentences), resolved, things, tuple(statements))


SLOW = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("clear_labels", [False, True], ids=["universal", "clear"])
def test_no_tree_breaks_the_extraction(clear_labels: bool) -> None:
    found: Counter[str] = Counter()

    @settings(SLOW, max_examples=75)
    @given(st.lists(paragraphs(clear_labels), min_size=1, max_size=2))
    def check(articles: list[list[Doc]]) -> None:
        readings = [reading_of(docs, clear_labels, number) for number, docs in enumerate(articles)]
        graph = KnowledgeGraph.from_records(*assemble(readings, [], load_lexicon()))
        quotes_hold(graph)
        found.update(triples=len(graph.triples), deals=len(graph.deals))
        known = {"", *graph.entities["entity_id"]}
        assert {*graph.triples["subject_id"], *graph.triples["object_id"], *graph.deals["weapon_id"]} <= known

    check()
    assert found["triples"] > 50, "or it tests nothing"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".jsonl", ".csv"])
def test_no_bytes_break_the_reading(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"article{suffix}"
    starts = {".html": b"<html><body><p>", ".pdf": b"%PDF-1.4\n", ".jsonl": b'{"text": "', ".csv": b"text,date\n"}

    @settings(SLOW, max_examples=30)
    @given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
    def check(data: bytes) -> None:
        path.write_bytes(starts.get(suffix, b"") + data)
        try:
            items = list(read_articles([path]))
        except InputError:
            return
        for item in items:
            if isinstance(item, Article):
                places = [(block.start, block.end) for block in item.blocks]
                assert all(0 <= start < end <= len(item.text) for start, end in places)
                assert places == sorted(places)
                item.text.encode("utf-8")

    check()
