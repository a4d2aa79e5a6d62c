"""The families of relation types, which give edges their colours."""

import csv
from functools import cache
from importlib.resources import files

OTHER = "other"


def family_of(relation_type: str) -> str:
    """Return the family of a relation type; `other` where it has none."""
    return _table().get(relation_type, OTHER)


@cache
def _table() -> dict[str, str]:
    text = files("graphbuilder.show").joinpath("families.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t")
    return {row["relation_type"]: row["family"] for row in rows}
