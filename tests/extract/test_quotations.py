"""Who speaks in quotations of several sentences."""

import pytest
from two_schemes import shown
from written_trees import sentence

from graphbuilder.extract.quotations import speaker_of_quotations
from graphbuilder.extract.statements import extract_statements
from graphbuilder.parse.syntax import Sentence

NEED = "“/``:PUNCT/3/punct ~We=we/PRP/3/nsubj need/VBP/0/root jets=jet/NNS/3/obj ~././3/punct"
URGENT = "It/PRP/3/nsubj is=be/VBZ:AUX/3/cop urgent/JJ/0/root ~,/,/3/punct ~”/'':PUNCT/3/punct Lund/NNP/7/nsubj said=say/VBD/3/parataxis ~././3/punct"
URGENT_NOBODY = "It/PRP/3/nsubj is=be/VBZ:AUX/3/cop urgent/JJ/0/root ~././3/punct ~”/'':PUNCT/3/punct"
PLAIN = "Peru/NNP/2/nsubj bought=buy/VBD/0/root jets=jet/NNS/2/obj ~././2/punct"


def article(*trees: tuple[str, int]) -> list[Sentence]:
    """Sentences one after the other, each a tree and the number of its paragraph."""
    found: list[Sentence] = []
    for number, (tree, block) in enumerate(trees):
        each = sentence(tree)[0]
        shift = found[-1].end + 1 if found else 0
        each.number, each.block, each.start, each.end = number, block, each.start + shift, each.end + shift
        for node in each.nodes:
            node.start, node.end = node.start + shift, node.end + shift
        found.append(each)
    return found


@pytest.mark.parametrize(
    ("trees", "speakers"),
    [
        pytest.param([(NEED, 0), (URGENT, 0)], {0: "Lund"}, id="named in the second sentence"),
        pytest.param([(NEED, 0), (URGENT_NOBODY, 0)], {}, id="nobody named"),
        pytest.param([(NEED, 0), (URGENT, 1)], {}, id="another paragraph"),
        pytest.param([(PLAIN, 0), (URGENT, 0)], {}, id="not quoted"),
    ],
)
def test_speakers_of_quotations(trees: list[tuple[str, int]], speakers: dict[int, str]) -> None:
    found = speaker_of_quotations(article(*trees))
    assert {number: node.text for number, (_, node) in found.items()} == speakers


def test_quoted_statements_are_attributed() -> None:
    found = extract_statements("d", "", article((NEED, 0), (URGENT, 0)), ())
    assert shown(found[0]).endswith("said by Lund")
    assert found[0].attribution[0].start > found[0].end
