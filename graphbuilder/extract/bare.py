"""Open information extraction: the statements of a bare sentence in its own wording, nothing typed or linked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuilder.extract.statements import extract_statements
from graphbuilder.parse.syntax import Sentence
from graphbuilder.records import Argument, Statement

COLUMNS = ("line", "confidence", "subject", "relation", "object", "arguments")
ORDER = {"object": 0, "attribute": 0, "recipient": 1, "complement": 2, "oblique": 3}


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
        triple = _triple(line, statement)
        if triple is not None and triple.cells()[2:] not in seen:
            seen.add(triple.cells()[2:])
            yield triple


def _triple(line: int, statement: Statement) -> BareTriple | None:
    if statement.subject is None:
        return None
    ordered = sorted(statement.arguments, key=lambda each: (ORDER.get(each.slot, 4), each.start))
    if not ordered:
        return BareTriple(line, statement.confidence, statement.subject.text, statement.surface, "", ())
    first, rest = ordered[0], ordered[1:]
    relation = f"{statement.surface} {first.preposition}".strip() if first.slot == "oblique" else statement.surface
    return BareTriple(
        line,
        statement.confidence,
        statement.subject.text,
        relation,
        first.text,
        tuple(_with_preposition(a) for a in rest),
    )


def _with_preposition(argument: Argument) -> str:
    return f"{argument.preposition} {argument.text}".strip()
