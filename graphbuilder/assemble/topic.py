"""Which weapon an article is about where it says only "13", "the first batch" or "eight launchers"."""

from collections import Counter
from collections.abc import Sequence

from graphbuilder.assemble.event import Event
from graphbuilder.assemble.parties import Parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.words import categories_of, category_of, words
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
    if not wanted and (last_class := _last_class(theme, sentence, places, parties)):
        return last_class
    near = [e for e in told if e.item.place < theme.head_start and e.sentence >= sentence - 2]
    noun = places.head(theme).casefold()
    for event in sorted(near, key=lambda e: (not parties.is_called(e.weapon, noun), -e.item.place)):
        if not parties.is_class(event.weapon) and _is_of(event.weapon, wanted, noun, parties):
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
    fitting = named or [w for w in counts if last[w] >= start and _is_of(w, wanted, noun, parties)]
    return max(fitting, key=lambda w: (counts[w], last[w]), default="")


def _last_class(theme: Argument, sentence: int, places: Places, parties: Parties) -> str:
    """Return the class of weapons spoken of last, in this sentence or the one before, where no named weapon came later.

    "is building four corvettes ... has already received the first": the corvettes are meant, whatever ships were named
    before. A class that is the common name of a weapon named before is that weapon.
    """
    start = places.reading.sentences[max(0, sentence - 1)][0]
    near = [m for m in places.inside(start, theme.start) if m.type == "WEAPON"]
    found = places.of_mention(near[-1]) if near else ()
    if len(found) != 1 or not parties.is_class(found[0]):
        return ""
    noun = near[-1].text.split()[-1].casefold()
    named = {w for m in places.inside(0, start) for w in places.of_mention(m) if places.entities[w].type == "WEAPON"}
    return "" if any(parties.is_called(w, noun) for w in named) else found[0]


def _category(theme: Argument) -> str:
    """Return the category of the first class noun of a theme ("16 of the fighters": aircraft)."""
    found = words(theme.text.casefold())
    spans = [" ".join(found[i:j]) for i in range(len(found)) for j in range(len(found), i, -1)]
    return next((category for span in spans if (category := category_of(span))), "")


def _is_of(weapon: str, category: str, noun: str, parties: Parties) -> bool:
    """Say whether a weapon may be what a theme of this category and head noun means."""
    own = parties.category(weapon, ())
    wide = categories_of(noun)
    if category in {"", "other"}:
        return not own or not wide - {"other"} or own in wide
    return own in {category, ""}
