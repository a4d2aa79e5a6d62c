"""Mends slips that parsers make again and again on news, before anything reads the tree.

"Called off the purchase": the particle is taken for a preposition. "They have delivered four jets, Minister X said":
the verb of saying is taken for a complement and swallows the object. "Give Kyiv 31 tanks": the number is taken for
part of the name. "For 24 K9 howitzers": the preposition is hung below a word inside the phrase.
"""

from functools import cache

from graphbuilder.lexicon.tables import table
from graphbuilder.parse.asides import join_hyphenated, seat_asides, seat_prices
from graphbuilder.parse.attachment import attach_phrases
from graphbuilder.parse.datelines import set_dateline_apart
from graphbuilder.parse.finite import (
    free_finite_complements,
    part_at_semicolons,
    restore_main_verb,
    restore_perfect_verb,
)
from graphbuilder.parse.function_words import seat_function_words
from graphbuilder.parse.relatives import (
    join_content_infinitives,
    raise_disagreeing_relatives,
    raise_personal_relatives,
    restore_relative_objects,
    seat_reduced_relatives,
)
from graphbuilder.parse.speakers import described, mend_speech
from graphbuilder.parse.syntax import SUBJECTS, Node, move

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
INSIDE_NOUNS = frozenset({"compound", "number", "adjective", "name_part"})
BESIDE = frozenset({"object", "recipient", "oblique", "noun_modifier", "conjunct", "apposition"})
PARTICLES = frozenset({"off", "out", "up", "over", "down", "away"})


def mend(nodes: list[Node]) -> None:
    """Apply all repairs of this module to the nodes of one sentence, in place."""
    set_dateline_apart(nodes)
    join_hyphenated(nodes)
    seat_function_words(nodes)
    part_at_semicolons(nodes)
    free_finite_complements(nodes)
    restore_main_verb(nodes)
    restore_perfect_verb(nodes)
    unseat_markers(nodes)
    raise_prepositions(nodes)
    attach_phrases(nodes)
    join_numbers(nodes)
    join_particles(nodes)
    join_partitives(nodes)
    free_coordinated_clauses(nodes)
    restore_planning_verbs(nodes)
    join_coordinated_gerunds(nodes)
    separate_recipients(nodes)
    join_coordinated_objects(nodes)
    restore_following_speech(nodes)
    restore_relative_objects(nodes)
    raise_personal_relatives(nodes)
    raise_disagreeing_relatives(nodes)
    join_content_infinitives(nodes)
    seat_reduced_relatives(nodes)
    seat_asides(nodes)
    seat_prices(nodes)
    mend_speech(nodes)


def unseat_markers(nodes: list[Node]) -> None:
    """Read "that" as what introduces a clause which has a subject besides it, in place: "wrote that Anna left"."""
    for verb in nodes:
        subjects = verb.all("subject", "passive_subject")
        if len(subjects) > 1 and subjects[0].text.lower() == "that":
            subjects[0].relation = "marker"


@cache
def _phrasal_verbs() -> frozenset[str]:
    lemmas = {row["lemma"] for name in ("frames.tsv", "operators.tsv") for row in table(name, "lemma")}
    return frozenset(lemma for lemma in lemmas if lemma.split()[-1] in PARTICLES and " " in lemma)


def join_particles(nodes: list[Node]) -> None:
    """Give verbs the particles that stand as prepositions below their objects, in place; which verbs, the frames say.

    What stands right behind a particle without a preposition is the object: "called off the purchase".
    """
    for verb in nodes:
        if verb.pos != "VERB":
            continue
        particle = verb.one("particle")
        for child in verb.all("oblique", "object"):
            cases = child.all("case")
            if particle is not None and not cases and child.subtree()[0].index == particle.index + 1:
                child.relation = "object"
                break
            if (
                len(cases) == 1
                and cases[0].index == verb.index + 1
                and f"{verb.lemma} {cases[0].text.lower()}" in _phrasal_verbs()
            ):
                move(cases[0], verb, "particle")
                child.relation = "object"
                break


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("speech.tsv", "lemma"))


