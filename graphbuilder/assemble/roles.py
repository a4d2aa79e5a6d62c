"""From drafts to events: one event per weapon and pair of parties, with the roles that the statement itself tells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphbuilder.assemble.candidates import VERDICTS
from graphbuilder.assemble.event import Actor, Draft, Event, Item
from graphbuilder.assemble.fates import is_upheld
from graphbuilder.assemble.inner import parties_within
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.status import default_kind, status_of
from graphbuilder.assemble.words import direction_of, is_year, kind_of, number
from graphbuilder.dates import parse_date
from graphbuilder.records import Mention, Statement

# How many characters before a giver its own number may stand.
_NEAR = 40
_COUNT_FROM = re.compile(r"\s([\w,]+)\s+(?:more\s+)?from\s+(?:the\s+)?$", re.IGNORECASE)
_DATED = re.compile(r"[\w/-]+(?:\s+[\w-]+)?\s+(in\s+(?:[A-Z]\w+\s+)?(?:19|20)\d\d)\b")
_OF = re.compile(r"\b(?:of|for|from|to|with|by|on|over)\b|['’]", re.IGNORECASE)
_EACH = re.compile(r"\beach\b", re.IGNORECASE)
# Whose adjective before a weapon tells where it is bought: nobody buys "Russian S-400s" from another state unsaid.
_ADJECTIVES = frozenset({"BUYS", "SIGNS", "NEGOTIATES"})
ENDED = frozenset({"refused", "cancelled", "suspended"})


def is_denied(draft: Draft) -> bool:
    """Say whether what a draft tells did not happen."""
    outer = draft.statements[-1]
    if outer.relation_type in VERDICTS and outer.polarity == "negated":
        return True
    return any(s.polarity == "negated" for s in draft.statements) and draft.status not in ENDED


def events_of(draft: Draft, items: Sequence[Item], places: Places, parties: Parties) -> list[Event]:
    """Return the events of one draft, one for each weapon and each pair of parties told.

    Args:
        draft: a statement with its participants.
        items: its weapons, in text order.
        places: the mentions of its article.
        parties: who stands behind whom.
    """
    items = _priced(items, draft)
    draft = _sold_by_company(_witnessed(draft, places, parties), parties)
    if _for_another(draft, places, parties):
        return []
    out = []
    for item in items:
        draft_here = _with_hints(draft, item, places, parties)
        givers = _near(draft_here.givers, item, items)
        suppliers = _parties(givers, parties)
        told = _parties(draft_here.receivers, parties)
        recipients = tuple(party for party in told if party not in suppliers)
        if told and not recipients:
            continue  # its own industry, alone or in a venture of several states' companies
        counts = _own_counts(givers, places, parties)
        shared = max(len(recipients), len(suppliers) if not counts else 1) > 1 and not _says_each(draft, places)
        for supplier in suppliers or ("",):
            for recipient in recipients or ("",):
                event = _event(draft_here, item, givers, _beside(givers, item, items), places, parties)
                if len(items) > 1 and (date := _own_date(item, places)):
                    event = replace(event, date=date)
                if supplier in counts:
                    own = replace(item, quantity=counts[supplier], delivered=None, money=None)
                    event = replace(event, item=own, money=None, date="")
                event = replace(event, supplier=supplier, recipient=recipient)
                out.append(_unshared(event) if shared else event)
    return out


def _own_counts(givers: Iterable[Actor], places: Places, parties: Parties) -> dict[str, int]:
    """Return the number of each giver that has one to itself: "12 F-16s from Portugal and 32 from Norway"."""
    out = {}
    for giver in givers:
        start = max(0, giver.place - _NEAR)
        match = _COUNT_FROM.search(places.text[start : giver.place])
        count = number(match[1]) if match is not None and not is_year(match[1]) else None
        if match is not None and count is not None and not places.inside_name(start + match.start(1)):
            out[parties.party(giver.entity)] = count
    return out


def _for_another(draft: Draft, places: Places, parties: Parties) -> bool:
    """Say whether a state buys for another one and nobody is told to sell: a donor who pays is no recipient."""
    if draft.statement.relation_type != "BUYS" or draft.givers or draft.kind == "lease":
        return False
    told = {party for theme in draft.themes for party in parties_within(theme, "receiver", places, parties)}
    told |= {
        parties.party(entity)
        for a in draft.statement.arguments
        if a.preposition == "for" and not a.role
        for entity in places.refer(a).entities
        if places.entities[entity].type == "COUNTRY"
    }
    return bool(told - set(_parties(draft.receivers, parties)))


def _own_date(item: Item, places: Places) -> str:
    """Return the date right behind one of several weapons: "six frigates in 2011 and two corvettes in 2014"."""
    match = _DATED.match(places.text, item.place)
    return parse_date(match[1], places.reading.article.date, tense="past") if match is not None else ""


def _sold_by_company(draft: Draft, parties: Parties) -> Draft:
    """Let the company supply where it signs with a state: "Manila signed a contract with BrahMos Aerospace"."""
    if draft.statement.relation_type != "SIGNS" or draft.givers or draft.receivers:
        return draft
    companies = tuple(a for a in draft.partners if parties.is_company(a.entity) and parties.party(a.entity))
    states = tuple(a for a in draft.partners if parties.is_state(parties.party(a.entity)) and a not in companies)
    if len(companies) != 1 or len(_parties(states, parties)) != 1:
        return draft
    return replace(draft, givers=companies, receivers=states, partners=())


def is_earlier(draft: Draft, places: Places) -> bool:
    """Say whether a sentence puts a draft before its main event: "delivered, six years after it suspended the contract"."""
    statement = draft.statements[-1]
    words = places.text[statement.start : statement.predicate_start].casefold().split()
    return "after" in words[-6:] or (draft.status in ENDED and _is_past_perfect(statement))


def _is_past_perfect(statement: Statement) -> bool:
    """Say whether a predicate stands before what the article tells ("had been suspended"); in reported speech it need not."""
    return not statement.attribution and statement.surface.casefold().split()[:1] == ["had"]


def _witnessed(draft: Draft, places: Places, parties: Parties) -> Draft:
    """Take for the partners of a signature or its end without any the two states whose people the sentence names.

    "A contract for 24 drones was signed in the presence of Polish President Andrzej Duda and his host, ..."
    """
    told = draft.givers or draft.receivers or draft.partners or draft.actors or draft.unknown
    if draft.statement.relation_type not in {"SIGNS", "CANCELS"} or told:
        return draft
    found: dict[str, Actor] = {}
    start, end = places.reading.sentences[draft.statement.sentence]
    for mention in places.inside(start, end):
        for entity in places.of_mention(mention):
            if places.entities[entity].type in {"PERSON", "COUNTRY"} and (party := parties.party(entity)):
                found.setdefault(party, Actor(entity, mention.head_start))
    return replace(draft, partners=tuple(found.values())) if len(found) == 2 else draft


def _relation_type(draft: Draft, places: Places) -> str:
    """Return whose act an event is; for a bare verdict the noun it is about tells ("approved the purchase of")."""
    direction = next((d for t in draft.themes if (d := direction_of(places.head(t)))), "")
    if draft.statement.relation_type in VERDICTS and direction:
        return "BUYS" if direction == "get" else "SUPPLIES"
    return draft.statement.relation_type or "SUPPLIES"


def _beside(actors: Iterable[Actor], item: Item, items: Sequence[Item]) -> set[int]:
    """Return the places of the givers that a weapon has for itself: no other weapon stands between."""
    others = [other.place for other in items if other is not item and other.place > item.place]
    nearest = min(others, default=None)
    first = min(other.place for other in items)
    return {
        a.place for a in actors if a.place < first or (a.place > item.place and (nearest is None or a.place < nearest))
    }


def _event(
    draft: Draft, item: Item, givers: Sequence[Actor], beside: set[int], places: Places, parties: Parties
) -> Event:
    statement = draft.statement
    outer = draft.statements[-1]
    company = any(parties.is_company(a.entity) for a in givers)
    nouns = [kind for theme in draft.themes if (kind := kind_of(places.head(theme)))]
    kind = draft.kind or default_kind(statement.lemma, company) or (nouns or ["sale" if company else ""])[0]
    verdict = outer.relation_type if outer.relation_type in VERDICTS else ""
    return Event(
        document_id=statement.document_id,
        sentence=statement.sentence,
        position=item.place,
        reported=places.reading.article.date,
        item=item,
        relation_type=_relation_type(draft, places),
        lemma=statement.lemma,
        partners=_parties(draft.partners, parties),
        actors=_parties(draft.actors, parties),
        verdict=verdict,
        money=item.money,
        status=status_of(draft, item, places.reading.article.date),
        kind=kind,
        weak_kind=not draft.kind,
        modality=outer.modality,
        date=draft.date,
        earlier=is_earlier(draft, places),
        confidence=min(s.confidence for s in draft.statements),
        attributed=any(s.attribution for s in draft.statements),
        speaker=_speaker(draft, places, parties),
        upholds=is_upheld(statement),
        makers=tuple(dict.fromkeys(a.entity for a in givers if parties.is_company(a.entity) and a.place in beside)),
        operators=tuple(dict.fromkeys(a.entity for a in draft.receivers if parties.is_force(a.entity))),
        unknown=draft.unknown,
        bystanders=_states(draft, places, parties),
        statements=tuple(s.statement_id for s in draft.statements),
        inferred=item.inferred,
    )


def _states(draft: Draft, places: Places, parties: Parties) -> frozenset[str]:
    """Return the states that the sentence of a draft names, adjectives left out."""
    span = places.reading.sentences[draft.statement.sentence]
    named = [m for m in places.inside(*span) if m.type in {"COUNTRY", "ORGANIZATION"} and m.how != "demonym"]
    found = {parties.party(entity) for mention in named for entity in places.of_mention(mention)}
    return frozenset(party for party in found if party and parties.is_state(party))


def _speaker(draft: Draft, places: Places, parties: Parties) -> str:
    """Return the party that tells of a transfer, empty where the article does or nobody known."""
    chain = next((s.attribution for s in draft.statements if s.attribution), ())
    found = places.refer(chain[-1]).entities if chain else ()
    return parties.party(found[0]) if len(found) == 1 else ""


def _parties(actors: Iterable[Actor], parties: Parties) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for a in actors if (party := parties.party(a.entity))))


def _near(actors: tuple[Actor, ...], item: Item, items: Sequence[Item]) -> tuple[Actor, ...]:
    """Give each of several weapons its own giver where each has one: "tanks from A and howitzers from B"."""
    if len(items) < 2 or len(actors) != len(items):
        return actors
    order = sorted(range(len(items)), key=lambda i: items[i].place)
    ranked = sorted(actors, key=lambda a: a.place)
    mine = ranked[[items[i] for i in order].index(item)]
    return (mine,) if mine.place > item.place else actors


def _priced(items: Sequence[Item], draft: Draft) -> list[Item]:
    """Hand out prices: as many as weapons, one each; a single one to the weapon right before it, else to the first."""
    values = sorted(draft.values, key=lambda m: m.start)
    out = list(items)
    if not values or not out or any(item.money for item in out):
        return [replace(item, money=item.money if i == 0 or item.money else None) for i, item in enumerate(out)]
    if len(values) == len(out):
        return [replace(item, money=value) for item, value in zip(out, values, strict=True)]
    before = [i for i, item in enumerate(out) if item.place < values[0].start]
    main = before[-1] if before and len(before) < len(out) else 0
    out[main] = replace(out[main], money=values[0])
    return out


def _says_each(draft: Draft, places: Places) -> bool:
    start = min(s.start for s in draft.statements)
    end = max(s.end for s in draft.statements)
    return _EACH.search(places.text[start:end]) is not None


def _unshared(event: Event) -> Event:
    """Leave out a number or price that several states share: it may not be multiplied."""
    return replace(event, money=None, item=replace(event.item, quantity=None, delivered=None, money=None))


def _with_hints(draft: Draft, item: Item, places: Places, parties: Parties) -> Draft:
    """Take the giver from an adjective before the weapon where no giver is told: "bought Russian S-400s"."""
    theme = next((t for t in draft.themes if t.head_start == item.place), None)
    if theme is None or draft.givers or draft.statement.relation_type not in _ADJECTIVES:
        return draft
    named = [m for m in places.inside(theme.start, theme.end) if item.weapon in places.of_mention(m)]
    place = max(theme.head_end, named[0].start) if named else theme.head_end
    for mention in places.inside(theme.start, theme.end):
        actor = _actor(mention, places, parties)
        if actor is None or not _is_adjective(mention, place, places):
            continue
        if parties.party(actor.entity) not in _parties(draft.receivers, parties) + _parties(draft.partners, parties):
            return replace(draft, givers=(actor,))
    return draft


def _actor(mention: Mention, places: Places, parties: Parties) -> Actor | None:
    entities = places.of_mention(mention)
    if len(entities) != 1 or places.entities[entities[0]].type not in {"COUNTRY", "ORGANIZATION"}:
        return None
    return Actor(entities[0], mention.head_start) if parties.party(entities[0]) else None


def _is_adjective(mention: Mention, place: int, places: Places) -> bool:
    """Say whether a state stands as an adjective before the weapon at `place`: "the purchase of 24 former Danish F-16s"."""
    # "German-built" says where a thing was made, not who hands it over; "the Danish purchase of" who gets it.
    between = places.text[mention.end : place]
    return mention.type == "COUNTRY" and mention.end < place and between[:1] != "-" and not _OF.search(between)
