"""Who holds which office: "Russian President Vladimir Putin", "the director of X, Dmitry Shugaev", "its chief, Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graphbuilder.extract.arguments import Context, argument
from graphbuilder.extract.wording import preposition_of
from graphbuilder.lexicon.tables import split, table
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Argument, Mention, Statement

HOLDERS = frozenset({"COUNTRY", "ORGANIZATION"})
LINKS = frozenset({"of", "at", "for", "in"})
GENITIVES = frozenset({"'s", "’s", "'", "’"})
POSSESSIVES = frozenset({"its", "their", "his", "her"})
FILLERS = frozenset(
    {"the", "a", "an", "former", "then", "new", "current", "acting", "outgoing", "deputy", "two", "respective", "own"}
)


@dataclass(frozen=True, slots=True)
class Title:
    """One title found in a sentence: token places `[start, end)`, its plain role, and whether its holder leads."""

    start: int
    end: int
    role: str
    leads: bool


@cache
def _titles() -> dict[tuple[str, ...], tuple[str, bool]]:
    found: dict[tuple[str, ...], tuple[str, bool]] = {}
    for row in table("titles.tsv", "title", "role", "leads"):
        for name in (row["title"], *split(row["variants"])):
            words = tuple(name.lower().replace("-", " - ").split())
            value = (row["role"], row["leads"] == "1")
            found.setdefault(words, value)
            found.setdefault((*words[:-1], words[-1] + "s"), value)
            american = tuple(word.replace("defence", "defense") for word in words)
            found.setdefault(american, value)
            found.setdefault((*american[:-1], american[-1] + "s"), value)
    return found


@cache
def _longest_by_first() -> dict[str, int]:
    """How many words the longest title has that begins with a word."""
    longest: dict[str, int] = {}
    for words in _titles():
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def titles_in(nodes: Sequence[Node]) -> list[Title]:
    """Titles in a sentence, longest first at each place, in text order."""
    known, longest = _titles(), _longest_by_first()
    words = [node.text.lower() for node in nodes]
    found, place = [], 0
    while place < len(words):
        for length in range(min(longest.get(words[place], 0), len(words) - place), 0, -1):
            value = known.get(tuple(words[place : place + length]))
            if value is not None and nodes[place + length - 1].pos in ("NOUN", "PROPN", "ADJ", "X"):
                found.append(Title(place, place + length, *value))
                place += length - 1
                break
        place += 1
    return found


@dataclass(frozen=True, slots=True)
class Office:
    """A title, who bears it, and the state or organization it belongs to, where the sentence says."""

    title: Title
    persons: tuple[Mention, ...]
    holder: Argument | None


def offices_in(context: Context) -> list[Office]:
    """The offices that a sentence gives to persons, in text order."""
    nodes = context.sentence.nodes
    names = _names(context)
    found = []
    for title in titles_in(nodes):
        if title.end < len(nodes) and nodes[title.end].text.lower() in GENITIVES:
            continue  # "the president's brother"
        if any(start <= title.start < end for start, end, _ in names):
            continue  # part of a name: "Office of the Secretary of Defense"
        holder, before = _holder_before(context, title, names)
        tail, after = _holder_after(context, title, names)
        persons = tuple(_persons(nodes, names, before, after))
        if persons:
            found.append(Office(title, persons, holder or tail))
    return found


def office_statements(context: Context, offices: Sequence[Office]) -> Iterator[Statement]:
    """One statement for each person whose office leads something or belongs to something."""
    for office in offices:
        for person in office.persons:
            if office.holder is not None or office.title.leads:
                yield _statement(context, office.title, person, office.holder)


def title_bearers(context: Context, offices: Sequence[Office]) -> dict[int, Node]:
    """The person whom each token of a title stands for, so that "the director of X, Y, said" is Y's saying."""
    starts = {node.start: node for node in context.sentence.nodes}
    return {
        place: starts[office.persons[0].head_start]
        for office in offices
        for place in range(office.title.start, office.title.end)
        if len(office.persons) == 1 and office.persons[0].head_start in starts
    }


def _names(context: Context) -> list[tuple[int, int, Mention]]:
    """Name mentions of the sentence with their token places, in text order."""
    starts = {node.start: node.index for node in context.sentence.nodes}
    ends = {node.end: node.index + 1 for node in context.sentence.nodes}
    return [(starts[m.start], ends[m.end], m) for m in context.names if m.start in starts and m.end in ends]


def _holder_before(
    context: Context, title: Title, names: list[tuple[int, int, Mention]]
) -> tuple[Argument | None, int]:
    """The state or organization in front of a title, and the token place where the whole phrase begins."""
    nodes = context.sentence.nodes
    place = title.start
    while place > 0 and nodes[place - 1].text.lower() in FILLERS:
        place -= 1
    if place > 0 and nodes[place - 1].text.lower() in GENITIVES:
        place -= 1
    if place > 0 and nodes[place - 1].text.lower() in POSSESSIVES:
        return argument(context, nodes[place - 1], "object"), place - 1
    if place > 0 and nodes[place - 1].text.lower() == "whose":
        owner = next((n for n in reversed(names) if n[1] <= place - 1 and n[2].type in HOLDERS), None)
        return (_of(owner[2]), place - 1) if owner else (None, place - 1)
    for start, end, mention in names:
        if end == place and mention.type in HOLDERS:
            while start > 0 and nodes[start - 1].text.lower() in FILLERS:
                start -= 1
            return _of(mention), start
    return None, place


