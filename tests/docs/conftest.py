"""Fixtures for the tests of README and notebooks."""

import shutil
from contextlib import chdir
from pathlib import Path

import pytest
from readme_parts import ROOT, commands

from graphbuilder.cli.main import main


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `samples`, in which the README's main command has been run."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "samples", folder / "samples")
    with chdir(folder):
        assert main([*commands()[0], "--quiet"]) == 0
    return folder
