"""Sets the place and date that open a report beside its first sentence, before anything reads the tree."""

from graphbuilder.parse.syntax import SUBJECTS, Node, move

DASHES = frozenset({"—", "–", "-", "--"})
MOST_TOKENS = 12


def set_dateline_apart(nodes: list[Node]) -> None:
    """Take "LONDON, May 3 (Wire) — " out of the clause behind it, in place.

    Parsers make the place the subject and hang the true subject below it: "OSLO — Norway ordered tanks".
    """
    dash = _dash(nodes)
    if dash is None:
        return
    inside, behind = nodes[: dash + 1], nodes[dash + 1 :]
    root = next(node for node in nodes if node.head is None)
    if root.index <= dash:
        strays = [node for node in behind if node.head is not None and node.head.index <= dash]
        root = next((node for node in strays if node.pos in ("VERB", "AUX")), strays[0])
        move(root, None, "root")
    tops = [node for node in inside if node.head is not None and node.head.index > dash]
    subject = next((node for node in tops if node.relation in SUBJECTS and node.pos != "PUNCT"), None)
    governor, relation = (subject.head, subject.relation) if subject is not None else (None, "")
    heir = governor.one(*SUBJECTS) if governor is not None else None
    heir = None if heir is subject else heir
    for stray in [node for node in behind if node.head is not None and node.head.index <= dash]:
        if heir is None and governor is not None and stray.pos in ("NOUN", "PROPN", "PRON"):
            move(stray, governor, relation)
            heir = stray
        else:
            move(stray, heir or root, stray.relation)
    for top in [node for node in inside if node is not root and (node.head is None or node.head.index > dash)]:
        move(top, root, "punctuation" if top.pos == "PUNCT" else "discourse")


def _dash(nodes: list[Node]) -> int | None:
    """Index of the dash that ends a dateline at the head of the sentence, or None."""
    first = nodes[0].text
    if len(first) < 3 or not first.isupper() or not first.isalpha():
        return None
    for index in range(1, min(len(nodes) - 1, MOST_TOKENS)):
        word = nodes[index].text
        if word in DASHES and nodes[index - 1].space_after and nodes[index].space_after:
            return index
        if not (word[0].isupper() or word[0].isdigit() or word in (",", ".", "(", ")", "/")):
            return None
    return None
