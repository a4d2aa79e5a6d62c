"""The graph as GraphML, with typed attributes that Gephi, yEd, Cytoscape, igraph and networkx read alike.

A graph in memory may carry any value; a file may not. Values are flattened here, at the border: None is left out,
a list becomes one text separated by `|`, a mapping becomes JSON, anything else its text. An attribute has one type in
the whole file. Characters that XML 1.0 forbids are removed. The key of an edge is its `id`, a text that no other
edge of the file has, since several readers drop an edge whose id they have seen.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
from numbers import Integral, Real
from pathlib import Path
from typing import Any, TextIO
from xml.sax.saxutils import escape, quoteattr

import networkx

Value = str | bool | int | float
Attributes = dict[str, Value]

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A reader of XML turns a bare carriage return into a line feed; the reference survives.
_REFERENCES = {"\r": "&#13;"}


def write_graphml(graph: "networkx.MultiDiGraph[str]", path: Path) -> None:
    """Write a graph; the same graph gives the same bytes, whatever the order it was made in.

    Args:
        graph: Any directed multigraph. It is not changed.
        path: The file to write.
    """
    flat = flattened(graph)
    keys = {
        "graph": _types([flat.graph]),
        "node": _types(attributes for _, attributes in flat.nodes(data=True)),
        "edge": _types(attributes for _, _, attributes in flat.edges(data=True)),
    }
    ids = {place: {name: quoteattr(f"{place}_{name}") for name in types} for place, types in keys.items()}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_NAMESPACE}">\n')
        for place, types in keys.items():
            for name, kind in types.items():
                file.write(
                    f'  <key id={ids[place][name]} for="{place}" attr.name={quoteattr(name)} attr.type="{kind}"/>\n'
                )
        file.write('  <graph id="graph" edgedefault="directed">\n')
        _write_data(file, flat.graph, keys["graph"], ids["graph"])
        for node, attributes in flat.nodes(data=True):
            file.write(f"    <node id={quoteattr(node)}>\n")
            _write_data(file, attributes, keys["node"], ids["node"])
            file.write("    </node>\n")
        for source, target, key, attributes in flat.edges(keys=True, data=True):
            file.write(f"    <edge id={quoteattr(key)} source={quoteattr(source)} target={quoteattr(target)}>\n")
            _write_data(file, attributes, keys["edge"], ids["edge"])
            file.write("    </edge>\n")
        file.write("  </graph>\n</graphml>\n")


def flattened(graph: "networkx.MultiDiGraph[Any]") -> "networkx.MultiDiGraph[str]":
    """Copy a graph as a file can hold it: text ids, plain values, nodes and edges in order of their ids."""
    flat: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    flat.graph.update(_flat_attributes(graph.graph))
    for node, attributes in sorted(graph.nodes(data=True), key=lambda item: str(item[0])):
        flat.add_node(clean(str(node)))
        flat.nodes[clean(str(node))].update(_flat_attributes(attributes))
    edges = [
        (str(source), str(target), str(key), data) for source, target, key, data in graph.edges(keys=True, data=True)
    ]
    edges.sort(key=lambda edge: edge[:3])
    unique = len({key for _, _, key, _ in edges}) == len(edges)
    for source, target, key, attributes in edges:
        name = clean(key if unique else f"{source}>{target}:{key}")
        flat.add_edge(clean(source), clean(target), key=name)
        flat.edges[clean(source), clean(target), name].update(_flat_attributes(attributes))
    return flat


def _flat_attributes(attributes: Mapping[Any, Any]) -> Attributes:
    flat = {clean(str(name)): _flat(value) for name, value in attributes.items()}
    return {name: value for name, value in sorted(flat.items()) if value is not None}


def _flat(value: object) -> Value | None:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        return None if math.isnan(value) else float(value)
    if isinstance(value, Mapping):
        return clean(json.dumps(value, ensure_ascii=False, sort_keys=True, default=str))
    if isinstance(value, set | frozenset):
        return "|".join(sorted(clean(str(item)) for item in value))
    if isinstance(value, list | tuple):
        return "|".join(clean(str(item)) for item in value)
    return clean(str(value))


def clean(text: str) -> str:
    """Remove the characters that XML 1.0 forbids."""
    return _FORBIDDEN.sub("", text)


def _types(several: Iterable[Mapping[str, Value]]) -> dict[str, str]:
    """Choose one type for each attribute: the narrowest that holds all its values. Sorted by name."""
    found: dict[str, set[type]] = {}
    for attributes in several:
        for name, value in attributes.items():
            found.setdefault(name, set()).add(type(value))
    return {name: _type(kinds) for name, kinds in sorted(found.items())}


def _type(kinds: set[type]) -> str:
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "long"
    return "double" if kinds <= {int, float} else "string"


def _write_data(
    file: TextIO, attributes: Mapping[str, Value], types: Mapping[str, str], ids: Mapping[str, str]
) -> None:
    for name, value in attributes.items():
        match types[name]:
            case "boolean":
                text = "true" if value else "false"
            case "double":
                text = repr(float(value))
            case _:
                text = escape(str(value), _REFERENCES)
        file.write(f"      <data key={ids[name]}>{text}</data>\n")
