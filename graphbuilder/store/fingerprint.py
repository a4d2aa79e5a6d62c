"""What a reading depends on beside its article: the program, its tables, the pipeline and the user's names."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
# Parts of the package that have a say in what is read out of an article.
PARTS = (
    "data",
    "date_patterns.py",
    "dates.py",
    "extract",
    "lexicon",
    "parse",
    "reading.py",
    "records.py",
    "resolve",
    "store",
)
_LIBRARIES = ("spacy", "thinc", "numpy")


def fingerprint(pipeline: Path | None, tables: Sequence[Path]) -> str:
    """Give a text that is another one as soon as the same article might be read in another way.

    Args:
        pipeline: the folder of the pipeline; None for the bundled one.
        tables: the user's own tables of names.
    """
    digest = hashlib.sha256(_program().encode("ascii"))
    if pipeline is not None:
        digest.update(_contents(pipeline, [pipeline]).encode("ascii"))
    for table in tables:
        digest.update(hashlib.sha256(table.read_bytes()).digest())
    return digest.hexdigest()


@cache
def _program() -> str:
    digest = hashlib.sha256(_contents(PACKAGE, [PACKAGE / part for part in PARTS]).encode("ascii"))
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}".encode())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "unknown"


def _contents(base: Path, paths: Iterable[Path]) -> str:
    """Give a digest of the names and bytes of all files below some folders, without what Python leaves there."""
    digest = hashlib.sha256()
    for path in paths:
        files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
        for file in files:
            if "__pycache__" not in file.parts:
                digest.update(file.relative_to(base).as_posix().encode("utf-8", "surrogateescape") + b"\0")
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
