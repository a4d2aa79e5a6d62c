"""Where mentions stand in their sentences: head words, grammatical roles, clauses and their subjects."""

from collections.abc import Sequence

from graphbuilder.parse.syntax import SUBJECTS, Node, Sentence
from graphbuilder.records import Mention
from graphbuilder.resolve.words import words

# Relations by which a noun phrase hangs on a predicate.
ARGUMENTS = frozenset({"subject", "passive_subject", "object", "recipient", "agent", "oblique", "vocative"})
# Relations by which words stand inside a noun phrase without being its head.
_INSIDE = frozenset({"compound", "name_part", "adjective", "number", "determiner", "fixed", "other"})
# Relations of a clause to the one above it.
_LOWER = frozenset({"complement_clause", "open_complement", "adverbial_clause", "parataxis", "conjunct", "noun_clause"})


class Places:
    """Finds the nodes of mentions.

    Args:
        sentences: the sentences of one article.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = {sentence.number: sentence for sentence in sentences}
        self._starts = {node.start: node for sentence in sentences for node in sentence.nodes}

    def head(self, mention: Mention) -> Node | None:
        """Return the node of a mention's head word; where tokens were cut otherwise, the highest node inside it."""
        node = self._starts.get(mention.head_start)
        if node is not None:
            return node
        inside = self.inside(mention)
        return min(inside, key=depth) if inside else None

    def inside(self, mention: Mention) -> list[Node]:
        """Return the nodes of a mention's words."""
        sentence = self.sentences.get(mention.sentence)
        if sentence is None:
            return []
        return [node for node in sentence.nodes if node.start < mention.end and mention.start < node.end]

    def before(self, mention: Mention) -> list[Node]:
        """Return the nodes of its sentence that stand before a mention."""
        sentence = self.sentences.get(mention.sentence)
        return [node for node in sentence.nodes if node.end <= mention.start] if sentence is not None else []


def depth(node: Node) -> int:
    """How many heads stand above a node."""
    return sum(1 for _ in node.ancestors())


def phrase_head(node: Node) -> Node:
    """Return the head of the noun phrase whose name or modifier the node is ("Putin" for "Vladimir")."""
    while node.head is not None and node.relation in ("name_part", "compound", "fixed"):
        node = node.head
    return node


def role(node: Node) -> str:
    """Return the grammatical role of a noun phrase; a conjunct or apposition has that of its first part.

    Returns:
        A relation such as "subject"; "modifier" for what stands inside a name or before a noun.
    """
    while node.head is not None and node.relation in ("conjunct", "apposition"):
        node = node.head
    return "modifier" if node.relation in _INSIDE else node.relation


def predicate(node: Node) -> Node | None:
    """Return the predicate on whose argument the node stands, itself or inside a phrase; None outside of clauses."""
    while node.head is not None:
        if node.relation in ARGUMENTS:
            return node.head
        node = node.head
    return None


def argument(node: Node) -> Node:
    """Return the head of the argument (of a predicate) that the node is or stands in."""
    while node.head is not None and node.relation not in ARGUMENTS:
        node = node.head
    return node


def subject_of(verb: Node) -> Node | None:
    """Return the subject of a predicate: its own, else that of the first of coordinated ones or of the clause above."""
    seen = 0
    current: Node | None = verb
    while current is not None and seen < 6:
        found = current.one("subject", "passive_subject")
        if found is not None:
            return found
        if current.relation == "noun_clause" and current.head is not None:
            return current.head.one("possessor")  # "Chile's plan to renew its fleet"
        if current.relation not in ("conjunct", "open_complement", "adverbial_clause"):
            return None
        if (
            current.relation != "conjunct"
            and current.head is not None
            and current.head.lemma in words("object_control")
        ):
            controlled = current.head.one("object", "recipient")
            if controlled is not None:
                return controlled  # "may help Oslo in building its ship"
        current = current.head
        seen += 1
    return None


def higher_subjects(verb: Node) -> list[tuple[Node, str]]:
    """Return the subjects of the clauses above a predicate, nearest first, each with the relation that leads to it."""
    out: list[tuple[Node, str]] = []
    current = verb
    while current.head is not None:
        relation, current = current.relation, current.head
        if relation == "relative_clause":
            break
        if relation in _LOWER:
            found = current.one("subject", "passive_subject")
            if found is not None:
                out.append((found, relation))
    return out


def is_predicate(node: Node) -> bool:
    """Whether the node heads a clause."""
    return node.pos in ("VERB", "AUX") or any(
        child.relation in SUBJECTS or child.relation == "copula" for child in node.children
    )


def conjuncts(node: Node) -> list[Node]:
    """Return a node with those coordinated with it, in text order."""
    return [node, *node.all("conjunct")]
