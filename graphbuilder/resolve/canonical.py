"""Choosing the name under which a thing without lexicon entry is shown."""

from collections.abc import Mapping

from graphbuilder.resolve.organizations import core, is_acronym
from graphbuilder.resolve.persons import person_name
from graphbuilder.resolve.weapons import base


def best_name(type_: str, counts: Mapping[str, int]) -> str:
    """Return the canonical name among the wordings of one thing.

    The fullest name of a person, the long form of an organization rather than its abbreviation, the base designation
    of a weapon, else the commonest; ties go to the name first in the alphabet.

    Args:
        type_: entity type.
        counts: how often each wording, cleaned, was met.

    Returns:
        One of the wordings, or the base of a weapon's; empty where there is none.
    """
    if not counts:
        return ""

    def rank(surface: str) -> tuple[int, int, int, str]:
        if type_ == "PERSON":
            name = person_name(surface)
            initials = sum(len(given.strip(".")) == 1 for given in name.given)
            return (-len(name.given) + 2 * initials, -len(surface), -counts[surface], surface)
        if type_ == "ORGANIZATION":
            return (int(is_acronym(surface)), -len(core(surface).split()), -counts[surface], surface)
        return (0, 0, -counts[surface], surface)

    best = min(counts, key=rank) if len(counts) > 1 else next(iter(counts))
    if type_ == "WEAPON" and any(map(str.isdigit, best)):
        return base(best)
    return best
