"""From name sets to texts with names."""

import random
from pathlib import Path

import pytest
import spacy

from graphbuilder.parse.tokenizer import english_tokenizer
from graphbuilder.training.defence import read_defence
from graphbuilder.training.evaluate import score_names
from graphbuilder.training.gum_names import read_gum_names
from graphbuilder.training.name_corpus import join_texts, load_name_corpus
from graphbuilder.training.name_sets import place_type, read_gold_names, read_name_set, resolve_type, tag_runs
from graphbuilder.training.name_swaps import Pool, gather_pool, regions, swap_names
from graphbuilder.training.name_text import NameText, join_words, make_name_doc
from graphbuilder.training.silver import complete, find_silver
from graphbuilder.training.weapon_sentences import weapon_sentences


def named(item: NameText) -> list[tuple[str, str]]:
    return [(item.text[start:end], label) for start, end, label in item.names]


def test_join_words_puts_blanks_where_english_does() -> None:
    words = ["He", "said", '"', "it", "'s", "$", "5", '"', "(", "twice", ")", "."]
    text, places = join_words(words)
    assert text == 'He said "it\'s $5" (twice).'
    assert [text[start:end] for start, end in places] == words


@pytest.mark.parametrize(
    ("tags", "runs"),
    [
        pytest.param(["I-PER", "I-PER", "O"], [(0, 2, "PER")], id="without B"),
        pytest.param(["B-PER", "B-PER"], [(0, 1, "PER"), (1, 2, "PER")], id="neighbours"),
        pytest.param(["I-PER", "I-ORG"], [(0, 1, "PER"), (1, 2, "ORG")], id="change of label"),
    ],
)
def test_tag_runs(tags: list[str], runs: list[tuple[int, int, str]]) -> None:
    assert list(tag_runs(tags)) == runs


@pytest.mark.parametrize(
    ("name", "label"),
    [("South Korea", "GPE"), ("Lake Orr", "LOC"), ("Orr Airport", "FAC"), ("Tampa", "GPE"), ("the Black Sea", "LOC")],
)
def test_place_type(name: str, label: str) -> None:
    assert place_type(name) == label


@pytest.mark.parametrize(
    ("kind", "name", "label"),
    [
        ("PERSON", "for Central Asia", ""),
        ("ORG", "Turkish", "NORP"),
        ("ORG", "Turkey", "GPE"),
        ("PEOPLE", "Ruritanians", "NORP"),
        ("PEOPLE", "Denmark", "GPE"),
        ("ORG", "Kestrel Works", "ORG"),
    ],
)
def test_resolve_type(kind: str, name: str, label: str) -> None:
    assert resolve_type(kind, name) == label


def test_name_set_for_learning(corpora: Path) -> None:
    first, second = read_name_set(corpora / "names" / "gmb-sample.iob")
    assert named(first) == [
        ("Anna Bell", "PERSON"),
        ("Ruritania", "GPE"),
        ("Russian", "NORP"),
        ("Lake Orr", "LOC"),
    ]
    assert named(second) == [("Kestrel Works", "ORG")]
    assert [second.text[start:end] for start, end in second.silent] == ["Magnum"]


def test_names_without_a_type_of_ours_are_no_names(tmp_path: Path) -> None:
    lines = ["They\tO", "play\tO", "Russian\tB-song", "Nights\tI-song", "for\tO", "Polish\tB-misc", "fans\tO"]
    (tmp_path / "x.iob").write_text("\n".join(lines), encoding="utf-8")
    (item,) = read_name_set(tmp_path / "x.iob")
    assert named(item) == [("Polish", "NORP")]
    assert item.silent == ()


def test_name_set_for_measuring_is_left_as_it_is(corpora: Path) -> None:
    first, _ = read_gold_names(corpora / "names" / "gmb-sample.iob")
    assert ("Prime Minister Anna Bell", "PERSON") in named(first)
    assert ("Lake Orr", "PLACE") in named(first)


def test_gum_names_stand_around_proper_nouns(corpora: Path) -> None:
    first, second = read_gum_names(corpora / "syntax" / "gum-train.conllu")
    assert named(first) == [("Ruritania", "GPE")]
    assert named(second) == [("Jan Kos", "PERSON")]


def test_defence_names_and_descriptions(corpora: Path) -> None:
    first, second = read_defence(corpora / "defence" / "uk-government")
    assert named(first) == [("Anna Bell", "PERSON")]
    assert [first.text[start:end] for start, end in first.silent] == ["Ruritanian"]
    assert named(second) == [("Kestrel Works", "ORG")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It cost $2.3 billion.", [("$2.3 billion", "MONEY")]),
        ("It cost A$368bn or 5 million euros.", [("A$368bn", "MONEY"), ("5 million euros", "MONEY")]),
        ("On March 5, 2019 and since 2014.", [("March 5, 2019", "DATE"), ("2014", "DATE")]),
        ("They march last year.", [("last year", "DATE")]),
        ("A range of 250 km.", [("250 km", "QUANTITY")]),
        ("Turkish pilots saw 2,500 men.", [("Turkish", "NORP")]),
    ],
)
def test_silver(text: str, names: list[tuple[str, str]]) -> None:
    assert [(text[start:end], label) for start, end, label in find_silver(text)] == names


