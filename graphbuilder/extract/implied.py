"""What a noun phrase says without a verb, for bare sentences: "the yards in Gdansk" are in Gdansk, "Oslo's envoy" is had.

These are the implicit extractions of ReNoun (Yahya et al. 2014) and MinIE (Gashteovski et al. 2017). In an article they
would be said ten times over; there, offices, appositions and event nouns say what matters.
"""

from collections.abc import Iterator

from graphbuilder.extract.appositions import PLACES
from graphbuilder.extract.arguments import Context, argument
from graphbuilder.extract.frames import frame_of
from graphbuilder.extract.wording import preposition_of
from graphbuilder.extract.words import column
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Argument, Statement

LOCATING = frozenset({"in", "at", "near"})
THINGS = frozenset({"NOUN", "PROPN"})


def implied_statements(context: Context) -> Iterator[Statement]:
    """Where things are, and whose they are, as far as the noun phrases of a bare sentence say it."""
    for node in context.sentence.nodes:
        head = node.head
        if head is None or head.pos not in THINGS or head.text.lower() in column("time_nouns.tsv", "noun", "kind"):
            continue
        if node.relation == "noun_modifier" and node.entity in PLACES and preposition_of(node) in LOCATING:
            place = argument(context, node, "oblique", preposition_of(node))
            yield _statement(context, node, head, "place", place)
        elif node.relation == "possessor" and node.pos in THINGS and frame_of(head.lemma, "noun") is None:
            yield _statement(context, head, node, "possession", argument(context, head, "object", without=[node]))


def _statement(context: Context, node: Node, of: Node, rule: str, other: Argument) -> Statement:
    subject = argument(context, of, "subject", without=[node])
    relation, surface = ("have", "has") if rule == "possession" else ("be", "is")
    sentence = context.sentence
    return Statement(
        statement_id="", document_id=context.document_id, sentence=sentence.number, start=sentence.start, end=sentence.end,
        rule=f"implied/{rule}", relation=relation, lemma=relation, surface=surface,
        predicate_start=node.start, predicate_end=node.end, subject=subject, arguments=(other,),
    )  # fmt: skip
