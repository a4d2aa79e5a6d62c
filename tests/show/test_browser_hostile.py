"""Texts that try to break out of the page, in every field: none runs, loads or leads away, each is shown as it is."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from show_browser import Opened, heading, point
from show_hostile import TEXTS, hostile

from graphbuilder.show.view import view_model

_ELEMENTS = ":is(script, img, iframe, object, embed, form, meta, svg[onload])"


def test_hostile_texts_run_nothing_and_are_shown_as_they_are(opened: Opened, pages: dict[str, Path]) -> None:
    opened.open(pages["hostile"])
    page = opened.page
    model: dict[str, Any] = view_model(*hostile())
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
                for (const one of document.querySelectorAll("#panel details")) one.open = true;
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
    assert page.locator(f"#panel {_ELEMENTS}, #table {_ELEMENTS}, #filters {_ELEMENTS}").count() == 0
    assert page.evaluate("[...document.links].filter((a) => !/^https?:/.test(a.href)).length") == 0
    assert page.url.startswith(pages["hostile"].as_uri())


def test_hostile_names_under_the_pointer_are_shown_as_text(opened: Opened, pages: dict[str, Path]) -> None:
    opened.open(pages["hostile"])
    tips = set()
    for node in opened.page.evaluate("network.body.data.nodes.getIds()"):
        opened.page.mouse.move(*point(opened.page, "network.getPosition(arg)", node))
        opened.page.wait_for_selector("#tip", state="visible")
        tips.add(opened.page.text_content("#tip strong"))
    assert len(tips) > 2 * len(TEXTS)
    assert opened.page.locator("#tip :not(strong, span, bdi, q)").count() == 0
    assert opened.page.evaluate("window.ran") is None


def test_a_hostile_name_is_found_and_shown_as_text(opened: Opened, pages: dict[str, Path]) -> None:
    opened.open(pages["hostile"])
    opened.page.fill("#search", "<img src")
    opened.page.keyboard.press("Enter")
    assert '<img src="x" onerror="window.ran=1">' in heading(opened.page)
    assert "49" not in (opened.page.text_content("#panel") or "")
