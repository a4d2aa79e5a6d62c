"""Where a text names, describes or points at a country, person, organisation, weapon, place or event."""

from graphbuilder.extract.mentions.find import find_mentions

__all__ = ["find_mentions"]
