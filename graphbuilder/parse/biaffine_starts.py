"""Where sentences start, from the scores of words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from .biaffine_layers import Floats

LONGEST_SENTENCE = 250
BARE_START = 2.0  # in log odds
_OPENING, _CLOSING = frozenset(('"', "'", "“", "‘", "``")), frozenset(('"', "'", "”", "’", "''", ")"))


def doubt_bare_starts(scores: Floats, texts: Sequence[str]) -> Floats:
    """Ask for a surer sign of a start behind a word than behind a mark: edited text ends its sentences with one.

    Args:
        scores: One for each word; above 0 it starts a sentence.
        texts: The words.

    Returns:
        Scores, lower behind letters and figures: "delivered Hawk | Mk 167 trainers" is no start.
    """
    scores = scores.copy()
    for place in range(1, len(texts)):
        if texts[place - 1][-1].isalnum():
            scores[place] -= BARE_START
    return scores


def lean_marks(scores: Floats, texts: Sequence[str], blanks: Sequence[bool]) -> Floats:
    """Keep a mark of quotation in the sentence of the word it leans on: no blank stands between them.

    Args:
        scores: One for each word; above 0 it starts a sentence.
        texts: The words.
        blanks: Whether a blank follows each word.

    Returns:
        Scores by which an opening mark starts the sentence of the word behind it, and a closing mark starts none.
    """
    scores = scores.copy()
    for place, text in enumerate(texts):
        if text not in _OPENING and text not in _CLOSING:
            continue
        apart, last = place == 0 or blanks[place - 1], place + 1 == len(texts)
        if text in _OPENING and apart and not last and not blanks[place]:
            scores[place] = max(scores[place], scores[place + 1])
            scores[place + 1] = -np.inf
        elif text in _CLOSING and not apart and (last or blanks[place]) and scores[place] > 0:
            if not last:
                scores[place + 1] = max(scores[place], scores[place + 1])
            scores[place] = -np.inf
    return scores


def sentence_bounds(scores: Floats) -> Iterator[tuple[int, int]]:
    """Cut a text where a word is more likely the first of a sentence than not.

    Args:
        scores: One for each word.

    Yields:
        First word and the word behind the last. A sentence too long for a tree is cut at its likeliest words.
    """
    starts = [0, *(np.flatnonzero(scores[1:] > 0) + 1).tolist(), len(scores)]
    for start, end in pairwise(starts):
        while end - start > LONGEST_SENTENCE:
            cut = start + 1 + int(scores[start + 1 : start + LONGEST_SENTENCE].argmax())
            yield start, cut
            start = cut
        yield start, end
