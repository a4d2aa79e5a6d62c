"""All events of one article: told ones, then those that only point back at a deal ("the contract was cancelled")."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphbuilder.assemble.candidates import TRANSFERS, drafts_of
from graphbuilder.assemble.dating import dated
from graphbuilder.assemble.denials import pointed_denials
from graphbuilder.assemble.destination import destined
from graphbuilder.assemble.discourse import REACH, Agreement, before, filled, of_year
from graphbuilder.assemble.event import Draft, Event, Item
from graphbuilder.assemble.fates import is_upheld
from graphbuilder.assemble.items import is_back_reference, is_indefinite
from graphbuilder.assemble.money import priced
from graphbuilder.assemble.notices import as_notice
from graphbuilder.assemble.noun_prices import priced_by_nouns
from graphbuilder.assemble.packages import approved, included
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.revisions import revised
from graphbuilder.assemble.roles import events_of, is_denied, is_earlier
from graphbuilder.assemble.status import status_of
from graphbuilder.assemble.themes import items_in
from graphbuilder.assemble.words import is_pointer, is_preliminary
from graphbuilder.records import Entity, Reading, Statement


def article_events(
    reading: Reading, entity_of: Mapping[tuple[str, int], str], entities: Mapping[str, Entity], parties: Parties
) -> tuple[list[Event], list[Event]]:
    """Return the events of one article in text order, and those that it denies.

    Args:
        reading: the article.
        entity_of: the entity of each thing, by document id and number.
        entities: all entities by id.
        parties: who stands behind whom.
    """
    places = Places(reading, entity_of, entities)
    told: list[Event] = []
    denied: list[Event] = []
    back: list[Draft] = []
    bare: list[Event] = []  # deals whose weapons are told in another statement
    partners: list[Agreement] = []
    for draft in drafts_of(places):
        items = items_in(draft, told, places, parties)
        if items:
            (denied if is_denied(draft) else told).extend(events_of(draft, items, places, parties))
            continue
        if _points_back(draft, places):
            back.append(draft)
        if draft.themes and not is_denied(draft):
            bare += events_of(draft, [Item("", place=draft.themes[0].head_start)], places, parties)
        agreement = _agreement(draft, parties)
        if agreement is not None:
            partners.append(agreement)
    told = destined(told, places, parties)
    denied = filled(denied, parties, partners)
    events = filled([*told, *included([*told, *bare], bare, places, parties)], parties, partners, denied)
    for draft in back:
        if is_denied(draft):
            denied += _echoes(draft, [*events, *denied], places, parties)
        else:
            known = [*events, *denied] if is_upheld(draft.statement) else events
            events += _echoes(draft, known, places, parties)
    events += included(events, events, places, parties)
    events += revised(events, places, parties)
    events = approved(events)
    events = priced(sorted(events, key=lambda e: (e.sentence, e.position, e.statements)), places)
    events = priced_by_nouns(events, places)
    events = as_notice(events, places, parties)
    denied += pointed_denials(events, places)
    return [dated(event, places, partners) for event in events], denied


def _agreement(draft: Draft, parties: Parties) -> Agreement | None:
    """Return an agreement that names no weapon itself: who made it, and what it makes of a plan told beside it."""
    if is_denied(draft):
        return None
    actors = (*draft.partners, *draft.givers, *draft.receivers)
    named = tuple(dict.fromkeys(party for a in actors if (party := parties.party(a.entity))))
    signed = draft.statement.relation_type == "SIGNS" and draft.status == "ordered"
    signed = signed and draft.statement.modality == "asserted"
    signed = signed and not any(is_preliminary(theme.text) for theme in draft.themes)
    priced = tuple(theme.money for theme in draft.themes if theme.money is not None)
    # "under a contract worth $375 million signed in January": whose it is, the clause beside it tells.
    if not named and not (signed and priced):
        return None
    if draft.statement.relation_type in {"BUYS", "SUPPLIES"} and any(theme.quantity for theme in draft.themes):
        return None  # "ordered four from Spain and bought five used ones from Kuwait": each has its own giver
    return Agreement(draft.statement.sentence, named, signed, draft.date, draft.values or priced)


def _points_back(draft: Draft, places: Places) -> bool:
    if any(is_back_reference(theme, places) for theme in draft.themes):
        return True
    statement = draft.statement
    head = places.text[statement.predicate_start : statement.predicate_end]
    return not draft.themes and is_pointer(head) and statement.relation_type in TRANSFERS


def _echoes(draft: Draft, events: Sequence[Event], places: Places, parties: Parties) -> list[Event]:
    """Return the events of a draft about a deal told shortly before; none where another party is named."""
    statement = draft.statement
    # Who approves may be anybody; who cancels or refuses is one of the two.
    actors = () if draft.statement.relation_type == "APPROVES" else draft.actors
    named = {parties.party(a.entity) for a in (*draft.givers, *draft.receivers, *draft.partners, *actors)} - {""}
    out = []
    reach = 0 if any(is_indefinite(theme) for theme in draft.themes) else REACH
    near = before(events, statement.sentence, statement.predicate_start, reach)
    told = [e for e in events if statement.sentence - REACH <= e.sentence <= statement.sentence]
    told = [e for e in told if e.position < statement.predicate_start]
    for event in of_year(told, near, " ".join(t.text[: t.head_end - t.start] for t in draft.themes)):
        if not named <= {event.supplier, event.recipient} or statement.statement_id in event.statements:
            continue
        item = replace(event.item, delivered=None, partial=False, additional=False)
        values = [*draft.values, *(t.money for t in draft.themes if t.money is not None)]
        money = values[0] if values and event.money is None else None
        out.append(
            replace(
                event,
                sentence=statement.sentence,
                position=statement.predicate_start,
                item=item,
                lemma=statement.lemma,
                money=money,
                status=_echo_status(draft, item, event, statement),
                modality=draft.statements[-1].modality,
                date=draft.date,
                earlier=is_earlier(draft, places),
                confidence=min(event.confidence, statement.confidence),
                attributed=bool(statement.attribution),
                upholds=is_upheld(statement),
                statements=tuple(s.statement_id for s in draft.statements),
                inferred=(*event.inferred, "weapon from discourse"),
            )
        )
    return out


def _echo_status(draft: Draft, item: Item, event: Event, statement: Statement) -> str:
    # A bare "the deal" says nothing of the state; only a predicate above it does.
    return status_of(draft, item, event.reported) if statement.status and draft.themes else event.status
