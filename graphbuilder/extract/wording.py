"""Readable text for parts of a sentence: which nodes belong to a phrase, and how they stand in the text."""

from collections.abc import Collection, Iterable

from graphbuilder.parse.syntax import SUBJECTS, Node, Sentence

# what hangs below a noun but is a statement of its own, not part of its name
CLAUSES = frozenset({"relative_clause", "apposition", "parataxis", "adverbial_clause", "discourse"})
# what introduces the phrase rather than belonging to it
EDGES = frozenset({"case", "marker", "punctuation", "coordinator", "copula", "auxiliary", "passive_auxiliary"})
SPEAKING_EDGES = frozenset({"subject", "passive_subject", "expletive", "negation"})
# what counts rather than introduces, although parsers hang it below the preposition
QUANTIFIERS = ("up to", "more than", "at least", "less than", "as many as", "as much as")
OPENING = frozenset("([“‘\"'«-–—")


def phrase(
    node: Node,
    drop: frozenset[str] = CLAUSES,
    conjuncts: bool = False,
    without: Collection[Node] = (),
    restrictive: bool = False,
) -> list[Node]:
    """Nodes of the noun phrase headed by `node`, in text order, without clauses that say more about it.

    Args:
        node: head of the phrase.
        drop: relations whose subtrees are left out.
        conjuncts: whether coordinated phrases belong to it.
        without: heads of further parts to leave out.
        restrictive: whether clauses that follow without a comma belong to it.
    """
    kept = [node]
    predicative = node.one("copula") is not None
    # "primarily with the navy": what stands before the preposition is no part of the phrase
    opening = max((case.index for case in node.all("case") if case.index < node.index), default=-1)
    for child in node.children:
        if child in without or (child.relation in EDGES and not _inner_mark(child, node)):
            continue
        if child.index < opening and child.relation == "adverb":
            continue
        if restrictive and child.relation in ("relative_clause", "noun_clause") and not _set_off(child):
            kept.extend(child.subtree())
            continue
        if child.relation in drop or (child.relation == "conjunct" and not conjuncts):
            continue
        if child.relation == "coordinator" and not conjuncts:
            continue
        if predicative and (child.relation in SPEAKING_EDGES or child.relation == "oblique"):
            continue
        if child.relation == "noun_clause" and child.tag != "VBN" and not child.one("marker"):
            continue
        kept.extend(below(child, drop, without))
    return contiguous(sorted(kept, key=lambda each: each.index), node)


def _set_off(clause: Node) -> bool:
    return any(mark.relation == "punctuation" and mark.index < clause.index for mark in clause.children)


def _inner_mark(child: Node, node: Node) -> bool:
    """A hyphen, slash or possessive mark inside the phrase stays; commas, quotes and brackets at its edges go."""
    if child.relation == "case" and child.text.lower() in ("'s", "’s", "'", "’"):
        return False
    return child.relation == "punctuation" and child.text in "-/–&" and child.index < node.index


def below(node: Node, drop: frozenset[str] = frozenset(), without: Collection[Node] = ()) -> list[Node]:
    """A subtree without the parts whose relation is in `drop` and those headed by one of `without`."""
    found = [node]
    for each in found:
        found += [child for child in each.children if child.relation not in drop and child not in without]
    return found


def contiguous(nodes: list[Node], head: Node) -> list[Node]:
    """The run around `head` after punctuation at its edges is cut; gaps of dropped nodes inside end the run."""
    while nodes and nodes[0].relation in ("punctuation", "coordinator") and nodes[0] is not head:
        nodes = nodes[1:]
    while nodes and nodes[-1].relation in ("punctuation", "coordinator") and nodes[-1] is not head:
        nodes = nodes[:-1]
    place = next((i for i, node in enumerate(nodes) if node is head), 0)
    first = last = place
    while first > 0 and nodes[first].index - nodes[first - 1].index <= 2:
        first -= 1
    while last + 1 < len(nodes) and nodes[last + 1].index - nodes[last].index <= 3:
        last += 1
    return nodes[first : last + 1]


def clause_text_nodes(node: Node) -> list[Node]:
    """Nodes of a clause in text order, without what introduces it and what is said beside it."""
    inside = sorted(below(node, frozenset({"parataxis"})), key=lambda each: each.index)
    # a marker behind a subject belongs to the predicate: "the only way is if it returns them"
    opening = min((each.index for each in node.all(*SUBJECTS)), default=node.index)
    edges = [c for c in node.all("marker", "punctuation") if c.relation == "punctuation" or c.index < opening]
    inside = [each for each in inside if each not in edges]
    while len(inside) > 1 and inside[0].relation in ("punctuation", "coordinator"):
        inside = inside[1:]
    while len(inside) > 1 and inside[-1].relation in ("punctuation", "coordinator"):
        inside = inside[:-1]
    return inside


def text_of(sentence: Sentence, nodes: Iterable[Node]) -> tuple[str, int, int]:
    """Text from the first to the last of `nodes`, as in the article but with white space folded; and its offsets."""
    nodes = list(nodes)
    start, end = nodes[0].start, nodes[-1].end
    return " ".join(sentence.text[start - sentence.start : end - sentence.start].split()), start, end


def joined(nodes: Iterable[Node]) -> str:
    """Words of `nodes` in text order, with the spacing of the text where they are neighbours."""
    text, last = "", None
    for node in sorted(nodes, key=lambda each: each.index):
        if last is not None and (last.space_after or node.index != last.index + 1):
            text += " "
        text += node.text
        last = node
    return text


def preposition_of(node: Node) -> str:
    """The preposition(s) that introduce a phrase, in lower case: "from", "because of", "according to"."""
    words: list[Node] = []
    for case in node.all("case"):
        if case.text.lower() in ("'s", "’s", "'", "’") or case.index > node.index:
            continue
        words.append(case)
        words.extend(case.all("fixed"))
    text = " ".join(each.text.lower() for each in sorted(words, key=lambda each: each.index))
    for quantifier in QUANTIFIERS:
        text = text.removesuffix(quantifier).rstrip()  # "of up to 400 missiles"
    return text


def with_conjuncts(node: Node) -> list[Node]:
    """A node and what is coordinated with it, in text order."""
    return [node, *node.all("conjunct")]
