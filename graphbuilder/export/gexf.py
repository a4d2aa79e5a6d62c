"""The graph as GEXF, with times for the timeline of Gephi, written by networkx."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
from networkx.readwrite.gexf import GEXFWriter

from graphbuilder.export.graphml import flattened
from graphbuilder.records import Knowledge

# Names that the writer of networkx takes for parts of the file.
_RESERVED = frozenset({"end", "id", "parents", "pid", "slices", "spells", "start", "viz"})


def write_gexf(graph: "networkx.MultiDiGraph[str]", _: Knowledge, path: Path) -> None:
    """Write a graph as GEXF 1.2; the same graph gives the same bytes.

    An edge lasts from its `first_date` to its `last_date`, a deal from the day it was ordered or first reported to the last
    report; whatever has no date is there all the time. A date as wide as a year lasts that year.

    Args:
        graph: The graph. It is not changed.
        path: The file to write.
    """
    writer = GEXFWriter(version="1.2draft", prettyprint=False)
    writer.add_graph(_timed(graph))
    writer.graph_element.set("mode", "dynamic")
    writer.graph_element.set("timeformat", "date")
    meta = writer.xml.find("meta")
    if meta is not None:
        del meta.attrib["lastmodifieddate"]  # the day of writing would make each file another
    text = ElementTree.tostring(writer.xml, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', encoding="utf-8", newline="\n")


def _timed(graph: "networkx.MultiDiGraph[str]") -> "networkx.MultiDiGraph[str]":
    flat = flattened(graph)
    flat.graph.clear()
    decimals = {where: _mixed(elements) for where, elements in (("node", flat.nodes), ("edge", flat.edges))}
    timed: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(mode="dynamic")
    for node, attributes in flat.nodes(data=True):
        ordered = attributes.get("ordered") or attributes.get("first_reported")
        kept = _renamed(attributes, decimals["node"])
        if attributes.get("type") == "DEAL":
            kept |= _span(ordered, attributes.get("last_reported"))
        timed.add_node(node, **kept)
    for source, target, key, attributes in flat.edges(keys=True, data=True):
        span = _span(attributes.get("first_date"), attributes.get("last_date"))
        kept = {"id": key, **_renamed(attributes, decimals["edge"]), **span}
        if "type" in kept:  # to the writer, whether the edge is directed
            kept["type_"] = kept.pop("type")
        timed.add_edge(source, target, key=key, **kept)
    return timed


def _renamed(attributes: dict[str, Any], decimals: dict[str, type]) -> dict[str, Any]:
    """Keep clear of the names that mean something to the writer, and give each attribute one type."""
    return {
        f"{name}_" if name in _RESERVED else name: decimals[name](value) if name in decimals else value
        for name, value in attributes.items()
    }


def _mixed(elements: Any) -> dict[str, type]:
    """Give the type of each attribute that has several in a graph."""
    found: dict[str, set[type]] = {}
    for attributes in elements.values():
        for name, value in attributes.items():
            found.setdefault(name, set()).add(type(value))
    return {name: float if kinds == {int, float} else str for name, kinds in found.items() if len(kinds) > 1}


def _span(first: object, last: object) -> dict[str, Any]:
    start, end = str(first or last or ""), str(last or first or "")
    if not start:
        return {}
    if end[:4] < start[:4] or _day(end, last=True) < _day(start, last=False):
        end = start
    return {"start": _day(start, last=False), "end": _day(end, last=True)}


def _day(iso: str, last: bool) -> str:
    """Give the first or the last day that a date may mean, as `xsd:date`."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    month = month or ("12" if last else "01")
    if not day:
        leap = int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
        lengths = {"02": "29" if leap else "28", "04": "30", "06": "30", "09": "30", "11": "30"}
        day = lengths.get(month, "31") if last else "01"
    return f"{year}-{month}-{day}"
