"""Bringing the things of all articles together into entities, with ids that the order of articles does not change."""

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import zip_longest
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from graphbuilder.lexicon import Entry, Lexicon
from graphbuilder.lexicon.fold import key as fold
from graphbuilder.records import Attribute, Decision, Entity, EntityMention, Reading, Thing
from graphbuilder.resolve.attributes import attributes_of
from graphbuilder.resolve.canonical import best_name
from graphbuilder.resolve.decisions import decisions_of, reasons_of
from graphbuilder.resolve.merging import merge_records
from graphbuilder.resolve.names import slug
from graphbuilder.resolve.persons import person_name
from graphbuilder.resolve.scores import UNMARKED, Mark, Record
from graphbuilder.resolve.weapons import class_name

_STATE_OFFICES = frozenset({"minister", "head of government", "head of state"})
_SOLE = frozenset({"president", "chancellor"})
_PREFIXES = {
    "COUNTRY": "country",
    "PERSON": "person",
    "ORGANIZATION": "org",
    "WEAPON": "weapon",
    "LOCATION": "location",
    "EVENT": "event",
}

Marks = Mapping[tuple[str, int], Mark]


class Merged(NamedTuple):
    """What merging gives.

    `entities` are sorted by id; `mentions` by document and place, one row for each entity of a mention; `entity_of`
    gives the entity of each thing by document id and thing number. `decisions` say why, `attributes` what is known.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[EntityMention, ...]
    entity_of: dict[tuple[str, int], str]
    decisions: tuple[Decision, ...] = ()
    attributes: tuple[Attribute, ...] = ()


def merge_things(readings: Sequence[Reading], lexicon: Lexicon, marks: Marks = MappingProxyType({})) -> Merged:
    """Merge the things of all articles into entities.

    Args:
        readings: the articles' readings in any order; their mentions are resolved to things.
        lexicon: gives names, countries and Wikidata ids of listed things.
        marks: what the user's corrections ask of things, by document id and thing number.
    """
    with _without_collector():
        return _merged(readings, lexicon, marks)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python from looking for cycles again and again: there are none, and it takes as long as the merging."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _merged(readings: Sequence[Reading], lexicon: Lexicon, marks: Marks) -> Merged:
    counts = Counter(
        (reading.article.document_id, thing)
        for reading in readings
        for mention in reading.mentions
        for thing in mention.things
    )
    records = _records(readings, lexicon, counts, marks)
    groups, choices = merge_records(records)
    named = _with_ids([(_name(group, lexicon), group) for group in groups])
    ids = {thing: entity_id for entity_id, _, group in named for record in group for thing in record.things}
    by_id = {entity_id: group for entity_id, _, group in named}
    decisions = decisions_of(by_id, choices, ids)
    reasons = reasons_of(decisions)
    entities = [
        _entity(entity_id, name, group, lexicon, counts, reasons.get(entity_id, ())) for entity_id, name, group in named
    ]
    mentions = sorted(_rows(readings, ids), key=attrgetter("document_id", "start", "end", "entity_id", "kind"))
    return Merged(
        tuple(sorted(entities, key=lambda entity: entity.entity_id)),
        tuple(mentions),
        ids,
        tuple(decisions),
        tuple(attributes_of(by_id, lexicon)),
    )


def _records(
    readings: Sequence[Reading], lexicon: Lexicon, counts: Counter[tuple[str, int]], marks: Marks
) -> list[Record]:
    """Gather things by lexicon key, else by type and folded name; a bare surname only with others of its country."""
    records: dict[tuple[str, str, str], Record] = {}
    for reading in sorted(readings, key=lambda reading: reading.article.document_id):
        for thing in reading.things:
            number = counts[thing.document_id, thing.thing]
            if number == 0:
                continue
            mark = marks.get((thing.document_id, thing.thing), UNMARKED)
            ident = _ident(thing, mark)
            record = records.get(ident)
            if record is None:
                name = mark.name if mark.group else thing.name
                record = records[ident] = Record(ident, thing.type, name, thing.key, mark=mark)
            record.things.append((thing.document_id, thing.thing))
            _note(record, thing)
            for surface in (thing.name, *thing.aliases):
                record.surfaces[surface] = record.surfaces.get(surface, 0) + number
            if thing.country:
                record.countries[thing.country] = record.countries.get(thing.country, 0) + number
    for record in records.values():
        entry = lexicon.entry(record.key) if record.key else None
        record.offices = _offices(record, entry, lexicon)
        record.country = record.mark.country or (entry.country if entry is not None else _most(record.countries))
    return [records[ident] for ident in sorted(records)]


def _offices(record: Record, entry: Entry | None, lexicon: Lexicon) -> frozenset[str]:
    """The offices of a person that one alone holds in a state: "prime minister", not "minister"."""
    roles = {value for attribute, value in record.told if attribute == "role"}
    roles |= {office.role for office in entry.offices} if entry is not None else set()
    titles = {role: lexicon.title(role) for role in roles if " " in role or role in _SOLE}
    return frozenset(role for role, title in titles.items() if title is not None and title.kind in _STATE_OFFICES)


def _note(record: Record, thing: Thing) -> None:
    """Keep what an article says of a thing beside its names: why they were joined, roles and category."""
    document = thing.document_id
    for reason, score in zip_longest(thing.reasons, thing.scores, fillvalue=0.0):
        known = record.reasons.get(str(reason), (0.0, 0, document))
        record.reasons[str(reason)] = (max(float(score), known[0]), known[1] + 1, known[2])
    for attribute, value in [
        ("country", thing.country),
        ("category", thing.category),
        *(("role", role) for role in thing.roles),
    ]:
        if value:
            count, first = record.told.get((attribute, value), (0, document))
            record.told[attribute, value] = (count + 1, first)


def _ident(thing: Thing, mark: Mark) -> tuple[str, str, str]:
    if mark.group:
        return (thing.type, f"correction {mark.group}", "")
    kind, name, place = _plain_ident(thing)
    return (kind, name, f"{place} {mark.sides}" if mark.sides else place)


def _plain_ident(thing: Thing) -> tuple[str, str, str]:
    if thing.key:
        return (thing.type, f"key {thing.key}", "")
    name = class_name(thing.name) if thing.type == "WEAPON" and thing.name.islower() else fold(thing.name)
    if thing.type == "PERSON" and person_name(thing.name).bare:
        # "Frolov" of one article and of another are one at most where their country is the same
        return (thing.type, name, thing.country or thing.document_id)
    return (thing.type, name or thing.name, "")


def _most(counted: Mapping[str, int]) -> str:
    return min(counted, key=lambda item: (-counted[item], item), default="")


def _with_ids(groups: Iterable[tuple[str, list[Record]]]) -> list[tuple[str, str, list[Record]]]:
    """Give every group a readable id made of its type and name, with a mark of its content where groups share one."""
    wanted: dict[str, list[tuple[str, list[Record]]]] = defaultdict(list)
    for name, group in groups:
        wanted[_plain_id(name, group)].append((name, group))
    out = []
    for plain, sharing in sorted(wanted.items()):
        known = [group for _, group in sharing if any(record.key for record in group)]
        for name, group in sharing:
            alone = len(sharing) == 1 or (len(known) == 1 and group is known[0])
            out.append((plain if alone else f"{plain}-{_mark(group)}", name, group))
    return out


def _plain_id(name: str, group: list[Record]) -> str:
    type_ = group[0].type
    if type_ == "COUNTRY" and group[0].country:
        return f"country:{group[0].country}"
    return f"{_PREFIXES.get(type_, type_.casefold())}:{slug(name) or _mark(group)}"


def _mark(group: list[Record]) -> str:
    content = "\n".join(sorted("|".join((*record.ident, *map(str, min(record.things)))) for record in group))
    return sha256(content.encode("utf-8")).hexdigest()[:8]


def _name(group: list[Record], lexicon: Lexicon) -> str:
    wanted = next((record.mark.name for record in group if record.mark.name), "")
    if wanted:
        return wanted
    for record in group:
        entry = lexicon.entry(record.key) if record.key else None
        if entry is not None:
            return entry.name
        if record.key:
            return record.name
    return best_name(group[0].type, _summed(record.surfaces for record in group))


def _summed(counts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    first, *more = counts
    if not more:
        return first
    total = dict(first)
    for counted in more:
        for item, number in counted.items():
            total[item] = total.get(item, 0) + number
    return total


def _entity(
    entity_id: str,
    name: str,
    group: list[Record],
    lexicon: Lexicon,
    counts: Counter[tuple[str, int]],
    reasons: tuple[str, ...],
) -> Entity:
    given = next((record.mark.country for record in group if record.mark.country), "")
    key = next((record.key for record in group if record.key), "")
    entry = lexicon.entry(key) if key else None
    return Entity(
        entity_id=entity_id,
        name=name,
        type=group[0].type,
        country=given
        or (entry.country if entry is not None else "")
        or _most(_summed(record.countries for record in group)),
        aliases=tuple(sorted({surface for record in group for surface in record.surfaces} - {name})),
        mentions=sum(counts[thing] for record in group for thing in record.things),
        documents=tuple(sorted({document for record in group for document, _ in record.things})),
        wikidata=entry.wikidata if entry is not None else "",
        key=key,
        reasons=reasons,
    )


def _rows(readings: Sequence[Reading], ids: dict[tuple[str, int], str]) -> Iterator[EntityMention]:
    for reading in readings:
        document = reading.article.document_id
        for mention in reading.mentions:
            if not mention.things:
                continue
            things = mention.things
            found = {ids[document, thing]: None for thing in things} if len(things) > 1 else (ids[document, things[0]],)
            for entity_id in found:
                yield EntityMention(
                    entity_id, document, mention.sentence, mention.start, mention.end, mention.text, mention.kind
                )
