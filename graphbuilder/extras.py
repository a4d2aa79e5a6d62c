"""Packages that only some features need, fetched when they are first used."""

from importlib import import_module
from typing import Any

from graphbuilder.errors import ExtraError


def extra_module(extra: str, module: str) -> Any:
    """Import a module that comes with an extra of this package.

    Args:
        extra: The extra, as in `pip install "graphbuilder[EXTRA]"`.
        module: The full name of the module.

    Raises:
        ExtraError: The extra is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise ExtraError(
            f'this needs {package}, which is not installed; run `pip install "graphbuilder[{extra}]"`'
        ) from error
