"""Finding an entity by any of its names, and the nearest names where none fits."""

from collections.abc import Iterable, Sequence

import pandas
from rapidfuzz import fuzz, process

from graphbuilder.errors import QueryError
from graphbuilder.lexicon.fold import key
from graphbuilder.query.frames import items

_MOST_OFFERED = 3
_LEAST_ALIKE = 60
_PLACES = frozenset({"LOCATION", "EVENT"})


class Names:
    """The names and aliases of all entities, folded: accents, case, dashes and dots do not matter.

    Where several entities share a wording, a place or an event comes last ("Ankara" is Turkey where both are there); else
    the own name goes before an alias, and an alias before a last name; among equals the entity that is mentioned most wins, then the first by id.
    """

    def __init__(self, entities: pandas.DataFrame) -> None:
        """Index the names.

        Args:
            entities: The table of entities.
        """
        self._ids: set[str] = set(entities["entity_id"])
        self._found: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        columns = ["entity_id", "name", "type", "aliases"]
        ranked = entities.sort_values(["mentions", "entity_id"], ascending=[False, True])
        rows = list(ranked[columns].itertuples(index=False, name=None))
        # A place gives way to the state that is spoken of by its capital.
        self._add_all(row for row in rows if row[2] not in _PLACES)
        self._add_all(row for row in rows if row[2] in _PLACES)

    def entity_id(self, name: str) -> str:
        """Give the id of the entity of a name.

        Args:
            name: An id, a name or an alias.

        Raises:
            QueryError: No entity has that name; the message gives the nearest.
        """
        found = self.find(name)
        if found is None:
            raise QueryError(f"no entity is called {str(name)!r}; {self._advice(str(name))}")
        return found

    def find(self, name: str) -> str | None:
        """Give the id of the entity of a name, None where no entity has it."""
        return name if name in self._ids else self._found.get(_folded(str(name)))

    def nearest(self, name: str) -> list[str]:
        """Give the names most like a text, the most alike first, one for each entity."""
        matches = process.extract(_folded(name), list(self._shown), scorer=fuzz.WRatio, limit=4 * _MOST_OFFERED)
        ranked = sorted(matches, key=lambda match: (-match[1], match[0]))
        offered: dict[str, str] = {}
        for folded, likeness, _ in ranked:
            if likeness >= _LEAST_ALIKE:
                offered.setdefault(self._found[folded], self._shown[folded])
        return list(offered.values())[:_MOST_OFFERED]

    def _add_all(self, rows: Iterable[tuple[str, ...]]) -> None:
        listed = list(rows)
        for entity_id, name, _, _ in listed:
            self._add(name, entity_id)
        for entity_id, _, _, aliases in listed:
            for alias in items(aliases):
                self._add(alias, entity_id)
        for entity_id, name, kind, _ in listed:
            if kind == "PERSON":
                self._add(str(name).rpartition(" ")[2], entity_id)

    def _add(self, name: str, entity_id: str) -> None:
        folded = _folded(str(name))
        if folded:
            self._found.setdefault(folded, entity_id)
            self._shown.setdefault(folded, str(name))

    def _advice(self, name: str) -> str:
        nearest = self.nearest(name)
        if nearest:
            return f"the nearest names are {', '.join(nearest)}"
        return "the column `name` of `.entities` lists those there are"


def one_of(what: str, values: str | Iterable[str], allowed: Sequence[str]) -> set[str]:
    """Check words of a closed list.

    Args:
        what: What the words are, for the message.
        values: One word or several.
        allowed: The words there are.

    Raises:
        QueryError: A word is not in the list; the message gives the nearest.
    """
    words = {values} if isinstance(values, str) else set(values)
    for word in sorted(words - set(allowed)):
        near = process.extractOne(str(word), allowed, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE)
        meant = f"; did you mean {near[0]!r}?" if near else ""
        raise QueryError(f"there is no {what} {word!r}; allowed are {', '.join(allowed)}{meant}")
    return words


def _folded(name: str) -> str:
    # A name of signs alone ("№ 7" keeps its digit, "!!!" nothing) is looked up as it stands.
    return key(name) or name.strip()
