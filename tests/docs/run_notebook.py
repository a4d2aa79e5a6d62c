"""Run a notebook in a new kernel of this very interpreter: `python run_notebook.py NOTEBOOK FOLDER RESULT`.

A process of its own, since Jupyter's libraries leave sockets behind that later tests would be blamed for.
"""

import sys

import nbformat
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

SECONDS_FOR_A_CELL = 300


def run(notebook: str, folder: str, result: str) -> None:
    """Run a notebook.

    Args:
        notebook: The file.
        folder: The folder to run it in.
        result: The file to write it to with its results.
    """
    content = nbformat.read(notebook, as_version=4)
    # No folders to search: the kernel is this interpreter, whatever kernels a user has installed under the same name.
    kernels = KernelSpecManager(kernel_dirs=[])
    manager = AsyncKernelManager(kernel_name=NATIVE_KERNEL_NAME, kernel_spec_manager=kernels)
    resources = {"metadata": {"path": folder}}
    NotebookClient(content, km=manager, timeout=SECONDS_FOR_A_CELL, resources=resources).execute()
    nbformat.write(content, result)


if __name__ == "__main__":
    run(*sys.argv[1:])
