"""Whether the words around an ambiguous name ("Leopard", "Georgia", "Price") speak for what the lexicon says it is."""

from enum import IntEnum
from itertools import islice

from graphbuilder.extract.mentions.runs import starts_sentence
from graphbuilder.extract.mentions.scene import Scene
from graphbuilder.extract.mentions.words import given_names, heads, number_words, transfer_verbs, words
from graphbuilder.parse.syntax import Node

_QUOTES = frozenset("\"'”’“‘»«")
_REACH = 5


class Support(IntEnum):
    """How far the context bears a reading out: against it, silent, in an arms article, by itself."""

    AGAINST = 0
    SILENT = 1
    LIKELY = 2
    CERTAIN = 3


def weapon(scene: Scene, first: int, last: int) -> Support:
    """Judge whether `[first, last)` is a weapon: a class noun or count beside it is certain, arms verbs are likely."""
    nodes = scene.nodes
    run = next((run for run in scene.runs if run[0] <= first < run[1]), (first, last))
    following = nodes[last].text if last < len(nodes) else ""
    if last < run[1] and (following in heads() or " ".join(scene.words[last : last + 2]) in heads()):
        return Support.AGAINST
    if first > run[0] and scene.words[first - 1] in given_names():
        return Support.AGAINST
    if last < len(nodes) and nodes[last].lemma.casefold() in words("animal"):
        return Support.AGAINST  # "Harpy eagles"
    if class_after(scene, last) is not None or class_before(scene, first):
        return Support.CERTAIN
    if following in ("-", "‑") and last + 1 < len(nodes) and nodes[last + 1].text == "class":
        return Support.CERTAIN
    if not capital(scene, first, last):
        return Support.AGAINST
    if last < run[1] and scene.at(last) is None and following[0].isupper():
        return Support.AGAINST  # "Patriot Games": part of a longer unknown name
    plural = nodes[last - 1].text.endswith("s") and nodes[last - 1].pos in ("NOUN", "PROPN")
    if _counted(scene, first) and plural:
        return Support.CERTAIN
    head = scene.head(first, last)
    case = head.one("case")
    if case is not None and case.lemma in ("from", "by", "to"):
        return Support.SILENT
    return Support.LIKELY if transferred(head) or _counted(scene, first) else Support.SILENT


def transferred(node: Node) -> bool:
    """Say whether a node stands below a word of transfer, production or use ("deliver", "sale")."""
    return any(above.lemma in transfer_verbs() for above in islice(node.ancestors(), 3))


def _of_country(scene: Scene, first: int) -> bool:
    """ "Finland's Patria": a country's own."""
    owner = scene.at(first - 2) if first > 1 and scene.words[first - 1] in ("'s", "’s") else None
    return owner is not None and owner.type == "COUNTRY"


def dealt_from(scene: Scene, first: int, last: int) -> bool:
    """Say whether one buys from `[first, last)` or signs with it: "tanks from Rheinmetall", "a deal with Leonardo"."""
    node = scene.head(first, last)
    case = node.one("case")
    signs = case is not None and case.lemma == "with" and node.head is not None and node.head.lemma in words("contract")
    if signs:
        return True
    if case is None or case.lemma != "from" or node.relation not in ("oblique", "noun_modifier") or node.head is None:
        return False
    weapon = scene.at(node.head.index)
    classed = scene.class_ending(node.head.index + 1) is not None
    return classed or (weapon is not None and weapon.type == "WEAPON") or node.head.lemma in transfer_verbs()


def organization(scene: Scene, first: int, last: int) -> Support:
    """Judge whether `[first, last)` is an organisation rather than an ordinary word."""
    nodes = scene.nodes
    labels = {node.entity for node in nodes[first:last]}
    if dealt_from(scene, first, last) or _of_country(scene, first):
        return Support.CERTAIN
    if labels <= {"PERSON", "GPE", "LOC", "EVENT"} and labels:
        return Support.SILENT
    if labels == {"ORG"}:
        return Support.CERTAIN
    if not capital(scene, first, last) or _inside_longer(scene, first, last):
        return Support.AGAINST
    if starts_sentence(nodes, first) and last - first == 1 and nodes[first].pos != "PROPN":
        return Support.AGAINST
    return Support.CERTAIN if nodes[last - 1].pos in ("PROPN", "X") else Support.LIKELY


def country(scene: Scene, first: int, last: int) -> Support:
    """Judge whether `[first, last)` is a country rather than a person's name or a place inside a state."""
    if scene.nodes[first].pos in ("VERB", "ADV"):
        return Support.AGAINST
    before = scene.words[first - 1] if first else ""
    if behind_unknown(scene, first) or _inside_person(scene, first, last):
        return Support.AGAINST
    if before == "," and first > 1 and scene.at(first - 2) is None and scene.words[first - 2][0].isupper():
        return Support.SILENT  # "Marietta, Georgia"
    return Support.CERTAIN


