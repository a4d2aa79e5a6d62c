"""Load the spaCy pipeline that reads the articles: the bundled one, or one of the user's own."""

from pathlib import Path

import spacy
from spacy.language import Language

from graphbuilder.errors import PipelineError
from graphbuilder.parse.products import speed_up

from . import biaffine as biaffine  # makes the components of the bundled pipeline known to spaCy

BUNDLED = Path(__file__).parent / "model"

_PROBE = "Turkey bought missiles. Russia sold them."
# What extraction reads of a document, and the component that usually writes it.
_NEEDS = (
    ("DEP", "parse trees", "parser"),
    ("SENT_START", "sentence boundaries", "parser"),
    ("TAG", "part-of-speech tags", "tagger"),
)


def load_pipeline(name: str | None = None) -> Language:
    """Load a pipeline and make sure that it parses.

    Args:
        name: An installed pipeline package ("en_core_web_lg") or the folder of a saved one; the bundled pipeline if None.

    Returns:
        A pipeline that gives trees, sentence boundaries and tags. Names and lemmas are used where it gives them.

    Raises:
        PipelineError: No such pipeline is installed, the folder holds none, or it lacks what extraction reads.
    """
    nlp = _load_folder(BUNDLED, "the bundled pipeline") if name is None else _load_named(name)
    _require_annotations(nlp, "the bundled pipeline" if name is None else f"the pipeline {name!r}")
    return nlp


def _load_named(name: str) -> Language:
    if Path(name).is_dir():
        return _load_folder(Path(name), f"the pipeline in {name!r}")
    installed = sorted(spacy.util.get_installed_models())
    # Registered packages carry underscores; people write hyphens too.
    package = name.replace("-", "_")
    if package not in installed:
        listed = ", ".join(installed) if installed else "none"
        raise PipelineError(
            f"there is no pipeline {name!r}: it is neither a folder nor an installed package (installed: {listed}). "
            f"Install it with `pip install` from its wheel, give the folder of a saved pipeline, or leave the option out "
            f"to use the bundled one."
        )
    return _load(package, f"the pipeline {name!r}")


def _load_folder(folder: Path, title: str) -> Language:
    if not (folder / "config.cfg").is_file():
        raise PipelineError(
            f"{title} cannot be loaded: {str(folder)!r} holds no `config.cfg`. Give a folder written by "
            f"`nlp.to_disk()`; if it is the bundled one, reinstall graphbuilder."
        )
    return _load(folder, title)


def _load(source: str | Path, title: str) -> Language:
    try:
        nlp = spacy.load(source)
    except (OSError, ValueError, ImportError) as error:
        reason = " ".join(str(error).split())
        raise PipelineError(
            f"{title} cannot be loaded: {reason} Check that it was made for spaCy {spacy.about.__version__} "
            f"and that what it imports is installed."
        ) from error
    speed_up(nlp)
    return nlp


def _require_annotations(nlp: Language, title: str) -> None:
    """Run two short sentences and see what is annotated, whichever components do it."""
    doc = nlp(_PROBE)
    missing = [(what, maker) for attribute, what, maker in _NEEDS if not doc.has_annotation(attribute)]
    if missing:
        lacks = ", ".join(what for what, _ in missing)
        makers = " and a ".join(sorted({maker for _, maker in missing}))
        raise PipelineError(
            f"{title} gives no {lacks} (its components: {', '.join(nlp.pipe_names) or 'none'}). "
            f"Use a pipeline with a {makers}, or leave the option out to use the bundled one."
        )
