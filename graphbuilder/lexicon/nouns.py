"""Common nouns and titles: classes of weapon by singular and plural, roles of persons."""

from graphbuilder.lexicon.entry import Title, WeaponClass
from graphbuilder.lexicon.fold import key
from graphbuilder.lexicon.tables import split, table


def read_classes() -> dict[str, WeaponClass]:
    """Return the weapon classes by the folded forms of their singular, plural and other spellings."""
    out: dict[str, WeaponClass] = {}
    for row in table("weapon_classes.tsv", "singular", "plural", "variants", "category", "strength", "source"):
        found = WeaponClass(row["singular"], row["plural"], row["category"], row["strength"], row["source"])
        for form in (found.singular, found.plural, *split(row["variants"])):
            if form:
                out.setdefault(key(form), found)
    return out


def read_titles() -> dict[str, Title]:
    """Return the titles by their folded forms."""
    out: dict[str, Title] = {}
    for row in table("titles.tsv", "title", "variants", "role", "kind", "leads", "source"):
        found = Title(row["title"], row["role"], row["kind"], bool(row["leads"]), row["source"])
        for form in (found.title, *split(row["variants"])):
            out.setdefault(key(form), found)
    return out
