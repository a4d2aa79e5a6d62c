"""How two records from different articles are compared: one row for each thing that may speak for their being one."""

from collections.abc import Callable
from dataclasses import dataclass, field

from graphbuilder.lexicon.fold import key as fold
from graphbuilder.resolve.names import skeleton
from graphbuilder.resolve.organizations import compare_organizations, core, initials, is_acronym
from graphbuilder.resolve.persons import compare_persons, person_name
from graphbuilder.resolve.verdict import NONE, Verdict, never, same
from graphbuilder.resolve.weapons import base, compare_weapons

# Records are joined from this score on.
JOINED = 0.75
# Two known countries that differ speak against a link; they may come from a misread sentence, so they do not forbid it.
_COUNTRIES_DIFFER = 0.3


@dataclass(slots=True, eq=False)
class Record:
    """All things of one type that share a lexicon key or a folded name, from any number of articles.

    `name` is the wording they share, `surfaces` counts all their wordings, `things` holds document id and thing number.
    """

    ident: tuple[str, str, str]
    type: str
    name: str
    key: str = ""
    country: str = ""
    surfaces: dict[str, int] = field(default_factory=dict)
    countries: dict[str, int] = field(default_factory=dict)
    things: list[tuple[str, int]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table of comparisons: for which `types` it holds (empty: all) and what it says of two records."""

    name: str
    types: frozenset[str]
    compare: Callable[[Record, Record], Verdict]


def _keys(left: Record, right: Record) -> Verdict:
    if left.key and right.key:
        return same(1.0, "same lexicon entry") if left.key == right.key else never("different lexicon entries")
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
    if left.country and left.country == right.country and verdict.score >= 0.75:
        return same(0.78, f"{verdict.reason}, same country {left.country}")
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
    Rule("lexicon", frozenset(), _keys),
    Rule("name", frozenset({"PERSON", "ORGANIZATION", "LOCATION", "EVENT", "WEAPON", "COUNTRY"}), _same_name),
    Rule("person", frozenset({"PERSON"}), _persons),
    Rule("organization", frozenset({"ORGANIZATION"}), _organizations),
    Rule("weapon", frozenset({"WEAPON"}), _weapons),
)


def compare(left: Record, right: Record) -> Verdict:
    """Compare two records of one type: the strongest row decides, a row that forbids ends the matter."""
    best = NONE
    for rule in RULES:
        if rule.types and left.type not in rule.types:
            continue
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
