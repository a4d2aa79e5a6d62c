"""English tokens for texts about arms: spaCy's rules with the changes below, the same in training and in use.

Whole: designations (`S-400`, `F-16C/D`, `AN/TPS-80`, `TF-X`, `Pantsir-S1`), words behind a bound prefix (`anti-tank`,
`co-develop`, `mid-2020s`), runs of one mark (`!!!`), abbreviated ranks (`Brig.`).
Split: other hyphens beside letters (`air - defence`, `7.87 - billion - euro`), dashes without blanks, a currency
sign and a scale at a number (`$ 2.3 bn`, `A$ 368 billion`, `£ 105 m`).
All of it is patterns and exceptions, which a saved pipeline carries itself: loading it needs no code from here.
"""

import re

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

HYPHEN = "[-\u2010\u2011]"
# Prefixes that Universal Dependencies keeps with the word they are bound to; "self-" and "vice-" are split there.
BOUND_PREFIXES = "anti|co|counter|ex|mid|multi|non|post|pre|pro|re|semi|sub|un|e"
ABBREVIATIONS = (
    *("Amb.", "Brig.", "Capt.", "Cdr.", "Cmdr.", "Cmdre.", "Col.", "Cpl.", "Gens.", "Govs.", "Hon.", "Lt.", "Maj."),
    *(
        "Pres.",
        "Pvt.",
        "Reps.",
        "Sens.",
        "Sgt.",
        "Ft.",
        "Mt.",
        "etc.",
        "approx.",
        "Cos.",
        "Ltd.",
        "Pty.",
        "Pvt.",
        "Sr.",
    ),
)

_DESIGNATIONS = (
    # F-16, Su-30MKI, M1A2, T-90MS, F-16C/D, AH-64D/E, GBU-39/B, Mi-17V-5, AIM-120C-7, S-400s
    rf"[A-Z][A-Za-z]{{0,7}}{HYPHEN}?\d{{1,4}}[A-Za-z]{{0,5}}\d{{0,2}}(?:{HYPHEN}\d{{1,3}})?(?:/[A-Z]{{1,2}})*s?",
    # F/A-18E/F, AN/TPS-80, AN/ALQ-254(V)1, CZ/SK-2
    rf"[A-Z]{{1,3}}/[A-Z]{{1,5}}{HYPHEN}\d{{1,4}}[A-Z]{{0,3}}(?:\([A-Z]\)\d*)?(?:/[A-Z]{{1,2}})*s?",
    # SS-N-22, SA-N-4
    rf"[A-Z]{{1,3}}{HYPHEN}[A-Z]{{1,2}}{HYPHEN}\d{{1,3}}[A-Z]?s?",
    # 9M729, 2S19M2, 3M-54
    rf"\d{{1,2}}[A-Z]{{1,2}}{HYPHEN}?\d{{1,4}}[A-Z]{{0,3}}\d?s?",
    # TF-X, KF-X, Anka-S, Rafale-M, Pantsir-S1, Arrow-II
    rf"[A-Z][A-Za-z]+{HYPHEN}(?:[A-Z]|[A-Z]{{1,3}}\d{{1,3}}[A-Z]{{0,2}}|II|III|IV|VI|VII|VIII|IX)s?",
)
_WHOLE = (
    *_DESIGNATIONS,
    rf"(?:{BOUND_PREFIXES}){HYPHEN}\w+",
    rf"(?:{BOUND_PREFIXES.title()}){HYPHEN}\w+",
    r"([!?=_*~#+-])\1+",
)
_PREFIXES = (r"(?:US|A|AU|C|CA|NZ|HK|NT|S|R)\$",)
_SUFFIXES = (
    r"[!?]{2,}",
    r"(?<=[0-9])(?:bn|bln|mn|mln|m|k|tn|trn|B)",
    # "the F-35B.", "the TF-X."
    r"(?<=[0-9-][A-Z])\.",
)
_INFIXES = (
    r"[—–]|--+",
    # 7.87-billion-euro, 20-year-old, S-400-type
    rf"(?<=[0-9]){HYPHEN}(?=[a-z]{{2,}})",
    # F-35B-related, 100m-plus; U.S.-made
    rf"(?<=[0-9][A-Za-z]){HYPHEN}(?=[a-z]{{2,}})",
    rf"(?<=[A-Z]\.){HYPHEN}(?=[A-Za-z])",
    r"(?<=[A-Za-z])[\u2010\u2011](?=[A-Za-z])",
    r"(?<=[a-z]):(?=[A-Z])",
)


def english_tokenizer(nlp: Language) -> Tokenizer:
    """Make the tokenizer described above.

    Args:
        nlp: A pipeline of the English language; its vocabulary is shared.

    Returns:
        A tokenizer for `nlp.tokenizer`.
    """
    defaults = nlp.Defaults
    rules = dict(defaults.tokenizer_exceptions or {})
    for abbreviation in ABBREVIATIONS:
        rules[abbreviation] = [{"ORTH": abbreviation}]
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=spacy.util.compile_prefix_regex([*_PREFIXES, *(defaults.prefixes or ())]).search,
        suffix_search=spacy.util.compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or ())]).search,
        infix_finditer=spacy.util.compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer,
        token_match=re.compile("^(?:" + "|".join(_WHOLE) + ")$").match,
        url_match=defaults.url_match,
    )
