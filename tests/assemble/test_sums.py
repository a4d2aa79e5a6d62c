"""Sums of money read off running text."""

import pytest

from graphbuilder.assemble.sums import sums


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("worth $2.3 billion", [(2_300_000_000, "USD")], id="sign"),
        pytest.param("EUR 7.87bn in all", [(7_870_000_000, "EUR")], id="code and short scale"),
        pytest.param("an A$368 billion plan", [(368_000_000_000, "AUD")], id="sign with letter"),
        pytest.param("for SEK 39.3 bn", [(39_300_000_000, "SEK")], id="code apart"),
        pytest.param("roughly 200 million euros", [(200_000_000, "EUR")], id="name behind"),
        pytest.param("$2,350,000,000", [(2_350_000_000, "USD")], id="written out"),
        pytest.param("£5bn or €5.9bn", [(5_000_000_000, "GBP"), (5_900_000_000, "EUR")], id="two"),
        pytest.param("1,200 tanks in 2017 and 40 million rounds", [], id="numbers that are no money"),
        pytest.param("a fee of $300", [], id="too little for arms"),
    ],
)
def test_sums(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(money.value, money.currency) for money in sums(text, 0, len(text))] == expected


def test_offsets_are_those_of_the_text() -> None:
    text = "It cost $4 million, not £3 million."
    assert [text[m.start : m.end] for m in sums(text, 8, len(text))] == ["$4 million", "£3 million"]
