"""The country that a person or an organization belongs to, where the lexicon does not tell."""

from collections.abc import Mapping
from functools import lru_cache

from graphbuilder.lexicon import Lexicon
from graphbuilder.lexicon.tables import table
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Mention
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.syntax_place import Places, role
from graphbuilder.resolve.words import words

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_CLAUSES = frozenset({"relative_clause", "noun_clause", "adverbial_clause", "parataxis", "conjunct", "punctuation"})
_STEPS = 8
_SENTENCES_BACK = 4
_STATE_OFFICES = frozenset({"minister", "head of government", "head of state"})


class Affiliations:
    """Finds the countries of the things of one article.

    Args:
        places: finds the nodes of mentions.
        owners: the thing that the word at an offset belongs to.
        lexicon: knows countries by name.
    """

    def __init__(self, places: Places, owners: dict[int, Draft], lexicon: Lexicon) -> None:
        self._places = places
        self._owner = owners
        self._lexicon = lexicon

    def locate(self, draft: Draft) -> None:
        """Fill in a draft's country where it is not known yet."""
        if draft.country or draft.key:  # what is listed without a country belongs to several states
            return
        if draft.type in ("PERSON", "ORGANIZATION"):
            draft.country = self._country(draft)
        elif draft.type == "LOCATION":
            draft.country = next((_cities()[name] for name in draft.surfaces if name in _cities()), "")

    def locate_by_context(self, draft: Draft) -> None:
        """Give a minister without any country ("Defence Minister X said") that of the state that acts there."""
        if (
            draft.country
            or draft.type != "PERSON"
            or not any(self._is_of_state(title) for title in sorted(draft.titles))
        ):
            return
        mention = draft.mentions[0]
        for number in range(mention.sentence, mention.sentence - _SENTENCES_BACK, -1):
            sentence = self._places.sentences.get(number)
            acting = [code for node in (sentence.nodes if sentence is not None else []) if (code := self._acts(node))]
            if acting:
                draft.country = acting[0] if len(set(acting)) == 1 else ""
                return
        draft.country = self._home()

    def _acts(self, node: Node) -> str:
        owner = self._owner.get(node.start)
        acts = owner is not None and owner.type == "COUNTRY" and role(node) in ("subject", "passive_subject")
        return owner.country if owner is not None and acts else ""

    def _home(self) -> str:
        """The country that the article names most often by name, none where two are named as often."""
        counts = {
            draft.country: sum(mention.how != "demonym" for mention in draft.mentions)
            for draft in {id(draft): draft for draft in self._owner.values()}.values()
            if draft.type == "COUNTRY"
        }
        ranked = sorted(counts, key=lambda code: (-counts[code], code))
        alone = len(ranked) == 1 or (len(ranked) > 1 and counts[ranked[0]] > counts[ranked[1]])
        return ranked[0] if alone else ""

    def _is_of_state(self, title: str) -> bool:
        known = self._lexicon.title(title)
        return known is not None and (known.kind in _STATE_OFFICES or (known.kind == "military" and known.leads))

    def locate_by_pointer(self, draft: Draft, pointed: Mapping[int, Draft]) -> None:
        """Give a person the country of what the words before the name point at: "its spokesman X", "his wife Y".

        Args:
            draft: a person or organization.
            pointed: what pronouns and descriptions refer to, by the offset of their last word.
        """
        if draft.country or draft.key or draft.type != "PERSON":
            return
        for mention in draft.mentions:
            near = self._places.before(mention)[-_STEPS:] if mention.kind == "name" else []
            for node in reversed(near):
                owner = pointed.get(node.start)
                if owner is not None and node.relation == "possessor" and owner is not draft:
                    draft.country = owner.country
                    return
                if node.pos not in _NOUNS and node.tag not in ("POS", "PRP$") and node.text != ",":
                    break

    def _country(self, draft: Draft) -> str:
        for mention in draft.mentions:
            if mention.kind == "name" and (found := self._to_the_left(mention) or self._by_syntax(mention)):
                return found
        return "" if draft.type == "PERSON" else self._in_name(draft)

    def _to_the_left(self, mention: Mention) -> str:
        """The demonym or possessor before a name and its title: "Turkish Foreign Minister X", "Poland's PGZ"."""
        for steps, node in enumerate(reversed(self._places.before(mention))):
            owner = self._owner.get(node.start)
            if owner is not None and owner.type == "COUNTRY":
                return owner.country
            if steps >= _STEPS or (owner is not None and owner.type == "PERSON"):
                return ""
            possessive = node.tag == "POS" or node.text in ("'s", "’s", "'", "-")
            if not possessive and node.pos not in _NOUNS and node.text.casefold() not in words("before_title"):
                return ""
        return ""

    def _by_syntax(self, mention: Mention) -> str:
        """The country in an apposition ("X, director of the Russian service") or behind "of", "in" and the like."""
        node = self._places.head(mention)
        if node is None:
            return ""
        phrases = node.all("apposition", "noun_modifier", "possessor", "adjective", "compound")
        if node.relation == "apposition" and node.head is not None and role(node.head) != "modifier":
            phrases.insert(0, node.head)
        for phrase in phrases:
            if phrase.relation == "apposition" or phrase is node.head:
                owner = self._owner.get(phrase.start)
                if owner is not None and owner.type == "COUNTRY":
                    continue  # a person beside a country is a slip of the parser
            found = self._within(phrase, mention)
            if found:
                return found
        return ""

    def _within(self, phrase: Node, mention: Mention) -> str:
        """The first country in a noun phrase, not counting its clauses; that of an organization or city counts too."""
        queue, seen = [phrase], 0
        while queue and seen < 12:
            node = queue.pop(0)
            seen += 1
            if mention.start <= node.start < mention.end:
                continue
            owner = self._owner.get(node.start)
            if owner is not None and owner.type in ("COUNTRY", "ORGANIZATION", "LOCATION") and owner.country:
                return owner.country
            if owner is not None and owner.type == "PERSON" and owner.country and self._serves(phrase):
                return owner.country
            if node.pos == "PROPN" and node.text in _cities():
                return _cities()[node.text]
            queue.extend(child for child in node.children if child.relation not in _CLAUSES)
        return ""

    def _serves(self, noun: Node) -> bool:
        """Whether a noun says that one works for another: "an aide to President X"."""
        known = self._lexicon.title(noun.lemma)
        return known is not None and known.kind == "spokesperson"

    def _in_name(self, draft: Draft) -> str:
        """The country that opens an organization's own name: "Israel Aerospace Industries", "Royal Thai Navy"."""
        for surface in [draft.name, *draft.surfaces]:
            parts = surface.split()
            for start in range(min(2, len(parts))):
                for length in (3, 2, 1):
                    found = self._lexicon.lookup(" ".join(parts[start : start + length]))
                    codes = {
                        m.entry.country
                        for m in found
                        if m.entry.type == "COUNTRY" and m.how in ("name", "alias", "demonym")
                    }
                    if len(codes) == 1 and len(parts) > length:
                        return codes.pop()
        return ""


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    return {row["city"]: row["country"] for row in table("cities.tsv", "city", "country", "source")}
