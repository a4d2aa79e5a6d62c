"""Registers that a user has, in both published layouts and in a layout of their own. All rows are invented."""

from pathlib import Path

import pytest

from graphbuilder.errors import InputError
from graphbuilder.register.trade import Listed, read_register

PREAMBLE = "\n".join(["Transfers of weapons", *["note"] * 9, ""])
NEWER = (
    "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,"
    "Order date is estimate,Numbers delivered,Numbers delivered is estimate,Delivery year,Delivery year is estimate,"
    "Status,SIPRI estimate,TIV deal unit,TIV delivery values,Local production\n"
    '7,Ruritania,Freedonia,"RZ-1, mod. 2",Frigate,Ships,2017,No,1,No,2020,No,New,,100,100,No\n'
    '7,Ruritania,Freedonia,"RZ-1, mod. 2",Frigate,Ships,2017,No,2,Yes,2022,No,New,,100,200,No\n'
    "8,Ruritania,Freedonia,RZ-9,Radar,Sensors,2019,No,0,No,,No,New,,5,0,No\n"
)
OLDER = (
    "Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon description,Number delivered,,"
    "Year(s) of delivery,status,Comments,TIV per unit,TIV for total order,TIV of delivered weapons\n"
    "Côte Bleue,Ruritania,2015,?,12,,RZ-1,Frigate,(8),?,2018-2020; 2022,New,for navy,100,1200,800\n"
)


def _file(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "register.csv"
    path.write_text(text, encoding=encoding, newline="")
    return path


def test_newer_layout_has_a_row_for_each_year(tmp_path: Path) -> None:
    assert read_register(_file(tmp_path, PREAMBLE + "\n" + NEWER)) == [
        Listed("Ruritania", "Freedonia", "RZ-1, mod. 2", "Frigate", "2017", None, 3, ("2020", "2022"), "7", 13),
        Listed("Ruritania", "Freedonia", "RZ-9", "Radar", "2019", None, 0, (), "8", 15),
    ]


def test_older_layout_has_a_row_for_each_deal(tmp_path: Path) -> None:
    years = ("2018", "2019", "2020", "2022")
    assert read_register(_file(tmp_path, OLDER, "latin-1")) == [
        Listed("Ruritania", "Côte Bleue", "RZ-1", "Frigate", "2015", 12, 8, years, "", 2)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Seller;To;System;Units\nRuritania;Freedonia;RZ-1;1,200\n", id="semicolons"),
        pytest.param('Seller\tTo\tSystem\tUnits\r\nRuritania\tFreedonia\tRZ-1\t"1,200"\r\n', id="tabs, Windows ends"),
        pytest.param('\ufeffSELLER,to,system,Units\n\n,,,\nRuritania,Freedonia,RZ-1,"1,200"\n', id="mark, empty lines"),
    ],
)
def test_columns_of_another_register(text: str, tmp_path: Path) -> None:
    columns = {"supplier": "Seller", "recipient": "To", "weapon": "System", "quantity": "Units"}
    (row,) = read_register(_file(tmp_path, text), columns)
    assert (row.supplier, row.recipient, row.weapon, row.quantity) == ("Ruritania", "Freedonia", "RZ-1", 1200)


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        pytest.param("a,b\n1,2\n", {}, "has no line with the headings", id="no headings"),
        pytest.param(
            OLDER, {"colour": "x"}, "'colour' is no column of a register; the columns are", id="unknown column"
        ),
        pytest.param("", {}, "has no line with the headings", id="empty"),
    ],
)
def test_what_is_no_register(text: str, columns: dict[str, str], message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=message):
        read_register(_file(tmp_path, text), columns)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_register(tmp_path / "none.csv")
