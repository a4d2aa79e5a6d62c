"""What the parser knows of a word alone: the rows of its parts in one table, and its vectors."""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.lang.lex_attrs import word_shape
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.vocab import Vocab

# Rows of the table for whole words, for beginnings and endings, and for shapes, one behind the other.
WORD_ROWS, AFFIX_ROWS, SHAPE_ROWS = 8_000, 6_000, 500
TABLE_ROWS = WORD_ROWS + AFFIX_ROWS + SHAPE_ROWS
# A word has this many rows of its own; those of its parts come behind.
OWN_ROWS = 2
_PREFIXES, _SUFFIXES = (1, 2, 3), (1, 2, 3, 4)
_DIGIT = re.compile(r"\d")


@cache
def _row(key: str, start: int, rows: int) -> int:
    return start + int(hash_string(key)) % rows


def word_rows(text: str) -> list[int]:
    """Find the rows of a word: two of the word itself, then those of its beginnings, endings and shape.

    Args:
        text: The word as written. Case counts in its shape alone, and all digits are one.

    Returns:
        As many row numbers for every word. Two words may share a row; that they share both of their own is rare.
    """
    plain = _DIGIT.sub("0", text.lower())
    own = hash_string(plain)
    rows = [own % WORD_ROWS, (own >> 32) % WORD_ROWS]
    rows += [_row(f"<{plain[:size]}", WORD_ROWS, AFFIX_ROWS) for size in _PREFIXES]
    rows += [_row(f"{size}{plain[-size:]}>", WORD_ROWS, AFFIX_ROWS) for size in _SUFFIXES]
    rows.append(_row(word_shape(text), WORD_ROWS + AFFIX_ROWS, SHAPE_ROWS))
    return rows


def word_vector(vocab: Vocab, text: str) -> NDArray[np.float32]:
    """Join the vector of a word as written and that of the word in small letters.

    Args:
        vocab: Holds the vectors.
        text: The word as written.

    Returns:
        Twice as many numbers as a vector has; none if the vocabulary has no vectors.
    """
    if not vocab.vectors_length:
        return np.zeros(0, dtype=np.float32)
    # Words as text, not as keys: the vocabulary need not learn them.
    return np.asarray(vocab.vectors.get_batch([text, text.lower()]), dtype=np.float32).reshape(-1)
