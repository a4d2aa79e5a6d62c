"""Where several deals, states, dates or prices compete: which one a wording means, and where none may be taken."""

import pytest
from assemble_samples import SUBJECT, Sample, deals, money

from graphbuilder.records import Money

S = SUBJECT
TO = {"preposition": "to"}
SELL = {"relation_type": "SUPPLIES", "status": "ordered", "kind": "sale"}
GIVE = {"relation_type": "SUPPLIES", "status": "approved", "kind": "aid"}
BUY = {"relation_type": "BUYS", "status": "ordered", "kind": "sale"}
SIGN = {"relation_type": "SIGNS", "status": "ordered", "kind": "sale"}
SUSPEND = {"relation_type": "SUSPENDS", "status": "suspended"}
CANCEL = {"relation_type": "CANCELS", "status": "cancelled"}
WORTH = {"relation_type": "WORTH", "lemma": "be"}
NAMES = {
    name: name
    for name in ("Turkey", "Russia", "Poland", "Germany", "Sweden", "Ukraine", "United States", "India", "Israel", "Estonia")
} | {"S-400": "S-400", "Su-35": "Su-35", "F-16": "F-16", "Gripen": "Gripen", "Leopard 2": "Leopard 2", "K9": "K9", "HIMARS": "HIMARS"}  # fmt: skip


def sample(text, *statements, **more):
    return Sample(text, {name: value for name, value in NAMES.items() if name in text}, statements, **more)


def theme(phrase, quantity=None, **more):
    return (phrase, "theme", {"quantity": quantity, **more})


def talks(actor, partner, weapon):
    text = f"{actor} suspended talks with {partner} on the purchase of 8 {weapon}."
    return sample(
        text,
        {"at": "suspended", **SUSPEND, "args": [(actor, "actor", S), theme(f"[talks] with {partner} on the purchase of 8 {weapon}")]},
        {"at": "talks", "relation_type": "NEGOTIATES", "status": "suspended", "args": [
            (partner, "partner", S), theme(f"the [purchase] of 8 {weapon}")]},
    )  # fmt: skip


SOLD_10 = {"at": "sold", **SELL, "args": [("Russia", "giver", S), theme("10 Su-35", 10), ("Turkey", "receiver")]}
TWO_ORDERS = "Turkey received the first of 30 Su-35 from Russia.\nTurkey bought 24 Su-35 from Russia in 2015.\n"
RECEIVED_30 = {"at": "received", **BUY, "status": "delivered", "args": [
    ("Turkey", "receiver", S), theme("the [first] of 30 Su-35"), ("Russia", "giver")]}  # fmt: skip
BOUGHT_24 = {"at": "bought", **BUY, "date": "2015", "args": [("Turkey", "receiver", S), theme("24 Su-35", 24), ("Russia", "giver")]}  # fmt: skip
DELIVERED_TO = {"at": "delivered", **GIVE, "status": "delivered", "args": [
    ("Poland", "giver", S), theme("4 Leopard 2", 4), ("Ukraine", "receiver")]}  # fmt: skip
HOWITZERS = {"at": "donated", **GIVE, "args": [("Estonia", "giver", S), theme("8 K9", 8)]}
REQUEST = {"relation_type": "BUYS", "status": "requested", "modality": "requested", "kind": "sale"}

