"""Tokens of texts about arms."""

import pytest
import spacy
from spacy.language import Language

from graphbuilder.parse.tokenizer import english_tokenizer


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("en")
    blank.tokenizer = english_tokenizer(blank)
    return blank


WHOLE = (
    "S-400 S-400s F-16C/D Su-30MKI AN/TPS-80 9M729 MiG-35 TF-X T-90MS AH-1Z K2 JF-17 Mi-17V-5 F/A-18E/F SS-N-22 M1A2 "
    "Pantsir-S1 GBU-39/B AIM-120C-7 AN/ALQ-254(V)1 Anka-S mid-2020s anti-tank co-develop U.S. Corp. Gen. Brig. J. 70/72 !!!"
)


@pytest.mark.parametrize("word", WHOLE.split())
def test_whole(nlp: Language, word: str) -> None:
    assert [token.text for token in nlp(f"the {word} of")] == ["the", word, "of"]


SPLIT = [
    ("$2.3bn", "$ 2.3 bn"),
    ("A$368 billion", "A$ 368 billion"),
    ("US$5bn.", "US$ 5 bn ."),
    ("£105m", "£ 105 m"),
    ("7.87-billion-euro", "7.87 - billion - euro"),
    ("air-defence", "air - defence"),
    ("surface-to-air", "surface - to - air"),
    ("U.S.-made", "U.S. - made"),
    ("S-400-type", "S-400 - type"),
    ("F-35B-related", "F-35B - related"),
    ("F-35B.", "F-35B ."),
    ("(S-400)", "( S-400 )"),
    ("S-400's", "S-400 's"),
    ("S-400/S-500", "S-400 / S-500"),
    ("deal—worth", "deal — worth"),
    ("S-400—the", "S-400 — the"),
    ("deal--worth", "deal -- worth"),
    ("2019–20", "2019 – 20"),
    ("155mm", "155 mm"),
    ("don't", "do n't"),
    ("Turkey’s", "Turkey ’s"),
    ("J. D. Vance", "J. D. Vance"),
]


@pytest.mark.parametrize(("text", "tokens"), SPLIT, ids=[text for text, _ in SPLIT])
def test_split(nlp: Language, text: str, tokens: str) -> None:
    assert [token.text for token in nlp(text)] == tokens.split(" ")


def test_saved_pipeline_keeps_the_tokens(nlp: Language) -> None:
    text = "A$2.3bn for F-16C/D and AN/TPS-80, air-defence; U.S.-made Lt. Col. mid-2020s"
    loaded = spacy.blank("en").from_bytes(nlp.to_bytes())
    assert [token.text for token in loaded(text)] == [token.text for token in nlp(text)]


def test_text_is_kept(nlp: Language) -> None:
    text = "The  deal —\n\n worth $2.3bn-plus…  is done."
    assert nlp(text).text == text
