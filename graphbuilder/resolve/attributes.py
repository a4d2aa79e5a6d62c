"""What is known of an entity beside its name, and whether a table or a text says so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphbuilder.lexicon import Entry, Lexicon
from graphbuilder.records import Attribute, Triple
from graphbuilder.resolve.scores import Record


def attributes_of(groups: Mapping[str, Sequence[Record]], lexicon: Lexicon) -> list[Attribute]:
    """Give countries, roles, makers and categories with their origin.

    What a text says is given beside what the tables say only where it differs: a role always, a country or category
    where the tables have none.

    Args:
        groups: the records of each entity, by its id.
        lexicon: the tables.

    Returns:
        Sorted by entity, attribute and value.
    """
    found: list[Attribute] = []
    for entity_id, records in groups.items():
        key = next((record.key for record in records if record.key), "")
        entry = lexicon.entry(key) if key else None
        listed = list(_listed(entity_id, entry)) if entry is not None else []
        given = next((record.mark.country for record in records if record.mark.country), "")
        if given:
            listed = [each for each in listed if each.attribute != "country"]
            listed.append(Attribute(entity_id, "country", given, "", "", "correction", ""))
        known = {each.attribute for each in listed} - {"role"}
        found += listed
        found += [each for each in _told(entity_id, records) if each.attribute not in known]
    return sorted(found, key=_order)


def _listed(entity_id: str, entry: Entry) -> Iterator[Attribute]:
    country = entry.country if entry.type != "COUNTRY" else ""
    plain = {"country": country, "category": entry.category, "maker": entry.maker, "kind": entry.kind}
    for attribute, value in plain.items():
        if value:
            yield Attribute(entity_id, attribute, value, "", "", "table", entry.source)
    for office in entry.offices:
        start, end = (str(year) if year is not None else "" for year in (office.start, office.end))
        place = f", {office.organization}" if office.organization else ""
        yield Attribute(entity_id, "role", f"{office.role}{place}", start, end, "table", entry.source)


def _told(entity_id: str, records: Sequence[Record]) -> Iterator[Attribute]:
    summed: dict[tuple[str, str], tuple[int, str]] = {}
    for record in records:
        for told, (count, first) in record.told.items():
            if record.type == "COUNTRY":
                continue
            known, earliest = summed.get(told, (0, first))
            summed[told] = (known + count, min(earliest, first))
    for (attribute, value), (count, first) in sorted(summed.items()):
        yield Attribute(entity_id, attribute, value, "", "", "text", first, count)


def with_makers(attributes: Sequence[Attribute], triples: Iterable[Triple]) -> tuple[Attribute, ...]:
    """Add the makers of weapons that texts name: who is said, as a fact, to produce one.

    Args:
        attributes: what is known already; a maker of a table is not told again.
        triples: all statements.

    Returns:
        All attributes, in the same order.
    """
    listed = {(each.entity_id, each.value) for each in attributes if each.attribute == "maker"}
    told: dict[tuple[str, str], list[str]] = {}
    for triple in triples:
        fact = triple.polarity == "affirmed" and triple.modality == "asserted"
        ends = (triple.subject_type, triple.object_type) == ("ORGANIZATION", "WEAPON")
        if fact and ends and triple.relation_type == "PRODUCES" and (triple.object_id, triple.subject) not in listed:
            told.setdefault((triple.object_id, triple.subject), []).append(triple.document_id)
    found = [
        Attribute(weapon, "maker", maker, "", "", "text", min(documents), len(set(documents)))
        for (weapon, maker), documents in told.items()
    ]
    return tuple(sorted([*attributes, *found], key=_order))


def _order(each: Attribute) -> tuple[str, ...]:
    return (each.entity_id, each.attribute, each.start, each.value, each.origin)
