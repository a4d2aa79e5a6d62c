"""Texts that try to break out of the page, put into every field of the records."""

from dataclasses import fields, replace
from typing import Any

import networkx as nx

from graphbuilder.assemble.graph import graph_of
from graphbuilder.records import Article, Deal, Entity, Knowledge, Triple

TEXTS = [
    "<script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    '<img src="x" onerror="window.ran=1">',
    "<!--<script>",
    "]]><svg onload=window.ran=1>",
    '"><iframe srcdoc="<script>parent.ran=1</script>">',
    "{{7*7}}{% raw %}${7*7}",
    "javascript:window.ran=1",
    "JAVASCRIPT://%0awindow.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    "' \" ` \\ &lt;b&gt; &#60;b&#62;",
    "a\u2028b\u2029c\x00d\x07e\x1bf\x7f",
    "\u202egnihtyreve\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\ud800 lone",
    "=cmd|' /C calc'!A0",
    "__proto__",
    '<a href="https://evil.example/">x</a>',
    "<meta http-equiv=refresh content=0;url=https://evil.example/>",
]
_KEPT = {"deal_id", "supplier_id", "recipient_id", "weapon_id", "triples"}


def hostile() -> tuple[Knowledge, "nx.MultiDiGraph[str]"]:
    """Return two names, a statement and a deal for each text, the text in every field that holds free text."""
    articles, entities, triples, deals = [], [], [], []
    for number, text in enumerate(TEXTS):
        # Ids and relations are hashed into keys as UTF-8, which has no lone surrogates.
        word = text.replace("\ud800", "")
        a, b = f"{word} a{number}", f"{word} b{number}"
        articles.append(Article(text, text, (), text, text, text, text, text, text))
        entities.append(Entity(a, f"{text} A", "PERSON", text, (text,), 3, (text,), text, text, (text,)))
        entities.append(Entity(b, f"{text} B", text, text, (text,), 3, (text,), text, text, (text,)))
        ends = (text, word, text, a, b, text, text, word)
        meaning = ("affirmed", "asserted", text, text, 0.5, 0, len(text), text)
        triples.append(Triple(f"{word} t{number}", text, 0, *ends, *meaning, text, text))
        deals.append(_deal(text, f"{word} x{number}", a, b, triples[-1].triple_id))
    knowledge = Knowledge(tuple(articles), (), tuple(entities), (), tuple(triples), tuple(deals))
    return knowledge, graph_of({entity.entity_id: entity for entity in entities}, triples, deals)


def _deal(text: str, deal_id: str, supplier: str, recipient: str, triple: str) -> Deal:
    plain = Deal(deal_id, "", "", "", "", None, "", None, "", "", "", "", None, supplier, recipient, recipient)
    values: dict[str, Any] = {}
    for field in fields(Deal):
        if field.name not in _KEPT and getattr(plain, field.name) == "":
            values[field.name] = text
        elif field.name not in _KEPT and getattr(plain, field.name) == ():
            values[field.name] = (text,)
    return replace(plain, triples=(triple,), quantity=2, **values)
