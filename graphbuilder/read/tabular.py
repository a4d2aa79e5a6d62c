"""JSON lines and CSV: one document a row."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from graphbuilder.read.decode import clean
from graphbuilder.read.raw import MissingColumn, Raw, Unusable

COLUMNS = ("text", "id", "title", "date", "source", "url")
_DELIMITERS = ",;\t|"


def read_jsonl(text: str, columns: Mapping[str, str]) -> Iterator[Raw | Unusable]:
    """Yield the documents of a file of JSON objects, one a line.

    Args:
        text: the file.
        columns: names of keys in the file for those of `COLUMNS`, where they differ.

    Raises:
        MissingColumn: the first object has no text.
    """
    names = _names(columns)
    seen = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Unusable(f"line {number}", f"the line is no JSON ({error})")
            continue
        if not isinstance(row, dict):
            yield Unusable(f"line {number}", "the line holds no JSON object")
            continue
        cells = {str(key).strip().casefold(): value for key, value in row.items()}
        if names["text"] not in cells:
            if not seen:
                raise MissingColumn(columns.get("text", "text"), [str(key) for key in row])
            yield Unusable(f"line {number}", f"the object has no {columns.get('text', 'text')!r}")
            continue
        seen = True
        if not isinstance(cells[names["text"]], str):
            yield Unusable(f"line {number}", f"its {columns.get('text', 'text')!r} is no text")
            continue
        yield _raw({name: _string(cells.get(column)) for name, column in names.items()}, number)


def read_csv(text: str, columns: Mapping[str, str]) -> Iterator[Raw | Unusable]:
    """Yield the documents of a table with a header; separated by commas, semicolons, tabs or bars.

    Args:
        text: the file.
        columns: names of columns in the file for those of `COLUMNS`, where they differ.

    Raises:
        MissingColumn: the header has no column of the text.
    """
    names = _names(columns)
    lines = text.split("\n")
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    delimiter = max(_DELIMITERS, key=lambda mark: (lines[start].count(mark), -_DELIMITERS.index(mark)))
    header: list[str] = []
    for number, row in _rows(lines, start, delimiter):
        if isinstance(row, str):
            yield Unusable(f"line {number}", row)
        elif not header:
            header = [cell.strip().casefold() for cell in row]
            if names["text"] not in header:
                raise MissingColumn(columns.get("text", "text"), [cell.strip() for cell in row])
        elif len(row) != len(header):
            yield Unusable(f"line {number}", f"the row has {len(row)} cells, the header {len(header)}")
        else:
            cells = dict(zip(header, row, strict=True))
            yield _raw({name: cells.get(column, "").strip("\n") for name, column in names.items()}, number)
    if not header:
        raise MissingColumn(columns.get("text", "text"), [])


def _rows(lines: list[str], start: int, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Yield the line number and the cells of each row, or why it could not be read; then the row after it."""
    limit = csv.field_size_limit(2**31 - 1)  # the limit is one for the whole process: put it back
    try:
        while start < len(lines):
            reader = csv.reader((line + "\n" for line in lines[start:]), delimiter=delimiter, strict=True)
            begin = start
            try:
                for row in reader:
                    if row:
                        yield begin + 1, row
                    begin = start + reader.line_num
                return
            except csv.Error as error:
                yield begin + 1, f"the row cannot be read ({error})"
                start = begin + 1
    finally:
        csv.field_size_limit(limit)


def _names(columns: Mapping[str, str]) -> dict[str, str]:
    return {name: columns.get(name, name).strip().casefold() for name in COLUMNS}


def _string(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _raw(cells: Mapping[str, str], number: int) -> Raw:
    text, repairs = clean(cells["text"].replace("\r\n", "\n").replace("\r", "\n"))
    values = {name: " ".join(clean(cells[name])[0].split()) for name in ("id", "title", "date", "source", "url")}
    place = f"#{values['id']}" if values["id"] else f":{number}"
    return Raw(text, values["title"], values["date"], values["source"] or _host(values["url"]), place, repairs)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def looks_like_jsonl(text: str) -> bool:
    """Tell whether the first line that is not empty is a JSON object."""
    first = next((line for line in io.StringIO(text) if line.strip()), "").strip()
    if not first.startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False
