"""Random graphs of the shape of a build, evidence on every edge: what the page is measured on."""

import random

import networkx as nx

from graphbuilder.assemble.graph import graph_of
from graphbuilder.records import Article, Deal, Entity, EntityMention, Knowledge, Triple

_TYPES = ("COUNTRY", "ORGANIZATION", "PERSON", "WEAPON", "WEAPON", "LOCATION", "EVENT")
_RELATIONS = (
    ("sell to", "SUPPLIES"),
    ("order", "BUYS"),
    ("meet", "MEETS"),
    ("negotiate with", "NEGOTIATES"),
    ("build", "PRODUCES"),
    ("sanction", "SANCTIONS"),
    ("mention", ""),
)
_MODALITIES = ("asserted", "asserted", "asserted", "planned", "possible", "requested", "conditional")
_STATUSES = ("discussed", "requested", "approved", "ordered", "delivering", "delivered", "suspended", "cancelled")
_COUNTRIES = ("TUR", "RUS", "USA", "IND", "FRA", "DEU", "POL", "KOR", "UKR", "EGY", "GRC", "ISR")
_SYLLABLES = ("ka", "ro", "mi", "ten", "sul", "var", "do", "lem", "an", "tor", "vi", "bes", "ul", "gar", "ney", "ost")
_SENTENCES_AN_ARTICLE = 20
# A deal takes three links: to its supplier, its recipient and its weapon.
_NODES_A_DEAL = 20


def random_graph(nodes: int, edges: int, seed: int = 7) -> tuple[Knowledge, "nx.MultiDiGraph[str]"]:
    """Make up names, statements and deals; some names gather many links, as names in the news do.

    Args:
        nodes: how many nodes the graph has, deals among them.
        edges: how many edges, those of deals among them.
        seed: the same seed gives the same graph.

    Returns:
        The records and the graph built from them.
    """
    rng = random.Random(seed)
    count = nodes // _NODES_A_DEAL
    entities = [_entity(rng, place) for place in range(nodes - count)]
    deals = [_deal(rng, place, entities) for place in range(count)]
    articles, triples, mentions = _statements(rng, entities, edges - 3 * count)
    knowledge = Knowledge(articles, (), tuple(entities), tuple(mentions), tuple(triples), tuple(deals))
    return knowledge, graph_of({entity.entity_id: entity for entity in entities}, triples, deals)


def _word(rng: random.Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize()


def _entity(rng: random.Random, place: int) -> Entity:
    kind = _TYPES[place % len(_TYPES)]
    name = f"{_word(rng)}-{place}" if kind == "WEAPON" else f"{_word(rng)} {_word(rng)} {place}"
    return Entity(f"n{place:06}", name, kind, rng.choice(_COUNTRIES), (_word(rng),), rng.randint(1, 30))


def _pick(rng: random.Random, entities: list[Entity]) -> Entity:
    # The square draws towards the first entities: hubs.
    return entities[int(len(entities) * rng.random() ** 2)]


def _deal(rng: random.Random, place: int, entities: list[Entity]) -> Deal:
    supplier, recipient, weapon = (_pick(rng, entities) for _ in range(3))
    year = rng.randint(2010, 2025)
    return Deal(
        deal_id=f"x{place:06}",
        supplier=supplier.name,
        recipient=recipient.name,
        weapon=weapon.name,
        weapon_category="other",
        quantity=rng.randint(1, 200),
        unit="",
        value=rng.randint(1, 900) * 10_000_000,
        currency="USD",
        kind="sale",
        status=rng.choice(_STATUSES),
        ordered=str(year),
        delivered=None,
        supplier_id=supplier.entity_id,
        recipient_id=recipient.entity_id,
        weapon_id=weapon.entity_id,
        first_reported=f"{year}-05-01",
        last_reported=f"{year + 1}-05-01",
        evidence=(f"{supplier.name} signed a contract with {recipient.name} for the {weapon.name} in {year}.",),
    )


def _statements(
    rng: random.Random, entities: list[Entity], number: int
) -> tuple[tuple[Article, ...], list[Triple], list[EntityMention]]:
    articles, triples, mentions = [], [], []
    for first in range(0, number, _SENTENCES_AN_ARTICLE):
        document_id = f"d{first:06}"
        date = f"{rng.randint(2010, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        text = ""
        for place in range(first, min(number, first + _SENTENCES_AN_ARTICLE)):
            subject, target = _pick(rng, entities), _pick(rng, entities)
            relation, relation_type = rng.choice(_RELATIONS)
            sentence = (
                f"{subject.name} is said to {relation} {target.name} under a plan of {rng.randint(2, 90)} "
                f"{_word(rng).lower()} that {_word(rng)} told reporters about on {_word(rng)} day."
            )
            start = len(text)
            text += sentence + " "
            for entity in (subject, target):
                at = start + sentence.index(entity.name)
                end = at + len(entity.name)
                mentions.append(EntityMention(entity.entity_id, document_id, place, at, end, entity.name, "name"))
            meaning = (
                relation_type,
                "negated" if rng.random() < 0.08 else "affirmed",
                rng.choice(_MODALITIES),
                "",
                "",
                round(rng.uniform(0.3, 0.95), 2),
            )
            ends = (subject.name, relation, target.name, subject.entity_id, target.entity_id, subject.type, target.type)
            where = (start, start + len(sentence), sentence, f"s{place}", "verb:active")
            triples.append(Triple(f"t{place:06}", document_id, place, *ends, *meaning, *where))
        address = f"https://news.example/{first}"
        articles.append(Article(document_id, text, (), f"{_word(rng)} and {_word(rng)} {first}", date, address))
    return tuple(articles), triples, mentions
