"""Sentences to statements: every clause, event noun, office and apposition of an article, typed and dated."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuilder.extract.appositions import apposition_statements
from graphbuilder.extract.arguments import Context, argument
from graphbuilder.extract.clause_frames import frame_of_clause
from graphbuilder.extract.clauses import Clause, Part, clauses_of, expletive_of, turn_specification
from graphbuilder.extract.confidence import confidence_of
from graphbuilder.extract.factuality import Factuality, factuality_of
from graphbuilder.extract.frames import apply_frame
from graphbuilder.extract.implied import implied_statements
from graphbuilder.extract.nominals import nominal_statements
from graphbuilder.extract.offices import office_statements, offices_in, title_bearers
from graphbuilder.extract.participants import participants
from graphbuilder.extract.predicates import relation_of, surface_of, tense_of
from graphbuilder.extract.quotations import speaker_of_quotations
from graphbuilder.extract.speakers import speakers_of
from graphbuilder.extract.verbs import is_speech, verb_lemma
from graphbuilder.extract.words import Frame
from graphbuilder.parse.syntax import Node, Sentence
from graphbuilder.records import Argument, Mention, Statement


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
            told = Context(speaker[0], document_id, date, heads)
            told.holders = title_bearers(told, offices_in(told))
            context.speaker = argument(told, speaker[1], "subject")
        found.extend(_numbered(context, statements_of(context)))
    return found


def statements_of(context: Context) -> Iterator[Statement]:
    """The statements of one sentence: clauses first, then nouns, offices and appositions."""
    offices = offices_in(context)
    context.holders = title_bearers(context, offices)
    for clause in clauses_of(context.sentence):
        yield from clause_statements(context, clause)
    yield from nominal_statements(context)
    yield from office_statements(context, offices)
    yield from apposition_statements(context)
    if not context.mentions:
        yield from implied_statements(context)


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
    if context.mentions:  # a bare sentence keeps its order
        turn_specification(clause)
    agents = [part for part in clause.parts if part.slot == "agent"]
    subjects = clause.subjects if clause.subjects or context.mentions else expletive_of(clause)
    parts = [part for part in clause.parts if part.slot != "agent"]
    turned = bool(clause.passive and agents)
    if turned:
        # the agent becomes the subject, what underwent the event its object
        slot = "recipient" if any(part.slot == "object" for part in parts) else "object"  # "was awarded a contract by"
        parts = [*(Part(node, slot) for node in clause.subjects), *parts]
        subjects = [part.node for part in agents]
    if not subjects:
        return
    frame, relation_noun = frame_of_clause(context, clause)
    heads = [*clause.subjects, *(p.node for p in parts if p.slot in ("object", "attribute"))]
    fact = factuality_of(clause.head, heads)
    tense = tense_of(clause.head, clause.chain)
    future = tense == "future" or fact.modality == "planned"
    within = [clause.head, *clause.head.ancestors()]
    arguments, date = participants(context, parts, frame, relation_noun, future, within)
    if context.mentions and not arguments and (clause.head.pos == "AUX" or _is_parenthesis(clause)):
        return  # "yes, you can", "as far as I know": nothing is said of anything
    attribution = () if is_speech(clause.head) and context.speaker else attribution_of(context, clause.head)
    relation = relation_of(clause, agentless=not turned) + (f" {relation_noun.text.lower()}" if relation_noun else "")
    for node in context.distinct(subjects):
        subject = argument(context, node, "subject", without=within)
        yield _statement(context, clause, frame, fact, subject, arguments, date, attribution, relation, turned, tense)


def _is_parenthesis(clause: Clause) -> bool:
    """Whether a clause tells how its speaker comes to say the main one."""
    pronoun = all(subject.pos == "PRON" for subject in clause.subjects)
    return pronoun and clause.head.relation in ("adverbial_clause", "parataxis") and clause.kind == "verb"


def attribution_of(context: Context, node: Node) -> tuple[Argument, ...]:
    """The chain of speakers of a predicate as arguments, outermost first."""
    chain = tuple(argument(context, speaker, "subject") for speaker in speakers_of(node))
    if not chain and context.speaker is not None:
        return (context.speaker,)
    return chain


def _statement(
    context: Context, clause: Clause, frame: Frame | None, fact: Factuality, subject: Argument, arguments: Sequence[Argument],
    date: str, attribution: tuple[Argument, ...], relation: str, turned: bool, tense: str,
) -> Statement:  # fmt: skip
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
