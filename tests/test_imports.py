"""Imports run one way, from the records to the command line, and importing the package does no work."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphbuilder

PACKAGE = Path(graphbuilder.__file__).parent
STAGES = ("read", "parse", "extract", "resolve", "assemble", "show", "export")
# What each part may import beside itself. A part is a folder or file directly in the package; `""` is the package itself.
BASE = {"records", "errors", "extras", "dates", "date_patterns", "lexicon"}
SYNTAX = {"graphbuilder.parse.syntax"}  # the record of a parsed sentence, which extract and resolve read
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "extras": {"errors"},
    "records": set(),
    "date_patterns": BASE,
    "dates": BASE,
    "lexicon": {"records", "errors"},
    **dict.fromkeys(STAGES, BASE),
    "extract": BASE | SYNTAX,
    "resolve": BASE | SYNTAX,
    "explain": {*BASE, "resolve"},
    "query": {*BASE, "export", "show"},
    "knowledge": {*BASE, "explain", "export", "query", "show"},
    "plots": {*BASE, "knowledge", "show"},
    "reading": {*BASE, *STAGES},
    "reading_many": {*BASE, *STAGES, "reading"},
    "store": BASE,
    "build": {*BASE, *STAGES, "knowledge", "reading_many", "store"},
    "training": {*BASE, "parse"},
    "evaluate": {*BASE, *STAGES, "knowledge", "reading", "reading_many", "build"},
    "register": {*BASE, "export"},
    "cli": {*BASE, "", "export", "knowledge", "show", "build", "evaluate", "register", "history"},
    "history": {*BASE, "export", "store"},
    "__main__": {"cli"},
    "": {*BASE, "parse", "knowledge", "build"},  # for type checkers alone; a test below holds that nothing is loaded
}


def _part(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _module(path: Path) -> str:
    parts = ("graphbuilder", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _package(path: Path) -> str:
    return ".".join(("graphbuilder", *path.parent.relative_to(PACKAGE).parts))


def _source(node: ast.ImportFrom, package: str) -> str:
    """Give the full name of the module that names are imported from; the dots of a relative one start at `package`."""
    if node.level == 0:
        return str(node.module)
    base = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*base, node.module] if node.module else base)


def _imports(path: Path, package: str) -> Iterator[tuple[int, str]]:
    """Give line and full name of all that a file of a package imports from graphbuilder, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            source = _source(node, package)
            # `from graphbuilder import x` may name a module or a name of the package.
            names = [f"{source}.{alias.name}" if source == "graphbuilder" else source for alias in node.names]
        else:
            continue
        for name in names:
            if name.partition(".")[0] == "graphbuilder":
                is_module = (PACKAGE / _part(name)).is_dir() or (PACKAGE / f"{_part(name)}.py").is_file()
                yield node.lineno, name if is_module else "graphbuilder"


def _back_edges(importer: str, imports: Iterator[tuple[int, str]]) -> list[str]:
    part = _part(importer)
    assert part in ALLOWED, f"{part!r} is a new part: say in ALLOWED what it may import"
    allowed = ALLOWED[part]
    return [
        f"line {line}: {name}"
        for line, name in imports
        if _part(name) != part and _part(name) not in allowed and name not in allowed
    ]


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=[_module(path) for path in FILES])
def test_imports_run_one_way(path: Path) -> None:
    assert _back_edges(_module(path), _imports(path, _package(path))) == []


@pytest.mark.parametrize(
    ("importer", "source"),
    [
        pytest.param("graphbuilder.extract.x", "from graphbuilder.resolve import y", id="sibling"),
        pytest.param("graphbuilder.extract.x", "from graphbuilder.parse.trees import y", id="more than the syntax"),
        pytest.param("graphbuilder.records", "import graphbuilder.lexicon", id="record of a table"),
        pytest.param("graphbuilder.export.x", "def f():\n    from graphbuilder import build", id="inside a function"),
        pytest.param("graphbuilder.export.x", "from graphbuilder import load", id="public name"),
        pytest.param("graphbuilder.export.x", "from ..read import y", id="relative"),
        pytest.param("graphbuilder.export.x", "from .. import build", id="relative to the package"),
        pytest.param("graphbuilder.show.x", "from graphbuilder.cli import main", id="back edge"),
    ],
)
def test_a_back_edge_is_found(importer: str, source: str, tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_text(source, encoding="utf-8")
    assert len(_back_edges(importer, _imports(path, importer.rpartition(".")[0]))) == 1


def _loaded_after(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ran.stdout.split("\n")[-2].split())


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import graphbuilder", id="package"),
        pytest.param(
            "import graphbuilder; graphbuilder.InputError, graphbuilder.errors, dir(graphbuilder)", id="errors"
        ),
        pytest.param("import graphbuilder.records, graphbuilder.errors", id="records"),
    ],
)
def test_importing_does_no_work(code: str) -> None:
    assert _loaded_after(code) & {"spacy", "pandas", "numpy", "networkx", "click", "csv", "importlib.metadata"} == set()


def test_help_needs_no_model() -> None:
    code = "from graphbuilder.cli.main import main\nassert main(['build', '--help']) == 0"
    assert _loaded_after(code) & {"spacy", "pandas", "networkx"} == set()


def test_public_names() -> None:
    assert {name: callable(getattr(graphbuilder, name)) for name in graphbuilder.__all__} == {
        "GraphbuilderError": True,
        "InputError": True,
        "KnowledgeGraph": True,
        "OutputError": True,
        "PipelineError": True,
        "QueryError": True,
        "__version__": False,
        "build": True,
        "errors": False,
        "load": True,
        "load_pipeline": True,
    }
    assert set(graphbuilder.__all__) <= set(dir(graphbuilder))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'biuld'"):
        _ = graphbuilder.biuld


def test_build_is_the_function_also_after_its_module_was_imported() -> None:
    code = "import graphbuilder.build\nfrom graphbuilder.build import bare_triples\nassert graphbuilder.build.__name__ == 'build'"
    assert "graphbuilder.build" in _loaded_after(code)
