"""Random trees and random bytes never break a build."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc
from whole_builds import quotes_hold

from graphbuilder.build import assemble
from graphbuilder.errors import InputError
from graphbuilder.extract.mentions import find_mentions
from graphbuilder.extract.statements import extract_statements
from graphbuilder.knowledge import KnowledgeGraph
from graphbuilder.lexicon import load_lexicon
from graphbuilder.parse.labels import CLEAR, UNIVERSAL
from graphbuilder.parse.trees import sentences_of
from graphbuilder.read import read_articles
from graphbuilder.records import Article, Block, Reading
from graphbuilder.resolve.coreference import resolve_article

_WORDS = """
    Turkey/PROPN/NNP Russia/PROPN/NNP Ankara/PROPN/NNP Kremlin/PROPN/NNP Erdogan/PROPN/NNP Vladimir/PROPN/NNP
    Putin/PROPN/NNP NATO/PROPN/NNP Rosoboronexport/PROPN/NNP Lockheed/PROPN/NNP Martin/PROPN/NNP S-400/PROPN/NNP
    F-35/PROPN/NNP Su-57/PROPN/NNP Leopard/PROPN/NNP 2A6/PROPN/NNP Russian/ADJ/JJ Turkish/ADJ/JJ Minister/PROPN/NNP
    President/PROPN/NNP missiles/NOUN/NNS batteries/NOUN/NNS jets/NOUN/NNS sale/NOUN/NN delivery/NOUN/NN deal/NOUN/NN
    contract/NOUN/NN talks/NOUN/NNS countries/NOUN/NNS side/NOUN/NN official/NOUN/NN head/NOUN/NN sold/VERB/VBD
    buy/VERB/VB delivering/VERB/VBG signed/VERB/VBN said/VERB/VBD refused/VERB/VBD want/VERB/VBP told/VERB/VBD
    agreed/VERB/VBD suspended/VERB/VBN give/VERB/VB called/VERB/VBD lead/VERB/VB is/AUX/VBZ was/AUX/VBD has/AUX/VBZ
    will/AUX/MD could/AUX/MD been/AUX/VBN it/PRON/PRP he/PRON/PRP they/PRON/PRP his/PRON/PRP$ their/PRON/PRP$
    who/PRON/WP which/PRON/WDT that/SCONJ/IN both/DET/DT the/DET/DT a/DET/DT no/DET/DT two/NUM/CD 36/NUM/CD
    $/SYM/$ 2.5/NUM/CD billion/NUM/CD 2019/NUM/CD July/PROPN/NNP Tuesday/PROPN/NNP not/PART/RB never/ADV/RB 's/PART/POS
    to/PART/TO of/ADP/IN from/ADP/IN to/ADP/IN by/ADP/IN for/ADP/IN with/ADP/IN off/ADP/RP according/VERB/VBG if/SCONJ/IN
    and/CCONJ/CC or/CCONJ/CC ,/PUNCT/, (/PUNCT/-LRB- )/PUNCT/-RRB- “/PUNCT/`` ”/PUNCT/'' -/PUNCT/HYPH ./PUNCT/.
