"""Amounts of money and counts of things."""

import pytest
from written_trees import node, sentence

from graphbuilder.extract.amounts import counted_noun, money_in, number_of, quantity_of
from graphbuilder.parse.syntax import Sentence

BOUGHT = "They/PRP/2/nsubj bought=buy/VBD/0/root "


def amounts(text: str, start: int = 0) -> list[tuple[str, int, str]]:
    found = money_in(Sentence(0, start, start + len(text), text, []))
    return [(text[each.start - start : each.end - start], each.value, each.currency) for each in found]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        pytest.param("for $2.3bn.", ("$2.3bn", 2_300_000_000, "USD"), id="sign and bn"),
        pytest.param("worth EUR 7.87bn", ("EUR 7.87bn", 7_870_000_000, "EUR"), id="code in front"),
        pytest.param(
            "the A$368 billion plan", ("A$368 billion", 368_000_000_000, "AUD"), id="sign of letter and dollar"
        ),
        pytest.param("US$450 million", ("US$450 million", 450_000_000, "USD"), id="two letters and dollar"),
        pytest.param("C$19 billion", ("C$19 billion", 19_000_000_000, "CAD"), id="Canadian"),
        pytest.param("some SEK 39.3 bn", ("SEK 39.3 bn", 39_300_000_000, "SEK"), id="code, blank before bn"),
        pytest.param("a 7.87-billion-euro deal", ("7.87-billion-euro", 7_870_000_000, "EUR"), id="hyphens"),
        pytest.param("roughly 200 million euros", ("200 million euros", 200_000_000, "EUR"), id="word behind"),
        pytest.param("a £105m order", ("£105m", 105_000_000, "GBP"), id="m"),
        pytest.param("Rs 59,000 crore", ("Rs 59,000 crore", 590_000_000_000, "INR"), id="crore"),
        pytest.param("₹300 lakh", ("₹300 lakh", 30_000_000, "INR"), id="lakh"),
        pytest.param(
            "630 million Norwegian crowns", ("630 million Norwegian crowns", 630_000_000, "NOK"), id="crowns of a state"
        ),
        pytest.param("2.5bn Swiss francs", ("2.5bn Swiss francs", 2_500_000_000, "CHF"), id="francs of a state"),
        pytest.param("4.9 billion zlotys", ("4.9 billion zlotys", 4_900_000_000, "PLN"), id="zlotys"),
        pytest.param("12 trillion won", ("12 trillion won", 12_000_000_000_000, "KRW"), id="trillion"),
        pytest.param("only $1,250,000 left", ("$1,250,000", 1_250_000, "USD"), id="commas"),
        pytest.param("500,000 dollars", ("500,000 dollars", 500_000, "USD"), id="commas, word behind"),
        pytest.param("two billion dollars", ("two billion dollars", 2_000_000_000, "USD"), id="number word"),
        pytest.param(
            "300 million Saudi riyals", ("300 million Saudi riyals", 300_000_000, "SAR"), id="riyals of a state"
        ),
        pytest.param("€800 thousand", ("€800 thousand", 800_000, "EUR"), id="thousand"),
        pytest.param("$ 90 million", ("$ 90 million", 90_000_000, "USD"), id="blank behind the sign"),
        pytest.param("USD 12.5 million", ("USD 12.5 million", 12_500_000, "USD"), id="USD"),
    ],
)
def test_money(text: str, amount: tuple[str, int, str]) -> None:
    assert amounts(text) == [amount]
    assert amounts(text, start=1000) == [amount]  # offsets count from the article's start


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("20 F-16s and 300 soldiers", id="counts"),
        pytest.param("in 2019", id="year"),
        pytest.param("The euro fell.", id="currency without number"),
        pytest.param("a multi-billion-dollar deal", id="vague"),
        pytest.param("Su-35 and Mk 2", id="designations"),
    ],
)
def test_no_money(text: str) -> None:
    assert amounts(text) == []


def test_several_amounts_stand_in_text_order() -> None:
    assert [value for _, value, _ in amounts("€2m, then $1.5 bn and 40 million pounds")] == [
        2_000_000,
        1_500_000_000,
        40_000_000,
    ]


