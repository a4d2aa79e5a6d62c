"""The panel of evidence: sentences with their words marked, deals with their history, names with why they were joined."""

from pathlib import Path
from typing import TYPE_CHECKING

from show_browser import Opened, heading, ids, search, unfold, wait
from show_sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_the_panel_of_an_edge_shows_its_sentence_with_the_words_marked(opened: Opened, pages: dict[str, Path]) -> None:
    _, graph = sample()
    denied = [edge for edge in graph.edges(keys=True, data=True) if edge[3]["polarity"] == "negated"]
    key, attributes = next(edge[2:] for edge in denied if "Turkey" in edge[3]["evidence"])
    opened.open(pages["sample"], f"#edge={key}")
    panel = opened.page.locator("#panel")
    assert panel.locator("blockquote").all_text_contents() == attributes["evidence"].split(" ¶ ")
    assert panel.locator("mark.subject").all_text_contents() == ["Turkey"]
    assert panel.locator("mark.object").all_text_contents() == ["Russia"]
    assert "denied" in panel.inner_text() and "said by Haluk Bayraktar" in panel.inner_text()
    link = panel.locator(".origin a").first
    assert (link.get_attribute("href") or "").startswith("https://news.example/")
    assert "noopener" in (link.get_attribute("rel") or "")


def test_edges_between_the_same_two_lead_to_each_other(opened: Opened, pages: dict[str, Path]) -> None:
    _, graph = sample()
    key = next(k for a, b, k, d in graph.edges(keys=True, data=True) if d["label"] == "sign with")
    opened.open(pages["sample"], f"#edge={key}")
    row = opened.page.locator("#panel .plain-list button", has_text="deliver to")
    row.click()
    assert "deliver to" in heading(opened.page)


def test_the_panel_of_a_deal_shows_its_row_and_what_is_said_of_it(page: "Page") -> None:
    deal = next(deal for deal in sample()[0].deals if deal.weapon == "K2")
    page.evaluate(f"location.hash = 'node={deal.deal_id}'")
    wait(page, "document.querySelector('#panel h2').textContent.includes('Poland')")
    text = page.inner_text("#panel")
    assert "USD 3.37 billion" in text and "2022-08" in text and "delivering" in text
    sentences = {t.evidence for t in sample()[0].triples if t.triple_id in deal.triples}
    assert sorted(page.locator("#panel .history blockquote").all_text_contents()) == sorted(sentences)


def test_a_deal_with_a_log_tells_its_steps_in_order(page: "Page") -> None:
    deal = sample()[0].deals[0]
    page.evaluate(f"location.hash = 'node={deal.deal_id}'")
    page.wait_for_selector("#panel .event")
    steps = page.locator("#panel .event").evaluate_all("(all) => all.map((one) => one.dataset.status)")
    assert steps == ["ordered", "delivered", "delivering"]
    first = page.locator("#panel .event").first
    assert "2017-12" in first.inner_text() and "2 pieces" in first.inner_text()
    assert "since passed" in first.inner_text()
    assert "said by Ismail Demir" in page.locator("#panel .event").nth(2).inner_text()
    told = page.locator("#panel .event blockquote").all_text_contents()
    others = page.locator("#panel .history > .evidences blockquote").all_text_contents()
    assert len(told) == 3 and not set(told) & set(others)


def test_a_name_says_why_its_wordings_were_joined_or_kept_apart(page: "Page") -> None:
    search(page, "Turkey")
    page.click("#panel .why summary")
    rows = page.locator("#panel .why li").all_inner_texts()
    assert rows[0] == "Turkey · Türkiye joined: two names of one country (3 articles)"
    assert rows[1].startswith("Ankara · Moscow kept apart: two capitals")
    page.click("#panel .why li[data-outcome=apart] button")
    assert "Russia" in heading(page)


def test_a_name_in_the_evidence_leads_to_its_node(page: "Page") -> None:
    search(page, "Turkey")
    unfold(page)
    page.locator("#panel .fact button", has_text="S-400").first.click()
    assert heading(page) == "S-400"
    assert ids()["S-400"] in page.evaluate("location.hash")


def test_groups_of_facts_fold_and_a_deal_card_opens_the_deal(page: "Page") -> None:
    search(page, "Turkey")
    group = page.locator("#panel details.group").first
    assert group.locator("blockquote").first.is_visible()
    group.locator("summary").click()
    assert not group.locator("blockquote").first.is_visible()
    page.click("#panel .deal-card >> nth=0")
    assert "→" in heading(page)
    page.click("#panel .close")
    assert "Latest deals" in (page.text_content("#panel") or "")


def test_a_deal_leads_to_its_row_and_back(page: "Page") -> None:
    search(page, "K2")
    deal = next(deal for deal in sample()[0].deals if deal.weapon == "K2")
    page.click(f"[data-deal={deal.deal_id}]")
    page.click("text=Show in table")
    assert page.get_attribute(f"tr[data-row={deal.deal_id}]", "aria-selected") == "true"
    page.keyboard.press("1")
    assert page.is_visible("#stage") and "Poland" in heading(page)
