"""Slips of parsers that are mended before anything reads the tree."""

import pytest
from written_trees import sentence


def arcs(tree: str) -> set[str]:
    """Every arc of the mended tree as `word relation head`."""
    return {f"{node.text} {node.relation} {node.head.text if node.head else '-'}" for node in sentence(tree)[0].nodes}


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(
            "In/IN/3/case January/NNP/3/compound Zagreb/NNP/4/obl called=call/VBD/0/root off/RP/4/compound:prt the/DT/7/det purchase/NN/4/obj",
            ["Zagreb subject called", "January oblique called", "In case January", "off particle called"],
            id="month in front of a name",
        ),
        pytest.param(
            "Last/JJ/2/amod month/NN/4/compound the/DT/4/det agency/NN/5/obl signed=sign/VBD/0/root a/DT/7/det contract/NN/5/obj",
            ["agency subject signed", "month oblique signed", "Last adjective month"],
            id="last month in front of a noun",
        ),
        pytest.param(
            "Germany/NNP/4/nsubj last/JJ/3/amod year/NN/1/nmod agreed=agree/VBD/0/root",
            ["Germany subject agreed", "year oblique agreed", "last adjective year"],
            id="time behind the subject",
        ),
        pytest.param(
            "In/IN/2/case April/NNP/4/nsubj Canada/NNP/2/flat cancelled=cancel/VBD/0/root the/DT/6/det order/NN/4/obj",
            ["Canada subject cancelled", "April oblique cancelled"],
            id="time as subject",
        ),
        pytest.param(
            "In/IN/2/case May/NNP/5/obl they/PRP/5/nsubj:pass were=be/VBD:AUX/5/aux:pass sold=sell/VBN/0/root",
            ["they passive_subject sold", "May oblique sold"],
            id="right tree stays",
        ),
        pytest.param(
            "Lima/NNP/2/nsubj called=call/VBD/0/root off/IN/5/case the/DT/5/det purchase/NN/2/obl",
            ["purchase object called", "off particle called"],
            id="particle as preposition",
        ),
        pytest.param(
            "Lima/NNP/2/nsubj looked=look/VBD/0/root over/IN/5/case the/DT/5/det wall/NN/2/obl",
            ["wall oblique looked", "over case wall"],
            id="no phrasal verb of the tables",
        ),
        pytest.param(
            "They/PRP/3/nsubj have/VBP:AUX/3/aux delivered=deliver/VBN/0/root jets=jet/NNS/3/obj ~,/,/8/punct Minister/NNP/7/compound Lund/NNP/8/nsubj said=say/VBD/3/ccomp",
            ["said parataxis delivered", "Lund subject said", "jets object delivered", "They subject delivered"],
            id="following speech as complement",
        ),
        pytest.param(
            "They/PRP/3/nsubj have/VBP:AUX/3/aux delivered=deliver/VBN/7/ccomp jets=jet/NNS/7/nsubj ~,/,/7/punct Lund/NNP/7/obj said=say/VBD/0/root",
            ["jets object delivered", "Lund subject said", "delivered complement_clause said"],
            id="following speech with the wrong subject",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj sold=sell/VBD/0/root boats=boat/NNS/2/obj and/CC/5/cc guns=gun/NNS/2/obl",
            ["guns conjunct boats", "boats object sold"],
            id="object behind and as oblique",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj paid=pay/VBD/0/root for/IN/4/case 24/CD/6/nummod K9/NNP/6/compound howitzers=howitzer/NNS/2/obl",
            ["for case howitzers", "24 number howitzers"],
            id="preposition below a number",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj gave=give/VBD/0/root Kyiv/NNP/2/obj its/PRP$/5/nmod:poss tanks=tank/NNS/2/obj",
            ["Kyiv recipient gave", "tanks object gave"],
            id="two objects",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj bought=buy/VBD/0/root forty/CD/2/obj aircraft/NN/2/obl",
            ["aircraft object bought", "forty number aircraft"],
            id="number beside its noun",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj received=receive/VBD/0/root four/CD/2/obj of/IN/6/case the/DT/6/det jets=jet/NNS/2/obl",
            ["jets noun_modifier four", "four object received"],
            id="part of a whole",
        ),
        pytest.param(
            "Norway/NNP/2/nsubj pledged=pledge/VBD/0/root tanks=tank/NNS/2/obj and/CC/5/cc Spain/NNP/3/conj agreed=agree/VBD/2/conj",
            ["Spain subject agreed", "tanks object pledged"],
            id="subject of a coordinated clause",
        ),
        pytest.param(
            "It/PRP/2/nsubj said=say/VBD/0/root the/DT/5/det same/JJ/5/amod day/NN/2/obj that/IN:SCONJ/8/mark Lima/NNP/8/nsubj paid=pay/VBD/5/acl:relcl",
            ["paid complement_clause said", "day oblique said"],
            id="time between said and that",
        ),
        pytest.param(
            "OSLO/NNP/4/nsubj —/-/1/punct Norway/NNP/1/appos ordered=order/VBD/0/root tanks=tank/NNS/4/obj",
            ["Norway subject ordered", "OSLO discourse ordered", "tanks object ordered"],
            id="dateline as subject",
        ),
        pytest.param(
            "OSLO/NNP/0/root —/-/1/punct Norway/NNP/4/nsubj ordered=order/VBD/1/appos tanks=tank/NNS/4/obj",
            ["Norway subject ordered", "OSLO discourse ordered", "ordered root -"],
            id="dateline as root",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj sold=sell/VBD/0/root jets=jet/NNS/2/obj to/IN/7/fixed Peru/NNP/2/obl ~,/,/8/punct according=accord/VBG:ADP/8/case officials=official/NNS/2/obl",
            ["to case Peru"],
            id="fixed to a later word",
        ),
        pytest.param(
            "Kuwait/NNP/2/nsubj sold=sell/VBD/0/root it/PRP/2/obj up/RP/2/compound:prt to/IN/4/fixed 40/CD/7/nummod jets=jet/NNS/2/obl",
            ["it recipient sold", "jets object sold", "up adverb 40"],
            id="bound of a number as particle",
        ),
        pytest.param(
            "it/PRP/2/expl wants=want/VBZ/0/root to/TO/4/mark buy/VB/2/xcomp jets=jet/NNS/4/obj",
            ["it subject wants"],
            id="somebody taken for nobody",
        ),
        pytest.param(
            "Norway/RB/2/advmod ordered=order/VBD/0/root six/CD/4/nummod jets=jet/NNS/2/obj",
            ["Norway subject ordered"],
            id="name as adverb",
        ),
        pytest.param(
            "Oslo/NNP/2/nsubj bought=buy/VBD/0/root ships=ship/NNS/2/obj ~,/,/3/punct both/DT/3/cc made=make/VBN/5/acl by/IN/8/case Saab/NNP/6/obl:agent",
            ["made noun_clause ships"],
            id="participle behind both",
        ),
        pytest.param(
            "Lima/NNP/2/nsubj called=call/VBD/0/root off/RP/2/compound:prt the/DT/5/det purchase/NN/2/obl",
            ["purchase object called"],
            id="object behind a particle",
        ),
        pytest.param(
            "Lima/NNP/2/nsubj selected=select/VBD/0/root jets=jet/NNS/2/obj over/IN/5/case bids=bid/NNS/3/nmod from/IN/7/case France/NNP/5/nmod",
            ["bids oblique selected", "jets object selected"],
            id="what was not chosen",
        ),
        pytest.param(
            "Bern/NNP/2/nsubj threatened=threaten/VBD/0/root sanctions=sanction/NNS/2/obj over/IN/6/case its/PRP$/6/nmod:poss order/NN/3/nmod for/IN/8/case jets=jet/NNS/2/obl",
            ["jets noun_modifier order"],
            id="what an order is for",
        ),
        pytest.param(
            "Oslo/NNP/5/nsubj and/CC/3/cc Bern/NNP/1/conj have/VBP:AUX/5/aux signed=sign/VBN/6/amod agreements=agreement/NNS/0/root",
            ["signed root -", "agreements object signed", "Oslo subject signed"],
            id="perfect as adjective",
        ),
        pytest.param(
            "It/PRP/3/nsubj:pass is/VBZ:AUX/3/aux:pass built=build/VBN/0/root by/IN/5/case Saab/NNP/3/obl:agent ~,/,/8/punct a/DT/8/det firm/NN/12/nsubj ;/:/12/punct Lund/NNP/12/nsubj is/VBZ:AUX/12/cop head/NN/3/parataxis",
            ["firm apposition Saab", "Lund subject head"],
            id="second subject before a semicolon",
        ),
        pytest.param(
            "Lima/NNP/2/nsubj cancelled=cancel/VBD/0/root the/DT/4/det order/NN/2/obj ~,/,/6/punct valued=value/VBN/2/parataxis at/IN/8/case $/$/6/obl",
            ["valued noun_clause order"],
            id="participle behind a comma",
        ),
        pytest.param(
            "it/PRP/2/nsubj had=have/VBD/0/root delivered=deliver/VBN/4/amod drones=drone/NNS/2/obj",
            ["delivered root -", "had auxiliary delivered", "drones object delivered", "it subject delivered"],
            id="perfect as possession",
        ),
    ],
)
def test_mended(tree: str, expected: list[str]) -> None:
    found = arcs(tree)
    assert [arc for arc in expected if arc not in found] == []


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(
            "Germany/NNP/2/nsubj agreed=agree/VBD/0/root to/TO/4/mark sell/VB/2/xcomp tanks=tank/NNS/4/obj in/IN/7/case May/NNP/4/obl",
            id="plain",
        ),
        pytest.param(
            "The/DT/2/det class/NN/5/nsubj of/IN/4/case 1999/CD/2/nmod met=meet/VBD/0/root", id="year behind of"
        ),
        pytest.param("May/NNP/2/nsubj resigned=resign/VBD/0/root", id="person named like a month"),
        pytest.param(
            "Lund/NNP/2/nsubj said=say/VBD/0/root that/IN:SCONJ/5/mark Peru/NNP/5/nsubj paid=pay/VBD/2/ccomp",
            id="leading speech",
        ),
        pytest.param("It/PRP/2/expl seems=seem/VBZ/0/root to/TO/4/mark rain/VB/2/xcomp", id="nobody stays nobody"),
        pytest.param("Anyway/RB/2/advmod they/PRP/3/nsubj agreed=agree/VBD/0/root", id="adverb before a subject"),
    ],
)
def test_right_trees_stay(tree: str) -> None:
    heads = [int(token.rsplit("/", 2)[1]) for token in tree.split()]
    nodes = sentence(tree)[0].nodes
    assert [node.head.index + 1 if node.head else 0 for node in nodes] == heads


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(
            "In/IN/3/case January/NNP/3/compound Zagreb/NNP/4/obl called=call/VBD/0/root off/IN/7/case the/DT/7/det purchase/NN/4/obl",
            id="two slips at once",
        ),
    ],
)
def test_mended_trees_stay_trees(tree: str) -> None:
    nodes = sentence(tree)[0].nodes
    assert sum(node.head is None for node in nodes) == 1
    assert sorted(child.index for node in nodes for child in node.children) == [
        node.index for node in nodes if node.head is not None
    ]
    assert all(child.head is node for node in nodes for child in node.children)
    assert all(node.children == sorted(node.children, key=lambda child: child.index) for node in nodes)
