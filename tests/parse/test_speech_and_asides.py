"""Who speaks, what stands beside a noun, and what a relative clause is said of, where parsers slip."""

import pytest
from written_trees import sentence


def arcs(tree: str) -> set[str]:
    """Every arc of the mended tree as `word relation head`."""
    return {f"{node.text} {node.relation} {node.head.text if node.head else '-'}" for node in sentence(tree)[0].nodes}


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(
            "Yes/UH/7/discourse ,/,/1/punct you/PRP/4/nsubj can/MD:AUX/7/aux ,/,/4/punct Anna/NNP/7/nsubj replied=reply/VBD/0/root",
            ["can complement_clause replied", "Anna subject replied"],
            id="auxiliary with a subject of its own",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj told=tell/VBD/0/root reporters=reporter/NNS/2/iobj that/IN/6/mark it/PRP/6/nsubj bought=buy/VBD/3/acl guns=gun/NNS/6/obj",
            ["bought complement_clause told"],
            id="that-clause below the hearer",
        ),
        pytest.param(
            "Anna/NNP/2/nsubj discussed=discuss/VBD/0/root Gripens=Gripen/NNPS/2/obj —/:/6/punct a/DT/6/det rival/NN/2/obl —/:/9/punct and/CC/9/cc Rafales=Rafale/NNPS/6/conj",
            ["rival apposition Gripens", "Rafales conjunct Gripens"],
            id="between dashes",
        ),
        pytest.param(
            "The/DT/2/det manager/NN/8/nsubj of/IN/5/case the/DT/5/det plants=plant/NNS/2/nmod who/WP/7/nsubj spoke=speak/VBD/5/acl:relcl left=leave/VBD/0/root",
            ["spoke relative_clause manager"],
            id="who is a person",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj signed=sign/VBD/0/root contracts=contract/NNS/2/obj worth/JJ/5/amod euros=euro/NNS/2/obl",
            ["euros noun_modifier contracts", "worth case euros"],
            id="price behind its noun",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj dropped=drop/VBD/0/root its/PRP$/4/nmod:poss plan/NN/2/obj to/TO:PART/6/mark buy/VB/2/advcl guns=gun/NNS/6/obj",
            ["buy noun_clause plan"],
            id="what a plan consists in",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj cancelled=cancel/VBD/0/root it/PRP/2/obj after/IN/5/case Anna/NNP/2/obl concluded=conclude/VBD/2/xcomp talks=talk/NNS/6/obj",
            ["Anna subject concluded", "concluded adverbial_clause cancelled", "after marker concluded"],
            id="finite clause behind after",
        ),
    ],
)  # fmt: skip
def test_arcs(tree: str, expected: list[str]) -> None:
    assert set(expected) <= arcs(tree)
