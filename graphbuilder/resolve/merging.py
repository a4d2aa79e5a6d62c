"""Joining records: those that share a block are compared, the surest joined first, what is forbidden kept apart."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graphbuilder.resolve.organizations import is_acronym
from graphbuilder.resolve.persons import person_name
from graphbuilder.resolve.scores import JOINED, Record, blocks_of, compare
from graphbuilder.resolve.verdict import Verdict

# In a block with more records than this, each meets only its neighbours in the order of names: time stays near-linear.
_LARGEST = 40
_NEIGHBOURS = 8

Pair = tuple[Record, Record]


def merge_records(records: Sequence[Record]) -> list[list[Record]]:
    """Join records of the same thing.

    Args:
        records: with distinct `ident`, in the order of it.

    Returns:
        The groups, each sorted, in the order of their first records. Reasons for joins and for keeping alike names
        apart are added to the records.
    """
    clusters = {id(record): [record] for record in records}
    scored: list[tuple[Verdict, Record, Record]] = []
    for left, right in _pairs(records):
        verdict = compare(left, right)
        if verdict.forbidden:
            _note_apart(left, right, verdict)
        elif verdict.score >= JOINED:
            scored.append((verdict, left, right))
    scored.sort(key=lambda row: (-row[0].score, row[1].ident, row[2].ident))
    rivals = _rivals(scored)
    for verdict, left, right in scored:
        one, other = clusters[id(left)], clusters[id(right)]
        if one is other or _ambiguous(left, right, rivals) or _forbidden(one, other):
            continue
        left.reasons.append(verdict.reason)
        one.extend(other)
        for record in other:
            clusters[id(record)] = one
    distinct = {id(cluster): sorted(cluster, key=lambda record: record.ident) for cluster in clusters.values()}
    return sorted(distinct.values(), key=lambda cluster: cluster[0].ident)


def _pairs(records: Sequence[Record]) -> Iterator[Pair]:
    """Yield each pair of records that share a block, once."""
    blocks: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        for key in blocks_of(record):
            blocks[record.type, key].append(record)
    seen: set[tuple[int, int]] = set()
    for block in sorted(blocks):
        members = blocks[block]
        reach = len(members) if len(members) <= _LARGEST else _NEIGHBOURS
        for place, left in enumerate(members):
            for right in members[place + 1 : place + 1 + reach]:
                pair = (id(left), id(right))
                if pair not in seen:
                    seen.add(pair)
                    yield left, right


def _is_bare(record: Record) -> bool:
    """Whether a record has only a surname or an abbreviation, which others may bear too."""
    if record.key:
        return False
    return is_acronym(record.name) if record.type == "ORGANIZATION" else _is_surname(record)


def _is_surname(record: Record) -> bool:
    return record.type == "PERSON" and person_name(record.name).bare


def _rivals(scored: Sequence[tuple[Verdict, Record, Record]]) -> dict[int, list[Record]]:
    """For each bare surname or abbreviation, the full names that it may stand for."""
    out: dict[int, list[Record]] = defaultdict(list)
    for _, left, right in scored:
        for bare, full in ((left, right), (right, left)):
            if _is_bare(bare) and not _is_bare(full):
                out[id(bare)].append(full)
    return out


def _ambiguous(left: Record, right: Record, rivals: dict[int, list[Record]]) -> bool:
    """Whether one of the two is a surname or abbreviation that two different things bear: it stays on its own."""
    for record in (left, right):
        full = rivals.get(id(record), []) if _is_bare(record) else []
        if any(compare(full[0], other).score < JOINED for other in full[1:]):
            return True
    return False


def _forbidden(one: list[Record], other: list[Record]) -> bool:
    """Whether any record of one cluster must not be joined with any of the other."""
    keys = {record.key for record in (*one, *other) if record.key}
    if len(keys) > 1:
        return True
    return any(compare(left, right).forbidden for left in one for right in other)


def _note_apart(left: Record, right: Record, verdict: Verdict) -> None:
    for record, other in ((left, right), (right, left)):
        apart = sum(reason.startswith("kept apart") for reason in record.reasons)
        if apart < 3 and verdict.reason != "different lexicon entries":
            record.reasons.append(f'kept apart from "{other.name}": {verdict.reason}')
