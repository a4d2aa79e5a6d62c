"""What descriptions refer to: "the two countries", "the firm", "the jets", "his country", "the Turkish side"."""

from collections.abc import Callable, Mapping, Sequence

from graphbuilder.lexicon import Lexicon
from graphbuilder.lexicon.fold import key as fold
from graphbuilder.parse.syntax import Node
from graphbuilder.resolve.counted import counted_group
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.fitting import described_by, holds
from graphbuilder.resolve.parts import by_part
from graphbuilder.resolve.referring import ReferringNoun, group_types, referring_noun
from graphbuilder.resolve.regions import countries_of_phrase
from graphbuilder.resolve.salience import Discourse, Referent, winner
from graphbuilder.resolve.syntax_place import ARGUMENTS, Places, higher_subjects, phrase_head, predicate
from graphbuilder.resolve.weapons import answers_to, is_weapon_noun
from graphbuilder.resolve.words import words

_DEFINITE = frozenset("the this that these those both neither either such".split())
_VAGUE_STATES = frozenset({"state", "federation"})  # "the state" is the state as such
_COUNTED = {"two": 2, "both": 2, "neither": 2, "either": 2, "three": 3, "four": 4}
_REACH = {"COUNTRY": 4, "ORGANIZATION": 6, "PERSON": 8, "WEAPON": 30, "LOCATION": 2}
_MARGIN = {"COUNTRY": 1.25, "ORGANIZATION": 1.15, "PERSON": 1.05, "WEAPON": 1.05, "LOCATION": 1.3}
_SURE_MARGIN = 1.05
_NEAR = 5  # words

_INSIDE_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})

Answer = tuple[tuple[Draft, ...], str]
_NOTHING: Answer = ((), "")


