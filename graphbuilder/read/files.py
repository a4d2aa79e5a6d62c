"""Files, folders and standard input, read one article after the other."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from graphbuilder.errors import InputError
from graphbuilder.read.articles import article_of
from graphbuilder.read.decode import decode, is_binary
from graphbuilder.read.markdown import read_markdown
from graphbuilder.read.pages import read_html
from graphbuilder.read.portable import read_pdf
from graphbuilder.read.raw import MissingColumn, Raw, Unusable
from graphbuilder.read.tabular import COLUMNS, looks_like_jsonl, read_csv, read_jsonl
from graphbuilder.records import Article, Skipped

FORMATS = (".csv", ".htm", ".html", ".jsonl", ".md", ".pdf", ".txt")
_SUPPORTED = ", ".join(FORMATS)


def read_articles(
    inputs: Sequence[str | Path], columns: Mapping[str, str] | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | Skipped]:
    """Yield the articles of files, folders and standard input in the order given; folders in the order of their paths.

    Args:
        inputs: paths of files and folders, and `-` for `stdin` (plain text, or JSON lines if it begins with an object).
        columns: names that tables use for `text`, `id`, `title`, `date`, `source` and `url`, where they differ.
        stdin: stream of bytes that `-` stands for.

    Yields:
        An `Article` for each document, a `Skipped` for each file, row or line that gave none.

    Raises:
        InputError: an input is missing or unreadable, a folder has no articles, or a named table has no column of
            the text. Missing inputs are told at once, the rest when the input's turn comes.
    """
    mapping = dict(columns or {})
    unknown = sorted(set(mapping) - set(COLUMNS))
    if unknown:
        raise InputError(f"There is no column {unknown[0]!r} to map; choose from {', '.join(COLUMNS)}.")
    if not inputs:
        raise InputError("No input was given; name a file, a folder or - for standard input.")
    for name in inputs:
        if str(name) != "-" and not os.path.lexists(name):
            raise InputError(f"{name}: there is no such file or folder; check the path.")
    return _without_doubles(_all(inputs, mapping, stdin))


def _all(
    inputs: Sequence[str | Path], columns: Mapping[str, str], stdin: BinaryIO | None
) -> Iterator[tuple[str, Raw | Unusable]]:
    for name in inputs:
        if str(name) == "-":
            yield from _read_stream(stdin, columns)
        elif Path(name).is_dir():
            yield from _read_folder(Path(name), columns)
        else:
            yield from _read_named(Path(name), columns)


def _without_doubles(documents: Iterator[tuple[str, Raw | Unusable]]) -> Iterator[Article | Skipped]:
    """Make articles; a text that was there before is skipped and the place of the first one named."""
    first: dict[str, str] = {}
    for path, document in documents:
        if isinstance(document, Unusable):
            yield Skipped(path, document.place, document.reason)
            continue
        place = document.place.lstrip("#:")
        place = f"line {place}" if document.place.startswith(":") else place
        if not document.text.strip():
            yield Skipped(path, place, "the text is empty")
            continue
        digest = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
        if digest in first:
            yield Skipped(path, place, f"the same text as {first[digest]}")
            continue
        first[digest] = path + document.place
        yield article_of(document, digest, path + document.place)


def _read_stream(stdin: BinaryIO | None, columns: Mapping[str, str]) -> Iterator[tuple[str, Raw | Unusable]]:
    if stdin is None:
        raise InputError("-: there is no standard input to read; name a file or a folder.")
    text, repairs = decode(stdin.read())
    if not text.strip():
        raise InputError("-: standard input is empty; pipe a text or JSON lines into the command.")
    if not looks_like_jsonl(text):
        yield "-", Raw(text, repairs=repairs)
        return
    try:
        for document in read_jsonl(text, columns):
            yield "-", document
    except MissingColumn as missing:
        raise _missing("-", missing) from None


def _read_named(path: Path, columns: Mapping[str, str]) -> Iterator[tuple[str, Raw | Unusable]]:
    """Read a file that the user named: what is wrong with it as a whole is an error."""
    if path.suffix.casefold() not in FORMATS:
        raise InputError(f"{path}: the format {path.suffix or 'without ending'!r} is not read; use {_SUPPORTED}.")
    try:
        for document in _documents(path, columns):
            yield path.as_posix(), document
    except MissingColumn as missing:
        raise _missing(str(path), missing) from None
    except OSError as error:
        raise InputError(f"{path}: the file cannot be read ({error.strerror}); check its permissions.") from error


def _read_folder(folder: Path, columns: Mapping[str, str]) -> Iterator[tuple[str, Raw | Unusable]]:
    """Read a folder and those below it: what is wrong with one file never stops the rest."""
    try:
        files = sorted(_walk(folder), key=lambda file: file.relative_to(folder).parts)
    except OSError as error:
        raise InputError(f"{folder}: the folder cannot be read ({error.strerror}); check its permissions.") from error
    if not any(file.suffix.casefold() in FORMATS for file in files):
        raise InputError(f"{folder}: the folder holds no article; put files in it that end in {_SUPPORTED}.")
    for file in files:
        path = file.relative_to(folder).as_posix()
        if file.suffix.casefold() not in FORMATS:
            yield path, Unusable("", f"the format {file.suffix or 'without ending'!r} is not read")
            continue
        try:
            for document in _documents(file, columns):
                yield path, document
        except MissingColumn as missing:
            yield path, Unusable("", str(_missing(path, missing)).removeprefix(f"{path}: "))
        except OSError as error:
            yield path, Unusable("", f"the file cannot be read ({error.strerror})")


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder; hidden ones and links to folders are left out."""
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry)
        else:
            yield entry


def _documents(path: Path, columns: Mapping[str, str]) -> Iterator[Raw | Unusable]:
    data = path.read_bytes()
    suffix = PurePath(path).suffix.casefold()
    if suffix == ".pdf":
        yield read_pdf(data)
        return
    if is_binary(data):
        yield Unusable("", "the file is no text")
        return
    if suffix in (".html", ".htm"):
        yield read_html(data)
        return
    text, repairs = decode(data)
    if suffix in (".csv", ".jsonl"):
        yield from _with_repairs(read_csv(text, columns) if suffix == ".csv" else read_jsonl(text, columns), repairs)
    else:
        yield read_markdown(text, repairs) if suffix == ".md" else Raw(text, repairs=repairs)


def _with_repairs(documents: Iterator[Raw | Unusable], repairs: tuple[str, ...]) -> Iterator[Raw | Unusable]:
    """Say what was mended in a whole file once, at its first document."""
    for document in documents:
        if repairs and isinstance(document, Raw):
            document = replace(document, repairs=(*repairs, *document.repairs))
            repairs = ()
        yield document


def _missing(path: str, missing: MissingColumn) -> InputError:
    found = f"it has {', '.join(missing.found)}" if missing.found else "it is empty"
    return InputError(
        f"{path}: there is no column {missing.wanted!r}; {found}. Name the one with the text: --column text=NAME."
    )
