"""The same articles give the same bytes: in any order, any number of processes, any locale and any seed of hashes."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language
from whole_builds import TABLES

import graphbuilder

ROOT = Path(__file__).parents[1]
# Small ones of every format but PDF, that share actors and weapons.
ARTICLES = (
    "2017-09-turkey-s400-contract.txt",
    "2019-07-turkey-s400-delivery.html",
    "2020-12-us-sanctions-turkey.md",
    "2023-08-f16-ukraine.txt",
    "indonesia-su35-two-papers.csv",
    "philippines-brahmos.jsonl",
)
FILES = {
    *TABLES,
    *("graph.graphml", "graph.html", ".graphbuilder.json"),
}


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder, by its name; the store of readings is below and no output."""
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return graphbuilder.load_pipeline()


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name in ARTICLES:
        shutil.copy(ROOT / "samples" / name, folder)
    return folder


@pytest.fixture(scope="module")
def expected(articles: Path, nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The bytes of one build of the articles, to which the others are compared."""
    out = tmp_path_factory.mktemp("expected")
    assert len(graphbuilder.build(articles, out, pipeline=nlp).deals) > 3
    assert {path.name for path in out.iterdir() if path.is_file()} == FILES
    return digests(out)


@pytest.mark.parametrize(
    ("workers", "environment"),
    [
        pytest.param(
            1,
            {"LC_ALL": "C", "PYTHONHASHSEED": "0", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "UTC+11"},
            id="plain locale, seed 0",
        ),
        pytest.param(
            2,
            {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "TZ": "UTC-13"},
            id="UTF-8, seed 1, two processes",
        ),
    ],
)
def test_environment_and_processes(
    workers: int, environment: dict[str, str], articles: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    copies = tmp_path / "copies"  # made in another order and in another place
    copies.mkdir()
    for path in sorted(articles.iterdir(), reverse=True):
        shutil.copy(path, copies)
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    command = [sys.executable, "-m", "graphbuilder", "build", "copies", "-o", "out", "--workers", str(workers)]
    ran = subprocess.run(
        command,
        cwd=tmp_path,
        env={**inherited, "PYTHONPATH": str(Path(graphbuilder.__file__).parents[1]), **environment},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode(errors="replace")
    assert digests(tmp_path / "out") == expected


def test_a_folder_listed_in_another_order(
    articles: Path, nlp: Language, expected: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def backwards(folder: Path) -> Iterator[Path]:
        return iter(sorted((folder / name for name in os.listdir(folder)), reverse=True))

    monkeypatch.setattr(Path, "iterdir", backwards)
    graphbuilder.build(articles, tmp_path / "out", pipeline=nlp)
    monkeypatch.undo()
    assert digests(tmp_path / "out") == expected


def test_inputs_named_in_another_order(articles: Path, nlp: Language, tmp_path: Path) -> None:
    paths = sorted(articles.iterdir())
    graphbuilder.build(paths, tmp_path / "one", pipeline=nlp)
    graphbuilder.build([*reversed(paths), paths[2]], tmp_path / "two", pipeline=nlp)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_a_build_over_the_one_before(articles: Path, nlp: Language, expected: dict[str, str], tmp_path: Path) -> None:
    graphbuilder.build(articles / ARTICLES[0], tmp_path / "out", pipeline=nlp)
    assert digests(tmp_path / "out") != expected
    graphbuilder.build(articles, tmp_path / "out", pipeline=nlp)
    assert digests(tmp_path / "out") == expected
