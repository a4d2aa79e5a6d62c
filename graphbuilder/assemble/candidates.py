"""From statements to drafts: who gives, who gets and what, as the predicate's frame tells it, with nested predicates joined.

"Lima called off its purchase of 20 tanks from Spain" is two statements, "call off" and "purchase"; the outer one says
what became of the transfer that the inner one describes, so they are joined into one draft.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graphbuilder.assemble.bounds import rejoined
from graphbuilder.assemble.denials import refuted
from graphbuilder.assemble.event import Actor, Draft
from graphbuilder.assemble.fates import as_transfer
from graphbuilder.assemble.inner import inner_parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.repairs import stray_themes
from graphbuilder.assemble.states import rank
from graphbuilder.assemble.words import is_company_noun, is_deal_noun, is_number
from graphbuilder.records import Argument, Statement

TRANSFERS = frozenset({"SUPPLIES", "BUYS", "SIGNS", "NEGOTIATES", "REQUESTS"})
# Predicates that say what becomes of a transfer: their subject is no party by itself.
VERDICTS = frozenset({"APPROVES", "REFUSES", "CANCELS", "SUSPENDS", "SANCTIONS", "OPPOSES"})
# How many characters before a giver its weapon may end.
_NEAR = 60
# What may stand between a deal noun and what it is for.
_TO = re.compile(r"\s+(?:with\s+(?:[\w.'’-]+\s+){1,4})?to\s+")
_TAKE_TRANSFERS = VERDICTS | {"SIGNS", "NEGOTIATES", "REQUESTS"}
_ROLES = {
    "givers": frozenset({"giver", "maker"}),
    "receivers": frozenset({"receiver"}),
    "partners": frozenset({"partner"}),
    "actors": frozenset({"actor", "authority"}),
}


def drafts_of(places: Places) -> list[Draft]:
    """Return the drafts of one article in text order, nested ones joined.

    Args:
        places: the article's mentions.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for statement in _statements(places):
        if statement.relation_type in TRANSFERS | VERDICTS or _is_movement(statement, places):
            by_sentence.setdefault(statement.sentence, []).append(draft_of(statement, places))
    out = []
    for _, drafts in sorted(by_sentence.items()):
        ordered = sorted(drafts, key=lambda d: (d.statement.predicate_start, d.statement.statement_id))
        out += _joined(_coordinated(ordered), places)
    return out


def _statements(places: Places) -> Iterator[Statement]:
    """Yield all statements as what they say of a transfer, negated where another one denies them."""
    by_sentence: dict[int, list[Statement]] = {}
    for told in places.reading.statements:
        start, end = places.reading.sentences[told.sentence]
        if not places.text[start:end].rstrip("\"'”’ ").endswith("?"):
            by_sentence.setdefault(told.sentence, []).append(told)  # a question tells nothing
    for _, together in sorted(by_sentence.items()):
        yield from (as_transfer(rejoined(told, places), places) for told in refuted(together, places))


def _is_movement(statement: Statement, places: Places) -> bool:
    """Say whether a predicate of no transfer type tells of one all the same: "tanks will come from", "modernise for"."""
    arguments = [a for a in (statement.subject, *statement.arguments) if a is not None]
    if not statement.status or not any(a.role == "theme" for a in arguments):
        return False
    makers = [a for a in arguments if a.role == "maker"]
    return all(places.refer(maker).entities for maker in makers)


def draft_of(statement: Statement, places: Places) -> Draft:
    """Sort the participants of one statement by role."""
    arguments = [a for a in (statement.subject, *statement.arguments) if a is not None]
    arguments = stray_themes(statement, arguments, places)
    arguments = _lessor_first(statement, [*arguments, *inner_parties(statement, arguments, places)])
    arguments = _thrown_out(_own_givers(arguments, places), places)
    if statement.relation_type in VERDICTS:
        arguments = [replace(a, role="actor") if a.slot == "subject" and not a.role else a for a in arguments]
    roles = {role: _actors(arguments, names, places) for role, names in _ROLES.items()}
    told = {
        role for role, names in _ROLES.items() if any(a.role in names and _is_somebody(a, places) for a in arguments)
    }
    return Draft(
        statement=statement,
        **roles,
        themes=tuple(a for a in arguments if a.role == "theme"),
        values=tuple(a.money for a in arguments if a.money is not None and _is_price(a, places)),
        status=statement.status,
        kind=statement.kind,
        date=statement.date,
        unknown=frozenset(role for role in told if not roles[role]),
        statements=(statement,),
    )


