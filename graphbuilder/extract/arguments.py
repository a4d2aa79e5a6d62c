"""Nodes to arguments: the text, the count and the price of what takes part in a statement."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from graphbuilder.dates import parse_date
from graphbuilder.extract.amounts import counted_noun, money_in, quantity_of
from graphbuilder.extract.wording import below, clause_text_nodes, joined, phrase, preposition_of, text_of
from graphbuilder.extract.words import column
from graphbuilder.parse.syntax import Node, Sentence
from graphbuilder.records import Argument, Mention, Money

ACTORS = frozenset({"COUNTRY", "ORGANIZATION", "PERSON"})
OPENING, CLOSING = frozenset({"``", "“"}), frozenset({"''", "”"})
CLAUSAL = frozenset({"complement", "adjunct"})
TIME_PREPOSITIONS = frozenset({
    "", "in", "on", "at", "by", "since", "until", "till", "before", "after", "during", "from", "within", "for", "between", "through",
    "over", "throughout", "around", "about", "as of",
})  # fmt: skip


@dataclass(slots=True)
class Context:
    """What the extraction of one sentence may look at: its money, its mentions by the offset of their head, the article's date."""

    sentence: Sentence
    document_id: str
    date: str
    mentions: Mapping[int, Sequence[Mention]]
    speaker: Argument | None = None  # who speaks in a quotation that began in an earlier sentence
    money: list[Money] = field(default_factory=list)
    holders: dict[int, Node] = field(default_factory=dict)  # token of a title -> the person who bears it
    names: list[Mention] = field(default_factory=list)  # names of the sentence, in text order

    def __post_init__(self) -> None:
        self.money = money_in(self.sentence)
        self.names = [m for node in self.sentence.nodes for m in self.mentions.get(node.start, ()) if m.kind == "name"]

    def distinct(self, nodes: Sequence[Node]) -> list[Node]:
        """Nodes without those inside a name that an earlier one already stands for."""
        kept: list[Node] = []
        taken: list[Mention] = []
        for node in nodes:
            if any(name.start <= node.start < name.end for name in taken):
                continue
            kept.append(node)
            taken.extend(name for name in self.names if name.start <= node.start < name.end)
        return kept

    def names_at(self, node: Node) -> bool:
        """Whether a name covers this node."""
        return any(name.start <= node.start < name.end for name in self.names)

    def holds(self, node: Node, kind: str) -> bool:
        """Whether the phrase of `node` is or contains a mention of a type ("two batteries of the S-400" holds a weapon).

        Args:
            node: head of the phrase.
            kind: a type of entity, or `ACTOR` for any that can act.
        """
        types = ACTORS if kind == "ACTOR" else frozenset({kind})
        inside = below(
            node, frozenset({"conjunct", "relative_clause", "complement_clause", "noun_clause", "apposition"})
        )
        return any(m.type in types for each in inside for m in self.mentions.get(each.start, ()))

    def mention_at(self, node: Node) -> Mention | None:
        """The longest mention whose head is this node, names first."""
        found = self.mentions.get(node.start, ())
        return max(found, key=lambda m: (m.kind == "name", m.end - m.start), default=None)


def argument(
    context: Context, node: Node, slot: str, preposition: str = "", role: str = "", without: Collection[Node] = ()
) -> Argument:
    """Build the argument headed by `node`; a description stands for the name beside it ("the agency, Rosoboronexport").

    Times below a noun and the parts headed by `without` say more about the event than about the thing; they stay outside.
    """
    node = named(context, node) if slot not in ("attribute", "adjunct") else node
    nodes = (
        clause_text_nodes(node)
        if slot in CLAUSAL
        else phrase(node, without=[*without, *_times_below(context, node)], restrictive=not context.mentions)
    )
    nodes = _with_quotes(context.sentence, nodes, both=not context.mentions)
    if context.mentions and len(nodes) > 1 and nodes[0].relation == "determiner" and nodes[0].text.lower() == "no":
        nodes = nodes[1:]  # "has no plans": the polarity of the statement says it already
    text, start, end = text_of(context.sentence, nodes)
    if slot in CLAUSAL:
        text = joined(nodes)  # what is said may be broken by who says it: "X, officials said, will buy"
    quantity, unit = quantity_of(node) if role not in ("time", "value") else (None, "")
    return Argument(
        text=text, start=start, end=end, head_start=node.start, head_end=node.end, slot=slot, preposition=preposition, role=role,
        quantity=quantity, unit=unit, money=price_of(context, node),
    )  # fmt: skip


