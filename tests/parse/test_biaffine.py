"""The components that read trees off whole sentences, with weights drawn at random."""

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graphbuilder.parse import biaffine
from graphbuilder.parse.biaffine_layers import ARC, BUCKETS, LABEL, LAYERS, PRODUCT, WIDTH, distance_buckets
from graphbuilder.parse.biaffine_starts import LONGEST_SENTENCE, doubt_bare_starts, lean_marks, sentence_bounds
from graphbuilder.parse.biaffine_words import OWN_ROWS, TABLE_ROWS, WORD_ROWS, word_rows

TEXTS = (
    "Ruritania bought jets. Freedonia did not.",
    "\n\nRuritania  bought jets.\n\nFreedonia did not.",
    "The deal, signed in May, covers 24 launchers, spare parts and training for the crews of both navies.",
    "Jets.",
)
LABELS = ("ROOT", "obj", "nsubj")


def _random_weights(seed: int = 0) -> tuple[dict[str, Any], dict[str, Any]]:
    numbers = np.random.default_rng(seed)

    def draw(*shape: int) -> Any:
        return numbers.normal(0, 0.2, shape)

    encoder = {"table": draw(TABLE_ROWS, 8), "input.W": draw(16, WIDTH)}
    encoder |= {f"input.{name}": draw(WIDTH) for name in ("b", "gain", "shift")} | {"blank": draw(WIDTH)}
    for layer in range(LAYERS):
        encoder |= {f"layer{layer}.W": draw(3 * WIDTH, 3 * WIDTH), f"layer{layer}.b": draw(3 * WIDTH)}
        encoder |= {f"layer{layer}.V": draw(WIDTH, WIDTH)}
        encoder |= {f"layer{layer}.{name}": draw(WIDTH) for name in ("gain", "shift")}
    parser = {"arc.W": draw(WIDTH, 2 * ARC), "arc.b": draw(2 * ARC), "arc.U": draw(ARC, ARC)}
    parser |= {"arc.near": draw(ARC, BUCKETS), "arc.far": draw(ARC, BUCKETS)}
    parser |= {"label.W": draw(WIDTH, 2 * (LABEL + PRODUCT)), "label.b": draw(LABEL)}
    parser |= {"label.U": draw(LABEL + PRODUCT, len(LABELS)), "label.c": draw(len(LABELS))}
    return encoder, parser | {"start.W": draw(WIDTH, 1), "start.b": draw(1)}


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    encoder, parser = _random_weights()
    pipeline.add_pipe("graphbuilder_encoder", name="encoder").set_weights(encoder)  # type: ignore[attr-defined]
    pipeline.add_pipe("graphbuilder_parser", name="parser").set_weights(parser, LABELS)  # type: ignore[attr-defined]
    return pipeline


