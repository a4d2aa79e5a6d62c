"""The records that pass from stage to stage.

All are frozen and made of plain values, so that they travel between processes and sort the same everywhere.
Offsets are in Python characters into the article's text as it was read, half-open `[start, end)`.
Dates are ISO 8601 as exact as known (`2019-08-29`, `2019-08`, `2019`); empty means unknown, never a guess.
"""

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["title", "date", "byline", "dateline", "body", "caption", "furniture"]
EntityType = Literal["COUNTRY", "PERSON", "ORGANIZATION", "WEAPON", "LOCATION", "EVENT"]
MentionKind = Literal["name", "nominal", "pronoun"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "planned", "possible", "requested", "conditional"]
Status = Literal[
    "discussed", "requested", "approved", "ordered", "delivering", "delivered", "suspended", "cancelled", "refused"
]
Standing = Literal["current", "past", "disputes", "supports"]
Kind = Literal["sale", "aid", "lease", "licence", "co-development", "upgrade"]
Outcome = Literal["joined", "apart", "corrected", "ignored"]
Scope = Literal["article", "articles", "corrections"]
Origin = Literal["table", "text", "correction"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text with one job. Only `body` blocks (paragraphs) are extracted from."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One document as read. `blocks` are in text order and do not overlap; white space between them is nobody's."""

    document_id: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    date: str = ""
    source: str = ""
    path: str = ""
    language: str = ""
    sha256: str = ""
    repairs: tuple[str, ...] = ()  # what the reader had to mend, as sentences for the log


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no article, and why."""

    path: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text that names, describes or points at something.

    `head_start`, `head_end` are the offsets of its head word ("batteries" in "two batteries of missiles").
    `key` is the lexicon entry it was found by, empty for a name known by its shape or context alone.
    `how` says what recognised it (`name`, `alias`, `demonym`, `capital`, `seat`, `acronym`, `designation`, `class`, `model`, `syntax`).
    `things` are the ids, within the article, of the things it refers to: none until resolved, several for a group.
    """

    document_id: str
    sentence: int
    start: int
    end: int
    text: str
    kind: MentionKind
    type: str
    head_start: int
    head_end: int
    key: str = ""
    how: str = ""
    plural: bool = False
    gender: str = ""  # "m", "f", "n" or empty
    things: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """One referent within one article, after its mentions were joined.

    `name` is the best surface or the lexicon's name, `reasons` say why its mentions were joined; `scores` has as many
    items, 0 where a reason is a matter of syntax. `roles` are the offices the text gives a person, `category` is what
    the text tells of a weapon.
    """

    thing: int
    document_id: str
    name: str
    type: str
    key: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()
    roles: tuple[str, ...] = ()
    category: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money: `value` in whole units of `currency` (ISO 4217)."""

    value: int
    currency: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant of a statement.

    `slot` is its syntactic place: `subject`, `object`, `recipient` (indirect object), `oblique`, `complement`,
    `attribute` (what a copula says of the subject), `adjunct` (a clause of time, reason or condition).
    `role` is its part in a transfer, where the predicate's frame gives one:
    `giver`, `receiver`, `theme`, `maker`, `partner`, `value`; `time` marks a time; empty elsewhere.
    `quantity` and `unit` count the argument ("two batteries of S-400": 2, "battery"); `money` is the price attached to it.
    """

    text: str
    start: int
    end: int
    head_start: int
    head_end: int
    slot: str
    preposition: str = ""
    role: str = ""
    quantity: int | None = None
    unit: str = ""
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What one predicate says: subject, relation, further arguments, and how it is meant.

    `relation` is the predicate in base form without preposition ("refuse to sell", "be suspend"), `lemma` its
    content word ("sell"), `surface` its wording with auxiliaries and negation ("had refused to sell").
    `attribution` is the chain of speakers, outermost first. `date` is when the event happens, `tense` one of
    `past`, `present`, `progressive`, `future` or empty. `frame` names the row of the frame table that typed it, `status` the state
    of a deal that the frame implies, `kind` the kind of transfer. `confidence` is in [0, 1].
    """

    statement_id: str
    document_id: str
    sentence: int
    start: int
    end: int
    rule: str
    relation: str
    lemma: str
    surface: str
    predicate_start: int
    predicate_end: int
    subject: Argument | None
    arguments: tuple[Argument, ...]
    relation_type: str = ""
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attribution: tuple[Argument, ...] = ()
    date: str = ""
    tense: str = ""
    frame: str = ""
    status: str = ""
    kind: str = ""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article on its own, before articles are brought together.

    `sentences` are the offsets of the sentences, in order: a sentence's number is its place in this tuple.
    """

    article: Article
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    things: tuple[Thing, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One real-world thing, after merging across articles. The columns of entities.csv."""

    entity_id: str
    name: str
    type: str
    country: str = ""
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    documents: tuple[str, ...] = ()
    wikidata: str = ""
    key: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One mention of one entity. The columns of mentions.csv."""

    entity_id: str
    document_id: str
    sentence: int
    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Why wordings were taken for one thing, or two alike for two things. The columns of decisions.csv, in order.

    `outcome` is `joined`, `apart` (another name was near and still is another entity), `corrected` (a correction of the
    user was carried out) or `ignored` (a correction that named nothing, or stood against another). `scope` is where it
    was decided: inside an `article`, between `articles`, or in the file of `corrections`. `name` and `other` are the two
    names compared, `other_id` the entity that `other` is. `score` is in [0, 1], None where nothing was weighed.
    `documents` counts the articles in which it was so, where that was counted, `document_id` is the first of them.
    """

    entity_id: str
    outcome: Outcome
    scope: Scope
    name: str
    other: str
    other_id: str
    score: float | None
    reason: str
    documents: int | None = None
    document_id: str = ""

    @property
    def sentence(self) -> str:
        """The reason in words that say of which other name it speaks, where two were kept apart."""
        return f'kept apart from "{self.other}": {self.reason}' if self.outcome == "apart" else self.reason


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something known of an entity and where from. The columns of attributes.csv, in order.

    `attribute` is `country`, `role` (of a person), `maker` or `category` (of a weapon), or `kind`. `start` and `end` are
    the years of an office, both within it, empty where open or unknown. `origin` is `table`, `text` or `correction`;
    `source` is what the table names as its source, or the first article that says it; `documents` counts such articles.
    """

    entity_id: str
    attribute: str
    value: str
    start: str
    end: str
    origin: Origin
    source: str
    documents: int | None = None


@dataclass(frozen=True, slots=True)
class Triple:
    """One subject-relation-object row. The columns of triples.csv, in order.

    `attributed_to` is who says it; `attribution_chain` all who pass it on, outermost first, separated by ` > `.
    """

    triple_id: str
    document_id: str
    sentence: int
    subject: str
    relation: str
    object: str
    subject_id: str
    object_id: str
    subject_type: str
    object_type: str
    relation_type: str
    polarity: str
    modality: str
    attributed_to: str
    date: str
    confidence: float
    start: int
    end: int
    evidence: str
    statement_id: str
    rule: str
    attribution_chain: str = ""


@dataclass(frozen=True, slots=True)
class Deal:
    """One arms deal. The columns of deals.csv, in order; tuples are written separated by `|`."""

    deal_id: str
    supplier: str
    recipient: str
    weapon: str
    weapon_category: str
    quantity: int | None
    unit: str
    value: int | None
    currency: str
    kind: str
    status: str
    ordered: str
    delivered: int | None
    supplier_id: str
    recipient_id: str
    weapon_id: str
    operators: tuple[str, ...] = ()
    manufacturer: tuple[str, ...] = ()
    first_reported: str = ""
    last_reported: str = ""
    documents: tuple[str, ...] = ()
    triples: tuple[str, ...] = ()
    confidence: float = 0.5
    evidence: tuple[str, ...] = ()
    delivery_years: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DealEvent:
    """One step of a deal, as one statement tells it. The columns of deal_events.csv, in order.

    `date` is when it happened, `reported` the date of the article. `wording` is the predicate in base form. `said_by` is
    the entity id of the speaker or the words for one without a name, empty where the article says it. `standing` is
    `current` for a step that the deal's status rests on, `past` for one passed before, `disputes` for one that stands
    against that status, `supports` for a denial that its deal has ended. `quantity`, `value` and `currency` are as told here: a figure that
    was revised has one version in each step.
    """

    deal_id: str
    date: str
    reported: str
    status: str
    wording: str
    polarity: str
    modality: str
    said_by: str
    standing: Standing
    quantity: int | None
    value: int | None
    currency: str
    document_id: str
    sentence: int
    start: int
    end: int
    triples: tuple[str, ...] = ()
    confidence: float = 0.5
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The whole result of a build as records: what every file, table and page is made from."""

    articles: tuple[Article, ...] = ()
    sentences: tuple[int, ...] = ()  # number of sentences of each article
    entities: tuple[Entity, ...] = ()
    mentions: tuple[EntityMention, ...] = ()
    triples: tuple[Triple, ...] = ()
    deals: tuple[Deal, ...] = ()
    deal_events: tuple[DealEvent, ...] = ()
    skipped: tuple[Skipped, ...] = field(default=())
    decisions: tuple[Decision, ...] = ()
    attributes: tuple[Attribute, ...] = ()
