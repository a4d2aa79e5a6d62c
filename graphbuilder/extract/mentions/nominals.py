"""Common nouns that describe or point back: "transport helicopters", "the two countries", "his country", "the jets"."""

import re

from graphbuilder.extract.mentions.scene import ClassPhrase, Scene
from graphbuilder.extract.mentions.support import transferred
from graphbuilder.extract.mentions.words import nominals, number_words, words
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Mention

_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "neither", "either"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_MODIFIERS = frozenset({"adjective", "compound", "name_part", "noun_modifier", "other", "number"})
_VERSION = re.compile(r"Block|Mk|[IVX]+\+?")  # "Sidewinder AIM-9X Block II+ missiles"
_NEUTRAL = frozenset({
    "additional", "advanced", "ageing", "aging", "allied", "available", "best", "big", "cheap", "costly", "expensive", "foreign", "good", "great",
    "local", "powerful", "sophisticated", "strong", "certain", "current", "different", "existing", "first", "further", "future", "given", "last",
    "latest", "many", "modern", "occasional", "more", "new", "newer", "next", "old", "older", "other", "own", "possible", "proposed", "related", "same", "second",
    "second-hand", "several", "some", "such", "third", "used", "various", "few", "most", "final", "remaining", "initial", "total",
})  # fmt: skip


def find_nominals(document_id: str, scene: Scene, arms: bool) -> list[Mention]:
    """Return the nominal mentions of a sentence in text order. Names must have been chosen before.

    Args:
        document_id: the article's id.
        scene: the sentence.
        arms: whether the article speaks of arms elsewhere, so that a bare "missile" is one and no figure of speech.
    """
    out = []
    heads: set[int] = set()
    for phrase in scene.classes:
        found = _class(document_id, scene, phrase, arms)
        heads.add(phrase.last - 1)
        if found is not None:
            out.append(found)
    out.extend(_office(document_id, scene, *run) for run in scene.runs if _is_office(scene, *run))
    for node in scene.nodes:
        if node.index in heads or node.pos not in ("NOUN", "PROPN") or scene.at(node.index) is not None:
            continue
        modifies = node.relation in ("compound", "adjective") and node.head is not None and node.head.index > node.index
        types = (
            ()
            if modifies or (nominals().get(node.lemma) == ("WEAPON",) and not arms) or _of_name(scene, node)
            else _types(scene, node)
        )
        if types and (first := _pointing(scene, node, node.index)) is not None:
            out.append(_mention(document_id, scene, first, node.index + 1, node, "|".join(types), "syntax"))
    return out


def _is_office(scene: Scene, first: int, last: int) -> bool:
    """Whether a run is a bare title behind an article: "the Foreign Secretary", "the Iraqi Foreign Minister"."""
    if not first or scene.words[first - 1].casefold() != "the":
        return False
    while first < last - 1 and (known := scene.at(first)) is not None and known.how == "demonym":
        first = known.last
    return scene.title(first, last) is not None and all(_unnamed(scene, token) for token in range(first, last))


def _unnamed(scene: Scene, token: int) -> bool:
    known = scene.at(token)
    return known is None or not known.type


def _office(document_id: str, scene: Scene, first: int, last: int) -> Mention:
    return _mention(document_id, scene, first - 1, last, scene.head(first, last), "PERSON", "syntax")


def _of_name(scene: Scene, node: Node) -> bool:
    """Whether a name that is no demonym stands before the noun: "the F-35 program" is the name's, "its NATO allies" are new."""
    for child in node.all("compound", "adjective", "name_part"):
        known = scene.at(child.index) if child.index < node.index else None
        if known is not None and known.type and known.how != "demonym" and not _names_region(scene, child.index, node):
            return True
    return False


def _types(scene: Scene, node: Node) -> tuple[str, ...]:
    lemma = node.lemma.casefold()
    if node.pos == "PROPN" and not node.text[0].islower():
        return ()
    known = nominals().get(lemma)
    if known is not None:
        return known
    return ("PERSON",) if scene.lexicon.title(lemma) is not None else ()


def _class(document_id: str, scene: Scene, phrase: ClassPhrase, arms: bool) -> Mention | None:
    """Make the mention of a weapon class, unless it only says what kind of thing a named weapon is."""
    node = scene.nodes[phrase.last - 1]
    if scene.at(node.index) is not None or _heads_name(scene, phrase):
        return None
    following = scene.nodes[phrase.last] if phrase.last < len(scene.nodes) else None
    if following is not None and (
        following.text == "of" or (node.tag not in ("NNS", "NNPS") and following.pos == "NOUN")
    ):
        return None  # "three batteries of the S-400", "the frigate programme"
    if _says_what(scene, node):
        return None
    if node.relation == "compound" and node.head is not None and node.head.index > node.index:
        return None  # "missile maker", "drone strike"
    if not (arms or transferred(node)):
        return None
    if node.lemma == "fighter" and node.head is not None and node.head.lemma in words("done to people"):
        return None  # "six fighters were killed"
    if node.one("copula") is not None:
        return None  # "both are good tanks" says something of them
    first = _widened(scene, phrase.first)
    pointing = _pointing(scene, node, first)
    if pointing is not None and (first == phrase.first or phrase.weapon.strength == "weak"):
        return _mention(document_id, scene, pointing, phrase.last, node, "WEAPON", "syntax")
    # "40 vehicles" and "American weapons" are things, "modern technology" is talk
    told_apart = (_counted(scene, first) or _owned(scene, node)) and (
        first < node.index or node.lemma not in words("vague")
    )
    if phrase.weapon.strength == "strong" or (phrase.weapon.strength == "weak" and told_apart):
        return _mention(document_id, scene, first, phrase.last, node, "WEAPON", "class")
    return None


