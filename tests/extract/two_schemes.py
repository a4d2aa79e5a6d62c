"""Reads `two_schemes.txt`: sentences annotated by hand in two label schemes, and what they should say."""

from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuilder.records import Argument, Mention, Statement

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX", "IN": "ADP", "RP": "ADP", "TO": "PART",
    "POS": "PART", "CD": "NUM", "DT": "DET", "PRP": "PRON", "PRP$": "PRON", "WDT": "PRON", "WP": "PRON", "EX": "PRON",
    "JJ": "ADJ", "RB": "ADV", "CC": "CCONJ", "$": "SYM", ",": "PUNCT", ".": "PUNCT",
}  # fmt: skip


@dataclass(slots=True)
class Annotated:
    """One sentence: its token lines in cells, its mentions as (how, type, words), its expected statements."""

    name: str
    tokens: list[list[str]] = field(default_factory=list)
    named: list[tuple[str, str, str]] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)


def read_annotated(path: Path) -> list[Annotated]:
    """The blocks of the file, in order."""
    found: list[Annotated] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            found.append(Annotated(line.removeprefix("= ")))
        elif line.startswith("> "):
            found[-1].expected.append(line.removeprefix("> "))
        elif line.startswith("@"):
            how, kind, words = (
                line.removeprefix("@").split(maxsplit=2) if line[1] != " " else ("name", *line[2:].split(maxsplit=1))
            )
            found[-1].named.append((how, kind, words))
        elif line.strip() and not line.startswith("#"):
            found[-1].tokens.append(line.split())
    return found


def doc_of(sentence: Annotated, vocab: Vocab, clear_labels: bool) -> Doc:
    """The sentence as a parsed Doc in one of the two schemes."""
    words = [cells[1].removeprefix("~").split("=")[0] for cells in sentence.tokens]
    column = 5 if clear_labels else 3
    return Doc(
        vocab,
        words=words,
        spaces=[*(not cells[1].startswith("~") for cells in sentence.tokens[1:]), False],
        heads=[int(cells[column]) - 1 if cells[column] != "0" else at for at, cells in enumerate(sentence.tokens)],
        deps=[cells[column + 1] for cells in sentence.tokens],
        lemmas=[cells[1].removeprefix("~").partition("=")[2] or words[at].lower() for at, cells in enumerate(sentence.tokens)],
        tags=[cells[2].split(":")[0] for cells in sentence.tokens],
        pos=[cells[2].partition(":")[2] or _POS.get(cells[2], "VERB") for cells in sentence.tokens],
    )  # fmt: skip


def mentions_of(sentence: Annotated, doc: Doc) -> list[Mention]:
    """The sentence's mentions, headed as the tree says."""
    found = []
    for how, kind, words in sentence.named:
        start = doc.text.index(words)
        span = doc.char_span(start, start + len(words))
        assert span is not None, words
        head = span.root.idx
        end = span.end_char
        found.append(Mention("d", 0, start, end, words, "name", kind, head, head + len(span.root), how=how))
    return found


def shown(statement: Statement) -> str:
    """A statement in the notation of the file."""
    subject = f"{statement.subject.text} [{statement.subject.role}]" if statement.subject else "-"
    parts = [subject.replace(" []", ""), statement.relation, *map(_argument, statement.arguments)]
    plain = (statement.polarity, statement.modality) == ("affirmed", "asserted")
    meaning = [statement.relation_type, *([] if plain else [statement.polarity, statement.modality])]
    meaning += [statement.status, statement.date]
    parts.append(" ".join(word for word in meaning if word) or "-")
    parts += [f"said by {' < '.join(each.text for each in statement.attribution)}"] * bool(statement.attribution)
    return " | ".join(parts)


def _argument(argument: Argument) -> str:
    place = " ".join(word for word in (argument.slot, argument.preposition, argument.role) if word)
    counts = argument.role not in ("time", "value") and (argument.quantity is not None or argument.unit)
    count = f" #{argument.quantity} {argument.unit}".rstrip() if counts else ""
    money = f" ={argument.money.value} {argument.money.currency}" if argument.money else ""
    return f"{place}: {argument.text}{count.replace('#None ', '#? ')}{money}"
