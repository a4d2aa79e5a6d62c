"""Which paragraphs are captions, bylines, prompts and links rather than text: by the table of wordings."""

import re
from dataclasses import dataclass
from functools import cache

from graphbuilder.lexicon.tables import table

_LONGEST = 600  # characters: a longer paragraph is text, whatever stands in it


@dataclass(frozen=True, slots=True)
class _Wording:
    pattern: re.Pattern[str]
    kind: str
    where: str


@cache
def _wordings() -> tuple[_Wording, ...]:
    rows = table("furniture.tsv", "pattern", "kind", "where")
    return tuple(_Wording(re.compile(row["pattern"], re.IGNORECASE), row["kind"], row["where"]) for row in rows)


def wording_kind(paragraph: str, where: str) -> str:
    """Return what a paragraph is by its wording.

    Args:
        paragraph: in one line, with single spaces.
        where: `start` before the first paragraph of the body, `end` after its last one, empty between.

    Returns:
        `furniture`, `list` (furniture, and so is the list after it), `caption`, `byline`, `identifier`, or nothing.
    """
    if len(paragraph) > _LONGEST:
        return ""
    for wording in _wordings():
        if wording.where not in ("anywhere", where) or wording.kind == "label":
            continue
        if wording.pattern.search(paragraph):
            return "caption" if wording.kind == "credit" else wording.kind
    return ""


def label_length(paragraph: str) -> int:
    """Return how many characters of label ("Background: ") stand before the first sentence of a paragraph."""
    for wording in _wordings():
        match = wording.pattern.match(paragraph) if wording.kind == "label" else None
        if match and re.match(r"\s+[\"'“‘]?[A-Z0-9]", paragraph[match.end() :]):
            return match.end()
    question = re.match(r"(?-i:[A-Z])[\w’'-]*(?: [\w’'-]+){1,4}\?(?= [A-Z])", paragraph)
    if question and len(paragraph) > 80 and _balanced(paragraph[question.end() :]):
        return question.end()
    return 0


def _balanced(text: str) -> bool:
    """Tell whether no quotation ends that did not begin here: such a question is part of what is quoted."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0
