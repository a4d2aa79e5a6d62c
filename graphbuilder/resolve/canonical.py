"""Choosing the name under which a thing without lexicon entry is shown."""

from collections import Counter
from collections.abc import Iterable, Sequence

from graphbuilder.resolve.names import tidy
from graphbuilder.resolve.organizations import core, is_acronym
from graphbuilder.resolve.persons import person_name
from graphbuilder.resolve.weapons import base


def best_name(type_: str, surfaces: Sequence[str], texts: Iterable[str]) -> str:
    """Return the canonical name among the wordings of one thing.

    The fullest name of a person, the long form of an organization rather than its abbreviation, the base designation
    of a weapon, else the commonest; ties go to the name first in the alphabet.

    Args:
        type_: entity type.
        surfaces: distinct wordings, cleaned.
        texts: the texts of all its mentions, for counting.
    """
    if not surfaces:
        return ""
    counts = Counter(tidy(text) for text in texts)

    def rank(surface: str) -> tuple[int, int, int, str]:
        if type_ == "PERSON":
            name = person_name(surface)
            initials = sum(len(given.strip(".")) == 1 for given in name.given)
            return (-len(name.given) + 2 * initials, -len(surface), -counts[surface], surface)
        if type_ == "ORGANIZATION":
            return (int(is_acronym(surface)), -len(core(surface).split()), -counts[surface], surface)
        return (0, 0, -counts[surface], surface)

    best = min(surfaces, key=rank)
    if type_ == "WEAPON" and any(map(str.isdigit, best)):
        return base(best)
    return best
