"""Whether an event is said to have happened, to be planned, possible, wanted, or not to happen."""

import pytest
from written_trees import statements

from graphbuilder.records import Statement

TO_SELL = "to/TO/4/mark sell/VB/2/xcomp boats=boat/NNS/4/obj"


def sale(tree: str) -> Statement:
    """The one statement about selling."""
    (found,) = [each for each in statements(tree) if each.lemma == "sell"]
    return found


@pytest.mark.parametrize(
    ("tree", "polarity", "modality"),
    [
        pytest.param("Oslo/NNP/3/nsubj has=have/VBZ:AUX/3/aux sold=sell/VBN/0/root boats=boat/NNS/3/obj", "affirmed", "asserted", id="has sold"),
        pytest.param("Oslo/NNP/3/nsubj might/MD/3/aux sell/VB/0/root boats=boat/NNS/3/obj", "affirmed", "possible", id="might"),
        pytest.param("Oslo/NNP/3/nsubj should/MD/3/aux sell/VB/0/root boats=boat/NNS/3/obj", "affirmed", "conditional", id="should"),
        pytest.param("Oslo/NNP/3/nsubj will/MD/3/aux sell/VB/0/root boats=boat/NNS/3/obj", "affirmed", "planned", id="will"),
        pytest.param("Oslo/NNP/3/nsubj must/MD/3/aux sell/VB/0/root boats=boat/NNS/3/obj", "affirmed", "planned", id="must"),
        pytest.param("Oslo/NNP/4/nsubj will/MD/4/aux not/RB:PART/4/advmod sell/VB/0/root boats=boat/NNS/4/obj", "negated", "planned", id="will not"),
        pytest.param("Oslo/NNP/4/nsubj could/MD/4/aux not/RB:PART/4/advmod sell/VB/0/root boats=boat/NNS/4/obj", "negated", "asserted", id="could not"),
        pytest.param("Oslo/NNP/4/nsubj did=do/VBD:AUX/4/aux ~n't=not/RB:PART/4/advmod sell/VB/0/root boats=boat/NNS/4/obj", "negated", "asserted", id="didn't"),
        pytest.param("Oslo/NNP/3/nsubj possibly/RB/3/advmod sold=sell/VBD/0/root boats=boat/NNS/3/obj", "affirmed", "possible", id="possibly"),
        pytest.param("Nobody/NN:PRON/2/nsubj sold=sell/VBD/0/root boats=boat/NNS/2/obj", "negated", "asserted", id="nobody"),
        pytest.param("Oslo/NNP/2/nsubj sold=sell/VBD/0/root no/DT/4/det boats=boat/NNS/2/obj", "negated", "asserted", id="no boats"),
        pytest.param("Oslo/NNP/2/nsubj sold=sell/VBD/0/root nothing/NN:PRON/2/obj", "negated", "asserted", id="nothing"),
    ],
)  # fmt: skip
def test_own_words(tree: str, polarity: str, modality: str) -> None:
    found = sale(tree)
    assert (found.polarity, found.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("start", "polarity", "modality", "relation"),
    [
        pytest.param("Oslo/NNP/2/nsubj hopes=hope/VBZ/0/root", "affirmed", "planned", "hope to sell", id="hopes"),
        pytest.param("Oslo/NNP/2/nsubj agreed=agree/VBD/0/root", "affirmed", "asserted", "agree to sell", id="agreed"),
        pytest.param("Oslo/NNP/2/nsubj offered=offer/VBD/0/root", "affirmed", "planned", "offer to sell", id="offered"),
        pytest.param("Oslo/NNP/2/nsubj wants=want/VBZ/0/root", "affirmed", "requested", "want to sell", id="wants"),
        pytest.param("Oslo/NNP/2/nsubj threatened=threaten/VBD/0/root", "affirmed", "possible", "threaten to sell", id="threatened"),
        pytest.param("Oslo/NNP/2/nsubj began=begin/VBD/0/root", "affirmed", "asserted", "sell", id="began"),
        pytest.param("Oslo/NNP/2/nsubj failed=fail/VBD/0/root", "affirmed", "asserted", "fail to sell", id="failed"),
        pytest.param("Oslo/NNP/2/nsubj decided=decide/VBD/0/root", "affirmed", "planned", "decide to sell", id="decided"),
    ],
)  # fmt: skip
def test_governing_verb(start: str, polarity: str, modality: str, relation: str) -> None:
    found = sale(f"{start} {TO_SELL}")
    assert (found.polarity, found.modality, found.relation) == (polarity, modality, relation)
    assert found.subject is not None and found.subject.text == "Oslo"


