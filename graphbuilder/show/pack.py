"""A view model as text for the page: tables column by column, so that nothing is said twice; large ones compressed."""

import base64
import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Inside a script element these could end it, open a comment or end a line of JavaScript.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
# Data beyond so many characters is compressed in the page.
MOST_PLAIN = 5_000_000
# A quick level: the higher ones take four times as long for a tenth less.
_LEVEL = 2
# A column is written as distinct values and their places where it has fewer than one of so many rows.
_REPEATED = 0.5


@dataclass(frozen=True, slots=True)
class Packed:
    """The text of a script element, its `type`, and its `form`: `json`, or `gzip` for JSON compressed and in base64."""

    text: str
    type: str
    form: str


def packed(model: Mapping[str, Any], most_plain: int = MOST_PLAIN) -> Packed:
    """Write a view model for the page.

    Args:
        model: plain values; lists of dictionaries with the same keys become tables.
        most_plain: characters of JSON up to which it stays readable.

    Returns:
        Text that no parser of HTML can leave; the same for the same model.
    """
    text = compact({key: table(value) if _is_table(value) else value for key, value in sorted(model.items())})
    if len(text) <= most_plain:
        return Packed(text.translate(_ESCAPES), "application/json", "json")
    data = gzip.compress(text.encode(), compresslevel=_LEVEL, mtime=0)
    return Packed(base64.b64encode(data).decode("ascii"), "application/gzip", "gzip")


def island(value: Any) -> str:
    """Write a value as JSON that can stand inside a script element."""
    return compact(value).translate(_ESCAPES)


def compact(value: Any) -> str:
    """Write a value as JSON without spaces, keys sorted."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def table(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Turn rows with the same keys into `{length, columns}`.

    A column is a list of values; `{of, at}`, distinct values and the place of each row's; or `{same}`, one value for all.
    """
    return {"length": len(rows), "columns": {key: _column([row[key] for row in rows]) for key in rows[0]}}


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _column(values: list[Any]) -> Any:
    first = values[0]
    kinds = set(map(type, values))
    if kinds == {str}:
        return _texts(values)
    # 1, 1.0 and true are equal, and yet not the same: only values of one kind are compared.
    same = len(values) > 1 and len(kinds) == 1 and values.count(first) == len(values)
    return {"same": first} if same else values


def _texts(values: list[str]) -> Any:
    distinct = {value: place for place, value in enumerate(dict.fromkeys(values))}
    if len(distinct) == 1:
        return {"same": values[0]}
    if len(distinct) > _REPEATED * len(values):
        return values
    return {"of": list(distinct), "at": [distinct[value] for value in values]}
