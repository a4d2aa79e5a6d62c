"""What the tests in a browser share: an opened page, and how to wait for and read what it shows."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from show_sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Page

READY = "html[data-ready=true]"
_SECONDS = 30


class Opened:
    """A page with everything it asked for and complained about."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        page.set_default_timeout(_SECONDS * 1000)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("popup", lambda popup: self.complaints.append(f"popup {popup.url}"))

    def open(self, path: Path, address: str = "") -> None:
        self.page.goto(path.as_uri() + address)
        self.page.wait_for_selector(READY, state="attached")


def wait(page: "Page", condition: str, arg: str = "") -> None:
    """Wait until a condition of the page holds; the page's policy forbids Playwright's own way, which evaluates text."""
    deadline = time.monotonic() + _SECONDS
    while not page.evaluate(condition, arg):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(20)


def visible(page: "Page") -> set[str]:
    """The ids of the nodes that are not hidden."""
    return set(page.evaluate("network.body.data.nodes.get({filter: (n) => !n.hidden}).map((n) => n.id)"))


def address(page: "Page") -> str:
    """What stands behind the # of the page's address."""
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def heading(page: "Page") -> str:
    """The name of what the panel shows."""
    return page.text_content("#panel h2") or ""


def search(page: "Page", name: str) -> None:
    """Type a name into the search box and open the first match."""
    page.fill("#search", name)
    page.keyboard.press("Enter")


def unfold(page: "Page") -> None:
    """Open every folded group of the panel."""
    page.locator("#panel details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")


def point(page: "Page", place: str, arg: Any = None) -> tuple[float, float]:
    """The place on the screen of a point of the drawing at rest, given as an expression."""
    wait(page, "document.querySelector('#canvas').dataset.moving === 'false'")
    box = page.locator("#canvas canvas").bounding_box()
    at = page.evaluate(f"(arg) => network.canvasToDOM({place})", arg)
    assert box
    return box["x"] + at["x"], box["y"] + at["y"]


def pixels(page: "Page") -> str:
    """The drawing as it is on the screen when it rests."""
    wait(page, "document.querySelector('#canvas').dataset.moving === 'false'")
    return str(page.evaluate("document.querySelector('#canvas canvas').toDataURL()"))


def ids() -> dict[str, str]:
    """The ids of the sample's entities by their names."""
    return {entity.name: entity.entity_id for entity in sample()[0].entities}