def _holder_after(context: Context, title: Title, names: list[tuple[int, int, Mention]]) -> tuple[Argument | None, int]:
    """The state or organization that follows "of" or "at", and the token place behind the whole phrase."""
    nodes = context.sentence.nodes
    place = title.end
    if place >= len(nodes) or nodes[place].text.lower() not in LINKS:
        return None, place
    stop = place + 1
    while stop < len(nodes) and (_inside(stop, names) or not _ends_phrase(nodes[stop])):
        if any(start == stop and m.type == "PERSON" for start, _, m in names):
            break
        stop += 1
    inside = [(start, end, m) for start, end, m in names if place < start and end <= stop and m.type in HOLDERS]
    if not inside:
        beside = stop + 1 if stop < len(nodes) and nodes[stop].text == "," else stop
        named = nodes[title.end].text.lower() == "in" and any(
            start == beside and m.type == "PERSON" for start, _, m in names
        )
        return None, stop if named else title.end  # "Norway's ambassador in Lima, X"
    organizations = [m for _, _, m in inside if m.type == "ORGANIZATION"]
    return _of(organizations[-1] if organizations else inside[-1][2]), stop


def _inside(place: int, names: list[tuple[int, int, Mention]]) -> bool:
    return any(start <= place < end and m.type != "PERSON" for start, end, m in names)


def _ends_phrase(node: Node) -> bool:
    return (node.relation == "punctuation" and node.text not in "-–'’\"“”") or node.pos in (
        "VERB",
        "AUX",
        "CCONJ",
        "SCONJ",
    )


def _persons(nodes: Sequence[Node], names: list[tuple[int, int, Mention]], before: int, after: int) -> list[Mention]:
    """Persons beside the phrase `[before, after)`: right behind it, or in front of it behind a comma."""
    behind = after + 1 if after < len(nodes) and nodes[after].text == "," else after
    following = [m for start, _, m in names if start in (after, behind) and m.type == "PERSON"]
    if following:
        return [*following, *_coordinated(nodes, names, following[-1])]
    comma = before - 1
    while comma > 0 and nodes[comma].text.lower() in FILLERS:
        comma -= 1
    if comma > 0 and nodes[comma].text in (",", "(", "–", "—"):
        for start, end, mention in names:
            if end == comma and mention.type == "PERSON":
                plural = nodes[after - 1].tag in ("NNS", "NNPS")
                return [*(_before_and(nodes, names, start) if plural else []), mention]
    predicate = nodes[after - 1] if 0 < after <= len(nodes) else None
    if predicate is not None:
        return _copular_subjects(names, predicate)
    return []


def _before_and(nodes: Sequence[Node], names: list[tuple[int, int, Mention]], start: int) -> list[Mention]:
    """ "A and B, the two ministers": A too."""
    joined = start > 1 and nodes[start - 1].text.lower() == "and"
    return [m for _, end, m in names if joined and end == start - 1 and m.type == "PERSON"]


def _coordinated(nodes: Sequence[Node], names: list[tuple[int, int, Mention]], first: Mention) -> list[Mention]:
    """ "the two ministers, A and B": B too."""
    for place, (_, end, mention) in enumerate(names):
        if mention is first and end < len(nodes) and nodes[end].text.lower() == "and" and place + 1 < len(names):
            start, _, second = names[place + 1]
            if start == end + 1 and second.type == "PERSON":
                return [second]
    return []


def _copular_subjects(names: list[tuple[int, int, Mention]], predicate: Node) -> list[Mention]:
    """ "Z is its chief executive": Z."""
    node: Node | None = predicate
    while node is not None and not node.one("copula") and node.relation in ("compound", "name_part", "noun_modifier"):
        node = node.head
    if node is None or not node.one("copula"):
        return []
    subject = node.one("subject")
    if subject is None:
        return []
    within = {each.index for each in subject.subtree()} if not preposition_of(subject) else set()
    return [m for start, end, m in names if m.type == "PERSON" and set(range(start, end)) & within][:1]


def _of(mention: Mention) -> Argument:
    return Argument(mention.text, mention.start, mention.end, mention.head_start, mention.head_end, "object")


def _statement(context: Context, title: Title, person: Mention, holder: Argument | None) -> Statement:
    sentence = context.sentence
    first, last = sentence.nodes[title.start], sentence.nodes[title.end - 1]
    words = sentence.text[first.start - sentence.start : last.end - sentence.start]
    subject = Argument(
        person.text, person.start, person.end, person.head_start, person.head_end, "subject", role="leader"
    )
    return Statement(
        statement_id="", document_id=context.document_id, sentence=sentence.number, start=sentence.start, end=sentence.end,
        rule="office", relation=f"be {title.role} of", lemma=title.role, surface=words,
        predicate_start=first.start, predicate_end=last.end, subject=subject, arguments=(holder,) if holder else (),
        relation_type="LEADS" if title.leads else "", frame="office",
    )  # fmt: skip