def _with_quotes(sentence: Sentence, nodes: list[Node], both: bool) -> list[Node]:
    """Close a quotation that opens inside an argument; with `both`, keep the marks around it, as bare sentences do."""
    before, after = nodes[0].index - 1, nodes[-1].index + 1
    if after >= len(sentence.nodes) or sentence.nodes[after].text not in CLOSING:
        return nodes
    inside = sentence.nodes[before + 1 : after]
    opened = sum(node.text in OPENING for node in inside) - sum(node.text in CLOSING for node in inside)
    if opened > 0:
        return [*nodes, sentence.nodes[after]]
    if both and before >= 0 and sentence.nodes[before].text in OPENING:
        return [sentence.nodes[before], *nodes, sentence.nodes[after]]
    return nodes


def named(context: Context, node: Node) -> Node:
    """The name in apposition to a common noun, whichever stands first, or the node itself."""
    if node.index in context.holders:
        return context.holders[node.index]
    if node.pos != "NOUN" or context.names_at(node):
        return node
    beside = [child for child in node.all("apposition") if child.pos == "PROPN"]
    if node.relation == "apposition" and node.head is not None and node.head.pos == "PROPN":
        beside.insert(0, node.head)
    return next((each for each in beside if context.names_at(each)), node)


def _times_below(context: Context, node: Node) -> list[Node]:
    if not context.mentions or node.pos == "NUM" or node.text.lower() in column("time_nouns.tsv", "noun", "kind"):
        return []  # a bare sentence has no column for its date
    modifiers = [child for child in node.all("noun_modifier") if child.one("case")]
    return [
        child for child in modifiers if preposition_of(child) != "of" and is_time(context, child, preposition_of(child))
    ]


def price_of(context: Context, node: Node) -> Money | None:
    """The amount of money inside the phrase of `node` ("frigates worth 2 billion euros"), not that of its conjuncts or clauses."""
    inside = below(node, frozenset({"conjunct", "complement_clause", "adverbial_clause"}))
    places = {each.start for each in inside}
    return next((money for money in context.money if any(money.start <= start < money.end for start in places)), None)


def is_money(context: Context, node: Node) -> bool:
    """Whether `node` is itself (the head of) an amount of money, or a word for a price with its amount ("a cost of $2 bn")."""
    if node.text.lower() in column("price_nouns.tsv", "noun", "kind"):
        return price_of(context, node) is not None
    return any(money.start <= node.start < money.end for money in context.money)


def is_time(context: Context, node: Node, preposition: str) -> bool:
    """Whether an oblique or modifier says when something happens."""
    word = node.text.lower()
    year = node.pos == "NUM" and len(word) == 4 and word[:2] in ("19", "20")
    timely = node.entity == "DATE" or word in column("time_nouns.tsv", "noun", "kind") or year
    return timely and preposition in TIME_PREPOSITIONS and not is_money(context, node)


def time_of(context: Context, node: Node, preposition: str, future: bool = False) -> tuple[bool, str]:
    """Whether an oblique says when something happens, and its ISO date where it can be told.

    Args:
        context: the sentence and the article's date.
        node: head of the oblique.
        preposition: what introduces it.
        future: whether the event is still to come, so that "in September" is the next one.
    """
    if not is_time(context, node, preposition):
        return False, ""
    words = sorted(below(node, frozenset({"relative_clause", "conjunct", "case"})), key=lambda each: each.index)
    text = text_of(context.sentence, words)[0]
    return True, parse_date(f"{preposition} {text}".strip(), context.date, tense="future" if future else "")


def core(node: Node) -> Node:
    """The noun that is meant: what a unit or number counts, else the node itself."""
    inner = counted_noun(node)
    return core(inner) if inner is not None else node


def theme_below(context: Context, receiver: Node) -> list[Node]:
    """ "a sale to the Government of X of forty aircraft": what parsers hang below the receiver is what is sold."""
    inside = [each for each in below(receiver, frozenset({"conjunct"}))[1:] if each.relation == "noun_modifier"]
    found = [each for each in inside if preposition_of(each) == "of" and context.holds(each, "WEAPON")]
    return [each for each in found if not any(other in each.subtree() for other in found if other is not each)][:1]
