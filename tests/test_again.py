"""A folder that was built before: only what is new is read, the bytes are those of a build from nothing, kills lose nothing."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest
from whole_builds import BUILD, contents, run

import graphbuilder
from graphbuilder.export.folder import store_in
from graphbuilder.records import Article
from graphbuilder.store.readings import count_readings

MANY = import_module("graphbuilder.reading_many")
KILLS = int(os.environ.get("GRAPHBUILDER_TEST_KILLS", "3"))
SALES = (
    ("India", "Rafale fighters", "France"),
    ("Norway", "F-35 fighters", "the United States"),
    ("Poland", "K2 tanks", "South Korea"),
    ("Serbia", "CH-92A drones", "China"),
    ("Egypt", "Su-35 fighters", "Russia"),
    ("Chile", "frigates", "the Netherlands"),
)


def write(folder: Path, sales: Sequence[tuple[str, str, str]]) -> Path:
    """Write one article for each sale."""
    folder.mkdir(exist_ok=True)
    for number, (recipient, weapon, supplier) in enumerate(sales):
        text = f"{recipient} and its {weapon}\n{number + 1} May 2021\n\n{recipient} bought 12 {weapon} from {supplier}."
        (folder / f"{recipient}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that were parsed, as a build goes on."""
    paths: list[str] = []
    parse = MANY.parse_articles

    def noting(articles: Sequence[Article], *rest: object) -> object:
        paths.extend(article.path for article in articles)
        return parse(articles, *rest)

    monkeypatch.setattr(MANY, "parse_articles", noting)
    return paths


def assert_as_from_nothing(articles: Path, out: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    BUILD.build(articles, fresh)
    assert contents(out) == contents(fresh)


@pytest.mark.usefixtures("_loaded")
def test_what_did_not_change_is_not_read_again(tmp_path: Path, read: list[str]) -> None:
    articles = write(tmp_path / "in", SALES[:3])
    BUILD.build(articles, tmp_path / "out")
    assert sorted(read) == ["India.txt", "Norway.txt", "Poland.txt"]
    read.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(BUILD, "load_pipeline")  # nor is the pipeline loaded
        BUILD.build(articles, tmp_path / "out")
    assert read == []
    assert_as_from_nothing(articles, tmp_path / "out", tmp_path)


@pytest.mark.usefixtures("_loaded")
def test_new_changed_moved_and_gone(tmp_path: Path, read: list[str]) -> None:
    articles = write(tmp_path / "in", SALES[:4])
    BUILD.build(articles, tmp_path / "out")
    read.clear()
    (articles / "India.txt").unlink()
    (articles / "Norway.txt").rename(articles / "oslo.txt")
    (articles / "Poland.txt").write_text("Poland leased four K2 tanks from South Korea.", encoding="utf-8")
    shutil.copy(write(tmp_path / "more", SALES[4:5]) / "Egypt.txt", articles)
    BUILD.build(articles, tmp_path / "out")
    assert sorted(read) == ["Egypt.txt", "Poland.txt"]
    assert count_readings(store_in(tmp_path / "out")) == 4
    assert_as_from_nothing(articles, tmp_path / "out", tmp_path)


@pytest.mark.usefixtures("_loaded")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param("--fresh", id="asked for"),
        pytest.param("--lexicon {}/names.csv", id="other names"),
    ],
)
def test_all_is_read_again(words: str, tmp_path: Path, read: list[str]) -> None:
    write(tmp_path / "in", SALES[:2])
    (tmp_path / "names.csv").write_text("type,name\nORGANIZATION,Zenda Works\n", encoding="utf-8")
    for more in ("", words):
        read.clear()
        assert run(tmp_path, f"build {{}}/in -o {{}}/out -q {more}") == 0
        assert sorted(read) == ["India.txt", "Norway.txt"]


@pytest.mark.usefixtures("_loaded")
def test_a_build_that_was_cut_off_goes_on(tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    articles = write(tmp_path / "in", SALES)
    monkeypatch.setattr(MANY, "ARTICLES", 2)
    with monkeypatch.context() as patch:
        left = [1]

        def stopping(*_: object) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt

        real = MANY.read_group
        patch.setattr(MANY, "read_group", lambda *rest: stopping() or real(*rest))
        with pytest.raises(KeyboardInterrupt):
            BUILD.build(articles, tmp_path / "out")
    assert count_readings(store_in(tmp_path / "out")) == 2
    assert contents(tmp_path / "out") == {}
    read.clear()
    BUILD.build(articles, tmp_path / "out")
    assert len(read) == len(SALES) - 2
    assert_as_from_nothing(articles, tmp_path / "out", tmp_path)


@pytest.mark.usefixtures("_loaded")
def test_a_damaged_store_costs_time_alone(tmp_path: Path) -> None:
    articles = write(tmp_path / "in", SALES[:2])
    BUILD.build(articles, tmp_path / "out")
    store_in(tmp_path / "out").write_bytes(b"nothing that SQLite could read" * 99)
    BUILD.build(articles, tmp_path / "out")
    assert_as_from_nothing(articles, tmp_path / "out", tmp_path)


@pytest.mark.usefixtures("_loaded")
def test_groups_make_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = write(tmp_path / "in", SALES)
    BUILD.build(articles, tmp_path / "out")
    monkeypatch.setattr(MANY, "ARTICLES", 1)
    assert_as_from_nothing(articles, tmp_path / "out", tmp_path)


@pytest.mark.usefixtures("_loaded")
def test_what_breaks_the_pipeline_is_left_out_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = write(tmp_path / "in", SALES[:3])
    parse = MANY.parse_articles

    def breaking(group: Sequence[Article], *rest: object) -> object:
        if any(article.path == "India.txt" for article in group):
            raise RuntimeError("no such shape")
        return parse(group, *rest)

    monkeypatch.setattr(MANY, "parse_articles", breaking)
    graph = BUILD.build(articles, tmp_path / "out")
    assert sorted(graph.documents["path"]) == ["India.txt", "Norway.txt", "Poland.txt"]  # read on its own, in its turn


def test_random_kills_lose_nothing(tmp_path: Path) -> None:
    """As many kills as GRAPHBUILDER_TEST_KILLS says, each at a random moment of a build on the same folder."""
    articles = write(tmp_path / "in", SALES)
    command = [sys.executable, "-m", "graphbuilder", "build", "in", "-o", "out", "-q"]
    environment = {**os.environ, "PYTHONPATH": str(Path(graphbuilder.__file__).parents[1])}
    start = time.monotonic()
    subprocess.run(
        ["expected" if word == "out" else word for word in command], cwd=tmp_path, env=environment, check=True
    )
    whole = time.monotonic() - start
    chance = random.Random(7)
    for _ in range(KILLS):
        with subprocess.Popen(command, cwd=tmp_path, env=environment) as process:
            try:
                process.wait(chance.uniform(0.3, 1.0) * whole)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    assert contents(tmp_path / "out") == contents(tmp_path / "expected")
    assert count_readings(store_in(tmp_path / "out")) == len(SALES)
    assert articles.is_dir()
