"""Which entities an argument of a statement stands for: by the mention at its head, a name around it, or a name within it.

"36 Rafale fighters", "two batteries of S-400s" and "the sale of Su-35s" are headed by a class noun, a measure and a deal
noun; they stand for the weapon named beside that head. "The Turkish military" stands for its state.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphbuilder.assemble.words import is_class_noun, is_deal_noun, is_measure, is_number, is_state_noun
from graphbuilder.records import Argument, Entity, Mention, Reading

# Prepositions that lead from a head to the weapon it is about, and a count that may stand between ("two of the ships").
_ABOUT = frozenset({"of", "for", "on", "over", "covering"})
_COUNTED = re.compile(r"\b[\w,]+\s+of\s+(?=(?:the|its|their|these|those)\b)", re.IGNORECASE)
_BETWEEN = re.compile(r"[\w\s./'’()-]*")
_STOP = re.compile(r"\b(?:with|from|to|by|and|or|in|at|against|of|for|on|over|covering|that|which)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """What an argument stands for: entity ids in order, the kind of the mention, and whether a weapon was found within it."""

    entities: tuple[str, ...] = ()
    kind: str = ""
    within: bool = False


NOTHING = Reference()


class Places:
    """The mentions of one article by place, with the entities they stand for."""

    def __init__(
        self, reading: Reading, entity_of: Mapping[tuple[str, int], str], entities: Mapping[str, Entity]
    ) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.entities = entities
        self._entity_of = entity_of
        self._by_head: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        for mention in sorted(reading.mentions, key=_rank):
            if self.of_mention(mention):
                self._by_head[mention.head_start, mention.head_end].append(mention)
        self._mentions = sorted((m for found in self._by_head.values() for m in found), key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]

    def of_mention(self, mention: Mention) -> tuple[str, ...]:
        """Return the ids of the entities that a mention stands for, each once, in the order of its things."""
        found = (self._entity_of.get((mention.document_id, thing), "") for thing in mention.things)
        return tuple(dict.fromkeys(entity for entity in found if entity in self.entities))

    def refer(self, argument: Argument) -> Reference:
        """Return what an argument stands for; `NOTHING` where no mention lies at or beside its head."""
        exact = self._by_head.get((argument.head_start, argument.head_end), [])
        if exact and (exact[0].kind == "name" or not self._is_open(argument)):
            named = self._named_weapon(argument) if self._is_class(exact[0]) else None
            return self._reference(named or exact[0], within=named is not None)
        around = [m for m in self._mentions if m.kind == "name" and _holds(m, argument)]
        if around:
            return self._reference(min(around, key=_rank))
        within = self._within(argument)
        if within is not None:
            return self._reference(within, within=True)
        return self._reference(exact[0]) if exact else NOTHING

    def weapons(self, argument: Argument) -> tuple[str, ...]:
        """Return the ids of the weapons that an argument stands for."""
        return tuple(e for e in self.refer(argument).entities if self.entities[e].type == "WEAPON")

    def inside(self, start: int, end: int) -> Iterable[Mention]:
        """Return the mentions with a known entity that lie within `[start, end)`, in text order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self._mentions[first:last] if m.end <= end]

    def inside_name(self, place: int) -> bool:
        """Say whether a place of the text belongs to a name: the 2 of "Leopard 2"."""
        return any(m.start <= place < m.end for m in self._mentions if m.kind == "name")

    def head(self, argument: Argument) -> str:
        """Return the head word of an argument as it stands in the text."""
        return self.text[argument.head_start : argument.head_end]

    def _reference(self, mention: Mention, within: bool = False) -> Reference:
        return Reference(self.of_mention(mention), mention.kind, within)

    def _is_class(self, mention: Mention) -> bool:
        entities = self.of_mention(mention)
        return mention.type == "WEAPON" and mention.how == "class" and len(entities) == 1

    def _is_open(self, argument: Argument) -> bool:
        """Say whether the head is a word that takes its meaning from a name beside it."""
        word = self.head(argument)
        return is_number(word) or is_measure(word) or is_deal_noun(word)

    def _within(self, argument: Argument) -> Mention | None:
        word = self.head(argument)
        if self._is_open(argument) or is_class_noun(word):
            return self._named_weapon(argument) or self._after(argument)
        if is_state_noun(word):
            return self._state(argument)
        behind = [m for m in self._mentions if m.type == "PERSON" and m.kind == "name" and m.start >= argument.head_end]
        if behind and not self.text[argument.head_end : behind[0].start].strip() and behind[0].end <= argument.end:
            return behind[0]  # "Minister Jaroslav Nad", where the parser took the title for the head
        return None

    def _named_weapon(self, argument: Argument) -> Mention | None:
        before = [
            m
            for m in self.inside(argument.start, argument.head_start)
            if m.type == "WEAPON" and m.how != "class" and self._joined(m.end, argument.head_start)
        ]
        return before[-1] if before else self._after(argument, named=True)

    def _after(self, argument: Argument, named: bool = False) -> Mention | None:
        """Return the weapon behind a head that is about it: "batteries of", "a contract with the agency for six of the"."""
        for mention in self.inside(argument.head_end, argument.end):
            if mention.type != "WEAPON" or (named and mention.how == "class"):
                continue
            before = _COUNTED.sub(" ", self.text[argument.head_end : mention.start])
            links = _STOP.findall(before)
            if links and links[-1].casefold() in _ABOUT and len(before.rsplit(links[-1], 1)[1].split()) <= 5:
                return mention if len(links) == 1 or is_deal_noun(self.head(argument)) else None
        return None

    def _joined(self, start: int, end: int) -> bool:
        between = self.text[start:end]
        return _BETWEEN.fullmatch(between) is not None and not _STOP.search(between) and len(between.split()) < 4

    def _state(self, argument: Argument) -> Mention | None:
        states = [
            m
            for m in self.inside(argument.start, argument.end)
            if m.type == "COUNTRY" and m.kind == "name" and (m.end <= argument.head_start or self._owns(m, argument))
        ]
        return states[0] if len({self.of_mention(m) for m in states}) == 1 else None

    def _owns(self, mention: Mention, argument: Argument) -> bool:
        return self.text[argument.head_end : mention.start].split() in (["of"], ["of", "the"])


def _rank(mention: Mention) -> tuple[int, int, int, int]:
    order = {"name": 0, "nominal": 1, "pronoun": 2}
    return order.get(mention.kind, 3), -(mention.end - mention.start), mention.start, mention.end


def _holds(mention: Mention, argument: Argument) -> bool:
    return mention.start <= argument.head_start and argument.head_end <= mention.end