def _heads_name(scene: Scene, phrase: ClassPhrase) -> bool:
    """Whether a named weapon stands before the class: "S-400 missile systems"."""
    index = phrase.first - 1
    while index >= 0:
        known = scene.at(index)
        if known is not None:
            return known.type == "WEAPON"
        node = scene.nodes[index]
        plain = node.text[0].islower() and (node.pos in ("ADJ", "NUM", "ADP") or node.relation in _MODIFIERS)
        if not (plain or _VERSION.fullmatch(node.text) or node.text in "\"'”’“‘-‑"):
            return False
        index -= 1
    return False


def _says_what(scene: Scene, node: Node) -> bool:
    """Whether a class only says what a named weapon is: "the Zarnak, a frigate", "the Zarnak is a frigate"."""
    named = (
        node.head if node.relation == "apposition" else node.one("subject") if node.one("copula") is not None else None
    )
    known = scene.at(named.index) if named is not None else None
    return known is not None and known.type == "WEAPON"


def _widened(scene: Scene, limit: int) -> int:
    """Take in the modifiers that tell the class apart ("long-range missiles"), but no demonym, count or "new"."""
    first = limit
    while first > 0:
        node = scene.nodes[first - 1]
        modifies = node.relation in ("adjective", "compound") or (node.text in "-‑" and first > 1)
        if (
            not modifies
            or scene.at(node.index) is not None
            or node.text[0].isupper()
            or node.lemma in _NEUTRAL
            or node.pos in ("NUM", "DET")
        ):
            break
        if node.tag in ("JJR", "JJS") or node.lemma in number_words():
            break
        first -= 1
    while first < limit and scene.words[first] in "-‑":
        first += 2  # "German-built vehicles": half a compound tells nothing
    return min(first, limit)


def _pointing(scene: Scene, node: Node, first: int) -> int | None:
    """Return where a definite phrase that ends in `node` begins, None where it does not point back."""
    if _apposed(scene, node, first):
        return _article(scene, first)
    if node.one("relative_clause", "noun_clause") is not None and not _comma_before_clause(node):
        return None
    if scene.words[node.index + 1 : node.index + 2] == ["of"]:
        return None  # "the minister of India" describes
    index = first - 1
    while index >= 0:
        word = scene.nodes[index].text.casefold()
        if word in _POINTING or word in _OWNERS:
            return index - 1 if word == "the" and index and scene.words[index - 1].casefold() == "both" else index
        before = scene.nodes[index]
        country = scene.at(index)
        skippable = (
            word in number_words()
            or word.isdigit()
            or word in _NEUTRAL
            or (country is not None and country.how == "demonym")
        )
        if not skippable and before.text not in "-‑" and not _describes(scene, before, node):
            return _counted_pair(scene, first)
        index -= 1
    return _counted_pair(scene, first)


def _describes(scene: Scene, before: Node, node: Node) -> bool:
    """Whether a word stands in the description of a noun: "North" of "the North African country", "27" of "27-nation"."""
    known = scene.at(before.index)
    if known is not None and known.type and not _names_region(scene, before.index, node):
        return False
    if before.relation in ("adjective", "compound") and before.head is node:
        return True
    plain = before.pos in ("ADJ", "NOUN", "PROPN", "NUM") and before.relation != "possessor"
    above = before.head
    if above is None or not before.index < above.index < node.index:
        return False
    return plain and above.head is node and above.relation in _MODIFIERS


def _names_region(scene: Scene, token: int, node: Node) -> bool:
    """Whether a name before a noun only says where or with whom a state is: "the Gulf state", "the two NATO members"."""
    known = scene.at(token)
    states = "COUNTRY" in _types(scene, node)
    return known is not None and states and scene.text(known.first, known.last) in words("origin") | words("region")


def _article(scene: Scene, first: int) -> int:
    index = first - 1
    while scene.words[index].casefold() not in _POINTING:
        index -= 1
    return index


def _apposed(scene: Scene, node: Node, first: int) -> bool:
    """Whether a definite phrase stands behind a name and a comma: "Rice, the captain who led them"."""
    index = first - 1
    while index > 1 and index > first - 6:
        if scene.words[index].casefold() in _POINTING:
            before = scene.at(index - 2)
            return scene.words[index - 1] == "," and before is not None and before.type in _types(scene, node)
        if scene.nodes[index].pos not in ("ADJ", "NOUN", "NUM"):
            return False
        index -= 1
    return False


def _counted_pair(scene: Scene, first: int) -> int | None:
    """ "Neither leader", "both sides" stand without an article."""
    if first and scene.words[first - 1].casefold() in ("both", "neither", "either"):
        return first - 1
    return None


def _comma_before_clause(node: Node) -> bool:
    clause = node.one("relative_clause", "noun_clause")
    return clause is not None and any(child.text == "," for child in clause.children)


def _counted(scene: Scene, first: int) -> bool:
    if not first:
        return False
    word = scene.words[first - 1].casefold()
    return word[0].isdigit() or word in number_words()


def _owned(scene: Scene, node: Node) -> bool:
    return any(scene.at(child.index) is not None for child in node.all("adjective", "compound", "possessor"))


def _mention(document_id: str, scene: Scene, first: int, last: int, head: Node, type_: str, how: str) -> Mention:
    start, end = scene.nodes[first].start, scene.nodes[last - 1].end
    return Mention(
        document_id=document_id,
        sentence=scene.sentence.number,
        start=start,
        end=end,
        text=scene.text(first, last),
        kind="nominal",
        type=type_,
        head_start=head.start,
        head_end=head.end,
        how=how,
        plural=head.tag in ("NNS", "NNPS") or scene.words[first].casefold() in ("both", "neither", "these", "those"),
    )
