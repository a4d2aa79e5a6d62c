"""Files, folders and standard input: what is read, what is skipped and why, what is an error."""

import hashlib
import io
import os
from pathlib import Path

import pytest

from graphbuilder.errors import InputError
from graphbuilder.read import read_articles
from graphbuilder.records import Article, Skipped

TEXT = "Norland buys guns\nMay 3, 2021\n\nNorland has bought twelve guns from Sudland. They are due next year.\n"
OTHER = "Sudland has sold the last of its patrol boats to Norland for a small sum.\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def articles(*inputs: str | Path, columns: dict[str, str] | None = None) -> list[Article]:
    return [item for item in read_articles(inputs, columns) if isinstance(item, Article)]


def skipped(*inputs: str | Path, columns: dict[str, str] | None = None) -> list[Skipped]:
    return [item for item in read_articles(inputs, columns) if isinstance(item, Skipped)]


def test_text_file(tmp_path: Path) -> None:
    path = write(tmp_path, "guns.txt", TEXT)
    (article,) = articles(path)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert article.text == TEXT
    assert (article.title, article.date, article.language) == ("Norland buys guns", "2021-05-03", "en")
    assert (article.document_id, article.sha256, article.path) == (f"d{digest[:12]}", digest, path.as_posix())


def test_document_id_depends_on_the_text_alone(tmp_path: Path) -> None:
    one = articles(write(tmp_path, "one/a.txt", TEXT))
    two = articles(write(tmp_path, "two/b.md", TEXT.replace("\n", "\n\n")), write(tmp_path, "two/c.txt", TEXT))
    assert one[0].document_id == two[1].document_id != two[0].document_id


def test_folder_is_walked_in_the_order_of_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "a/.hidden.txt", ".git/x.txt", "a/b/c.txt"):
        write(tmp_path, name, OTHER.replace("boats", name))
    assert [article.path for article in articles(tmp_path)] == ["a/b/c.txt", "a/z.txt", "a.txt", "b.txt"]


def test_one_bad_file_never_stops_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf", b"%PDF-1.4 broken")
    write(tmp_path, "b.txt", "  \n")
    write(tmp_path, "c.docx", b"x")
    write(tmp_path, "d.csv", "name,size\nx,1\n")
    write(tmp_path, "e.txt", bytes(range(32)) * 9)
    write(tmp_path, "f.html", "<html></html>")
    write(tmp_path, "g.txt", TEXT)
    os.symlink(tmp_path / "nowhere", tmp_path / "h.txt")
    assert [article.path for article in articles(tmp_path)] == ["g.txt"]
    reasons = {item.path: item.reason for item in skipped(tmp_path)}
    assert sorted(reasons) == ["a.pdf", "b.txt", "c.docx", "d.csv", "e.txt", "f.html", "h.txt"]
    assert "PDF" in reasons["a.pdf"]
    assert reasons["b.txt"] == "the text is empty"
    assert ".docx" in reasons["c.docx"]
    assert "name, size" in reasons["d.csv"]
    assert "--column text=NAME" in reasons["d.csv"]
    assert reasons["e.txt"] == "the file is no text"
    assert "cannot be read" in reasons["h.txt"]


def test_same_text_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.txt", TEXT.replace("\n", "\r\n"))
    assert [article.path for article in articles(tmp_path)] == ["a.txt"]
    assert skipped(tmp_path) == [Skipped("b.txt", "", "the same text as a.txt")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("none.txt", None, "no such file", id="missing"),
        pytest.param("empty/", None, "holds no article", id="empty-folder"),
        pytest.param("guns.docx", "x", "'.docx' is not read", id="format"),
        pytest.param("guns.csv", "name,size\nx,1\n", "no column 'text'; it has name, size", id="csv-column"),
        pytest.param("guns.csv", "", "it is empty", id="csv-empty"),
        pytest.param("guns.jsonl", '{"body": "x"}\n', "no column 'text'; it has body", id="jsonl-column"),
    ],
)
def test_errors_of_named_inputs(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    if name.endswith("/"):
        (tmp_path / name).mkdir()
    elif content is not None:
        write(tmp_path, name, content)
    with pytest.raises(InputError, match=message) as caught:
        list(read_articles([tmp_path / name]))
    assert name.rstrip("/") in str(caught.value)


def test_missing_input_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_articles([write(tmp_path, "a.txt", TEXT), tmp_path / "none.txt"])


def test_unknown_column_to_map_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'body'"):
        read_articles([write(tmp_path, "a.txt", TEXT)], {"body": "text"})


def test_no_input_is_refused() -> None:
    with pytest.raises(InputError, match="No input"):
        read_articles([])


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        pytest.param(TEXT.encode(), [TEXT], id="text"),
        pytest.param(b'\n {"text": "One gun was sold."}\n{"text": "Two were."}\n', ["One gun was sold.", "Two were."], id="jsonl"),
        pytest.param(b"{not json} but a text.", ["{not json} but a text."], id="brace"),
    ],
)  # fmt: skip
def test_standard_input(data: bytes, texts: list[str]) -> None:
    items = list(read_articles(["-"], stdin=io.BytesIO(data)))
    assert [item.text for item in items if isinstance(item, Article)] == texts
    assert {item.path.partition(":")[0] for item in items} == {"-"}


@pytest.mark.parametrize("stdin", [None, io.BytesIO(b" \n")])
def test_standard_input_without_text(stdin: io.BytesIO | None) -> None:
    with pytest.raises(InputError, match="standard input"):
        list(read_articles(["-"], stdin=stdin))


def test_repairs_are_said(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path, "a.txt", b"The minister said \x93yes\x94 to the deal."))
    assert article.text == "The minister said “yes” to the deal."
    assert article.repairs == ("Read as Windows-1252.",)
