"""Third-person pronouns that may point at something named, without the "it" that means nothing."""

from graphbuilder.extract.mentions.scene import Scene
from graphbuilder.extract.mentions.words import pronouns
from graphbuilder.parse.syntax import Node
from graphbuilder.records import Mention

_CLAUSES = ("complement_clause", "clausal_subject", "adverbial_clause", "open_complement", "noun_clause")
_WEATHER = frozenset({"rain", "snow", "seem", "appear", "happen", "turn out"})
_JUDGED = frozenset({
    "clear", "unclear", "possible", "impossible", "likely", "unlikely", "early", "late", "important", "necessary", "hard", "difficult",
    "easy", "true", "time", "worth", "obvious", "evident", "good", "better", "best", "wrong", "right", "essential", "vital", "crucial",
    "premature", "reasonable", "certain", "known", "doubtful", "noteworthy", "interesting", "no", "way", "matter", "reason", "fact",
})  # fmt: skip


def find_pronouns(document_id: str, scene: Scene) -> list[Mention]:
    """Return the pronouns of a sentence in text order."""
    return [_mention(document_id, scene, node) for node in scene.nodes if _points(node)]


def _points(node: Node) -> bool:
    word = node.text.casefold()
    if word not in pronouns() or node.pos not in ("PRON", "DET", "X"):
        return False
    return word != "it" or not _expletive(node)


def _expletive(node: Node) -> bool:
    """Say whether an "it" stands for nothing: "it is too early to", "made it clear that", "it rains"."""
    if node.relation == "expletive":
        return True
    above = node.head
    if above is None:
        return False
    if node.relation in ("subject", "passive_subject"):
        if above.lemma in _WEATHER:
            return above.lemma in ("rain", "snow") or any(child.relation in _CLAUSES for child in above.children)
        later = any(child.relation in _CLAUSES and child.index > above.index for child in above.children)
        if above.one("copula") is not None and above.pos in ("ADJ", "NOUN", "ADV"):
            return later and (above.pos == "ADJ" or above.lemma in _JUDGED)
        spoken = node.relation == "passive_subject" and any(
            c.relation in ("complement_clause", "clausal_subject") for c in above.children
        )
        return spoken or (above.lemma in ("take", "remain", "become") and later and above.lemma != "take")
    if node.relation == "object" and above.lemma in ("make", "find", "consider", "think", "deem"):
        return any(child.lemma in _JUDGED for child in above.children)
    if node.relation in ("object", "subject"):
        return (
            above.lemma in _JUDGED
            and above.pos == "ADJ"
            and above.head is not None
            and above.head.lemma in ("make", "find")
        )
    return False


def _mention(document_id: str, scene: Scene, node: Node) -> Mention:
    plural, gender = pronouns()[node.text.casefold()]
    return Mention(
        document_id=document_id,
        sentence=scene.sentence.number,
        start=node.start,
        end=node.end,
        text=node.text,
        kind="pronoun",
        type="",
        head_start=node.start,
        head_end=node.end,
        how="syntax",
        plural=plural,
        gender=gender,
    )
