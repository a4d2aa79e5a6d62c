"""The store of readings: what is found again, what is dropped, and what damage does."""

import sqlite3
from dataclasses import fields, replace
from pathlib import Path

import pytest

from graphbuilder.records import Article, Block, Mention, Reading
from graphbuilder.store.fingerprint import fingerprint
from graphbuilder.store.readings import ReadingStore, count_readings, open_store

ARTICLE = Article("d1", "Chile bought ships.", (Block("body", 0, 19),), path="a.txt", date="2020-01-01")
OTHER = replace(ARTICLE, document_id="d2", text="Peru bought ships. ")


def reading(article: Article) -> Reading:
    mention = Mention(article.document_id, 0, 0, 5, article.text[:5], "name", "COUNTRY", 0, 5)
    return Reading(article, ((0, 19),), (mention,), (), ())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_store(tmp_path / "store.sqlite", "made by") as store:
        store.put([reading(ARTICLE), reading(OTHER)])
    return tmp_path / "store.sqlite"


def found(path: Path, article: Article, made_by: str = "made by") -> Reading | None:
    with open_store(path, made_by) as store:
        return store.get(article)


def test_a_reading_holds_these_parts_and_no_others() -> None:
    assert [each.name for each in fields(Reading)] == ["article", "sentences", "mentions", "things", "statements"]


def test_what_was_put_in_is_found(path: Path) -> None:
    assert found(path, ARTICLE) == reading(ARTICLE)
    assert count_readings(path) == 2


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        pytest.param({"path": "b.txt"}, True, id="moved"),
        pytest.param({"repairs": ("The encoding was mended.",)}, True, id="mended in another way"),
        pytest.param({"text": "Chile leased ships"}, False, id="text"),
        pytest.param({"date": "2021-01-01"}, False, id="date"),
        pytest.param({"document_id": "d3"}, False, id="id"),
        pytest.param({"blocks": (Block("caption", 0, 19),)}, False, id="what is a paragraph"),
    ],
)
def test_an_article_that_changed_is_not_found(changed: dict[str, object], kept: bool, path: Path) -> None:
    article = replace(ARTICLE, **changed)  # type: ignore[arg-type]
    again = found(path, article)
    assert (again is not None) is kept
    assert again is None or again.article is article


def test_another_program_finds_nothing(path: Path) -> None:
    assert found(path, ARTICLE, "made by another") is None
    assert found(path, ARTICLE) is not None, "and takes nothing away"


def test_fresh_begins_with_nothing(path: Path) -> None:
    with open_store(path, "made by", fresh=True) as store:
        assert store.get(ARTICLE) is None
    assert count_readings(path) == 0


def test_what_is_gone_is_dropped(path: Path) -> None:
    with open_store(path, "made by") as store:
        store.get(OTHER)
        store.drop_rest()
    assert count_readings(path) == 1
    assert found(path, ARTICLE) is None and found(path, OTHER) is not None


def test_nothing_is_written_before_a_reading_is(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.sqlite", "made by") as store:
        assert store.get(ARTICLE) is None
        store.put([])
        store.drop_rest()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [b"no database at all, and long enough to be looked at" * 9, b""])
def test_a_damaged_file_is_begun_anew(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    with open_store(path, "made by") as store:
        assert store.get(ARTICLE) is None
        store.put([reading(ARTICLE)])
        assert store.broken == ""
    assert found(path, ARTICLE) is not None


def test_a_damaged_row_is_read_again(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE readings SET reading = x'00ff'")
    connection.commit()
    connection.close()
    with open_store(path, "made by") as store:
        assert store.get(ARTICLE) is None
        store.put([reading(ARTICLE)])
        assert store.get(ARTICLE) == reading(ARTICLE)


def test_a_store_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").mkdir()
    store = ReadingStore(tmp_path / "store.sqlite" / "none" / "x.sqlite", "made by")
    store.put([reading(ARTICLE)])
    assert store.broken
    assert store.get(ARTICLE) is None
    store.drop_rest()
    store.close()


def test_the_fingerprint_tells_tables_and_pipelines_apart(tmp_path: Path) -> None:
    names, folder = tmp_path / "names.tsv", tmp_path / "pipeline"
    folder.mkdir()
    (folder / "config.cfg").write_text("one", encoding="utf-8")
    names.write_text("a", encoding="utf-8")
    seen = [fingerprint(None, ()), fingerprint(None, (names,)), fingerprint(folder, ())]
    names.write_text("b", encoding="utf-8")
    (folder / "config.cfg").write_text("two", encoding="utf-8")
    seen += [fingerprint(None, (names,)), fingerprint(folder, ())]
    assert len(set(seen)) == 5
    assert fingerprint(None, ()) == seen[0]
