"""What the project knows of countries, groups, organisations, people and weapons, and how to look a wording up."""

from graphbuilder.lexicon.designation import Designation, designation, variant_of
from graphbuilder.lexicon.entry import Entry, Found, Institution, Match, Office, Surface, Title, WeaponClass
from graphbuilder.lexicon.lookup import Lexicon, load_lexicon

__all__ = [
    "Designation",
    "Entry",
    "Found",
    "Institution",
    "Lexicon",
    "Match",
    "Office",
    "Surface",
    "Title",
    "WeaponClass",
    "designation",
    "load_lexicon",
    "variant_of",
]
