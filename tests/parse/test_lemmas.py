"""Base forms of verbs."""

import pytest

from graphbuilder.parse.lemmas import verb_base


@pytest.mark.parametrize(
    ("form", "guess", "base"),
    [
        pytest.param("permitted", "permitt", "permit", id="doubled consonant"),
        pytest.param("supplied", "suppli", "supply", id="ied"),
        pytest.param("supplies", "supplie", "supply", id="ies"),
        pytest.param("leasing", "leas", "lease", id="silent e"),
        pytest.param("purchased", "purchas", "purchase", id="silent e in the past"),
        pytest.param("launches", "launche", "launch", id="es"),
        pytest.param("called", "calle", "call", id="ll stays"),
        pytest.param("selling", "sel", "sell", id="selling"),
        pytest.param("delivers", "delivers", "deliver", id="s"),
        pytest.param("bought", "buy", "buy", id="irregular, known"),
        pytest.param("sold", "sell", "sell", id="irregular, right guess"),
        pytest.param("buy", "buy", "buy", id="base form"),
    ],
)
def test_verb_base(form: str, guess: str, base: str) -> None:
    assert verb_base(form, guess) == base


def test_an_unknown_form_without_ending_keeps_the_guess() -> None:
    assert verb_base("glorp", "glorpx") == "glorpx"
