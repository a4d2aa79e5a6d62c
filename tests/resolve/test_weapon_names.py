import pytest

from graphbuilder.resolve.weapons import answers_to, base, class_name, compare_weapons


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("F-16C/D Block 70", "F-16", id="variant"),
        pytest.param("Leopard 2A6", "Leopard 2", id="variant without dash"),
        pytest.param("S-400s", "S400", id="plural and dash"),
        pytest.param("TB2", "Bayraktar TB2", id="last part"),
        pytest.param("MiGs", "MiG-29", id="letters alone"),
    ],
)
def test_names_of_one_weapon(left: str, right: str) -> None:
    assert compare_weapons(left, right).score >= 0.7


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Su-30", "Su-35", id="Su-30 and Su-35"),
        pytest.param("S-300", "S-400", id="S-300 and S-400"),
        pytest.param("Leopard 1A5", "Leopard 2A6", id="tank generations"),
    ],
)
def test_designations_that_differ_never_link(left: str, right: str) -> None:
    verdict = compare_weapons(left, right)
    assert verdict.forbidden
    assert verdict.score == 0


def test_weapon_and_other_word_do_not_link() -> None:
    assert compare_weapons("Rafale", "Gripen").score == 0


@pytest.mark.parametrize(
    ("noun", "category", "kind", "nouns", "expected"),
    [
        pytest.param("jet", "aircraft", "fighter", (), True, id="jet is a fighter"),
        pytest.param("jet", "aircraft", "helicopter", (), False, id="jet is no helicopter"),
        pytest.param("system", "air defence systems", "", (), True, id="system"),
        pytest.param("missile", "armoured vehicles", "tank", (), False, id="tank is no missile"),
        pytest.param("howitzer", "", "", ("howitzer",), True, id="the article's own noun"),
        pytest.param("drone", "aircraft", "fighter", (), False, id="fighter is no drone"),
        pytest.param("boat", "ships", "submarine", (), True, id="boat is a submarine"),
    ],
)
def test_answers_to(noun: str, category: str, kind: str, nouns: tuple[str, ...], expected: bool) -> None:
    assert answers_to(noun, category, kind, frozenset(nouns)) is expected


def test_base_and_class_name() -> None:
    assert base("T-90MS") == "T-90"
    assert class_name("Transport helicopters") == class_name("transport helicopter")
    assert class_name("missile batteries") == class_name("missile battery")
    assert class_name("torpedoes") == class_name("torpedo")
    assert class_name("air-defense systems") == class_name("air defence system")
