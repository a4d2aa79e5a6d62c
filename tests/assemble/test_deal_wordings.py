"""Wordings of transfers beyond the plain clause: nested nouns, parts of wholes, things told before, parsers' slips."""

import pytest
from assemble_samples import SUBJECT, Sample, deals, money

S = SUBJECT
TO = {"preposition": "to"}
SELL = {"relation_type": "SUPPLIES", "status": "ordered", "kind": "sale"}
GIVE = {"relation_type": "SUPPLIES", "status": "approved", "kind": "aid", "modality": "planned"}
DELIVER = {"relation_type": "SUPPLIES", "status": "delivered", "lemma": "deliver"}
BUY = {"relation_type": "BUYS", "status": "ordered", "kind": "sale"}
WANT = {**BUY, "status": "discussed", "modality": "planned"}
SIGN = {"relation_type": "SIGNS", "status": "ordered", "kind": "sale"}
CANCEL = {"relation_type": "CANCELS", "status": "cancelled"}
TWO = {"Russia": "Russia", "Turkey": "Turkey", "S-400": "S-400", "Su-35": "Su-35"}
USA = {"United States": "United States", "F-16": "F-16", "Poland": "Poland", "HIMARS": "HIMARS", "ATACMS": "ATACMS"}
LEOPARD = {"Germany": "Germany", "Ukraine": "Ukraine", "Leopard 2": "Leopard 2", "Kyiv": "Ukraine", "Poland": "Poland"}


def theme(phrase, quantity=None, **more):
    return (phrase, "theme", {"quantity": quantity, **more})


def sold(count="10 Su-35"):
    return {"at": "sold", **SELL, "args": [("Russia", "giver", S), theme(count), ("Turkey", "receiver")]}


FIRST = "Russia sold 10 Su-35 to Turkey.\n"

