"""Joining records: those that share a block are compared, the surest joined first, what is forbidden kept apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuilder.resolve.organizations import is_acronym
from graphbuilder.resolve.persons import person_name
from graphbuilder.resolve.scores import DIFFERENT_ENTRIES, JOINED, NEAR, Record, blocks_of, compare, may_be_one
from graphbuilder.resolve.verdict import Verdict, never

# In a block with more records than this, each meets only its neighbours in the order of names: time stays near-linear.
_LARGEST = 40
_NEIGHBOURS = 8
# So many names that were near and kept apart are noted of one record; `explain` compares any two anew.
_MOST_APART = 3

Pair = tuple[Record, Record]


@dataclass(frozen=True, slots=True)
class Choice:
    """What became of two records that were compared, and why."""

    left: Record
    right: Record
    verdict: Verdict
    joined: bool


def merge_records(records: Sequence[Record]) -> tuple[list[list[Record]], list[Choice]]:
    """Join records of the same thing.

    Args:
        records: with distinct `ident`, in the order of it.

    Returns:
        The groups, each sorted, in the order of their first records; and why records were joined, or kept apart though
        their names are near.
    """
    clusters = {id(record): [record] for record in records}
    scored: list[Choice] = []
    apart: list[Choice] = []
    for left, right in _pairs(records):
        verdict = compare(left, right)
        if verdict.forbidden or NEAR <= verdict.score < JOINED:
            apart.append(Choice(left, right, verdict, joined=False))
        elif verdict.score >= JOINED:
            scored.append(Choice(left, right, verdict, joined=True))
    scored.sort(key=lambda choice: (-choice.verdict.score, choice.left.ident, choice.right.ident))
    rivals = _rivals(scored)
    made: list[Choice] = []
    for choice in scored:
        left, right = choice.left, choice.right
        one, other = clusters[id(left)], clusters[id(right)]
        if one is other:
            continue
        bar = _ambiguous(left, right, rivals) or _forbidden(one, other)
        if bar is not None:
            apart.append(Choice(left, right, bar, joined=False))
            continue
        made.append(choice)
        one.extend(other)
        for record in other:
            clusters[id(record)] = one
    distinct = {id(cluster): sorted(cluster, key=lambda record: record.ident) for cluster in clusters.values()}
    groups = sorted(distinct.values(), key=lambda cluster: cluster[0].ident)
    return groups, made + [
        choice for choice in _few(apart) if clusters[id(choice.left)] is not clusters[id(choice.right)]
    ]


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
                if pair not in seen and may_be_one(left, right):
                    seen.add(pair)
                    yield left, right


def _is_bare(record: Record) -> bool:
    """Whether a record has only a surname or an abbreviation, which others may bear too."""
    if record.key:
        return False
    return is_acronym(record.name) if record.type == "ORGANIZATION" else _is_surname(record)


def _is_surname(record: Record) -> bool:
    return record.type == "PERSON" and person_name(record.name).bare


def _rivals(scored: Sequence[Choice]) -> dict[int, list[Record]]:
    """For each bare surname or abbreviation, the full names that it may stand for."""
    out: dict[int, list[Record]] = defaultdict(list)
    for choice in scored:
        for bare, full in ((choice.left, choice.right), (choice.right, choice.left)):
            if _is_bare(bare) and not _is_bare(full):
                out[id(bare)].append(full)
    return out


def _ambiguous(left: Record, right: Record, rivals: dict[int, list[Record]]) -> Verdict | None:
    """What speaks against a link where one of the two is a surname or abbreviation that two things bear."""
    for record in (left, right):
        full = rivals.get(id(record), []) if _is_bare(record) else []
        for other in full[1:]:
            if compare(full[0], other).score < JOINED:
                return never(f'"{record.name}" may be "{full[0].name}" or "{other.name}"')
    return None


def _forbidden(one: list[Record], other: list[Record]) -> Verdict | None:
    """What forbids that two clusters are joined: a record of the one that must not be joined with one of the other."""
    keys, other_keys = ({record.key for record in records if record.key} for records in (one, other))
    if keys and other_keys and keys.isdisjoint(other_keys):
        return never(DIFFERENT_ENTRIES)
    verdicts = (compare(left, right) for left in one for right in other)
    return next((verdict for verdict in verdicts if verdict.forbidden), None)


def _few(apart: Sequence[Choice]) -> list[Choice]:
    """The first few of each record that say more than that the lexicon knows the two as different."""
    counts: Counter[int] = Counter()
    out = []
    for choice in apart:
        sides = (id(choice.left), id(choice.right))
        if choice.verdict.reason != DIFFERENT_ENTRIES and min(counts[side] for side in sides) < _MOST_APART:
            counts.update(sides)
            out.append(choice)
    return out
