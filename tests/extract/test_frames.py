"""What predicates mean: relation types, roles, states of a deal, and when a frame does not apply."""

import pytest
from written_trees import lines, statements

from graphbuilder.extract.factuality import Factuality
from graphbuilder.extract.frames import apply_frame, frame_of
from graphbuilder.records import Argument


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(
            "Riga/NNP/2/nsubj provided=provide/VBD/0/root Kyiv/NNP/2/obj with/IN/5/case drones=drone/NNS/2/obl",
            "Riga [giver] | provide | object receiver: Kyiv | oblique with theme: drones | SUPPLIES delivered",
            id="provide somebody with",
        ),
        pytest.param(
            "The/DT/2/det army/NN/4/nsubj:pass was=be/VBD:AUX/4/aux:pass equipped=equip/VBN/0/root with/IN/6/case drones=drone/NNS/4/obl by/IN/8/case Oslo/NNP/4/obl",
            "Oslo [giver] | equip | object receiver: The army | oblique with theme: drones | SUPPLIES delivered",
            id="be equipped with by",
        ),
        pytest.param(
            "Kyiv/NNP/3/nsubj:pass was=be/VBD:AUX/3/aux:pass given=give/VBN/0/root 200/CD/5/nummod tanks=tank/NNS/3/obj",
            "Kyiv [receiver] | be given | object theme: 200 tanks #200 | SUPPLIES delivered",
            id="be given",
        ),
        pytest.param(
            "Sweden/NNP/2/nsubj leases=lease/VBZ/0/root jets=jet/NNS/2/obj to/IN/5/case Hungary/NNP/2/obl",
            "Sweden [giver] | lease | object theme: jets | oblique to receiver: Hungary | SUPPLIES ordered",
            id="lease to",
        ),
        pytest.param(
            "Hungary/NNP/2/nsubj leases=lease/VBZ/0/root jets=jet/NNS/2/obj from/IN/5/case Sweden/NNP/2/obl",
            "Hungary [receiver] | lease | object theme: jets | oblique from giver: Sweden | BUYS ordered",
            id="lease from",
        ),
        pytest.param(
            "Peru/NNP/2/nsubj requested=request/VBD/0/root jets=jet/NNS/2/obj",
            "Peru [receiver] | request | object theme: jets | BUYS affirmed requested requested",
            id="request",
        ),
        pytest.param(
            "Peru/NNP/2/nsubj signed=sign/VBD/0/root for/IN/5/case 24/CD/5/nummod jets=jet/NNS/2/obl",
            "Peru [receiver] | sign | oblique for theme: 24 jets #24 | BUYS ordered",
            id="sign for",
        ),
        pytest.param(
            "Peru/NNP/3/nsubj has=have/VBZ:AUX/3/aux suspended=suspend/VBN/0/root deliveries=delivery/NNS/3/obj to/IN/6/case Riga/NNP/3/obl",
            "Peru [actor] | suspend | object theme: deliveries | oblique to receiver: Riga | SUSPENDS suspended",
            id="suspend",
        ),
        pytest.param(
            "Peru/NNP/2/nsubj made=make/VBD/0/root a/DT/4/det purchase/NN/2/obj of/IN/6/case jets=jet/NNS/4/nmod",
            "Peru [receiver] | make purchase | oblique of theme: jets | BUYS ordered",
            id="light verb",
        ),
        pytest.param(
            "Peru/NNP/2/nsubj waved=wave/VBD/0/root flags=flag/NNS/2/obj",
            "Peru | wave | object: flags | -",
            id="no frame",
        ),
    ],
)
def test_roles_and_types(tree: str, expected: str) -> None:
    assert lines(tree)[0] == expected


@pytest.mark.parametrize(
    ("tree", "named", "relation_type"),
    [
        pytest.param("Peru/NNP/2/nsubj makes=make/VBZ/0/root the/DT/4/det Gripen/NNP/2/obj", ["COUNTRY Peru", "WEAPON Gripen"], "PRODUCES", id="make a weapon"),
        pytest.param("Peru/NNP/2/nsubj made=make/VBD/0/root a/DT/4/det decision/NN/2/obj", ["COUNTRY Peru"], "", id="make a decision"),
        pytest.param("Peru/NNP/2/nsubj sent=send/VBD/0/root the/DT/4/det Gripen/NNP/2/obj", ["COUNTRY Peru", "WEAPON Gripen"], "SUPPLIES", id="send a weapon"),
        pytest.param("Peru/NNP/2/nsubj sent=send/VBD/0/root a/DT/4/det letter/NN/2/obj", ["COUNTRY Peru"], "", id="send a letter"),
        pytest.param("Peru/NNP/2/nsubj sent=send/VBD/0/root six/CD/2/obj", ["COUNTRY Peru"], "SUPPLIES", id="send a number"),
        pytest.param("Peru/NNP/2/nsubj sent=send/VBD/0/root them=they/PRP/2/obj", ["COUNTRY Peru"], "SUPPLIES", id="send a pronoun"),
    ],
)  # fmt: skip
def test_frames_that_need_a_weapon(tree: str, named: list[str], relation_type: str) -> None:
    assert statements(tree, *named)[0].relation_type == relation_type


