"""Records to bytes and back."""

import zlib
from dataclasses import dataclass

import pytest

from graphbuilder.records import Argument, Mention, Money, Statement
from graphbuilder.store.packing import pack, unpack

MENTION = Mention("d1", 0, 3, 9, "Łódź\ud800", "name", "LOCATION", 3, 9, things=(0, 2))
ARGUMENT = Argument("two ships", 4, 13, 8, 13, "object", quantity=2, money=Money(10**18, "EUR", 4, 13))
STATEMENT = Statement(
    *("s1", "d1", 0, 0, 40, "verb", "sell", "sell", "sold", 5, 9, None),
    arguments=(ARGUMENT,),
    attribution=(ARGUMENT, ARGUMENT),
    confidence=0.1 + 0.2,
)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        pytest.param(tuple[int, str], (1, "a"), id="plain values"),
        pytest.param(tuple[tuple[int, int], ...], ((0, 4), (5, 9)), id="tuples of tuples"),
        pytest.param(tuple[Mention, ...], (MENTION, MENTION), id="records, a lone surrogate"),
        pytest.param(tuple[Statement, ...], (STATEMENT,), id="records within records, None, a float's last bit"),
        pytest.param(tuple[Mention, ...], (), id="nothing"),
    ],
)
def test_what_is_packed_comes_back(kind: object, value: tuple[object, ...]) -> None:
    assert unpack(kind, pack(value)) == value


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x80\x04not zlib", id="not compressed"),
        pytest.param(zlib.compress(b"[[1,2"), id="cut off"),
        pytest.param(zlib.compress(b"[[1, 2]]"), id="too few fields"),
        pytest.param(zlib.compress(b"7"), id="no list"),
        pytest.param(zlib.compress(b"[" * 100_000), id="a bomb of brackets"),
    ],
)
def test_damaged_bytes_are_an_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"these bytes are no|Expecting"):
        unpack(tuple[Statement, ...], data)


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(TypeError, match="only records and plain values"):
        pack(({1, 2},))


def test_fields_that_were_left_out_of_a_type_are_seen() -> None:
    @dataclass(frozen=True, slots=True)
    class Longer:
        first: int
        second: int

    with pytest.raises(ValueError, match="these bytes are no"):
        unpack(tuple[Money, ...], pack((Longer(1, 2),)))
