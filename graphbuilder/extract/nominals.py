"""Event nouns as statements of their own: "the Swedish sale of Gripens to Peru", "Peru's suspension from the program".

Roles come from possessives, demonyms, compounds and prepositions as the noun's frame says; which side of a noun a
participant stands on never decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graphbuilder.extract.arguments import ACTORS, Context, argument, is_money, theme_below, time_of
from graphbuilder.extract.factuality import Factuality, apply, factuality_of
from graphbuilder.extract.frames import apply_frame, frame_of
from graphbuilder.extract.predicates import tense_of
from graphbuilder.extract.speakers import speakers_of
from graphbuilder.extract.subjects import subjects_of
from graphbuilder.extract.verbs import is_copular, verb_lemma
from graphbuilder.extract.wording import phrase, preposition_of, text_of
from graphbuilder.extract.words import Frame, column, operators
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Argument, Statement

COVERING = frozenset({"cover", "include", "involve", "comprise", "concern", "regard"})
AGENTIVE = frozenset({"rival", "maker", "operator", "member"})
TOPICS = frozenset({"on", "over", "about", "for", "of", "with", "to"})


@dataclass(slots=True)
class Roles:
    """Participants of an event noun by the role its frame gives them."""

    subjects: list[tuple[Node, str]] = field(default_factory=list)  # node, how: "possessor", "demonym", "by" ...
    arguments: list[Argument] = field(default_factory=list)
    date: str = ""


def nominal_statements(context: Context) -> Iterator[Statement]:
    """Statements of the event nouns of a sentence that name at least two participants, or one and a doer."""
    for node in context.sentence.nodes:
        if node.pos not in ("NOUN", "PROPN") or node.relation in ("compound", "name_part"):
            continue  # "a Foreign Military Sale" is written like a name
        word = node.text.lower()
        frame = frame_of(node.lemma, "noun") or frame_of(word, "noun") or frame_of(word.removesuffix("s"), "noun")
        if frame is None:
            continue
        if context.names_at(node):
            continue
        yield from _statements(context, node, frame)


def _statements(context: Context, node: Node, frame: Frame) -> Iterator[Statement]:
    roles = _roles(context, node, frame)
    if not roles.subjects and not roles.arguments:
        return
    fact = _factuality(node)
    for subject, arguments in _arranged(context, frame, roles):
        passive = subject.role == "theme" and frame.subject != "theme"
        typed = apply_frame(frame, None, arguments, fact, False, tense_of(_verb_above(node) or node, []))
        nodes = phrase(node)
        sentence = context.sentence
        yield Statement(
            statement_id="", document_id=context.document_id, sentence=sentence.number, start=sentence.start, end=sentence.end,
            rule="noun/passive" if passive else "noun", relation=_relation(frame, passive), lemma=frame.verb or frame.lemma,
            surface=text_of(sentence, nodes)[0], predicate_start=node.start, predicate_end=node.end,
            subject=subject, arguments=typed.arguments, relation_type=typed.relation_type,
            polarity="negated" if fact.polarity == "negated" else "affirmed",
            modality=typed.modality,  # type: ignore[arg-type]
            attribution=tuple(argument(context, each, "subject") for each in speakers_of(node)) or _quoted(context),
            date=roles.date, tense="", frame=typed.frame, status=typed.status, kind=typed.kind,
        )  # fmt: skip


def _quoted(context: Context) -> tuple[Argument, ...]:
    return (context.speaker,) if context.speaker is not None else ()


def _relation(frame: Frame, passive: bool) -> str:
    verb = frame.verb or frame.lemma
    if not passive and frame.subject != "theme":
        return verb
    participle = column("participles.tsv", "verb", "participle").get(verb) or (
        verb + "d" if verb.endswith("e") else verb + "ed"
    )
    return f"be {participle}"


def _arranged(context: Context, frame: Frame, roles: Roles) -> Iterator[tuple[Argument, list[Argument]]]:
    """Subject and other arguments of each statement of the noun; none where too little is said."""
    subjects = [replace(argument(context, each, "subject"), role=frame.subject) for each, _ in roles.subjects]
    if not subjects:
        doers = [a for a in roles.arguments if a.role == frame.subject]
        subjects = [
            replace(a, slot="subject", preposition="") for a in doers[:1] if a.role in ("partner", "giver", "receiver")
        ]
        roles.arguments = [a for a in roles.arguments if not doers or a is not doers[0]]
    if subjects:
        if roles.arguments:
            for subject in subjects:
                yield subject, roles.arguments
        return
    themes = [a for a in roles.arguments if a.role == "theme"]
    if frame.status == "delivered" and len(themes) == len(roles.arguments):
        # "the delivery of the last frigates": who delivers to whom is told elsewhere
        for theme in themes:
            yield replace(theme, slot="subject", preposition=""), []
        return
    others = [a for a in roles.arguments if a.role not in ("", "theme", "value")]
    if themes and others:
        for theme in themes:
            yield replace(theme, slot="subject", preposition=""), others


def _roles(context: Context, node: Node, frame: Frame) -> Roles:
    roles = Roles()
    for child in node.children:
        mention = context.mention_at(child)
        actor = mention is not None and mention.type in ACTORS
        if child.relation == "possessor":
            roles.subjects.extend((each, "possessor") for each in [child, *child.all("conjunct")])
        elif child.relation in ("adjective", "compound") and actor:
            roles.subjects.extend((each, "demonym") for each in [*_hyphenated(context, child), child])
        elif child.relation == "compound" and mention is not None and mention.type == "WEAPON":
            roles.arguments.append(argument(context, child, "object", "", "theme"))
        elif child.relation == "noun_modifier":
            _prepositional(context, child, frame, roles)
        elif child.relation == "noun_clause" and child.lemma in COVERING:
            for each in child.all("object"):
                roles.arguments.extend(
                    argument(context, c, "object", "", "theme") for c in [each, *each.all("conjunct")]
                )
    if is_copular(node) and preposition_of(node) == "in":
        roles.subjects.extend((each, "copula") for each in subjects_of(node))  # "Moscow and Ankara are in talks over"
    if is_copular(node) and frame.subject in AGENTIVE:
        roles.subjects.extend((each, "copula") for each in subjects_of(node))  # "the Gripen is a rival of the Rafale"
    roles.subjects = [(each, "distinct") for each in context.distinct([each for each, _ in roles.subjects])]
    return roles


def _hyphenated(context: Context, demonym: Node) -> list[Node]:
    """ "the Norwegian-Danish talks": the actor joined to another by a hyphen, wherever the parser hung it."""
    nodes, place = context.sentence.nodes, demonym.index
    if place < 2 or nodes[place - 1].text not in "-–/":
        return []
    mention = context.mention_at(nodes[place - 2])
    return [nodes[place - 2]] if mention is not None and mention.type in ACTORS else []


def _prepositional(context: Context, child: Node, frame: Frame, roles: Roles) -> None:
    preposition = preposition_of(child)
    timely, when = time_of(context, child, preposition)
    if timely:
        roles.date = roles.date or when
        return
    if is_money(context, child):
        roles.arguments.append(argument(context, child, "oblique", preposition, "value"))
        return
    role = frame.prepositions.get(preposition, "")
    if not role:
        return
    for each in [child, *child.all("conjunct")]:
        own = preposition_of(each) or preposition
        own = "with" if own == "between" else own  # "the meeting between A and B": A met with B
        slot = "object" if role == frame.object and preposition == "of" else "oblique"
        nested = theme_below(context, each) if role == "receiver" and frame.prepositions.get("of") == "theme" else []
        roles.arguments.append(
            argument(context, each, slot, "" if slot == "object" else own, frame.prepositions.get(own, role), nested)
        )
        roles.arguments.extend(argument(context, theme, "object", "", "theme") for theme in nested)


def _verb_above(node: Node) -> Node | None:
    """The verb whose object, subject in the passive or complement the noun is."""
    head = node.head
    if node.relation == "conjunct" and head is not None:
        return _verb_above(head)
    if head is not None and node.relation in ("object", "passive_subject", "oblique", "noun_modifier"):
        if head.pos == "VERB" and (node.relation != "oblique" or preposition_of(node) in TOPICS):
            return head
        if node.relation == "noun_modifier" and head.pos == "NOUN" and frame_of(head.lemma, "noun"):
            return _verb_above(head)
    return None


def _factuality(node: Node) -> Factuality:
    """How the event of a noun is meant: its own modifiers, then the verb that governs it and the clauses above."""
    fact = Factuality()
    modalities = column("modal_modifiers.tsv", "word", "modality")
    statuses = column("modal_modifiers.tsv", "word", "status")
    for child in node.all("adjective", "adverb", "compound"):
        word = child.text.lower()
        if word in modalities:
            fact.weaken(modalities[word])
            fact.status = statuses.get(word, "") or fact.status
    _governing_noun(node, fact)
    verb = _verb_above(node)
    if verb is None:
        return fact
    outer = factuality_of(verb, [])
    operator = operators().get((verb_lemma(verb), "noun"))
    if operator is not None:
        if outer.polarity == "affirmed":
            apply(operator, fact)
        if outer.modality != "asserted" and operator.status in ("cancelled", "suspended", "refused"):
            fact.status = ""  # "may cancel the order": the order stands
    if operator is not None or node.relation != "oblique":
        # "was meant to coincide with the delivery": the delivery is no plan
        if outer.polarity == "negated":
            fact.negate()
        fact.weaken(outer.modality)
    return fact


def _governing_noun(node: Node, fact: Factuality) -> None:
    """ "the cancellation of the sale", "talks over the purchase": the noun above says how far the event has come."""
    head = node.head
    if node.relation != "noun_modifier" or head is None or head.pos != "NOUN":
        return
    frame = frame_of(head.lemma, "noun") or frame_of(head.text.lower(), "noun")
    if frame is None or not frame.status:
        return
    if frame.relation_type in ("NEGOTIATES", "CANCELS", "SUSPENDS", "APPROVES"):
        fact.status = frame.status
        if frame.relation_type in ("NEGOTIATES", "APPROVES"):
            fact.weaken("possible" if frame.relation_type == "NEGOTIATES" else "planned")
