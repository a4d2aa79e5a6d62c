"""Plain sentences from text to statements through the bundled pipeline."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from graphbuilder.extract.statements import extract_statements
from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.parse.trees import parse_blocks
from graphbuilder.records import Statement

Reader = Callable[[str], list[Statement]]


@pytest.fixture(scope="module")
def read() -> Reader:
    nlp: Language = load_pipeline()

    def statements(text: str) -> list[Statement]:
        return extract_statements("d", "2022-06-15", parse_blocks(nlp, [(text, 0)]), ())

    return statements


def objects(statement: Statement) -> str:
    return " + ".join(each.text for each in statement.arguments if each.slot in ("object", "recipient"))


@pytest.mark.parametrize(
    ("text", "relation_type", "subject", "theme"),
    [
        pytest.param("Norway sold twelve frigates to Chile.", "SUPPLIES", "Norway", "frigates", id="sold"),
        pytest.param("Poland bought 96 helicopters from the United States.", "BUYS", "Poland", "helicopters", id="bought"),
        pytest.param("Germany delivered the tanks to Ukraine in May 2022.", "SUPPLIES", "Germany", "tanks", id="delivered"),
        pytest.param("The company makes drones and missiles.", "PRODUCES", "The company", "drones", id="makes"),
        pytest.param("The drones were built by Baykar.", "PRODUCES", "Baykar", "drones", id="passive"),
        pytest.param("Croatia cancelled the purchase of the fighters.", "CANCELS", "Croatia", "purchase", id="cancelled"),
        pytest.param("The government approved the sale of the missiles.", "APPROVES", "The government", "sale", id="approved"),
        pytest.param("India and France signed an agreement in Paris.", "SIGNS", "India", "agreement", id="signed"),
    ],
)  # fmt: skip
def test_plain_sentences(read: Reader, text: str, relation_type: str, subject: str, theme: str) -> None:
    (found,) = [
        each
        for each in read(text)[:2]
        if each.relation_type == relation_type and each.subject and subject in each.subject.text
    ]
    assert theme in objects(found)
    assert (found.polarity, found.modality) == ("affirmed", "asserted")


@pytest.mark.parametrize(
    ("text", "lemma", "polarity", "modality"),
    [
        pytest.param("Norway will sell twelve frigates to Chile.", "sell", "affirmed", "planned", id="will"),
        pytest.param("Norway may sell the frigates to Chile.", "sell", "affirmed", "possible", id="may"),
        pytest.param("Norway did not sell the frigates to Chile.", "sell", "negated", "asserted", id="did not"),
        pytest.param("Norway never delivered the frigates.", "deliver", "negated", "asserted", id="never"),
        pytest.param("Norway agreed to buy six new submarines.", "buy", "affirmed", "asserted", id="agreed to"),
        pytest.param("The minister denied that Norway had sold the frigates.", "sell", "negated", "asserted", id="denied"),
    ],
)  # fmt: skip
def test_how_it_is_meant(read: Reader, text: str, lemma: str, polarity: str, modality: str) -> None:
    (found,) = [each for each in read(text) if each.lemma == lemma]
    assert found.subject is not None and found.subject.text == "Norway"
    assert (found.polarity, found.modality) == (polarity, modality)


def test_refusal_is_its_own_relation(read: Reader) -> None:
    (found,) = [each for each in read("Brazil refused to sell the missiles to Ukraine.") if each.lemma == "sell"]
    assert (found.relation, found.relation_type, found.status) == ("refuse to sell", "REFUSES", "refused")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The minister said that Norway had sold the frigates.", id="that"),
        pytest.param("Norway had sold the frigates, the minister said.", id="behind"),
        pytest.param("According to the minister, Norway sold the frigates.", id="according to"),
    ],
)
def test_speakers(read: Reader, text: str) -> None:
    (found,) = [each for each in read(text) if each.lemma == "sell"]
    assert [each.text.lower() for each in found.attribution] == ["the minister"]


def test_counts_prices_and_dates(read: Reader) -> None:
    (found,) = [
        each
        for each in read("In July 2019 Poland bought two batteries of missiles for $4.75 billion.")
        if each.lemma == "buy"
    ]
    theme = next(each for each in found.arguments if each.role == "theme")
    assert (theme.quantity, theme.unit) == (2, "battery")
    assert [(each.money.value, each.money.currency) for each in found.arguments if each.money] == [
        (4_750_000_000, "USD")
    ]
    assert found.date == "2019-07"


def test_repeated_figure_keeps_its_offsets(read: Reader) -> None:
    text = "Norway ordered sixty-six (66) jets.\nChile ordered four (4) ships."
    found = [each for each in read(text) if each.lemma == "order"]
    assert [each.arguments[0].quantity for each in found] == [66, 4]
    for each in found:
        for argument in each.arguments:
            assert text[argument.end - 5 : argument.end] in (" jets", "ships")


def test_statements_are_numbered_and_the_same_twice(read: Reader) -> None:
    text = "Norway sold twelve frigates to Chile. Chile paid Norway."
    first = read(text)
    assert first == read(text)
    ids = [each.statement_id for each in first]
    assert len(set(ids)) == len(ids)
    assert all(each.startswith("d-s") for each in ids)
    assert all(0 < each.confidence <= 1 for each in first)
