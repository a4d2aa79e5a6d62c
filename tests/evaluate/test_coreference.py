"""Pronouns and chains against gold: an invented document in the form of the GUM corpus."""

from pathlib import Path

import pytest

from graphbuilder.cli.main import main
from graphbuilder.errors import InputError
from graphbuilder.evaluate.coreference import Cubed, evaluate_coreference
from graphbuilder.evaluate.coreference_gold import read_documents

HEAD = "# newdoc id = one\n# global.Entity = GRP-etype-infstat\n"


def tree(*words: str) -> str:
    """One sentence; a word is `form|pos|tag|head|relation` and, where entities open or close, their mark."""
    lines = []
    for number, word in enumerate(words, 1):
        form, pos, tag, head, relation, *entity = word.split("|")
        misc = f"Entity={entity[0]}" if entity else "_"
        lines.append("\t".join([str(number), form, form.lower(), pos, tag, "_", head, relation, "_", misc]))
    return "\n".join(lines) + "\n\n"


# Ann Reed met a man. He greeted her. She thanked the man.
FIRST = tree(
    *("Ann|PROPN|NNP|3|nsubj|(1-person-new", "Reed|PROPN|NNP|1|flat|1)", "met|VERB|VBD|0|root"),
    *("a|DET|DT|5|det|(2-person-new", "man|NOUN|NN|3|obj|2)", ".|PUNCT|.|3|punct"),
)
SECOND = tree(
    *("He|PRON|PRP|2|nsubj|(2-person-giv)", "greeted|VERB|VBD|0|root", "her|PRON|PRP|2|obj|(1-person-giv)"),
    ".|PUNCT|.|2|punct",
)
THIRD = tree(
    *("She|PRON|PRP|2|nsubj|(1-person-giv)", "thanked|VERB|VBD|0|root"),
    *("the|DET|DT|4|det|(2-person-giv", "man|NOUN|NN|2|obj|2)", ".|PUNCT|.|2|punct"),
)


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "gold.conllu"
    path.write_text(text, encoding="utf-8")
    return path


def test_documents(tmp_path: Path) -> None:
    second = "# newdoc id = two\n" + FIRST
    one, two = read_documents(write(tmp_path, HEAD + FIRST + "# newpar\n" + SECOND + second))
    assert (one.name, two.name) == ("one", "two")
    assert one.text.strip() == "Ann Reed met a man .\n\nHe greeted her ."
    assert [(each.chain, each.type, each.sentence, each.first, each.last) for each in one.mentions] == [
        ("1", "person", 0, 0, 1),
        ("2", "person", 0, 3, 4),
        ("2", "person", 1, 0, 0),
        ("1", "person", 1, 2, 2),
    ]
    assert [sentence.block for sentence in one.sentences] == [0, 1]
    assert one.sentences[1].root.text == "greeted"


def test_links_and_chains(tmp_path: Path) -> None:
    links, cubed = evaluate_coreference(write(tmp_path, HEAD + FIRST + SECOND + THIRD))
    rows = {row[0]: row[1:] for row in links.rows}
    assert rows["all"][:3] == (3, 3, 3)  # he, her, she: all wanted, all given, all right
    assert rows["all"][3:] == (1.0, 1.0, 1.0)
    assert rows["he"] == (1, 1, 1, 1.0, 1.0, 0.0)  # the man has no name
    ours, same = cubed.rows
    assert ours[:2] == ("graphbuilder", 6)
    assert ours[4] > same[4]


def test_a_wrong_link_counts(tmp_path: Path) -> None:
    wrong = SECOND.replace("(2-person-giv)", "(9-person-new)")
    links, _ = evaluate_coreference(write(tmp_path, HEAD + FIRST + wrong + THIRD))
    rows = {row[0]: row[1:] for row in links.rows}
    assert rows["he"][:3] == (0, 1, 0)
    assert rows["all"][3] == pytest.approx(2 / 3)


def test_a_thing_counts_for_nothing(tmp_path: Path) -> None:
    things = (FIRST + SECOND + THIRD).replace("-person-", "-object-")
    links, cubed = evaluate_coreference(write(tmp_path, HEAD + things))
    assert links.rows[0][1] == 0
    assert cubed.rows[0][1] == 0


def test_bcubed() -> None:
    score = Cubed()
    score.add({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "y", 3: "y"})
    # 1: alone, of two; 2: with 3, of two; 3: with 2, of one
    assert score.row("t") == ("t", 3, pytest.approx(2 / 3), pytest.approx(2 / 3), pytest.approx(2 / 3))


ERRORS = [
    pytest.param("", "no word carries Entity", id="empty"),
    pytest.param(tree("Go|VERB|VB|0|root"), "no word carries Entity", id="no entities"),
    pytest.param("1\tGo\n", "line 1: '1.tGo' is no word of CoNLL-U", id="columns"),
]


@pytest.mark.parametrize(("text", "message"), ERRORS)
def test_errors(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        evaluate_coreference(write(tmp_path, text))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.conllu: cannot be read"):
        evaluate_coreference(tmp_path / "none.conllu")


def test_command(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = write(tmp_path, HEAD + FIRST + SECOND + THIRD)
    assert main(["evaluate", "coreference", str(path), "--format", "tsv"]) == 0
    said = capfdbinary.readouterr().out.decode("utf-8").split("\n")
    assert said[1] == "Links of pronouns\tall\t3\t3\t3\t1.000\t1.000\t1.000"
