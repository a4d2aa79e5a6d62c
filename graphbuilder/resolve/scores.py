"""How two records from different articles are compared: one row for each thing that may speak for their being one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from graphbuilder.lexicon.fold import key as fold
from graphbuilder.resolve.names import skeleton
from graphbuilder.resolve.organizations import compare_organizations, core, initials, is_acronym
from graphbuilder.resolve.persons import compare_persons, person_name
from graphbuilder.resolve.verdict import NONE, Verdict, never, same
from graphbuilder.resolve.weapons import base, compare_weapons

# Records are joined from this score on; from the lower one on it is worth a note that they were not.
JOINED = 0.75
NEAR = 0.5
DIFFERENT_ENTRIES = "different lexicon entries"
# Spellings of one name agree in so many letters at least.
_OPENING = 3
# Two known countries that differ speak against a link; they may come from a misread sentence, so they do not forbid it.
_COUNTRIES_DIFFER = 0.3


@dataclass(frozen=True, slots=True)
class Mark:
    """What the user's corrections ask of a thing.

    `group` names the merge it is part of, `sides` hold the number of a never-merge and the side it stands on there;
    `name` and `country` are what it shall have, where they are not empty.
    """

    group: str = ""
    sides: tuple[tuple[int, int], ...] = ()
    name: str = ""
    country: str = ""


UNMARKED = Mark()


@dataclass(slots=True, eq=False)
class Record:
    """All things of one type that share a lexicon key or a folded name, from any number of articles.

    `name` is the wording they share, `surfaces` counts all their wordings, `things` holds document id and thing number.
    `reasons` say why wordings were joined inside articles, with the score, the number of articles and the first of them;
    `told` holds attributes and values that articles give, with their number and the first. `offices` are those of a
    person that only one holds at a time. `mark` is what the user's corrections ask of it.
    """

    ident: tuple[str, str, str]
    type: str
    name: str
    key: str = ""
    country: str = ""
    surfaces: dict[str, int] = field(default_factory=dict)
    countries: dict[str, int] = field(default_factory=dict)
    things: list[tuple[str, int]] = field(default_factory=list)
    reasons: dict[str, tuple[float, int, str]] = field(default_factory=dict)
    told: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    offices: frozenset[str] = frozenset()
    mark: Mark = UNMARKED


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table of comparisons: for which `types` it holds (empty: all) and what it says of two records."""

    name: str
    types: frozenset[str]
    compare: Callable[[Record, Record], Verdict]


def _sides(left: Record, right: Record) -> Verdict:
    if not left.mark.sides or not right.mark.sides:
        return NONE
    mine, theirs = dict(left.mark.sides), dict(right.mark.sides)
    for number in mine.keys() & theirs.keys():
        if mine[number] != theirs[number]:
            return never("a correction keeps them apart")
    return NONE


def _keys(left: Record, right: Record) -> Verdict:
    if left.key and right.key:
        return same(1.0, "same lexicon entry") if left.key == right.key else never(DIFFERENT_ENTRIES)
    return NONE


def _same_name(left: Record, right: Record) -> Verdict:
    if left.type == "PERSON" and person_name(left.name).bare:
        return NONE
    return same(1.0, f'same name "{left.name}"') if fold(left.name) == fold(right.name) else NONE


def _persons(left: Record, right: Record) -> Verdict:
    one, other = person_name(left.name), person_name(right.name)
    verdict = compare_persons(one, other)
    if verdict.score == 0 or not (one.bare or other.bare):
        return verdict
    if verdict.score < JOINED:
        return NONE
    if left.country and left.country == right.country:
        return same(0.78, f"{verdict.reason}, same country {left.country}")
    bare, full = (left, right) if one.bare else (right, left)
    offices = sorted(bare.offices & full.offices)
    if offices and full.country and not bare.country:  # "Prime Minister Johnson" of an article that names no country
        return same(0.76, f"{verdict.reason}, both {offices[0]}")
    return NONE


def _organizations(left: Record, right: Record) -> Verdict:
    verdict = compare_organizations(left.name, right.name)
    if verdict.forbidden or verdict.score >= 0.9:
        return verdict
    if not is_acronym(left.name) and not is_acronym(right.name):
        return NONE  # two long names that abbreviate alike are two bodies
    shared = sorted(short for short in _abbreviations(left) & _abbreviations(right) if len(short) > 2)
    if shared:
        return same(0.85, f'both called "{shared[0]}"')
    if verdict.score >= 0.8 and left.country and left.country == right.country:
        return same(0.8, f"{verdict.reason}, same country {left.country}")
    return NONE


def _weapons(left: Record, right: Record) -> Verdict:
    verdict = compare_weapons(left.name, right.name)
    return verdict if verdict.forbidden or verdict.score >= 0.9 else NONE


def _abbreviations(record: Record) -> frozenset[str]:
    return frozenset(surface for surface in record.surfaces if is_acronym(surface))


RULES: tuple[Rule, ...] = (
    Rule("correction", frozenset(), _sides),
    Rule("lexicon", frozenset(), _keys),
    Rule("name", frozenset({"PERSON", "ORGANIZATION", "LOCATION", "EVENT", "WEAPON", "COUNTRY"}), _same_name),
    Rule("person", frozenset({"PERSON"}), _persons),
    Rule("organization", frozenset({"ORGANIZATION"}), _organizations),
    Rule("weapon", frozenset({"WEAPON"}), _weapons),
)


@lru_cache(maxsize=16)
def _rules(type_: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if not rule.types or type_ in rule.types)


def compare(left: Record, right: Record) -> Verdict:
    """Compare two records of one type: the strongest row decides, a row that forbids ends the matter."""
    best = NONE
    for rule in _rules(left.type):
        verdict = rule.compare(left, right)
        if verdict.forbidden:
            return verdict
        if verdict.score > best.score:
            best = verdict
    if 0 < best.score < 1 and left.country and right.country and left.country != right.country:
        return Verdict(
            best.score - _COUNTRIES_DIFFER, f"{best.reason}, but countries {left.country} and {right.country}"
        )
    return best


def may_be_one(left: Record, right: Record) -> bool:
    """Say whether comparing is worth the time: two long names of bodies with the same initials hardly ever are one."""
    if left.type != "ORGANIZATION" or is_acronym(left.name) or is_acronym(right.name):
        return True
    return skeleton(core(left.name))[:_OPENING] == skeleton(core(right.name))[:_OPENING]


def blocks_of(record: Record) -> list[str]:
    """Return the keys under which a record meets those that may be the same; others never meet."""
    if record.type == "PERSON":
        name = person_name(record.name)
        last = skeleton(name.surname).split()[-1:] or [""]
        found = [f"surname {last[0]}"]
        if not name.bare:
            found.append(f"first {skeleton(name.given[0])}")
        return found
    if record.type == "ORGANIZATION":
        short = [f"short {surface}" for surface in sorted(_abbreviations(record))]
        long = [f"short {letters}" for letters in sorted(initials(record.name)) if len(letters) > 2]
        return [f"core {skeleton(core(record.name))}", *short, *long]
    if record.type == "WEAPON":
        return [f"base {skeleton(base(record.name))}"]
    return []
