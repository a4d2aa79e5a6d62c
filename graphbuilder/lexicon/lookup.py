"""The lexicon itself: entries by key, what a surface may mean, and the names in a row of words."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from graphbuilder.lexicon.agreement import REFUSED, closeness, doubtful
from graphbuilder.lexicon.build import all_entries, merged
from graphbuilder.lexicon.designation import designation
from graphbuilder.lexicon.entry import Entry, Found, Institution, Match, Surface, Title, WeaponClass
from graphbuilder.lexicon.extra import read_extra
from graphbuilder.lexicon.fold import atoms, join_words, key, plain
from graphbuilder.lexicon.institutions import Institutions
from graphbuilder.lexicon.legal import without_legal_form
from graphbuilder.lexicon.nouns import read_classes, read_titles

# "U.S.-made", which tokenizers leave whole because of the dot.
_SUFFIXED = re.compile(
    r"(.+?)-(?:made|built|based|backed|led|supplied|style|type|owned|designed|origin|brokered|funded)"
)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
# "People's Republic", where tokenizers cut off the ending.
_OWNER = re.compile(r"['’]s\b")
_MOST_DESIGNATION_WORDS = 9
_NO_LAST_WORD = frozenset({"'s", "’s"})


class Lexicon:
    """Entries with an index of their folded surfaces.

    Args:
        entries: all entries; a later one with the key of an earlier one adds to it.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            known = self._entries.get(entry.key)
            self._entries[entry.key] = entry if known is None else merged(known, entry)
        self._index: dict[str, list[tuple[Surface, Entry]]] = {}
        self._prefixes: set[str] = set()
        self.longest_surface = 1
        for entry in self._entries.values():
            for surface in entry.surfaces:
                self._add(surface, entry)
        self.first_words = frozenset(prefix for prefix in self._prefixes if " " not in prefix)
        self._countries = {entry.country: entry for entry in self._entries.values() if entry.type == "COUNTRY"}
        self._classes = read_classes()
        self._titles = read_titles()
        self._institutions = Institutions(self._countries, self._plain_lookup)

    def _add(self, surface: Surface, entry: Entry) -> None:
        parts = atoms(surface.text)
        self.longest_surface = max(self.longest_surface, len(parts))
        self._index.setdefault(" ".join(parts), []).append((surface, entry))
        prefix = ""
        for part in parts:
            prefix = f"{prefix} {part}" if prefix else part
            self._prefixes.add(prefix)
        self._prefixes.update(key(surface.text[: owner.start()]) for owner in _OWNER.finditer(surface.text))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the tables."""
        return tuple(self._entries.values())

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a key such as "weapon:S-400", also one made for a country's institution; None if unknown."""
        return self._entries.get(key) or self._institutions.entry(key)

    def country(self, code: str) -> Entry | None:
        """Return the entry of the country with this ISO 3166-1 alpha-3 code."""
        return self._countries.get(code)

    def lookup(self, surface: str) -> tuple[Match, ...]:
        """Return what a whole name may mean, nearest wording first, then in the order of the tables.

        Case, accents, dashes, spaces, a leading "the", a possessive and a weapon's plural may differ from the
        listed wording; a variant ("F-16C/D Block 70") finds its base weapon, an institution its country's
        ("Turkish Defence Ministry"). Only the nearest wordings are returned, several where one wording means several things.
        """
        text = _POSSESSIVE.sub("", plain(surface))
        text = text[4:] if text[:4].casefold() == "the " else text
        if not text:
            return ()
        found = self._plain_lookup(text) or self._variant(text) or self._institutions.lookup(text)
        return found or self._company(text)

    def find(self, words: Sequence[str], spaces: Sequence[bool] | None = None) -> list[Found]:
        """Find names in the words of a sentence: the longest at each place, from left to right, none overlapping.

        Args:
            words: the texts of the tokens; a tokenizer may have cut words at hyphens and slashes.
            spaces: whether white space follows each token, where known.

        Returns:
            What was found, in text order, `start` and `end` as positions in `words`.
        """
        out = []
        start = 0
        while start < len(words):
            found = self._longest_at(words, spaces, start)
            if found is not None:
                out.append(found)
            start = start + 1 if found is None else found.end
        return out

    def weapon_class(self, text: str) -> WeaponClass | None:
        """Return the class that a common noun such as "self-propelled howitzers" names, singular or plural; else None."""
        return self._classes.get(key(text))

    def title(self, text: str) -> Title | None:
        """Return what a title or role such as "Defence Minister" or "Gen." says, whatever its case; else None."""
        return self._titles.get(key(text))

    def institution(self, text: str) -> Institution | None:
        """Return the sort of state body that a wording without country names ("defence ministry"); else None."""
        return self._institutions.tail(text)

    def institution_of(self, institution: Institution, country: str) -> Entry | None:
        """Return the body of that sort of the country with this alpha-3 code, None for an unknown country."""
        return self._institutions.of(institution, country)

    def holders(self, country: str, role: str, year: int) -> tuple[Entry, ...]:
        """Return the persons who held `role` ("defence minister") of a country in `year`, in the order of the tables."""
        wanted = key(role)
        return tuple(
            entry
            for entry in self._entries.values()
            if entry.type == "PERSON"
            and entry.country == country
            and any(key(office.role) == wanted and office.covers(year) for office in entry.offices)
        )

    def _plain_lookup(self, text: str) -> tuple[Match, ...]:
        parts = atoms(text)
        found = self._nearest(text, " ".join(parts))
        if found or not parts or not text.endswith("s"):
            return found
        stem = text.removesuffix("s").removesuffix("'")
        stem_parts = atoms(stem)
        found = self._nearest(stem, " ".join(stem_parts))
        return tuple(match for match in found if match.entry.type == "WEAPON")

    def _nearest(self, text: str, index_key: str) -> tuple[Match, ...]:
        candidates = self._index.get(index_key)
        if not candidates:
            return ()
        ranked = [(closeness(text, plain(surface.text)), surface, entry) for surface, entry in candidates]
        best = min(rank for rank, *_ in ranked)
        if best == REFUSED:
            return ()
        out: dict[str, Match] = {}
        for rank, surface, entry in ranked:
            if rank == best:
                ambiguous = surface.ambiguous or doubtful(text, plain(surface.text))
                out.setdefault(entry.key, Match(entry, surface.how, ambiguous))
        return tuple(out.values())

    def _variant(self, text: str) -> tuple[Match, ...]:
        shape = designation(text)
        if shape is None:
            return ()
        found = self._plain_lookup(shape.base)
        return tuple(Match(match.entry, "designation") for match in found if match.entry.type == "WEAPON")

    def _company(self, text: str) -> tuple[Match, ...]:
        """The organizations that a name means without its legal form, where it has one."""
        bare = without_legal_form(text)
        found = self._plain_lookup(bare) if len(bare) < len(text) else ()
        return tuple(match for match in found if match.entry.type == "ORGANIZATION" and not match.ambiguous)

    def _longest_at(self, words: Sequence[str], spaces: Sequence[bool] | None, start: int) -> Found | None:
        first = atoms(words[start])
        if not first:
            return None
        found = self._listed_at(words, spaces, start) if first[0] in self.first_words else None
        shaped = self._designation_at(words, spaces, start) if self._may_be_designation(words, start) else None
        best = shaped if shaped is not None and (found is None or shaped.end > found.end) else found
        best = self._institution_at(words, spaces, start, best)
        return None if best is None else self._with_nickname(words, spaces, best)

    def _listed_at(self, words: Sequence[str], spaces: Sequence[bool] | None, start: int) -> Found | None:
        best = None
        for end in range(start + 1, len(words) + 1):
            text = _text(words, spaces, start, end)
            index_key = key(text)
            if not _no_end(words[end - 1]):
                matches = self._plain_lookup(plain(text))
                if matches:
                    best = Found(start, end, text, matches)
                elif best is None and (cut := _SUFFIXED.fullmatch(text)):
                    matches = self._plain_lookup(plain(cut[1]))
                    best = Found(start, end, cut[1], matches) if matches else None
            if index_key not in self._prefixes:
                break
        return best

    def _may_be_designation(self, words: Sequence[str], start: int) -> bool:
        word = words[start]
        if not (word[0].isupper() or word[0].isdigit()):
            return False
        return any(letter.isdigit() for near in words[start : start + 4] for letter in near)

    def _designation_at(self, words: Sequence[str], spaces: Sequence[bool] | None, start: int) -> Found | None:
        for end in range(min(len(words), start + _MOST_DESIGNATION_WORDS), start, -1):
            if _no_end(words[end - 1]):
                continue
            text = _text(words, spaces, start, end)
            matches = self._variant(plain(text))
            if matches:
                return Found(start, end, text, matches)
        return None

    def _institution_at(
        self, words: Sequence[str], spaces: Sequence[bool] | None, start: int, found: Found | None
    ) -> Found | None:
        """Prefer a country's institution ("Turkish Defence Ministry", "Ministry of Defence of India") if it is longer."""
        last = len(words) if found is None else min(len(words), found.end + 5)
        if found is None:
            if not self._institutions.starts(words[start]):
                return None
            last = min(len(words), start + 12)
        elif not any(match.entry.type == "COUNTRY" for match in found.matches):
            return found
        for end in range(last, start + 1 if found is None else found.end, -1):
            if _no_end(words[end - 1]):
                continue
            text = _text(words, spaces, start, end)
            matches = self._institutions.lookup(plain(text))
            if matches:
                return Found(start, end, text, matches)
        return found

    def _with_nickname(self, words: Sequence[str], spaces: Sequence[bool] | None, found: Found) -> Found:
        """Take a nickname that follows a designation into it: "AH-64E Apache" is one name of one helicopter."""
        if found.matches[0].entry.type != "WEAPON" or found.end >= len(words) or not words[found.end][:1].isupper():
            return found
        following = self._listed_at(words, spaces, found.end)
        if following is None:
            return found
        keys = {match.entry.key for match in found.matches}
        same = tuple(match for match in following.matches if match.entry.key in keys)
        if not same:
            return found
        matches = tuple(match for match in found.matches if match.entry.key in {one.entry.key for one in same})
        return Found(found.start, following.end, _text(words, spaces, found.start, following.end), matches)


@lru_cache(maxsize=8)
def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """Return the lexicon of the package's tables and of the user's own files, read once for each set of files.

    Args:
        extra: CSV or TSV files with the columns of `graphbuilder.lexicon.extra`; a tuple, so that it can be cached.

    Raises:
        InputError: one of the files cannot be used.
    """
    added = [entry for path in extra for entry in read_extra(path)]
    return Lexicon([*all_entries(), *added])


def _text(words: Sequence[str], spaces: Sequence[bool] | None, start: int, end: int) -> str:
    return join_words(words[start:end], None if spaces is None else spaces[start:end])


def _no_end(word: str) -> bool:
    """Say whether no name ends in `word`: punctuation, or the possessive that a tokenizer cut off."""
    return word in _NO_LAST_WORD or not atoms(word)
