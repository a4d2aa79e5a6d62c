"""Values made safe to travel: clean JSON, and links that only lead to the web."""

import math
import re
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


def web_address(text: str) -> str:
    """Return a text that is an http or https address, else nothing: `javascript:` and the like never become links."""
    if any(character.isspace() or ord(character) < 0x20 for character in text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.netloc else ""