class NominalResolver:
    """Finds what the descriptions of one article refer to.

    Args:
        discourse: what was read so far; it grows while the article is walked through.
        places: finds the words around a phrase.
        drafts: all named things of the article.
        beside: the weapon whose name stands right before a noun, by the noun's offset.
        lexicon: knows that a premier is a prime minister.
    """

    def __init__(
        self,
        discourse: Discourse,
        places: Places,
        drafts: Sequence[Draft],
        beside: Mapping[int, Draft],
        lexicon: Lexicon,
    ) -> None:
        self._lexicon = lexicon
        self._discourse = discourse
        self._countries = {draft.country: draft for draft in drafts if draft.type == "COUNTRY"}
        self._starts = {mention.start: draft for draft in drafts for mention in draft.mentions}
        self._named = {
            node.start: draft for draft in drafts for mention in draft.mentions if (node := places.head(mention))
        }
        self._places = places
        self._beside = beside

    def resolve(self, node: Node, sentence: int) -> Answer:
        """Return the things that the phrase headed by a node refers to, none where that is not sure, and why."""
        plural = node.tag in ("NNS", "NNPS")
        before = {child.text.casefold() for child in node.all("determiner", "number", "coordinator")}
        named = self.beside(node, sentence)
        if named:
            return named, "name beside it"
        size = next((_COUNTED[word] for word in sorted(before & _COUNTED.keys())), 0)
        if size and (types := self._pair_types(node)):
            return counted_group(types, node, sentence, size, self._discourse, self._countries)
        noun = referring_noun(node.lemma)
        owner = node.one("possessor")
        if not before & _DEFINITE and owner is None:
            return _NOTHING
        part = None if plural else by_part(node, sentence, self._discourse)
        if part is not None:
            return (part,), "its part in the deal"
        if is_weapon_noun(node.lemma):
            return self._weapon(node, sentence)
        if noun is None or plural:
            return _NOTHING
        return self._by_type(noun, node, owner, sentence)

    def _pair_types(self, node: Node) -> tuple[str, ...]:
        lemma = node.lemma
        return (
            group_types(node.text.casefold())
            or group_types(lemma)
            or group_types(f"{lemma}s")
            or group_types(f"{lemma[:-1]}ies")
        )

    def beside(self, node: Node, sentence: int) -> tuple[Draft, ...]:
        """Return what is named in the phrase or beside it: "the drone, a TB2", "X and Y, the two ministers"."""
        if node.start in self._beside:
            return (self._beside[node.start],)
        around = node.all("apposition")
        if node.relation == "apposition" and node.head is not None:
            around.append(node.head)
        if is_weapon_noun(node.lemma):
            around += [child for child in node.all("compound") if node.index - child.index < _NEAR]
        if node.tag in ("NNS", "NNPS"):
            for group in reversed(self._discourse.groups):
                if any(group.node is other for other in around) and group.type in self._pair_types(node):
                    return group.drafts
        found = [self._named.get(other.start) for other in around]
        marked = self._before_mark(node, sentence)
        behind = self._starts.get(node.end + 1)  # "the terrorist group Islamic State"
        for draft in [*found, behind, marked.draft if marked is not None else None]:
            if draft is not None and not draft.unnamed and self._may_be(node, draft):
                return (draft,)
        return ()

    def _before_mark(self, node: Node, sentence: int) -> Referent | None:
        """The name that a phrase explains behind a comma or bracket, whatever the parser made of it."""
        place = self._places.sentences.get(sentence)
        nodes = place.nodes if place is not None else []
        if node.relation in ("possessor", "compound", "subject", "passive_subject"):
            return None  # "After the talks with Putin, the director said": a subject explains nothing
        index = node.index - 1
        while index > 0 and (nodes[index].pos in _INSIDE_PHRASE or nodes[index].text == "-"):
            index -= 1
        if index < 1 or nodes[index].text not in (",", "(", "[") or index == node.index - 1:
            return None
        first = nodes[index + 1]
        if nodes[index].text == "," and first.pos != "DET":
            return None
        referent = self._discourse.at(phrase_head(nodes[index - 1])) or self._discourse.at(nodes[index - 1])
        return referent if referent is not None and referent.last().sentence == sentence else None

    def _may_be(self, node: Node, draft: Draft) -> bool:
        noun = referring_noun(node.lemma)
        if draft.type == "WEAPON":
            told = draft.category or draft.kind or draft.nouns
            fits = not told or answers_to(node.lemma, draft.category, draft.kind, frozenset(draft.nouns))
            return is_weapon_noun(node.lemma) and fits
        if noun is None or noun.type != draft.type:
            return False
        # "the director of the Russian service" is no Turk, whatever the parser hung it on
        beside = [self._named.get(child.start) for child in node.all("noun_modifier", "possessor", "adjective")]
        codes = {other.country for other in beside if other is not None and other.country}
        return not codes or draft.country in codes | {""}

    def _by_type(self, noun: ReferringNoun, node: Node, owner: Node | None, sentence: int) -> Answer:
        modifier = self._country_of(owner) or self._demonym(node)
        if noun.type == "COUNTRY":
            if modifier is not None:
                return (modifier,), "country named beside it"
            if owner is not None or noun.noun == "side":
                return _NOTHING
            allowed = countries_of_phrase(node)
            if noun.noun in _VAGUE_STATES and not allowed and node.one("adjective", "compound") is None:
                return _NOTHING
            home = self._home_of_maker(node)
            found = self._choose(
                "COUNTRY",
                node,
                sentence,
                lambda draft: draft.country not in ("", home) and (not allowed or draft.country in allowed),
                sure=bool(allowed),
            )
            return found if found[0] or allowed else self._speakers(node)
        if noun.type == "ORGANIZATION":
            if owner is not None:
                return _NOTHING
            said = self._modifiers(node) - words("company_modifier")
            return self._choose(
                "ORGANIZATION",
                node,
                sentence,
                lambda draft: (
                    described_by(noun, draft)
                    and (modifier is None or modifier.country == draft.country)
                    and said <= {*fold(f"{draft.name} {draft.kind}").split(), *draft.nouns}
                ),
            )
        if noun.type == "PERSON" and (owner is None or modifier is not None):
            codes = {modifier.country} if modifier is not None else self._countries_near(node, sentence)
            title = self._office(node)
            return self._choose(
                "PERSON",
                node,
                sentence,
                lambda draft: holds(draft, title, noun) and (not codes or draft.country in codes | {""}),
            )
        return _NOTHING

    def _home_of_maker(self, node: Node) -> str:
        """The country of the body that does something "in the country", which is then another one."""
        case, verb = node.one("case"), predicate(node)
        subject = verb.one("subject") if verb is not None and case is not None and case.lemma == "in" else None
        referent = self._discourse.at(subject) if subject is not None else None
        body = referent is not None and referent.draft is not None and referent.type == "ORGANIZATION"
        return referent.draft.country if referent is not None and referent.draft is not None and body else ""

    def _speakers(self, node: Node) -> Answer:
        """The country of the person who speaks of it: "Petro wrote that the country would pay"."""
        verb = predicate(node)
        for subject, _ in higher_subjects(verb) if verb is not None else []:
            referent = self._discourse.at(subject)
            person = referent.draft if referent is not None and referent.type == "PERSON" else None
            if person is not None and person.country in self._countries:
                return (self._countries[person.country],), "country of the speaker"
        return _NOTHING

    def _office(self, node: Node) -> str:
        """The plain form of the office that a noun and its modifiers name: "the defense chief", "the premier"."""
        before = [child.text for child in node.all("compound", "adjective") if child.index < node.index]
        known = self._lexicon.title(node.lemma) if not before else None
        title = known.role if known is not None and known.role else " ".join([*before, node.lemma])
        return title.casefold().replace("defense", "defence")

    def _countries_near(self, node: Node, sentence: int) -> set[str]:
        """The countries that the sentence spoke of before "the president": he is of one of them."""
        codes: set[str] = set()
        for referent in self._discourse.recent(sentence, 0):
            last = referent.last()
            if referent.draft is not None and last.start < node.start and referent.type != "WEAPON":
                codes.add(referent.draft.country)
        return codes - {""}

    def _modifiers(self, node: Node) -> set[str]:
        """What describes a noun, without its country: "terrorist" of "the terrorist group"."""
        described = [child for child in node.all("compound", "adjective") if self._demonym_at(child) is None]
        return {part for child in described for part in fold(child.text).split()} - {"same", "state"}

    def _country_of(self, owner: Node | None) -> Draft | None:
        """The country of a possessor: "Turkey's government", "his country"."""
        referent = self._discourse.at(owner) if owner is not None else None
        if referent is None or referent.draft is None:
            return None
        return referent.draft if referent.type == "COUNTRY" else self._countries.get(referent.draft.country)

    def country_beside(self, node: Node) -> str:
        """Return the country of the demonym before a noun ("Russian warplanes"), else an empty string."""
        draft = self._demonym(node)
        return draft.country if draft is not None else ""

    def _demonym(self, node: Node) -> Draft | None:
        found = (self._demonym_at(child) for child in node.all("adjective", "compound"))
        return next((draft for draft in found if draft is not None), None)

    def _demonym_at(self, node: Node) -> Draft | None:
        referent = self._discourse.at(node)
        return referent.draft if referent is not None and referent.type == "COUNTRY" else None

    def _weapon(self, node: Node, sentence: int) -> Answer:
        owner = node.one("possessor")
        if owner is not None and owner.pos != "PRON":
            return _NOTHING
        modifiers = self._modifiers(node) - words("weapon_modifier")
        origin = self.country_beside(node)

        def fits(draft: Draft) -> bool:
            # "the ballistic missiles" are no S-400: what describes the noun must describe the weapon
            described = {*fold(draft.kind).split(), *draft.nouns}
            made_there = not origin or draft.country == origin
            return (
                made_there
                and modifiers <= described
                and answers_to(node.lemma, draft.category, draft.kind, frozenset(draft.nouns))
            )

        return self._choose("WEAPON", node, sentence, fits)

    def _choose(
        self, type_: str, node: Node, sentence: int, fits: Callable[[Draft], bool], sure: bool = False
    ) -> Answer:
        """The most present thing of a type that fits, or nothing where two are as present.

        `sure`: the phrase itself tells much ("the Gulf state"), so that what it means may stand farther back.
        """
        scored: list[tuple[float, Referent]] = []
        for referent in self._discourse.recent(sentence, _REACH[type_] * (1 + sure)):
            draft = referent.draft
            named = draft is not None and not draft.unnamed and referent.type == type_
            if draft is None or not named or not fits(draft) or _same_clause(node, referent):
                continue
            score = self._discourse.salience(referent, sentence) if type_ != "WEAPON" else _recency(referent, sentence)
            scored.append((score, referent))
        best = winner(scored, _SURE_MARGIN if sure else _MARGIN[type_])
        if best is None or best.draft is None:
            return _NOTHING
        return (best.draft,), f'the last {type_.lower()} that "{node.lemma}" fits'


def _recency(referent: Referent, sentence: int) -> float:
    """Weapons are pointed at by nearness, then by being what the article is about: named often, as a subject."""
    last = referent.last()
    topic = 4.0 * min(len(referent.occurrences), 5) + (10.0 if last.role in ("subject", "passive_subject") else 0.0)
    return 100.0 * 0.7 ** (sentence - last.sentence) + topic


def _same_clause(node: Node, referent: Referent) -> bool:
    """Whether both are arguments of one predicate: "Poland asked the country" is no Poland."""
    other = referent.last().node
    if node.relation not in ARGUMENTS or other.relation not in ARGUMENTS:
        return False
    return node.head is other.head and "oblique" not in (node.relation, other.relation)
