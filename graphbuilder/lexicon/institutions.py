"""State bodies that every country has, made by pattern: ministries, armed forces, parliaments.

"Turkish Defence Ministry", "Ministry of Defence of Turkey" and "Turkey Ministry of Defense" are one body. Where the
tables list it ("German Air Force" is an alias of the Luftwaffe) that entry is taken, else one is made on the spot.
"""

import re
from collections.abc import Callable, Mapping

from graphbuilder.lexicon.entry import Entry, Institution, Match
from graphbuilder.lexicon.fold import atoms, key
from graphbuilder.lexicon.tables import split, table

_OF = re.compile(r"(?P<tail>.+?)\s+of\s+(?:the\s+)?(?P<country>\S.*)")


class Institutions:
    """Finds and makes the institutions of countries.

    Args:
        countries: country entries by alpha-3 code.
        lookup: what a plain surface means in the tables.
    """

    def __init__(self, countries: Mapping[str, Entry], lookup: Callable[[str], tuple[Match, ...]]) -> None:
        self._countries = countries
        self._lookup = lookup
        self._tails: dict[str, Institution] = {}
        self._firsts: set[str] = set()
        self._owners: dict[str, tuple[Institution, str]] = {}
        for row in table("institutions.tsv", "institution", "template", "kind", "tails", "source"):
            institution = Institution(
                row["institution"], row["template"], row["kind"], split(row["tails"]), row["source"]
            )
            for tail in institution.tails:
                self._tails.setdefault(key(tail), institution)
                self._firsts.add(atoms(tail)[0])

    def tail(self, text: str) -> Institution | None:
        """Return the institution that a wording without its country names ("defence ministry")."""
        return self._tails.get(key(text))

    def starts(self, word: str) -> bool:
        """Say whether a name such as "Ministry of Defence of India" may start with `word`."""
        return word[:1].isupper() and atoms(word)[:1] != () and atoms(word)[0] in self._firsts

    def entry(self, entry_key: str) -> Entry | None:
        """Return the entry of a body by its key, also where another process made it, or a build before this one."""
        if not self._owners:
            for institution in dict.fromkeys(self._tails.values()):
                for code, country in self._countries.items():
                    self._owners.setdefault(f"org:{_name(institution, country)}", (institution, code))
        owner = self._owners.get(entry_key)
        return None if owner is None else _entry(owner[0], self._countries[owner[1]])

    def lookup(self, text: str) -> tuple[Match, ...]:
        """Return the institution that a full wording names, with its country before it or after "of"."""
        words = text.split(" ")
        for cut in range(len(words) - 1, 0, -1):
            institution = self._tails.get(key(" ".join(words[cut:])))
            if institution is not None:
                return self._match(institution, " ".join(words[:cut]))
        of = _OF.fullmatch(text)
        while of is not None:
            institution = self._tails.get(key(of["tail"]))
            if institution is not None:
                return self._match(institution, of["country"])
            of = re.compile(
                rf"(?P<tail>{re.escape(of['tail'])}\s+of\s+.+?)\s+of\s+(?:the\s+)?(?P<country>\S.*)"
            ).fullmatch(text)
        return ()

    def of(self, institution: Institution, code: str) -> Entry | None:
        """Return the institution of the country with this alpha-3 code, listed or made."""
        country = self._countries.get(code)
        if country is None:
            return None
        owners = _owners_of(country)
        name = _name(institution, country)
        for surface in (name, *(f"{owner} {tail}" for owner in owners for tail in institution.tails)):
            for match in self._lookup(surface):
                if match.entry.type == "ORGANIZATION" and match.entry.country == code:
                    return match.entry
        return _entry(institution, country)

    def _match(self, institution: Institution, owner: str) -> tuple[Match, ...]:
        out: dict[str, Match] = {}
        for match in self._lookup(owner.removesuffix("'s")):
            if match.entry.type == "COUNTRY" and match.how != "capital":
                entry = self.of(institution, match.entry.country)
                if entry is not None:
                    out.setdefault(entry.key, Match(entry, "institution"))
        return tuple(out.values())


def _owners_of(country: Entry) -> list[str]:
    """The words that make a body a country's: its first demonym, and its name."""
    demonyms = [surface.text for surface in country.surfaces if surface.how == "demonym"][:1]
    return [*demonyms, country.name]


def _name(institution: Institution, country: Entry) -> str:
    return institution.template.format(country=_article(country.name), adjective=_owners_of(country)[0])


def _entry(institution: Institution, country: Entry) -> Entry:
    name = _name(institution, country)
    return Entry(
        key=f"org:{name}",
        name=name,
        type="ORGANIZATION",
        country=country.country,
        kind=institution.kind,
        source=institution.source,
    )


def _article(country: str) -> str:
    plural = country.startswith(("United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros"))
    republic = country.endswith((" Republic", " Islands")) or country.startswith(("Democratic Republic", "Republic of"))
    return f"the {country}" if plural or republic else country
