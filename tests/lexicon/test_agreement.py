import pytest

from graphbuilder.lexicon.agreement import REFUSED, closeness, doubtful, same_case


@pytest.mark.parametrize(
    ("surface", "known", "rank"),
    [
        ("AT4", "AT4", 0),
        ("SU-35", "Su-35", 1),
        ("Su 35", "Su-35", 2),
        ("Su35", "Su-35", 3),
        ("U.S", "U.S.", 2),
        ("Almaz Antey", "Almaz-Antey", 2),
        ("At 14", "AT-14", REFUSED),
        ("an 26", "An-26", REFUSED),
        ("An 26", "An-26", REFUSED),
        ("US 2", "US-2", REFUSED),
        ("F 16", "F-16", REFUSED),
        ("F ( 16", "F-16", REFUSED),
        ("A $ 10", "A-10", REFUSED),
        ("Cx1", "CX-1", REFUSED),
        ("Jaguar ) i", "Jaguar I", REFUSED),
        ("Jaguar is", "Jaguar IS", REFUSED),
    ],
)
def test_closeness(surface, known, rank):
    assert closeness(surface, known) == rank


@pytest.mark.parametrize(
    ("surface", "known", "expected"),
    [
        ("Dana", "DANA", True),
        ("U2", "U-2", True),
        ("S400", "S-400", False),
        ("DANA", "DANA", False),
        ("NEW DELHI", "New Delhi", False),
    ],
)
def test_doubtful(surface, known, expected):
    assert doubtful(surface, known) is expected


@pytest.mark.parametrize(
    ("surface", "known", "allowed"),
    [
        ("TURKEY", "Turkey", True),
        ("turkey", "Turkey", False),
        ("Us", "US", False),
        ("Nato", "NATO", True),
        ("Defence ministry", "Defence Ministry", True),
        ("defence Ministry", "Defence Ministry", False),
        ("al-Sisi", "al-Sisi", True),
        ("SU-35", "Su-35", True),
        ("su-35", "Su-35", False),
    ],
)
def test_same_case(surface, known, allowed):
    assert same_case(surface, known) is allowed