@pytest.mark.parametrize(
    ("tree", "word", "quantity"),
    [
        pytest.param("a/DT/4/det dozen/NN/5/compound jets=jet/NNS/2/obj", "jets", (12, ""), id="a dozen"),
        pytest.param("a/DT/4/det dozen/CD/5/nummod jets=jet/NNS/2/obj", "jets", (12, ""), id="a dozen as number"),
        pytest.param("some/DT/4/advmod 500/CD/5/nummod shells=shell/NNS/2/obj", "shells", (500, ""), id="some 500"),
        pytest.param(
            "about/RB/4/advmod two/CD/5/nummod dozen/NN/6/compound tanks=tank/NNS/2/obj",
            "tanks",
            (24, ""),
            id="about two dozen",
        ),
        pytest.param(
            "more/JJR:ADJ/5/advmod than/IN/3/fixed 200/CD/6/nummod tanks=tank/NNS/2/obj",
            "tanks",
            (200, ""),
            id="more than 200",
        ),
        pytest.param(
            "up/RB/5/advmod to/IN/3/fixed five/CD/6/nummod ships=ship/NNS/2/obj", "ships", (5, ""), id="up to five"
        ),
        pytest.param(
            "sixty/CD/5/compound ~-/HYPH:PUNCT/5/punct ~six/CD/6/nummod jets=jet/NNS/2/obj", "jets", (66, ""), id="sixty-six"
        ),
        pytest.param("1,000/CD/4/nummod trucks=truck/NNS/2/obj", "trucks", (1000, ""), id="comma"),
        pytest.param("2/CD/4/compound million/CD/5/nummod shells=shell/NNS/2/obj", "shells", (2_000_000, ""), id="million"),
        pytest.param("three/CD/4/compound hundred/CD/5/nummod men=man/NNS/2/obj", "men", (300, ""), id="hundred"),
        pytest.param(
            "one/CD/4/compound hundred/CD/7/nummod and/CC/6/cc twenty/CD/4/conj guns=gun/NNS/2/obj",
            "guns",
            (120, ""),
            id="hundred and twenty",
        ),
        pytest.param("six/CD/4/nummod F-16s/NNPS/2/obj", "F-16s", (6, ""), id="of a name"),
        pytest.param("36/CD/5/nummod Rafale/NNP/5/compound jets=jet/NNS/2/obj", "jets", (36, ""), id="name between"),
        pytest.param(
            "two/CD/4/nummod battalions=battalion/NNS/2/obj of/IN/6/case howitzers=howitzer/NNS/4/nmod",
            "battalions",
            (2, "battalion"),
            id="two battalions of",
        ),
        pytest.param(
            "a/DT/4/det pair/NN/2/obj of/IN/6/case boats=boat/NNS/4/nmod", "pair", (2, "pair"), id="a pair of"
        ),
        pytest.param(
            "four/CD/2/obj of/IN/6/case 13/CD/6/nummod frigates=frigate/NNS/3/nmod", "four", (4, ""), id="four of 13"
        ),
        pytest.param("the/DT/5/det last/JJ/5/amod batch/NN/2/obj", "batch", (None, "batch"), id="unit alone"),
        pytest.param("a/DT/4/det hundred/CD/5/nummod guns=gun/NNS/2/obj", "guns", (100, ""), id="a hundred"),
        pytest.param("dozens=dozen/NNS/2/obj of/IN/5/case guns=gun/NNS/3/nmod", "dozens", (None, ""), id="dozens of"),
        pytest.param(
            "two/CD/4/nummod dozen/NN/2/obj of/IN/7/case the/DT/7/det guns=gun/NNS/4/nmod", "dozen", (24, ""), id="two dozen of"
        ),
        pytest.param("the/DT/4/det tanks=tank/NNS/2/obj", "tanks", (None, ""), id="uncounted"),
        pytest.param("hundreds=hundred/NNS/2/obj of/IN/5/case guns=gun/NNS/3/nmod", "hundreds", (None, ""), id="hundreds of"),
        pytest.param(
            "Leopard/NNP/5/compound 2/CD/3/nummod tanks=tank/NNS/2/obj", "tanks", (None, ""), id="number of a name"
        ),
        pytest.param("Leopard/NNP/2/obj 2/CD/3/nummod", "Leopard", (None, ""), id="number behind a name"),
    ],
)  # fmt: skip
def test_quantity(tree: str, word: str, quantity: tuple[int | None, str]) -> None:
    assert quantity_of(node(sentence(BOUGHT + tree)[0], word)) == quantity


@pytest.mark.parametrize(
    ("tree", "word", "counted"),
    [
        pytest.param(
            "two/CD/4/nummod regiments=regiment/NNS/2/obj of/IN/6/case guns=gun/NNS/4/nmod",
            "regiments",
            "guns",
            id="unit",
        ),
        pytest.param("four/CD/2/obj of/IN/5/case frigates=frigate/NNS/3/nmod", "four", "frigates", id="number"),
        pytest.param("parts=part/NNS/2/obj from/IN/5/case China/NNP/3/nmod", "parts", None, id="not of"),
        pytest.param("factories=factory/NNS/2/obj of/IN/5/case guns=gun/NNS/3/nmod", "factories", None, id="no unit"),
    ],
)
def test_counted_noun(tree: str, word: str, counted: str | None) -> None:
    inner = counted_noun(node(sentence(BOUGHT + tree)[0], word))
    assert (inner.text if inner else None) == counted


def test_words_without_number_have_no_value() -> None:
    tree = sentence("the/DT/2/det tanks=tank/NNS/0/root")[0]
    assert number_of(tree.nodes) is None
    assert number_of([]) is None
