"""Reads articles about arms transfers and builds a knowledge graph of who supplies what to whom, and who says so.

    import graphbuilder

    graph = graphbuilder.build("samples", "graph")
    graph.deals

Importing the package loads nothing: each name below is fetched when it is first used.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphbuilder import errors as errors
    from graphbuilder.build import build as build
    from graphbuilder.errors import GraphbuilderError as GraphbuilderError
    from graphbuilder.errors import InputError as InputError
    from graphbuilder.errors import OutputError as OutputError
    from graphbuilder.errors import PipelineError as PipelineError
    from graphbuilder.errors import QueryError as QueryError
    from graphbuilder.knowledge import KnowledgeGraph as KnowledgeGraph
    from graphbuilder.knowledge import load as load
    from graphbuilder.parse.pipeline import load_pipeline as load_pipeline

__version__ = "0.1.0"

_HOMES = {
    "GraphbuilderError": "graphbuilder.errors",
    "InputError": "graphbuilder.errors",
    "KnowledgeGraph": "graphbuilder.knowledge",
    "OutputError": "graphbuilder.errors",
    "PipelineError": "graphbuilder.errors",
    "QueryError": "graphbuilder.errors",
    "build": "graphbuilder.build",
    "load": "graphbuilder.knowledge",
    "load_pipeline": "graphbuilder.parse.pipeline",
}

__all__ = [
    "GraphbuilderError",
    "InputError",
    "KnowledgeGraph",
    "OutputError",
    "PipelineError",
    "QueryError",
    "__version__",
    "build",
    "errors",
    "load",
    "load_pipeline",
]


class _Package(ModuleType):
    """Keeps `graphbuilder.build` the function: importing the module of that name would put itself in its place."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    if name == "errors":
        return import_module("graphbuilder.errors")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Package
