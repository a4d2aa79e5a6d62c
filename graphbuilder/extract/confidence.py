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
# in words of the whole statement, and in characters between the predicate and its first argument behind it
WORD_STEPS = (4, 6, 9, 13, 18, 25)
GAP_STEPS = (0, 1, 5, 12, 30)
FIFTHS = 5
AUXILIARIES = frozenset(
    "am are be been being can could did do does had has have having is may might must shall should was were will would".split()
)
DETERMINERS = frozenset(
    "a all an any both each every her his its many more most my no our several some that the their these this those your".split()
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
    yield f"whole rule {statement.rule}"
    yield from _of_form(statement)
    length = max(statement.end - statement.start, 1)
    yield f"sentence longer than {_step(length, SENTENCE_STEPS)}"
    yield f"predicate in fifth {min(FIFTHS * (statement.predicate_start - statement.start) // length, FIFTHS - 1)}"
    parts = [statement.surface, *(each.text for each in statement.arguments)]
    parts += [statement.subject.text] if statement.subject is not None else []
    yield f"words more than {_step(sum(len(part.split()) for part in parts), WORD_STEPS)}"


def _of_form(statement: Statement) -> Iterator[str]:
    words = statement.surface.lower().split()
    first = words[0] if words else ""
    if first.endswith("ing") and first not in AUXILIARIES:
        yield "participle alone"
    elif not statement.tense:
        yield "no tense"
    if first == "to":
        yield "infinitive"
    if len(words) == 1:
        yield "verb alone"


def _step(value: int, steps: tuple[int, ...]) -> int:
    return max((step for step in steps if value > step), default=0)


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
    behind = [each.start - statement.predicate_end for each in arguments if each.start > statement.predicate_end]
    if behind:
        yield f"argument after {_step(min(behind), GAP_STEPS)}"
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
    elif subject.text.split()[0].lower() not in DETERMINERS and subject.text[:1].islower():
        yield "subject bare"
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
    if statement.relation_type == "STATES":
        yield "speech"
    if statement.polarity == "negated":
        yield "negated"
    if statement.modality != "asserted":
        yield "not asserted"
    if statement.attribution:
        yield "attributed"
    if statement.date:
        yield "dated"