def _tree(doc: Doc) -> list[tuple[int, str, bool]]:
    return [(word.head.i, word.dep_, bool(word.is_sent_start)) for word in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_each_sentence_has_one_root_and_keeps_to_itself(nlp: Language, text: str) -> None:
    for sentence in nlp(text).sents:
        roots = [word for word in sentence if word.head is word or word.head.i == word.i]
        assert [word.dep_ for word in roots] == ["ROOT"]
        assert all(sentence.start <= word.head.i < sentence.end for word in sentence)
        assert not any(word.dep_ == "ROOT" for word in sentence if word.head.i != word.i)


def test_other_texts_and_their_order_change_no_bit(nlp: Language) -> None:
    alone = [nlp(text) for text in TEXTS]
    for order in (range(4), (3, 1, 0, 2)):
        together = list(nlp.pipe([TEXTS[place] for place in order], batch_size=3))
        for place, doc in zip(order, together, strict=True):
            assert doc.tensor.tobytes() == alone[place].tensor.tobytes()
            assert _tree(doc) == _tree(alone[place])


def test_forgetting_words_changes_no_bit(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    before = nlp(TEXTS[2]).tensor.tobytes()
    monkeypatch.setattr(biaffine, "MOST_WORDS_KNOWN", 3)
    nlp("Some words that were not known")
    assert len(nlp.get_pipe("encoder")._known) <= 3  # type: ignore[attr-defined]
    assert nlp(TEXTS[2]).tensor.tobytes() == before


def test_white_space_hangs_on_the_word_before_and_opens_no_sentence(nlp: Language) -> None:
    doc = nlp("\n\nRuritania  bought jets.\n\n")
    spaces = [word for word in doc if word.is_space]
    assert [word.head.text for word in spaces] == ["Ruritania", "Ruritania", "."]
    assert {word.dep_ for word in spaces} == {"dep"}
    assert next(doc.sents).start == 0
    assert not any(word.is_sent_start for word in spaces[1:])


def test_blanks_between_words_are_not_seen(nlp: Language) -> None:
    plain, wide = nlp("bought jets."), nlp("bought  jets.")
    assert np.array_equal(plain.tensor, wide.tensor[[0, 2, 3]])


@pytest.mark.parametrize("text", ["", " ", "\n\n \n"])
def test_texts_without_words(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert len(list(doc.sents)) == (1 if text else 0)


def test_saved_and_loaded_it_gives_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "saved")
    loaded = spacy.load(tmp_path / "saved")
    packed = spacy.blank("en")
    for name in ("encoder", "parser"):
        component: Any = packed.add_pipe(f"graphbuilder_{name}", name=name)
        component.from_bytes(nlp.get_pipe(name).to_bytes())  # type: ignore[attr-defined]
        assert pickle.loads(pickle.dumps(nlp.get_pipe(name))).labels == component.labels
    for text in TEXTS:
        trees = [(doc.tensor.tobytes(), _tree(doc)) for doc in (nlp(text), loaded(text), packed(text))]
        assert trees[0] == trees[1] == trees[2]


def test_worker_processes_give_the_same(nlp: Language) -> None:
    alone = [_tree(nlp(text)) for text in TEXTS]
    assert [_tree(doc) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=1)] == alone


def test_saving_twice_gives_the_same_bytes(nlp: Language) -> None:
    parser: Any = nlp.get_pipe("parser")
    first = parser.to_bytes()
    parser.from_bytes(first)
    assert parser.to_bytes() == first


def test_long_sentences_are_cut_at_the_likeliest_word() -> None:
    scores = np.full(600, -5.0, dtype=np.float32)
    scores[[100, 300]] = (-1.0, -2.0)
    assert list(sentence_bounds(scores))[:2] == [(0, 100), (100, 300)]
    assert list(sentence_bounds(scores))[-1][1] == len(scores)
    assert all(end - start <= LONGEST_SENTENCE for start, end in sentence_bounds(scores))


def test_sentences_start_where_the_score_is_above_zero() -> None:
    assert list(sentence_bounds(np.array([-1, 1, -1, 2, -1], dtype=np.float32))) == [(0, 1), (1, 3), (3, 5)]


@pytest.mark.parametrize(
    ("text", "starts", "firsts"),
    [
        pytest.param('He left . "We know .', [4], ['"'], id="an opening mark goes with the word behind"),
        pytest.param('"He left ." We know .', [4, 5], ["We"], id="a closing mark goes with the word before"),
        pytest.param('He left . " We know .', [4], ["We"], id="a mark between blanks leans nowhere"),
        pytest.param("He left. We know.", [3], ["We"], id="no marks"),
        pytest.param('He left ."', [3], [], id="a closing mark at the end"),
    ],
)
def test_marks_of_quotation_lean(text: str, starts: list[int], firsts: list[str]) -> None:
    words = list(spacy.blank("en").make_doc(text))
    scores = np.full(len(words), -3.0, dtype=np.float32)
    scores[starts] = 1.0
    leant = lean_marks(scores, [word.text for word in words], [bool(word.whitespace_) for word in words])
    assert [words[start].text for start, _ in list(sentence_bounds(leant))[1:]] == firsts


def test_near_distances_stand_alone_and_directions_differ() -> None:
    classes = distance_buckets(60)
    assert len(set(classes[20, 12:29].tolist())) == 17
    assert classes[0, 9] == classes[0, 11] != classes[0, 12]
    assert classes[0, 59] == BUCKETS - 1
    assert classes[59, 0] == 0


def test_a_class_depends_on_the_distance_alone() -> None:
    assert np.array_equal(distance_buckets(64)[:10, :10], distance_buckets(10))


@pytest.mark.parametrize(
    ("one", "other", "own_same", "shape_same"),
    [
        pytest.param("Jets", "JETS", True, False, id="case is in the shape alone"),
        pytest.param("1998", "2017", True, True, id="digits are one"),
        pytest.param("jets", "nets", False, True, id="letters count"),
    ],
)
def test_rows_of_words(one: str, other: str, own_same: bool, shape_same: bool) -> None:
    first, second = word_rows(one), word_rows(other)
    assert len(first) == len(second)
    assert (first[:OWN_ROWS] == second[:OWN_ROWS]) is own_same
    assert (first[-1] == second[-1]) is shape_same
    assert max(first[:OWN_ROWS]) < WORD_ROWS <= min(first[OWN_ROWS:])
    assert max(first) < TABLE_ROWS


def test_a_start_behind_a_word_needs_a_surer_sign_than_behind_a_mark() -> None:
    texts = ["He", "sold", "Hawk", "Mk", ".", "They"]
    doubted = doubt_bare_starts(np.array([9.0, -9.0, -9.0, 1.0, -9.0, 1.0], dtype=np.float32), texts)
    assert list(sentence_bounds(doubted)) == [(0, 5), (5, 6)]
