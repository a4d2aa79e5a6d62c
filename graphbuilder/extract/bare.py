"""Open information extraction: the statements of a bare sentence in its own wording, nothing typed or linked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graphbuilder.extract.statements import extract_statements
from graphbuilder.parse.syntax import Sentence
from graphbuilder.records import Argument, Statement

COLUMNS = ("line", "confidence", "subject", "relation", "object", "arguments")
ORDER = {"object": 0, "attribute": 0, "recipient": 1, "complement": 2, "oblique": 3, "adjunct": 4}
HELPERS = frozenset("is are was were be been being am has have had having will would can could may might must".split())
PLACES = frozenset({"", "in", "on", "at", "during"})


@dataclass(frozen=True, slots=True)
class BareTriple:
    """One extraction from one line; `arguments` carry their prepositions."""

    line: int
    confidence: float
    subject: str
    relation: str
    object: str
    arguments: tuple[str, ...]

    def cells(self) -> tuple[str, ...]:
        """The row of the table: text without tabs or line ends, arguments separated by ` | `."""
        fields = (self.subject, self.relation, self.object, " | ".join(self.arguments))
        return (str(self.line), f"{self.confidence:.3f}", *(" ".join(each.split()) for each in fields))


def bare_triples_of(line: int, sentences: Sequence[Sentence]) -> Iterator[BareTriple]:
    """The extractions of one line, in text order.

    Args:
        line: its number, counted from 1.
        sentences: the line as parsed; several where the parser found several sentences in it.
    """
    seen: set[tuple[str, ...]] = set()
    for statement in extract_statements("", "", sentences, ()):
        triple = triple_of(line, statement)
        if triple is not None and triple.cells()[2:] not in seen:
            seen.add(triple.cells()[2:])
            yield triple


def triple_of(line: int, statement: Statement) -> BareTriple | None:
    """One statement in the wording of its sentence; None where nobody is its subject.

    A passive keeps its order ("two stops | is served by | the city"), a participle is given its copula, and the
    preposition of what stands in object place belongs to the relation.
    """
    if statement.subject is None:
        return None
    subject, relation, ordered = statement.subject.text, _finite(statement), _ordered(statement.arguments)
    if statement.rule.startswith("passive+agent") and ordered and ordered[0].slot == "object":
        patient, rest = ordered[0], ordered[1:]
        agent = replace(statement.subject, slot="oblique", preposition="by")
        subject, ordered = patient.text, [agent, *rest]
    if not ordered:
        return BareTriple(line, statement.confidence, subject, relation, "", ())
    first, rest = ordered[0], ordered[1:]
    object_ = first.text
    if first.slot in ("oblique", "attribute", "adjunct"):
        relation = f"{relation} {first.preposition}".strip()
    if first.slot == "attribute" and rest and len(object_.split()) == 1 and _completes(rest[0]):
        # "is | responsible | for benefits" reads as "is responsible for | benefits"
        relation, object_, rest = f"{relation} {object_} {rest[0].preposition}", rest[0].text, rest[1:]
    return BareTriple(line, statement.confidence, subject, relation, object_, tuple(_tail(first.preposition, rest)))


def _ordered(arguments: Sequence[Argument]) -> list[Argument]:
    """Objects first, times and clauses last; what stands inside an argument before it is not repeated."""
    kept: list[Argument] = []
    for each in sorted(arguments, key=lambda each: (ORDER.get(each.slot, 4), each.role == "time", each.start)):
        if not any(other.start <= each.start and each.end <= other.end for other in kept):
            kept.append(each)
    return kept


def _finite(statement: Statement) -> str:
    """The relation of a participle with the copula it lacks: "is built", "is carrying"."""
    first = statement.surface.split()[0].lower() if statement.surface else ""
    participle = first.endswith("ing") or (statement.rule.startswith("passive") and "_clause" in statement.rule)
    return f"is {statement.surface}" if participle and first not in HELPERS else statement.surface


def _completes(argument: Argument) -> bool:
    return argument.slot == "oblique" and argument.role != "time" and argument.preposition not in PLACES


def _tail(last: str, arguments: Sequence[Argument]) -> Iterator[str]:
    """Further arguments, each with its preposition; one that only repeats the preposition before it goes without."""
    for argument in arguments:
        repeated = argument.preposition and argument.preposition == last
        yield argument.text if repeated else f"{argument.preposition} {argument.text}".strip()
        last = argument.preposition
