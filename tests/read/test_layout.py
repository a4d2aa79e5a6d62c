"""Paragraphs: empty lines, wrapped lines, bullets."""

import pytest

from graphbuilder.read.layout import paragraphs

WRAPPED = (
    "The navy of the small country has ordered three new patrol boats from\n"
    "a yard in the north, which will build them under licence together with\n"
    "two partners.\n"
    "\n"
    "A much longer caption line stands here that nobody has ever wrapped at the width of the other lines, as happens.\n"
    "\n"
    "A second paragraph follows. It also runs over the end of the line and\n"
    "ends here.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One line.\nAnother line.\n\nThird.", ["One line.", "Another line.", "Third."], id="lines"),
        pytest.param("  spaces  \n\t\n x ", ["spaces", "x"], id="space-around"),
        pytest.param("- one\n• two\n* three\n1. four", ["one", "two", "three", "four"], id="bullets"),
        pytest.param("--\n-30-", ["--", "-30-"], id="no-bullets"),
        pytest.param("", [], id="empty"),
        pytest.param("A title of some length without a stop\n3 May 2021", ["A title of some length without a stop", "3 May 2021"], id="title-and-date"),
    ],
)  # fmt: skip
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [paragraph.text for paragraph in paragraphs(text)] == expected


def test_wrapped_lines_are_joined_up_to_the_empty_line() -> None:
    found = [paragraph.text for paragraph in paragraphs(WRAPPED)]
    assert len(found) == 3
    assert found[0].endswith("together with two partners.")
    assert found[2].endswith("the line and ends here.")


def test_offsets_point_into_the_text() -> None:
    first = paragraphs(WRAPPED)[0]
    assert " ".join(WRAPPED[first.start : first.end].split()) == first.text