def behind_unknown(scene: Scene, first: int) -> bool:
    """Whether an unknown capital stands right before a name, in the same run: "New England", "Michael Jordan"."""
    if not first or not any(start < first < end for start, end in scene.runs):
        return False
    before = scene.nodes[first - 1]
    if before.text in words("part"):
        return True
    if before.pos != "PROPN" or scene.at(first - 1) is not None or before.text in words("origin"):
        return False
    if starts_sentence(scene.nodes, first - 1):
        return before.text in given_names()
    known = scene.title(first - 1, first) is not None or before.text in heads() or before.text in words("calendar")
    return not known and not scene.lexicon.lookup(before.text)


def person(scene: Scene, first: int, last: int) -> Support:
    """Judge whether `[first, last)` is the person rather than a word or a place."""
    if scene.nodes[first].entity == "PERSON" and not _inside_longer(scene, first, last):
        return Support.CERTAIN
    before = scene.text(max(0, first - 2), first) if first else ""
    if before and (scene.lexicon.title(before) or scene.lexicon.title(scene.words[first - 1])):
        return Support.CERTAIN
    return Support.SILENT


def capital(scene: Scene, first: int, last: int) -> bool:
    """Say whether a word is written and tagged as a name, not as an ordinary word at the start of a sentence."""
    nodes = scene.nodes
    if not nodes[first].text[0].isupper() or scene.headline:
        return False
    if any(node.pos in ("VERB", "ADV", "AUX") for node in nodes[first:last]):
        return False
    return nodes[last - 1].pos in ("PROPN", "X") or not starts_sentence(nodes, first)


def class_after(scene: Scene, last: int) -> int | None:
    """Return where the weapon class that the name before `last` modifies begins: "Meteor long-range missiles"."""
    nodes = scene.nodes
    for index in range(last, min(len(nodes), last + _REACH)):
        if scene.class_at(index) is not None:
            return index
        node = nodes[index]
        plain = node.text[0].islower() and node.pos in ("ADJ", "NOUN", "VERB", "ADP") and node.relation != "case"
        quote = node.text in _QUOTES and index == last
        if not (plain or quote or node.text in "-‑" or (node.text[0].isdigit() and index > last)):
            return None
    return None


def class_before(scene: Scene, first: int) -> bool:
    """Say whether a weapon class in the singular stands right before: "the frigate Gorshkov"."""
    index = first - 1
    if index > 0 and scene.words[index] in _QUOTES:
        index -= 1
    singular = index >= 0 and scene.nodes[index].tag not in ("NNS", "NNPS") and scene.words[index][0].islower()
    return singular and scene.class_ending(index + 1) is not None


def _counted(scene: Scene, first: int) -> bool:
    """Whether a number stands before a name and its adjectives: "12 second-hand Rafales"."""
    for index in range(first - 1, max(-1, first - _REACH - 1), -1):
        word = scene.words[index].casefold()
        if word[0].isdigit() or word in number_words():
            return scene.nodes[index].pos == "NUM"
        if scene.nodes[index].pos not in ("ADJ", "NOUN", "VERB") and word not in "-‑":
            return False
    return False


def _inside_longer(scene: Scene, first: int, last: int) -> bool:
    """Whether capitals that nothing explains touch the name, as in "Arrow Records" for "Arrow"."""
    for start, end in scene.runs:
        if start <= first and last <= end:
            left = first > start and scene.at(first - 1) is None
            right = last < end and scene.at(last) is None and scene.lexicon.title(scene.words[last]) is None
            return left or right
    return False


def opens_longer(scene: Scene, first: int, last: int) -> bool:
    """Whether a city is the first word of a longer name that nothing explains: "London Broncos", "Madrid Open"."""
    plural = last < len(scene.nodes) and scene.nodes[last].tag == "NNPS"
    return plural and _inside_person(scene, first, last)


def _inside_person(scene: Scene, first: int, last: int) -> bool:
    """Whether an unknown capital that is neither a head nor a title follows: "Jordan Henderson", "Georgia Tech"."""
    if last - first > 1 or last >= len(scene.nodes):
        return False
    following = scene.nodes[last]
    unknown = following.pos == "PROPN" and following.text[0].isupper() and scene.at(last) is None
    if not unknown or following.text in heads() or scene.lexicon.title(following.text) is not None:
        return False
    return not scene.lexicon.lookup(following.text)
