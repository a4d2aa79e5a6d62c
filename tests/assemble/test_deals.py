"""Deals from hand-built statements, one row a phenomenon."""

import pytest
from assemble_samples import SUBJECT, Sample, deals, money

S = SUBJECT
SELL = {"relation_type": "SUPPLIES", "status": "ordered", "kind": "sale"}
DELIVER = {"relation_type": "SUPPLIES", "status": "delivered"}
BUY = {"relation_type": "BUYS", "status": "ordered", "kind": "sale"}
SIGN = {"relation_type": "SIGNS", "status": "ordered", "kind": "sale"}
NOUN = {"relation_type": "SIGNS", "status": "ordered", "kind": "sale"}
TWO = {"Russia": "Russia", "Turkey": "Turkey", "S-400": "S-400", "Su-35": "Su-35"}


def theme(phrase, quantity=None, **more):
    return (phrase, "theme", {"quantity": quantity, **more})


ROWS = [
    pytest.param(
        Sample("Russia sold two batteries of S-400 to Turkey.", TWO, [
            {"at": "sold", **SELL, "args": [("Russia", "giver", S), theme("two [batteries] of S-400", 2, unit="battery"), ("Turkey", "receiver")]},
        ]),
        [("Russia", "Turkey", "S-400", 2, "ordered", "sale")],
        id="measure-noun",
    ),
    pytest.param(
        Sample("Poland ordered 90 K2 tanks from Hyundai Rotem for $3 and 120 K9 from Hanwha for $2.",
               {"Poland": "Poland", "K2": "K2", "K9": "K9", "Hyundai Rotem": "Hyundai Rotem", "Hanwha": "Hanwha", "tanks": "tanks"}, [
            {"at": "ordered", **BUY, "args": [
                ("Poland", "receiver", S), theme("90 K2 tanks", 90), ("Hyundai Rotem", "giver"), ("$3", "value", {"money": money(3)}),
                theme("120 K9", 120), ("Hanwha", "giver"), ("$2", "value", {"money": money(2)})]},
        ]),
        [("South Korea", "Poland", "K2", 90, "ordered", 3, "Hyundai Rotem"), ("South Korea", "Poland", "K9", 120, "ordered", 2, "Hanwha")],
        id="companies-stand-for-country-and-each-weapon-has-its-price",
    ),
    pytest.param(
        Sample("Germany and Israel signed a contract for Arrow 3.", {"Germany": "Germany", "Israel": "Israel", "Arrow 3": "Arrow 3"}, [
            {"at": "signed", **SIGN, "args": [("Germany", "partner", S), theme("a [contract] for Arrow 3")]},
            {"at": "signed", **SIGN, "args": [("Israel", "partner", S), theme("a [contract] for Arrow 3")]},
            {"at": "contract", **NOUN, "args": [theme("Arrow 3")]},
        ]),
        [("Israel", "Germany", "Arrow 3", None, "ordered", "sale")],
        id="direction-of-partners-from-origin",
    ),
    pytest.param(
        Sample("Germany and Poland signed a contract for Arrow 3.", {"Germany": "Germany", "Poland": "Poland", "Arrow 3": "Arrow 3"}, [
            {"at": "signed", **SIGN, "args": [("Germany", "partner", S), ("Poland", "partner"), theme("a [contract] for Arrow 3")]},
        ]),
        [],
        id="direction-never-guessed",
    ),
    pytest.param(
        Sample("Poland called off the purchase of 12 used F-16 from Israel.", {"Poland": "Poland", "F-16": "F-16", "Israel": "Israel"}, [
            {"at": "called off", "relation_type": "CANCELS", "status": "cancelled", "args": [
                ("Poland", "actor", S), theme("the [purchase] of 12 used F-16 from Israel")]},
            {"at": "purchase", **BUY, "args": [theme("12 used F-16", 12), ("Israel", "giver")]},
        ]),
        [("Israel", "Poland", "F-16", 12, "cancelled", "sale")],
        id="cancelled-purchase-names-its-buyer",
    ),
    pytest.param(
        Sample("The United States approved the sale of Arrow 3 to Germany by Israel.",
               {"United States": "United States", "Arrow 3": "Arrow 3", "Germany": "Germany", "Israel": "Israel"}, [
            {"at": "approved", "relation_type": "APPROVES", "status": "approved", "args": [
                ("The [United States]", "authority", S), theme("the [sale] of Arrow 3 to Germany by Israel")]},
            {"at": "sale", **SELL, "modality": "planned", "args": [theme("Arrow 3"), ("Germany", "receiver"), ("Israel", "giver")]},
        ]),
        [("Israel", "Germany", "Arrow 3", None, "approved", "sale")],
        id="third-state-consents",
    ),
    pytest.param(
        Sample("The United States approved the sale of Arrow 3 to Germany.",
               {"United States": "United States", "Arrow 3": "Arrow 3", "Germany": "Germany"}, [
            {"at": "approved", "relation_type": "APPROVES", "status": "approved", "args": [
                ("The [United States]", "authority", S), theme("the [sale] of Arrow 3 to Germany")]},
            {"at": "sale", **SELL, "modality": "planned", "args": [theme("Arrow 3"), ("Germany", "receiver")]},
        ]),
        [],
        id="consent-without-seller-is-no-supply",
    ),
    pytest.param(
        Sample("The United States approved a possible sale of 66 F-16 to Poland for $8.",
               {"United States": "United States", "F-16": "F-16", "Poland": "Poland"}, [
            {"at": "approved", "relation_type": "APPROVES", "status": "approved", "args": [
                ("The [United States]", "authority", S), theme("a possible [sale] of 66 F-16 to Poland"), ("$8", "value", {"money": money(8)})]},
            {"at": "sale", **SELL, "status": "discussed", "modality": "possible", "args": [theme("66 F-16", 66), ("Poland", "receiver")]},
        ]),
        [("United States", "Poland", "F-16", 66, "approved", "sale", 8)],
        id="notice-of-possible-sale",
    ),
    pytest.param(
        Sample("Russia did not sell S-400 to Turkey.", TWO, [
            {"at": "sell", **SELL, "polarity": "negated", "args": [("Russia", "giver", S), theme("S-400"), ("Turkey", "receiver")]},
        ]),
        [],
        id="negated",
    ),
    pytest.param(
        Sample("Russia refused to sell S-400 to Turkey.", TWO, [
            {"at": "sell", **SELL, "status": "refused", "lemma": "sell", "args": [("Russia", "giver", S), theme("S-400"), ("Turkey", "receiver")]},
        ]),
        [("Russia", "Turkey", "S-400", None, "refused", "sale")],
        id="refused",
    ),
    pytest.param(
        Sample("Russia ordered Su-35.", TWO, [{"at": "ordered", **BUY, "args": [("Russia", "receiver", S), theme("Su-35")]}]),
        [],
        id="own-industry",
    ),
    pytest.param(
        Sample("Turkey ordered Su-35.", {"Turkey": "Turkey", "Su-35": "Su-35"}, [{"at": "ordered", **BUY, "args": [("Turkey", "receiver", S), theme("Su-35")]}]),
        [("Russia", "Turkey", "Su-35", None, "ordered", "sale")],
        id="supplier-from-origin-without-its-entity",
    ),
    pytest.param(
        Sample("Four Leopard 2 donated by Poland were handed to Ukraine.", {"Leopard 2": "Leopard 2", "Poland": "Poland", "Ukraine": "Ukraine"}, [
            {"at": "donated", **DELIVER, "kind": "aid", "args": [theme("Four Leopard 2", 4), ("Poland", "giver")]},
            {"at": "handed", **DELIVER, "args": [theme("Four Leopard 2", 4), ("Ukraine", "receiver")]},
        ]),
        [("Poland", "Ukraine", "Leopard 2", 4, "delivered", "aid")],
        id="two-predicates-of-one-theme",
    ),
    pytest.param(
        Sample("Russia delivered the first four of 13 Su-35 to Turkey.", TWO, [
            {"at": "delivered", **DELIVER, "args": [("Russia", "giver", S), theme("the first [four] of 13 Su-35", 4), ("Turkey", "receiver")]},
        ]),
        [("Russia", "Turkey", "Su-35", 13, "delivering", 4)],
        id="part-of-a-whole",
    ),
    pytest.param(
        Sample("Russia sold 10 Su-35 to Turkey.\nIt delivered the first batch to Turkey.", {**TWO, "It": "Russia"}, [
            {"at": "sold", **SELL, "args": [("Russia", "giver", S), theme("10 Su-35", 10), ("Turkey", "receiver")]},
            {"at": "delivered", **DELIVER, "args": [("It", "giver", S), theme("the first batch"), ("Turkey", "receiver")]},
        ]),
        [("Russia", "Turkey", "Su-35", 10, "delivering")],
        id="elliptic-batch",
    ),
    pytest.param(
        Sample("Russia sold Su-35 to Turkey.\nThe contract is worth $9.\nThe deal was cancelled.", TWO, [
            {"at": "sold", **SELL, "args": [("Russia", "giver", S), theme("Su-35"), ("Turkey", "receiver")]},
            {"at": "worth", "relation_type": "WORTH", "args": [("The contract", "theme", S), ("$9", "value", {"money": money(9)})]},
            {"at": "cancelled", "relation_type": "CANCELS", "status": "cancelled", "args": [("The deal", "theme", S)]},
        ]),
        [("Russia", "Turkey", "Su-35", None, "cancelled", 9)],
        id="back-references",
    ),
    pytest.param(
        Sample("Sweden leases 14 Gripen each to Hungary and Poland.", {"Sweden": "Sweden", "Gripen": "Gripen", "Hungary": "Hungary", "Poland": "Poland"}, [
            {"at": "leases", "relation_type": "BUYS", "status": "ordered", "kind": "lease", "tense": "present", "args": [
                ("Sweden", "receiver", S), theme("14 Gripen", 14), ("Hungary", "receiver", {"preposition": "to"}), ("Poland", "receiver", {"preposition": "to"})]},
        ]),
        [("Sweden", "Hungary", "Gripen", 14, "delivered", "lease"), ("Sweden", "Poland", "Gripen", 14, "delivered", "lease")],
        id="lessor-with-two-tenants-each",
    ),
    pytest.param(
        Sample("The United States sold 10 F-16 to Poland and Turkey for $5.", {"United States": "United States", "F-16": "F-16", "Poland": "Poland", "Turkey": "Turkey"}, [
            {"at": "sold", **SELL, "args": [("The [United States]", "giver", S), theme("10 F-16", 10), ("Poland", "receiver"), ("Turkey", "receiver"), ("$5", "value", {"money": money(5)})]},
        ]),
        [("United States", "Poland", "F-16", None, None), ("United States", "Turkey", "F-16", None, None)],
        id="shared-number-is-not-multiplied",
    ),
    pytest.param(
        Sample("The two countries discussed Su-35.", {"The two countries": ("Russia", "Turkey"), "Su-35": "Su-35"}, [
            {"at": "discussed", "relation_type": "NEGOTIATES", "status": "discussed", "args": [("The two countries", "partner", S), theme("Su-35")]},
        ]),
        [("Russia", "Turkey", "Su-35", None, "discussed")],
        id="group-in-talks",
    ),
    pytest.param(
        Sample("Poland ordered 20 HIMARS in 2019 and requested 200 more HIMARS.", {"Poland": "Poland", "HIMARS": "HIMARS"}, [
            {"at": "ordered", **BUY, "date": "2019", "args": [("Poland", "receiver", S), theme("20 HIMARS", 20)]},
            {"at": "requested", **BUY, "status": "requested", "args": [("Poland", "receiver", S), theme("200 more HIMARS", 200)]},
        ]),
        [("United States", "Poland", "HIMARS", 20, "ordered", "2019"), ("United States", "Poland", "HIMARS", 200, "requested")],
        id="another-order-is-another-deal",
    ),
    pytest.param(
        Sample("Turkey ordered Su-35 in 2019 and ordered Su-35 in 2022.", TWO, [
            {"at": "ordered", **BUY, "date": "2019", "args": [("Turkey", "receiver", S), theme("Su-35")]},
            {"at": "ordered", "after": 20, **BUY, "date": "2022", "args": [("Turkey", "receiver", S), theme("Su-35")]},
        ]),
        [("Russia", "Turkey", "Su-35", "2019"), ("Russia", "Turkey", "Su-35", "2022")],
        id="two-years",
    ),
    pytest.param(
        Sample("Arsenal bought a player.\nArsenal can supply ammunition to Poland.", {"Arsenal": "Arsenal", "ammunition": "ammunition"}, [
            {"at": "bought", **BUY, "args": [("Arsenal", "receiver", S), theme("a player")]},
            {"at": "supply", **DELIVER, "modality": "possible", "args": [("Arsenal", "giver", S), theme("ammunition")]},
        ]),
        [],
        id="no-weapon-no-deal",
    ),
    pytest.param(
        Sample("Turkey bought Su-35 and other Russian weapons from Russia.", {**TWO, "weapons": "weapons"}, [
            {"at": "bought", **BUY, "args": [("Turkey", "receiver", S), theme("Su-35"), theme("other Russian [weapons]"), ("Russia", "giver", {"preposition": "from"})]},
        ]),
        [("Russia", "Turkey", "Su-35", None, "ordered")],
        id="class-beside-its-members",
    ),
    pytest.param(
        Sample("Russia and Turkey concluded an agreement under which the Turkish Navy will lease Su-35.", {**TWO, "Turkish Navy": "Turkish Navy"}, [
            {"at": "concluded", **SIGN, "args": [("Russia", "partner", S), ("Turkey", "partner"), theme("an agreement")]},
            {"at": "lease", "relation_type": "BUYS", "status": "ordered", "kind": "lease", "modality": "planned", "args": [("the Turkish [Navy]", "receiver", S), theme("Su-35")]},
        ]),
        [("Russia", "Turkey", "Su-35", None, "ordered", "lease", "Turkish Navy")],
        id="partners-of-the-sentence-and-operator",
    ),
    pytest.param(
        Sample("Turkey bought F-16 from an unnamed dealer.", {"Turkey": "Turkey", "F-16": "F-16"}, [
            {"at": "bought", **BUY, "args": [("Turkey", "receiver", S), theme("F-16"), ("an unnamed dealer", "giver")]},
        ]),
        [],
        id="unknown-giver-is-not-guessed",
    ),
    pytest.param(
        Sample("Poland signed for 24 second-hand F-16 from Estonia.", {"Poland": "Poland", "F-16": "F-16", "Estonia": "Estonia"}, [
            {"at": "signed", **SIGN, "args": [("Poland", "partner", S), theme("24 second-hand [F-16] from Estonia", 24)]},
        ]),
        [("Estonia", "Poland", "F-16", 24, "ordered")],
        id="giver-within-the-theme",
    ),
]  # fmt: skip


def facts(deal):
    """Return every cell that a row may ask for."""
    return {
        deal.supplier, deal.recipient, deal.weapon, deal.quantity, deal.value, deal.status, deal.kind, deal.ordered, deal.delivered,
        *deal.manufacturer, *deal.operators,
    }  # fmt: skip


@pytest.mark.parametrize(("sample", "expected"), ROWS)
def test_deals(sample, expected):
    found = deals(sample)
    assert len(found) == len(expected), [(d.supplier, d.recipient, d.weapon, d.status) for d in found]
    ordered = sorted(found, key=lambda d: (d.weapon, d.recipient, d.ordered == "", d.ordered, d.quantity or 0))
    for deal, row in zip(ordered, expected, strict=True):
        assert set(row) <= facts(deal), deal


def test_supplier_without_entity_has_no_id():
    found = deals(ROWS[[r.id for r in ROWS].index("supplier-from-origin-without-its-entity")].values[0])
    assert [(d.supplier, d.supplier_id) for d in found] == [("Russia", "")]


def test_no_price_where_it_is_shared():
    found = deals(ROWS[[r.id for r in ROWS].index("shared-number-is-not-multiplied")].values[0])
    assert [(d.quantity, d.value, d.currency) for d in found] == [(None, None, "")] * 2
