"""Finding names in the page: the search box, and the path between two names."""

from typing import TYPE_CHECKING

from show_browser import address, heading, ids, search

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_search_finds_by_alias_with_the_keyboard_alone(page: "Page") -> None:
    page.keyboard.press("/")
    page.keyboard.type("trium")
    assert "S-400" in (page.text_content("#matches li[aria-selected=true]") or "")
    page.keyboard.press("Enter")
    assert heading(page) == "S-400"
    assert f"node={ids()['S-400']}" in address(page)
    page.keyboard.press("Escape")
    assert address(page) == ""


def test_arrows_choose_among_matches_and_accents_do_not_matter(page: "Page") -> None:
    page.fill("#search", "turk")
    first = page.text_content("#matches li[aria-selected=true] .name")
    assert "Turkey" in (first or "")
    page.keyboard.press("ArrowDown")
    assert page.text_content("#matches li[aria-selected=true] .name") != first
    page.fill("#search", "turkiye")
    assert "Türkiye" in (page.text_content("#matches li") or "")


def test_a_shorter_query_finds_again_what_a_longer_one_had_left_out(page: "Page") -> None:
    page.fill("#search", "rafa")
    page.fill("#search", "rafax")
    assert "No name" in (page.text_content("#matches") or "")
    page.fill("#search", "ra")
    assert "Rafale" in page.inner_text("#matches")


def test_a_match_can_be_clicked_and_escape_empties_the_box(page: "Page") -> None:
    page.fill("#search", "norw")
    page.click("#matches li >> nth=0")
    assert "Norway" in heading(page)
    page.fill("#search", "x")
    page.keyboard.press("Escape")
    assert page.input_value("#search") == "" and not page.is_visible("#matches")


def test_the_shortest_path_leads_from_one_name_to_another(page: "Page") -> None:
    search(page, "Norway")
    page.click("text=Path to …")
    page.keyboard.type("Lloyd")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .path li")
    text = page.inner_text("#panel .path")
    assert "Norway" in text.split("\n")[0]
    assert "Lloyd Austin" in text
    assert "path=" in address(page)


def test_a_path_that_is_not_there_is_said_to_be_none(page: "Page") -> None:
    search(page, "Norway")
    page.click("text=Path to …")
    page.keyboard.type("Karachi")
    page.keyboard.press("Enter")
    assert "No path leads" in page.inner_text("#panel")
