"""Sentences written by hand as Universal Dependencies in one line, for tests of single modules."""

import spacy
from two_schemes import Annotated, doc_of, mentions_of, shown

from graphbuilder.extract.statements import extract_statements
from graphbuilder.parse.syntax import Node, Sentence
from graphbuilder.parse.trees import sentences_of
from graphbuilder.records import Mention, Statement

_VOCAB = spacy.blank("en").vocab


def sentence(tree: str, *named: str) -> tuple[Sentence, list[Mention]]:
    """Build a sentence of `word/tag/head/relation` tokens, and its mentions.

    Words, tags and relations as in `two_schemes.txt`: `sold=sell/VBD/0/root`, `is=be/VBZ:AUX/3/cop`, `~,/,/2/punct`.
    `named` are mentions: `COUNTRY Peru`, or `demonym:COUNTRY French`.
    """
    cells = [[str(number), *token.rsplit("/", 3)] for number, token in enumerate(tree.split(), 1)]
    annotated = Annotated("", cells)
    for each in named:
        kind, words = each.split(maxsplit=1)
        how, _, kind = kind.rpartition(":")
        annotated.named.append((how or "name", kind, words))
    doc = doc_of(annotated, _VOCAB, clear_labels=False)
    found = list(sentences_of(doc, clear_labels=False))
    assert len(found) == 1
    return found[0], mentions_of(annotated, doc)


def statements(tree: str, *named: str, date: str = "2022-06-15") -> list[Statement]:
    """The statements of one sentence of an article of 15 June 2022, or of another day."""
    tree_of, mentions = sentence(tree, *named)
    return extract_statements("d", date, [tree_of], mentions)


def lines(tree: str, *named: str) -> list[str]:
    """The statements of one sentence in the notation of `two_schemes.txt`."""
    return list(map(shown, statements(tree, *named)))


def node(sentence: Sentence, text: str) -> Node:
    """The first token of a sentence with this text."""
    return next(each for each in sentence.nodes if each.text == text)
