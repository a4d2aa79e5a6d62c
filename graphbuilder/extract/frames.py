"""What a predicate means: relation type, roles of its arguments, and the state of a deal it implies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphbuilder.extract.factuality import Factuality
from graphbuilder.extract.words import Frame, frames
from graphbuilder.records import Argument

ENDS = frozenset({"CANCELS", "SUSPENDS"})
TRANSFERS = frozenset({"SUPPLIES", "BUYS", "APPROVES", "SIGNS"})


@dataclass(frozen=True, slots=True)
class Typed:
    """A frame applied to one statement."""

    relation_type: str
    frame: str
    status: str
    kind: str
    modality: str
    subject: Argument | None
    arguments: tuple[Argument, ...]


def frame_of(lemma: str, pos: str) -> Frame | None:
    """The frame of a predicate, or None."""
    return frames().get((lemma, pos))


def apply_frame(
    frame: Frame | None,
    subject: Argument | None,
    arguments: Sequence[Argument],
    fact: Factuality,
    passive: bool,
    tense: str,
) -> Typed:
    """Give the arguments of a statement their roles.

    Args:
        frame: the frame of the predicate, or None where it has none.
        subject: the subject as it stands in the sentence.
        arguments: everything else.
        fact: how the statement is meant.
        passive: whether the subject undergoes the event.
        tense: `past`, `present`, `progressive`, `future` or empty.
    """
    if frame is None or (fact.refusal and frame.relation_type in ENDS):
        # who refuses to cancel an order leaves it as it is
        return Typed("", "", "" if fact.refusal else fact.status, "", fact.modality, subject, tuple(arguments))
    slots = {argument.slot for argument in arguments}
    # "provide X with Y": the object gets, what follows "with" is given
    swapped = frame.prepositions.get("with") == "theme" and any(
        a.preposition == "with" and a.role in ("", "theme") for a in arguments
    )
    object_role = "receiver" if swapped else frame.object
    given = passive and "object" in slots  # "Ukraine was given 200 tanks"
    placed = [_with_role(argument, frame, object_role) for argument in arguments]
    relation_type = _relation_type(frame, fact)
    lends = frame.subject == "receiver" and any(a.preposition == "to" and a.role == "receiver" for a in placed)
    if lends:  # "Sweden leases jets to Hungary": who leases to somebody gives
        relation_type = "SUPPLIES"
    if subject is not None:
        role = (
            ("receiver" if given and frame.subject == "giver" else object_role)
            if passive
            else "giver"
            if lends
            else frame.subject
        )
        subject = replace(subject, role=role)
    modality = fact.modality
    if frame.status == "requested" and fact.polarity == "affirmed" and modality == "asserted":
        modality = "requested"
    return Typed(
        relation_type=relation_type,
        frame=frame.name,
        status=_status(frame, fact, tense),
        kind=frame.kind,
        modality=modality,
        subject=subject,
        arguments=tuple(placed),
    )


def _with_role(argument: Argument, frame: Frame, object_role: str) -> Argument:
    if argument.role:
        return argument
    if argument.slot == "object":
        return replace(argument, role=object_role)
    if argument.slot == "recipient":
        default = "receiver" if frame.subject in ("giver", "actor") else ""
        return replace(argument, role=frame.prepositions.get("@recipient", default))
    if argument.slot == "agent":
        return replace(argument, role=frame.subject)
    return replace(argument, role=frame.prepositions.get(argument.preposition, ""))


def _relation_type(frame: Frame, fact: Factuality) -> str:
    if fact.refusal and frame.relation_type in TRANSFERS:
        return "REFUSES"
    return frame.relation_type


def _status(frame: Frame, fact: Factuality, tense: str) -> str:
    if fact.polarity == "negated":
        return fact.status if fact.status in ("refused", "suspended") and not fact.refusal else ""
    if fact.status:
        return fact.status
    if fact.modality == "asserted" and tense == "progressive" and frame.status == "delivered":
        return "delivering"
    if fact.modality == "asserted" and tense != "future":
        return frame.status
    return frame.status_planned
