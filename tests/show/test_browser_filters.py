"""Filters of the page: the legend, confidence, article and time, each with what is then shown and counted."""

from typing import TYPE_CHECKING

from show_browser import address, ids, visible, wait
from show_sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Page

_LINKS = "network.body.data.edges.get({filter: (e) => !e.hidden}).length"


def _number(page: "Page", row: str) -> int:
    return int(page.text_content(f"{row} .number") or "")


def test_a_click_in_the_legend_filters(page: "Page") -> None:
    people = {entity.entity_id for entity in sample()[0].entities if entity.type == "PERSON"}
    assert people & visible(page)
    page.click("[data-facet=type][data-value=PERSON]")
    assert not people & visible(page)
    assert "no-type=PERSON" in address(page)
    page.click("#reset")
    assert people & visible(page)


def test_a_click_with_shift_leaves_only_this(page: "Page") -> None:
    page.click("[data-facet=modality][data-value=planned]", modifiers=["Shift"])
    planned = _number(page, "[data-facet=modality][data-value=planned]")
    assert page.evaluate(_LINKS) == planned > 0
    page.click("[data-facet=modality][data-value=planned]", modifiers=["Shift"])
    assert page.evaluate(_LINKS) > planned


def test_a_click_on_a_status_hides_its_deals(page: "Page") -> None:
    delivered = {deal.deal_id for deal in sample()[0].deals if deal.status == "delivered"}
    row = "[data-facet=status][data-value=delivered]"
    assert _number(page, row) == len(delivered)
    page.click(row)
    assert not delivered & visible(page)
    assert _number(page, row) == len(delivered), "what a choice would give does not depend on itself"
    page.keyboard.press("2")
    assert page.locator("#rows tr").count() == len(sample()[0].deals) - len(delivered)


def test_filters_of_relations_polarity_and_confidence_count_and_hide(page: "Page") -> None:
    everything = page.evaluate(_LINKS)
    denied = _number(page, "[data-facet=polarity][data-value=negated]")
    page.click("[data-facet=polarity][data-value=negated]")
    assert page.evaluate(_LINKS) == everything - denied
    deals = _number(page, "[data-facet=family][data-value=deal]")
    page.click("[data-facet=family][data-value=deal]")
    assert page.evaluate(_LINKS) == everything - denied - deals
    page.fill("#confidence", "100")
    assert page.evaluate(_LINKS) == 0
    assert visible(page) == set()
    assert "0 of" in (page.text_content("#shown") or "")


def test_one_relation_type_of_a_family_is_turned_off(page: "Page") -> None:
    page.click("[data-family=talks] summary", position={"x": 190, "y": 12})
    before = page.evaluate(_LINKS)
    meets = _number(page, "[data-facet=relation][data-value=MEETS]")
    page.click("[data-facet=relation][data-value=MEETS]")
    assert page.evaluate(_LINKS) == before - meets
    assert page.get_attribute("[data-facet=relation][data-value=MEETS]", "aria-pressed") == "false"


def test_an_article_chosen_leaves_what_it_says(page: "Page") -> None:
    article = sample()[0].articles[0]
    page.select_option("#article", article.document_id)
    assert f"document={article.document_id}" in address(page)
    assert ids()["Turkey"] in visible(page) and ids()["Poland"] not in visible(page)
    page.keyboard.press("3")
    said = [triple for triple in sample()[0].triples if triple.document_id == article.document_id]
    assert page.locator("#rows tr").count() == len(said)


def test_the_timeline_greys_what_was_reported_at_other_times(page: "Page") -> None:
    before = visible(page)
    page.focus("#time-from")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    wait(page, "location.hash.includes('from=')")
    assert "links" in (page.text_content("#time-text") or "")
    assert page.locator("#timeline i.out").count() > 0
    assert visible(page) == before
    page.click("#time-all")
    assert "from=" not in address(page)


def test_a_stroke_over_the_bars_chooses_a_time(page: "Page") -> None:
    box = page.locator("#timeline .bars").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 10, steps=4)
    page.mouse.up()
    wait(page, "location.hash.includes('from=') && location.hash.includes('to=')")
    bars, out = page.locator("#timeline i").count(), page.locator("#timeline i.out").count()
    assert 0.6 < out / bars < 0.8
    page.keyboard.press("3")
    dates = page.locator("#rows td:nth-child(9)").all_text_contents()
    months = [part.split("=")[1] for part in address(page)[1:].split("&") if part.startswith(("from=", "to="))]
    assert dates and all(months[0] <= date[:7] <= months[1] for date in dates)
