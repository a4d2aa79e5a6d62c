"""The graph as RDF: entities, deals, and each statement with its provenance and its place in the text.

A statement is an `rdf:Statement` that PROV derives from its article; a Web Annotation ties it to the sentence by position
and by quotation. No statement is asserted as a plain triple: the graph says what texts say, not what is so.
`shapes.ttl` beside this file describes the result in SHACL.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx

from graphbuilder.export.graphml import clean
from graphbuilder.export.tables import TABLES
from graphbuilder.extras import extra_module
from graphbuilder.records import Article, Deal, Entity, EntityMention, Knowledge, Triple

BASE = "urn:graphbuilder:"
VOCABULARY = f"{BASE}vocabulary#"
_OA = "http://www.w3.org/ns/oa#"
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_DEAL_LINKS = {"supplier_id": "supplier", "recipient_id": "recipient", "weapon_id": "weapon"}
_NOT_LITERAL = frozenset({"deal_id", "documents", "triples", *_DEAL_LINKS})
Term = Any
Row = tuple[Term, Term, Term]


def write_rdf(_: "networkx.MultiDiGraph[str]", knowledge: Knowledge, path: Path) -> None:
    """Write RDF: N-Triples to a file that ends in `.nt`, Turtle to any other.

    Args:
        knowledge: What to write.
        path: The file to write.

    Raises:
        ExtraError: The extra `rdf` is not installed.
    """
    rdf = extra_module("rdf", "rdflib")
    graph = rdf.Graph()
    writer = _Writer(rdf)
    for prefix, base in writer.prefixes():
        graph.bind(prefix, base)
    for row in writer.rows(knowledge):
        graph.add(row)
    if path.suffix == ".nt":
        lines = sorted(graph.serialize(format="nt").splitlines())
        text = "\n".join(line for line in lines if line) + "\n"
    else:
        text = graph.serialize(format="turtle")
    path.write_text(text, encoding="utf-8", newline="\n")


class _Writer:
    """Turns records into triples of rdflib."""

    def __init__(self, rdf: Any) -> None:
        self._literal, self._node = rdf.Literal, rdf.URIRef
        self._rdf, self._rdfs, self._xsd = rdf.RDF, rdf.RDFS, rdf.XSD
        self._prov, self._terms, self._skos, self._owl = rdf.PROV, rdf.DCTERMS, rdf.SKOS, rdf.OWL
        self._ours, self._oa = rdf.Namespace(VOCABULARY), rdf.Namespace(_OA)

    def prefixes(self) -> Iterator[tuple[str, Any]]:
        yield from (("gb", self._ours), ("oa", self._oa), ("prov", self._prov), ("dcterms", self._terms))
        yield from (("skos", self._skos), ("rdfs", self._rdfs))

    def rows(self, knowledge: Knowledge) -> Iterator[Row]:
        known = {entity.entity_id for entity in knowledge.entities}
        build = self._node(f"{BASE}build")
        yield build, self._rdf.type, self._prov.Activity
        for article in knowledge.articles:
            yield from self._article(article)
        for entity in knowledge.entities:
            yield from self._entity(entity)
        for mention in knowledge.mentions:
            yield from self._mention(mention)
        for triple in knowledge.triples:
            yield from self._triple(triple, known, build)
        for deal in knowledge.deals:
            yield from self._deal(deal, known)

    def _article(self, article: Article) -> Iterator[Row]:
        node = self._named("article", article.document_id)
        yield node, self._rdf.type, self._prov.Entity
        yield node, self._rdf.type, self._ours.Article
        for name, text in (("title", article.title), ("source", article.source), ("language", article.language)):
            if text:
                yield node, self._terms[name], self._text(text)
        if article.date:
            yield node, self._terms.date, self._date(article.date)

    def _entity(self, entity: Entity) -> Iterator[Row]:
        node = self._named("entity", entity.entity_id)
        yield node, self._rdf.type, self._ours[entity.type.title()]
        yield node, self._rdf.type, self._prov.Agent if entity.type in _AGENTS else self._prov.Entity
        yield node, self._rdfs.label, self._text(entity.name)
        for alias in entity.aliases:
            yield node, self._skos.altLabel, self._text(alias)
        if entity.country:
            yield node, self._ours.country, self._text(entity.country)
        if entity.wikidata:
            yield (
                node,
                self._owl.sameAs,
                self._node("http://www.wikidata.org/entity/" + quote(entity.wikidata, safe="")),
            )

    def _mention(self, mention: EntityMention) -> Iterator[Row]:
        place = (mention.document_id, str(mention.start), str(mention.end), mention.entity_id)
        body = self._named("entity", mention.entity_id)
        yield from self._annotation("mention", place, body, self._oa.identifying, mention.text, mention)

    def _triple(self, triple: Triple, known: set[str], build: Term) -> Iterator[Row]:
        node = self._named("statement", triple.triple_id)
        yield node, self._rdf.type, self._rdf.Statement
        yield node, self._rdf.type, self._prov.Entity
        for place, text, entity_id in (
            (self._rdf.subject, triple.subject, triple.subject_id),
            (self._rdf.object, triple.object, triple.object_id),
        ):
            yield node, place, self._named("entity", entity_id) if entity_id in known else self._text(text)
        yield node, self._rdf.predicate, self._ours[triple.relation_type or "RELATES_TO"]
        for name in ("relation", "polarity", "modality", "rule"):
            yield node, self._ours[name], self._text(getattr(triple, name))
        yield node, self._ours.confidence, self._literal(round(triple.confidence, 3), datatype=self._xsd.double)
        yield node, self._ours.partOfStatement, self._text(triple.statement_id)
        if triple.date:
            yield node, self._terms.date, self._date(triple.date)
        if triple.attributed_to in known:
            yield node, self._prov.wasAttributedTo, self._named("entity", triple.attributed_to)
        elif triple.attributed_to:
            yield node, self._ours.attributedTo, self._text(triple.attributed_to)
        yield node, self._prov.wasDerivedFrom, self._named("article", triple.document_id)
        yield node, self._prov.wasGeneratedBy, build
        yield from self._annotation("evidence", (triple.triple_id,), node, self._oa.describing, triple.evidence, triple)

    def _annotation(
        self, kind: str, parts: tuple[str, ...], body: Term, motive: Term, text: str, place: EntityMention | Triple
    ) -> Iterator[Row]:
        """Tie a body to a stretch of an article: by its position in characters and by its wording."""
        node, target = self._named(kind, *parts), self._named(f"{kind}-target", *parts)
        position, wording = self._named(f"{kind}-position", *parts), self._named(f"{kind}-quote", *parts)
        yield node, self._rdf.type, self._oa.Annotation
        yield node, self._oa.motivatedBy, motive
        yield node, self._oa.hasBody, body
        yield node, self._oa.hasTarget, target
        yield target, self._rdf.type, self._oa.SpecificResource
        yield target, self._oa.hasSource, self._named("article", place.document_id)
        yield target, self._oa.hasSelector, wording
        yield wording, self._rdf.type, self._oa.TextQuoteSelector
        yield wording, self._oa.exact, self._text(text)
        if place.end > place.start:  # unknown where the graph was read from GraphML alone
            yield target, self._oa.hasSelector, position
            yield position, self._rdf.type, self._oa.TextPositionSelector
            for name, offset in (("start", place.start), ("end", place.end)):
                yield position, self._oa[name], self._literal(offset, datatype=self._xsd.nonNegativeInteger)

    def _deal(self, deal: Deal, known: set[str]) -> Iterator[Row]:
        node = self._named("deal", deal.deal_id)
        yield node, self._rdf.type, self._ours.Deal
        yield node, self._rdf.type, self._prov.Entity
        for column, link in _DEAL_LINKS.items():
            entity_id, text = getattr(deal, column), getattr(deal, link)
            if entity_id in known:
                yield node, self._ours[link], self._named("entity", entity_id)
            elif text:
                yield node, self._ours[f"{link}Name"], self._text(text)
        for column_ in TABLES["deals"]:
            if column_.name in _NOT_LITERAL or column_.name in _DEAL_LINKS.values():
                continue
            value = getattr(deal, column_.name)
            for item in value if isinstance(value, tuple) else (value,):
                if item is not None and item != "":
                    yield node, self._ours[column_.name], self._value(column_.name, item)
        for document_id in deal.documents:
            yield node, self._prov.wasDerivedFrom, self._named("article", document_id)
        for triple_id in deal.triples:
            yield node, self._prov.wasDerivedFrom, self._named("statement", triple_id)

    def _value(self, name: str, value: str | float) -> Term:
        if name in {"ordered", "first_reported", "last_reported"}:
            return self._date(str(value))
        if isinstance(value, str):
            return self._text(value)
        kind = self._xsd.integer if isinstance(value, int) else self._xsd.double
        return self._literal(value if isinstance(value, int) else round(value, 3), datatype=kind)

    def _date(self, iso: str) -> Term:
        kind = _DATES.get(len(iso))
        return self._literal(iso, datatype=self._xsd[kind] if kind else None)

    def _text(self, text: str) -> Term:
        return self._literal(clean(text))

    def _named(self, kind: str, *parts: str) -> Term:
        return self._node(f"{BASE}{kind}:" + ":".join(quote(clean(part), safe="") for part in parts))


_AGENTS = frozenset({"COUNTRY", "PERSON", "ORGANIZATION"})
