"""Articles with hand-built trees for the tests of this folder.

A sentence is a line of tokens, each `word|POS|relation|head`: the head is the nearest other token with that word, and a
fifth part is the Penn tag where the default of the part of speech does not do. "~" before a word joins it to the last.
"""

import re

from graphbuilder.lexicon import Lexicon
from graphbuilder.lexicon.build import country_entry, organization_entry, people, weapon_entry
from graphbuilder.parse.syntax import Node, Sentence
from graphbuilder.records import Article, Mention

_TAGS = {"NOUN": "NN", "PROPN": "NNP", "VERB": "VBD", "PRON": "PRP", "DET": "DT", "ADP": "IN", "ADJ": "JJ", "NUM": "CD"}

_COUNTRIES = (
    ("RUS", "Russia", "Russian", "Moscow", "Kremlin"),
    ("TUR", "Turkey", "Turkish", "Ankara", ""),
    ("POL", "Poland", "Polish", "Warsaw", ""),
    ("IND", "India", "Indian", "New Delhi", ""),
)
_WEAPONS = (
    ("S-400", "S-400 Triumf|Triumf", "Almaz-Antey", "RUS", "air defence systems", "air-defence system"),
    ("MiG-29", "Fulcrum", "MiG", "RUS", "aircraft", "fighter"),
    ("AH-64 Apache", "Apache|AH-64", "Boeing", "USA", "aircraft", "helicopter"),
    ("Leopard 2", "", "KNDS", "DEU", "armoured vehicles", "tank"),
    ("Bayraktar TB2", "TB2", "Baykar", "TUR", "aircraft", "drone"),
)
_COMPANIES = (("Almaz-Antey", "RUS", "company"), ("Lockheed Martin", "USA", "company"), ("NATO", "", "alliance"))
_PEOPLE = (
    ("Vladimir Putin", "Putin", "RUS", "president", "Russia", "2012", ""),
    ("Recep Tayyip Erdogan", "Erdogan", "TUR", "president", "Turkey", "2014", ""),
)


def lexicon() -> Lexicon:
    """A lexicon of a few entries."""
    columns = ("iso3", "name", "demonyms", "capital", "seats")
    countries = [country_entry({**dict(zip(columns, row, strict=True)), "aliases": ""}) for row in _COUNTRIES]
    columns = ("name", "aliases", "maker", "country", "category", "kind")
    weapons = [weapon_entry(dict(zip(columns, row, strict=True))) for row in _WEAPONS]
    columns = ("name", "country", "kind")
    companies = [organization_entry({**dict(zip(columns, row, strict=True)), "aliases": ""}) for row in _COMPANIES]
    columns = ("name", "aliases", "country", "role", "organization", "from", "to")
    return Lexicon([*countries, *weapons, *companies, *people(dict(zip(columns, row, strict=True)) for row in _PEOPLE)])


def read(*lines: str, date: str = "2019-08-29") -> tuple[Article, list[Sentence]]:
    """Build an article of one paragraph from lines of tokens."""
    text, sentences = "", []
    for number, line in enumerate(lines):
        nodes: list[Node] = []
        heads: list[str] = []
        for index, token in enumerate(line.split()):
            word, pos, relation, *rest = token.split("|")
            joined = word.startswith("~")
            word = word.removeprefix("~").replace("_", " ")
            if joined:
                text = text.rstrip()
                nodes[-1].space_after = False
            tag = rest[1] if len(rest) > 1 else _TAGS.get(pos, pos)
            lemma = word if pos == "PROPN" else _lemma(word, tag)
            nodes.append(Node(index, word, lemma, pos, tag, len(text), len(text) + len(word), relation=relation))
            heads.append(rest[0] if rest else "")
            text += word + " "
        for node, head in zip(nodes, heads, strict=True):
            if head:
                others = [other for other in nodes if other.text == head and other is not node]
                node.head = min(others, key=lambda other: abs(other.index - node.index))
                node.head.children.append(node)
        start, end = nodes[0].start, nodes[-1].end
        sentences.append(Sentence(number, start, end, text[start:end], nodes))
    return Article("d", text.rstrip(), (), date=date), sentences


def _lemma(word: str, tag: str) -> str:
    word = word.casefold()
    known = {"said": "say", "sold": "sell", "bought": "buy", "flew": "fly", "made": "make", "has": "have", "was": "be"}
    if tag in ("NNS", "NNPS"):
        return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return known.get(word, word.removesuffix("ed") if tag.startswith("VB") else word)


def name(article: Article, sentences: list[Sentence], text: str, type_: str, place: int = 1, key: str = "") -> Mention:
    """The mention by name of the `place`-th occurrence of a text."""
    return _mention(article, sentences, text, "name", type_, place, key, "name")


def points(article: Article, sentences: list[Sentence], text: str, place: int = 1, how: str = "") -> Mention:
    """The mention by pronoun (one word) or description of the `place`-th occurrence of a text."""
    kind = "nominal" if " " in text or how == "class" else "pronoun"
    return _mention(article, sentences, text, kind, "WEAPON" if how == "class" else "", place, "", how)


def _mention(
    article: Article, sentences: list[Sentence], text: str, kind: str, type_: str, place: int, key: str, how: str
) -> Mention:
    start, end = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", article.text)][place - 1]
    sentence = next(sentence for sentence in sentences if sentence.start <= start < sentence.end)
    inside = [node for node in sentence.nodes if start <= node.start < end]
    head = next((node for node in inside if node.head is None or node.head not in inside), inside[-1])
    return Mention("d", sentence.number, start, end, text, kind, type_, head.start, head.end, key=key, how=how)  # type: ignore[arg-type]
