"""Values made safe to travel: clean JSON, and links that only lead to the web."""

import math
import re
from collections.abc import Sequence
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

_SURROGATES = re.compile("[\ud800-\udfff]")


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it: keys sorted, tuples as lists, lone surrogates and NaN replaced."""
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    if isinstance(value, bool) or value is None or isinstance(value, int):
        return value
    if isinstance(value, float):
        return round(value, 4) if math.isfinite(value) else None
    if isinstance(value, dict):
        return {plain(str(key)): plain(item) for key, item in sorted(value.items(), key=lambda pair: str(pair[0]))}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(item) for item in value)
    return plain(str(value))


def plain_rows(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows with the same keys as `plain` would, looking at whole columns first: most need no change."""
    columns = {key: _plain_column([row[key] for row in rows]) for key in sorted(rows[0])} if rows else {}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _plain_column(values: list[Any]) -> list[Any]:
    kinds = set(map(type, values))
    if kinds == {str}:
        return values if not _SURROGATES.search("".join(values)) else [plain(value) for value in values]
    if kinds <= {int, bool, type(None)}:
        return values
    if kinds == {float}:
        return [round(value, 4) if math.isfinite(value) else None for value in values]
    if kinds == {list}:
        return _plain_lists(values)
    return [plain(value) for value in values]


def _plain_lists(values: list[list[Any]]) -> list[list[Any]]:
    """Return a column of lists as `plain` would; those of whole numbers and clean texts need no look at each."""
    flat = list(chain.from_iterable(values))
    while flat and set(map(type, flat)) == {list}:
        flat = list(chain.from_iterable(flat))
    texts = "".join(value for value in flat if type(value) is str)
    if set(map(type, flat)) <= {int, str} and not _SURROGATES.search(texts):
        return values
    return [plain(value) for value in values]


def web_address(text: str) -> str:
    """Return a text that is an http or https address, else nothing: `javascript:` and the like never become links."""
    if any(character.isspace() or ord(character) < 0x20 for character in text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.netloc else ""
