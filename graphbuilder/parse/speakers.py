"""Mends who speaks and what is said, before anything reads the tree.

"Speaking to reporters, X said": the gerund is taken for the subject and X for one of the reporters. "…, the head of Y,
Z, said in July": the speaker is hung below what is said. "asked Z whether": the question is hung below another verb.
"told reporters at the show that": what is told is hung below the show.
"""

from functools import cache
from itertools import pairwise

from graphbuilder.lexicon.tables import table
from graphbuilder.parse.relatives import persons
from graphbuilder.parse.syntax import SUBJECTS, Node, move

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
STAYS = frozenset({"relative_clause", "noun_clause", "conjunct", "open_complement", "adverbial_clause"})


@cache
def _verbs(kind: str = "") -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("speech.tsv", "lemma", "kind") if kind in ("", row["kind"]))


@cache
def _content_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("content_nouns.tsv", "noun"))


@cache
def _times() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("time_nouns.tsv", "noun"))


def mend_speech(nodes: list[Node]) -> None:
    """Apply all repairs of this module to the nodes of one sentence, in place."""
    for verb in nodes:
        if verb.pos != "VERB":
            continue
        free_auxiliary(verb)
        if verb.tag in FINITE:
            restore_subject_behind_gerund(nodes, verb)
        if verb.lemma in _verbs():
            restore_speaker(nodes, verb)
            join_description(nodes, verb)
            join_question(nodes, verb)
            join_content(verb)


def free_auxiliary(verb: Node) -> None:
    """Give an auxiliary with a subject of its own a clause of its own, in place: "Yes, you can," she replied."""
    for auxiliary in verb.all("auxiliary"):
        if auxiliary.one(*SUBJECTS) and verb.one(*SUBJECTS):
            auxiliary.relation = "complement_clause" if verb.lemma in _verbs() else "parataxis"


def restore_subject_behind_gerund(nodes: list[Node], verb: Node) -> None:
    """Take the noun behind an opening gerund phrase for the subject, in place: "Speaking to reporters, Anna Berg, a general, said"."""
    gerund = verb.one("clausal_subject")
    if gerund is None or gerund.tag != "VBG" or gerund.index > 1 or verb.one("subject", "passive_subject"):
        return
    comma = next((node.index for node in nodes[gerund.index : verb.index] if node.text == ","), None)
    if comma is None:
        return
    span = nodes[comma + 1 : verb.index]
    tops = [node for node in span if node.head not in span and node.pos in NOUNS]
    if not tops or tops[0].one("case"):
        return
    gerund.relation = "adverbial_clause"
    move(tops[0], verb, "subject")
    beside = tops[0]  # what is said of the subject, and what belongs to that
    for before, other in pairwise(tops):
        if other.one("case"):
            move(other, before, "noun_modifier")
        elif other.one("coordinator") or beside is not tops[0]:
            move(other, beside, "conjunct")
        else:
            move(other, beside, "apposition")
            beside = other


def restore_speaker(nodes: list[Node], verb: Node) -> None:
    """Give a finite verb of saying the noun phrase in front of it that is set off by commas, in place."""
    bare = verb.tag in FINITE and verb.relation not in STAYS and not verb.one("marker", "passive_auxiliary", *SUBJECTS)
    place = verb.index - 1
    if not bare or place < 1 or nodes[place].text != ",":
        return
    found = described(nodes, nodes[place - 1])
    if _is_set_off(nodes, found):
        move(found, verb, "subject")


def join_description(nodes: list[Node], verb: Node) -> None:
    """Join a speaker's office to the name behind it, in place: ", the chief of the force, Ann Berg, said"."""
    name = verb.one("subject")
    if verb.relation != "parataxis" or name is None or name.pos != "PROPN" or not _is_set_off(nodes, name):
        return
    place = min(each.index for each in name.subtree()) - 2
    if place < 1:
        return
    office = described(nodes, nodes[place])
    if office.lemma in persons() and _is_set_off(nodes, office) and verb not in office.subtree():
        move(office, verb, "subject")
        move(name, office, "apposition")


def described(nodes: list[Node], name: Node) -> Node:
    """The outermost description of a speaker that commas set off: "the head of the firm, X" for X, else the node itself."""
    found, node = name, name.head
    while node is not None and node.pos in (*NOUNS, "ADJ", "X") and node.index < name.index:
        found = node if _is_set_off(nodes, node) else found
        node = node.head
    return found


def _is_set_off(nodes: list[Node], node: Node) -> bool:
    """Whether a noun phrase without preposition opens the sentence or stands behind a comma."""
    first = min(each.index for each in node.subtree())
    return (
        node.pos in NOUNS and not node.one("case") and (first == 0 or "," in (nodes[first].text, nodes[first - 1].text))
    )


def join_question(nodes: list[Node], verb: Node) -> None:
    """Hang a whether-clause behind a verb of asking below it, in place: "was heard asking Y whether it could buy"."""
    for clause in nodes[verb.index + 1 :]:
        marks = {mark.text.lower() for mark in clause.all("marker")}
        asked = "whether" in marks or ("if" in marks and verb.lemma in _verbs("ask"))
        if not asked or clause.relation != "adverbial_clause" or verb.one("complement_clause"):
            continue
        between = nodes[verb.index + 1 : clause.index]
        if verb not in clause.subtree() and not any(node.lemma in _verbs() and node.pos == "VERB" for node in between):
            move(clause, verb, "complement_clause")


def join_content(verb: Node) -> None:
    """Hang a that-clause below the verb of saying, not below whom or where it is said, in place."""
    if verb.one("complement_clause"):
        return
    for hearer in verb.all("recipient", "oblique", "object"):
        for clause in hearer.all("complement_clause", "relative_clause", "noun_clause"):
            timely = hearer.lemma.lower() in _times()
            that = next((c for c in clause.all("marker", *["object"] * timely) if c.text.lower() == "that"), None)
            if that is None or not clause.one(*SUBJECTS) or hearer.lemma.lower() in _content_nouns():
                continue
            that.relation = "marker"
            move(clause, verb, "complement_clause")
            for behind in [each for each in verb.all("object") if each.index > clause.index]:
                move(behind, clause, "object")  # "said the same day that it would give them tanks"
            return
