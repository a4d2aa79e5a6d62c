"""The page around the graph: notebook, narrow screen, themes, help, keys, paper, no scripts."""

import html
from pathlib import Path
from typing import TYPE_CHECKING

from show_browser import READY, Opened, heading, search, wait
from show_sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_GROUND = "getComputedStyle(document.body).backgroundColor"
_OFF_CENTRE = """(() => {
  const ys = Object.values(network.getPositions()).map((place) => place.y);
  return ((Math.min(...ys) + Math.max(...ys)) / 2 - network.getViewPosition().y) * network.getScale();
})()"""


def test_it_draws_in_a_closed_frame_as_a_notebook_has_it(
    opened: Opened, pages: dict[str, Path], tmp_path: Path
) -> None:
    text = html.escape(pages["sample"].read_text(encoding="utf-8"))
    frame = f'<iframe sandbox="allow-scripts" width="900" height="600" srcdoc="{text}"></iframe>'
    (tmp_path / "frame.html").write_text(f'<meta charset="utf-8">{frame}', encoding="utf-8")
    opened.page.goto((tmp_path / "frame.html").as_uri())
    inside = opened.page.frame_locator("iframe")
    inside.locator(READY).wait_for(state="attached")
    inside.locator("#search").fill("Turkey")
    inside.locator("#search").press("Enter")
    assert "Turkey" in (inside.locator("#panel h2").text_content() or "")
    assert inside.locator("#canvas canvas").is_visible()
    assert "#" not in opened.page.url
    box = inside.locator("body").bounding_box()
    assert box and box["width"] <= 900 and box["height"] <= 600


def test_help_and_theme(page: "Page") -> None:
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")
    page.click("#help-open")
    page.click("#help .close")
    assert not page.is_visible("#help")
    light = page.evaluate(_GROUND)
    page.click("#theme")
    assert page.evaluate(_GROUND) != light
    page.reload()
    page.wait_for_selector(READY, state="attached")
    assert page.evaluate(_GROUND) != light, "the choice is kept"
    page.keyboard.press("t")
    assert page.evaluate(_GROUND) == light


def test_the_tabs_and_the_keys_lead_to_the_views(page: "Page") -> None:
    for key, view in (("2", "deals"), ("3", "statements"), ("1", "graph")):
        page.keyboard.press(key)
        assert page.get_attribute(f"[data-view={view}]", "aria-selected") == "true"
        assert page.is_visible("#table") == (view != "graph")
    page.keyboard.press("+")
    scale = page.evaluate("network.getScale()")
    page.keyboard.press("-")
    assert page.evaluate("network.getScale()") < scale
    page.keyboard.press("f")


def test_a_narrow_screen_has_a_sheet_and_a_drawer(page: "Page") -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    assert not page.is_visible("#panel") and not page.is_visible("#filters")
    page.click("#toggle-filters")
    page.wait_for_selector("#filters", state="visible")
    page.keyboard.press("Escape")
    search(page, "Poland")
    page.wait_for_selector("#panel", state="visible")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_narrow_screen_without_sheet_has_the_graph_in_its_middle(opened: Opened, pages: dict[str, Path]) -> None:
    opened.page.set_viewport_size({"width": 390, "height": 844})
    opened.open(pages["sample"])
    off = opened.page.evaluate(_OFF_CENTRE)
    assert abs(off) < 60, "pixels between the middle of the graph and the middle of the drawing"


def test_paper_shows_the_evidence_in_light_colours_without_the_tools(opened: Opened, pages: dict[str, Path]) -> None:
    opened.page.emulate_media(color_scheme="dark")
    opened.open(pages["sample"])
    search(opened.page, "Turkey")
    assert "Turkey" in heading(opened.page)
    # What the browser does before it prints.
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print", color_scheme="dark")
    assert opened.page.evaluate(_GROUND) == "rgb(255, 255, 255)"
    assert opened.page.evaluate("getComputedStyle(document.querySelector('#panel')).color") == "rgb(0, 0, 0)"
    assert opened.page.is_visible("#panel blockquote >> nth=0")
    for tool in ("#finder", "#filters", "#stage-tools", "#timeline"):
        assert not opened.page.is_visible(tool)
    opened.page.emulate_media(media="screen", color_scheme="dark")
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    wait(opened.page, f"{_GROUND} === 'rgb(18, 22, 28)'")


def test_without_scripts_the_deals_are_there_as_a_table(browser: "Browser", pages: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(pages["sample"].as_uri())
    assert page.locator(".noscript tbody tr").count() == len(sample()[0].deals)
    assert page.locator(".noscript tbody tr").first.is_visible()
    context.close()