@pytest.mark.parametrize(
    ("tree", "polarity", "modality"),
    [
        pytest.param("Oslo/NNP/2/nsubj has=have/VBZ/0/root yet/RB/2/advmod to/TO/5/mark sell/VB/2/xcomp boats=boat/NNS/5/obj", "negated", "asserted", id="has yet to"),
        pytest.param("Oslo/NNP/3/nsubj is=be/VBZ:AUX/3/aux going=go/VBG/0/root to/TO/5/mark sell/VB/3/xcomp boats=boat/NNS/5/obj", "affirmed", "planned", id="going to"),
        pytest.param("Oslo/NNP/2/nsubj stopped=stop/VBD/0/root selling=sell/VBG/2/xcomp boats=boat/NNS/3/obj", "negated", "asserted", id="stopped selling"),
        pytest.param("Oslo/NNP/3/nsubj is=be/VBZ:AUX/3/cop ready/JJ/0/root to/TO/5/mark sell/VB/3/xcomp boats=boat/NNS/5/obj", "affirmed", "planned", id="is ready to"),
        pytest.param("Oslo/NNP/2/nsubj signed=sign/VBD/0/root a/DT/4/det contract/NN/2/obj to/TO/6/mark sell/VB/4/acl boats=boat/NNS/6/obj", "affirmed", "planned", id="contract to"),
        pytest.param("Oslo/NNP/2/nsubj bought=buy/VBD/0/root a/DT/4/det yard/NN/2/obj to/TO/6/mark sell/VB/2/advcl boats=boat/NNS/6/obj", "affirmed", "planned", id="purpose"),
        pytest.param("Riga/NNP/2/nsubj urged=urge/VBD/0/root Oslo/NNP/2/obj to/TO/5/mark sell/VB/2/xcomp boats=boat/NNS/5/obj", "affirmed", "requested", id="urged"),
        pytest.param("Riga/NNP/2/nsubj allowed=allow/VBD/0/root Oslo/NNP/2/obj to/TO/5/mark sell/VB/2/xcomp boats=boat/NNS/5/obj", "affirmed", "possible", id="allowed"),
        pytest.param("Riga/NNP/2/nsubj hopes=hope/VBZ/0/root that/IN:SCONJ/5/mark Oslo/NNP/5/nsubj sells=sell/VBZ/2/ccomp boats=boat/NNS/5/obj", "affirmed", "possible", id="hopes that"),
        pytest.param("Riga/NNP/2/nsubj says=say/VBZ/0/root that/IN:SCONJ/5/mark Oslo/NNP/5/nsubj sold=sell/VBD/2/ccomp boats=boat/NNS/5/obj", "affirmed", "asserted", id="says that"),
        pytest.param("Riga/NNP/2/nsubj said=say/VBD/0/root Oslo/NNP/5/nsubj would/MD/5/aux sell/VB/2/ccomp boats=boat/NNS/5/obj", "affirmed", "planned", id="said it would"),
        pytest.param("Riga/NNP/2/nsubj denied=deny/VBD/0/root Oslo/NNP/5/nsubj had=have/VBD:AUX/5/aux sold=sell/VBN/2/ccomp boats=boat/NNS/5/obj", "negated", "asserted", id="denied"),
        pytest.param("Unless/IN:SCONJ/3/mark Oslo/NNP/3/nsubj sells=sell/VBZ/6/advcl boats=boat/NNS/3/obj Riga/NNP/6/nsubj protests=protest/VBZ/0/root", "affirmed", "conditional", id="unless"),
        pytest.param("Oslo/NNP/3/nsubj will/MD/3/aux buy/VB/0/root jets=jet/NNS/3/obj and/CC/6/cc sell/VB/3/conj boats=boat/NNS/6/obj", "affirmed", "planned", id="shared will"),
    ],
)  # fmt: skip
def test_what_stands_above(tree: str, polarity: str, modality: str) -> None:
    found = sale(tree)
    assert (found.polarity, found.modality) == (polarity, modality)
    assert found.subject is not None and found.subject.text == "Oslo"


@pytest.mark.parametrize(
    ("tree", "polarity", "modality"),
    [
        pytest.param("Oslo/NNP/4/nsubj no/RB/3/advmod longer/RB/4/advmod sells=sell/VBZ/0/root boats=boat/NNS/4/obj", "negated", "asserted", id="no longer"),
        pytest.param("Riga/NNP/2/nsubj prevented=prevent/VBD/0/root Oslo/NNP/2/obj from/IN:SCONJ/5/mark selling=sell/VBG/2/advcl boats=boat/NNS/5/obj", "negated", "possible", id="prevented from"),
        pytest.param("Oslo/NNP/3/nsubj would/MD/3/aux sell/VB/0/root boats=boat/NNS/3/obj ~,/,/7/punct officials=official/NNS/7/nsubj said=say/VBD/3/parataxis", "affirmed", "planned", id="would, officials said"),
    ],
)  # fmt: skip
def test_words_apart(tree: str, polarity: str, modality: str) -> None:
    found = sale(tree)
    assert (found.polarity, found.modality) == (polarity, modality)
    assert found.subject is not None and found.subject.text == "Oslo"


def test_main_clause_of_a_condition_is_its_own() -> None:
    (main,) = [
        each
        for each in statements(
            "If/IN:SCONJ/3/mark Riga/NNP/3/nsubj pays=pay/VBZ/5/advcl Oslo/NNP/5/nsubj sells=sell/VBZ/0/root boats=boat/NNS/5/obj"
        )
        if each.lemma == "sell"
    ]
    assert (main.polarity, main.modality) == ("affirmed", "asserted")
