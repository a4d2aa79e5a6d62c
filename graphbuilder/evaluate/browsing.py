"""Figures of a page in a browser without a network: when it is drawn, how it moves, what it holds."""

import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

Figures = dict[str, float | int]
_VIEW = (1440, 900)
_PANNING_SECONDS = 2.5
_LONGEST_MS = 120_000
# When our page says that it is drawn; when a canvas of the other has been drawn for the first time.
_OURS = """new MutationObserver(() => {
  if (document.documentElement?.dataset.ready === "true") window.drawnAt ??= performance.now();
}).observe(document, {subtree: true, attributes: true, childList: true});"""
_THEIRS = """const look = () => {
  if (!document.querySelector("#mynetwork canvas") || !window.network) return requestAnimationFrame(look);
  network.once("afterDrawing", () => { window.drawnAt ??= performance.now(); });
  network.redraw();
};
requestAnimationFrame(look);"""
_TICKS = """() => {
  window.ticks = [];
  const tick = (at) => { window.ticks.push(at); window.nextTick = requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""
_TO_FRAME = """(act) => new Promise((done) => {
  const start = performance.now();
  (0, window.acts)[act]();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
_ACTS = """window.acts = {
  filter() { document.querySelector("[data-facet=type][data-value=PERSON]").click(); },
  brush() { const from = document.getElementById("time-from"); from.value = 6; from.dispatchEvent(new Event("input")); },
};"""
_KEY = """(text) => {
  const box = document.getElementById("search");
  box.value = text;
  const start = performance.now();
  box.dispatchEvent(new Event("input"));
  return performance.now() - start;
}"""
_QUERIES = ("k", "ka", "kar", "ten", "tens", "vi")


def measure(browser: "Browser", path: Path) -> Figures:
    """Open one of our pages and use it; milliseconds, frames a second and megabytes."""
    page, session = _opened(browser, path, _OURS + _ACTS)
    out: Figures = {"drawn and searchable, ms": _drawn(page), "memory, MB": _memory(session)}
    out["panning, frames/s"] = _frames(page)
    page.focus("#search")
    page.wait_for_timeout(300)
    out["search keystroke, ms"] = round(_middle([page.evaluate(_KEY, text) for text in _QUERIES]), 1)
    page.evaluate("document.getElementById('search').value = ''")
    out["filter to frame, ms"] = round(_middle([page.evaluate(_TO_FRAME, "filter") for _ in range(4)]), 1)
    out["brush to frame, ms"] = round(page.evaluate(_TO_FRAME, "brush"), 1)
    page.click("#reset")
    out["everything shown, ms"] = _everything(page)
    page.wait_for_timeout(1000)
    out["everything, panning, frames/s"] = _frames(page)
    out["everything, memory, MB"] = _memory(session)
    page.context.close()
    return out


def measure_plain(browser: "Browser", path: Path) -> Figures:
    """Open a page of plain pyvis, which shows everything at once and finds nothing."""
    page, session = _opened(browser, path, _THEIRS)
    out: Figures = {"drawn and searchable, ms": _drawn(page), "memory, MB": _memory(session)}
    out["everything, panning, frames/s"] = _frames(page, "#mynetwork canvas")
    page.context.close()
    return out


def _opened(browser: "Browser", path: Path, script: str) -> "tuple[Page, CDPSession]":
    context = browser.new_context(viewport={"width": _VIEW[0], "height": _VIEW[1]}, reduced_motion="reduce")
    context.set_offline(True)
    page = context.new_page()
    page.set_default_timeout(_LONGEST_MS)
    page.add_init_script(script)
    page.goto(path.as_uri(), wait_until="commit")
    return page, context.new_cdp_session(page)


def _drawn(page: "Page") -> int:
    return round(_until(page, lambda: float(page.evaluate("window.drawnAt ?? 0"))))


def _until(page: "Page", value: Callable[[], float]) -> float:
    deadline = time.monotonic() + _LONGEST_MS / 1000
    while not (found := value()) and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    return found


def _memory(session: "CDPSession") -> float:
    session.send("HeapProfiler.collectGarbage")
    used: float = session.send("Runtime.getHeapUsage")["usedSize"]
    return round(used / 1e6, 1)


def _everything(page: "Page") -> int:
    start = time.perf_counter()
    tool = next((name for name in ("#everything", "#more") if page.is_visible(name)), "")
    if tool:
        page.click(tool)
    page.click("#fit")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    return round((time.perf_counter() - start) * 1000)


def _frames(page: "Page", canvas: str = "#canvas canvas") -> float:
    """Drag the view to and fro and count the frames."""
    box = page.locator(canvas).first.bounding_box()
    if box is None:
        return 0.0
    x, y = box["x"] + box["width"] / 2 + 37, box["y"] + box["height"] / 2 + 23
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_TICKS)
    end = time.monotonic() + _PANNING_SECONDS
    step = 0
    while time.monotonic() < end:
        step += 1
        page.mouse.move(x + 250 * math.sin(step / 30), y + 180 * math.sin(step / 45))
        time.sleep(0.005)
    ticks = page.evaluate("() => { cancelAnimationFrame(window.nextTick); return window.ticks; }")
    page.mouse.up()
    return round((len(ticks) - 1) / max(ticks[-1] - ticks[0], 1.0) * 1000, 1) if len(ticks) > 1 else 0.0


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
