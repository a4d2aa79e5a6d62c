"""Turn trees into spaCy documents of a few sentences, as a reader would meet them."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc
from spacy.vocab import Vocab

from .conllu import Sentence, Word

MOST_SENTENCES = 8
PARAGRAPH_BREAK = "\n\n"
# Shares of documents repeated in another casing: notices in capitals, careless lower case, headlines.
LOWER_SHARE, UPPER_SHARE, HEADLINE_SHARE = 0.03, 0.02, 0.06
DESIGNATION_SHARE = 0.25
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)


def group_sentences(sentences: Sequence[Sentence], rng: random.Random | None = None) -> Iterator[list[Sentence]]:
    """Cut a corpus into runs of neighbouring sentences of one document.

    Args:
        sentences: Sentences in corpus order.
        rng: Chooses the length of each run, from one sentence to eight; without it every run is as long as it may be.

    Yields:
        Lists of one to eight sentences.
    """
    group: list[Sentence] = []
    limit = MOST_SENTENCES
    for sentence in sentences:
        if group and (sentence.opens_document or len(group) >= limit):
            yield group
            group = []
            limit = rng.randint(1, MOST_SENTENCES) if rng else MOST_SENTENCES
        group.append(sentence)
    if group:
        yield group


def with_casings(groups: Iterable[list[Sentence]], rng: random.Random) -> Iterator[list[Sentence]]:
    """Yield each group and, for a small share of them, a copy in another casing."""
    for group in groups:
        yield group
        draw = rng.random()
        if draw < LOWER_SHARE:
            yield [_recase(sentence, str.lower) for sentence in group]
        elif draw < LOWER_SHARE + UPPER_SHARE:
            yield [_recase(sentence, str.upper) for sentence in group]
        elif draw < LOWER_SHARE + UPPER_SHARE + HEADLINE_SHARE and len(group) > 1:
            first, second, *rest = group
            yield [_headline(first), replace(second, opens_paragraph=True), *rest]


def with_designations(
    groups: Iterable[list[Sentence]], rng: random.Random, draw: Callable[[random.Random], str]
) -> Iterator[list[Sentence]]:
    """Yield each group and, for a share of them, a copy whose modifying nouns are designations of weapons.

    Trees of web text know nothing like "the S-400 batteries"; a noun before its head noun stands where one would.

    Args:
        groups: Runs of sentences.
        rng: Chooses the groups.
        draw: Draws a designation of one token.

    Yields:
        The groups, each copy behind its original.
    """
    for group in groups:
        yield group
        if rng.random() < DESIGNATION_SHARE:
            changed = [_with_designation(sentence, rng, draw) for sentence in group]
            if changed != group:
                yield changed


def _with_designation(sentence: Sentence, rng: random.Random, draw: Callable[[random.Random], str]) -> Sentence:
    words = list(sentence.words)
    for position, word in enumerate(words):
        alone = word.deprel == "compound" and word.head == position + 1 and word.space
        if alone and all(other.head != position for other in words) and rng.random() < 0.5:
            name = draw(rng)
            words[position] = replace(word, form=name, lemma=name, upos="PROPN", xpos="NNP", feats="Number=Sing")
    return replace(sentence, words=tuple(words))


def _recase(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    words = tuple(replace(word, form=change(word.form)) for word in sentence.words)
    return replace(sentence, words=words)


def _headline(sentence: Sentence) -> Sentence:
    """Capitalise a sentence as a headline and drop its full stop."""
    words = sentence.words
    last = len(words) - 1
    if last and words[last].form == "." and all(word.head != last for word in words[:last]):
        words = words[:last]
    titled = [
        replace(word, form=word.form[:1].upper() + word.form[1:]) if _takes_capital(words, position) else word
        for position, word in enumerate(words)
    ]
    return replace(sentence, words=tuple(titled))


def _takes_capital(words: Sequence[Word], position: int) -> bool:
    """Tell whether a headline capitalises a word: not the small ones, nor what hangs on the word before ("n't")."""
    return position == 0 or (words[position - 1].space and words[position].form.lower() not in _SMALL_WORDS)


def make_doc(vocab: Vocab, group: Sequence[Sentence]) -> Doc:
    """Build the annotated document of a group of sentences.

    A new paragraph within the group is one blank token of two line ends, attached to the word before it.

    Args:
        vocab: The vocabulary the document belongs to.
        group: Neighbouring sentences.

    Returns:
        A document with tags, parts of speech, morphology, lemmas, heads and labels.
    """
    words: list[Word] = []
    for number, sentence in enumerate(group):
        if number and sentence.opens_paragraph:
            words[-1] = replace(words[-1], space=False)
            words.append(Word(PARAGRAPH_BREAK, PARAGRAPH_BREAK, "SPACE", "_SP", "", len(words) - 1, "dep", False, ()))
        elif number:
            words[-1] = replace(words[-1], space=True)
        start = len(words)
        words.extend(replace(word, head=word.head + start) for word in sentence.words)
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=["ROOT" if word.deprel == "root" else word.deprel for word in words],
    )