@pytest.mark.parametrize(
    "text", ["He flew an F-16 home.", "After the Gulf War they left.", "They landed at Orr Airport."]
)
def test_doubtful_places_are_silent(text: str) -> None:
    assert complete(text, [], []).silent


def test_doc_says_what_is_missing() -> None:
    nlp = spacy.blank("en")
    doc = make_name_doc(nlp, NameText("Anna saw Magnum in Rome", ((0, 4, "PERSON"), (19, 23, "GPE")), ((9, 15),)))
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Anna", "PERSON"), ("Rome", "GPE")]
    assert [token.ent_iob_ for token in doc] == ["B", "O", "", "O", "B"]


def test_joined_texts_keep_their_names() -> None:
    items = [NameText("Anna left.", ((0, 4, "PERSON"),), ((5, 9),)), NameText("Rome fell.", ((0, 4, "GPE"),))] * 20
    joined = list(join_texts(items, random.Random(1)))
    assert len(joined) < 40
    assert [name for item in joined for name in named(item)] == [("Anna", "PERSON"), ("Rome", "GPE")] * 20
    assert {item.text[start:end] for item in joined for start, end in item.silent} == {"left"}


def test_swapped_names_keep_their_places() -> None:
    item = NameText("Anna Bell left Rome for Magnum.", ((0, 9, "PERSON"), (15, 19, "GPE")), ((24, 30),))
    swapped = swap_names(item, random.Random(3), Pool(("Kos",), ()))
    assert [label for _, label in named(swapped)] == ["PERSON", "GPE"]
    assert "Anna" not in swapped.text
    assert [swapped.text[start:end] for start, end in swapped.silent] == ["Magnum"]


def test_pool_holds_family_names_and_organizations_of_texts() -> None:
    pool = gather_pool([NameText("Anna Zebulon left Kestrel Works", ((0, 12, "PERSON"), (18, 31, "ORG")))])
    assert "Zebulon" in pool.families
    assert {"Kestrel Works", "Lockheed Martin"} <= set(pool.organizations)


def test_organizations_are_swapped_for_others_of_the_pool() -> None:
    item = NameText("Kestrel Works", ((0, 13, "ORG"),))
    swapped = {swap_names(item, random.Random(seed), Pool((), ("Orr Yards",))).text for seed in range(20)}
    assert swapped == {"Kestrel Works", "Orr Yards"}


def test_regions_are_plain_names() -> None:
    assert "Ontario" in regions()
    assert not [name for name in regions() if "[" in name or "(" in name]


def test_weapon_sentences_are_the_same_each_time_and_whole_tokens() -> None:
    items = list(weapon_sentences(1, seed=7))
    assert items == list(weapon_sentences(1, seed=7))
    assert items != list(weapon_sentences(1, seed=8))
    nlp = spacy.blank("en")
    nlp.tokenizer = english_tokenizer(nlp)
    weapons = [item for item in items if any(label == "WEAPON" for *_, label in item.names)]
    assert len(weapons) > 100
    assert all(
        item.text[start:end].strip() == item.text[start:end] != "" for item in items for start, end, _ in item.names
    )
    assert sum(len(make_name_doc(nlp, item).ents) for item in items) >= 0.98 * sum(len(item.names) for item in items)


def test_corpus_leaves_out_what_is_measured_on(corpora: Path) -> None:
    (corpora / "names" / "wikigold.iob").write_text("Zebulon\tI-PER\n", encoding="utf-8")
    (corpora / "names" / "crossner-politics-dev.iob").write_text("Zebulon\tB-person\n", encoding="utf-8")
    (corpora / "names" / "uner-ewt-test.iob").write_text("Zebulon\tB-PER\n", encoding="utf-8")
    corpus = load_name_corpus(corpora, seed=0)
    assert not [item.text for item in [*corpus.train, *corpus.dev] if "Zebulon" in item.text]


def test_scores_count_exact_spans_and_skip_silent_places() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "Anna"},
            {"label": "PERSON", "pattern": "Rome"},
            {"label": "PERSON", "pattern": "Bo"},
        ]
    )
    items = [NameText("Anna Bell left Rome with Bo", ((0, 9, "PERSON"), (25, 27, "PERSON")), ((15, 19),))]
    values = {figure.name: figure.value for figure in score_names(nlp, "x", items, ["PERSON"])}
    assert (values["PERSON P"], values["PERSON R"], values["PERSON F1"]) == (0.5, 0.5, 0.5)
