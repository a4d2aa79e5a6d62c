"""Reading GraphML back, several times as fast as networkx does, which matters above some ten thousand edges."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx
from lxml import etree

from graphbuilder.errors import InputError

Value = str | bool | int | float
_NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
_DATA = f"{_NAMESPACE}data"
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
_TYPES: dict[str, Callable[[str], Value]] = {
    "boolean": lambda text: _TRUTHS[text.strip().lower()],
    "int": int,
    "long": int,
    "float": float,
    "double": float,
    "string": str,
}
Keys = dict[str, tuple[str, Callable[[str], Value]]]


def read_graphml(path: Path) -> "networkx.MultiDiGraph[str]":
    """Read a file that `write_graphml` wrote: `read_graphml` gives `flattened(graph)` back, types included.

    The file is kept in memory as a whole; entities and the network are off.

    Raises:
        InputError: The file is missing or is no such GraphML.
    """
    if not path.is_file():
        raise InputError(f"{path} does not exist; give a folder that `graphbuilder build` wrote")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    try:
        with path.open("rb") as file:
            root = etree.parse(file, parser).getroot()
        return _graph(root)
    except (etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise InputError(f"{path} is no GraphML of this program ({error}); build the folder again") from error


def _graph(root: Any) -> "networkx.MultiDiGraph[str]":
    found = root.find(f"{_NAMESPACE}graph")
    if root.tag != f"{_NAMESPACE}graphml" or found is None:
        raise ValueError("it has no graph")
    keys: Keys = {
        key.attrib["id"]: (key.attrib["attr.name"], _TYPES[key.attrib.get("attr.type", "string")])
        for key in root.iterfind(f"{_NAMESPACE}key")
    }
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.graph.update(_attributes(found, keys))
    graph.add_nodes_from((node.attrib["id"], _attributes(node, keys)) for node in found.iterfind(f"{_NAMESPACE}node"))
    edges: Any = _edges(found, keys)  # with their keys, which the stubs of networkx do not know
    graph.add_edges_from(edges)
    return graph


def _edges(found: Any, keys: Keys) -> Iterator[tuple[str, str, str, dict[str, Value]]]:
    for number, edge in enumerate(found.iterfind(f"{_NAMESPACE}edge")):
        attributes = edge.attrib
        yield attributes["source"], attributes["target"], attributes.get("id", f"e{number}"), _attributes(edge, keys)


def _attributes(element: Any, keys: Keys) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for data in element:
        if data.tag == _DATA:
            name, read = keys[data.get("key")]
            text = data.text or ""
            values[name] = text if read is str else read(text)
    return values
