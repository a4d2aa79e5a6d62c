"""Loading of pipelines."""

import time
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from graphbuilder.errors import PipelineError
from graphbuilder.parse.pipeline import BUNDLED, load_pipeline


@pytest.fixture(scope="module")
def bundled() -> Language:
    return load_pipeline()


def test_bundled_pipeline_reads_a_sentence(bundled: Language) -> None:
    doc = bundled("Turkey received the first S-400 batteries from Russia in July 2019. Neither side gave a price.")
    assert len(list(doc.sents)) == 2
    received = doc[1]
    assert (received.lemma_, received.dep_, received.pos_) == ("receive", "ROOT", "VERB")
    assert (doc[0].dep_, doc[0].head) == ("nsubj", received)
    assert ("Turkey", "GPE") in [(ent.text, ent.label_) for ent in doc.ents]
    assert ("S-400", "WEAPON") in [(ent.text, ent.label_) for ent in doc.ents]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param('"We will not sell it," Gen. Hulusi Akar said. He left.', 2, id="quote and rank"),
        pytest.param("J. D. Vance met them in Kyiv. They talked.", 2, id="initials"),
        pytest.param("The U.S. Army bought it. Lockheed Martin Corp. makes it.", 2, id="abbreviations"),
        pytest.param("Poland Buys Tanks\n\nPoland bought tanks on Monday.", 2, id="headline"),
    ],
)
def test_sentence_boundaries(bundled: Language, text: str, sentences: int) -> None:
    assert len(list(bundled(text).sents)) == sentences


def test_bundled_pipeline_is_small_and_carries_its_card() -> None:
    size = sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file())
    assert size < 25 * 2**20
    card = (BUNDLED / "README.md").read_text(encoding="utf-8")
    assert "CC BY-SA" in card


def test_bundled_pipeline_loads_without_training_code(bundled: Language) -> None:
    assert bundled.config["initialize"]["before_init"] is None
    assert set(bundled.config["paths"].values()) == {None}


def test_loading_is_quick() -> None:
    started = time.process_time()
    load_pipeline()
    assert time.process_time() - started < 5


def test_saved_folder_loads(bundled: Language, tmp_path: Path) -> None:
    bundled.to_disk(tmp_path / "saved")
    assert load_pipeline(str(tmp_path / "saved")).pipe_names == bundled.pipe_names


def test_unknown_name() -> None:
    with pytest.raises(PipelineError, match=r"no pipeline 'xx_no_such'.*installed: .*pip install"):
        load_pipeline("xx_no_such")


def test_folder_without_pipeline(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match=r"holds no `config\.cfg`"):
        load_pipeline(str(tmp_path))


def test_pipeline_without_parser(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="gives no parse trees, sentence boundaries, part-of-speech tags"):
        load_pipeline(str(tmp_path / "blank"))


def test_pipeline_with_sentences_alone(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "sentences")
    with pytest.raises(PipelineError, match="parse trees") as caught:
        load_pipeline(str(tmp_path / "sentences"))
    assert "sentence boundaries" not in str(caught.value)
