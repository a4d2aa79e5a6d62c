"""Whether the name of a capital or seat stands for its state, or for the place itself."""

from typing import Literal

from graphbuilder.extract.mentions.scene import Scene
from graphbuilder.extract.mentions.words import place_rules
from graphbuilder.parse.syntax import Node

Reading = Literal["acts", "place"]

_DASHES = frozenset({"—", "–", "-", "--"})
_DATELINE_TOKENS = 9
_MOST_STEPS = 3
_CITY = frozenset({"city", "capital", "town", "place"})
_SLOTS = frozenset({"subject", "passive_subject", "object", "recipient", "possessor", "agent", "compound"})


def reading(scene: Scene, first: int, last: int) -> Reading:
    """Say how the capital or seat in the tokens `[first, last)` is meant, from its preposition and what governs it."""
    if in_dateline(scene, first, last) or _half_of_compound(scene, last):
        return "place"
    node = scene.head(first, last)
    return _read(node, scene, first, 0)


def _half_of_compound(scene: Scene, last: int) -> bool:
    """ "Moscow-based", "Kyiv-born" and "Washington, D.C.", but "Moscow-backed" speaks of the state."""
    if scene.words[last : last + 1] == [","] and scene.text(last, min(last + 2, len(scene.words))).startswith(", D.C"):
        return True
    return scene.words[last : last + 1] == ["-"] and scene.words[last + 1 : last + 2] in (["based"], ["born"], ["area"])


def in_dateline(scene: Scene, first: int, last: int) -> bool:
    """Say whether a name opens a sentence before a dash: "NEW DELHI, Oct. 5 —"."""
    nodes = scene.nodes
    if any(node.text[0].isalnum() for node in nodes[:first]):
        return False
    for index in range(last, min(len(nodes), last + _DATELINE_TOKENS)):
        word = nodes[index].text
        if word in _DASHES:
            return nodes[index - 1].space_after or word != "-"
        if not (word[0].isupper() or word[0].isdigit() or word in (",", ".", "(", ")", "/")):
            return False
    return False


def _read(node: Node, scene: Scene, first: int, depth: int) -> Reading:
    governor, relation = node.head, node.relation
    case = _preposition(scene, first)
    if case is not None and case.text.casefold() not in ("'s", "’s", "'", "’"):
        return _rule(_slot(case), governor)
    if governor is None:
        return "acts"
    if relation in ("conjunct", "apposition") and depth < _MOST_STEPS and governor.pos in ("PROPN", "NOUN"):
        return _read(governor, scene, governor.index, depth + 1)
    if relation == "subject" and governor.one("copula") is not None and governor.lemma in _CITY:
        return "place"
    if relation in ("adjective", "noun_modifier", "compound", "name_part"):
        # Taggers take "Warsaw plans to" for a noun and "In January Zagreb called" for one name: what neither a
        # preposition nor an article governs is no place.
        if governor.index < node.index or governor.pos != "NOUN" or governor.one("determiner", "case") is None:
            return (
                _rule("compound", governor) if governor.pos == "PROPN" and governor.index == node.index + 1 else "acts"
            )
        relation = "compound"
    return _rule(relation if relation in _SLOTS else "object", governor)


def _preposition(scene: Scene, first: int) -> Node | None:
    """The preposition right before a name, with nothing but an article or adjective between ("In January Zagreb" has none)."""
    for node in reversed(scene.nodes[max(0, first - 3) : first]):
        if node.pos == "ADP" or node.relation == "case":
            return node
        if node.pos not in ("DET", "ADJ") and node.relation != "determiner":
            return None
    return None


def _slot(case: Node) -> str:
    return case.text.casefold()


def _rule(slot: str, governor: Node | None) -> Reading:
    rules = place_rules()
    lemma = governor.lemma.casefold() if governor is not None else ""
    for word in (lemma, governor.text.casefold() if governor is not None else "", "*"):
        found = rules.get((slot, word))
        if found is not None:
            return "acts" if found == "acts" else "place"
    return "acts" if slot in _SLOTS else "place"
