"""The page as text: the same bytes every time, nothing loaded from elsewhere, nothing that leaves its island."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from show_hostile import hostile
from show_sample import sample

from graphbuilder.show.page import page_html, render, write_page
from graphbuilder.show.view import view_model

_LOADING = {"src", "srcset", "href", "action", "data", "poster", "background", "formaction", "ping", "manifest"}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {"script": [], "style": [], "title": []}
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag
        if tag in self.texts:
            self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in self.texts:
            self.texts[self._inside][-1] += data


def _parsed(html: str) -> _Page:
    page = _Page()
    page.feed(html)
    return page


@pytest.fixture(scope="module")
def page() -> _Page:
    return _parsed(page_html(*sample(), "Ten articles"))


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        write_page(*sample(), tmp_path / name, "Ten articles")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert b"\r" not in (tmp_path / "a.html").read_bytes()


def test_nothing_is_loaded_from_elsewhere(page: _Page) -> None:
    loading = [(tag, name, attrs[name]) for tag, attrs in page.tags for name in _LOADING & attrs.keys()]
    assert {value for _, _, value in loading} == {"data:,"}
    assert not re.search(r"@import|url\((?!data:)", page.texts["style"][0])


def test_the_policy_forbids_everything_but_our_own_scripts_and_style(page: _Page) -> None:
    (policy,) = [attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy and "http" not in policy
    kinds = [attrs.get("type") for tag, attrs in page.tags if tag == "script"]
    ours = [text for text, kind in zip(page.texts["script"], kinds, strict=True) if kind is None]
    for text in [*ours, page.texts["style"][0]]:
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy
    assert policy.count("sha256-") == len(ours) + 1


def test_no_tag_carries_a_script_or_style_in_an_attribute(page: _Page) -> None:
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "style"]


def test_the_page_weighs_less_than_its_budget() -> None:
    assert len(page_html(*sample(), "Ten articles").encode()) < 900_000


def test_hostile_texts_stay_in_their_islands() -> None:
    plain, bad = (
        _parsed(page_html(*build(), title)) for build, title in ((sample, "x"), (hostile, "</title><script>"))
    )
    structure = [tag for tag, _ in plain.tags if tag not in {"tr", "td"}]
    assert [tag for tag, _ in bad.tags if tag not in {"tr", "td"}] == structure
    assert bad.texts["title"] == ["</title><script>"]
    labels = json.loads(bad.texts["script"][0])["nodes"]["columns"]["label"]
    assert "<script>window.ran=1</script> A" in labels
    assert not any(character in bad.texts["script"][0] for character in "<>&\u2028\u2029")


def test_compressed_data_leaves_the_rest_of_the_page_as_it_is() -> None:
    model = view_model(*sample())
    plain, small = (_parsed(render(model, "x", most_plain=most)) for most in (10_000_000, 10))
    kinds = [attrs.get("type") for tag, attrs in small.tags if tag == "script"]
    assert kinds[0] == "application/gzip"
    assert small.texts["script"][1:] == plain.texts["script"][1:]
    assert len(small.texts["script"][0]) < len(plain.texts["script"][0]) / 2


def test_the_table_without_scripts_holds_every_deal() -> None:
    knowledge, graph = sample()
    html = page_html(knowledge, graph, "x")
    assert html.split("<noscript>")[1].count("<tr><td>") == len(knowledge.deals)
