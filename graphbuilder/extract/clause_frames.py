"""Which frame a clause has: its verb's, that of the noun its light verb carries, or that of verb and preposition."""

from graphbuilder.extract.arguments import Context
from graphbuilder.extract.clauses import MEASURING, Clause, Part
from graphbuilder.extract.frames import frame_of
from graphbuilder.extract.verbs import infinitive, verb_lemma
from graphbuilder.extract.words import Frame, column, light_verbs, operators, units
from graphbuilder.parse.syntax import Node

# what stands in the way of a transfer; nouns like "veto" and "ban" are written as their verbs
BARS = frozenset({"REFUSES", "SANCTIONS", "OPPOSES"})


def frame_of_clause(context: Context, clause: Clause) -> tuple[Frame | None, Node | None]:
    """The frame of a clause, and the event noun that carries it where its verb is light ("take delivery", "hold talks")."""
    if clause.kind != "verb":
        return (frame_of(f"be {clause.head.lemma}", "verb") if clause.head.lemma in MEASURING else None), None
    lemma = verb_lemma(clause.head)
    for part in clause.parts:
        if part.slot != "object":
            continue
        noun = part.node
        joined = frame_of(f"{lemma} {noun.lemma}", "verb")
        carried = frame_of(noun.lemma.lower(), "noun") if lemma in light_verbs() else None
        if (joined or carried) and noun.one("noun_modifier"):
            return joined or carried, noun
    if _commands(lemma, clause):
        return None, None
    if lemma in column("speech.tsv", "lemma", "kind") and any(_reports(part) for part in _contents(clause)):
        return frame_of("say", "verb"), None  # "denied that the sale had failed" is a statement, no refusal
    frame = _prepositional_frame(lemma, clause) or frame_of(lemma, "verb")
    if frame is not None and frame.relation_type == "REFUSES" and any(_reports(part) for part in clause.parts):
        return frame_of("say", "verb"), None  # "rejected reports that it had sold them"
    if frame is not None and frame.relation_type == "CANCELS" and _lifts(clause):
        return None, None
    if frame is not None and frame.needs and context.mentions:
        themes = [part.node for part in clause.parts if part.slot == "object"]
        if clause.passive or frame.needs.startswith("SUBJECT_"):
            themes = clause.subjects
        wanted = frame.needs.removeprefix("SUBJECT_")
        counted = wanted == "WEAPON" and any(
            node.text.lower() in units() and not node.one("noun_modifier") for node in themes
        )  # "received the first batch"
        if not counted and not any(node.pos in ("NUM", "PRON") or context.holds(node, wanted) for node in themes):
            return None, None
    return frame, None


def _lifts(clause: Clause) -> bool:
    """ "dropped its veto", "lifted the ban": the end of what stood in the way of a transfer ends no transfer."""
    frames = [frame_of(part.node.lemma, "verb") for part in clause.parts if part.slot == "object"]
    return any(frame is not None and frame.relation_type in BARS for frame in frames)


def _prepositional_frame(lemma: str, clause: Clause) -> Frame | None:
    """The frame of a verb with a preposition of its own and no object: "signed for 24 jets", "applied for"."""
    if any(part.slot == "object" for part in clause.parts) or clause.passive:
        return None
    found = (frame_of(f"{lemma} {part.preposition}", "verb") for part in clause.parts if part.slot == "oblique")
    return next((frame for frame in found if frame is not None), None)


def _commands(lemma: str, clause: Clause) -> bool:
    """ "ordered the military to scrap it" buys nothing."""
    operator = operators().get((lemma, "infinitive"))
    if operator is None or operator.effect != "command":
        return False
    return any(infinitive(child) for child in clause.head.all("open_complement", "adverbial_clause"))


def _contents(clause: Clause) -> list[Part]:
    """What may be said: the objects of the verb, or its subjects in the passive."""
    undergone = [Part(node, "object") for node in clause.subjects] if clause.passive else []
    return [*clause.parts, *undergone]


def _reports(part: Part) -> bool:
    """Whether a verb of saying has a clause, or a noun that stands for one ("denied reports that"), as its content."""
    return part.slot == "complement" or (
        part.slot == "object" and part.node.lemma in column("content_nouns.tsv", "noun", "source")
    )
