import pytest

from graphbuilder.resolve.organizations import compare_organizations, core, initials, is_acronym


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hanwha Defense Co., Ltd.", "Hanwha Defense", id="two forms"),
        pytest.param("the Boeing Company", "Boeing", id="article"),
        pytest.param("Saab AB", "Saab", id="Swedish"),
        pytest.param("Corporation", "Corporation", id="never empty"),
    ],
)
def test_core_drops_legal_form(text: str, expected: str) -> None:
    assert core(text) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Lockheed Martin", "Lockheed Martin Corp.", id="legal form"),
        pytest.param("HAL", "Hindustan Aeronautics Limited", id="initials with legal form"),
        pytest.param("DSCA", "Defense Security Cooperation Agency", id="initials"),
        pytest.param("TECRO", "Taipei Economic and Cultural Representative Office", id="initials without small words"),
        pytest.param("Dassault", "Dassault Aviation", id="opening word"),
        pytest.param("Rosoboroneksport", "Rosoboronexport", id="transliteration"),
    ],
)
def test_names_of_one_organization(left: str, right: str) -> None:
    assert compare_organizations(left, right).score >= 0.7
    assert compare_organizations(right, left).score >= 0.7


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("General Dynamics", "General Electric", id="generic first word"),
        pytest.param("Aviation", "Dassault Aviation", id="generic word alone"),
        pytest.param("Ministry of Defence", "Ministry of Finance", id="two ministries"),
        pytest.param("37th Brigade", "38th Brigade", id="numbers"),
        pytest.param("UN", "UN Board of Inquiry", id="a body and a part of it"),
        pytest.param("IAI", "Hindustan Aeronautics Limited", id="other initials"),
    ],
)
def test_names_of_two_organizations(left: str, right: str) -> None:
    assert compare_organizations(left, right).score < 0.7


def test_acronyms() -> None:
    assert is_acronym("TECRO")
    assert not is_acronym("Tecro")
    assert not is_acronym("Saab AB")
    assert "IAI" in initials("Israel Aerospace Industries")