def restore_following_speech(nodes: list[Node]) -> None:
    """Set a verb of saying that follows what is said beside it, in place: ", Minister X said on Thursday".

    Parsers make it a complement or a conjunct of what it reports, or give it the object of what it reports as its subject.
    """
    for speech in nodes:
        if speech.lemma not in _speech_verbs() or speech.pos != "VERB" or speech.one("marker", "coordinator"):
            continue
        below = speech.relation in ("complement_clause", "conjunct", "adverbial_clause")
        below = below or (speech.relation == "open_complement" and speech.tag == "VBD")
        said = speech.head if below else speech.one("complement_clause")
        if said is None or said.index > speech.index or (below and speech.one("complement_clause")):
            continue
        speaker = _between_comma_and(nodes, said, speech)
        swallowed = next((child for child in speech.children if child.relation in SUBJECTS), None)
        if speaker is None or (swallowed is speaker and not below):
            continue
        if swallowed is not None and swallowed is not speaker:
            move(swallowed, said, "object")
        move(described(nodes, speaker), speech, "subject")
        if below:
            speech.relation = "parataxis"


def _between_comma_and(nodes: list[Node], said: Node, speech: Node) -> Node | None:
    """The head of the noun phrase between the last comma behind `said` and the verb of saying, or None.

    A name set off by commas stands for the description before it: ", the head of the air force, Juan Perez, told".
    """
    stop = speech.index - 1 if nodes[speech.index - 1].text == "," else speech.index
    commas = [node.index for node in nodes[said.index + 1 : stop] if node.text == ","]
    if not commas:
        return None
    between = nodes[commas[-1] + 1 : stop]
    heads = [node for node in between if node.head not in between and node.pos in NOUNS]
    if len(heads) != 1 or any(node.pos in ("VERB", "AUX") for node in between):
        return None
    return heads[0]


def join_coordinated_objects(nodes: list[Node]) -> None:
    """Hang a noun behind "and" that the parser left as an oblique of the verb beside the object before it, in place."""
    for verb in nodes:
        objects = verb.all("object")
        if verb.pos != "VERB" or not objects:
            continue
        for child in verb.all("oblique"):
            if _free_year(verb, child, nodes):
                move(child, objects[0], "conjunct")
                continue
            stray = child.one("conjunct") if child.pos == "NUM" and child.index > objects[0].index else None
            if stray is not None and stray.pos in NOUNS:
                move(
                    stray, objects[0], "conjunct"
                )  # "ten fighters in 2017 and missiles": no year is coordinated with missiles
                continue
            linked = child.one("coordinator")
            if linked is not None and child.index > objects[0].index and not child.one("case") and child.pos in NOUNS:
                move(child, objects[0], "conjunct")


def _free_year(verb: Node, noun: Node, nodes: list[Node]) -> bool:
    """Give the verb a year that stands before "and" inside a noun phrase: "fighters in 2017 and missiles", not "2017 missiles"."""
    year = next((each for each in noun.all("number") if len(each.text) == 4 and each.text[:2] in ("19", "20")), None)
    if year is None or year.index + 1 >= noun.index or nodes[year.index + 1].text.lower() != "and":
        return False
    for case in [each for each in noun.all("case") if each.index < year.index]:
        move(case, year, "case")
    move(year, verb, "oblique")
    return True


def raise_prepositions(nodes: list[Node]) -> None:
    """Hang a preposition below the head of its phrase, not below a word in front of that head, in place: "for 24 K9 howitzers"."""
    for case in nodes:
        inner = case.head
        if case.relation != "case" or inner is None or case.index > inner.index or case.pos == "PART":
            continue
        while inner.relation in INSIDE_NOUNS and inner.head is not None and inner.head.index > inner.index:
            inner = inner.head
        if inner is not case.head and inner.pos in NOUNS and not inner.one("case"):
            move(case, inner, "case")


def separate_recipients(nodes: list[Node]) -> None:
    """Part a recipient from the object behind it, in place.

    "Give Kyiv 31 M1 tanks", "give Kyiv four of its jets", "sell the state its missiles".
    """
    for verb in nodes:
        objects = verb.all("object", "recipient")
        if verb.pos == "VERB" and len(objects) == 2:
            listed = any(mark.text == "," for mark in nodes[objects[0].index : objects[1].subtree()[0].index + 1])
            objects[0].relation = "object" if listed else "recipient"
            if listed:
                move(objects[1], objects[0], "conjunct")  # "to buy fifty tanks, four vehicles and two bridges"
        recipients = verb.all("recipient")
        if verb.pos != "VERB" or not recipients:
            continue
        given = verb.one("object")
        for extra in recipients[1:]:
            if given is not None and extra.index < given.index:
                move(extra, given, "compound")
        for number in [c for c in recipients[0].children if c.pos == "NUM" and c.index > recipients[0].index]:
            if given is not None and given.index > number.index:
                move(number, given, "number")
            elif given is None:
                move(number, verb, "object")


