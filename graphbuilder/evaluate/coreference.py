"""`graphbuilder evaluate coreference`: pronouns and chains against gold, on gold trees and gold names.

Only persons, places and organizations count. A pronoun is linked rightly where the last name or description before it
in what the program calls one thing stands in its gold chain. B-cubed (Bagga and Baldwin 1998) is over all gold mentions
of chains with more than one mention; the baseline takes mentions of the same wording for one thing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graphbuilder.evaluate.coreference_gold import (
    GoldDocument,
    GoldMention,
    chains_of,
    head_of,
    read_documents,
    words_of,
)
from graphbuilder.evaluate.tables import Table
from graphbuilder.lexicon import Lexicon
from graphbuilder.lexicon.build import country_entry
from graphbuilder.lexicon.tables import table
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Article, Mention
from graphbuilder.resolve.coreference import resolve_article
from graphbuilder.resolve.referring import referring_noun

_TYPES = {"person": "PERSON", "organization": "ORGANIZATION", "place": "LOCATION"}
_PRONOUNS = frozenset("he him his himself she her hers herself it its itself they them their theirs themselves".split())
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_SMALL = frozenset({"the", "a", "an"})

Place = tuple[int, int]  # offsets of a head word


@dataclass(slots=True)
class Links:
    """Counts of pronouns: `wanted` of gold, of these in chains with a name (`named`), `given` by the program, `right`
    (`named_right` those in chains with a name)."""

    wanted: int = 0
    named: int = 0
    given: int = 0
    right: int = 0
    named_right: int = 0

    def row(self, title: str) -> tuple[str | int | float, ...]:
        """Counts and shares as a row of the table."""
        shares = (_share(self.right, self.given), _share(self.right, self.wanted), _share(self.named_right, self.named))
        return (title, self.wanted, self.given, self.right, *shares)


@dataclass(slots=True)
class Cubed:
    """Sums of B-cubed over mentions."""

    mentions: int = 0
    precision: float = 0.0
    recall: float = 0.0

    def add(self, gold: Mapping[int, str], found: Mapping[int, str]) -> None:
        """Count the mentions of one document, given the chain and the cluster of each, by their number."""
        chains, clusters = _members(gold), _members(found)
        for number, chain in gold.items():
            shared = len(chains[chain] & clusters[found[number]])
            self.mentions += 1
            self.precision += shared / len(clusters[found[number]])
            self.recall += shared / len(chains[chain])

    def row(self, title: str) -> tuple[str | int | float, ...]:
        """Precision, recall and F1 as a row of the table."""
        precision, recall = (_share(total, self.mentions) for total in (self.precision, self.recall))
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return (title, self.mentions, precision, recall, f1)


@dataclass(slots=True)
class Scores:
    """All counts."""

    links: dict[str, Links] = field(default_factory=dict)
    ours: Cubed = field(default_factory=Cubed)
    baseline: Cubed = field(default_factory=Cubed)


def evaluate_coreference(path: Path) -> list[Table]:
    """Measure against a file of gold chains.

    Args:
        path: CoNLL-U in the form of the GUM corpus.

    Raises:
        InputError: The file cannot be used.
    """
    lexicon = _countries()
    scores = Scores()
    for document in read_documents(path):
        _score(document, lexicon, scores)
    total = Links(*(sum(getattr(each, name) for each in scores.links.values()) for name in Links.__slots__))
    rows = [links.row(word) for word, links in sorted(scores.links.items())]
    header = ("pronoun", "wanted", "given", "right", "precision", "recall", "of chains with a name")
    links = Table("Links of pronouns", header, (total.row("all"), *rows))
    cubed = (scores.ours.row("graphbuilder"), scores.baseline.row("same wording"))
    return [links, Table("B-cubed", ("system", "mentions", "precision", "recall", "F1"), cubed)]


def _countries() -> Lexicon:
    """Countries alone: what the text itself tells of persons and organizations is to be measured."""
    columns = ("iso3", "name", "aliases", "demonyms", "capital", "seats", "source")
    return Lexicon(country_entry(row) for row in table("countries.tsv", *columns))


def _score(document: GoldDocument, lexicon: Lexicon, scores: Scores) -> None:
    gold: dict[Place, list[GoldMention]] = {}  # "Ann and Bob" and "Ann" have one head
    for mention in document.mentions:
        gold.setdefault(_place(head_of(words_of(document, mention))), []).append(mention)
    chains = chains_of(iter(document.mentions))
    names = {mention.chain for mention in document.mentions if _is_name(document, mention)}
    found = _resolved(document, lexicon)
    _count_links(document, gold, chains, names, found, scores.links)
    counted = [
        mention
        for mention in document.mentions
        if mention.type in _TYPES and len(chains[mention.chain]) > 1 and _counts(document, mention)
    ]
    of_thing = {(mention.head_start, mention.head_end): str(mention.things) for mention in found}
    ours = {}
    for number, mention in enumerate(counted):
        place = _place(head_of(words_of(document, mention)))
        inner = gold[place][-1] is mention  # the outer one is a group, of which nothing is told
        ours[number] = of_thing.get(place, f"alone {number}") if inner else f"alone {number}"
    wanted = {number: mention.chain for number, mention in enumerate(counted)}
    scores.ours.add(wanted, ours)
    scores.baseline.add(wanted, {number: _wording(document, mention) for number, mention in enumerate(counted)})


def _count_links(
    document: GoldDocument,
    gold: Mapping[Place, Sequence[GoldMention]],
    chains: Mapping[str, Sequence[GoldMention]],
    names: set[str],
    found: Sequence[Mention],
    counts: dict[str, Links],
) -> None:
    for place, (mention, *_) in gold.items():
        word = document.text[place[0] : place[1]].casefold()
        if word in _PRONOUNS and mention.type in _TYPES and len(chains[mention.chain]) > 1:
            links = counts.setdefault(word, Links())
            links.wanted += 1
            links.named += mention.chain in names
    for each in found:
        word = each.text.casefold()
        if each.kind != "pronoun" or word not in _PRONOUNS:
            continue
        links = counts.setdefault(word, Links())
        links.given += 1
        meant = {mention.chain for mention in gold.get((each.head_start, each.head_end), ())}
        targets = [_target(each, thing, found) for thing in each.things]
        places = [(target.head_start, target.head_end) for target in targets if target is not None]
        right = meant & {mention.chain for place in places for mention in gold.get(place, ())}
        links.right += bool(right)
        links.named_right += bool(right & names)


def _target(pronoun: Mention, thing: int, found: Sequence[Mention]) -> Mention | None:
    """The last name or description of a thing before a pronoun, else the last one behind it."""
    others = [other for other in found if other.kind != "pronoun" and thing in other.things]
    before = [other for other in others if other.start < pronoun.start]
    return max(before or others, key=lambda other: other.start, default=None)


def _resolved(document: GoldDocument, lexicon: Lexicon) -> tuple[Mention, ...]:
    mentions = list({(each.start, each.end): each for each in _given(document, lexicon)}.values())
    article = Article(document.name, document.text, ())
    return resolve_article(article, document.sentences, mentions, lexicon, unnamed=True)[0]


def _given(document: GoldDocument, lexicon: Lexicon) -> Iterator[Mention]:
    """What the program is told: gold names with their types, pronouns, and nouns that may point back."""
    for mention in document.mentions:
        if _is_name(document, mention):
            yield _name(document, mention, lexicon)
    for sentence in document.sentences:
        for node in sentence.nodes:
            if node.text.casefold() in _PRONOUNS and node.pos in ("PRON", "DET"):
                yield _mention(document, sentence.number, [node], node, "pronoun", "")
            elif node.pos == "NOUN" and referring_noun(node.lemma) is not None:
                first = node.one("determiner")
                if first is not None and first.text.casefold() in _POINTING and first.index < node.index:
                    words = sentence.nodes[first.index : node.index + 1]
                    yield _mention(document, sentence.number, words, node, "nominal", "")


def _name(document: GoldDocument, mention: GoldMention, lexicon: Lexicon) -> Mention:
    """The proper nouns around the head of a mention; of a country, with its key."""
    nodes = document.sentences[mention.sentence].nodes
    head = head_of(words_of(document, mention))
    first = last = head.index
    while first > mention.first and nodes[first - 1].pos == "PROPN":
        first -= 1
    while last < mention.last and nodes[last + 1].pos == "PROPN":
        last += 1
    made = _mention(document, mention.sentence, nodes[first : last + 1], head, "name", _TYPES[mention.type])
    match = next((each for each in lexicon.lookup(made.text) if made.type != "PERSON"), None)
    return (
        made
        if match is None
        else _mention(document, mention.sentence, nodes[first : last + 1], head, "name", "COUNTRY", match.entry.key)
    )


def _mention(
    document: GoldDocument, sentence: int, nodes: Sequence[Node], head: Node, kind: str, type_: str, key: str = ""
) -> Mention:
    start, end = nodes[0].start, nodes[-1].end
    return Mention(
        *(
            document.name,
            sentence,
            start,
            end,
            document.text[start:end],
            kind,
            type_,
            head.start,
            head.end,
            key,
            "model",
        )  # type: ignore[arg-type]
    )


def _is_name(document: GoldDocument, mention: GoldMention) -> bool:
    return mention.type in _TYPES and head_of(words_of(document, mention)).pos == "PROPN"


def _counts(document: GoldDocument, mention: GoldMention) -> bool:
    """Whether a mention is a name, a noun phrase, or one of the pronouns that the program knows."""
    head = head_of(words_of(document, mention))
    return head.pos in ("PROPN", "NOUN") or head.text.casefold() in _PRONOUNS


def _wording(document: GoldDocument, mention: GoldMention) -> str:
    words = [node.text.casefold() for node in words_of(document, mention)]
    return " ".join(words[1:] if len(words) > 1 and words[0] in _SMALL else words)


def _place(node: Node) -> Place:
    return (node.start, node.end)


def _members(of: Mapping[int, str]) -> dict[str, set[int]]:
    out: dict[str, set[int]] = {}
    for number, name in of.items():
        out.setdefault(name, set()).add(number)
    return out


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
