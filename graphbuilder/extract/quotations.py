"""Who speaks in a quotation that runs over several sentences."""

from collections.abc import Sequence
from itertools import pairwise

from graphbuilder.extract.subjects import subjects_of
from graphbuilder.extract.verbs import is_speech
from graphbuilder.parse.syntax import Node, Sentence

OPEN, CLOSE, STRAIGHT = "“", "”", '"'


def speaker_of_quotations(sentences: Sequence[Sentence]) -> dict[int, tuple[Sentence, Node]]:
    """The speaker of each sentence that is wholly quoted but does not itself name who speaks.

    A quotation of several sentences is said by whoever the verb of saying in one of them names:
    "We need it. It is urgent," he said.

    Returns:
        For the number of such a sentence, the sentence and node that name its speaker.
    """
    found: dict[int, tuple[Sentence, Node]] = {}
    for run in _quoted_runs(sentences):
        named = [(sentence, node) for sentence in run if (node := _speaker(sentence)) is not None]
        if not named:
            continue
        for sentence in run:
            if all(sentence is not other for other, _ in named):
                found[sentence.number] = named[0]
    _carry_over(sentences, found)
    return found


def _carry_over(sentences: Sequence[Sentence], found: dict[int, tuple[Sentence, Node]]) -> None:
    """A sentence that is nothing but a quotation is said by who was quoted right before it in the paragraph, in place."""
    for before, sentence in pairwise(sentences):
        if sentence.number in found or sentence.block != before.block or not _is_quotation(sentence.text):
            continue
        if _speaker(sentence) is not None or not any(mark in before.text for mark in (CLOSE, STRAIGHT)):
            continue
        speaker = _speaker(before)
        if speaker is not None:
            found[sentence.number] = before, speaker
        elif before.number in found:
            found[sentence.number] = found[before.number]


def _is_quotation(text: str) -> bool:
    return text.startswith((OPEN, STRAIGHT)) and text.rstrip(".").endswith((CLOSE, STRAIGHT))


def _speaker(sentence: Sentence) -> Node | None:
    for node in sentence.nodes:
        if is_speech(node):
            subjects = subjects_of(node)
            if subjects:
                return subjects[0]
    return None


def _quoted_runs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Runs of sentences of one paragraph that are joined by an open quotation."""
    runs: list[list[Sentence]] = []
    run: list[Sentence] = []
    block = -1
    for sentence in sentences:
        if sentence.block != block:
            run, block = [], sentence.block
        inside = bool(run)
        if not inside and not sentence.text.startswith((OPEN, STRAIGHT)) and not _leaves_open(sentence.text, False):
            continue
        run.append(sentence)
        if not _leaves_open(sentence.text, inside):
            runs.append(run)
            run = []
    return [each for each in runs if len(each) > 1]


def _leaves_open(text: str, inside: bool) -> bool:
    for character in text:
        if character == OPEN:
            inside = True
        elif character == CLOSE:
            inside = False
        elif character == STRAIGHT:
            inside = not inside
    return inside
