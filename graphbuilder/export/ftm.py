"""The graph as entities of FollowTheMoney, one JSON object a line, for Aleph, OpenSanctions' tools and nomenklatura.

Actors are `Person`, `Company`, `Organization` and, for states, `PublicBody`; weapons are `Asset`s, places `Address`es.
A deal is a `Contract` of the recipient with a `ContractAward` to the supplier; its articles are joined to it by
`Documentation` with the sentences, and to the actors by `Mention`. The library cleans each value and validates each entity.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx

from graphbuilder.extras import extra_module
from graphbuilder.records import Article, Deal, Entity, Knowledge

_SCHEMATA = {
    "COUNTRY": "PublicBody",
    "PERSON": "Person",
    "ORGANIZATION": "Organization",
    "WEAPON": "Asset",
    "LOCATION": "Address",
    "EVENT": "Event",
}
_LEGAL = frozenset({"COUNTRY", "PERSON", "ORGANIZATION"})
Proxy = Any


def write_ftm(_: "networkx.MultiDiGraph[str]", knowledge: Knowledge, path: Path) -> None:
    """Write FollowTheMoney entities, sorted by schema and id.

    Args:
        knowledge: What to write.
        path: The file to write.

    Raises:
        ExtraError: The extra `ftm` is not installed.
    """
    model = extra_module("ftm", "followthemoney").model
    proxies = sorted(_proxies(model, knowledge), key=lambda proxy: (proxy.schema.name, proxy.id))
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for proxy in proxies:
            data = proxy.to_dict()
            proxy.schema.validate(data)
            data = {name: data[name] for name in ("id", "schema", "properties")}
            data["properties"] = {name: sorted(values) for name, values in sorted(data["properties"].items())}
            file.write(json.dumps(data, ensure_ascii=False) + "\n")


def _proxies(model: Any, knowledge: Knowledge) -> Iterator[Proxy]:
    companies = {row.entity_id for row in knowledge.attributes if (row.attribute, row.value) == ("kind", "company")}
    companies |= _makers(knowledge)
    types = {entity.entity_id: entity.type for entity in knowledge.entities}
    dates = {article.document_id: article.date for article in knowledge.articles}
    for article in knowledge.articles:
        yield _article(model, article)
    for entity in knowledge.entities:
        yield _entity(model, entity, entity.entity_id in companies)
    yield from _mentions(model, knowledge, types)
    for deal in knowledge.deals:
        yield from _deal(model, deal, types, dates)


def _makers(knowledge: Knowledge) -> set[str]:
    names = {name for deal in knowledge.deals for name in deal.manufacturer}
    return {entity.entity_id for entity in knowledge.entities if entity.type == "ORGANIZATION" and entity.name in names}


def _article(model: Any, article: Article) -> Proxy:
    proxy = _made(model, "Article", _id("article", article.document_id))
    proxy.add("title", article.title or article.document_id)
    proxy.add("date", article.date)
    proxy.add("language", article.language)
    proxy.add("sourceUrl" if article.source.startswith(("http://", "https://")) else "publisher", article.source)
    proxy.add("fileName", article.path)
    return proxy


def _entity(model: Any, entity: Entity, company: bool) -> Proxy:
    schema = "Company" if company and entity.type == "ORGANIZATION" else _SCHEMATA.get(entity.type, "Thing")
    proxy = _made(model, schema, _id("entity", entity.entity_id))
    proxy.add("full" if schema == "Address" else "name", entity.name)
    if schema != "Address":
        proxy.add("alias", [alias for alias in entity.aliases if alias != entity.name])
    proxy.add("country", entity.country)
    proxy.add("wikidataId", entity.wikidata)
    return proxy


def _mentions(model: Any, knowledge: Knowledge, types: dict[str, str]) -> Iterator[Proxy]:
    """Give one mention for each actor and article, with the names it has there."""
    named: dict[tuple[str, str], set[str]] = {}
    for mention in knowledge.mentions:
        if mention.kind == "name" and types.get(mention.entity_id) in _LEGAL:
            named.setdefault((mention.entity_id, mention.document_id), set()).add(mention.text)
    for (entity_id, document_id), names in sorted(named.items()):
        proxy = _made(model, "Mention", _id("mention", entity_id, document_id))
        proxy.add("name", sorted(names))
        proxy.add("document", _id("article", document_id))
        proxy.add("resolved", _id("entity", entity_id))
        proxy.add("detectedSchema", _SCHEMATA[types[entity_id]])
        yield proxy


def _deal(model: Any, deal: Deal, types: dict[str, str], dates: dict[str, str]) -> Iterator[Proxy]:
    contract = _made(model, "Contract", _id("contract", deal.deal_id))
    count = f"{deal.quantity:,} " if deal.quantity is not None else ""
    title = f"{deal.supplier or '?'} – {deal.recipient or '?'}: {count}{deal.weapon or '?'}"
    contract.add("title", title)
    contract.add("name", title)
    contract.add("type", deal.kind)
    contract.add("status", deal.status)
    contract.add("contractDate", deal.ordered)
    contract.add("keywords", deal.weapon_category)
    if types.get(deal.recipient_id) in _LEGAL:
        contract.add("authority", _id("entity", deal.recipient_id))
    award = _made(model, "ContractAward", _id("award", deal.deal_id))
    award.add("contract", contract.id)
    if types.get(deal.supplier_id) in _LEGAL:
        award.add("supplier", _id("entity", deal.supplier_id))
    award.add("date", deal.ordered)
    award.add("status", deal.status)
    for proxy in (contract, award):
        if deal.value is not None:
            proxy.add("amount", str(deal.value))
            proxy.add("currency", deal.currency)
    yield contract
    if award.has("supplier"):  # an award without one is not valid
        yield award
    for document_id in deal.documents:
        proof = _made(model, "Documentation", _id("documentation", deal.deal_id, document_id))
        proof.add("document", _id("article", document_id))
        proof.add("entity", contract.id)
        proof.add("date", dates.get(document_id))
        if len(deal.documents) == 1:  # which sentence is from which article is known then alone
            proof.add("summary", list(deal.evidence))
        yield proof


def _made(model: Any, schema: str, entity_id: str) -> Proxy:
    proxy = model.make_entity(schema)
    proxy.id = entity_id
    return proxy


def _id(*parts: str) -> str:
    """Give an id that FollowTheMoney allows: letters, digits and hyphens."""
    return "gb-" + hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:24]
