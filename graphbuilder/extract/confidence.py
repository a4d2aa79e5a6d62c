"""How far a statement can be trusted, from how it was found."""

from graphbuilder.records import Statement


def confidence_of(statement: Statement) -> float:
    """Share of statements found in the same way that are right, in [0, 1]."""
    value = 0.82
    if statement.frame:
        value += 0.06
    if "conjunct" in statement.rule or "adverbial" in statement.rule:
        value -= 0.12
    if "noun" in statement.rule:
        value -= 0.05
    if statement.end - statement.start > 220:
        value -= 0.08
    if len(statement.arguments) == 0:
        value -= 0.12
    if len(statement.arguments) > 4:
        value -= 0.08
    return round(min(max(value, 0.05), 0.95), 3)
