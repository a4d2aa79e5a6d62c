"""What stands beside a noun and says what it is: "the Gripen, a rival of the Rafale", "Damen, the Dutch yard"."""

from collections.abc import Iterator
from dataclasses import replace

from graphbuilder.extract.arguments import Context, argument, is_time
from graphbuilder.extract.offices import titles_in
from graphbuilder.extract.speakers import speakers_of
from graphbuilder.extract.wording import phrase, preposition_of
from graphbuilder.extract.words import Frame, frames
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Argument, Statement

# labels of names of places
PLACES = frozenset({"GPE", "LOC", "FAC"})


def apposition_statements(context: Context) -> Iterator[Statement]:
    """One statement for each apposition: of the noun's frame where it has one, else that one thing is the other."""
    titled = {place for title in titles_in(context.sentence.nodes) for place in range(title.start, title.end)}
    for node in context.sentence.nodes:
        head = node.head
        if node.relation != "apposition" or head is None or node.pos not in ("NOUN", "PROPN"):
            continue
        if context.mentions and (node.index in titled or head.index in titled):
            continue  # offices are stated apart; in a bare sentence nobody is known to hold one
        if _clash(context, node, head) or is_time(context, head, ""):
            continue
        subject, attribute = (node, head) if _is_name(node) and not _is_name(head) else (head, node)
        yield from _said(context, subject, attribute)


def _clash(context: Context, node: Node, head: Node) -> bool:
    """Whether two names stand side by side by a slip of the parser: no agency is a person, no person another one."""
    names = [m for each in (node, head) for m in context.names if m.start <= each.start < m.end]
    nominal = context.mention_at(node if len(names) == 1 and names[0].start <= head.start < names[0].end else head)
    if (
        len(names) == 1
        and names[0].type == "PERSON"
        and nominal is not None
        and nominal.type in ("ORGANIZATION", "COUNTRY")
    ):
        return True  # "the head of the agency, X": X is no agency
    return len(names) > 1 and (names[0].type != names[-1].type or names[0].type in ("PERSON", "COUNTRY"))


def _is_name(node: Node) -> bool:
    return node.pos == "PROPN"


def _said(context: Context, subject: Node, attribute: Node) -> Iterator[Statement]:
    frame = frames().get((attribute.lemma, "noun"))
    who = argument(context, subject, "subject")
    if frame is not None and frame.subject in ("rival", "maker", "operator", "member"):
        for each in attribute.all("noun_modifier"):
            role = frame.prepositions.get(preposition_of(each), "")
            if role:
                yield _statement(context, attribute, who, argument(context, each, "object", "", role), frame)
        return
    if subject.entity in PLACES and attribute.entity in PLACES:
        within = argument(context, attribute, "oblique", "in")  # "Garden Island, Sydney"
        yield replace(_statement(context, attribute, who, within, None), relation_type="LOCATED_IN")
    elif _is_name(attribute) or _is_name(subject):
        yield _statement(context, attribute, who, argument(context, attribute, "attribute"), None)


def _statement(context: Context, node: Node, subject: Argument, attribute: Argument, frame: Frame | None) -> Statement:
    sentence = context.sentence
    words = phrase(node)
    relation = (frame.verb if frame.verb.startswith("be ") else frame.verb or frame.lemma) if frame else "be"
    return Statement(
        statement_id="", document_id=context.document_id, sentence=sentence.number, start=sentence.start, end=sentence.end,
        rule="apposition", relation=relation, lemma=frame.lemma if frame else "be", surface="is",
        predicate_start=words[0].start, predicate_end=words[-1].end, subject=subject, arguments=(attribute,),
        relation_type=frame.relation_type if frame else "", frame=frame.name if frame else "",
        attribution=tuple(argument(context, each, "subject") for each in speakers_of(node)),
    )  # fmt: skip