ROWS = [
    pytest.param(
        Sample("Turkey scrapped a $90 deal to buy 12 Su-35 from Russia.", TWO, [
            {"at": "scrapped", **CANCEL, "args": [("Turkey", "actor", S), theme("a $90 deal", money=money(90))]},
            {"at": "buy", **WANT, "args": [("Turkey", "receiver", S), theme("12 Su-35"), ("Russia", "giver", {"preposition": "from"})]},
        ]),
        [("Russia", "Turkey", "Su-35", 12, "cancelled", 90)],
        id="deal-to-buy",
    ),
    pytest.param(
        Sample(FIRST + "The package also includes 5 S-400.", TWO, [
            sold(), {"at": "includes", "lemma": "include", "args": [("The package", "", S), ("5 S-400", "")]},
        ]),
        [("Russia", "Turkey", "S-400", 5, "ordered"), ("Russia", "Turkey", "Su-35", 10, "ordered")],
        id="package-includes",
    ),
    pytest.param(
        Sample("The United States approved a package for Poland.\nThe package includes 60 ATACMS.", USA, [
            {"at": "approved", "relation_type": "APPROVES", "status": "approved", "args": [
                ("The [United States]", "authority", S), theme("a [package] for Poland")]},
            {"at": "includes", "lemma": "include", "args": [("The package", "", S), ("60 ATACMS", "")]},
        ]),
        [("United States", "Poland", "ATACMS", 60, "approved")],
        id="package-told-before-its-weapons",
    ),
    pytest.param(
        Sample("Germany pledged 14 Leopard 2 to Ukraine.\nGermany raised the number to 18.", LEOPARD, [
            {"at": "pledged", **GIVE, "args": [("Germany", "giver", S), theme("14 Leopard 2", 14), ("Ukraine", "receiver")]},
            {"at": "raised", "lemma": "raise", "args": [("Germany", "", S), ("the number", ""), ("18", "", {"slot": "oblique", **TO})]},
        ]),
        [("Germany", "Ukraine", "Leopard 2", 18, "approved", "aid")],
        id="raised-number",
    ),
    pytest.param(
        Sample("Germany would give Kyiv 31 Leopard 2.", LEOPARD, [
            {"at": "give", **GIVE, "args": [("Germany", "giver", S), theme("Kyiv 31 Leopard 2")]},
        ]),
        [("Germany", "Ukraine", "Leopard 2", 31, "approved")],
        id="indirect-object-glued-to-theme",
    ),
    pytest.param(
        Sample("Germany sold Poland 4 Leopard 2.", LEOPARD, [
            {"at": "sold", **SELL, "args": [("Germany", "giver", S), theme("Poland"), theme("4 Leopard 2", 4)]},
        ]),
        [("Germany", "Poland", "Leopard 2", 4, "ordered")],
        id="indirect-object-taken-for-theme",
    ),
    pytest.param(
        Sample(FIRST + "The fair fell together with the delivery of the second batch of Su-35.", TWO, [
            sold(), {"at": "delivery", **DELIVER, "status": "ordered", "modality": "planned", "args": [theme("the second [batch] of Su-35")]},
        ]),
        [("Russia", "Turkey", "Su-35", 10, "delivering")],
        id="second-batch-means-the-first-is-there",
    ),
    pytest.param(
        Sample(FIRST + "The first six were handed over.", TWO, [
            sold(), {"at": "handed over", **DELIVER, "args": [theme("The first [six]", 6)]},
        ]),
        [("Russia", "Turkey", "Su-35", 10, "delivering", 6)],
        id="parties-of-the-transfer-before",
    ),
    pytest.param(
        Sample(FIRST + "Turkey wants a second batch of Su-35.", TWO, [
            sold(), {"at": "wants", **WANT, "args": [("Turkey", "receiver", S), theme("a second [batch] of Su-35")]},
        ]),
        [("Russia", "Turkey", "Su-35", 10, "ordered"), ("Russia", "Turkey", "Su-35", None, "discussed")],
        id="second-batch-wanted-is-another-order",
    ),
    pytest.param(
        Sample("Turkey would return its S-400 to Russia.", TWO, [
            {"at": "return", "modality": "conditional", "args": [("Turkey", "", S), ("its S-400", ""), ("Russia", "", {"slot": "oblique", **TO})]},
        ]),
        [("Russia", "Turkey", "S-400", None, "delivered")],
        id="returned-was-delivered",
    ),
    pytest.param(
        Sample("Poland was removed from the F-16 program.", USA, [
            {"at": "removed", "lemma": "remove", "args": [("Poland", "", S), ("the F-16 [program]", "", {"slot": "oblique", "preposition": "from"})]},
        ]),
        [("United States", "Poland", "F-16", None, "cancelled")],
        id="removed-from-program",
    ),
    pytest.param(
        Sample("The United States suspended Poland from the F-16 program.", USA, [
            {"at": "suspended", "relation_type": "SUSPENDS", "status": "suspended", "args": [
                ("The [United States]", "actor", S), theme("Poland"), ("the F-16 [program]", "program", {"slot": "oblique", "preposition": "from"})]},
        ]),
        [("United States", "Poland", "F-16", None, "suspended")],
        id="suspended-from-program",
    ),
    pytest.param(
        Sample(FIRST + "The sale fell through.", TWO, [sold(), {"at": "fell through", "lemma": "fall through", "args": [("The sale", "", S)]}]),
        [("Russia", "Turkey", "Su-35", 10, "cancelled")],
        id="fell-through",
    ),
    pytest.param(
        Sample("Turkey signed a letter of intent to buy 10 Su-35 from Russia.", TWO, [
            {"at": "signed", **SIGN, "args": [("Turkey", "partner", S), theme("a [letter] of intent")]},
            {"at": "buy", **WANT, "args": [("Turkey", "receiver", S), theme("10 Su-35", 10), ("Russia", "giver", {"preposition": "from"})]},
        ]),
        [("Russia", "Turkey", "Su-35", 10, "discussed")],
        id="letter-of-intent-is-no-order",
    ),
    pytest.param(
        Sample("Poland signed a contract with Hyundai Rotem for tanks.", {"Poland": "Poland", "Hyundai Rotem": "Hyundai Rotem", "tanks": "tanks"}, [
            {"at": "signed", **SIGN, "args": [("Poland", "partner", S), ("Hyundai Rotem", "partner", {"preposition": "with"}), theme("tanks")]},
        ]),
        [("South Korea", "Poland", "tanks", None, "ordered")],
        id="company-sells",
    ),
    pytest.param(
        Sample("A contract for 24 HIMARS was signed in the presence of Poland and United States officials.", USA, [
            {"at": "signed", **SIGN, "args": [theme("A contract")]},
        ]),
        [("United States", "Poland", "HIMARS", 24, "ordered")],
        id="witnesses-of-a-signature",
    ),
    pytest.param(
        Sample("Poland ordered HIMARS.\nPoland will get eight launchers.", {**USA, "launchers": "launchers"}, [
            {"at": "ordered", **BUY, "args": [("Poland", "receiver", S), theme("HIMARS")]},
            {"at": "get", **BUY, "modality": "planned", "args": [("Poland", "receiver", S), theme("eight launchers", 8)]},
        ]),
        [("United States", "Poland", "HIMARS", 8, "ordered")],
        id="bare-class-noun-of-a-named-weapon",
    ),
    pytest.param(
        Sample("Russia sold Su-35 to Turkey.\nIt lent Turkey part of the money.", {**TWO, "It": "Russia"}, [
            sold(count="Su-35"), {"at": "lent", **SELL, "kind": "lease", "args": [("It", "giver", S), theme("[part] of the money"), ("Turkey", "receiver")]},
        ]),
        [("Russia", "Turkey", "Su-35", None, "ordered", "sale")],
        id="part-of-the-money-is-no-weapon",
    ),
    pytest.param(
        Sample("Poland received the first of 28 HIMARS from the United States.", USA, [
            {"at": "received", **BUY, "status": "delivered", "args": [("Poland", "receiver", S), theme("the [first] of 28 HIMARS"), ("the [United States]", "giver")]},
        ]),
        [("United States", "Poland", "HIMARS", 28, "delivering", 1)],
        id="first-of-28",
    ),
    pytest.param(
        Sample("Poland chose the F-16 over the Gripen.", {**USA, "Gripen": "Gripen"}, [
            {"at": "chose", **BUY, "args": [("Poland", "receiver", S), theme("the F-16"), theme("the Gripen")]},
        ]),
        [("United States", "Poland", "F-16", None, "ordered")],
        id="rival-lost",
    ),
    pytest.param(
        Sample("Turkey bought 12 F-16 from Poland and 32 from Germany.", {**USA, "Turkey": "Turkey", "Germany": "Germany"}, [
            {"at": "bought", **BUY, "args": [("Turkey", "receiver", S), theme("12 F-16", 12), ("Poland", "giver"), ("Germany", "giver")]},
        ]),
        [("Germany", "Turkey", "F-16", 32, "ordered"), ("Poland", "Turkey", "F-16", None, "ordered")],
        id="each-giver-its-number",
    ),
    pytest.param(
        Sample("Poland approved the purchase of 8 F-16 from the United States.", USA, [
            {"at": "approved", "relation_type": "APPROVES", "status": "approved", "args": [
                ("Poland", "authority", S), theme("the [purchase] of 8 F-16 from the United States")]},
        ]),
        [("United States", "Poland", "F-16", 8, "approved")],
        id="buyer-approves",
    ),
    pytest.param(
        Sample(FIRST + "A contract was signed.", TWO, [sold(), {"at": "signed", **SIGN, "date": "2020-02", "args": [theme("A contract")]}]),
        [("Russia", "Turkey", "Su-35", 10, "ordered", "")],
        id="a-contract-points-at-nothing",
    ),
    pytest.param(
        Sample("Turkey and Hyundai Rotem own K2.\nPoland bought 5 K2 for $3 and 7 K9 from Hanwha for $2.",
               {"Poland": "Poland", "K2": "K2", "K9": "K9", "Hanwha": "Hanwha"}, [
            {"at": "bought", **BUY, "args": [("Poland", "receiver", S), theme("5 K2", 5), ("$3", "value", {"money": money(3)}), ("$2", "value", {"money": money(2)})]},
        ]),
        [("South Korea", "Poland", "K2", 5, "ordered", 3), ("South Korea", "Poland", "K9", 7, "ordered", 2)],
        id="second-weapon-behind-a-price",
    ),
]  # fmt: skip


def facts(deal):
    return {
        deal.supplier, deal.recipient, deal.weapon, deal.quantity, deal.value, deal.status, deal.kind, deal.ordered, deal.delivered,
        *deal.manufacturer, *deal.operators,
    }  # fmt: skip


@pytest.mark.parametrize(("sample", "expected"), ROWS)
def test_wordings(sample, expected):
    found = sorted(deals(sample), key=lambda d: (d.weapon, d.supplier, d.quantity is None))
    assert len(found) == len(expected), [(d.supplier, d.recipient, d.weapon, d.status) for d in found]
    for deal, row in zip(found, expected, strict=True):
        assert set(row) <= facts(deal), deal
