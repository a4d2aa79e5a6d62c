"""Mends slips that parsers make again and again on news, before anything reads the tree.

"In January Zagreb called off the purchase", "Last month the agency signed", "Germany last year agreed": a time right
beside the subject is taken for part of its name, and the verb is left without a subject or with the wrong one.
"Called off the purchase": the particle is taken for a preposition. "They have delivered four jets, Minister X said":
the verb of saying is taken for a complement and swallows the object.
"""

from functools import cache

from graphbuilder.lexicon.tables import table
from graphbuilder.parse.syntax import SUBJECTS, Node, move

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
INSIDE_NOUNS = frozenset({"compound", "number", "adjective", "name_part"})
PARTICLES = frozenset({"off", "out", "up", "over", "down", "away"})
TIME_MODIFIERS = frozenset({"last", "next", "this", "that", "early", "late", "mid", "earlier", "later", "the", "same"})


@cache
def _time_words() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("time_nouns.tsv", "noun"))


def separate_times(nodes: list[Node]) -> None:
    """Take times apart from the subjects beside them, in place."""
    for verb in nodes:
        if verb.pos not in ("VERB", "AUX", "NOUN", "ADJ") or not _is_finite(verb):
            continue
        subject = next((child for child in verb.children if child.relation in SUBJECTS), None)
        if subject is not None:
            _free_subject(verb, subject)
        else:
            _find_subject(verb)


def _is_finite(node: Node) -> bool:
    helpers = [c for c in node.children if c.relation in ("auxiliary", "passive_auxiliary", "copula")]
    return bool({node.tag, *(each.tag for each in helpers)} & FINITE)


def _is_time(node: Node) -> bool:
    return node.text.lower() in _time_words() or (node.pos == "NUM" and len(node.text) == 4 and node.text.isdigit())


def _free_subject(verb: Node, subject: Node) -> None:
    if not _is_time(subject):
        for child in list(subject.children):
            beside = child.relation in (
                "compound",
                "noun_modifier",
                "name_part",
                "apposition",
                "other",
                "adverb",
                "oblique",
            )
            if beside and _is_time(child) and subject.pos in ("PROPN", "PRON") and not _follows_of(child):
                for case in subject.all("case"):
                    if case.index < child.index:
                        move(case, child, "case")
                move(child, verb, "oblique")
        return
    names = [c for c in subject.children if c.pos in ("PROPN", "PRON") and not _is_time(c) and not c.one("case")]
    if names:
        relation = subject.relation
        move(subject, verb, "oblique")
        move(names[0], verb, relation)


def _follows_of(node: Node) -> bool:
    return any(case.text.lower() == "of" for case in node.all("case"))


def _find_subject(verb: Node) -> None:
    """ "In April Canada cancelled": the noun behind the time is the subject the verb lacks."""
    for child in list(verb.children):
        if child.index >= verb.index or child.pos not in (*NOUNS, "NUM") or child.relation == "recipient":
            continue
        if _is_time(child):
            inside = [
                c
                for c in child.children
                if c.index > child.index and c.pos in NOUNS and not c.one("case") and not _is_time(c)
            ]
            if inside:
                move(inside[0], verb, _subject_relation(verb))
                return
            continue
        times = [c for c in child.children if c.index < child.index and _is_time(c)]
        cases = [c for c in child.children if c.relation == "case"]
        opens = (min([*times, *cases], key=lambda n: n.index).index == _first(child)) if times else False
        if times and opens and (cases or _has_modifier(times[-1])):
            _split(verb, child, times[-1], cases)
            return


def _has_modifier(time: Node) -> bool:
    return any(c.text.lower() in TIME_MODIFIERS for c in time.children)


def _first(node: Node) -> int:
    return node.subtree()[0].index


def _split(verb: Node, subject: Node, time: Node, cases: list[Node]) -> None:
    for case in cases:
        if case.index < time.index:
            move(case, time, "case")
    for child in list(subject.children):
        if child.index < time.index and child.text.lower() in TIME_MODIFIERS:
            move(child, time, "adjective")
    move(time, verb, "oblique")
    move(subject, verb, _subject_relation(verb))


def _subject_relation(verb: Node) -> str:
    return "passive_subject" if verb.one("passive_auxiliary") else "subject"


@cache
def _phrasal_verbs() -> frozenset[str]:
    lemmas = {row["lemma"] for name in ("frames.tsv", "operators.tsv") for row in table(name, "lemma")}
    return frozenset(lemma for lemma in lemmas if lemma.split()[-1] in PARTICLES and " " in lemma)


def join_particles(nodes: list[Node]) -> None:
    """Give verbs the particles that stand as prepositions below their objects, in place; which verbs, the frames say."""
    for verb in nodes:
        if verb.pos != "VERB" or verb.one("object"):
            continue
        for child in verb.all("oblique"):
            cases = child.all("case")
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

    Parsers make it a complement of what it reports, or give it the object of what it reports as its subject.
    """
    for speech in nodes:
        if speech.lemma not in _speech_verbs() or speech.pos != "VERB" or speech.one("marker", "object"):
            continue
        said = speech.head if speech.relation == "complement_clause" else speech.one("complement_clause")
        if said is None or said.index > speech.index or (said is speech.head and speech.one("complement_clause")):
            continue
        speaker = _between_comma_and(nodes, said, speech)
        if speaker is None:
            continue
        swallowed = next((child for child in speech.children if child.relation in SUBJECTS), None)
        if swallowed is speaker and said is not speech.head:
            continue
        if swallowed is not None and swallowed is not speaker:
            move(swallowed, said, "object")
        move(speaker, speech, "subject")
        if said is speech.head:
            speech.relation = "parataxis"


def _between_comma_and(nodes: list[Node], said: Node, speech: Node) -> Node | None:
    """The head of the one noun phrase between the last comma behind `said` and the verb of saying, or None."""
    commas = [node.index for node in nodes[said.index + 1 : speech.index] if node.text == ","]
    if not commas:
        return None
    between = nodes[commas[-1] + 1 : speech.index]
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
            linked = child.one("coordinator")
            if linked is not None and child.index > objects[0].index and not child.one("case") and child.pos in NOUNS:
                move(child, objects[0], "conjunct")


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
