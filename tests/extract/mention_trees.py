"""Sentences written by hand as trees, and a small lexicon, for the tests of mentions."""

from graphbuilder.lexicon import Entry, Lexicon, Surface
from graphbuilder.parse.syntax import Node, Sentence
from graphbuilder.records import Mention

_TAGS = {"PROPN": "NNP", "ADJ": "JJ", "ADP": "IN", "DET": "DT", "PRON": "PRP", "NUM": "CD", "ADV": "RB"}


def sentence(tree: str, number: int = 0, offset: int = 0) -> Sentence:
    """Build a sentence from `word/POS/relation/head` tokens.

    Heads count from 1, 0 is the root. `~` before a word joins it to the one before; `|LABEL` behind the head is the label of
    a statistical name. The base form of a noun loses its s, of a verb is the word itself unless `word=base` is written.
    """
    nodes: list[Node] = []
    heads: list[int] = []
    position = offset
    for index, token in enumerate(tree.split()):
        glued, token = token.startswith("~"), token.removeprefix("~")
        head, _, label = token.rsplit("/", 1)[1].partition("|")
        word, pos, relation = token.rsplit("/", 3)[:3]
        word, _, base = word.partition("=")
        if index:
            position += not glued
            nodes[-1].space_after = not glued
        node = Node(index, word, base or _lemma(word, pos), pos, _tag(word, pos), position, position + len(word))
        node.relation, node.entity = relation, label
        node.entity_start = bool(label) and (not nodes or nodes[-1].entity != label)
        nodes.append(node)
        heads.append(int(head))
        position = node.end
    for node, head_number in zip(nodes, heads, strict=True):
        if head_number:
            node.head = nodes[head_number - 1]
            node.head.children.append(node)
    text = "".join(node.text + " " * node.space_after for node in nodes).rstrip()
    return Sentence(number, offset, offset + len(text), text, nodes)


def article(*trees: str) -> list[Sentence]:
    """Build the sentences of an article, one blank between them."""
    out: list[Sentence] = []
    for number, tree in enumerate(trees):
        out.append(sentence(tree, number, out[-1].end + 1 if out else 0))
    return out


def shown(mentions: list[Mention], kind: str = "name") -> list[tuple[str, str]]:
    """The wording and type of each mention of one kind."""
    return [(mention.text, mention.type) for mention in mentions if mention.kind == kind]


def small_lexicon() -> Lexicon:
    """A lexicon of a few countries, bodies and weapons, with the package's titles, classes and institutions."""
    return Lexicon([
        _country("TUR", "Turkey", demonyms=("Turkish",), capital="Ankara"),
        _country("RUS", "Russia", demonyms=("Russian", "Russians"), capital="Moscow", seats=("Kremlin",)),
        _country("IND", "India", demonyms=("Indian",), capital="New Delhi"),
        _country("USA", "United States", aliases=("US", "U.S."), demonyms=("American",), capital="Washington"),
        Entry("country:GEO", "Georgia", "COUNTRY", "GEO", surfaces=(Surface("Georgia", "name", True),)),
        Entry("country:JOR", "Jordan", "COUNTRY", "JOR", surfaces=(Surface("Jordan", "name", True),)),
        Entry("org:Rostec", "Rostec", "ORGANIZATION", "RUS", surfaces=(Surface("Rostec", "name"),)),
        Entry("weapon:S-400", "S-400", "WEAPON", "RUS", surfaces=(Surface("S-400", "name"),)),
        Entry("weapon:Leopard 2", "Leopard 2", "WEAPON", "DEU", surfaces=(
            Surface("Leopard 2", "name"), Surface("Leopard", "alias", True),
        )),
        Entry("weapon:Patriot", "Patriot", "WEAPON", "USA", surfaces=(Surface("Patriot", "name", True),)),
    ])  # fmt: skip


def _country(
    code: str,
    name: str,
    aliases: tuple[str, ...] = (),
    demonyms: tuple[str, ...] = (),
    capital: str = "",
    seats: tuple[str, ...] = (),
) -> Entry:
    surfaces = [Surface(name, "name"), *(Surface(alias, "alias") for alias in aliases)]
    surfaces += [Surface(demonym, "demonym") for demonym in demonyms]
    surfaces += [Surface(seat, "seat") for seat in seats]
    surfaces += [Surface(capital, "capital")] if capital else []
    return Entry(f"country:{code}", name, "COUNTRY", code, surfaces=tuple(surfaces))


def _lemma(word: str, pos: str) -> str:
    if pos == "PROPN":
        return word
    plural = pos == "NOUN" and word.endswith("s") and not word.endswith("ss")
    return word.lower().removesuffix("s") if plural else word.lower()


def _tag(word: str, pos: str) -> str:
    if pos == "NOUN":
        return "NNS" if word.endswith("s") else "NN"
    if pos == "PROPN" and word.endswith("s") and len(word) > 4:
        return "NNPS"
    return _TAGS.get(pos, "VBD" if pos == "VERB" else pos)