@pytest.mark.parametrize(
    ("tree", "status"),
    [
        pytest.param("Oslo/NNP/3/nsubj has=have/VBZ:AUX/3/aux delivered=deliver/VBN/0/root jets=jet/NNS/3/obj", "delivered", id="has delivered"),
        pytest.param("Oslo/NNP/3/nsubj is=be/VBZ:AUX/3/aux delivering=deliver/VBG/0/root jets=jet/NNS/3/obj", "delivering", id="is delivering"),
        pytest.param("Oslo/NNP/3/nsubj will/MD/3/aux deliver/VB/0/root jets=jet/NNS/3/obj", "ordered", id="will deliver"),
        pytest.param("Oslo/NNP/4/nsubj did=do/VBD:AUX/4/aux not/RB:PART/4/advmod deliver/VB/0/root jets=jet/NNS/4/obj", "", id="did not deliver"),
        pytest.param("Oslo/NNP/2/nsubj refused=refuse/VBD/0/root to/TO/4/mark deliver/VB/2/xcomp jets=jet/NNS/4/obj", "refused", id="refused to deliver"),
        pytest.param("Oslo/NNP/2/nsubj stopped=stop/VBD/0/root delivering=deliver/VBG/2/xcomp jets=jet/NNS/3/obj", "suspended", id="stopped delivering"),
        pytest.param("Oslo/NNP/2/nsubj considered=consider/VBD/0/root buying=buy/VBG/2/xcomp jets=jet/NNS/3/obj", "discussed", id="considered buying"),
        pytest.param("Oslo/NNP/2/nsubj cancelled=cancel/VBD/0/root the/DT/4/det order/NN/2/obj", "cancelled", id="cancelled"),
        pytest.param("Oslo/NNP/2/nsubj approved=approve/VBD/0/root the/DT/4/det order/NN/2/obj", "approved", id="approved"),
        pytest.param("Oslo/NNP/2/nsubj waved=wave/VBD/0/root flags=flag/NNS/2/obj", "", id="no deal"),
    ],
)  # fmt: skip
def test_status(tree: str, status: str) -> None:
    assert statements(tree)[0].status == status


@pytest.mark.parametrize(
    ("tree", "kind"),
    [
        pytest.param("Peru/NNP/2/nsubj sold=sell/VBD/0/root jets=jet/NNS/2/obj", "sale", id="sell"),
        pytest.param("Peru/NNP/2/nsubj donated=donate/VBD/0/root jets=jet/NNS/2/obj", "aid", id="donate"),
        pytest.param("Peru/NNP/2/nsubj leased=lease/VBD/0/root jets=jet/NNS/2/obj", "lease", id="lease"),
        pytest.param("Peru/NNP/2/nsubj modernised=modernise/VBD/0/root jets=jet/NNS/2/obj", "upgrade", id="modernise"),
        pytest.param("Peru/NNP/2/nsubj delivered=deliver/VBD/0/root jets=jet/NNS/2/obj", "", id="deliver"),
    ],
)  # fmt: skip
def test_kind(tree: str, kind: str) -> None:
    assert statements(tree)[0].kind == kind


def test_without_a_frame_nothing_is_typed() -> None:
    subject = Argument("Peru", 0, 4, 0, 4, "subject")
    typed = apply_frame(None, subject, [], Factuality(modality="planned", status="discussed"), False, "past")
    assert (typed.relation_type, typed.frame, typed.status, typed.modality) == ("", "", "discussed", "planned")
    assert typed.subject == subject


def test_frames_are_found_by_lemma_and_part_of_speech() -> None:
    verb, noun = frame_of("sell", "verb"), frame_of("sale", "noun")
    assert verb is not None and verb.name == "sell.verb"
    assert noun is not None and noun.verb == "sell"
    assert frame_of("sell", "noun") is None
