"""Statements of hand-written trees: the two label schemes give the same ones, and the right ones."""

from pathlib import Path

import pytest
import spacy
from two_schemes import Annotated, doc_of, mentions_of, read_annotated, shown

from graphbuilder.extract.statements import extract_statements
from graphbuilder.parse.labels import CLEAR, UNIVERSAL
from graphbuilder.parse.syntax import RELATIONS
from graphbuilder.parse.trees import sentences_of
from graphbuilder.records import Statement

SENTENCES = read_annotated(Path(__file__).with_name("two_schemes.txt"))
VOCAB = spacy.blank("en").vocab
ROWS = [pytest.param(each, id=each.name.replace(", ", "-").replace(" ", "-")) for each in SENTENCES]


def statements(sentence: Annotated, clear_labels: bool) -> list[Statement]:
    doc = doc_of(sentence, VOCAB, clear_labels)
    return extract_statements("d", "2022-06-15", list(sentences_of(doc, clear_labels)), mentions_of(sentence, doc))


@pytest.mark.parametrize("sentence", ROWS)
def test_both_schemes_say_the_same(sentence: Annotated) -> None:
    universal, clear = statements(sentence, False), statements(sentence, True)
    assert list(map(shown, clear)) == list(map(shown, universal))
    assert [each.surface for each in clear] == [each.surface for each in universal]
    assert [each.tense for each in clear] == [each.tense for each in universal]


@pytest.mark.parametrize("sentence", ROWS)
def test_expected_statements(sentence: Annotated) -> None:
    found = list(map(shown, statements(sentence, False)))
    if "..." in sentence.expected:
        assert [line for line in sentence.expected if line not in ("...", *found)] == []
    else:
        assert found == sentence.expected


def test_sentences_are_enough_and_named_once() -> None:
    names = [each.name for each in SENTENCES]
    assert len(names) >= 30
    assert len(set(names)) == len(names)


def test_offsets_point_at_the_text() -> None:
    for sentence in SENTENCES:
        text = doc_of(sentence, VOCAB, False).text
        for statement in statements(sentence, False):
            subject = [statement.subject] if statement.subject else []
            for argument in (*subject, *statement.arguments, *statement.attribution):
                if argument.slot != "complement":  # the words of a speaker stand without an inserted "officials said"
                    assert text[argument.start : argument.end] == argument.text
                assert argument.start <= argument.head_start < argument.head_end <= argument.end


@pytest.mark.parametrize("scheme", [pytest.param(UNIVERSAL, id="universal"), pytest.param(CLEAR, id="clear")])
def test_labels_map_to_the_closed_set_of_relations(scheme: dict[str, str]) -> None:
    assert set(scheme.values()) <= RELATIONS
    assert list(scheme) == sorted(scheme)
