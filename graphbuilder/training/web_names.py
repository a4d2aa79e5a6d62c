"""Names of web text whose trees are gold and whose names are not: what is no proper noun is no name."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from .conllu import Sentence, Word, read_conllu
from .name_text import Name, NameText, Place
from .silver import complete

_TAUGHT = frozenset(("PERSON", "ORG", "GPE", "LOC"))


def read_web_names(trees: Path, teacher: Language) -> list[NameText]:
    """Read sentences of a treebank with the names that a teacher and the gold tags agree on.

    Args:
        trees: A CoNLL-U file.
        teacher: A pipeline with `ner`. A name of it counts where it is exactly a run of proper nouns.

    Returns:
        One text for each sentence; proper nouns without such a name are silent.
    """
    sentences = [sentence for sentence in read_conllu(trees) if sentence.words]
    docs = teacher.pipe(sentence.text for sentence in sentences)
    return [
        _agree(sentence, [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents])
        for sentence, doc in zip(sentences, docs, strict=True)
    ]


def _agree(sentence: Sentence, guesses: Sequence[Name]) -> NameText:
    runs = list(proper_runs(sentence.words))
    names = [name for name in guesses if name[2] in _TAUGHT and name[:2] in runs]
    named = {name[:2] for name in names}
    return complete(sentence.text, names, [run for run in runs if run not in named])


def proper_runs(words: Sequence[Word]) -> Iterator[Place]:
    """Yield the place of each longest run of proper nouns, hyphens between them included."""
    position, start, end = 0, -1, -1
    for number, word in enumerate(words):
        hyphen = word.form == "-" and start >= 0 and number + 1 < len(words) and words[number + 1].upos == "PROPN"
        if word.upos == "PROPN" or hyphen:
            start = position if start < 0 else start
            end = position + len(word.form)
        elif start >= 0:
            yield start, end
            start = -1
        position += len(word.form) + word.space
    if start >= 0:
        yield start, end
