"""What happened to each deal, and why the names of an entity were joined or kept apart, as rows of the view model."""

from collections.abc import Mapping
from typing import Any

from graphbuilder.records import Knowledge

Row = dict[str, Any]


def event_rows(knowledge: Knowledge, places: Mapping[str, int]) -> list[Row]:
    """Return the steps of all deals, in the order in which they happened.

    Args:
        knowledge: `deal_events` are the steps.
        places: the place of each statement in the view model, by its id.

    Returns:
        One row a step; `evidence` only where no statement leads to its sentence.
    """
    names = {entity.entity_id: entity.name for entity in knowledge.entities}
    rows = []
    for event in sorted(knowledge.deal_events, key=lambda e: (e.deal_id, e.date or e.reported, e.reported, e.start)):
        statements = sorted(places[triple_id] for triple_id in event.triples if triple_id in places)
        rows.append(
            {
                "deal_id": event.deal_id,
                "date": event.date,
                "reported": event.reported,
                "status": event.status,
                "wording": event.wording,
                "polarity": event.polarity,
                "modality": event.modality,
                "by": names.get(event.said_by, event.said_by),
                "by_id": event.said_by if event.said_by in names else "",
                "standing": event.standing,
                "quantity": event.quantity,
                "value": event.value,
                "currency": event.currency,
                "document": event.document_id,
                "confidence": event.confidence,
                "statements": statements,
                "evidence": "" if statements else event.evidence,
            }
        )
    return rows


def decision_rows(knowledge: Knowledge) -> list[Row]:
    """Return why names were joined, kept apart or corrected, those of one entity together, joins first."""
    order = {"joined": 0, "corrected": 1, "apart": 2, "ignored": 3}
    decisions = sorted(
        knowledge.decisions,
        key=lambda d: (d.entity_id, order.get(d.outcome, 9), -(d.documents or 0), d.name, d.other, d.reason),
    )
    return [
        {
            "entity_id": decision.entity_id,
            "outcome": decision.outcome,
            "scope": decision.scope,
            "name": decision.name,
            "other": decision.other,
            "other_id": decision.other_id,
            "reason": decision.reason,
            "documents": decision.documents,
        }
        for decision in decisions
    ]


def attribute_rows(knowledge: Knowledge) -> list[Row]:
    """Return what is known of the entities beside their names, in the order of the record."""
    return [
        {
            "entity_id": each.entity_id,
            "attribute": each.attribute,
            "value": each.value,
            "start": each.start,
            "end": each.end,
            "source": each.source,
        }
        for each in knowledge.attributes
    ]
