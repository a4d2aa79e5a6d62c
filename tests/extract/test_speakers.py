"""Who says so, in which order, and when nobody is named."""

import pytest
from written_trees import sentence, statements

from graphbuilder.extract.speakers import is_speech


def speakers(tree: str, lemma: str) -> list[str]:
    """Speakers of the statement of one predicate, outermost first."""
    (found,) = [each for each in statements(tree) if each.lemma == lemma]
    return [each.text for each in found.attribution]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param("Lisbon/NNP/2/nsubj bought=buy/VBD/0/root drones=drone/NNS/2/obj", [], id="nobody"),
        pytest.param("Officials=official/NNS/2/nsubj said=say/VBD/0/root that/IN:SCONJ/5/mark Lisbon/NNP/5/nsubj bought=buy/VBD/2/ccomp drones=drone/NNS/5/obj", ["Officials"], id="said that"),
        pytest.param("Officials=official/NNS/2/nsubj said=say/VBD/0/root Lisbon/NNP/4/nsubj bought=buy/VBD/2/ccomp drones=drone/NNS/4/obj", ["Officials"], id="said without that"),
        pytest.param("Lisbon/NNP/2/nsubj bought=buy/VBD/0/root drones=drone/NNS/2/obj ~,/,/6/punct officials=official/NNS/6/nsubj said=say/VBD/2/parataxis", ["officials"], id="officials said behind"),
        pytest.param("Lisbon/NNP/2/nsubj bought=buy/VBD/0/root drones=drone/NNS/2/obj ~,/,/5/punct said=say/VBD/2/parataxis officials=official/NNS/5/nsubj", ["officials"], id="said officials behind"),
        pytest.param("Lisbon/NNP/6/nsubj ~,/,/4/punct officials=official/NNS/4/nsubj said=say/VBD/6/parataxis ~,/,/4/punct bought=buy/VBD/0/root drones=drone/NNS/6/obj", ["officials"], id="inserted"),
        pytest.param("As/IN:SCONJ/3/mark officials=official/NNS/3/nsubj said=say/VBD/6/advcl ~,/,/3/punct Lisbon/NNP/6/nsubj bought=buy/VBD/0/root drones=drone/NNS/6/obj", ["officials"], id="as officials said"),
        pytest.param("According=accord/VBG/4/case to/IN/1/fixed the/DT/4/det daily/NN/7/obl ~,/,/7/punct Lisbon/NNP/7/nsubj bought=buy/VBD/0/root drones=drone/NNS/7/obj", ["the daily"], id="according to"),
        pytest.param("Lisbon/NNP/2/nsubj bought=buy/VBD/0/root drones=drone/NNS/2/obj according=accord/VBG/7/case to/IN/4/fixed the/DT/7/det daily/NN/2/obl", ["the daily"], id="according to behind"),
        pytest.param("The/DT/2/det daily/NN/3/nsubj says=say/VBZ/0/root officials=official/NNS/5/nsubj claim/VBP/3/ccomp that/IN:SCONJ/8/mark Lisbon/NNP/8/nsubj bought=buy/VBD/5/ccomp drones=drone/NNS/8/obj", ["The daily", "officials"], id="chain"),
        pytest.param("It/PRP/3/expl was=be/VBD:AUX/3/aux:pass announced=announce/VBN/0/root that/IN:SCONJ/6/mark Lisbon/NNP/6/nsubj bought=buy/VBD/3/ccomp drones=drone/NNS/6/obj", [], id="it was announced"),
        pytest.param("It/PRP/3/expl was=be/VBD:AUX/3/aux:pass announced=announce/VBN/0/root by/IN/5/case officials=official/NNS/3/obl:agent that/IN:SCONJ/8/mark Lisbon/NNP/8/nsubj bought=buy/VBD/3/ccomp drones=drone/NNS/8/obj", ["officials"], id="announced by"),
        pytest.param("Officials=official/NNS/2/nsubj said=say/VBD/0/root Porto/NNP/4/nsubj sold=sell/VBD/2/ccomp ships=ship/NNS/4/obj and/CC/7/cc bought=buy/VBD/4/conj drones=drone/NNS/7/obj", ["Officials"], id="coordinated below"),
        pytest.param("Officials=official/NNS/2/nsubj protested=protest/VBD/0/root and/CC/5/cc Lisbon/NNP/5/nsubj bought=buy/VBD/2/conj drones=drone/NNS/5/obj", [], id="no verb of saying"),
    ],
)  # fmt: skip
def test_speakers(tree: str, expected: list[str]) -> None:
    assert speakers(tree, "buy") == expected


def test_a_speech_is_not_said_by_its_own_speaker() -> None:
    tree = "Officials=official/NNS/2/nsubj said=say/VBD/0/root Lisbon/NNP/4/nsubj bought=buy/VBD/2/ccomp drones=drone/NNS/4/obj"
    assert speakers(tree, "say") == []


@pytest.mark.parametrize(
    ("tree", "speech"),
    [
        pytest.param("He/PRP/2/nsubj said=say/VBD/0/root so/RB/2/advmod", True, id="say"),
        pytest.param("He/PRP/2/nsubj denied=deny/VBD/0/root it/PRP/2/obj", True, id="deny"),
        pytest.param("He/PRP/2/nsubj sold=sell/VBD/0/root it/PRP/2/obj", False, id="sell"),
    ],
)
def test_verbs_of_saying(tree: str, speech: bool) -> None:
    assert is_speech(sentence(tree)[0].root) is speech
