"""Bringing articles together as the analyst wants it: merged once, corrected, and merged again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from graphbuilder.lexicon import Lexicon
from graphbuilder.records import Decision, Reading
from graphbuilder.resolve.correcting import Corrected, correct
from graphbuilder.resolve.corrections import Correction
from graphbuilder.resolve.decisions import reasons_of, sorted_decisions
from graphbuilder.resolve.entities import Merged, merge_things


class Together(NamedTuple):
    """The readings, changed where a correction says so, and the entities that they give."""

    readings: Sequence[Reading]
    merged: Merged


def bring_together(readings: Sequence[Reading], lexicon: Lexicon, corrections: Sequence[Correction] = ()) -> Together:
    """Merge the things of all articles into entities and carry out corrections.

    The names in corrections are looked for in what merging gives without them, so that a correction means the same
    whatever other corrections stand beside it.

    Args:
        readings: the articles' readings in any order; their mentions are resolved to things.
        lexicon: gives names, countries and Wikidata ids of listed things.
        corrections: what the user wants otherwise.
    """
    merged = merge_things(readings, lexicon)
    if not corrections:
        return Together(readings, merged)
    corrected = correct(readings, merged.entities, merged.entity_of, corrections, lexicon)
    merged = merge_things(corrected.readings, lexicon, corrected.marks)
    decisions = sorted_decisions([*merged.decisions, *_carried_out(corrected, merged), *corrected.ignored])
    reasons = reasons_of(decisions)
    entities = tuple(replace(each, reasons=reasons.get(each.entity_id, ())) for each in merged.entities)
    return Together(corrected.readings, merged._replace(entities=entities, decisions=tuple(decisions)))


def _carried_out(corrected: Corrected, merged: Merged) -> list[Decision]:
    """One row for each correction and entity that it made as it is; one without an entity where nothing is left."""
    out = []
    for correction, places in corrected.touched.items():
        ids = sorted({merged.entity_of[place] for place in places if place in merged.entity_of}) or [""]
        documents = {document for document, _ in places}
        for entity_id in ids:
            other = next((each for each in ids if each != entity_id), "") if correction.action == "never-merge" else ""
            out.append(
                Decision(
                    *(entity_id, "corrected", "corrections", correction.names[0], correction.names[-1], other, None),
                    *(correction.sentence, len(documents), min(documents)),
                )
            )
    return out
