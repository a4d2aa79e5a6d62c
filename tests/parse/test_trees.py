"""spaCy Docs to sentences."""

import pytest
import spacy
from spacy.tokens import Doc
from two_schemes import Annotated, doc_of
from written_trees import sentence

from graphbuilder.parse.labels import clear, universal
from graphbuilder.parse.prepare import prepare
from graphbuilder.parse.syntax import RELATIONS, Node, Sentence
from graphbuilder.parse.trees import sentences_of, speaks_clear

VOCAB = spacy.blank("en").vocab


def doc(tree: str) -> Doc:
    """A Doc of `word/tag/head/relation` tokens, labels as they stand."""
    cells = [[str(number), *token.rsplit("/", 3)] for number, token in enumerate(tree.split(), 1)]
    return doc_of(Annotated("", cells), VOCAB, clear_labels=False)


def clear_tree(tree: str) -> Sentence:
    """The sentence of a tree with ClearNLP labels."""
    (found,) = sentences_of(doc(tree), clear_labels=True)
    return found


def arcs(found: Sentence) -> set[str]:
    return {f"{node.text} {node.relation} {node.head.text if node.head else '-'}" for node in found.nodes}


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(
            "Peru/NNP/2/nsubj paid=pay/VBD/0/ROOT because/IN:SCONJ/2/prep of/IN/3/pcomp Chile/NNP/4/pobj",
            ["Chile oblique paid", "because case Chile", "of fixed because"],
            id="preposition of two words",
        ),
        pytest.param(
            "They/PRP/2/nsubj met=meet/VBD/0/ROOT without/IN/2/prep signing=sign/VBG/3/pcomp anything/NN:PRON/4/dobj",
            ["signing adverbial_clause met", "without marker signing"],
            id="gerund behind a preposition",
        ),
        pytest.param(
            "The/DT/2/det idea/NN/6/nsubj of/IN/2/prep buying=buy/VBG/3/pcomp jets=jet/NNS/4/dobj died=die/VBD/0/ROOT",
            ["buying noun_clause idea", "of marker buying"],
            id="gerund below a noun",
        ),
        pytest.param(
            "Rome/NNP/2/nsubj is=be/VBZ:AUX/0/ROOT from/IN/2/prep Italy/NNP/3/pobj",
            ["Italy root -", "is copula Italy", "from case Italy", "Rome subject Italy"],
            id="copula with a preposition",
        ),
        pytest.param(
            "There/EX/2/expl are=be/VBP/0/ROOT two/CD/4/nummod offers=offer/NNS/2/attr",
            ["offers subject are", "are root -"],
            id="existence",
        ),
        pytest.param(
            "It/PRP/4/nsubj is=be/VBZ:AUX/4/aux to/TO/4/aux buy/VB/0/ROOT",
            ["to marker buy", "is auxiliary buy"],
            id="to is a marker",
        ),
        pytest.param(
            "Peru/NNP/2/nsubj asked=ask/VBD/0/ROOT for/IN:SCONJ/6/mark Chile/NNP/6/nsubj to/TO/6/aux pay/VB/2/ccomp",
            ["Chile subject pay", "pay complement_clause asked"],
            id="for somebody to",
        ),
        pytest.param(
            "A/NNP/5/nsubj ~,/,/1/punct B/NNP/1/conj C/NNP/3/conj paid=pay/VBD/0/ROOT",
            ["B conjunct A", "C conjunct A"],
            id="chain of conjuncts",
        ),
        pytest.param(
            "Peru/NNP/3/nsubj never/RB/3/neg paid=pay/VBD/0/ROOT", ["never negation paid"], id="negation"
        ),
    ],
)  # fmt: skip
def test_clear_trees_become_content_headed(tree: str, expected: list[str]) -> None:
    found = arcs(clear_tree(tree))
    assert [arc for arc in expected if arc not in found] == []


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(
            "Peru/NNP/4/nsubj did=do/VBD:AUX/4/aux not/RB:PART/4/advmod pay/VB/0/root",
            ["not negation pay"],
            id="negation",
        ),
        pytest.param(
            "A/NNP/6/nsubj ~,/,/3/punct B/NNP/1/conj and/CC/5/cc C/NNP/3/conj paid=pay/VBD/0/root",
            ["B conjunct A", "C conjunct A"],
            id="chain of conjuncts",
        ),
        pytest.param(
            "sales=sale/NNS/0/root to/IN/3/case Peru/NNP/1/obl", ["Peru noun_modifier sales"], id="no oblique of a noun"
        ),
    ],
)
def test_universal_trees(tree: str, expected: list[str]) -> None:
    found = arcs(sentence(tree)[0])
    assert [arc for arc in expected if arc not in found] == []


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        pytest.param(universal("obl:tmod"), "oblique", id="unknown subtype"),
        pytest.param(universal("nsubj:pass"), "passive_subject", id="known subtype"),
        pytest.param(universal("nonsense"), "other", id="unknown in UD"),
        pytest.param(clear("pobj"), "oblique", id="pobj"),
        pytest.param(clear("nonsense"), "other", id="unknown in ClearNLP"),
    ],
)
def test_labels(relation: str, expected: str) -> None:
    assert relation == expected
    assert relation in RELATIONS


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param(["nsubj", "dobj", "pobj"], True, id="ClearNLP"),
        pytest.param(["nsubj", "obj", "obl"], False, id="UD"),
    ],
)
def test_scheme_is_told_by_the_labels(labels: list[str], expected: bool) -> None:
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in labels:
        parser.add_label(label)  # type: ignore[attr-defined]
    assert speaks_clear(nlp) is expected


