"""One view of syntax over two label schemes.

A `Sentence` is a tree of `Node`s whose `relation` comes from one closed set of names, whether the parser
that made the tree speaks Universal Dependencies (the bundled pipeline) or ClearNLP (spaCy's English models).
Nothing downstream of this file names a parser's label.

Relations follow the content-headed trees of Universal Dependencies: prepositions (`case`), copulas, auxiliaries and
subordinators hang below the word they introduce.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

SUBJECTS = frozenset({"subject", "passive_subject", "clausal_subject"})

# every value of Node.relation
RELATIONS = frozenset({
    "root", "subject", "passive_subject", "clausal_subject", "object", "recipient", "agent", "oblique", "noun_modifier",
    "possessor", "apposition", "compound", "name_part", "adjective", "number", "determiner", "case", "marker", "auxiliary",
    "passive_auxiliary", "copula", "negation", "particle", "adverb", "conjunct", "coordinator", "complement_clause", "open_complement",
    "adverbial_clause", "relative_clause", "noun_clause", "parataxis", "discourse", "expletive", "vocative", "fixed", "punctuation", "other",
})  # fmt: skip


_INDEX = attrgetter("index")


@dataclass(slots=True, eq=False)
class Node:
    """One token. `index` counts within the sentence; `start`, `end` are offsets in the article's text."""

    index: int
    text: str
    lemma: str
    pos: str  # universal part of speech: NOUN, PROPN, VERB, AUX ...
    tag: str  # Penn Treebank tag: VBD, VBN, NNS ...
    start: int
    end: int
    entity: str = ""  # label of the statistical name it belongs to, in the house's scheme: PERSON ORG GPE LOC NORP WEAPON EVENT FAC DATE MONEY QUANTITY
    entity_start: bool = False  # first token of that name
    space_after: bool = True
    relation: str = "other"
    head: "Node | None" = None
    children: list["Node"] = field(default_factory=list)

    def all(self, *relations: str) -> list["Node"]:
        """Children in text order whose relation is one of `relations`."""
        return [child for child in self.children if child.relation in relations]

    def one(self, *relations: str) -> "Node | None":
        """First child in text order whose relation is one of `relations`, or None."""
        for child in self.children:  # not `next` of a generator: called most of all, and half the time
            if child.relation in relations:
                return child
        return None

    def subtree(self) -> list["Node"]:
        """This node and all below it, in text order."""
        found = [self]
        for node in found:
            found += node.children
        return sorted(found, key=_INDEX)

    def ancestors(self) -> Iterator["Node"]:
        """Head, head of the head, and so on to the root."""
        node = self.head
        while node is not None:
            yield node
            node = node.head


def move(node: Node, head: Node | None, relation: str) -> None:
    """Hang `node` below `head` with `relation`, keeping children in text order."""
    if node.head is not None:
        node.head.children.remove(node)
    node.head, node.relation = head, relation
    if head is not None:
        head.children.append(node)
        head.children.sort(key=_INDEX)


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: `number` counts within the article, offsets are in the article's text, `text` is exactly `article.text[start:end]`."""

    number: int
    start: int
    end: int
    text: str
    nodes: list[Node]
    block: int = 0  # number of the paragraph it stands in

    @property
    def root(self) -> Node:
        """The node without head."""
        return next((node for node in self.nodes if node.head is None), self.nodes[0])
