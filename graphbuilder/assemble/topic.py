"""Which weapon an article is about where it says only "13", "the first batch" or "eight launchers"."""

from collections import Counter
from collections.abc import Sequence

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import category_of, words
from graphbuilder.records import Argument

# How many sentences back a weapon may have been named.
_REACH = 4


def weapon_meant(theme: Argument, sentence: int, told: Sequence[Event], places: Places, parties: Parties) -> str:
    """Return the weapon that a theme without a name stands for, empty where none fits.

    A weapon fits if it has a name, was named before, and belongs to the category of the theme's noun. Of several the
    one that the noun is the common name of wins, then one in a transfer told just before, then the one that the
    article speaks of most.

    Args:
        theme: an argument such as "the first batch" or "20 launchers".
        sentence: its sentence.
        told: the events told so far.
        places: the mentions of the article.
        parties: knows what is a class and of which category a weapon is.
    """
    wanted = _category(theme)
    near = [e for e in told if e.item.place < theme.head_start and e.sentence >= sentence - 2]
    noun = places.head(theme).casefold()
    for event in sorted(near, key=lambda e: (not parties.is_called(e.weapon, noun), -e.item.place)):
        if not parties.is_class(event.weapon) and _is_of(event.weapon, wanted, parties):
            return event.weapon
    start = places.reading.sentences[max(0, sentence - _REACH)][0]
    counts: Counter[str] = Counter()
    last = {e.weapon: e.item.place for e in sorted(told, key=lambda e: e.item.place) if not parties.is_class(e.weapon)}
    for mention in places.inside(0, theme.start):
        found = places.of_mention(mention)
        if mention.type == "WEAPON" and len(found) == 1 and not parties.is_class(found[0]):
            titled = places.entities[found[0]].name in places.reading.article.title
            counts[found[0]] += 3 if titled else 1
            last[found[0]] = max(mention.start, last.get(found[0], 0), start if titled else 0)
    named = [w for w in counts if last[w] >= start and parties.is_called(w, noun)]
    fitting = named or [w for w in counts if last[w] >= start and _is_of(w, wanted, parties)]
    return max(fitting, key=lambda w: (counts[w], last[w]), default="")


def _category(theme: Argument) -> str:
    """Return the category of the first class noun of a theme ("16 of the fighters": aircraft)."""
    found = words(theme.text.casefold())
    spans = [" ".join(found[i:j]) for i in range(len(found)) for j in range(len(found), i, -1)]
    return next((category for span in spans if (category := category_of(span))), "")


def _is_of(weapon: str, category: str, parties: Parties) -> bool:
    return not category or category == "other" or parties.category(weapon, ()) in {category, ""}
