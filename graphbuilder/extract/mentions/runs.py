"""Runs of capitalised tokens, within which names of persons, bodies and things are looked for."""

from graphbuilder.extract.mentions.words import words
from graphbuilder.parse.syntax import Node, Sentence

HYPHENS = frozenset("-‐‑")
# Parts of speech that a capital at the start of a sentence does not turn into a name.
_PLAIN = frozenset(
    {"ADP", "DET", "PRON", "SCONJ", "ADV", "CCONJ", "AUX", "VERB", "PART", "INTJ", "NUM", "PUNCT", "SYM"}
)
_HEADLINE_SHARE = 0.7
_HEADLINE_WORDS = 5


def capitalised(word: str) -> bool:
    """Say whether a word is written as a name: a capital first, or inside ("eFighter")."""
    return word[0].isupper() or (word[0].isalpha() and any(letter.isupper() for letter in word[1:]))


def is_headline(sentence: Sentence) -> bool:
    """Say whether nearly all long words of a sentence are capitalised, as in headings and menus."""
    long = [node.text for node in sentence.nodes if len(node.text) > 3 and node.text[0].isalpha()]
    if any(node.pos in ("VERB", "AUX") and node.text[0].islower() for node in sentence.nodes):
        return False
    return len(long) >= _HEADLINE_WORDS and sum(map(capitalised, long)) >= _HEADLINE_SHARE * len(long)


def runs_of(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the runs `[first, last)` of name-like tokens, hyphens and particles between them included."""
    nodes = sentence.nodes
    out: list[tuple[int, int]] = []
    index = 0
    while index < len(nodes):
        if not _opens(nodes, index):
            index += 1
            continue
        end = index + 1
        while (step := _continues(nodes, end)) > 0:
            end += step
        out.append((index, end))
        index = end
    return out


def _opens(nodes: list[Node], index: int) -> bool:
    node = nodes[index]
    if not capitalised(node.text) or node.text == "I" or node.text.casefold() in ("mr", "mr."):
        return False
    if not starts_sentence(nodes, index):
        return node.pos not in ("PRON", "DET") or node.text.isupper()
    if node.pos in _PLAIN:
        return False
    if node.pos in ("PROPN", "X"):
        return True
    # "Defence Minister X", "Opposition leader X": a common noun opens a run only where a name goes on.
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    return following is not None and capitalised(following.text) and following.pos == "PROPN"


def starts_sentence(nodes: list[Node], index: int) -> bool:
    """Say whether only marks stand before a token, so that its capital may be the sentence's."""
    if index and nodes[index - 1].text in (":", "“", '"', "—", "–", "•"):
        return True
    return all(not node.text[0].isalnum() for node in nodes[:index])


def _continues(nodes: list[Node], index: int) -> int:
    """Return how many tokens from `index` on belong to the run that ends there."""
    if index >= len(nodes):
        return 0
    node, before = nodes[index], nodes[index - 1]
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    if node.text in HYPHENS:
        tight = not before.space_after and not node.space_after
        if tight and following is not None and (capitalised(following.text) or _syllable(nodes, index + 1)):
            return 2
        return 0
    if capitalised(node.text):
        return 0 if node.text == "I" else 1
    if following is None or not capitalised(following.text):
        after = nodes[index + 2] if index + 2 < len(nodes) else None
        particles = following is not None and (following.text in words("particle") or following.text in HYPHENS)
        led = node.text in words("particle") and after is not None and capitalised(after.text)
        return 3 if led and particles else 0
    if node.text == "&" or (node.text in words("particle") and before.pos == "PROPN"):
        return 2
    return 0


def _syllable(nodes: list[Node], index: int) -> bool:
    """Whether a small word behind a hyphen is the second half of a given name: "Jae-in", but not "US-led"."""
    node, before = nodes[index], nodes[index - 2]
    if not (node.text.isalpha() and node.text.islower()) or len(node.text) > 5:
        return False
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    modifies = following is not None and following.pos in ("NOUN", "ADJ", "PROPN")
    named = index > 2 and capitalised(nodes[index - 3].text) and before.text.istitle() and len(before.text) <= 5
    return node.pos == "PROPN" or (named and not modifies)
