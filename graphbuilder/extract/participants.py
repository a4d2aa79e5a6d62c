"""Parts of a clause to arguments: times told apart, events' own modifiers brought up from the nouns they hang below."""

from collections.abc import Collection, Iterator, Sequence

from graphbuilder.extract.arguments import ACTORS, Context, argument, is_money, theme_below, time_of
from graphbuilder.extract.clauses import Part
from graphbuilder.extract.frames import frame_of
from graphbuilder.extract.speakers import SOURCES
from graphbuilder.extract.wording import below, phrase, preposition_of
from graphbuilder.extract.words import Frame, column
from graphbuilder.parse.syntax import Node, move
from graphbuilder.records import Argument

# prepositions below an object that belong to the event rather than to the thing: "tanks from Hyundai for $3 bn"
INNER = frozenset(
    {"relative_clause", "noun_clause", "complement_clause", "adverbial_clause", "apposition", "parataxis"}
)
PROMOTED_ROLES = frozenset({"giver", "receiver", "partner", "theme", "target"})


def participants(
    context: Context,
    parts: Sequence[Part],
    frame: Frame | None,
    noun: Node | None,
    future: bool,
    within: Collection[Node] = (),
) -> tuple[list[Argument], str]:
    """Arguments of a clause and the date of its event; times are kept as arguments with the role `time`.

    The event noun of a light verb gives its own modifiers as arguments instead of itself. `within` are the predicate and
    the nodes above it: what is said of a noun in its relative clause does not repeat that clause.
    """
    arguments: list[Argument] = []
    date = ""
    for part in parts:
        if part.node is noun and frame is not None:
            arguments.extend(_promoted(context, part.node, frame, with_of=True)[1])
            continue
        if part.preposition in SOURCES:
            continue  # "according to X" says who speaks
        if context.mentions and part.node.text.lower() in ("which", "whom", "who", "whose"):
            continue  # what it stands for was not found: "the alliance, of which it is a member"
        if context.mentions and part.slot == "oblique" and _connects(part):
            continue
        timely, when = time_of(context, part.node, part.preposition, future) if part.slot == "oblique" else (False, "")
        role = "time" if timely else "value" if is_money(context, part.node) else ""
        gapped = part.slot == "oblique" and part.node.pos == "NUM" and not (part.preposition or role)
        if context.mentions and gapped:
            continue  # "six go in May, eight in June": a clause of its own without its verb
        date = date or when
        if part.slot == "object" and (inner := _misplaced_recipient(context, part.node)) is not None:
            arguments.append(argument(context, inner, "recipient"))
        carries = part.slot == "object" and frame is not None and _carries_roles(context, part.node)
        heads, promoted = _promoted(context, part.node, frame) if carries and frame is not None else ([], [])
        nested = _nested_theme(context, part, frame)
        arguments.append(argument(context, part.node, part.slot, part.preposition, role, [*heads, *within, *nested]))
        arguments.extend(argument(context, theme, "object", "", "theme") for theme in nested)
        if carries:
            arguments.extend(argument(context, each, part.slot) for each in _further_themes(context, part.node))
        arguments.extend(promoted)
    return arguments, date or _inner_time(context, parts, future)


def _connects(part: Part) -> bool:
    """Whether a phrase only links the sentence to the text around it: "in turn", "on the other hand"."""
    words = " ".join(each.text.lower() for each in phrase(part.node))
    return f"{part.preposition} {words}" in column("connectives.tsv", "phrase", "source")


def _further_themes(context: Context, node: Node) -> list[Node]:
    """ "discussed the sale of the X and the Y": the Y too."""
    if frame_of(node.lemma, "noun") is None:
        return []
    sold = [
        each for each in node.all("noun_modifier") if preposition_of(each) == "of" and context.holds(each, "WEAPON")
    ]
    return [other for each in sold for other in each.all("conjunct") if context.holds(other, "WEAPON")]


def _nested_theme(context: Context, part: Part, frame: Frame | None) -> list[Node]:
    """ "approved a sale to X of tanks": what parsers hang below the receiver is what is sold."""
    if frame is None or part.slot != "oblique" or frame.prepositions.get(part.preposition) != "receiver":
        return []
    return theme_below(context, part.node)


def _promoted(context: Context, node: Node, frame: Frame, with_of: bool = False) -> tuple[list[Node], list[Argument]]:
    """Modifiers of an object that take part in the event: their heads, and the arguments they make."""
    heads: list[Node] = []
    arguments: list[Argument] = []
    for inner in _modifiers(node):
        preposition = preposition_of(inner)
        if not preposition or (preposition == "of" and not with_of):
            continue
        role = "value" if is_money(context, inner) else frame.prepositions.get(preposition, "")
        if role == "value" or role in PROMOTED_ROLES:
            heads.append(inner)
            coordinated = [] if role == "value" else inner.all("conjunct")
            arguments.extend(argument(context, each, "oblique", preposition, role) for each in [inner, *coordinated])
    return heads, arguments


def _modifiers(node: Node) -> Iterator[Node]:
    """Prepositional modifiers of an object, also those the parser hung below what it counts ("five regiments of X from Y")."""
    for inner in node.all("noun_modifier", "determiner", "adjective"):
        if inner.relation == "noun_modifier":
            yield inner
        if preposition_of(inner) == "of" or inner.pos == "DET" or inner.relation != "noun_modifier":
            yield from inner.all("noun_modifier")


def _misplaced_recipient(context: Context, node: Node) -> Node | None:
    """ "give Kyiv 31 tanks": a name in front of a number or article is no part of the noun phrase that these open."""
    nodes = phrase(node)
    for name in context.names:
        words = [each for each in nodes if name.start <= each.start < name.end]
        if not words or words[0] is not nodes[0] or node in words or name.type not in ACTORS or name.how == "demonym":
            continue
        behind = next((each for each in nodes if each.start >= name.end), None)
        if behind is not None and (
            behind.pos in ("NUM", "DET") or behind.text.lower() in ("about", "some", "more", "up")
        ):
            head = next((each for each in words if each.head not in words), words[0])
            move(head, node.head, "recipient")
            return head
    return None


def _carries_roles(context: Context, node: Node) -> bool:
    """Whether what hangs below an object takes part in the event: below weapons and deals ("tanks from X", "a contract with Y")."""
    return frame_of(node.lemma, "noun") is not None or context.holds(node, "WEAPON") or node.pos in ("PROPN", "NUM")


def _inner_time(context: Context, parts: Sequence[Part], future: bool) -> str:
    """A date that the parser hung below a noun: "delivered the first battery to X on Friday"."""
    for part in parts:
        if part.slot in ("object", "oblique", "recipient"):
            for inner in below(part.node, INNER)[1:]:
                timely, when = time_of(context, inner, preposition_of(inner), future)
                if timely and when and inner.one("case"):
                    return when
    return ""
