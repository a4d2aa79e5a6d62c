"""The present view as a picture."""

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

from show_browser import Opened, pixels

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SVG = "{http://www.w3.org/2000/svg}"


def _saved(page: "Page", tool: str, path: Path) -> Path:
    with page.expect_download() as download:
        page.click(tool)
    download.value.save_as(path)
    return path


def test_the_view_is_saved_as_png(page: "Page", tmp_path: Path) -> None:
    path = _saved(page, "#png", tmp_path / "graph.png")
    assert path.read_bytes().startswith(b"\x89PNG")
    assert path.stat().st_size > 20_000


def test_the_view_is_saved_as_a_drawing(page: "Page", tmp_path: Path) -> None:
    before = pixels(page)
    root = ET.parse(_saved(page, "#svg", tmp_path / "graph.svg")).getroot()
    assert root.tag == f"{_SVG}svg"
    texts = {element.text for element in root.iter(f"{_SVG}text")}
    assert {"Turkey", "TUR", "Poland"} <= texts
    assert len(list(root.iter(f"{_SVG}path"))) > 100
    numbers = " ".join(path.attrib["d"] for path in root.iter(f"{_SVG}path"))
    assert "NaN" not in numbers and "undefined" not in numbers
    assert pixels(page) == before


def test_a_drawing_of_hostile_names_holds_them_as_text(opened: Opened, pages: dict[str, Path], tmp_path: Path) -> None:
    opened.open(pages["hostile"])
    root = ET.parse(_saved(opened.page, "#svg", tmp_path / "graph.svg")).getroot()
    assert {element.tag for element in root.iter()} <= {f"{_SVG}{tag}" for tag in ("svg", "rect", "path", "text")}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]
