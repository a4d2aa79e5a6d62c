"""Names told by their own words: bodies ("Estonian Centre for Defence Investments"), events, places, and laws, which are none."""

from graphbuilder.extract.mentions.runs import capitalised
from graphbuilder.extract.mentions.scene import Candidate, Rank, Scene
from graphbuilder.extract.mentions.support import class_after
from graphbuilder.extract.mentions.words import Head, heads, words

_ARTICLES = ("the", "a", "an")
_ADJECTIVE_ENDINGS = ("ic", "al", "ive", "ary")
_BARE_OWNERS = frozenset({"US", "U.S.", "USA", "U.S", "UK", "U.K.", "EU", "UAE", "U.A.E."})


def find_bodies(scene: Scene) -> None:
    """Add the names that end or begin with a head such as "Agency", "Ministry" or "Exhibition"."""
    if scene.headline:
        return
    taken = -1
    for number, (start, end) in enumerate(scene.runs):
        if start < taken:
            start = taken
        index = end - 1
        while index >= start:
            size = _head_size(scene, index, start)
            if size:
                taken = max(taken, _add(scene, number, start, end, index + 1 - size, index + 1))
                break
            index -= 1


def _head_size(scene: Scene, index: int, start: int) -> int:
    if _firm_other(scene.at(index)):
        return 0
    if index > start and " ".join(scene.words[index - 1 : index + 1]) in heads():
        return 2
    return 1 if scene.words[index] in heads() else 0


def _firm_other(one: Candidate | None) -> bool:
    return one is not None and one.rank >= Rank.FIRM and not (one.type == "COUNTRY" or one.how == "capital")


def _add(scene: Scene, number: int, start: int, end: int, at: int, after: int) -> int:
    """Add the name whose head is `[at, after)` within the run `[start, end)`; return the token behind it."""
    head = heads()[" ".join(scene.words[at:after])]
    first = _first(scene, number, start, at)
    last = _with_tail(scene, head, after)
    if first == at and last == after and not (head.alone and _names_alone(scene, at)):
        return after
    if (
        after < end
        and not head.opens
        and last == after
        and scene.at(after) is None
        and not _person_follows(scene, after, end)
    ):
        return after  # "Defence Investments Fund" has a later head; "Group Captain" is no group
    if first == at and not head.opens and not head.alone:
        return after
    if first == at and last > after and not head.opens:
        return after
    if not head.opens and after == last and last < len(scene.nodes) and scene.nodes[last].lemma in words("scheme"):
        return after  # "the Ground-Based Air Defence programme" is no body
    rank = Rank.BLOCK if not head.type else Rank.FIRM
    if head.type == "LOCATION" and first == at and last == after:
        return after
    scene.add(first, last, _type(scene, head, first, last), "syntax", rank)
    return last


def _type(scene: Scene, head: Head, first: int, last: int) -> str:
    """ "the Terminal High Altitude Area Defense system" is a weapon in spite of its last capital."""
    index = class_after(scene, last)
    phrase = scene.class_at(index) if index is not None else None
    definite = first > 0 and scene.words[first - 1].casefold() == "the"
    if phrase is None or not definite or head.opens or not head.type:
        return head.type
    return "WEAPON" if scene.nodes[phrase.last - 1].tag == "NN" else head.type


def _names_alone(scene: Scene, at: int) -> bool:
    return (
        at > 0 and not scene.headline and scene.words[at - 1].casefold() in (*_ARTICLES, "'s", "’s", "in", "by", "to")
    )


def _person_follows(scene: Scene, after: int, end: int) -> bool:
    return (
        scene.lexicon.title(scene.words[after]) is not None or scene.lexicon.title(scene.text(after, end)) is not None
    )


def _first(scene: Scene, number: int, start: int, at: int) -> int:
    """Return where the name begins: bare country names before it stay apart, what "and" joins to it belongs to it."""
    first = start
    while first < at and (scene.words[first] in _BARE_OWNERS or _apart(scene.at(first), at)):
        first += 1
    while first < at and not scene.words[first][0].isalnum():
        first += 1
    if first == start and number and at > first:
        before_start, before_end = scene.runs[number - 1]
        if before_end == start - 1 and scene.words[before_end] in ("and", "&") and _joined(scene, before_end - 1, at):
            return before_start
    return first


def _apart(one: Candidate | None, at: int) -> bool:
    """Persons, weapons and blocked words before a head are no part of its name."""
    return one is not None and one.last <= at and one.type in ("PERSON", "WEAPON", "")


def _joined(scene: Scene, before: int, at: int) -> bool:
    """ "Economic and Cultural Office": an adjective before "and" whose noun comes after it."""
    node = scene.nodes[before]
    if scene.at(before) is not None:
        return False
    return node.text.endswith(_ADJECTIVE_ENDINGS) or (
        node.head is not None and node.head.index == at and node.relation in ("adjective", "compound")
    )


def _with_tail(scene: Scene, head: Head, last: int) -> int:
    """Return the end of a name with what follows "of", "for" or "in": "Centre for Defence Investments"."""
    nodes = scene.nodes
    if not head.tails or last >= len(nodes) or nodes[last].text not in head.tails:
        return last
    preposition = nodes[last].text
    index = last + 1
    if index < len(nodes) and nodes[index].text in _ARTICLES:
        index += 1
    if index >= len(nodes) or not capitalised(nodes[index].text):
        return last
    known = scene.at(index)
    if preposition == "in":
        return known.last if known is not None and known.type == "COUNTRY" else last
    if known is not None and known.type in ("PERSON", ""):
        return last
    if preposition == "for" and known is not None and known.first == index:
        return last  # "the Army for Ukraine" buys for it; "of" belongs to the name
    end = next((run[1] for run in scene.runs if run[0] <= index < run[1]), index + 1)
    end = _cut(scene, index, end)
    return _further(scene, end)


def _cut(scene: Scene, index: int, end: int) -> int:
    """End the tail before a person or weapon."""
    for token in range(index, end):
        one = scene.at(token)
        if one is not None and one.type in ("PERSON", "WEAPON", "") and one.first > index:
            return one.first
    return end


def _further(scene: Scene, end: int) -> int:
    """Take in "and Trade", "and Science" and a second "of the Republic of India"."""
    nodes = scene.nodes
    if end + 1 >= len(nodes) or nodes[end].text not in ("and", "&", "of"):
        return end
    index = end + 1
    if nodes[end].text == "of":
        index += nodes[index].text == "the"
        known = scene.at(index) if index < len(nodes) else None
        return known.last if known is not None and known.type == "COUNTRY" else end
    run = next((run for run in scene.runs if run[0] == index), None)
    if run is None or scene.at(index) is not None or run[1] - run[0] > 2:
        return end
    head = nodes[index].head
    conjunct = nodes[index].relation == "conjunct" and head is not None and head.index < end
    following = nodes[run[1]] if run[1] < len(nodes) else None
    own = following is not None and following.pos in ("VERB", "AUX") and scene.words[run[1] - 1] in words("common")
    return run[1] if conjunct and not own and scene.words[run[1] - 1] not in heads() else end
