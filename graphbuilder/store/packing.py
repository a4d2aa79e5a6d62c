"""Records to bytes and back: lists of field values as JSON, compressed. Nothing in such bytes can run as code."""

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_Maker = Callable[[Any], Any]


def pack(values: tuple[Any, ...]) -> bytes:
    """Give the bytes of a tuple of records, tuples and plain values."""
    text = json.dumps(values, default=_values, separators=(",", ":"), check_circular=False)
    return zlib.compress(text.encode("ascii"), 1)


def unpack(kind: Any, data: bytes) -> Any:
    """Give back what `pack` was given.

    Args:
        kind: its type, such as `tuple[Mention, ...]`.
        data: the bytes.

    Raises:
        ValueError: the bytes are damaged or were packed from another type.
    """
    try:
        return _maker(kind)(json.loads(zlib.decompress(data)))
    except (zlib.error, TypeError, KeyError, IndexError, RecursionError) as error:
        raise ValueError(f"these bytes are no {kind} ({error}); read the article again") from error


def _values(record: object) -> list[Any]:
    if not is_dataclass(record):
        raise TypeError(f"a {type(record).__name__} cannot be stored; only records and plain values can")
    kind: Any = type(record)
    return [getattr(record, name) for name in _names(kind)]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


@cache
def _maker(kind: Any) -> _Maker:
    """Give what makes a value of a type from its JSON: the types of fields say where lists are tuples or records."""
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_maker(kind)
    if get_origin(kind) is tuple:
        return _tuple_maker(get_args(kind))
    if get_origin(kind) in (Union, UnionType):
        inner = [_maker(each) for each in get_args(kind) if each is not type(None)]
        made = next((each for each in inner if each is not _plain), _plain)
        return lambda value: None if value is None else made(value)
    return _plain


def _plain(value: Any) -> Any:
    return value


def _record_maker(kind: type) -> _Maker:
    hints = get_type_hints(kind)
    makers = [_maker(hints[name]) for name in _names(kind)]
    if all(maker is _plain for maker in makers):
        return lambda values: kind(*values)
    changed = [(place, maker) for place, maker in enumerate(makers) if maker is not _plain]

    def made(values: list[Any]) -> Any:
        for place, maker in changed:
            values[place] = maker(values[place])
        return kind(*values)

    return made


def _tuple_maker(kinds: tuple[Any, ...]) -> _Maker:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        maker = _maker(kinds[0])
        return tuple if maker is _plain else lambda values: tuple(map(maker, values))
    makers = [_maker(each) for each in kinds]
    return lambda values: tuple(maker(value) for maker, value in zip(makers, values, strict=True))