ROWS = [
    pytest.param(
        talks("Poland", "United States", "F-16"), [("United States", "Poland", "F-16", 8, "suspended")],
        id="buyer-suspends-talks",
    ),
    pytest.param(
        talks("United States", "Poland", "F-16"), [("United States", "Poland", "F-16", 8, "suspended")],
        id="seller-suspends-talks",
    ),
    pytest.param(talks("Turkey", "Poland", "F-16"), [], id="talks-of-two-that-make-none-tell-nothing"),
    pytest.param(
        sample("Russia sold 10 Su-35 to Turkey.\nThe sides agreed a $23 package.", SOLD_10,
               {"at": "agreed", "relation_type": "SIGNS", "status": "discussed", "args": [
                   theme("a $23 [package]", 23, money=money(23))]}),
        [("Russia", "Turkey", "Su-35", 10, 23, "ordered")],
        id="money-is-no-number",
    ),
    pytest.param(
        sample("Germany cancelled the sale of 2 Leopard 2 to Turkey.\nThe contract had been suspended in September.",
               {"at": "cancelled", **CANCEL, "args": [("Germany", "actor", S), theme("the [sale] of 2 Leopard 2"), ("Turkey", "receiver")]},
               {"at": "had been suspended", **SUSPEND, "surface": "had been suspended", "date": "2019-09", "args": [theme("The contract")]}),
        [("Germany", "Turkey", "Leopard 2", 2, "cancelled")],
        id="had-been-suspended-before",
    ),
    pytest.param(
        sample("Germany cancelled the sale of 2 Leopard 2 to Turkey.\nThe contract was suspended in September.",
               {"at": "cancelled", **CANCEL, "args": [("Germany", "actor", S), theme("the [sale] of 2 Leopard 2"), ("Turkey", "receiver")]},
               {"at": "was suspended", **SUSPEND, "surface": "was suspended", "date": "2019-09", "args": [theme("The contract")]}),
        [("Germany", "Turkey", "Leopard 2", 2, "cancelled")],
        id="an-end-without-date-is-the-news",
    ),
    pytest.param(
        sample("Turkey scrapped its plan to buy 12 Su-35 from Russia.",
               {"at": "scrapped", **CANCEL, "args": [("Turkey", "actor", S), theme("its plan")]},
               {"at": "buy", **BUY, "status": "discussed", "modality": "planned", "args": [
                   ("Turkey", "receiver", S), theme("12 Su-35", 12), ("Russia", "giver")]}),
        [("Russia", "Turkey", "Su-35", 12, "cancelled")],
        id="plan-to-buy-scrapped",
    ),
    pytest.param(
        sample("Poland is evaluating the Gripen as a replacement for its Israeli-made F-16.",
               {"at": "evaluating", "relation_type": "NEGOTIATES", "status": "discussed", "args": [
                   ("Poland", "receiver", S), theme("the Gripen"), ("a [replacement] for its Israeli-made F-16", "", {"slot": "oblique", "preposition": "as"})]}),
        [("Sweden", "Poland", "Gripen", None, "discussed")],
        id="what-is-replaced-is-no-deal",
    ),
    pytest.param(
        sample(f"{TWO_ORDERS}The 2021 contract is worth $4.", RECEIVED_30, BOUGHT_24,
               {"at": "is worth", **WORTH, "args": [theme("The 2021 contract", slot="subject"), ("$4", "value", {"money": money(4)})]}),
        [("Russia", "Turkey", "Su-35", 24, None, "2015"), ("Russia", "Turkey", "Su-35", 30, 4, "delivering")],
        id="price-of-the-other-years-contract",
    ),
    pytest.param(
        sample(f"{TWO_ORDERS}The 2015 contract is worth $4.", RECEIVED_30, BOUGHT_24,
               {"at": "is worth", **WORTH, "args": [theme("The 2015 contract", slot="subject"), ("$4", "value", {"money": money(4)})]}),
        [("Russia", "Turkey", "Su-35", 24, 4), ("Russia", "Turkey", "Su-35", 30, "delivering")],
        id="price-of-that-years-contract",
    ),
    pytest.param(
        sample("Turkey will buy 6 Su-35 from Russia.\nThe 2015 contract is worth $4.",
               {"at": "buy", **BUY, "status": "discussed", "modality": "planned", "args": [
                   ("Turkey", "receiver", S), theme("6 Su-35", 6), ("Russia", "giver")]},
               {"at": "is worth", **WORTH, "args": [theme("The 2015 contract", slot="subject"), ("$4", "value", {"money": money(4)})]}),
        [("Russia", "Turkey", "Su-35", 6, None, "discussed")],
        id="plan-is-no-contract-of-a-year",
    ),
    pytest.param(
        sample("Poland wants to buy 6 F-16.\nThe United States rejected the request.",
               {"at": "buy", **REQUEST, "args": [("Poland", "receiver", S), theme("6 F-16", 6)]},
               {"at": "rejected", "relation_type": "REFUSES", "status": "refused", "args": [("United States", "actor", S), theme("the request")]}),
        [("United States", "Poland", "F-16", 6, "refused")],
        id="request-rejected",
    ),
    pytest.param(
        Sample("Turkey bought 10 S-400 from Russia.\nTurkey selected an Israeli system.",
               {"Turkey": "Turkey", "Russia": "Russia", "S-400": "S-400", "Israeli": "Israel"}, [
               {"at": "bought", **BUY, "args": [("Turkey", "receiver", S), theme("10 S-400", 10), ("Russia", "giver")]},
               {"at": "selected", **BUY, "lemma": "select", "args": [("Turkey", "receiver", S), theme("an Israeli [system]")]}]),
        [("Russia", "Turkey", "S-400", 10, "ordered")],
        id="system-from-elsewhere-is-another",
    ),
    pytest.param(
        sample("Poland signed a contract with Germany for 18 Leopard 2 worth $9.",
               {"at": "signed", **SIGN, "args": [("Poland", "partner", S), ("Germany", "partner"), theme("a contract"),
                   ("18 Leopard 2 worth [$9]", "value", {"preposition": "for", "money": Money(9, "USD", 61, 63)})]}),
        [("Germany", "Poland", "Leopard 2", 18, 9, "ordered")],
        id="weapons-before-their-price",
    ),
    pytest.param(
        sample("Poland chose the F-16 in 2019.\nPoland signed a contract with the United States for 32 F-16 in 2020.",
               {"at": "chose", **BUY, "lemma": "choose", "date": "2019", "args": [("Poland", "receiver", S), theme("the F-16")]},
               {"at": "signed", **SIGN, "lemma": "sign", "date": "2020", "args": [
                   ("Poland", "partner", S), ("United States", "partner"), theme("a [contract] with the United States for 32 F-16")]}),
        [("United States", "Poland", "F-16", 32, "ordered", "2020")],
        id="signature-dates-what-was-chosen",
    ),
    pytest.param(
        sample("Poland chose the F-16 in 2019.",
               {"at": "chose", **BUY, "lemma": "choose", "date": "2019", "args": [("Poland", "receiver", S), theme("the F-16")]}),
        [("United States", "Poland", "F-16", "2019")],
        id="choice-dates-where-nothing-else-does",
    ),
    pytest.param(
        sample("Poland delivered 4 Leopard 2 to Ukraine.\nGermany sent 2 Leopard 2 to Ukraine.\nEstonia donated 8 K9.", DELIVERED_TO,
               {"at": "sent", **GIVE, "args": [("Germany", "giver", S), theme("2 Leopard 2", 2), ("Ukraine", "receiver")]}, HOWITZERS),
        [("Estonia", "Ukraine", "K9", 8), ("Germany", "Ukraine", "Leopard 2", 2), ("Poland", "Ukraine", "Leopard 2", 4)],
        id="the-one-receiver-of-the-article",
    ),
    pytest.param(
        sample("Poland delivered 4 Leopard 2 to Ukraine.\nEstonia donated 8 K9.", DELIVERED_TO, HOWITZERS),
        [("Poland", "Ukraine", "Leopard 2", 4)],
        id="one-giver-makes-no-common-receiver",
    ),
    pytest.param(
        sample("Poland delivered 4 Leopard 2 to Ukraine.\nGermany sent 2 Leopard 2 to Turkey.\nEstonia donated 8 K9.", DELIVERED_TO,
               {"at": "sent", **GIVE, "args": [("Germany", "giver", S), theme("2 Leopard 2", 2), ("Turkey", "receiver")]}, HOWITZERS),
        [("Germany", "Turkey", "Leopard 2", 2), ("Poland", "Ukraine", "Leopard 2", 4)],
        id="two-receivers-leave-it-open",
    ),
    pytest.param(
        sample("The United States approved the sale of F-16 to Poland.\nPoland requested to buy 40 F-16 and 9 HIMARS.",
               {"at": "approved", "relation_type": "APPROVES", "status": "approved", "args": [
                   ("United States", "authority", S), theme("the [sale] of F-16"), ("Poland", "receiver", TO)]},
               {"at": "buy", **REQUEST, "args": [("Poland", "receiver", S), theme("40 F-16", 40), theme("9 HIMARS", 9)]}),
        [("United States", "Poland", "F-16", 40, "approved"), ("United States", "Poland", "HIMARS", 9, "approved")],
        id="package-approved-with-its-main-weapon",
    ),
    pytest.param(
        sample("The United States approved the sale of F-16 to Poland.\nPoland requested to buy 9 HIMARS.",
               {"at": "approved", "relation_type": "APPROVES", "status": "approved", "args": [
                   ("United States", "authority", S), theme("the [sale] of F-16"), ("Poland", "receiver", TO)]},
               {"at": "buy", **REQUEST, "args": [("Poland", "receiver", S), theme("9 HIMARS", 9)]}),
        [("United States", "Poland", "F-16", "approved"), ("United States", "Poland", "HIMARS", 9, "requested")],
        id="another-request-stays-one",
    ),
]  # fmt: skip


def facts(deal):
    return {deal.supplier, deal.recipient, deal.weapon, deal.quantity, deal.value, deal.status, deal.ordered}


@pytest.mark.parametrize(("article", "expected"), ROWS)
def test_choices(article, expected):
    found = sorted(deals(article), key=lambda d: (d.weapon, d.supplier, d.quantity or 0))
    assert len(found) == len(expected), [(d.supplier, d.recipient, d.weapon, d.status) for d in found]
    for deal, row in zip(found, expected, strict=True):
        assert set(row) <= facts(deal), deal
