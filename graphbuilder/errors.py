"""Every error a user can cause, as one tree.

GraphbuilderError
├── InputError        a file, folder, column or option that cannot be used
├── PipelineError     a spaCy pipeline that is missing or lacks what extraction needs
├── OutputError       an output folder that is not ours, or cannot be written
├── ExtraError        a feature whose optional packages are not installed
└── QueryError        a name, filter or query that the graph cannot answer

Each message is one sentence that names what was wrong, its value and its place,
followed by what to do. The command line prints it and exits with code 2.
"""


class GraphbuilderError(Exception):
    """Base of all errors that graphbuilder raises on purpose."""

    exit_code = 2


class InputError(GraphbuilderError):
    """A file, folder, column or option that cannot be used."""


class PipelineError(GraphbuilderError):
    """A spaCy pipeline that is missing or lacks what extraction needs."""


class OutputError(GraphbuilderError):
    """An output folder that graphbuilder did not write, or cannot write."""


class ExtraError(GraphbuilderError):
    """A feature whose optional packages are not installed."""


class QueryError(GraphbuilderError):
    """A name, filter or query that the graph cannot answer."""