""".split()
VOCAB = English().vocab  # it knows which words are made of letters
_NAMES = ("", "", "", "", "PERSON", "ORG", "GPE", "NORP", "WEAPON", "DATE", "MONEY", "PRODUCT", "EVENT", "FAC")


@st.composite
def trees(draw: st.DrawFn, labels: tuple[str, ...]) -> dict[str, list[Any]]:
    """Draw the annotations of one sentence: any words, any tree over them (crossing arcs too), any labels."""
    size = draw(st.integers(1, 16))
    words = [word.rsplit("/", 2) for word in draw(st.lists(st.sampled_from(_WORDS), min_size=size, max_size=size))]
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for rank, place in enumerate(order):
        heads[place] = order[draw(st.integers(0, rank - 1))] if rank else place
    root = order[0]
    return {
        "words": [word for word, _, _ in words],
        "pos": [pos for _, pos, _ in words],
        "tags": [tag for _, _, tag in words],
        "lemmas": [word.lower() for word, _, _ in words],
        "spaces": draw(st.lists(st.sampled_from([True, True, True, False]), min_size=size, max_size=size)),
        "heads": heads,
        "deps": ["ROOT" if place == root else draw(st.sampled_from(labels)) for place in range(size)],
        "ents": [f"B-{name}" if name else "O" for name in (draw(st.sampled_from(_NAMES)) for _ in range(size))],
    }


@st.composite
def paragraphs(draw: st.DrawFn, clear_labels: bool) -> list[Doc]:
    labels = tuple(sorted({*(CLEAR if clear_labels else UNIVERSAL), "dep"} - {"ROOT", "root"}))
    labels += (
        "nsubj",
        "nsubj",
        "conj",
        "ccomp",
        *(("dobj", "prep", "pobj") if clear_labels else ("obj", "case", "obl")),
    ) * 4
    docs = []
    for _ in range(draw(st.integers(1, 2))):
        whole: dict[str, list[Any]] = {}
        for tree in draw(st.lists(trees(labels), min_size=1, max_size=3)):
            before = len(whole.get("words", []))
            tree["heads"] = [head + before for head in tree["heads"]]
            whole = {name: whole.get(name, []) + values for name, values in tree.items()}
        docs.append(Doc(VOCAB, **whole))
    return docs


def reading_of(docs: list[Doc], clear_labels: bool, number: int) -> Reading:
    """Take parsed paragraphs through everything that an article goes through, as `read_article` does."""
    text, blocks, sentences = "", [], []
    for index, doc in enumerate(docs):
        start = len(text)
        blocks.append(Block("body", start, start + len(doc.text)))
        sentences.extend(sentences_of(doc, clear_labels, start, len(sentences), index))
        text += doc.text + "\n\n"
    article = Article(f"d{number}", text, tuple(blocks), date="2019-08-29", path=f"{number}.txt", language="en")
    mentions = find_mentions(article.document_id, sentences, load_lexicon())
    statements = extract_statements(article.document_id, article.date, sentences, mentions)
    resolved, things = resolve_article(article, sentences, mentions, load_lexicon())
    return Reading(article, tuple((s.start, s.end) for s in sentences), resolved, things, tuple(statements))


SLOW = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("clear_labels", [False, True], ids=["universal", "clear"])
def test_no_tree_breaks_the_extraction(clear_labels: bool) -> None:
    found: Counter[str] = Counter()

    @settings(SLOW, max_examples=150)
    @given(st.lists(paragraphs(clear_labels), min_size=1, max_size=2))
    def check(articles: list[list[Doc]]) -> None:
        readings = [reading_of(docs, clear_labels, number) for number, docs in enumerate(articles)]
        graph = KnowledgeGraph.from_records(*assemble(readings, [], load_lexicon()))
        quotes_hold(graph)
        found.update(triples=len(graph.triples), deals=len(graph.deals))
        known = {"", *graph.entities["entity_id"]}
        assert {*graph.triples["subject_id"], *graph.triples["object_id"], *graph.deals["weapon_id"]} <= known

    check()
    assert found["triples"] > 50, "or it tests nothing"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".jsonl", ".csv"])
def test_no_bytes_break_the_reading(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"article{suffix}"
    starts = {".html": b"<html><body><p>", ".pdf": b"%PDF-1.4\n", ".jsonl": b'{"text": "', ".csv": b"text,date\n"}

    @settings(SLOW, max_examples=30)
    @given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
    def check(data: bytes) -> None:
        path.write_bytes(starts.get(suffix, b"") + data)
        try:
            items = list(read_articles([path]))
        except InputError:
            return
        for item in items:
            if isinstance(item, Article):
                places = [(block.start, block.end) for block in item.blocks]
                assert all(0 <= start < end <= len(item.text) for start, end in places)
                assert places == sorted(places)
                item.text.encode("utf-8")

    check()
