"""Encodings: what bytes become, and what is said about it."""

import codecs

import pytest

from graphbuilder.read.decode import clean, decode, is_binary

QUOTED = "Łódź “buys” tanks – at €5m"


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        pytest.param(QUOTED.encode(), QUOTED, "", id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + QUOTED.encode(), QUOTED, "", id="utf-8-with-mark"),
        pytest.param(QUOTED.encode("utf-16"), QUOTED, "", id="utf-16-with-mark"),
        pytest.param(codecs.BOM_UTF16_BE + QUOTED.encode("utf-16-be"), QUOTED, "", id="utf-16-be-with-mark"),
        pytest.param(codecs.BOM_UTF32_LE + QUOTED.encode("utf-32-le"), QUOTED, "", id="utf-32-with-mark"),
        pytest.param("It buys tanks.".encode("utf-16-le"), "It buys tanks.", "UTF-16-LE", id="utf-16-without-mark"),
        pytest.param("It buys tanks.".encode("utf-16-be"), "It buys tanks.", "UTF-16-BE", id="utf-16-be-without-mark"),
        pytest.param(
            b"The minister said \x93yes\x94 \x96 it\x92s a deal.",
            "The minister said “yes” – it’s a deal.",
            "Windows-1252",
            id="windows-1252",
        ),
        pytest.param(
            "“Yes”, said José.".encode() + b" It\x92s done.", "“Yes”, said José. It’s done.", "mended", id="stray-quote"
        ),
        pytest.param(
            "“Yes”, said José. ".encode() + b"\xe2\x80 no.", "“Yes”, said José. \ufffd no.", "mended", id="cut-character"
        ),
        pytest.param("Россия продаёт ракеты Турции. ".encode("cp1251") * 8, "Россия продаёт ракеты Турции. " * 8, "Read as", id="cyrillic"),
        pytest.param(b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n", "", id="line-ends"),
        pytest.param(b"nul\x00byte\x1b.", "nul byte .", "Control characters", id="controls-one-to-one"),
        pytest.param("it\u0092s".encode(), "it’s", "Control characters", id="windows-1252-within-utf-8"),
        pytest.param(b"", "", "", id="empty"),
    ],
)  # fmt: skip
def test_decode(data: bytes, text: str, said: str) -> None:
    found, repairs = decode(data)
    assert found == text
    assert said in " ".join(repairs)
    assert bool(repairs) == bool(said)


def test_utf8_that_was_saved_as_windows_1252_is_put_right() -> None:
    text, repairs = decode("It’s a deal – café".encode().decode("cp1252").encode())
    assert text == "It’s a deal – café"
    assert repairs == ("Characters of UTF-8 that had been saved as Windows-1252 were put right.",)


def test_declared_encoding_is_used_where_the_bytes_are_no_utf8() -> None:
    assert decode("Błaszczak".encode("iso-8859-2"), "iso-8859-2")[0] == "Błaszczak"


def test_unknown_declared_encoding_is_passed_over() -> None:
    assert decode(b"It\x92s", "no-such-charset")[0] == "It’s"


def test_lone_surrogates_are_replaced_one_to_one() -> None:
    text, repairs = clean("a\ud800b")
    assert text == "a\ufffdb"
    assert repairs


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(bytes(range(32)) * 10, True, id="controls"),
        pytest.param("It buys tanks.".encode("utf-16-le"), False, id="utf-16"),
        pytest.param("Łódź\tbuys\r\n".encode(), False, id="text"),
        pytest.param(b"", False, id="empty"),
    ],
)
def test_is_binary(data: bytes, expected: bool) -> None:
    assert is_binary(data) is expected
