"""The language of a text."""

import pytest

from graphbuilder.read.language import language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The army of the country has bought tanks from its neighbour.", "en", id="english"),
        pytest.param("Egypt bought tanks from France", "en", id="english-short"),
        pytest.param("Die Armee des Landes hat von dem Nachbarn neue Panzer und Haubitzen gekauft.", "de", id="german"),
        pytest.param("L’armée du pays a acheté des chars et des canons pour la défense de la côte.", "fr", id="french"),
        pytest.param("Армия страны купила новые танки у соседа.", "ru", id="russian"),
        pytest.param("Армія країни купила нові танки у сусідів.", "uk", id="ukrainian"),
        pytest.param("国防部购买了新的坦克。", "zh", id="chinese"),
        pytest.param("国防省は新しい戦車を買った。", "ja", id="japanese"),
        pytest.param("S-400 Su-35", "", id="nothing-tells"),
        pytest.param("12 + 7", "", id="no-letters"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language_of(text) == expected
