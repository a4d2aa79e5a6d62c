"""The address of the page: it holds what is seen, and back and forward walk through it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from show_browser import READY, Opened, address, heading, ids, search, visible, wait
from show_sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Two names are opened while the page is still being read, before its load event.
_EARLY = """document.addEventListener("DOMContentLoaded", () => {
  for (const name of ["Turkey", "Rafale"]) {
    const box = document.getElementById("search");
    box.value = name;
    box.dispatchEvent(new Event("input"));
    box.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter"}));
  }
});"""


def test_the_address_restores_selection_filters_and_view(opened: Opened, pages: dict[str, Path]) -> None:
    india = ids()["India"]
    opened.open(pages["sample"], f"#node={india}&no-type=PERSON%2CEVENT&confidence=60&from=2018-01&to=2021-12")
    page = opened.page
    assert "India" in heading(page)
    assert page.get_attribute("[data-value=PERSON]", "aria-pressed") == "false"
    assert page.input_value("#confidence") == "60"
    page.click("[data-view=deals]")
    page.reload()
    page.wait_for_selector(READY, state="attached")
    assert page.is_visible("#table") and not page.is_visible("#stage")
    assert "India" in heading(page)


def _walks_back_and_forward(page: "Page") -> None:
    page.go_back()
    wait(page, "document.querySelector('#panel h2').textContent.includes('Turkey')")
    page.go_forward()
    wait(page, "document.querySelector('#panel h2').textContent.includes('Rafale')")


def test_back_and_forward_walk_through_the_selections(page: "Page") -> None:
    for name in ("Turkey", "Rafale"):
        search(page, name)
    _walks_back_and_forward(page)


def test_selections_made_before_the_page_has_loaded_are_steps_too(opened: Opened, pages: dict[str, Path]) -> None:
    opened.page.add_init_script(_EARLY)
    opened.open(pages["sample"])
    assert heading(opened.page) == "Rafale"
    _walks_back_and_forward(opened.page)


def test_turning_a_filter_is_no_step(page: "Page") -> None:
    search(page, "Turkey")
    steps = page.evaluate("history.length")
    page.click("[data-facet=type][data-value=PERSON]")
    assert "no-type=PERSON" in address(page)
    assert page.evaluate("history.length") == steps


def test_an_address_typed_into_an_open_page_is_followed(page: "Page") -> None:
    page.evaluate("(id) => { location.hash = `node=${id}&view=deals`; }", ids()["Poland"])
    wait(page, "document.querySelector('#panel h2').textContent.includes('Poland')")
    assert page.is_visible("#table")


@pytest.mark.parametrize("address", ["#node=nobody", "#path=[1", "#no-type=&confidence=x&from=9&view=z", "#%E0%A4%A"])
def test_a_damaged_address_opens_the_whole_graph(opened: Opened, pages: dict[str, Path], address: str) -> None:
    opened.open(pages["sample"], address)
    _, graph = sample()
    assert visible(opened.page) == {node for node in graph if graph.degree(node)}
