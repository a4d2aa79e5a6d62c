"""Turns that deals take in the news: denied, on hold, revised, together with others; and parsers' slips around numbers."""

import pytest
from assemble_samples import SUBJECT, Sample, deals, money

S = SUBJECT
SELL = {"relation_type": "SUPPLIES", "status": "ordered", "kind": "sale"}
PROMISE = {"relation_type": "SUPPLIES", "status": "approved", "kind": "aid"}
BUY = {"relation_type": "BUYS", "status": "ordered", "kind": "sale"}
SIGN = {"relation_type": "SIGNS", "status": "ordered", "kind": "sale"}
TWO = {"Russia": "Russia", "Turkey": "Turkey", "S-400": "S-400", "Su-35": "Su-35"}
USA = {"United States": "United States", "F-16": "F-16", "Poland": "Poland", "Turkey": "Turkey", "HIMARS": "HIMARS"}
LEOPARD = {"Germany": "Germany", "Ukraine": "Ukraine", "Leopard 2": "Leopard 2", "Poland": "Poland"}
FROM = {"slot": "oblique", "preposition": "from"}


def theme(phrase, quantity=None, **more):
    return (phrase, "theme", {"quantity": quantity, **more})


def bought(count="10 Su-35", number=10, **more):
    return {
        "at": "bought", **BUY, **more, "args": [("Turkey", "receiver", S), theme(count, number), ("Russia", "giver", FROM)]
    }  # fmt: skip