def join_numbers(nodes: list[Node]) -> None:
    """Hang a number below the noun right behind it that the parser left beside it, in place: "to buy forty F-35A aircraft"."""
    for number in nodes:
        if number.pos != "NUM" or number.relation not in BESIDE or number.head is None or number.one("noun_modifier"):
            continue
        for noun in nodes[number.index + 1 : number.index + 8]:
            beside = noun.relation in ("object", "oblique", "apposition", "other") and not noun.one("case")
            if noun.pos in (*NOUNS, "X", "SYM") and beside and noun.subtree()[0].index == number.index + 1:
                move(noun, number.head, number.relation)
                for case in number.all("case", "coordinator"):
                    move(case, noun, case.relation)
                move(number, noun, "number")
                break


def join_partitives(nodes: list[Node]) -> None:
    """Hang an of-phrase below the "first", "four" or "most" it tells the whole of, not below the verb, in place."""
    for verb in nodes:
        parts = verb.all("object", "recipient", "passive_subject", "subject")
        for part in [each for each in parts if each.pos in ("ADJ", "NUM", "DET") and verb.pos == "VERB"]:
            for child in verb.all("oblique", "object"):
                cases = child.all("case")
                if cases and cases[0].text.lower() == "of" and cases[0].index == part.index + 1:
                    part.relation = "object" if part.relation == "recipient" else part.relation
                    move(child, part, "noun_modifier")


def free_coordinated_clauses(nodes: list[Node]) -> None:
    """Give a verb behind "and N" its subject N, which the parser took for one more object, in place.

    "Norway pledged eight tanks and Spain said it was ready": Spain is not pledged.
    """
    for verb in nodes[1:]:
        before = nodes[verb.index - 1]
        finite = verb.pos == "VERB" and verb.tag in ("VBD", "VBZ", "VBP") and verb.relation != "relative_clause"
        if (
            not finite
            or any(child.relation in SUBJECTS for child in verb.children)
            or before.pos not in ("PROPN", "PRON")
        ):
            continue
        linked = before.relation == "conjunct" and before.one("coordinator") is not None
        if linked and before.head is not None and before.head.relation in ("object", "oblique", "noun_modifier"):
            move(before, verb, "subject")


def join_coordinated_gerunds(nodes: list[Node]) -> None:
    """Coordinate gerunds with each other, not with the verb above them, in place: "is considering buying X and giving Y"."""
    for gerund in nodes:
        verb = gerund.head
        if gerund.relation != "conjunct" or gerund.tag != "VBG" or verb is None or gerund.one("auxiliary", "subject"):
            continue
        inner = verb.one("open_complement")
        if inner is not None and inner.tag == "VBG" and inner.index < gerund.index:
            move(gerund, inner, "conjunct")


@cache
def _planning_verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("operators.tsv", "lemma") if row["complement"] == "infinitive")


def restore_planning_verbs(nodes: list[Node]) -> None:
    """Read "plans" as a verb where the clause has no other, in place: "Norway plans to buy six submarines"."""
    for plan in nodes:
        if (
            plan.tag != "NNS"
            or plan.lemma not in _planning_verbs()
            or plan.relation not in ("root", "complement_clause")
        ):
            continue
        infinitives = [c for c in plan.children if c.pos == "VERB" and any(m.text == "to" for m in c.all("marker"))]
        owners = [c for c in plan.all("compound", "adjective", "determiner", "name_part", "subject") if c.pos in NOUNS]
        if not infinitives or infinitives[0].index < plan.index or not owners:
            continue
        subject = owners[-1]
        for word in plan.all("determiner", "adjective", "compound", "name_part", "number"):
            if word is not subject and word.index < subject.index:
                move(word, subject, word.relation)
        plan.pos, plan.tag = "VERB", "VBZ"
        subject.relation = "subject"
        infinitives[0].relation = "open_complement"
