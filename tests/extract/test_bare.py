"""Triples of bare sentences, as `graphbuilder triples` writes them."""

import pytest
from written_trees import sentence

from graphbuilder.extract.bare import COLUMNS, BareTriple, bare_triples_of


def rows(tree: str, line: int = 1) -> list[tuple[str, ...]]:
    """Subject, relation, object and arguments of each triple."""
    return [each.cells()[2:] for each in bare_triples_of(line, [sentence(tree)[0]])]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(
            "Norway/NNP/2/nsubj sold=sell/VBD/0/root frigates=frigate/NNS/2/obj to/IN/5/case Chile/NNP/2/obl",
            [("Norway", "sold", "frigates", "to Chile")],
            id="own wording, argument with preposition",
        ),
        pytest.param(
            "Norway/NNP/4/nsubj did=do/VBD:AUX/4/aux not/RB:PART/4/advmod sell/VB/0/root frigates=frigate/NNS/4/obj",
            [("Norway", "did not sell", "frigates", "")],
            id="negation in the relation",
        ),
        pytest.param(
            "Frigates=frigate/NNS/3/nsubj:pass were=be/VBD:AUX/3/aux:pass built=build/VBN/0/root by/IN/5/case Damen/NNP/3/obl in/IN/7/case May/NNP/3/obl",
            [("Frigates", "were built by", "Damen", "in May")],
            id="passive keeps its order",
        ),
        pytest.param(
            "Frigates=frigate/NNS/2/nsubj arrived=arrive/VBD/0/root in/IN/4/case Chile/NNP/2/obl",
            [("Frigates", "arrived in", "Chile", "")],
            id="preposition in the relation",
        ),
        pytest.param(
            "The/DT/2/det offer/NN/4/nsubj was=be/VBD:AUX/4/cop generous/JJ/0/root",
            [("The offer", "was", "generous", "")],
            id="copula",
        ),
        pytest.param("Frigates=frigate/NNS/2/nsubj arrived=arrive/VBD/0/root", [("Frigates", "arrived", "", "")], id="nothing else"),
        pytest.param("Fine/JJ:ADJ/2/amod weather/NN/0/root", [], id="no clause"),
    ],
)  # fmt: skip
def test_triples(tree: str, expected: list[tuple[str, ...]]) -> None:
    assert rows(tree) == expected


def test_a_clause_without_comma_belongs_to_its_noun() -> None:
    tree = "The/DT/2/det firm/NN/6/nsubj that/WDT/4/nsubj makes=make/VBZ/2/acl:relcl guns=gun/NNS/4/obj sued=sue/VBD/0/root Oslo/NNP/6/obj"
    assert ("The firm that makes guns", "sued", "Oslo", "") in rows(tree)


def test_a_participle_gets_its_copula() -> None:
    tree = "Frigates=frigate/NNS/5/nsubj built=build/VBN/1/acl by/IN/4/case Damen/NNP/2/obl sank=sink/VBD/0/root"
    assert ("is built by", "Damen") in [(relation, object_) for _, relation, object_, _ in rows(tree)]


def test_columns_and_cells_agree() -> None:
    tree = "Norway/NNP/2/nsubj sold=sell/VBD/0/root frigates=frigate/NNS/2/obj to/IN/5/case Chile/NNP/2/obl in/IN/7/case May/NNP/2/obl"
    (triple,) = bare_triples_of(7, [sentence(tree)[0]])
    cells = triple.cells()
    assert COLUMNS == ("line", "confidence", "subject", "relation", "object", "arguments")
    assert len(cells) == len(COLUMNS)
    assert cells[0] == "7"
    assert cells[1] == f"{triple.confidence:.3f}"
    assert 0 < triple.confidence <= 1
    assert cells[-1] == "to Chile | in May"


def test_cells_hold_no_tabs_or_line_ends() -> None:
    cells = BareTriple(1, 0.5, "the\tfirm", "sold\nto", "a  b", ("x\ty",)).cells()
    assert cells[2:] == ("the firm", "sold to", "a b", "x y")


def test_the_same_triple_comes_once() -> None:
    tree = "Norway/NNP/2/nsubj sold=sell/VBD/0/root frigates=frigate/NNS/2/obj"
    assert len(list(bare_triples_of(1, [sentence(tree)[0], sentence(tree)[0]]))) == 1
