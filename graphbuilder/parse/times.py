"""Mends what parsers do to times on news, before anything reads the tree.

"In May Lima called off the order", "Last month the agency signed", "Germany last year agreed": a time right
beside the subject is taken for part of its name, and the verb is left without a subject or with the wrong one.
"Oslo said on Monday that it would": the reported clause is hung below the day.
"""

from functools import cache

from graphbuilder.lexicon.tables import table
from graphbuilder.parse.syntax import SUBJECTS, Node, move

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
TIME_MODIFIERS = frozenset({"last", "next", "this", "that", "early", "late", "mid", "earlier", "later", "the", "same"})


@cache
def _time_words() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("time_nouns.tsv", "noun"))


def separate_times(nodes: list[Node]) -> None:
    """Take times apart from the subjects beside them, in place."""
    for verb in nodes:
        if verb.pos not in ("VERB", "AUX", "NOUN", "ADJ") or not _is_finite(verb):
            continue
        subject = next((child for child in verb.children if child.relation in SUBJECTS), None)
        if subject is not None:
            _free_subject(verb, subject)
        else:
            _find_subject(verb)


def _is_finite(node: Node) -> bool:
    helpers = [c for c in node.children if c.relation in ("auxiliary", "passive_auxiliary", "copula")]
    return bool({node.tag, *(each.tag for each in helpers)} & FINITE)


def _is_time(node: Node) -> bool:
    return node.text.lower() in _time_words() or (node.pos == "NUM" and len(node.text) == 4 and node.text.isdigit())


def _free_subject(verb: Node, subject: Node) -> None:
    if not _is_time(subject):
        for child in list(subject.children):
            beside = child.relation in (
                "compound",
                "noun_modifier",
                "name_part",
                "apposition",
                "other",
                "adverb",
                "oblique",
            )
            if beside and _is_time(child) and subject.pos in ("PROPN", "PRON") and not _follows_of(child):
                for case in subject.all("case"):
                    if case.index < child.index:
                        move(case, child, "case")
                move(child, verb, "oblique")
        return
    names = [c for c in subject.children if c.pos in ("PROPN", "PRON") and not _is_time(c) and not c.one("case")]
    if names:
        relation = subject.relation
        move(subject, verb, "oblique")
        move(names[0], verb, relation)


def _follows_of(node: Node) -> bool:
    return any(case.text.lower() == "of" for case in node.all("case"))


def _find_subject(verb: Node) -> None:
    """ "In April Canada cancelled": the noun behind the time is the subject the verb lacks."""
    for child in list(verb.children):
        if child.index >= verb.index or child.pos not in (*NOUNS, "NUM") or child.relation == "recipient":
            continue
        if _is_time(child):
            inside = [
                c
                for c in child.children
                if c.index > child.index and c.pos in NOUNS and not c.one("case") and not _is_time(c)
            ]
            if inside:
                move(inside[0], verb, _subject_relation(verb))
                return
            continue
        times = [c for c in child.children if c.index < child.index and _is_time(c)]
        cases = [c for c in child.children if c.relation == "case"]
        opens = _first(child) in {each.index for edge in [*times, *cases] for each in edge.subtree()}
        if times and opens and (cases or _has_modifier(times[-1])):
            _split(verb, child, times[-1], cases)
            return


def _has_modifier(time: Node) -> bool:
    return any(c.text.lower() in TIME_MODIFIERS for c in time.children)


def _first(node: Node) -> int:
    return node.subtree()[0].index


def _split(verb: Node, subject: Node, time: Node, cases: list[Node]) -> None:
    for case in cases:
        if case.index < time.index:
            move(case, time, "case")
    for child in list(subject.children):
        if child.index < time.index and child.text.lower() in TIME_MODIFIERS:
            move(child, time, "adjective")
    move(time, verb, "oblique")
    move(subject, verb, _subject_relation(verb))


def _subject_relation(verb: Node) -> str:
    return "passive_subject" if verb.one("passive_auxiliary") else "subject"


def free_reported_clause(nodes: list[Node]) -> None:
    """Hang a that-clause below the verb of saying, not below the time in between, in place: "said on Monday that"."""
    for clause in nodes:
        time = clause.head
        if clause.relation != "relative_clause" or time is None or not _is_time(time) or time.head is None:
            continue
        if time.relation == "object" and any(mark.text.lower() == "that" for mark in clause.all("marker")):
            move(clause, time.head, "complement_clause")
            time.relation = "oblique"


def restore_finite_verb(nodes: list[Node]) -> None:
    """Read a participle as the verb of a sentence that has none, in place: "Greece on Thursday signed contracts".

    Parsers that miss the verb behind a time take the subject for the root and the verb for an adjective of its object.
    """
    root = next((node for node in nodes if node.head is None), None)
    if root is None or root.pos not in ("PROPN", "PRON") or any(node.tag in FINITE for node in nodes):
        return
    for verb in nodes[root.index + 1 :]:
        thing = verb.head
        participle = verb.tag in ("VBN", "VBD") and verb.relation == "adjective" and thing is not None
        if not participle or thing is None or thing.index < verb.index or not _is_time(nodes[verb.index - 1]):
            continue
        time = nodes[verb.index - 1]
        move(verb, None, "root")
        verb.pos, verb.tag = "VERB", "VBD"
        for child in [each for each in root.children if each.index > verb.index and each is not thing]:
            move(child, verb, "oblique" if child.one("case") else child.relation)
        move(root, verb, "subject")
        move(thing, verb, "object")
        for case in [each for each in thing.all("case") if each.index < time.index]:
            move(case, time, "case")
        move(time, verb, "oblique")
        return
