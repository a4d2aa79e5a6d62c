"""What an article says of what it names: roles and gender of persons, nouns beside weapons and bodies."""

from graphbuilder.lexicon import Lexicon
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Mention
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.persons import gender_of, person_name, split_title
from graphbuilder.resolve.referring import gender_of_noun
from graphbuilder.resolve.syntax_place import Places, phrase_head
from graphbuilder.resolve.weapons import answers_to, category_of, is_weapon_noun

_STEPS = 8
_MALE = frozenset({"mr", "mr.", "sir", "lord", "king", "prince", "sheikh"})
_FEMALE = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "dame", "baroness"})


class Descriptions:
    """Reads what stands around the names of one article.

    Args:
        places: finds the nodes of mentions.
        owners: the thing that the word at an offset belongs to.
        lexicon: tells titles and weapon classes from other nouns.
    """

    def __init__(self, places: Places, owners: dict[int, Draft], lexicon: Lexicon) -> None:
        self._places = places
        self._owner = owners
        self._lexicon = lexicon
        # the weapon before a noun, by the noun's offset: "fighter" of "Gripen multi-role jet fighter"
        self.beside: dict[int, Draft] = {}

    def describe(self, draft: Draft) -> None:
        """Fill in a draft's titles, nouns, gender and category."""
        for mention in draft.mentions:
            node = self._places.head(mention) if mention.kind == "name" else None
            if node is not None:
                self._title(draft, mention)
                self._nouns(draft, mention, node)
        if draft.type == "WEAPON" and not draft.category:
            draft.category = category_of(draft.nouns)
        if draft.type == "PERSON":
            draft.gender = draft.gender or self._gender(draft)

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
        nodes = self._places.before(mention)
        for length in range(min(5, len(nodes)), 0, -1):
            text = " ".join(node.text for node in nodes[-length:])
            if self._lexicon.title(text) is not None:
                return [(text, nodes[-length].index)]
        return []

    def _nouns(self, draft: Draft, mention: Mention, node: Node) -> None:
        """Nouns beside a name: "90 Lynx vehicles", "state group Naval", "the Caesar, a howitzer", "X is a company"."""
        around = [phrase_head(node), *self._behind(draft, mention), *node.all("compound", "apposition", "adjective")]
        if node.relation == "apposition" and node.head is not None:
            around.append(node.head)
        if node.relation == "subject" and node.head is not None and node.head.one("copula"):
            around.append(node.head)
        for other in around:
            if other.pos != "NOUN" or self._owner.get(other.start) not in (None, draft):
                continue
            if draft.type == "WEAPON" and not self._of_its_kind(draft, other.lemma):
                continue
            draft.nouns.add(other.lemma)
            if draft.type == "PERSON":
                self._role_noun(draft, other)

    def _behind(self, draft: Draft, mention: Mention) -> list[Node]:
        """The noun that follows a weapon's name, whatever the parser made of it: "K9 self-propelled howitzers"."""
        sentence = self._places.sentences.get(mention.sentence)
        if draft.type != "WEAPON" or sentence is None:
            return []
        last: Node | None = None
        for node in [node for node in sentence.nodes if node.start >= mention.end][:_STEPS]:
            if node.pos not in ("NOUN", "ADJ", "VERB") and node.text not in ("-", "\u2010", "\u2011"):
                break
            if node.pos == "NOUN" and is_weapon_noun(node.lemma):
                last = node
        if last is None:
            return []
        if not self._of_its_kind(draft, last.lemma):
            return []
        self.beside[last.start] = draft
        known = self._lexicon.weapon_class(
            sentence.text[mention.end - sentence.start : last.end - sentence.start].strip()
        )
        if known is not None and not draft.category:
            draft.category = known.category
        return [last]

    def _of_its_kind(self, draft: Draft, noun: str) -> bool:
        """Whether a noun beside a weapon's name may be for it: "S-400 transport helicopters" are no S-400."""
        known = self._lexicon.weapon_class(noun)
        if not draft.category or known is None or not known.category or known.category == draft.category:
            return True
        return answers_to(noun, draft.category, draft.kind, frozenset())

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
            near = {
                node.text.casefold() for node in [*self._places.before(mention)[-2:], *self._places.inside(mention)]
            }
            if near & _MALE:
                return "m"
            if near & _FEMALE:
                return "f"
        found = {gender_of_noun(noun) for noun in draft.nouns} & {"m", "f"}
        if len(found) == 1:
            return found.pop()
        names = [gender_of(person_name(surface)) for surface in [draft.name, *draft.surfaces] if surface]
        return next((gender for gender in names if gender), "")
