"""The command that rebuilds the pipeline."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from graphbuilder.errors import InputError
from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.training import evaluate, name_corpus
from graphbuilder.training.__main__ import main
from graphbuilder.training.build import check_corpora


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        check_corpora(tmp_path / "nowhere")


def test_missing_part(tmp_path: Path) -> None:
    (tmp_path / "syntax").mkdir()
    with pytest.raises(InputError, match="has no names, defence, text"):
        check_corpora(tmp_path)


def test_command_reports_the_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--corpora", str(tmp_path / "nowhere")])
    assert result.exit_code == 2
    assert result.stderr.startswith("error: the corpora folder")


def test_two_steps_make_a_pipeline_with_its_card(
    corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("jax")
    monkeypatch.setattr(name_corpus, "ROUNDS", 1)
    monkeypatch.setattr(evaluate, "MADE_UP_ROUNDS", 1)
    output = tmp_path / "model"
    result = CliRunner().invoke(
        main, ["--corpora", str(corpora), "--output", str(output), "--steps", "2", "--no-vectors"]
    )
    assert result.exit_code == 0, result.output
    assert "ewt-test\tLAS, gold words\t" in result.stdout
    nlp = load_pipeline(str(output))
    assert nlp.pipe_names == ["encoder", "tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner"]
    assert nlp.config["initialize"]["before_init"] is None
    card = (output / "README.md").read_text(encoding="utf-8")
    assert str(corpora) not in card + (output / "config.cfg").read_text(encoding="utf-8")
    assert "| gum-test | " in card