def _own_givers(arguments: list[Argument], places: Places) -> list[Argument]:
    """Take the role from a giver who stands behind another weapon: "chose the Rafale over F-16s from the United States"."""
    themes = {weapon for a in arguments if a.role == "theme" for weapon in places.weapons(a)}
    told = any(a.role == "giver" and a.preposition != "with" for a in arguments)
    out = []
    for argument in arguments:
        if argument.role == "giver" and argument.preposition == "with" and told and argument.slot != "subject":
            argument = replace(argument, role="")  # "buys 12 from South Korea together with Finland"
        if argument.role == "giver" and argument.preposition == "from" and themes:
            start = max(0, argument.start - _NEAR)
            before = [m for m in places.inside(start, argument.start) if m.type == "WEAPON"]
            between = places.text[before[-1].end : argument.start].split() if before else []
            if between in (["from"], ["from", "the"]) and not themes & set(places.of_mention(before[-1])):
                argument = replace(argument, role="")
        out.append(argument)
    return out


def _thrown_out(arguments: list[Argument], places: Places) -> list[Argument]:
    """Turn "suspend Turkey from the F-35 program" into what it says of a transfer: Turkey does not get the F-35."""
    if not any(a.role == "program" and places.weapons(a) for a in arguments):
        return arguments
    roles = {"program": "theme", "theme": "receiver"}
    return [replace(a, role=roles.get(a.role, a.role)) for a in arguments]


def _is_price(argument: Argument, places: Places) -> bool:
    """Say whether money at an argument prices the transfer: "for $3 billion", "a 5 billion pound contract"."""
    return argument.role != "theme" or (is_deal_noun(places.head(argument)) and not places.weapons(argument))


def _is_somebody(argument: Argument, places: Places) -> bool:
    # What the parser puts into a party's place may be a thing: "together with 75 engines", "to the end of 2025".
    return not is_number(places.head(argument)) and not places.weapons(argument) and not argument.money


def _lessor_first(statement: Statement, arguments: list[Argument]) -> list[Argument]:
    """Turn the subject into the giver where a second receiver stands behind "to": "Sweden leases Gripens to Hungary"."""
    to = [a for a in arguments if a.role == "receiver" and a.slot != "subject" and a.preposition == "to"]
    if not to and statement.relation_type == "BUYS":
        to = [a for a in arguments if a.role == "receiver" and a.slot == "recipient"]
    if not to or any(a.role == "giver" for a in arguments):
        return arguments
    return [replace(a, role="giver") if a.slot == "subject" and a.role == "receiver" else a for a in arguments]


def _actors(arguments: Iterable[Argument], roles: frozenset[str], places: Places) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for argument in arguments:
        for entity in _somebody(argument, places) if argument.role in roles else ():
            if places.entities[entity].type != "WEAPON":
                found.setdefault(entity, Actor(entity, argument.head_start))
    named = [actor for actor in found.values() if places.entities[actor.entity].type != "PERSON"]
    # Beside a state a person is its speaker, not another party.
    return tuple(named or found.values())


def _somebody(argument: Argument, places: Places) -> tuple[str, ...]:
    """Return who fills a role; of "the company Krauss-Maffei Wegmann, Prime Minister Jonas Gahr Støre" only the former."""
    found = places.refer(argument).entities or _country_of_company(argument, places)
    cut = argument.text.find(",")
    if cut < 0 or argument.start + cut > argument.head_start or not _all_persons(found, places):
        return found
    first = [m for m in places.inside(argument.start, argument.start + cut) if m.type in {"COUNTRY", "ORGANIZATION"}]
    return places.of_mention(first[-1]) if first and first[-1].end == argument.start + cut else found


def _country_of_company(argument: Argument, places: Places) -> tuple[str, ...]:
    """Return the country of a giver whose name is unknown: "the German company ...", "a Polish shipyard"."""
    if argument.role != "giver":
        return ()
    for mention in places.inside(argument.start, argument.end):
        behind = places.text[mention.end : argument.end].split(maxsplit=1)
        if mention.type == "COUNTRY" and behind and is_company_noun(behind[0].strip(",.")):
            return places.of_mention(mention)
    return ()


def _all_persons(found: Iterable[str], places: Places) -> bool:
    return all(places.entities[entity].type == "PERSON" for entity in found)


