"""Things that are named together: "India and France", "between Putin and Erdogan", "Russian-Turkish"."""

from collections.abc import Iterable
from itertools import pairwise

from graphbuilder.lexicon import Lexicon
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Mention
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.salience import Group
from graphbuilder.resolve.syntax_place import Places, conjuncts

_Named = tuple[Mention, Node, Draft]
_HYPHENS = frozenset({"-", "\u2010", "\u2011", "\u2013"})


def find_groups(drafts: Iterable[Draft], places: Places, lexicon: Lexicon) -> list[Group]:
    """Find names of one type that are coordinated, in the tree or by "and" between them.

    Args:
        drafts: the named things of an article.
        places: finds the nodes of their mentions.
        lexicon: knows the titles that may stand before the second of two persons.

    Returns:
        The groups in text order; the `start` of each is the end of its last name, from where on it can be meant.
    """
    named = [
        (mention, node, draft)
        for draft in drafts
        for mention in draft.mentions
        if (node := places.head(mention)) is not None
    ]
    named.sort(key=lambda row: (row[0].start, row[0].end))
    heads = {node.start: (mention, node, draft) for mention, node, draft in named}
    found: dict[int, Group] = {}
    for row in named:
        members = [heads[other.start] for other in conjuncts(row[1]) if other.start in heads]
        _note(found, members)
    for left, right in pairwise(named):
        if (
            left[0].sentence == right[0].sentence
            and left[1].start not in found
            and _joined(left, right, places, lexicon)
        ):
            _note(found, [left, right])
    return sorted(found.values(), key=lambda group: (group.start, group.node.start))


def _note(found: dict[int, Group], members: list[_Named]) -> None:
    if not members:
        return
    first, node, draft = members[0]
    drafts = tuple({id(member): member for _, _, member in members if member.type == draft.type}.values())
    if len(drafts) > 1:
        end = max(mention.end for mention, _, _ in members)
        found.setdefault(node.start, Group(first.sentence, end, node, drafts, draft.type))


def _joined(left: _Named, right: _Named, places: Places, lexicon: Lexicon) -> bool:
    """Whether only a hyphen, or "and" with a title at most, stands between two names."""
    sentence = places.sentences[left[0].sentence]
    between = sentence.text[left[0].end - sentence.start : right[0].start - sentence.start]
    if between in _HYPHENS:
        return True
    words = between.split()
    if not words or words[0] not in ("and", "&") or len(words) > 5:
        return False
    return len(words) == 1 or (left[2].type == "PERSON" and lexicon.title(" ".join(words[1:])) is not None)
