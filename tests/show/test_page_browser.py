"""The page in a real browser, without a network: what a reader does, and what the page then shows."""

import html
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx
import pytest
from show_hostile import TEXTS, hostile
from show_sample import sample

from graphbuilder.records import Knowledge
from graphbuilder.show.page import write_page

_NAME = "GRAPHBUILDER_BROWSER"
_BROWSER = os.environ.get(_NAME) or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
if os.environ.get("GRAPHBUILDER_REQUIRE_BROWSER") != "1":
    pytest.importorskip("playwright.sync_api", reason="the Python package playwright is not installed")
    if not _BROWSER:
        pytest.skip(f"no Chromium found; install one or name it in {_NAME}", allow_module_level=True)

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

_READY = "html[data-ready=true]"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert _BROWSER, f"no Chromium found; install one or name it in {_NAME}"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        found = playwright.chromium.launch(executable_path=_BROWSER, args=arguments)
        yield found
        found.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    out = {}
    for build in (sample, hostile):
        out[build.__name__] = folder / f"{build.__name__}.html"
        write_page(*build(), out[build.__name__], "Ten articles <b>")
    return out


class Opened:
    """A page with everything it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(15_000)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("popup", lambda popup: self.complaints.append(f"popup {popup.url}"))

    def open(self, path: Path, address: str = "") -> None:
        self.page.goto(path.as_uri() + address)
        self.page.wait_for_selector(_READY, state="attached")


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_offline(True)
    out = Opened(context.new_page())
    yield out
    context.close()
    assert out.complaints == []
    assert all(url.startswith(("file:", "data:,", "blob:")) for url in out.requests)
    assert sum(url.startswith("file:") for url in out.requests) <= 2


@pytest.fixture
def page(opened: Opened, pages: dict[str, Path]) -> Page:
    opened.open(pages["sample"])
    return opened.page


def _ids() -> dict[str, str]:
    return {entity.name: entity.entity_id for entity in sample()[0].entities}


def _wait(page: Page, condition: str, arg: str = "") -> None:
    """Wait until a condition of the page holds; the page's policy forbids Playwright's own way, which evaluates text."""
    deadline = time.monotonic() + 15
    while not page.evaluate(condition, arg):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(20)


def _visible(page: Page) -> set[str]:
    return set(page.evaluate("network.body.data.nodes.get({filter: (n) => !n.hidden}).map((n) => n.id)"))


def _address(page: Page) -> str:
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def test_it_draws_every_node_and_edge_of_the_graph(page: Page) -> None:
    _, graph = sample()
    assert page.evaluate("network.body.data.nodes.length") == len(graph)
    assert page.evaluate("network.body.data.edges.length") == graph.number_of_edges()
    assert page.evaluate("network.physics.physicsEnabled") is False
    alone = sum(1 for node in graph if graph.degree(node) == 0)
    assert len(_visible(page)) == len(graph) - alone
    page.check("#alone")
    assert len(_visible(page)) == len(graph)


def test_the_title_and_the_counts_are_shown(page: Page) -> None:
    assert page.text_content("#title") == "Ten articles <b>"
    knowledge, _ = sample()
    assert f"{len(knowledge.deals)} deals" in (page.text_content("#counts") or "")


def test_search_finds_by_alias_with_the_keyboard_alone(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("trium")
    assert "S-400" in (page.text_content("#matches li[aria-selected=true]") or "")
    page.keyboard.press("Enter")
    assert page.text_content("#panel h2") == "S-400"
    assert f"node={_ids()['S-400']}" in _address(page)
    page.keyboard.press("Escape")
    assert _address(page) == ""


def test_arrows_choose_among_matches_and_accents_do_not_matter(page: Page) -> None:
    page.fill("#search", "turk")
    first = page.text_content("#matches li[aria-selected=true] .name")
    assert "Turkey" in (first or "")
    page.keyboard.press("ArrowDown")
    assert page.text_content("#matches li[aria-selected=true] .name") != first
    page.fill("#search", "turkiye")
    assert "Türkiye" in (page.text_content("#matches li") or "")


def test_a_click_in_the_legend_filters(page: Page) -> None:
    people = {entity.entity_id for entity in sample()[0].entities if entity.type == "PERSON"}
    assert people & _visible(page)
    page.click("[data-facet=type][data-value=PERSON]")
    assert not people & _visible(page)
    assert "no-type=PERSON" in _address(page)
    page.click("#reset")
    assert people & _visible(page)


def test_a_click_on_a_status_hides_its_deals(page: Page) -> None:
    delivered = {deal.deal_id for deal in sample()[0].deals if deal.status == "delivered"}
    assert page.text_content("[data-facet=status][data-value=delivered] .number") == str(len(delivered))
    page.click("[data-facet=status][data-value=delivered]")
    assert not delivered & _visible(page)
    page.keyboard.press("2")
    assert page.locator("#rows tr").count() == len(sample()[0].deals) - len(delivered)


def test_filters_of_relations_polarity_and_confidence_count_and_hide(page: Page) -> None:
    drawn = "network.body.data.edges.get({filter: (e) => !e.hidden}).length"
    everything = page.evaluate(drawn)
    denied = int(page.text_content("[data-facet=polarity][data-value=negated] .number") or "")
    page.click("[data-facet=polarity][data-value=negated]")
    assert page.evaluate(drawn) == everything - denied
    deals = int((page.text_content("[data-facet=family][data-value=deal] .number")) or "")
    page.click("[data-facet=family][data-value=deal]")
    assert page.evaluate(drawn) == everything - denied - deals
    page.fill("#confidence", "100")
    assert page.evaluate(drawn) == 0
    assert _visible(page) == set()


def test_the_timeline_greys_what_was_reported_at_other_times(page: Page) -> None:
    before = _visible(page)
    page.focus("#time-from")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    _wait(page, "location.hash.includes('from=')")
    assert "links" in (page.text_content("#time-text") or "")
    assert page.locator("#timeline i.out").count() > 0
    assert _visible(page) == before
    page.click("#time-all")
    assert "from=" not in _address(page)


def test_a_click_on_a_node_and_on_an_edge_opens_the_panel(page: Page) -> None:
    turkey = _ids()["Turkey"]
    box = page.locator("#canvas canvas").bounding_box()
    at = page.evaluate(f"network.canvasToDOM(network.getPosition('{turkey}'))")
    assert box
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    _wait(page, "document.querySelector('#panel h2').textContent.includes('Turkey')")
    assert page.locator("#panel .deal-card").count() == 2
    assert "🇹🇷" in (page.text_content("#panel h2") or "")


def test_every_parallel_edge_can_be_clicked_to_its_sentence(opened: Opened, tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(6):
        ends = ("a", "b") if number % 2 else ("b", "a")
        graph.add_edge(*ends, key=f"e{number}", label="sell to", evidence=f"Sentence {number}.")
    write_page(Knowledge(), graph, tmp_path / "graph.html", "x")
    opened.open(tmp_path / "graph.html")
    box = opened.page.locator("#canvas canvas").bounding_box()
    middles = opened.page.evaluate(
        """() => network.body.data.edges.getIds()
        .map((id) => ({id, ...network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5))}))"""
    )
    assert box and len(middles) == 6
    for edge in middles:
        opened.page.mouse.click(box["x"] + edge["x"], box["y"] + edge["y"])
        _wait(opened.page, "(id) => location.hash === `#edge=${id}`", edge["id"])
        assert opened.page.text_content("#panel blockquote") == f"Sentence {edge['id'][1:]}."


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


def test_the_panel_of_a_deal_shows_its_row_and_history(page: Page) -> None:
    deal = next(deal for deal in sample()[0].deals if deal.weapon == "K2")
    page.evaluate(f"location.hash = 'node={deal.deal_id}'")
    _wait(page, "document.querySelector('#panel h2').textContent.includes('Poland')")
    text = page.inner_text("#panel")
    assert "USD 3.37 billion" in text and "2022-08" in text and "delivering" in text
    sentences = {t.evidence for t in sample()[0].triples if t.triple_id in deal.triples}
    assert sorted(page.locator("#panel .history blockquote").all_text_contents()) == sorted(sentences)


def test_the_address_restores_selection_filters_and_view(opened: Opened, pages: dict[str, Path]) -> None:
    india = _ids()["India"]
    opened.open(pages["sample"], f"#node={india}&no-type=PERSON%2CEVENT&confidence=60&from=2018-01&to=2021-12")
    page = opened.page
    assert "India" in (page.text_content("#panel h2") or "")
    assert page.get_attribute("[data-value=PERSON]", "aria-pressed") == "false"
    assert page.input_value("#confidence") == "60"
    page.click("[data-view=deals]")
    page.reload()
    page.wait_for_selector(_READY, state="attached")
    assert page.is_visible("#table") and not page.is_visible("#stage")
    assert "India" in (page.text_content("#panel h2") or "")


def test_back_and_forward_walk_through_the_selections(page: Page) -> None:
    for name in ("Turkey", "Rafale"):
        page.fill("#search", name)
        page.keyboard.press("Enter")
    page.go_back()
    _wait(page, "document.querySelector('#panel h2').textContent.includes('Turkey')")
    page.go_forward()
    _wait(page, "document.querySelector('#panel h2').textContent.includes('Rafale')")


@pytest.mark.parametrize("address", ["#node=nobody", "#path=[1", "#no-type=&confidence=x&from=9&view=z", "#%E0%A4%A"])
def test_a_damaged_address_opens_the_whole_graph(opened: Opened, pages: dict[str, Path], address: str) -> None:
    opened.open(pages["sample"], address)
    _, graph = sample()
    assert _visible(opened.page) == {node for node in graph if graph.degree(node)}


def test_the_shortest_path_leads_from_one_name_to_another(page: Page) -> None:
    page.fill("#search", "Norway")
    page.keyboard.press("Enter")
    page.click("text=Path to …")
    page.keyboard.type("Lloyd")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .path li")
    text = page.inner_text("#panel .path")
    assert text.startswith("Norway") or "Norway" in text.split("\n")[0]
    assert "Lloyd Austin" in text
    assert "path=" in _address(page)


def test_the_deals_table_sorts_filters_and_leads_to_the_graph(page: Page) -> None:
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
    assert "South Korea → Poland" in (page.text_content("#panel h2") or "")
    assert page.get_attribute("#rows tr", "aria-selected") == "true"


def test_a_row_of_the_statements_opens_its_sentence(page: Page) -> None:
    page.click("[data-view=statements]")
    assert page.locator("#rows tr").count() == len(sample()[0].triples)
    page.fill("#table-words", "crates had arrived")
    page.click("#rows tr")
    assert "after the first crates had arrived" in page.inner_text("#panel")


def test_the_table_is_saved_as_csv_without_formulas(opened: Opened, pages: dict[str, Path], tmp_path: Path) -> None:
    opened.open(pages["hostile"], "#view=deals")
    with opened.page.expect_download() as download:
        opened.page.click("text=CSV")
    download.value.save_as(tmp_path / "deals.csv")
    text = (tmp_path / "deals.csv").read_text(encoding="utf-8-sig")
    assert "'=cmd|" in text
    assert not any(cell.startswith("=") for line in text.splitlines() for cell in line.split(","))


def test_the_view_is_saved_as_png(page: Page, tmp_path: Path) -> None:
    with page.expect_download() as download:
        page.click("#png")
    download.value.save_as(tmp_path / "graph.png")
    assert (tmp_path / "graph.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "graph.png").stat().st_size > 20_000


def test_double_click_opens_the_neighbourhood_and_arrows_walk(page: Page) -> None:
    page.fill("#search", "Croatia")
    page.keyboard.press("Enter")
    page.focus("#canvas")
    page.keyboard.press("Enter")
    moved = False
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        moved = moved or "Croatia" not in (page.text_content("#panel h2") or "")
    assert moved


def test_it_draws_in_a_closed_frame_as_a_notebook_has_it(
    opened: Opened, pages: dict[str, Path], tmp_path: Path
) -> None:
    text = html.escape(pages["sample"].read_text(encoding="utf-8"))
    frame = f'<iframe sandbox="allow-scripts" width="900" height="600" srcdoc="{text}"></iframe>'
    (tmp_path / "frame.html").write_text(f'<meta charset="utf-8">{frame}', encoding="utf-8")
    opened.page.goto((tmp_path / "frame.html").as_uri())
    inside = opened.page.frame_locator("iframe")
    inside.locator(_READY).wait_for(state="attached")
    inside.locator("#search").fill("Turkey")
    inside.locator("#search").press("Enter")
    assert "Turkey" in (inside.locator("#panel h2").text_content() or "")
    assert inside.locator("#canvas canvas").is_visible()


def test_help_and_theme(page: Page) -> None:
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != light


def test_a_narrow_screen_has_a_sheet_and_a_drawer(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    assert not page.is_visible("#panel") and not page.is_visible("#filters")
    page.click("#toggle-filters")
    page.wait_for_selector("#filters", state="visible")
    page.keyboard.press("Escape")
    page.fill("#search", "Poland")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel", state="visible")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_hostile_texts_run_nothing_and_are_shown_as_they_are(opened: Opened, pages: dict[str, Path]) -> None:
    opened.open(pages["hostile"])
    page = opened.page
    model: dict[str, Any] = page.evaluate("JSON.parse(document.getElementById('model').textContent)")
    assert page.evaluate("network.body.data.nodes.length") == len(model["nodes"]) == 3 * len(TEXTS)
    addresses = [
        f"{kind}={quote(one['id'], safe='')}"
        for kind in ("node", "edge")
        for one in model[f"{kind}s"]
        if one.get("family") != "deal"
    ]
    shown = page.evaluate(
        """async (addresses) => {
            const shown = [];
            for (const address of addresses) {
                const changed = new Promise((done) => addEventListener("hashchange", done, {once: true}));
                location.hash = address;
                await changed;
                shown.push(document.getElementById("panel").textContent);
            }
            return shown;
        }""",
        addresses,
    )
    assert len(set(shown)) > 2 * len(TEXTS)
    assert sum("<script>window.ran=1</script>" in text for text in shown) > 5
    for view in ("2", "3", "1"):
        page.keyboard.press(view)
    assert page.evaluate("window.ran") is None
    assert page.locator("#panel :is(script, img, iframe, svg[onload]), #table :is(script, img, iframe)").count() == 0
    bad_links = "[...document.links].filter((a) => !/^https?:/.test(a.href)).length"
    assert page.evaluate(bad_links) == 0


def test_a_hostile_name_is_found_and_shown_as_text(opened: Opened, pages: dict[str, Path]) -> None:
    opened.open(pages["hostile"])
    opened.page.fill("#search", "<img src")
    opened.page.keyboard.press("Enter")
    assert '<img src="x" onerror="window.ran=1">' in (opened.page.text_content("#panel h2") or "")
    assert "49" not in (opened.page.text_content("#panel") or "")
