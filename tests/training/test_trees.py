"""From CoNLL-U to spaCy documents."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.vocab import Vocab

from graphbuilder.training.conllu import Sentence, read_conllu
from graphbuilder.training.documents import group_sentences, make_doc, with_casings


@pytest.fixture
def sentences(corpora: Path) -> list[Sentence]:
    return read_conllu(corpora / "syntax" / "ewt-train.conllu")


def test_words_and_blanks(sentences: list[Sentence]) -> None:
    first = sentences[0]
    assert [word.form for word in first.words] == ["Ruritania", "did", "n't", "sell", "the", "jets", "."]
    assert "".join(word.form + " " * word.space for word in first.words).strip() == first.text


def test_heads_count_from_zero_and_the_root_is_its_own(sentences: list[Sentence]) -> None:
    assert [word.head for word in sentences[0].words] == [3, 3, 3, 3, 5, 3, 3]


def test_document_and_paragraph_marks(sentences: list[Sentence]) -> None:
    assert [(s.opens_document, s.opens_paragraph) for s in sentences] == [(True, True), (False, True)]


def test_groups_end_with_their_document(sentences: list[Sentence]) -> None:
    groups = list(group_sentences([*sentences, *sentences]))
    assert [len(group) for group in groups] == [2, 2]


def test_groups_are_no_longer_than_eight(sentences: list[Sentence]) -> None:
    inner = replace(sentences[1], opens_document=False)
    assert [len(group) for group in group_sentences([inner] * 10)] == [8, 2]


def test_doc_keeps_text_trees_and_sentences(sentences: list[Sentence]) -> None:
    doc = make_doc(Vocab(), sentences)
    assert doc.text.rstrip() == "Ruritania didn't sell the jets.\n\nGeneral Jan Kos left."
    assert [sent.root.text for sent in doc.sents] == ["sell", "left"]
    assert doc[3].dep_ == "ROOT"
    assert doc[5].lemma_ == "jet"
    assert (doc[7].text, doc[7].head.text, doc[7].tag_) == ("\n\n", ".", "_SP")


def test_casings_add_lower_upper_and_headlines(sentences: list[Sentence]) -> None:
    texts = {make_doc(Vocab(), group).text.rstrip() for group in with_casings([sentences] * 400, random.Random(0))}
    assert texts == {
        "Ruritania didn't sell the jets.\n\nGeneral Jan Kos left.",
        "ruritania didn't sell the jets.\n\ngeneral jan kos left.",
        "RURITANIA DIDN'T SELL THE JETS.\n\nGENERAL JAN KOS LEFT.",
        "Ruritania Didn't Sell the Jets\n\nGeneral Jan Kos left.",
    }
