"""Bringing the mentions of one article together: names first, then, in the order of reading, what points back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphbuilder.lexicon import Lexicon
from graphbuilder.parse.syntax import Node, Sentence
from graphbuilder.records import Article, Mention, Thing
from graphbuilder.resolve.affiliation import Affiliations
from graphbuilder.resolve.canonical import best_name
from graphbuilder.resolve.description import Descriptions
from graphbuilder.resolve.draft import Draft, owners
from graphbuilder.resolve.groups import find_groups
from graphbuilder.resolve.joining import join_names
from graphbuilder.resolve.names import tidy
from graphbuilder.resolve.nobodies import Nobodies
from graphbuilder.resolve.nominals import NominalResolver
from graphbuilder.resolve.pointing import pointing_pronouns
from graphbuilder.resolve.pronouns import PronounResolver
from graphbuilder.resolve.quotes import Quotes
from graphbuilder.resolve.referring import referring_noun
from graphbuilder.resolve.salience import Discourse, Group, Occurrence, carriers
from graphbuilder.resolve.syntax_place import Places, role
from graphbuilder.resolve.weapons import class_name

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NO_PHRASE = frozenset({"compound", "name_part", "fixed", "other", "case", "adverb"})


def resolve_article(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    unnamed: bool = False,
) -> tuple[tuple[Mention, ...], tuple[Thing, ...]]:
    """Say which mentions of an article refer to the same thing.

    Args:
        article: the article, for its text and date.
        sentences: its parsed sentences, in order.
        mentions: what was found in them, in any order.
        lexicon: gives what is known of listed things.
        unnamed: give persons without a name as things too, with the heads of the phrases that speak of them.

    Returns:
        The mentions in text order with `things` filled, without the pronouns and descriptions that could not be
        resolved; and the things, numbered from 0 in the order of their first mention.
    """
    return _Reader(article, sentences, mentions, lexicon).read(unnamed)


@dataclass(frozen=True, slots=True)
class _Item:
    """Something met while reading: a mention, a group of names, or a noun phrase that names nothing."""

    start: int
    sentence: int
    node: Node
    mention: Mention | None = None
    group: Group | None = None


class _Reader:
    def __init__(
        self, article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], lexicon: Lexicon
    ) -> None:
        self._sentences = sentences
        self._places = Places(sentences)
        every = [*mentions, *pointing_pronouns(sentences, mentions)]
        self._mentions = sorted(every, key=lambda mention: (mention.start, mention.end, mention.kind))
        names = [mention for mention in self._mentions if mention.kind == "name" and mention.how != "class"]
        self._drafts = join_names(article.text, names, lexicon)
        self._classes: dict[str, Draft] = {}
        self._lexicon = lexicon
        self._told: dict[int, frozenset[str]] = {}  # the titles that the article itself gives, of each person
        self._year = int(article.date[:4]) if article.date[:4].isdigit() else None
        self._describe()
        self._of: dict[tuple[int, int], tuple[Draft, ...]] = {
            (mention.start, mention.end): (draft,) for draft in self._drafts for mention in draft.mentions
        }
        self._discourse = Discourse()
        self._nobodies = Nobodies(article.document_id, self._discourse)
        self._nominals = NominalResolver(self._discourse, self._places, self._drafts, self._beside, lexicon)
        self._pronouns = PronounResolver(self._discourse, Quotes(article.text))

    def _describe(self) -> None:
        owner = owners(self._places, self._drafts)
        descriptions = Descriptions(self._places, owner, self._lexicon)
        affiliations = Affiliations(self._places, owner, self._lexicon)
        self._affiliations = affiliations
        # places and organizations before the persons whose country they give
        order = {"LOCATION": 0, "ORGANIZATION": 1, "PERSON": 2}
        for draft in sorted(self._drafts, key=lambda draft: (order.get(draft.type, 0), draft.order)):
            descriptions.describe(draft)
            affiliations.locate(draft)
            entry = self._lexicon.entry(draft.key) if draft.key else None
            self._told[id(draft)] = frozenset(draft.titles)
            if entry is not None and self._year is not None:
                draft.titles.update(office.role for office in entry.offices if office.covers(self._year))
        for draft in self._drafts:
            affiliations.locate_by_context(draft)
        self._beside = descriptions.beside

    def read(self, unnamed: bool) -> tuple[tuple[Mention, ...], tuple[Thing, ...]]:
        items = self._items()
        for item in sorted(items, key=lambda item: (item.start, item.group is not None)):
            if item.group is not None:
                self._discourse.groups.append(item.group)
            elif item.mention is None:
                self._unnamed(item)
            else:
                self._mention(item, item.mention)
        self._locate()
        return self._result(unnamed)

    def _locate(self) -> None:
        """Give persons the countries of what points at them, when that is known: "its spokesman X"."""
        pointed: dict[int, Draft] = {}
        for mention in self._mentions:
            found = self._of.get((mention.start, mention.end), ())
            node = self._places.head(mention) if mention.kind != "name" and len(found) == 1 else None
            if node is not None and not found[0].unnamed:
                pointed[node.start] = found[0]
        for draft in self._drafts:
            self._affiliations.locate_by_pointer(draft, pointed)

    def _items(self) -> list[_Item]:
        out: list[_Item] = []
        covered: set[int] = set()
        for mention in self._mentions:
            node = self._places.head(mention)
            if node is not None:
                # a description is read at its head, when the demonym or pronoun before it is known
                start = node.start if mention.kind == "nominal" else mention.start
                out.append(_Item(start, mention.sentence, node, mention=mention))
                if mention.kind == "name":
                    covered.update(head.start for head in carriers(node, mention.type))
            covered.update(node.start for node in self._places.inside(mention))
        for sentence in self._sentences:
            for node in sentence.nodes:
                if node.start not in covered and node.pos in ("NOUN", "PROPN") and node.relation not in _NO_PHRASE:
                    out.append(_Item(node.start, sentence.number, node))
        groups = find_groups(self._drafts, self._places, self._lexicon)
        return out + [_Item(group.start, group.sentence, group.node, group=group) for group in groups]

    def _unnamed(self, item: _Item) -> None:
        noun = referring_noun(item.node.lemma)
        title = self._lexicon.title(item.node.lemma)
        person = title is not None or (noun is not None and noun.type == "PERSON")
        gender = noun.gender if noun is not None else ""
        type_ = "PERSON" if person else noun.type if noun is not None else ""
        beside = self._nominals.beside(item.node, item.sentence)
        drafts = beside or (self._nominals.resolve(item.node, item.sentence)[0] if person else ())
        occurrence = self._occurrence(item)
        if len(drafts) == 1:  # "the minister" that is no mention still is who "he" is
            self._discourse.note(drafts[0], occurrence)
        elif type_ == "PERSON" and not drafts:
            somebody = self._nobodies.meet(item.node, item.sentence, gender, occurrence.plural)
            self._discourse.note(somebody, occurrence)
        else:
            self._discourse.note_unnamed(type_, gender, occurrence)

    def _occurrence(self, item: _Item, plural: bool = False) -> Occurrence:
        node = item.node
        heads = carriers(node, "WEAPON") if item.mention is not None and item.mention.type == "WEAPON" else []
        many = plural or any(head.tag in ("NNS", "NNPS") for head in (node, *heads))
        end = item.mention.end if item.mention is not None else node.end
        return Occurrence(item.sentence, item.start, end, node, role(node), many)

    def _mention(self, item: _Item, mention: Mention) -> None:
        place = (mention.start, mention.end)
        drafts, reason = self._of.get(place, ()), ""
        if not drafts and mention.kind == "pronoun":
            drafts, reason = self._pronouns.resolve(mention.text, item.node, item.sentence)
        elif not drafts:
            drafts, reason = self._nominals.resolve(item.node, item.sentence)
            if not drafts and mention.how == "class":
                drafts = self._class(item.node, mention)
        if not drafts:
            if mention.kind != "pronoun":
                self._unnamed(item)
            return
        self._of[place] = drafts
        for draft in drafts:
            if mention not in draft.mentions and mention.kind != "name":
                draft.mentions.append(mention)
                if reason:
                    draft.explain(f'{mention.kind} "{mention.text}": {reason}')
        if len(drafts) == 1:
            plural = mention.plural and drafts[0].type == "WEAPON"
            occurrence = self._occurrence(item, plural)
            if drafts[0].type != "WEAPON":
                occurrence = replace(occurrence, plural=drafts[0].unnamed and drafts[0].plural)
            if mention.how == "demonym":  # "all Syrians" brings Syria to mind no more than "Syrian" does
                occurrence = replace(occurrence, role="modifier")
            self._discourse.note(drafts[0], occurrence)
        else:
            self._discourse.groups.append(Group(item.sentence, item.start, item.node, drafts, drafts[0].type))

    def _class(self, node: Node, mention: Mention) -> tuple[Draft, ...]:
        """A class of weapon ("transport helicopters") is a thing of its own, unless the phrase only points back."""
        name = class_name(mention.text)
        known = self._classes.get(name)
        if known is None and " " not in name:
            if any(child.text.casefold() in _DEFINITE for child in node.all("determiner")):
                return ()
            if node.one("number") is not None and (counted := self._called(node)):
                return counted
        if known is None:
            weapon = self._lexicon.weapon_class(mention.text)
            known = Draft(type="WEAPON", category=weapon.category if weapon else "", kind=name)
            known.nouns.add(node.lemma)
            known.country = self._nominals.country_beside(node)
            self._classes[name] = known
            self._drafts.append(known)
        elif known.country != self._nominals.country_beside(node):
            known.country = ""
        if tidy(mention.text) not in known.surfaces:
            known.surfaces.append(tidy(mention.text))
        known.mentions.append(mention)
        return (known,)

    def _called(self, node: Node) -> tuple[Draft, ...]:
        """ "20 launchers" are of the one weapon that the article calls a launcher, if nothing else describes them."""
        if node.one("adjective", "compound") is not None:
            return ()
        found = [
            draft
            for draft in self._drafts
            if draft.type == "WEAPON"
            and node.lemma in draft.nouns
            and draft.kind != node.lemma
            and draft.order < node.start
        ]
        named = [draft for draft in found if draft not in self._classes.values()]
        return tuple(named) if len(named) == 1 else ()

    def _result(self, unnamed: bool) -> tuple[tuple[Mention, ...], tuple[Thing, ...]]:
        drafts = [*self._drafts, *self._nobodies.drafts] if unnamed else self._drafts
        drafts = sorted((draft for draft in drafts if draft.mentions), key=lambda draft: (draft.order, draft.type))
        numbers = {id(draft): number for number, draft in enumerate(drafts)}
        mentions = []
        if unnamed:
            self._add_phrases()
        for mention in self._mentions:
            found = [draft for draft in self._of.get((mention.start, mention.end), ()) if id(draft) in numbers]
            if found:
                things = tuple(numbers[id(draft)] for draft in found)
                type_ = found[0].type
                mentions.append(replace(mention, things=things, type=type_))
        return tuple(mentions), tuple(self._thing(number, draft) for number, draft in enumerate(drafts))

    def _add_phrases(self) -> None:
        """Add the nouns for persons without a name to the mentions."""
        known = {(mention.start, mention.end) for mention in self._mentions}
        for mention, draft in self._nobodies.phrases():
            place = (mention.start, mention.end)
            self._of.setdefault(place, (draft,))
            if place not in known:
                self._mentions.append(mention)
        self._mentions.sort(key=lambda mention: (mention.start, mention.end, mention.kind))

    def _thing(self, number: int, draft: Draft) -> Thing:
        name = draft.name or best_name(draft.type, _counted(draft))
        aliases = tuple(sorted({surface for surface in draft.surfaces if surface != name}))
        return Thing(
            thing=number,
            document_id=draft.mentions[0].document_id,
            name=name,
            type=draft.type,
            key=self._own_key(draft),
            country=draft.country,
            aliases=aliases,
            reasons=tuple(draft.reasons),
            scores=tuple(draft.reasons.values()),
            roles=tuple(sorted(self._told.get(id(draft), ()))) if draft.type == "PERSON" else (),
            category=draft.category if draft.type == "WEAPON" else "",
        )

    def _own_key(self, draft: Draft) -> str:
        """The lexicon key, but not where a country's entry only told what a capital is that is here a mere place."""
        entry = self._lexicon.entry(draft.key) if draft.key else None
        return draft.key if entry is None or entry.type == draft.type else ""


def _counted(draft: Draft) -> dict[str, int]:
    texts = Counter(tidy(mention.text) for mention in draft.mentions)
    return {surface: texts[surface] for surface in draft.surfaces}
