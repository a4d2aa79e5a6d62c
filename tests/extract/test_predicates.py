"""How predicates read, and their tense."""

import pytest
from written_trees import statements


@pytest.mark.parametrize(
    ("tree", "relation", "surface", "tense"),
    [
        pytest.param("Oslo/NNP/2/nsubj sold=sell/VBD/0/root boats=boat/NNS/2/obj", "sell", "sold", "past", id="past"),
        pytest.param("Oslo/NNP/3/nsubj has=have/VBZ:AUX/3/aux sold=sell/VBN/0/root boats=boat/NNS/3/obj", "sell", "has sold", "past", id="perfect"),
        pytest.param("Oslo/NNP/2/nsubj sells=sell/VBZ/0/root boats=boat/NNS/2/obj", "sell", "sells", "present", id="present"),
        pytest.param("Oslo/NNP/3/nsubj is=be/VBZ:AUX/3/aux selling=sell/VBG/0/root boats=boat/NNS/3/obj", "sell", "is selling", "progressive", id="progressive"),
        pytest.param("Oslo/NNP/3/nsubj will/MD/3/aux sell/VB/0/root boats=boat/NNS/3/obj", "sell", "will sell", "future", id="future"),
        pytest.param("Oslo/NNP/5/nsubj had=have/VBD:AUX/5/aux originally/RB/5/advmod not/RB:PART/5/advmod planned=plan/VBN/0/root to/TO/7/mark buy/VB/5/xcomp boats=boat/NNS/7/obj", "plan to buy", "had originally not planned to buy", "past", id="folded and negated"),
        pytest.param("Oslo/NNP/2/nsubj called=call/VBD/0/root the/DT/4/det sale/NN/2/obj off/RP/2/compound:prt", "call off", "called off", "past", id="particle behind the object"),
        pytest.param("Oslo/NNP/4/nsubj:pass has=have/VBZ:AUX/4/aux been=be/VBN:AUX/4/aux:pass asked=ask/VBN/0/root to/TO/6/mark sell/VB/4/xcomp boats=boat/NNS/6/obj", "be asked to sell", "has been asked to sell", "past", id="passive above"),
        pytest.param("The/DT/2/det deal/NN/5/nsubj has=have/VBZ:AUX/5/aux been=be/VBN:AUX/5/cop secret/JJ/0/root", "be", "has been", "past", id="copula"),
        pytest.param("Oslo/NNP/4/nsubj:pass is=be/VBZ:AUX/4/aux:pass being=be/VBG:AUX/4/aux:pass suspended=suspend/VBN/0/root", "be suspended", "is being suspended", "present", id="passive progressive"),
        pytest.param("The/DT/2/det firm/NN/4/nsubj:pass is=be/VBZ:AUX/4/aux:pass said=say/VBN/0/root to/TO/6/mark make/VB/4/xcomp drones=drone/NNS/6/obj", "make", "is said to make", "present", id="evidence left out"),
    ],
)  # fmt: skip
def test_relation_surface_and_tense(tree: str, relation: str, surface: str, tense: str) -> None:
    found = statements(tree)[0]
    assert (found.relation, found.surface, found.tense) == (relation, surface, tense)
