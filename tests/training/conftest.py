"""A corpora folder of a few invented sentences."""

import json
from pathlib import Path

import pytest

TREES = """# newdoc id = a
# newpar
# text = Ruritania didn't sell the jets.
1\tRuritania\tRuritania\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tEntity=(1-place-new-nnnnn-cf1-1-coref-Ruritania)
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\tTense=Past\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsell\tsell\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_
4.1\tsold\tsell\tVERB\tVBD\t_\t_\t_\t4:conj\t_
5\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-object-new-nnnnn-cf2-2-sgl
6\tjets\tjet\tNOUN\tNNS\tNumber=Plur\t4\tobj\t_\tEntity=2)|SpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# text = General Jan Kos left.
1\tGeneral\tGeneral\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tEntity=(3-person-new-nnnnn-cf1-1,2,3-sgl-Jan_Kos
2\tJan\tJan\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\t_
3\tKos\tKos\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tEntity=3)
4\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""
NAMES = """Prime\tB-per
Minister\tI-per
Anna\tI-per
Bell\tI-per
of\tO
Ruritania\tB-geo
met\tO
Russian\tB-gpe
envoys\tO
near\tO
Lake\tB-LOC
Orr\tI-LOC
.\tO

They\tO
bought\tO
the\tO
Magnum\tB-art
from\tO
Kestrel\tB-organisation
Works\tI-organisation
.\tO
"""


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A whole corpora folder, small enough to train on in seconds."""
    root = tmp_path / "corpora"
    for part in ("syntax", "names", "text"):
        (root / part).mkdir(parents=True)
    for bank in ("ewt", "gum"):
        for part in ("train", "dev", "test"):
            (root / "syntax" / f"{bank}-{part}.conllu").write_text(TREES, encoding="utf-8", newline="\n")
    files = ["gmb-sample", "uner-ewt-dev", "uner-ewt-test", "wikigold", "wnut17-train", "wnut17-dev"]
    files += [
        f"crossner-{f}-{p}"
        for f in ("politics", "science", "literature", "music", "ai")
        for p in ("train", "dev", "test")
    ]
    for name in files:
        (root / "names" / f"{name}.iob").write_text(NAMES, encoding="utf-8", newline="\n")
    for name in (
        "uk-government",
        "australian-department-of-foreign-affairs",
        "delegation-of-the-european-union-to-syria",
    ):
        folder = root / "defence" / name
        folder.mkdir(parents=True)
        write_defence(folder)
    return root


def write_defence(folder: Path) -> None:
    """Write one document of two paragraphs with names and descriptions."""
    text = "Minister Anna Bell praised the Ruritanian people.\nThe Kestrel Works built it."
    marks = [
        ("Minister Anna Bell", "Person"),
        ("the Ruritanian people", "Organisation"),
        ("The Kestrel Works", "Organisation"),
    ]
    entities = [
        {"documentId": "a", "begin": text.index(m), "end": text.index(m) + len(m), "type": t, "value": m}
        for m, t in marks
    ]
    (folder / "documents.json").write_text(json.dumps({"_id": "a", "text": text}) + "\n", encoding="utf-8")
    (folder / "entities.json").write_text("\n".join(json.dumps(e) for e in entities) + "\n", encoding="utf-8")
