"""The country that a person or an organization belongs to, and the roles and nouns an article gives it."""

from functools import lru_cache

from graphbuilder.lexicon import Lexicon
from graphbuilder.lexicon.tables import table
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Mention
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.persons import gender_of, person_name, split_title
from graphbuilder.resolve.referring import gender_of_noun
from graphbuilder.resolve.syntax_place import Places, phrase_head, role
from graphbuilder.resolve.weapons import category_of, is_weapon_noun
from graphbuilder.resolve.words import words

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_CLAUSES = frozenset({"relative_clause", "noun_clause", "adverbial_clause", "parataxis", "conjunct", "punctuation"})
_STEPS = 8
_MALE = frozenset({"mr", "mr.", "sir", "lord", "king", "prince", "sheikh"})
_FEMALE = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "dame", "baroness"})


class Affiliations:
    """Reads what stands around the names of one article.

    Args:
        places: finds the nodes of mentions.
        drafts: all drafts of the article; countries among them are what others may belong to.
        lexicon: tells titles from other nouns.
    """

    def __init__(self, places: Places, drafts: list[Draft], lexicon: Lexicon) -> None:
        self._places = places
        self._lexicon = lexicon
        # which draft the word at an offset belongs to
        self._owner: dict[int, Draft] = {}
        for draft in drafts:
            for mention in draft.mentions:
                for node in places.inside(mention):
                    self._owner[node.start] = draft

    def describe(self, draft: Draft) -> None:
        """Fill in a draft's titles, nouns and gender, and its country where it is not known yet."""
        for mention in draft.mentions:
            if mention.kind != "name":
                continue
            node = self._places.head(mention)
            if node is None:
                continue
            self._title(draft, mention)
            self._nouns(draft, mention, node)
        if draft.type == "WEAPON" and not draft.category:
            draft.category = category_of(draft.nouns)
        if draft.type == "PERSON":
            draft.gender = draft.gender or self._gender(draft)
        if not draft.country and draft.type in ("PERSON", "ORGANIZATION"):
            draft.country = self._country(draft)

    def _title(self, draft: Draft, mention: Mention) -> None:
        if draft.type != "PERSON":
            return
        title, _ = split_title(mention.text, self._lexicon)
        titles = [title] if title else [text for text, _ in self._titles_before(mention)]
        for text in titles:
            known = self._lexicon.title(text)
            draft.titles.add((known.role if known else "") or text.casefold())

    def _titles_before(self, mention: Mention) -> list[tuple[str, int]]:
        """Titles in front of a name, the longest, each with the index of its first word."""
        nodes = self._before(mention)
        for length in range(min(5, len(nodes)), 0, -1):
            text = " ".join(node.text for node in nodes[-length:])
            if self._lexicon.title(text) is not None:
                return [(text, nodes[-length].index)]
        return []

    def _before(self, mention: Mention) -> list[Node]:
        sentence = self._places.sentences.get(mention.sentence)
        return [node for node in sentence.nodes if node.end <= mention.start] if sentence else []

    def _nouns(self, draft: Draft, mention: Mention, node: Node) -> None:
        """Nouns beside a name: "180 K2 tanks", "state group PGZ", "the HIMARS, a rocket launcher", "X is a company"."""
        around = [phrase_head(node), *self._behind(draft, mention), *node.all("compound", "apposition", "adjective")]
        if node.relation == "apposition" and node.head is not None:
            around.append(node.head)
        if node.relation == "subject" and node.head is not None and node.head.one("copula"):
            around.append(node.head)
        for other in around:
            if other.pos != "NOUN" or self._owner.get(other.start) not in (None, draft):
                continue
            draft.nouns.add(other.lemma)
            if draft.type == "PERSON":
                self._role_noun(draft, other)

    def _behind(self, draft: Draft, mention: Mention) -> list[Node]:
        """The noun for a weapon that follows its name, whatever the parser made of it: "K9 self-propelled howitzers"."""
        sentence = self._places.sentences.get(mention.sentence)
        if draft.type != "WEAPON" or sentence is None:
            return []
        for node in [node for node in sentence.nodes if node.start >= mention.end][:_STEPS]:
            if node.pos == "NOUN" and is_weapon_noun(node.lemma):
                return [node]
            if node.pos not in ("NOUN", "ADJ", "VERB") and node.text not in ("-", "\u2010", "\u2011"):
                return []
        return []

    def _role_noun(self, draft: Draft, node: Node) -> None:
        left = [child for child in node.all("compound", "adjective") if child.index < node.index]
        for start in range(len(left) + 1):
            known = self._lexicon.title(" ".join([child.text for child in left[start:]] + [node.lemma]))
            if known is not None:
                draft.titles.add(known.role or known.title.casefold())
                return

    def _gender(self, draft: Draft) -> str:
        for mention in draft.mentions:
            if mention.gender in ("m", "f"):
                return mention.gender
            near = {node.text.casefold() for node in [*self._before(mention)[-2:], *self._places.inside(mention)]}
            if near & _MALE:
                return "m"
            if near & _FEMALE:
                return "f"
        found = {gender_of_noun(noun) for noun in draft.nouns} & {"m", "f"}
        if len(found) == 1:
            return found.pop()
        names = [gender_of(person_name(surface)) for surface in [draft.name, *draft.surfaces] if surface]
        return next((gender for gender in names if gender), "")

    def _country(self, draft: Draft) -> str:
        for mention in draft.mentions:
            if mention.kind == "name" and (found := self._to_the_left(mention) or self._by_syntax(mention)):
                return found
        return "" if draft.type == "PERSON" else self._in_name(draft)

    def _to_the_left(self, mention: Mention) -> str:
        """The demonym or possessor before a name and its title: "Turkish Foreign Minister X", "Poland's PGZ"."""
        for steps, node in enumerate(reversed(self._before(mention))):
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
            if node.pos == "PROPN" and node.text in _cities():
                return _cities()[node.text]
            queue.extend(child for child in node.children if child.relation not in _CLAUSES)
        return ""

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