def _coordinated(drafts: Iterable[Draft]) -> list[Draft]:
    """Bring the statements of one predicate together: "India and France signed" is one statement for each subject."""
    out: dict[tuple[int, str, str], Draft] = {}
    for draft in drafts:
        statement = draft.statement
        key = statement.predicate_start, statement.relation_type, statement.polarity
        known = out.get(key)
        out[key] = draft if known is None else _with_subject(known, draft)
    return list(out.values())


def _with_subject(known: Draft, more: Draft) -> Draft:
    places = {theme.head_start for theme in known.themes}
    prices = {value.start for value in known.values}
    return replace(
        known,
        givers=_union(known.givers, more.givers),
        receivers=_union(known.receivers, more.receivers),
        partners=_union(known.partners, more.partners),
        actors=_union(known.actors, more.actors),
        themes=(*known.themes, *(theme for theme in more.themes if theme.head_start not in places)),
        values=(*known.values, *(value for value in more.values if value.start not in prices)),
        unknown=known.unknown & more.unknown,
        statements=(*known.statements, *more.statements),
    )


def _joined(drafts: Sequence[Draft], places: Places) -> list[Draft]:
    """Join each outer predicate with the transfers told inside its theme; the outer ones first, so that chains close."""
    taken: set[str] = set()
    out = {d.statement.statement_id: d for d in drafts}
    for outer in drafts:
        inner = [d for d in drafts if _is_inside(d, outer, places)]
        for draft in inner[:1] if outer.statement.relation_type in TRANSFERS else inner:
            known = out[draft.statement.statement_id]
            out[draft.statement.statement_id] = _join(out[outer.statement.statement_id], known, places)
        if inner:
            taken.add(outer.statement.statement_id)
    return [out[d.statement.statement_id] for d in drafts if d.statement.statement_id not in taken]


def _is_inside(inner: Draft, outer: Draft, places: Places) -> bool:
    kind = outer.statement.relation_type
    if inner is outer or inner.statement.relation_type in VERDICTS or (kind in VERDICTS and not outer.status):
        return False
    place = inner.statement.predicate_start, inner.statement.predicate_end
    if place == (outer.statement.predicate_start, outer.statement.predicate_end):
        return False
    if any(_is_purpose(t, inner, places) for t in outer.themes):
        return True
    if kind not in _TAKE_TRANSFERS:
        # "placed an order for", "took delivery of": the theme's head is the inner predicate itself.
        return any((t.head_start, t.head_end) == place for t in outer.themes)
    return any(t.start <= place[0] < t.end and not _names(t, inner) for t in outer.themes)


def _is_purpose(theme: Argument, inner: Draft, places: Places) -> bool:
    """Say whether the inner predicate is what the theme's noun is for: "a deal with France to buy"."""
    between = places.text[theme.head_end : inner.statement.predicate_start]
    return is_deal_noun(places.head(theme)) and _TO.fullmatch(between) is not None


def _names(theme: Argument, inner: Draft) -> bool:
    """Say whether the theme itself is what the inner predicate hands over ("the tanks promised to Ukraine")."""
    return any((t.head_start, t.head_end) == (theme.head_start, theme.head_end) for t in inner.themes)


def _join(outer: Draft, inner: Draft, places: Places) -> Draft:
    return replace(
        inner,
        givers=inner.givers or outer.givers,
        receivers=inner.receivers or outer.receivers,
        partners=_union(inner.partners, outer.partners),
        actors=_union(outer.actors, inner.actors),
        themes=inner.themes or tuple(t for t in outer.themes if places.weapons(t)),
        values=inner.values or outer.values or tuple(t.money for t in outer.themes if t.money is not None),
        status=_outer_status(outer, inner),
        kind=inner.kind or outer.kind,
        date=outer.date or inner.date,
        unknown=inner.unknown | outer.unknown,
        statements=(*inner.statements, *outer.statements),
    )


def _outer_status(outer: Draft, inner: Draft) -> str:
    """Return how far the outer predicate says the transfer has come: "discussed the sale", "signed the purchase"."""
    agreed = outer.statement.relation_type == "SIGNS" and outer.statement.modality == "asserted"
    if agreed and inner.statement.modality == "asserted" and inner.status:
        return max(outer.status, inner.status, key=rank)
    return outer.status or inner.status


def _union(first: tuple[Actor, ...], second: tuple[Actor, ...]) -> tuple[Actor, ...]:
    known = {actor.entity for actor in first}
    return (*first, *(actor for actor in second if actor.entity not in known))
