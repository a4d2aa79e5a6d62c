"""Names of gold and names of a build: when they mean the same."""

from collections.abc import Iterable, Sequence

from graphbuilder.evaluate.gold import GoldEntity
from graphbuilder.lexicon.fold import key
from graphbuilder.records import Entity

SMALL = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "of", "in", "on", "to", "with", "for", "from", "and"}
)


def name_key(text: str) -> str:
    """What is left of a name for comparison: case, accents, hyphens, articles and a plural s do not count."""
    atoms = [atom for atom in key(text).split() if atom not in ("the", "a", "an")]
    return " ".join(
        atom[:-1] if len(atom) > 3 and atom.endswith("s") and not atom.endswith("ss") else atom for atom in atoms
    )


class Alignment:
    """Which entity of a build is which gold entity, one to one: names before aliases.

    `partners` are gold entities by entity id; an entity that doubles a gold one has the gold one as partner too, but is
    in `doubles`.
    """

    def __init__(self, entities: Sequence[Entity], gold: Sequence[GoldEntity]) -> None:
        self.gold_by_name = {name_key(each.names[0]): each for each in gold}
        self.partners: dict[str, GoldEntity] = {}
        self.doubles: set[str] = set()
        self.found: set[str] = set()
        candidates = [
            (rank, entity.entity_id, each) for entity in entities for each in gold if (rank := _rank(entity, each)) < 3
        ]
        for _, entity_id, each in sorted(candidates, key=lambda candidate: (candidate[0], candidate[1])):
            if entity_id in self.partners:
                continue
            self.partners[entity_id] = each
            if each.names[0] in self.found:
                self.doubles.add(entity_id)
            self.found.add(each.names[0])

    def agrees(self, text: str, entity_id: str, accepted: Iterable[str | None]) -> bool:
        """Whether a cell (its text and entity) holds one of the accepted names or phrases; None accepts anything."""
        return any(each is None or self._is(text, entity_id, each) for each in accepted)

    def _is(self, text: str, entity_id: str, wanted: str) -> bool:
        gold = self.gold_by_name.get(name_key(wanted))
        partner = self.partners.get(entity_id) if entity_id else None
        if gold is not None and partner is not None:
            return partner is gold
        names = gold.names if gold is not None else (wanted,)
        if partner is not None:
            return bool({name_key(each) for each in partner.names} & {name_key(wanted)})
        return any(_ends_alike(text, each) for each in names)


def _rank(entity: Entity, gold: GoldEntity) -> int:
    """0 for the best name, 1 for another name, 2 for an alias of the entity, 3 for no agreement."""
    if entity.type not in gold.types:
        return 3
    names = [name_key(each) for each in gold.names]
    if name_key(entity.name) in names:
        return min(names.index(name_key(entity.name)), 1)
    return 2 if {name_key(each) for each in entity.aliases} & set(names) else 3


def _ends_alike(text: str, wanted: str) -> bool:
    """Whether two noun phrases share the head word, and one has half of the other's words: "the pact", "a new pact"."""
    mine, theirs = _head_phrase(text), _head_phrase(wanted)
    if not mine or not theirs:
        return False
    shared = len(set(mine) & set(theirs))
    return mine[-1] == theirs[-1] and 2 * shared >= min(len(set(mine)), len(set(theirs)))


def _head_phrase(text: str) -> list[str]:
    words = name_key(text).split()
    for place, word in enumerate(words):
        if word in SMALL and place:
            words = words[:place]
            break
    return [word for word in words if word not in SMALL]


def pairs(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """The largest one-to-one matching (augmenting paths): `edges[left]` lists what `left` may be paired with.

    Returns:
        Left by right.
    """
    left_of: dict[int, int] = {}

    def grow(left: int, tried: set[int]) -> bool:
        for right in edges[left]:
            if right in tried:
                continue
            tried.add(right)
            if right not in left_of or grow(left_of[right], tried):
                left_of[right] = left
                return True
        return False

    for left in range(len(edges)):
        grow(left, set())
    return left_of
