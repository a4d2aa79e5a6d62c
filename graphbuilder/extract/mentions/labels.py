"""What to make of the labels that a statistical pipeline gives to names, where the sentence contradicts them."""

from graphbuilder.extract.mentions.runs import capitalised
from graphbuilder.extract.mentions.scene import Scene
from graphbuilder.extract.mentions.words import given_names, speech_verbs, transfer_verbs, words
from graphbuilder.parse.syntax import Node

MODEL_TYPES = {
    "PERSON": "PERSON",
    "ORG": "ORGANIZATION",
    "GPE": "LOCATION",
    "LOC": "LOCATION",
    "FAC": "LOCATION",
    "EVENT": "EVENT",
    "WEAPON": "WEAPON",
}


def model_type(scene: Scene, first: int, last: int) -> str:
    """Return the type that the statistical model gives to the most tokens of a piece."""
    labels = [MODEL_TYPES.get(node.entity, "") for node in scene.nodes[first:last]]
    return max(sorted(set(labels)), key=labels.count)


def acts_as_body(scene: Scene, first: int, last: int, label: str) -> bool:
    """Whether what a model calls a person or place is neither: no person has an article, no single place sells arms."""
    node = scene.head(first, last)
    modifies = last < len(scene.nodes) and scene.nodes[last].pos in ("NOUN", "ADJ")
    article = first > 0 and scene.words[first - 1].casefold() == "the" and not modifies  # "the Assad regime"
    if label == "PERSON" and article:
        return True
    acting = words("bid") | transfer_verbs() | (speech_verbs() if node.relation == "subject" else frozenset())
    acts = node.relation in ("subject", "possessor") and node.head is not None and node.head.lemma in acting
    return acts and (article or last - first == 1)


def is_theme(scene: Scene, first: int, last: int) -> bool:
    """Whether an unknown name with an article is what is sold or built: "sell the Zarnak", "delivery of the Zarnak"."""
    node = scene.head(first, last)
    article = first > 0 and scene.words[first - 1].casefold() == "the"
    case = node.one("case")
    slot = node.relation == "object" if case is None else case.lemma in ("of", "for")
    return article and slot and last - first < 3 and node.head is not None and node.head.lemma in transfer_verbs()


def _lone_person(scene: Scene, node: Node, first: int) -> str:
    """Read a label of a person on one word: "Baykar builds", "St. Charles, Missouri", "on Telegram" are none."""
    letters = len(node.text) > 2 and node.text.isupper() and any(c.islower() for c in scene.sentence.text)
    if node.relation in ("subject", "possessor", "object"):
        verb = node.head.lemma if node.head is not None else ""
        return "PERSON" if verb in speech_verbs() and not letters else "ORGANIZATION"
    case = node.one("case")
    behind_place = first > 1 and scene.words[first - 1] == "," and capitalised(scene.words[first - 2])
    placed = case is not None and case.lemma in ("on", "in", "at", "via", "near")
    if behind_place or placed:
        return "LOCATION"
    return "" if letters else "PERSON"  # "penalties under ACTA": letters that stand for something


def _receives(node: Node) -> bool:
    """ "supply ammunition to X": what is handed over goes to someone."""
    case, governor = node.one("case"), node.head
    if case is None or case.text != "to" or governor is None:
        return False
    verb = governor.head if governor.relation == "object" and governor.head is not None else governor
    return node.relation in ("recipient", "oblique", "noun_modifier") and verb.lemma in transfer_verbs()


def plausible(scene: Scene, first: int, last: int, label: str) -> str:
    """Doubt a model's label that the shape of the name or its place in the sentence contradicts.

    Persons without a first name speak or are introduced elsewhere; places of two words seldom act.
    """
    node = scene.head(first, last)
    alphabetic = all(word.isalpha() and word.istitle() for word in scene.words[first:last])
    if label == "PERSON" and last - first == 1:
        return _lone_person(scene, node, first)
    case = node.one("case")
    placed = case is not None and case.text in ("at", "in", "near") and node.relation in ("oblique", "noun_modifier")
    if label == "PERSON" and placed and scene.words[first] not in given_names():
        return "LOCATION"  # "built at Gaviao Peixoto"
    acts = node.relation in ("subject", "possessor", "object") and scene.words[first - 1 : first] != ["the"]
    acts = acts or _receives(node)
    if (
        label == "LOCATION"
        and last - first == 2
        and alphabetic
        and acts
        and scene.words[first] not in words("geographic")
    ):
        return "PERSON"
    return label
