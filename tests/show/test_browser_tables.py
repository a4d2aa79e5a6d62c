"""The tables of the page: sorted, filtered, copied, saved, and tied to the graph both ways."""

from pathlib import Path
from typing import TYPE_CHECKING

from show_browser import Opened, heading, search, unfold
from show_sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_the_deals_table_sorts_filters_and_leads_to_the_graph(page: "Page") -> None:
    page.keyboard.press("2")
    column = "#rows tr td:nth-child(6)"
    page.click("[data-sort=value]")
    down = [text for text in page.locator(column).all_text_contents() if text]
    assert down[0] == "USD 12 billion" and down[-1] == "USD 270 million"
    page.click("[data-sort=value]")
    up = [text for text in page.locator(column).all_text_contents() if text]
    assert up == down[::-1]
    assert page.get_attribute("th.money", "aria-sort") == "ascending"
    page.fill("#table-words", "polan k2")
    assert page.locator("#rows tr").count() == 1
    page.click("#rows tr")
    assert "South Korea → Poland" in heading(page)
    assert page.get_attribute("#rows tr", "aria-selected") == "true"


def test_a_row_of_the_statements_opens_its_sentence(page: "Page") -> None:
    page.click("[data-view=statements]")
    assert page.locator("#rows tr").count() == len(sample()[0].triples)
    page.fill("#table-words", "crates had arrived")
    page.click("#rows tr")
    assert "after the first crates had arrived" in page.inner_text("#panel")


def test_a_row_is_opened_with_the_keyboard(page: "Page") -> None:
    page.keyboard.press("2")
    page.fill("#table-words", "polan k9")
    page.focus("#rows tr")
    page.keyboard.press("Enter")
    assert "Poland" in heading(page)


def test_an_edge_chosen_in_the_graph_is_marked_in_the_table(page: "Page") -> None:
    search(page, "Turkey")
    unfold(page)
    page.locator("#panel .fact button", has_text="test").first.click()
    page.keyboard.press("3")
    chosen = page.locator("#rows tr[aria-selected=true]")
    assert chosen.count() == 1 and "test" in chosen.inner_text()


def test_words_that_are_nowhere_leave_a_row_that_says_so(page: "Page") -> None:
    page.keyboard.press("2")
    page.fill("#table-words", "zeppelin")
    assert page.inner_text("#rows") == "No row passes the filters"
    assert "0 of" in (page.text_content("#table-count") or "")


def test_rows_are_copied(opened: Opened, pages: dict[str, Path]) -> None:
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.open(pages["sample"], "#view=deals")
    opened.page.fill("#table-words", "polan k2")
    opened.page.click("text=Copy")
    opened.page.wait_for_selector("#live:has-text('Copied')", state="attached")
    header, row, end = opened.page.evaluate("navigator.clipboard.readText()").split("\n")
    deal = dict(zip(header.split("\t"), row.split("\t"), strict=True))
    assert (deal["recipient"], deal["weapon"], deal["quantity"], end) == ("Poland", "K2", "180", "")


def test_the_statements_are_saved_as_csv_with_their_sentences(page: "Page", tmp_path: Path) -> None:
    page.keyboard.press("3")
    page.fill("#table-words", "Croatia Rafale")
    with page.expect_download() as download:
        page.click("text=CSV")
    download.value.save_as(tmp_path / "statements.csv")
    lines = (tmp_path / "statements.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "evidence" in lines[0] and "Croatia then chose the Rafale." in lines[1]


def test_the_table_is_saved_as_csv_without_formulas(opened: Opened, pages: dict[str, Path], tmp_path: Path) -> None:
    opened.open(pages["hostile"], "#view=deals")
    with opened.page.expect_download() as download:
        opened.page.click("text=CSV")
    download.value.save_as(tmp_path / "deals.csv")
    text = (tmp_path / "deals.csv").read_text(encoding="utf-8-sig")
    assert "'=cmd|" in text
    assert not any(cell.startswith("=") for line in text.splitlines() for cell in line.split(","))


def test_the_tables_follow_a_filter_turned_beside_them(page: "Page") -> None:
    page.keyboard.press("3")
    page.click("[data-facet=polarity][data-value=affirmed]")
    denied = [triple for triple in sample()[0].triples if triple.polarity == "negated"]
    assert page.locator("#rows tr").count() == len(denied)
    page.click("#rows tr >> nth=0")
    assert "denied" in page.inner_text("#panel")
