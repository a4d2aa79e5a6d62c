"""The word tables of the extraction are well formed and fit each other."""

from typing import get_args

import pytest

from graphbuilder.extract.words import frames, light_verbs, operators, units
from graphbuilder.lexicon.tables import DATA, split, table
from graphbuilder.records import Kind, Modality, Polarity, Status

KEYS = {
    "currencies.tsv": ("word",),
    "frames.tsv": ("lemma", "pos"),
    "light_verbs.tsv": ("lemma",),
    "modal_modifiers.tsv": ("word",),
    "modals.tsv": ("lemma",),
    "negators.tsv": ("word", "kind"),
    "numbers.tsv": ("word",),
    "operators.tsv": ("lemma", "complement"),
    "participles.tsv": ("verb",),
    "relation_types.tsv": ("relation_type",),
    "speech.tsv": ("lemma",),
    "time_nouns.tsv": ("noun",),
    "units.tsv": ("noun",),
    "verb_lemmas.tsv": ("lemma",),
}
ROLES = {
    "actor", "authority", "giver", "group", "hearer", "leader", "led", "maker", "member", "operator", "owned", "owner",
    "part", "partner", "payee", "payer", "place", "program", "receiver", "rival", "said", "speaker", "target", "theme",
    "topic", "value", "visitor", "",
}  # fmt: skip
STATUSES = {*get_args(Status), ""}
MODALITIES = {*get_args(Modality), ""}
TABLES = sorted(KEYS)


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_and_single(name: str) -> None:
    keys = [tuple(row[column] for column in KEYS[name]) for row in table(name, *KEYS[name])]
    assert keys
    assert all(key[0] for key in keys)
    assert [key for number, key in enumerate(keys) if key in keys[:number]] == []
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_names_its_source(name: str) -> None:
    assert [row for row in table(name, "source") if not row["source"]] == []


@pytest.mark.parametrize("name", TABLES)
def test_lines_end_in_newline_and_carry_no_stray_blanks(name: str) -> None:
    text = (DATA / name).read_bytes().decode("utf-8")
    assert text.endswith("\n") and "\r" not in text
    assert [line for line in text.splitlines() if line != line.rstrip(" ")] == []


def test_relation_types_of_frames_are_in_the_closed_list() -> None:
    closed = {row["relation_type"] for row in table("relation_types.tsv")}
    assert {frame.relation_type for frame in frames().values()} <= {*closed, ""}


def test_frames_use_known_words() -> None:
    for frame in frames().values():
        assert frame.pos in ("verb", "noun"), frame
        assert {frame.subject, frame.object, *frame.prepositions.values()} <= ROLES, frame
        assert {frame.status, frame.status_planned} <= STATUSES, frame
        assert frame.kind in {*get_args(Kind), ""}, frame
        assert frame.needs.removeprefix("SUBJECT_") in {"WEAPON", "ACTOR", ""}, frame
        assert frame.verb or frame.pos == "verb", frame


def test_prepositions_of_frames_are_pairs() -> None:
    for row in table("frames.tsv"):
        pairs = split(row["prepositions"])
        assert all(pair.count("=") == 1 for pair in pairs), row
        names = [pair.partition("=")[0] for pair in pairs]
        assert len(names) == len(set(names)), row


def test_operators_use_known_words() -> None:
    for operator in operators().values():
        assert operator.complement in ("infinitive", "clause", "noun", "content"), operator
        assert operator.effect in ("refusal", "aspect", "evidence", "command", ""), operator
        assert operator.modality in MODALITIES, operator
        assert operator.polarity in {*get_args(Polarity), ""}, operator
        assert operator.status in STATUSES, operator


@pytest.mark.parametrize(
    ("name", "column"),
    [pytest.param("modals.tsv", "modality", id="modals"), pytest.param("modal_modifiers.tsv", "modality", id="modifiers")],
)  # fmt: skip
def test_modalities_are_known(name: str, column: str) -> None:
    assert {row[column] for row in table(name)} <= MODALITIES


def test_statuses_of_modifiers_are_known() -> None:
    assert {row["status"] for row in table("modal_modifiers.tsv")} <= STATUSES


def test_kinds_are_known() -> None:
    assert {row["kind"] for row in table("numbers.tsv")} <= {
        "article",
        "cardinal",
        "collective",
        "multiplier",
        "ordinal",
    }
    assert {row["kind"] for row in table("negators.tsv")} <= {"adverb", "determiner", "preposition"}
    assert {row["kind"] for row in table("speech.tsv")} <= {"say", "think", "ask", "deny"}
    assert {row["kind"] for row in table("time_nouns.tsv")} <= {"day", "month", "part", "season", "unit", "weekday"}


def test_numbers_have_values() -> None:
    assert all(float(row["value"]) >= 0 for row in table("numbers.tsv"))


def test_currencies_have_three_letters() -> None:
    codes = {row["currency"] for row in table("currencies.tsv")} - {""}
    assert all(len(code) == 3 and code.isupper() for code in codes)


def test_units_know_their_plurals() -> None:
    assert units()["batteries"] == units()["battery"] == "battery"
    assert set(units().values()) <= set(units())


def test_verbs_of_the_tables_have_known_base_forms() -> None:
    """Otherwise a misread inflection could never find its frame."""
    known = {row["lemma"] for row in table("verb_lemmas.tsv")}
    verbs = {frame.lemma for frame in frames().values() if frame.pos == "verb" and " " not in frame.lemma}
    assert sorted((verbs | set(light_verbs())) - known) == []
