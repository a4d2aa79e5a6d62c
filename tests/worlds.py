"""A small invented world for tests of what is asked, exported and drawn."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

from graphbuilder.assemble.graph import graph_of
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.records import Article, Attribute, Deal, DealEvent, Entity, EntityMention, Knowledge, Triple

# Quotes, control characters, emoji, right-to-left text, a formula, markup, and what ends a string in Cypher or Turtle.
HOSTILE = (
    'Ben "Béla" O\'Nion \\u0041 \\" `x` 😀 שלום \u202eevil\u202c =1+1 <b>&amp;</b> \x00\x0b ]]> {a} $x$ ; |\nnext\tline'
)
# What is left of it in a file that cannot hold control characters.
HARMLESS = HOSTILE.replace("\x00\x0b", "")

ENTITIES = (
    Entity("country:FRE", "Freedonia", "COUNTRY", "FRA", ("Freedonian", "Libertyville"), 5, ("d1", "d2")),
    Entity("country:OZZ", "Oz", "COUNTRY", "AUS", ("Emerald City",), 2, ("d2",)),
    Entity("country:RUR", "Ruritania", "COUNTRY", "RUS", ("Strelsau", "Ruritanian"), 7, ("d1", "d2", "d3")),
    Entity("organization:zenda-works", "Zenda Works", "ORGANIZATION", "RUS", ("Zenda",), 2, ("d1",)),
    Entity("person:rudolf-rassendyll", "Rudolf Rassendyll", "PERSON", "RUS", (), 3, ("d1", "d3")),
    Entity("person:rufus-firefly", "Rufus T. Firefly", "PERSON", "FRA", ("Firefly",), 2, ("d2",), "Q7377984"),
    Entity("weapon:frigate", "frigate", "WEAPON", "", ("frigates",), 3, ("d1", "d2")),
    Entity("weapon:x-1", "X-1", "WEAPON", "RUS", ("X1 missile",), 1, ("d3",)),
)
ARTICLES = (
    Article("d1", "x" * 400, (), "Frigates sold", "2019-08-29", "Wire", "a.txt", "en", "aa"),
    Article("d2", "x" * 400, (), "Talks with Oz", "2020-03", "https://example.org/b", "b.txt", "en", "bb"),
    Article("d3", "x" * 400, (), "A denial", "2021", "", "c.txt", "en", "cc"),
)
_NAMES = {entity.entity_id: entity for entity in ENTITIES}


def _triple(number: int, document: str, subject: str, relation: str, target: str, kind: str, *said: str) -> Triple:
    polarity, modality, attributed_to, date = (*said, "", "", "", "")[:4]
    one, other = _NAMES.get(subject), _NAMES.get(target)
    return Triple(
        *(f"t{number}", document, number, one.name if one else subject, relation, other.name if other else target),
        *(one.entity_id if one else "", other.entity_id if other else ""),
        *(one.type if one else "", other.type if other else "", kind, polarity or "affirmed", modality or "asserted"),
        *(attributed_to, date, 0.5 + number / 20, 40 * number, 40 * number + 30, f"Sentence number {number}."),
        *(f"s{number}", "active"),
    )


TRIPLES = (
    _triple(1, "d1", "country:RUR", "sell to", "country:FRE", "SUPPLIES", "", "", "", "2019-05"),
    _triple(2, "d1", "country:RUR", "sell", "weapon:frigate", "SUPPLIES", "", "", "", "2019-05"),
    _triple(3, "d1", "person:rudolf-rassendyll", "lead", "country:RUR", "LEADS"),
    _triple(4, "d2", "country:RUR", "talk with", "country:OZZ", "NEGOTIATES", "", "possible", "person:rufus-firefly"),
    _triple(5, "d2", "person:rufus-firefly", "be president of", "country:FRE", "LEADS"),
    _triple(6, "d2", "country:RUR", "sell to", "country:FRE", "SUPPLIES", "", "", "", "2018"),
    _triple(7, "d3", "country:RUR", "sell to", "country:FRE", "SUPPLIES", "negated", "", "a defence official"),
    _triple(8, "d3", "organization:zenda-works", "build", "weapon:x-1", "PRODUCES"),
    _triple(9, "d3", "country:RUR", "visit", "the coast", ""),
)


def _deal(deal_id: str, parties: tuple[str, str, str], status: str, ordered: str, triples: tuple[str, ...]) -> Deal:
    supplier, recipient, weapon = (_NAMES[party] for party in parties)
    documents = tuple(sorted({triple.document_id for triple in TRIPLES if triple.triple_id in triples}))
    dates = [article.date for article in ARTICLES if article.document_id in documents]
    return Deal(
        *(
            deal_id,
            supplier.name,
            recipient.name,
            weapon.name,
            "ships",
            2,
            "",
            5_000_000_000,
            "EUR",
            "sale",
            status,
            ordered,
        ),
        *(None, supplier.entity_id, recipient.entity_id, weapon.entity_id),
        manufacturer=("Zenda Works",),
        first_reported=min(dates),
        last_reported=max(dates),
        documents=documents,
        triples=triples,
        confidence=0.8,
        evidence=tuple(triple.evidence for triple in TRIPLES if triple.triple_id in triples),
        delivery_years=("2021",) if status == "delivered" else (),
    )


DEALS = (
    _deal("v1", ("country:RUR", "country:FRE", "weapon:frigate"), "delivered", "2019-05", ("t1", "t2", "t6")),
    replace(
        _deal("v2", ("country:RUR", "country:OZZ", "weapon:x-1"), "discussed", "", ("t4",)),
        quantity=None,
        value=None,
        currency="",
    ),
    _deal("v3", ("country:FRE", "country:OZZ", "weapon:frigate"), "ordered", "2020", ("t4",)),
)
EVENTS = tuple(
    DealEvent(
        *(deal, date, reported, status, "sell", "affirmed", modality, "", "current", None, None, "", document, 0, 0, 9),
        triples=("t1",),
    )
    for deal, date, reported, status, modality, document in (
        ("v1", "2019-05", "2019-08-29", "ordered", "asserted", "d1"),
        ("v1", "2021", "2021", "delivered", "asserted", "d3"),
        ("v2", "", "2020-03", "discussed", "possible", "d2"),
    )
)
MENTIONS = tuple(
    EntityMention(entity.entity_id, document, 0, 0, len(entity.name), entity.name, "name")
    for entity in ENTITIES
    for document in entity.documents
)


def records() -> Knowledge:
    """Give the records of the world."""
    return Knowledge(
        articles=ARTICLES,
        sentences=(9, 9, 9),
        entities=ENTITIES,
        mentions=MENTIONS,
        triples=TRIPLES,
        deals=DEALS,
        deal_events=EVENTS,
        attributes=(Attribute("organization:zenda-works", "kind", "company", "", "", "table", "invented"),),
    )


def hostile_records() -> Knowledge:
    """Give the records of a world in which a person, an article and all sentences are called `HOSTILE`."""
    known = records()
    person = replace(ENTITIES[4], name=HOSTILE, aliases=("Rudolf",))
    triples = tuple(
        replace(triple, subject=HOSTILE if triple.subject_id == person.entity_id else triple.subject, evidence=HOSTILE)
        for triple in TRIPLES
    )
    return replace(
        known,
        articles=(replace(ARTICLES[0], title=HOSTILE), *ARTICLES[1:]),
        entities=(*ENTITIES[:4], person, *ENTITIES[5:]),
        triples=triples,
        deals=(replace(DEALS[0], weapon=HOSTILE, evidence=(HOSTILE,)), *DEALS[1:]),
    )


def world(known: Knowledge | None = None) -> KnowledgeGraph:
    """Give the graph of records, those of the world by default."""
    known = known or records()
    return KnowledgeGraph.from_records(
        known, graph_of({entity.entity_id: entity for entity in known.entities}, known.triples, known.deals)
    )


def without_extra(monkeypatch: object, module: str) -> None:
    """Make an optional module impossible to import."""
    monkeypatch.setitem(import_module("sys").modules, module, None)  # type: ignore[attr-defined]


def saved(graph: KnowledgeGraph, folder: Path) -> Path:
    """Save a graph and give its folder."""
    graph.save(folder)
    return folder
