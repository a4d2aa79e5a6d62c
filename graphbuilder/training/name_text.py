"""A text with its names, and the places where nothing is known about names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

Place = tuple[int, int]
Name = tuple[int, int, str]

_NO_SPACE_BEFORE = re.compile(r"^(?:[,.;:?!)\]}%…]|'s|’s|'S|n't|n’t|'re|'ve|'ll|'d|'m|')$")
_NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "£", "€", "#"])


@dataclass(frozen=True)
class NameText:
    """One text of a name set.

    `names` are `(start, end, label)` and `silent` are `(start, end)`, in characters, half-open. A place in `silent`
    may or may not be a name of some type; everywhere else the names are complete.
    """

    text: str
    names: tuple[Name, ...]
    silent: tuple[Place, ...] = ()


def join_words(words: Sequence[str]) -> tuple[str, list[Place]]:
    """Join words to running text, with blanks where English puts them.

    Args:
        words: The words of a sentence.

    Returns:
        The text, and the place of every word in it.
    """
    text = ""
    places: list[Place] = []
    open_quote = False
    glue = True
    for word in words:
        quote = word in ('"', "``", "''")
        closing = quote and open_quote
        if not (glue or closing or _NO_SPACE_BEFORE.match(word)):
            text += " "
        if quote:
            open_quote = not open_quote
            word = '"'
        places.append((len(text), len(text) + len(word)))
        text += word
        glue = word in _NO_SPACE_AFTER or (quote and not closing)
    return text, places


def overlaps(place: Place, others: Iterable[Place | Name]) -> bool:
    """Tell whether a place shares a character with any of the others."""
    return any(place[0] < other[1] and other[0] < place[1] for other in others)


def make_name_doc(nlp: Language, item: NameText) -> Doc:
    """Tokenize a text and annotate its names.

    A name that cuts through a token takes the whole token: a boundary inside a word cannot be learnt.

    Args:
        nlp: Gives the tokenizer.
        item: The text and what is known of it.

    Returns:
        A document whose entities are the names; silent tokens are missing, all others outside.
    """
    doc = nlp.make_doc(item.text)
    entities: list[Span] = []
    taken: set[int] = set()
    for start, end, label in sorted(item.names):
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and not taken.intersection(range(span.start, span.end)):
            entities.append(span)
            taken.update(range(span.start, span.end))
    silent: list[Span] = []
    for start, end in item.silent:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            silent.extend(doc[i : i + 1] for i in range(span.start, span.end) if i not in taken)
            taken.update(range(span.start, span.end))
    doc.set_ents(entities, missing=silent, default="outside")
    return doc
