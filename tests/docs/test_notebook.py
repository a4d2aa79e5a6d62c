"""The notebooks run from top to bottom in a new kernel, and are kept without results."""

import os
import warnings
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from readme_parts import ROOT

import graphbuilder

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECONDS_FOR_A_CELL = 300
# What the results must show, by the words that the code of the cell holds.
SHOWN = {
    "graphbuilder.build(": ("Russia", "S-400"),
    "graph.show(": ("iframe", "data-ready"),
    'deals["recipient"] == "Turkey"': ("Russia", "S-400", "United Kingdom", "Eurofighter Typhoon"),
    "s400": ("2017-09-12", "2019-07-12", "Turkey ordered the system in 2017"),
    "denied": ("Iran denied on Tuesday that it had delivered drones to Russia.",),
    "both_ways": ("2022-10-18", "2022-11-05", "SUPPLIES"),
    "betweenness": ("Turkey", "Russia", "United States"),
    "shortest_path": ("Iran", "Germany"),
}


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The environment of a kernel that imports this package and keeps its files to itself."""
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    package = Path(str(graphbuilder.__file__)).parents[1]
    return {**os.environ, "PYTHONPATH": str(package), "PYDEVD_DISABLE_FILE_VALIDATION": "1"}


def _run(notebook: Any, environment: dict[str, str]) -> None:
    # No folders to search: the kernel is this interpreter, whatever kernels a user has installed under the same name.
    kernels = KernelSpecManager(kernel_dirs=[])
    manager = AsyncKernelManager(kernel_name=NATIVE_KERNEL_NAME, kernel_spec_manager=kernels)
    resources = {"metadata": {"path": str(ROOT / "notebooks")}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Jupyter's own libraries: those of the notebook are raised in its kernel
        NotebookClient(notebook, km=manager, timeout=SECONDS_FOR_A_CELL, resources=resources).execute(env=environment)


def _html(cell: Any) -> str:
    return "".join(output["data"]["text/html"] for output in cell["outputs"])


def test_the_notebook_runs_and_answers(environment: dict[str, str]) -> None:
    notebook = nbformat.read(ROOT / "notebooks" / "quickstart.ipynb", as_version=4)
    _run(notebook, environment)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    # Neither an error nor a warning: each cell ends in one result.
    assert [[output["output_type"] for output in cell["outputs"]] for cell in cells] == [["execute_result"]] * len(
        cells
    )
    for code, words in SHOWN.items():
        shown = _html(next(cell for cell in cells if code in cell["source"]))
        assert [word for word in words if word not in shown] == [], code


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_notebook_is_kept_without_results(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert cells
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
