"""Read CoNLL-U trees."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Word:
    """One syntactic word of a tree.

    `head` counts words from 0 within the sentence; the root is its own head. `space` says whether a blank follows.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool
    misc: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Sentence:
    """One tree, with the marks that say whether it opens a document or a paragraph."""

    words: tuple[Word, ...]
    text: str
    opens_document: bool
    opens_paragraph: bool


def read_conllu(path: Path) -> list[Sentence]:
    """Read all sentences of a CoNLL-U file.

    Args:
        path: A UTF-8 file.

    Returns:
        The sentences in file order. Empty nodes are left out; words of a multiword token have no blank between them.
    """
    return [_sentence(block) for block in _blocks(path)]


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line:
                block.append(line)
            elif block:
                yield block
                block = []
    if block:
        yield block


def _sentence(block: list[str]) -> Sentence:
    comments = [line[1:].strip() for line in block if line.startswith("#")]
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    # A range row such as "19-20 don't" alone knows whether a blank follows its last word.
    no_space_inside: set[int] = set()
    space_after_range: dict[int, bool] = {}
    words: list[Word] = []
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            no_space_inside.update(range(first, last))
            space_after_range[last] = "SpaceAfter=No" not in row[9]
        elif "." not in row[0]:
            words.append(_word(row, no_space_inside, space_after_range))
    text = next((comment[6:].strip() for comment in comments if comment.startswith("text =")), "")
    opens_document = any(comment.startswith("newdoc") for comment in comments)
    opens_paragraph = any(comment == "newpar" or comment.startswith("newpar id") for comment in comments)
    return Sentence(tuple(words), text, opens_document, opens_document or opens_paragraph)


def _word(row: list[str], no_space_inside: set[int], space_after_range: dict[int, bool]) -> Word:
    number = int(row[0])
    head = int(row[6]) - 1 if row[6] != "0" else number - 1
    misc = tuple((key, value) for key, _, value in (part.partition("=") for part in row[9].split("|")) if value)
    space = space_after_range.get(number, number not in no_space_inside and ("SpaceAfter", "No") not in misc)
    feats = "" if row[5] == "_" else row[5]
    lemma = row[1] if row[2] == "_" and row[1] != "_" else row[2]
    return Word(row[1], lemma, row[3], row[4], feats, head, row[7], space, misc)