def test_pipeline_without_parser_does_not_speak_clear() -> None:
    assert speaks_clear(spacy.blank("en")) is False


def test_offsets_count_from_the_article() -> None:
    (found,) = sentences_of(
        doc("Peru/NNP/2/nsubj paid=pay/VBD/0/root ~././2/punct"), False, offset=100, number=7, block=3
    )
    assert (found.number, found.block, found.start, found.end, found.text) == (7, 3, 100, 110, "Peru paid.")
    assert [(node.text, node.start, node.end) for node in found.nodes] == [
        ("Peru", 100, 104),
        ("paid", 105, 109),
        (".", 109, 110),
    ]


def test_sentences_without_a_word_are_skipped() -> None:
    assert list(sentences_of(doc("***/NFP:PUNCT/0/root"), False)) == []
    assert list(sentences_of(doc("Peru/NNP/2/nsubj paid=pay/VBD/0/root"), False)) != []


def test_nodes_below_and_above() -> None:
    found = sentence("Peru/NNP/2/nsubj bought=buy/VBD/0/root two/CD/4/nummod jets=jet/NNS/2/obj")[0]
    jets = found.nodes[3]
    assert [node.text for node in jets.subtree()] == ["two", "jets"]
    assert [node.text for node in found.nodes[2].ancestors()] == ["jets", "bought"]
    assert found.root.one("object") is jets
    assert found.root.one("recipient") is None
    assert found.root.all("subject", "object") == [found.nodes[0], jets]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("two\njets\tfly", "two jets fly", id="white space"),
        pytest.param("sixty-six (66) jets", "sixty-six jets", id="repeated figure"),
        pytest.param("four (4) ships; two (2) boats", "four ships, two boats", id="two figures, counted list"),
        pytest.param("the Leopard (2) tank", "the Leopard (2) tank", id="no number in front"),
        pytest.param("nothing to do; go on", "nothing to do; go on", id="plain semicolon"),
    ],
)
def test_prepared_text(text: str, expected: str) -> None:
    plain = prepare(text)
    assert plain.text == expected
    letters = [place for place, character in enumerate(plain.text) if character.isalnum()]
    assert "".join(text[plain.original(place)] for place in letters) == "".join(plain.text[place] for place in letters)


def test_nodes_compare_by_identity() -> None:
    one, other = (Node(0, "a", "a", "NOUN", "NN", 0, 1) for _ in range(2))
    assert one != other
