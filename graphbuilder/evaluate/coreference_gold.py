"""Gold coreference: CoNLL-U trees with entities in the last column, in the form of the GUM corpus.

A word that opens a mention carries `Entity=(12-person-giv-...`, one that closes it `12)`; the names of the fields between
the dashes stand in a comment `# global.Entity = GRP-etype-...`. All mentions of one chain share the first field.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphbuilder.errors import InputError
from graphbuilder.parse.labels import universal
from graphbuilder.parse.syntax import Node, Sentence

_PART = re.compile(r"\([^()]+\)?|[^()]+\)")
_DISCONTINUOUS = re.compile(r"\[\d+/\d+\]")
_NEGATORS = frozenset({"not", "n't", "n’t", "never"})
_FIELDS = "GRP-etype"


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One mention: its chain, the type of entity as the corpus names it, and its words in a sentence, last included."""

    chain: str
    type: str
    sentence: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document with its trees and mentions, in text order."""

    name: str
    text: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[GoldMention, ...]


def read_documents(path: Path) -> list[GoldDocument]:
    """Read the documents of a file.

    Args:
        path: CoNLL-U in UTF-8 with entities.

    Raises:
        InputError: The file cannot be read, a line is no word of a tree, or no word carries an entity.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 ({error}); give a CoNLL-U file") from error
    documents, builder = [], _Builder("")
    fields: list[str] = _FIELDS.split("-")
    rows: list[list[str]] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.startswith("#"):
            name, _, value = line[1:].partition("=")
            if name.strip() == "newdoc id":
                documents.append(builder.document())
                builder = _Builder(value.strip())
            elif name.strip() == "global.Entity":
                fields = value.strip().split("-")
            elif name.strip().startswith("newpar"):
                builder.open_paragraph()
        elif line.strip():
            rows.append(_row(path, number, line))
        elif rows:
            builder.add([row for row in rows if row[0].isdigit()], fields)
            rows = []
    found = [document for document in [*documents, builder.document()] if document.sentences]
    if not any(document.mentions for document in found):
        raise InputError(
            f"{path}: no word carries Entity=(...; give CoNLL-U with entities in the form of the GUM corpus"
        )
    return found


def _row(path: Path, number: int, line: str) -> list[str]:
    cells = line.split("\t")
    if len(cells) != 10 or not (cells[6].isdigit() or not cells[0].isdigit()):
        raise InputError(
            f"{path}, line {number}: {line[:40]!r} is no word of CoNLL-U; it has ten columns, set apart by tabs"
        )
    return cells


class _Builder:
    """Text, trees and mentions of one document, sentence by sentence."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._text = ""
        self._block = 0
        self._sentences: list[Sentence] = []
        self._mentions: list[GoldMention] = []
        self._open: list[tuple[str, str, int, int]] = []

    def open_paragraph(self) -> None:
        if self._text:
            self._block += 1
            self._text = self._text.rstrip() + "\n\n"

    def add(self, rows: Sequence[Sequence[str]], fields: Sequence[str]) -> None:
        nodes = [self._node(index, row) for index, row in enumerate(rows)]
        for node, row in zip(nodes, rows, strict=True):
            head = int(row[6])
            if head:
                node.head = nodes[head - 1]
                node.head.children.append(node)
            else:
                node.relation = "root"
            if node.relation in ("adverb", "determiner") and node.text.casefold() in _NEGATORS:
                node.relation = "negation"
        number, start, end = len(self._sentences), nodes[0].start, nodes[-1].end
        self._sentences.append(Sentence(number, start, end, self._text[start:end], nodes, self._block))
        for index, row in enumerate(rows):
            self._entities(number, index, row[9], fields)

    def document(self) -> GoldDocument:
        mentions = sorted(self._mentions, key=lambda each: (each.sentence, each.first, -each.last, each.chain))
        return GoldDocument(self._name, self._text, tuple(self._sentences), tuple(mentions))

    def _node(self, index: int, row: Sequence[str]) -> Node:
        start = len(self._text)
        space = "SpaceAfter=No" not in row[9].split("|")
        self._text += row[1] + (" " if space else "")
        lemma = row[2] if row[3] == "PROPN" else row[2].casefold()
        end = start + len(row[1])
        relation = universal(row[7])
        return Node(index, row[1], lemma, row[3], row[4], start, end, space_after=space, relation=relation)

    def _entities(self, sentence: int, index: int, misc: str, fields: Sequence[str]) -> None:
        value = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for part in _PART.findall(value):
            if part.startswith("("):
                cells = dict(zip(fields, part.strip("()").split("-"), strict=False))
                chain = _DISCONTINUOUS.sub("", cells.get("GRP", ""))
                self._open.append((chain, cells.get("etype", ""), sentence, index))
                if part.endswith(")"):
                    self._close(chain, sentence, index)
            else:
                self._close(_DISCONTINUOUS.sub("", part[:-1]), sentence, index)

    def _close(self, chain: str, sentence: int, index: int) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            known, type_, began, first = self._open[place]
            if known == chain:
                del self._open[place]
                if began == sentence:
                    self._mentions.append(GoldMention(chain, type_, sentence, first, index))
                return


def head_of(nodes: Sequence[Node]) -> Node:
    """Return the head word of a stretch of words: the one whose head is outside."""
    inside = {id(node) for node in nodes}
    return next(node for node in nodes if node.head is None or id(node.head) not in inside)


def words_of(document: GoldDocument, mention: GoldMention) -> Sequence[Node]:
    """Return the words of a mention."""
    return document.sentences[mention.sentence].nodes[mention.first : mention.last + 1]


def chains_of(mentions: Iterator[GoldMention]) -> dict[str, list[GoldMention]]:
    """Return the mentions of each chain."""
    out: dict[str, list[GoldMention]] = {}
    for mention in mentions:
        out.setdefault(mention.chain, []).append(mention)
    return out
