"""What cannot be used ends with code 2 and one sentence; what cannot be read is left out and said."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from whole_builds import BUILD, GOOD, cells, contents, quotes_hold, run

from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.records import Article, Reading

MANY = import_module("graphbuilder.reading_many")


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
    read = MANY.read_article

    def breaking(article: Article, *rest: Any) -> Reading:
        if article.path == "odd.txt":
            raise RuntimeError("no such tree")
        result: Reading = read(article, *rest)
        return result

    monkeypatch.setattr(MANY, "read_article", breaking)
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
