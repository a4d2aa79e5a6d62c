"""Who says so: the chain of speakers above a predicate, outermost first."""

from graphbuilder.extract.subjects import subjects_of
from graphbuilder.extract.verbs import is_clause_of_its_own, is_passive, is_speech
from graphbuilder.extract.wording import preposition_of
from graphbuilder.extract.words import column, operators
from graphbuilder.parse.syntax import Node

SOURCES = frozenset({"according to", "per"})


def speakers_of(node: Node) -> list[Node]:
    """Heads of the phrases that name who says the predicate `node`, outermost speaker first."""
    found: list[Node] = []
    seen = {node.index}
    below: Node | None = None
    while True:
        found = [*_beside(node, below), *found]
        head = node.head
        if head is None or head.index in seen:
            return _unique(found, node)
        if node.relation == "conjunct" and is_clause_of_its_own(node):
            return _unique([*_behind(head, node), *found], node)
        if node.relation == "complement_clause" and is_speech(head):
            found = [*_sayers(head), *found]
        elif node.relation == "open_complement" and is_speech(head) and head.one("subject") and not head.one("object"):
            pass  # "claimed to have sold": the speaker is the subject
        elif node.relation == "parataxis" and is_speech(node) is False and is_speech(head):
            found = [*_sayers(head), *found]  # "he said: they will buy"
        elif node.relation in ("relative_clause", "noun_clause", "complement_clause") and _is_reported(node, head):
            found = [*subjects_of(head.head)[:1], *found] if head.head is not None else found
        seen.add(head.index)
        below, node = node, head


def _beside(node: Node, below: Node | None) -> list[Node]:
    """Speakers named beside a clause: ", officials said", "according to officials"; what leads up from `below` is not beside it."""
    beside: list[Node] = []
    for child in node.children:
        if child is below:
            continue
        speaks = is_speech(child) and not _has_content(child)
        as_said = child.relation == "adverbial_clause" and any(m.text.lower() == "as" for m in child.all("marker"))
        if speaks and (child.relation == "parataxis" or as_said):
            beside.extend(_sayers(child))
        elif child.relation in ("oblique", "adverbial_clause") and preposition_of(child) in SOURCES:
            beside.append(child)
    return beside


def _behind(head: Node, clause: Node) -> list[Node]:
    """Who says a coordinated clause along with the first one: "It is late, and they know it, she said"."""
    verbs = [each for each in head.all("parataxis") if each.index > clause.index and is_speech(each)]
    return [sayer for verb in verbs if not _has_content(verb) for sayer in _sayers(verb)]


def _is_reported(clause: Node, noun: Node) -> bool:
    """Whether a clause is what a noun like "reports" consists in, whose verb says it or denies it: "denied reports that"."""
    verb = noun.head
    if verb is None or noun.relation != "object" or noun.lemma not in column("content_nouns.tsv", "noun", "source"):
        return False
    that = any(mark.text.lower() == "that" for mark in clause.all("marker"))
    return that and (is_speech(verb) or (verb.lemma, "clause") in operators())


def _sayers(speech: Node) -> list[Node]:
    """Who says it; of "it was announced that" nobody is named."""
    if is_passive(speech):
        return speech.all("agent")[:1]
    return subjects_of(speech)[:1]


def _has_content(speech: Node) -> bool:
    return bool(speech.one("complement_clause", "object"))


def _unique(nodes: list[Node], predicate: Node) -> list[Node]:
    kept: list[Node] = []
    for node in nodes:
        if node not in kept and node is not predicate:
            kept.append(node)
    return kept
