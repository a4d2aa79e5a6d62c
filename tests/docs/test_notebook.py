"""The notebooks run from top to bottom in a new kernel, and are kept without results."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

import graphbuilder

_ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((_ROOT / "notebooks").glob("*.ipynb"))
# What the results must show, by the words that the code of the cell holds.
SHOWN = {
    "graphbuilder.build(": ("articles", "Rafale"),
    "graph.show(": ("iframe", "data-ready"),
    'deals["recipient"] == "Turkey"': ("Russia", "S-400", "United Kingdom", "Eurofighter Typhoon"),
    "s400": ("2017-09-12", "2019-07-12", "Turkey ordered the system in 2017"),
    "denied": ("Iran denied on Tuesday that it had delivered drones to Russia.",),
    "both_ways": ("2022-10-18", "2022-11-05", "SUPPLIES"),
    "betweenness": ("Turkey", "Russia", "United States"),
    "shortest_path": ("Iran", "Germany"),
}

ANSWERED = {
    "graphbuilder.build(": ("articles", "<svg", "Rafale"),
    'graph.suppliers_of("Ankara")': ("Russia", "S-400", "United Kingdom"),
    "graph.evidence(": ("2017-09-12", "Turkey ordered the system in 2017"),
    'polarity="negated"': ("Iran denied on Tuesday that it had delivered drones to Russia.",),
    'status=["discussed"': ("Rafale", "discussed"),
    "graph.paths(": ("Sergei Lavrov", "Recep Tayyip Erdogan"),
    "pagerank": ("Turkey", "Russia"),
    "graph.between(": ("until 2021", "S-400", "BrahMos"),
    "graph.query(": ("Dassault Aviation", "Croatia", "ordered"),
}


def _run(path: Path, scratch: Path) -> Any:
    """Run a notebook with the package under test; Jupyter keeps its own files in the scratch folder."""
    package = Path(str(graphbuilder.__file__)).parents[1]
    own = {f"JUPYTER_{name}_DIR": str(scratch) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = {**os.environ, **own, "IPYTHONDIR": str(scratch), "PYTHONPATH": str(package)}
    result = scratch / path.name
    command = [
        sys.executable,
        str(Path(__file__).with_name("run_notebook.py")),
        str(path),
        str(path.parent),
        str(result),
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return nbformat.read(result, as_version=4)


def test_the_notebook_runs_and_answers(tmp_path: Path) -> None:
    notebook = _run(_ROOT / "notebooks" / "quickstart.ipynb", tmp_path)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in cells:  # neither an error nor a warning, but one result
        assert [output["output_type"] for output in cell["outputs"]] == ["execute_result"], cell["outputs"]
    for code, words in SHOWN.items():
        cell = next(cell for cell in cells if code in cell["source"])
        shown = cell["outputs"][0]["data"]["text/html"]
        assert [word for word in words if word not in shown] == [], code


def test_the_analysis_runs_and_answers(tmp_path: Path) -> None:
    notebook = _run(_ROOT / "notebooks" / "analysis.ipynb", tmp_path)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in cells:
        drawn = "plots." in cell["source"].splitlines()[-1]
        assert [output["output_type"] for output in cell["outputs"]] == ["display_data" if drawn else "execute_result"]
        assert not drawn or "image/png" in cell["outputs"][0]["data"]
    for code, words in ANSWERED.items():
        cell = next(cell for cell in cells if code in cell["source"])
        shown = cell["outputs"][0]["data"]["text/html"]
        assert [word for word in words if word not in shown] == [], code


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_notebook_is_kept_without_results(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert cells
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
