"""HTML, PDF and Markdown: the text that offsets count in, and what the format says about it."""

from pathlib import Path

import pytest

from graphbuilder.read import read_articles
from graphbuilder.read.markdown import read_markdown
from graphbuilder.read.pages import read_html
from graphbuilder.read.portable import read_pdf
from graphbuilder.read.raw import Raw, Unusable
from graphbuilder.records import Article

PAGE = """<html lang="en"><head><meta charset="{charset}"><title>Norland buys guns | Northtown News</title>
<meta property="og:title" content="Norland buys guns"><meta property="og:site_name" content="Northtown News">
<meta property="article:published_time" content="2021-05-03T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Norland buys guns</h1>
<p>NORTHTOWN — Norland has agreed to buy “twelve” howitzers from Sudland, its defence ministry said on Monday.</p>
<h2>Old guns</h2><p>The guns are to replace older ones that have been in service with the army for forty years.</p>
<p>Sudland will also train the crews and supply ammunition for a period of no less than five years.</p>
</article><footer>© 2021 Northtown News</footer></body></html>"""


def pdf(*pages: list[str]) -> bytes:
    """Return a PDF whose pages hold the lines given, in a standard font."""
    streams = []
    for lines in pages:
        drawn = " ".join(f"({line}) Tj T*" for line in lines)
        streams.append(f"BT /F1 10 Tf 14 TL 50 750 Td {drawn} ET".encode("latin-1") if lines else b"")
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for index, stream in enumerate(streams):
        resources = f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * index} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {resources} >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        pytest.param("utf-8", "utf-8", id="utf-8"),
        pytest.param("windows-1252", "cp1252", id="windows-1252"),
        pytest.param("utf-8", "utf-8-sig", id="byte-order-mark"),
    ],
)
def test_html(charset: str, encoding: str) -> None:
    raw = read_html(PAGE.format(charset=charset).encode(encoding))
    assert isinstance(raw, Raw)
    assert (raw.title, raw.date, raw.source) == ("Norland buys guns", "2021-05-03", "Northtown News")
    assert raw.text.startswith("Norland buys guns\n2021-05-03\n\nNORTHTOWN — Norland has agreed to buy “twelve”")
    assert "Sport" not in raw.text


def test_html_article(tmp_path: Path) -> None:
    path = tmp_path / "guns.html"
    path.write_text(PAGE.format(charset="utf-8"), encoding="utf-8")
    (article,) = read_articles([path])
    assert isinstance(article, Article)
    kinds = [block.kind for block in article.blocks]
    assert kinds == ["title", "date", "dateline", "body", "furniture", "body", "body"]
    assert (article.title, article.date, article.source) == ("Norland buys guns", "2021-05-03", "Northtown News")


@pytest.mark.parametrize("page", [b"", b"  ", b"<html><body></body></html>"])
def test_html_without_text(page: bytes) -> None:
    assert isinstance(read_html(page), Unusable)


def test_pdf_paragraphs_are_set_apart_and_words_joined() -> None:
    lines = [
        "Norland buys guns",
        "May 3, 2021",
        "Norland has agreed to buy twelve howitzers from Sudland, its defence mini-",
        "stry said on Monday, after many years of talks between the two countries.",
        "They are due soon.",
        "Sudland will also train the crews and supply ammunition for several years.",
    ]
    raw = read_pdf(pdf(lines))
    assert isinstance(raw, Raw)
    assert "defence ministry" in " ".join(raw.text.split())
    assert "They are due soon.\n\nSudland will" in raw.text


def test_pdf_running_heads_are_dropped() -> None:
    pages = [["Northtown Papers", f"Sentence number {n} is here.", f"Page {n}"] for n in range(1, 5)]
    raw = read_pdf(pdf(*pages))
    assert isinstance(raw, Raw)
    assert "Papers" not in raw.text
    assert "Page" not in raw.text
    assert raw.text.count("Sentence number") == 4


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(pdf([]), "no text", id="no-text"),
        pytest.param(b"%PDF-1.4 nothing", "cannot be read", id="broken"),
        pytest.param(b"", "cannot be read", id="empty"),
    ],
)
def test_pdf_without_text(data: bytes, reason: str) -> None:
    found = read_pdf(data)
    assert isinstance(found, Unusable)
    assert reason in found.reason


def test_markdown() -> None:
    text = (
        '---\ntitle: "Guns"\ndate: 3 May 2021\nsource: Northtown News\n---\n# Norland buys *guns*\n\n'
        "Norland buys [twelve guns](https://example.org)\nfrom **Sudland**.\n\n## Old guns of the army\n\n"
        "- ten `K9`\n- two\n\n![A gun](gun.png)\n\n<div>x</div>\n\n> “Good,” he said.\n"
    )
    raw = read_markdown(text)
    assert raw.text == (
        "Norland buys guns\n\nNorland buys twelve guns from Sudland.\n\nOld guns of the army\n\n"
        "- ten K9\n\n- two\n\n“Good,” he said."
    )
    assert (raw.title, raw.date, raw.source) == ("Norland buys guns", "3 May 2021", "Northtown News")
    assert [raw.text[start:end] for start, end in raw.headings] == ["Old guns of the army"]


@pytest.mark.parametrize(
    ("given", "expected", "said"),
    [
        pytest.param("3 May 2021", "2021-05-03", False, id="known"),
        pytest.param("2021-05-03T22:00:00+02:00", "2021-05-03", False, id="time"),
        pytest.param("3 mai 2021", "2021-05-03", False, id="french"),
        pytest.param("some day", "", True, id="unknown"),
        pytest.param("no. 7 of 9", "", True, id="unknown-with-figures"),
        pytest.param("", "", False, id="none"),
    ],
)
def test_date_of_a_column(tmp_path: Path, given: str, expected: str, said: bool) -> None:
    path = tmp_path / "guns.csv"
    path.write_text(f"text,date\nOne gun was sold.,{given}\n", encoding="utf-8")
    (article,) = read_articles([path])
    assert isinstance(article, Article)
    assert article.date == expected
    assert bool(article.repairs) is said