FIRST = "Turkey bought 10 Su-35 from Russia.\n"
ROWS = [
    pytest.param([Sample("Has Turkey bought 10 Su-35 from Russia?", TWO, [bought()])], [], id="a-question-tells-nothing"),
    pytest.param(
        [Sample("Russia dismissed reports that it sold Su-35 to Turkey.", {**TWO, "it": "Russia"}, [
            {"at": "dismissed", "lemma": "dismiss", "relation_type": "OPPOSES", "args": [("Russia", "actor", S), ("reports", "target")]},
            {"at": "sold", **SELL, "args": [("it", "giver", S), theme("Su-35"), ("Turkey", "receiver")]},
        ])],
        [],
        id="reports-dismissed",
    ),
    pytest.param(
        [Sample("Russia confirmed reports that it sold Su-35 to Turkey.", {**TWO, "it": "Russia"}, [
            {"at": "confirmed", "lemma": "confirm", "relation_type": "STATES", "args": [("Russia", "speaker", S), ("reports", "said")]},
            {"at": "sold", **SELL, "args": [("it", "giver", S), theme("Su-35"), ("Turkey", "receiver")]},
        ])],
        [("Russia", "Turkey", "Su-35", "ordered")],
        id="reports-confirmed",
    ),
    pytest.param(
        [Sample(f"{FIRST}The order is on hold.", TWO, [
            bought(), {"at": "is", "lemma": "hold", "relation": "be", "args": [("The order", "", S), ("hold", "", {"slot": "attribute", "preposition": "on"})]},
        ])],
        [("Russia", "Turkey", "Su-35", 10, "suspended")],
        id="on-hold",
    ),
    pytest.param(
        [Sample(f"{FIRST}The order is in force.", TWO, [
            bought(), {"at": "is", "lemma": "force", "relation": "be", "args": [("The order", "", S), ("force", "", {"slot": "attribute", "preposition": "in"})]},
        ])],
        [("Russia", "Turkey", "Su-35", 10, "ordered")],
        id="in-force",
    ),
    pytest.param(
        [Sample("Turkey will buy up to 16 Su-35 from Russia.", TWO, [
            {"at": "buy up", "lemma": "buy up", "modality": "planned", "args": [
                ("Turkey", "", S), ("to 16 [Su-35]", "", {"slot": "oblique", "preposition": "to", "quantity": 16}), ("Russia", "", FROM)]},
        ])],
        [("Russia", "Turkey", "Su-35", 16, "discussed")],
        id="up-to",
    ),
    pytest.param(
        [Sample("Turkey bought more than 20 Su-35 from Russia.", TWO, [
            {"at": "bought", **BUY, "args": [
                ("Turkey", "receiver", S), ("than 20 [Su-35]", "", {"slot": "oblique", "preposition": "than", "quantity": 20}), ("Russia", "giver", FROM)]},
        ])],
        [("Russia", "Turkey", "Su-35", 20, "ordered")],
        id="more-than",
    ),
    pytest.param(
        [Sample("Turkey bought 10 Su-35 from Russia with Poland.", {**TWO, "Poland": "Poland"}, [
            {"at": "bought", **BUY, "args": [
                ("Turkey", "receiver", S), theme("10 Su-35", 10), ("Russia", "giver", FROM), ("Poland", "giver", {"slot": "oblique", "preposition": "with"})]},
        ])],
        [("Russia", "Turkey", "Su-35", 10, "ordered")],
        id="together-with-another-buyer",
    ),
    pytest.param(
        [Sample("All six Leopard 2 that Germany promised Ukraine will come.", LEOPARD, [
            {"at": "promised", **PROMISE, "args": [("Germany", "giver", S), theme("Ukraine")]},
        ])],
        [("Germany", "Ukraine", "Leopard 2", 6, "approved", "aid")],
        id="weapons-before-their-clause",
    ),
    pytest.param(
        [Sample("Poland signed the purchase of 24 former German Leopard 2.", {**LEOPARD, "German": "Germany"}, [
            {"at": "signed", **SIGN, "args": [("Poland", "partner", S), theme("the [purchase] of 24 former German Leopard 2")]},
        ])],
        [("Germany", "Poland", "Leopard 2", 24, "ordered")],
        id="adjective-behind-a-deal-noun",
    ),
    pytest.param(
        [Sample("Poland and Turkey signed agreements with the United States for the HIMARS.", USA, [
            {"at": "signed", **SIGN, "args": [("Poland", "partner", S), theme("the HIMARS"), ("the United States", "partner")]},
            {"at": "signed", **SIGN, "args": [("Turkey", "partner", S), theme("the HIMARS"), ("the United States", "partner")]},
        ])],
        [("United States", "Poland", "HIMARS", "ordered"), ("United States", "Turkey", "HIMARS", "ordered")],
        id="two-buyers-sign-with-one-seller",
    ),
    pytest.param(
        [Sample("Turkey bought 10 Su-35 from Russia, a package worth $2 billion.", TWO, [bought()])],
        [("Russia", "Turkey", "Su-35", 10, 2_000_000_000)],
        id="price-of-a-package-beside",
    ),
    pytest.param(
        [Sample(f"{FIRST}It is worth more than $2 billion.", TWO, [bought()])],
        [("Russia", "Turkey", "Su-35", 10, 2_000_000_000)],
        id="price-of-a-pronoun",
    ),
    pytest.param(
        [Sample("Turkey bought 10 Su-35 from Russia and a yacht worth $2 billion.", TWO, [bought()])],
        [("Russia", "Turkey", "Su-35", 10, None)],
        id="price-of-something-else",
    ),
    pytest.param(
        [Sample("Turkey bought more than 20 Su-35 from Russia.", TWO, [bought("more than 20 Su-35", 20)]),
         Sample("Turkey bought 24 Su-35 from Russia.", TWO, [bought("24 Su-35", 24)], "2021-01-01")],
        [("Russia", "Turkey", "Su-35", 24, "ordered")],
        id="rough-number-made-exact",
    ),
    pytest.param(
        [Sample("Turkey bought 20 Su-35 from Russia.", TWO, [bought("20 Su-35", 20)]),
         Sample("Turkey bought 24 Su-35 from Russia.", TWO, [bought("24 Su-35", 24)], "2021-01-01")],
        [("Russia", "Turkey", "Su-35", 20), ("Russia", "Turkey", "Su-35", 24)],
        id="two-exact-numbers-are-two-orders",
    ),
    pytest.param(
        [Sample(FIRST.strip(), TWO, [bought()]),
         Sample("Turkey raised its order for the Su-35 from 10 to 40.", TWO, [
             {"at": "order", **BUY, "args": [("Turkey", "receiver", S), theme("Su-35")]},
             {"at": "raised", "lemma": "raise", "args": [("Turkey", "", S), ("its [order]", "")]},
         ], "2021-01-01")],
        [("Russia", "Turkey", "Su-35", 40, "ordered")],
        id="number-revised-in-a-later-article",
    ),
    pytest.param(
        [Sample("Turkey bought 10 Su-35 from Russia for $2.", TWO, [
            {**bought(), "args": [*bought()["args"], ("$2", "value", {"money": money(2)})]}]),
         Sample("Turkey bought 10 Su-35 from Russia for $3.", TWO, [
            {**bought(), "args": [*bought()["args"], ("$3", "value", {"money": money(3)})]}], "2021-01-01")],
        [("Russia", "Turkey", "Su-35", 10, 3)],
        id="latest-price-stands",
    ),
]  # fmt: skip


def facts(deal):
    return {deal.supplier, deal.recipient, deal.weapon, deal.quantity, deal.value, deal.status, deal.kind}


@pytest.mark.parametrize(("articles", "expected"), ROWS)
def test_turns(articles, expected):
    found = sorted(deals(*articles), key=lambda d: (d.recipient, d.weapon, d.quantity or 0))
    assert len(found) == len(expected), [(d.supplier, d.recipient, d.weapon, d.quantity, d.status) for d in found]
    for deal, row in zip(found, expected, strict=True):
        assert set(row) <= facts(deal), deal
