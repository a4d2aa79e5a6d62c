"""Chooses among overlapping candidates and makes mentions of them."""

from graphbuilder.extract.mentions.scene import Candidate, Scene, head_of
from graphbuilder.records import Mention


def choose(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates that stay, in text order: the firmer before the weaker, then the longer, the earlier.

    One with a lexicon key goes before one without over the same words.
    """
    kept: list[Candidate] = []
    taken: set[int] = set()
    for one in sorted(candidates, key=lambda c: (-c.rank, c.start - c.end, c.start, not c.key, c.type)):
        tokens = range(one.first, one.last)
        if taken.isdisjoint(tokens):
            kept.append(one)
            taken.update(tokens)
    return sorted(kept, key=lambda c: c.start)


def mention(document_id: str, scene: Scene, one: Candidate) -> Mention:
    """Make the mention of a name."""
    nodes = scene.nodes[one.first : one.last]
    head = head_of(nodes)
    base = scene.sentence.start
    return Mention(
        document_id=document_id,
        sentence=scene.sentence.number,
        start=one.start,
        end=one.end,
        text=scene.sentence.text[one.start - base : one.end - base],
        kind="name",
        type=one.type,
        head_start=head.start,
        head_end=min(head.end, one.end),
        key=one.key,
        how=one.how,
        plural=one.type == "WEAPON" and (head.tag in ("NNS", "NNPS") or _plural_shape(nodes[-1].text)),
        gender=one.gender,
    )


def _plural_shape(word: str) -> bool:
    """ "S-400s", "MiGs", "Mirage 2000s": a small s after a digit or a capital."""
    return len(word) > 2 and word.endswith("s") and (word[-2].isdigit() or word[-2].isupper())
