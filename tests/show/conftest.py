"""A real browser without a network for the tests of the page; they are skipped where there is none."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from show_browser import Opened
from show_hostile import hostile
from show_sample import sample

from graphbuilder.show.page import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NAME = "GRAPHBUILDER_BROWSER"


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    found = os.environ.get(_NAME) or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
    )
    if os.environ.get("GRAPHBUILDER_REQUIRE_BROWSER") != "1":
        pytest.importorskip("playwright.sync_api", reason="the Python package playwright is not installed")
        if not found:
            pytest.skip(f"no Chromium found; install one or name it in {_NAME}")
    assert found, f"no Chromium found; install one or name it in {_NAME}"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        chromium = playwright.chromium.launch(executable_path=found, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages of the sample and of the hostile texts, written once."""
    folder = tmp_path_factory.mktemp("pages")
    out = {}
    for build in (sample, hostile):
        out[build.__name__] = folder / f"{build.__name__}.html"
        write_page(*build(), out[build.__name__], "Ten articles <b>")
    return out


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_offline(True)
    out = Opened(context.new_page())
    yield out
    context.close()
    assert out.complaints == []
    assert all(url.startswith(("file:", "data:,", "blob:")) for url in out.requests)
    assert sum(url.startswith("file:") for url in out.requests) <= 2


@pytest.fixture
def page(opened: Opened, pages: dict[str, Path]) -> "Page":
    """The page of the sample, drawn."""
    opened.open(pages["sample"])
    return opened.page
