"""Sentences to statements: every clause, event noun, office and apposition of an article, typed and dated."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuilder.extract.appositions import apposition_statements
from graphbuilder.extract.arguments import Context, argument, core, is_money, time_of
from graphbuilder.extract.clauses import MEASURING, Clause, Part, clauses_of
from graphbuilder.extract.confidence import confidence_of
from graphbuilder.extract.factuality import Factuality, factuality_of, verb_lemma
from graphbuilder.extract.frames import apply_frame, frame_of
from graphbuilder.extract.nominals import nominal_statements
from graphbuilder.extract.offices import office_statements
from graphbuilder.extract.predicates import relation_of, surface_of, tense_of
from graphbuilder.extract.quotations import speaker_of_quotations
from graphbuilder.extract.speakers import is_speech, speakers_of
from graphbuilder.extract.wording import preposition_of
from graphbuilder.extract.words import Frame, light_verbs
from graphbuilder.parse.syntax import Node, Sentence, move
from graphbuilder.records import Argument, Mention, Statement

# prepositions below an object that belong to the event rather than to the thing: "tanks from Hyundai for $3 bn"
PROMOTED_ROLES = frozenset({"giver", "receiver", "partner", "theme", "target", "hearer"})


def extract_statements(
    document_id: str, date: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> list[Statement]:
    """All statements of an article, in text order.

    Args:
        document_id: the article's id.
        date: its publication date (ISO 8601 or empty), against which "on Tuesday" is read.
        sentences: its sentences.
        mentions: its mentions; they tell actors from other words where syntax alone cannot.
    """
    heads: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        heads[mention.head_start].append(mention)
    found: list[Statement] = []
    speakers = speaker_of_quotations(sentences)
    for sentence in sentences:
        context = Context(sentence, document_id, date, heads)
        speaker = speakers.get(sentence.number)
        if speaker is not None:
            context.speaker = argument(Context(speaker[0], document_id, date, heads), speaker[1], "subject")
        found.extend(_numbered(context, statements_of(context)))
    return found


def statements_of(context: Context) -> Iterator[Statement]:
    """The statements of one sentence: clauses first, then nouns, offices and appositions."""
    for clause in clauses_of(context.sentence):
        yield from clause_statements(context, clause)
    yield from nominal_statements(context)
    yield from office_statements(context)
    yield from apposition_statements(context)


def _numbered(context: Context, statements: Iterator[Statement]) -> Iterator[Statement]:
    seen: set[tuple[object, ...]] = set()
    count = 0
    for statement in statements:
        subject = statement.subject.head_start if statement.subject else -1
        what = (statement.relation, subject, tuple((a.head_start, a.preposition) for a in statement.arguments))
        if what in seen:
            continue
        seen.add(what)
        count += 1
        name = f"{context.document_id}-s{context.sentence.number}-{count}"
        yield replace(statement, statement_id=name, confidence=confidence_of(statement))


def clause_statements(context: Context, clause: Clause) -> Iterator[Statement]:
    """The statements of one clause: one for each of its coordinated subjects."""
    agents = [part for part in clause.parts if part.slot == "agent"]
    subjects: list[Node | None] = list(clause.subjects) or [None]
    parts = [part for part in clause.parts if part.slot != "agent"]
    turned = bool(clause.passive and agents)
    if turned:
        # the agent becomes the subject, what underwent the event its object
        parts = [*(Part(node, "object") for node in clause.subjects), *parts]
        subjects = [part.node for part in agents]
    if subjects == [None]:
        return
    frame, relation_noun = _frame(context, clause)
    heads = [node for node in [*clause.subjects, *(p.node for p in parts if p.slot in ("object", "attribute"))]]
    fact = factuality_of(clause.head, heads)
    arguments, date = _arguments(context, parts, frame, relation_noun)
    attribution = () if is_speech(clause.head) and context.speaker else attribution_of(context, clause.head)
    relation = relation_of(clause, agentless=not turned) + (f" {relation_noun.lemma}" if relation_noun else "")
    for node in context.distinct([each for each in subjects if each is not None]):
        subject = argument(context, node, "subject")
        yield _statement(context, clause, frame, fact, subject, arguments, date, attribution, relation, turned)


def _frame(context: Context, clause: Clause) -> tuple[Frame | None, Node | None]:
    """The frame of a clause, and the event noun that carries it where its verb is light ("take delivery", "hold talks")."""
    if clause.kind != "verb":
        return (frame_of(f"be {clause.head.lemma}", "verb") if clause.head.lemma in MEASURING else None), None
    lemma = verb_lemma(clause.head)
    for part in clause.parts:
        if part.slot != "object":
            continue
        noun = part.node
        joined = frame_of(f"{lemma} {noun.lemma}", "verb")
        carried = frame_of(noun.lemma, "noun") if lemma in light_verbs() else None
        if (joined or carried) and noun.one("noun_modifier"):
            return joined or carried, noun
    frame = _prepositional_frame(lemma, clause) or frame_of(lemma, "verb")
    if frame is not None and frame.needs and context.mentions:
        themes = [part.node for part in clause.parts if part.slot == "object"]
        if clause.passive or frame.needs.startswith("SUBJECT_"):
            themes = clause.subjects
        if not any(context.holds(node, frame.needs.removeprefix("SUBJECT_")) for node in themes):
            return None, None
    return frame, None


def _prepositional_frame(lemma: str, clause: Clause) -> Frame | None:
    """The frame of a verb with a preposition of its own and no object: "signed for 24 jets", "applied for"."""
    if any(part.slot == "object" for part in clause.parts) or clause.passive:
        return None
    found = (frame_of(f"{lemma} {part.preposition}", "verb") for part in clause.parts if part.slot == "oblique")
    return next((frame for frame in found if frame is not None), None)


def attribution_of(context: Context, node: Node) -> tuple[Argument, ...]:
    """The chain of speakers of a predicate as arguments, outermost first."""
    chain = tuple(argument(context, speaker, "subject") for speaker in speakers_of(node))
    if not chain and context.speaker is not None:
        return (context.speaker,)
    return chain


def _arguments(
    context: Context, parts: Sequence[Part], frame: Frame | None, noun: Node | None
) -> tuple[list[Argument], str]:
    """Arguments of a clause and the date of its event; times are kept as arguments with the role `time`.

    The event noun of a light verb gives its own modifiers as arguments instead of itself.
    """
    arguments: list[Argument] = []
    date = ""
    for part in parts:
        if part.node is noun and frame is not None:
            arguments.extend(_promoted(context, part.node, frame, with_of=True))
            date = date or _inner_time(context, part.node)
            continue
        timely, when = time_of(context, part.node, part.preposition) if part.slot == "oblique" else (False, "")
        role = "time" if timely else "value" if is_money(context, part.node) else ""
        if part.slot == "object" and (inner := _misplaced_recipient(context, part.node)) is not None:
            arguments.append(argument(context, inner, "recipient"))
        arguments.append(argument(context, part.node, part.slot, part.preposition, role))
        date = date or when
        if part.slot == "object" and frame is not None and _carries_roles(context, part.node):
            arguments.extend(_promoted(context, part.node, frame))
        if part.slot in ("object", "oblique") and not date:
            date = _inner_time(context, part.node)
    return arguments, date


def _promoted(context: Context, node: Node, frame: Frame, with_of: bool = False) -> Iterator[Argument]:
    for inner in _modifiers(node):
        preposition = preposition_of(inner)
        if not preposition or (preposition == "of" and not with_of):
            continue
        role = frame.prepositions.get(preposition, "")
        if is_money(context, inner):
            yield argument(context, inner, "oblique", preposition, "value")
        elif role in PROMOTED_ROLES:
            for each in [inner, *inner.all("conjunct")]:
                yield argument(context, each, "oblique", preposition, role)


def _misplaced_recipient(context: Context, node: Node) -> Node | None:
    """ "give Kyiv 31 tanks": a name in front of a number or article is no part of the noun phrase that these open."""
    opening = [c.index for c in node.all("number", "determiner") if c.index < node.index]
    for child in node.all("compound", "name_part", "adjective", "other", "apposition", "possessor"):
        mention = context.mention_at(child)
        if (
            opening
            and child.index < min(opening)
            and not child.one("case")
            and mention is not None
            and mention.how != "demonym"
        ):
            if mention.type in ("COUNTRY", "ORGANIZATION", "PERSON"):
                move(child, node.head, "recipient")
                return child
    return None


def _modifiers(node: Node) -> Iterator[Node]:
    """Prepositional modifiers of an object, also those the parser hung below what it counts ("five regiments of X from Y")."""
    for inner in node.all("noun_modifier", "determiner", "adjective"):
        if inner.relation == "noun_modifier":
            yield inner
        if preposition_of(inner) == "of" or inner.relation != "noun_modifier":
            yield from inner.all("noun_modifier")


def _carries_roles(context: Context, node: Node) -> bool:
    """Whether what hangs below an object takes part in the event: below weapons and deals ("tanks from X", "a contract with Y")."""
    if frame_of(node.lemma, "noun") is not None:
        return True
    mention = context.mention_at(core(node))
    return (mention is not None and mention.type == "WEAPON") or node.pos in ("PROPN", "NUM")


def _inner_time(context: Context, node: Node) -> str:
    """A date that the parser hung below a noun: "ordered 16 of the fighters in 2015"."""
    for inner in node.all("noun_modifier"):
        timely, when = time_of(context, inner, preposition_of(inner))
        if timely and when:
            return when
    return ""


def _statement(
    context: Context, clause: Clause, frame: Frame | None, fact: Factuality, subject: Argument, arguments: Sequence[Argument],
    date: str, attribution: tuple[Argument, ...], relation: str, turned: bool,
) -> Statement:  # fmt: skip
    tense = tense_of(clause.head, clause.chain)
    typed = apply_frame(frame, subject, arguments, fact, clause.passive and not turned, tense)
    sentence = context.sentence
    return Statement(
        statement_id="", document_id=context.document_id, sentence=sentence.number, start=sentence.start, end=sentence.end,
        rule=_rule(clause, turned), relation=relation, lemma=verb_lemma(clause.head), surface=surface_of(clause),
        predicate_start=clause.head.start, predicate_end=clause.head.end, subject=typed.subject, arguments=typed.arguments,
        relation_type=typed.relation_type, polarity="negated" if fact.polarity == "negated" else "affirmed",
        modality=typed.modality,  # type: ignore[arg-type]
        attribution=attribution, date=date, tense=tense, frame=typed.frame, status=typed.status, kind=typed.kind,
    )  # fmt: skip


def _rule(clause: Clause, turned: bool) -> str:
    name = "passive+agent" if turned else clause.rule
    relation = clause.head.relation
    if relation in ("relative_clause", "noun_clause", "adverbial_clause", "conjunct", "complement_clause"):
        name += f"/{relation}"
    return name + ("/control" if clause.chain else "")
