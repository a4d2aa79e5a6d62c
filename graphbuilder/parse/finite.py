"""Mends clauses whose verb is finite but stands where no finite verb can, before anything reads the tree."""

from graphbuilder.parse.syntax import SUBJECTS, Node, move

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
# prepositions that introduce clauses as well
INTRODUCING = frozenset({"after", "before", "since", "until", "as", "because", "than"})


def free_finite_complements(nodes: list[Node]) -> None:
    """No complement without subject of its own is finite: make such a clause what it is, in place.

    "Oslo cancelled the order after Berg found that": what "after" introduces is a clause, and "Berg" its subject.
    """
    for verb in nodes:
        if verb.relation != "open_complement" or verb.head is None or verb.one("marker"):
            continue
        if verb.one(*SUBJECTS):
            copulas = verb.all("copula", "auxiliary")
            if copulas and copulas[0].tag in ("VBZ", "VBP", "VBD") and verb.head.index < verb.index:
                verb.relation = "parataxis"
            continue
        before = [
            c for c in verb.head.all("oblique") if c.one("case") and max(e.index for e in c.subtree()) == verb.index - 1
        ]
        case = before[0].one("case") if before else None
        if verb.tag == "VBD" and case is not None and case.text.lower() in INTRODUCING:
            case.relation = "marker"
            subject = before[0]
            verb.relation = "adverbial_clause"
            move(case, verb, "marker")
            move(subject, verb, "subject")


def restore_main_verb(nodes: list[Node]) -> None:
    """Make the finite verb the root of a sentence whose subject the parser took for it, in place: "The blast in May led to talks"."""
    root = next((node for node in nodes if node.head is None), None)
    if root is None or root.pos not in NOUNS or root.one("copula", "expletive", *SUBJECTS):
        return
    for verb in root.all("noun_clause", "conjunct", "other"):
        finite = verb.tag in ("VBD", "VBZ", "VBP") and verb.pos == "VERB" and verb.index > root.index
        if not finite or verb.one("marker", "coordinator", "passive_auxiliary", *SUBJECTS):
            continue
        behind = [child for child in root.children if child.index > verb.index]
        move(verb, None, "root")
        move(root, verb, "subject")
        for child in behind:
            move(child, verb, "oblique" if child.relation == "noun_modifier" else child.relation)
        return


def part_at_semicolons(nodes: list[Node]) -> None:
    """Free a clause behind a semicolon from a second subject before it, in place: "built by Saab, a firm; its head is".

    What the parser took for this subject is in apposition to the name before its comma.
    """
    for mark in nodes:
        if mark.text != ";":
            continue
        for stray in [n for n in nodes[: mark.index] if n.relation in SUBJECTS and n.head is not None]:
            verb = stray.head
            if verb is None or verb.index < mark.index or len(verb.all(*SUBJECTS)) < 2:
                continue
            first = next(node.index for node in stray.subtree() if node.pos != "PUNCT")
            before = nodes[first - 2] if first > 1 and nodes[first - 1].text == "," else None
            while before is not None and before.relation in ("name_part", "compound") and before.head is not None:
                before = before.head
            if before is not None and before.pos in NOUNS and stray not in before.ancestors():
                move(stray, before, "apposition")


def restore_perfect_verb(nodes: list[Node]) -> None:
    """Make the participle behind "have" the verb of a clause whose object the parser took for it, in place.

    "Oslo and Bern have both signed agreements": not agreements of a signed kind. "It had delivered drones": it had no
    drones of a delivered kind.
    """
    for verb in nodes[1:]:
        before = nodes[verb.index - 1]
        owned = verb.head
        possessed = (
            before.lemma == "have" and before.pos in ("VERB", "AUX") and owned is not None and owned.head is before
        )
        if (
            verb.relation == "adjective"
            and verb.tag == "VBN"
            and owned is not None
            and possessed
            and not before.one("auxiliary")
        ):
            head, relation = before.head, before.relation
            move(verb, None, "root")
            if head is not None:
                move(verb, head, relation)
            for child in list(before.children):
                move(child, verb, child.relation)
            move(before, verb, "auxiliary")
            before.pos, verb.pos = "AUX", "VERB"
            continue
        thing = verb.head
        have = verb.one("auxiliary")
        if verb.relation != "adjective" or verb.tag != "VBN" or thing is None or have is None or have.lemma != "have":
            continue
        head, relation = thing.head, thing.relation
        move(verb, None, "root")
        if head is not None:
            move(verb, head, relation)
        outside = [
            c for c in thing.children if c.index < verb.index or c.relation == "punctuation" or c.pos in ("VERB", "AUX")
        ]
        for child in outside:
            if child.relation not in ("determiner", "number", "relative_clause", "noun_clause"):
                move(child, verb, child.relation)
        move(thing, verb, "object")
