import pytest

from graphbuilder.resolve.persons import compare_persons, person_name

SAME = 0.7


@pytest.mark.parametrize(
    ("text", "given", "surname"),
    [
        pytest.param("Manohar Parrikar", ("Manohar",), "Parrikar", id="two words"),
        pytest.param("Recep Tayyip Erdoğan", ("Recep", "Tayyip"), "Erdogan", id="accents go"),
        pytest.param("Jean-Yves Le Drian", ("Jean-Yves",), "Le Drian", id="particle"),
        pytest.param("Mohammed bin Salman", ("Mohammed",), "bin Salman", id="patronymic"),
        pytest.param("Le Drian", (), "Le Drian", id="bare with particle"),
        pytest.param("Ben Wallace", ("Ben",), "Wallace", id="given name that looks like a particle"),
        pytest.param("Lloyd Austin III", ("Lloyd",), "Austin", id="number behind"),
        pytest.param("Parrikar's", (), "Parrikar", id="possessive"),
    ],
)
def test_person_name_takes_names_apart(text: str, given: tuple[str, ...], surname: str) -> None:
    name = person_name(text)
    assert (name.given, name.surname) == (given, surname)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Recep Tayyip Erdogan", "Tayyip Erdogan", id="second given name"),
        pytest.param("V. Putin", "Vladimir Putin", id="initial"),
        pytest.param("J. D. Vance", "J.D. Vance", id="initials with and without blank"),
        pytest.param("Sergei Shoigu", "Sergey Shoygu", id="transliteration"),
        pytest.param("Volodymyr Zelensky", "Volodymyr Zelenskyy", id="transliteration of the ending"),
        pytest.param("Joe Biden", "Joseph Biden", id="short form"),
        pytest.param("Erdogan", "Recep Tayyip Erdoğan", id="surname"),
        pytest.param("Assad", "Bashar al-Assad", id="surname without particle"),
        pytest.param("Pedro Sanchez", "Pedro Sanchez Castejon", id="second surname"),
    ],
)
def test_names_of_one_person(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        verdict = compare_persons(person_name(one), person_name(other))
        assert verdict.score >= SAME
        assert verdict.reason


@pytest.mark.parametrize(
    ("left", "right", "forbidden"),
    [
        pytest.param("Haluk Bayraktar", "Selcuk Bayraktar", True, id="brothers"),
        pytest.param("Kim Jong Un", "Kim Yo Jong", False, id="family name first"),
        pytest.param("Salman", "Mohammed bin Salman", False, id="father"),
        pytest.param("Dmitry Shugaev", "Dmitry Peskov", False, id="same given name"),
        pytest.param("Ivan Petrov", "Igor Petrov", True, id="other given name with one initial"),
    ],
)
def test_names_of_two_persons(left: str, right: str, forbidden: bool) -> None:
    verdict = compare_persons(person_name(left), person_name(right))
    assert verdict.score < SAME
    assert verdict.forbidden is forbidden


def test_first_name_alone_counts_less_than_surname() -> None:
    full = person_name("Xi Jinping")
    first = compare_persons(person_name("Xi"), full)
    last = compare_persons(person_name("Jinping"), full)
    assert 0 < first.score < last.score
