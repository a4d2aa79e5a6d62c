"""The file of corrections: what it may hold, and what is said of one that cannot be used."""

from pathlib import Path

import pytest

from graphbuilder.errors import InputError
from graphbuilder.resolve.corrections import Correction, read_corrections

GOOD = """
# checked by hand
[[merge]]
names = ["Acme Works", "AW", "Acme Works"]
why = "annual report"

[[never-merge]]
names = ["Jan Nowak", "Piotr Nowak"]

[[rename]]
entity = "AW"
name = " Acme "

[[retype]]
entity = "Lantern"
type = "WEAPON"

[[country]]
entity = "org:acme-works"
country = "POL"

[[drop]]
entity = "Photo"
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_kinds(tmp_path: Path) -> None:
    assert read_corrections(write(tmp_path, GOOD)) == (
        Correction("merge", "own.toml, line 3, merge 1", ("Acme Works", "AW"), "", "annual report"),
        Correction("never-merge", "own.toml, line 7, never-merge 1", ("Jan Nowak", "Piotr Nowak")),
        Correction("rename", "own.toml, line 10, rename 1", ("AW",), "Acme"),
        Correction("retype", "own.toml, line 14, retype 1", ("Lantern",), "WEAPON"),
        Correction("country", "own.toml, line 18, country 1", ("org:acme-works",), "POL"),
        Correction("drop", "own.toml, line 22, drop 1", ("Photo",)),
    )


def test_an_empty_file_corrects_nothing(tmp_path: Path) -> None:
    assert read_corrections(write(tmp_path, "# nothing yet\n")) == ()


MERGE = '[[merge]]\nnames = ["A", "B"]\n'
ERRORS = [
    pytest.param("[[merge]\n", r"own\.toml: .*line 1.*write it as TOML", id="no TOML"),
    pytest.param("[[marge]]\n", r"\[\[marge\]\] is no correction; the corrections are merge, never-merge", id="action"),
    pytest.param("[merge]\n", r"merge is not written as blocks; begin each one with a line \[\[merge\]\]", id="table"),
    pytest.param("\n\n[[drop]]\n", r"line 3, drop 1: the key 'entity' is missing", id="missing key"),
    pytest.param(
        '[[drop]]\nentity = "A"\nname = "B"\n', r"line 1, drop 1: the key 'name' is not known", id="other key"
    ),
    pytest.param('[[drop]]\nentity = "-"\n', r"entity = '-' holds what is no name", id="no name"),
    pytest.param("[[drop]]\nentity = 3\n", r"entity = 3 holds what is no name", id="a number"),
    pytest.param('[[merge]]\nnames = ["A", "a"]\n', "holds fewer than two names", id="one name"),
    pytest.param('[[merge]]\nnames = "A"\n', "names = 'A' holds what is no name", id="no list"),
    pytest.param('[[merge]]\nnames = ["A", "B"]\nwhy = 1\n', "why = 1 is no text; put it in quotes", id="why"),
    pytest.param('[[retype]]\nentity = "A"\ntype = "TANK"\n', "'TANK' is no type; write one of COUNTRY", id="type"),
    pytest.param('[[country]]\nentity = "A"\ncountry = "Poland"\n', "'Poland' is no country", id="country"),
    pytest.param('[[rename]]\nentity = "A"\nname = ""\n', "the name '' has no letter", id="empty name"),
    pytest.param(
        MERGE + '[[never-merge]]\nnames = ["b", "a"]\n',
        "line 3, never-merge 1 keeps 'b' and 'a' apart, but blocks of merge make them one; remove one",
        id="merged and never merged",
    ),
    pytest.param(
        MERGE + '[[merge]]\nnames = ["C", "B"]\n[[never-merge]]\nnames = ["A", "C"]\n',
        "never-merge 1 keeps 'A' and 'C' apart",
        id="by way of a third",
    ),
    pytest.param(
        '[[rename]]\nentity = "A"\nname = "B"\n[[rename]]\nentity = "a"\nname = "C"\n',
        "line 1, rename 1 says 'B' of 'A', line 4, rename 2 says 'C'; remove one",
        id="two names",
    ),
    pytest.param(
        MERGE + '[[retype]]\nentity = "A"\ntype = "WEAPON"\n[[retype]]\nentity = "B"\ntype = "EVENT"\n',
        "says 'WEAPON' of 'A', .* says 'EVENT'",
        id="two types of one thing",
    ),
]


@pytest.mark.parametrize(("text", "message"), ERRORS)
def test_errors_say_where_and_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as raised:
        read_corrections(write(tmp_path, text))
    assert str(raised.value).startswith(str(tmp_path / "own.toml"))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: cannot be read"):
        read_corrections(tmp_path / "none.toml")


def test_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b'[[drop]]\nentity = "T\xfcrkiye"\n')
    with pytest.raises(InputError, match="byte 20 is not UTF-8"):
        read_corrections(path)
