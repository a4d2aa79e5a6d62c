"""Fixtures that several folders of tests share."""

from importlib import import_module

import networkx
import pytest
from spacy.language import Language

from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.records import (
    Article,
    Attribute,
    Deal,
    DealEvent,
    Decision,
    Entity,
    EntityMention,
    Knowledge,
    Skipped,
    Triple,
)

TEXT = "Ruritania sold two frigates to Freedonia.\nIt was the first sale."
SENTENCE = "Ruritania sold two frigates to Freedonia."


@pytest.fixture
def knowledge() -> Knowledge:
    """The records of a build of one short article about invented states."""
    article = Article(
        document_id="d1",
        text=TEXT,
        blocks=(),
        title="Frigates",
        date="2019-08",
        source="Wire",
        path="a.txt",
        language="en",
    )
    triple = ("t1", "d1", 0, "Ruritania", "sell to", "Freedonia", "e1", "e2", "COUNTRY", "COUNTRY", "SUPPLIES")
    return Knowledge(
        articles=(article,),
        sentences=(2,),
        entities=(
            Entity("e1", "Ruritania", "COUNTRY", "RUR", ("Strelsau", "a|b"), 2, ("d1",)),
            Entity("e2", "Freedonia", "COUNTRY", "FRE", (), 1, ("d1",)),
            Entity("e3", "Frigate", "WEAPON", "", ("frigates",), 1, ("d1",), "Q161705"),
        ),
        mentions=(EntityMention("e1", "d1", 0, 0, 9, "Ruritania", "name"),),
        triples=(Triple(*triple, "affirmed", "asserted", "", "2019", 0.81649, 0, 41, SENTENCE, "s1", "active"),),
        deals=(
            Deal(
                *("v1", "Ruritania", "Freedonia", "Frigate", "ships", 2, "", None, "", "sale", "ordered", "2019", None),
                *("e1", "e2", "e3"),
                documents=("d1",),
                triples=("t1",),
                confidence=0.7,
                evidence=(SENTENCE, "It was ¶ the first sale."),
                delivery_years=("2020", "2021"),
            ),
        ),
        deal_events=(
            DealEvent(
                *("v1", "2019", "2019-08", "ordered", "sell to", "affirmed", "asserted", "", "current", 2, None, ""),
                *("d1", 0, 0, 41, ("t1",), 0.81649, SENTENCE),
            ),
        ),
        decisions=(
            Decision("e1", "joined", "article", "", "", "", 1.0, 'capital "Strelsau" of "Ruritania"', 1, "d1"),
            Decision("e1", "apart", "articles", "Ruritania", "Freedonia", "e2", None, "two states"),
        ),
        attributes=(Attribute("e1", "country", "RUR", "", "", "table", "invented"),),
        skipped=(Skipped("b.bin", "", "it is not text"),),
    )


@pytest.fixture
def graph() -> "networkx.MultiDiGraph[str]":
    """A graph of the same facts, with the attributes that graph.graphml promises."""
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    plain = {"country": "", "mentions": 1, "aliases": "", "wikidata": ""}
    graph.add_node("e1", label="Ruritania", type="COUNTRY", **{**plain, "aliases": "Strelsau", "mentions": 2})
    graph.add_node("e2", label="Freedonia", type="COUNTRY", **plain)
    graph.add_node("e3", label="Frigate", type="WEAPON", **plain)
    deal = {"status": "ordered", "quantity": 2, "confidence": 0.7, "kind": "sale", "supplier": "Ruritania"}
    graph.add_node("v1", label="2 Frigate", type="DEAL", **plain, **deal)
    said = {"polarity": "affirmed", "modality": "asserted", "weight": 1, "confidence": 0.5}
    said |= {"first_date": "2019", "last_date": "2019", "documents": "d1", "evidence": SENTENCE}
    graph.add_edge("e1", "e2", key="t1", label="sell to", relation_type="SUPPLIES", **said)
    graph.add_edge("e1", "e2", key="t2", label="meet", relation_type="MEETS", **said)
    for source, target, role in (("e1", "v1", "SUPPLIER"), ("v1", "e2", "RECIPIENT"), ("v1", "e3", "WEAPON")):
        graph.add_edge(source, target, key=f"{source}>{target}", label=role.lower(), relation_type=role, **said)
    return graph


@pytest.fixture(scope="session")
def bundled() -> Language:
    """The bundled pipeline, loaded once."""
    return load_pipeline()


@pytest.fixture
def _loaded(monkeypatch: pytest.MonkeyPatch, bundled: Language) -> None:
    """Spare each build of a test the loading of the pipeline."""
    monkeypatch.setattr(import_module("graphbuilder.build"), "load_pipeline", lambda _name=None: bundled)
