"""The rows that a reader compared with their sentences: how they were drawn and judged is said at the top of the table."""

import re
from pathlib import Path

from graphbuilder.lexicon.tables import rows

VERDICTS = Path(__file__).parents[1] / "data" / "read_statements.tsv"
COLUMNS = ("document", "sentence", "subject", "relation", "object", "polarity", "modality", "right", "cause")


def test_nine_of_ten_rows_are_right() -> None:
    read = [row for _, row in rows(VERDICTS, COLUMNS)]
    assert len(read) == 200
    assert {row["right"] for row in read} == {"yes", "no"}
    assert sum(row["right"] == "yes" for row in read) >= 180


def test_every_error_has_a_cause_and_no_other_row() -> None:
    assert all(bool(row["cause"]) == (row["right"] == "no") for _, row in rows(VERDICTS, COLUMNS))


def test_the_documents_are_samples() -> None:
    samples = {path.name for path in (Path(__file__).parents[2] / "samples").iterdir()}
    assert {re.split("[#:]", row["document"])[0] for _, row in rows(VERDICTS, COLUMNS)} <= samples
