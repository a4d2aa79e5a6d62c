"""How far a statement can be trusted: the share of statements of its kind that are right, learnt from read examples.

The model is a logistic regression over the properties of a statement that are listed here; its weights are the table
data/confidence.tsv, written by `graphbuilder evaluate calibrate`. A property without a row there counts nothing.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graphbuilder.extract.words import column
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Argument, Statement

INTERCEPT = "intercept"
LOWEST, HIGHEST = 0.02, 0.98

# in characters: sentences and arguments are counted in steps of these lengths
SENTENCE_STEPS = (80, 160, 240)
LONG_ARGUMENT = 80
FAR = 60
MANY = 4
AUXILIARIES = frozenset(
    "am are be been being can could did do does had has have having is may might must shall should was were will would".split()
)


def confidence_of(statement: Statement) -> float:
    """Probability that a statement is right, with three decimals."""
    value = probability(features_of(statement), weights())
    return round(min(max(value, LOWEST), HIGHEST), 3)


def probability(features: Iterable[str], weight_of: Mapping[str, float]) -> float:
    """Probability that a statement with these properties is right, by a logistic model."""
    total = math.fsum((weight_of.get(INTERCEPT, 0.0), *(weight_of.get(feature, 0.0) for feature in features)))
    return 1 / (1 + math.exp(-total))


@cache
def weights() -> Mapping[str, float]:
    """The weights of the model by property."""
    return {row["feature"]: float(row["weight"]) for row in table("confidence.tsv", "feature", "weight")}


def features_of(statement: Statement) -> tuple[str, ...]:
    """The properties of a statement that the model knows, sorted."""
    return tuple(sorted({*_of_construction(statement), *_of_arguments(statement), *_of_meaning(statement)}))


def _of_construction(statement: Statement) -> Iterator[str]:
    for part in statement.rule.replace("+", "/").split("/"):
        yield f"rule {part}"
    first = statement.surface.lower().split()[:1]
    if first and first[0].endswith("ing") and first[0] not in AUXILIARIES:
        yield "participle alone"
    length = statement.end - statement.start
    yield f"sentence longer than {max((step for step in SENTENCE_STEPS if length > step), default=0)}"
    if statement.end - statement.predicate_end < length / 5:
        yield "predicate in the last fifth"


def _of_arguments(statement: Statement) -> Iterator[str]:
    arguments = statement.arguments
    yield f"arguments {min(len(arguments), MANY)}"
    if any(each.slot in ("object", "attribute") for each in arguments):
        yield "object"
    if any(each.slot == "adjunct" for each in arguments):
        yield "clause as argument"
    if any(len(each.text) > LONG_ARGUMENT for each in arguments):
        yield "long argument"
    if any(each.head_start < statement.predicate_start for each in arguments):
        yield "argument in front"
    prepositions = [each.preposition for each in arguments if each.preposition]
    if len(set(prepositions)) < len(prepositions):
        yield "preposition repeated"
    if statement.subject is not None:
        yield from _of_subject(statement.subject, statement)


def _of_subject(subject: Argument, statement: Statement) -> Iterator[str]:
    if subject.text.lower() in column("pronouns.tsv", "pronoun", "plural"):
        yield "subject pronoun"
    elif subject.text[:1].isupper() and subject.start != statement.start:
        yield "subject name"
    if len(subject.text) > LONG_ARGUMENT:
        yield "subject long"
    if subject.head_start > statement.predicate_start:
        yield "subject behind"
    elif statement.predicate_start - subject.end > FAR:
        yield "subject far"


def _of_meaning(statement: Statement) -> Iterator[str]:
    if statement.frame:
        yield "frame"
    if statement.relation_type:
        yield "relation type"
    if statement.polarity == "negated":
        yield "negated"
    if statement.modality != "asserted":
        yield "not asserted"
    if statement.attribution:
        yield "attributed"
    if statement.date:
        yield "dated"
