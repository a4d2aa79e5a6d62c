"""The page: a view model written as one HTML file that asks the network for nothing.

pyvis holds the network and renders it through our own template, with escaping on. All data stands in JSON islands
that no parser of HTML can leave; a policy in the page forbids every request and every script but ours, by its hash.
"""

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from pyvis.network import Network

from graphbuilder.records import Knowledge
from graphbuilder.show.labels import printable
from graphbuilder.show.view import Model, view_model

_VIS_NETWORK = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
# Inside a script element these could end it, open a comment or end a line of JavaScript.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False, "tooltipDelay": 0, "hoverConnectedEdges": False},
    "nodes": {"chosen": False, "shape": "custom"},
    "edges": {"chosen": False, "arrowStrikethrough": False, "selectionWidth": 0, "hoverWidth": 0},
}


def write_page(knowledge: Knowledge, graph: "nx.MultiDiGraph[str]", path: Path, title: str) -> None:
    """Write the page of a build.

    Args:
        knowledge: the records of the build.
        graph: its graph, with the attributes of graph.graphml.
        path: the file to write, replaced if it is there.
        title: what stands in the page's head; shown as text.
    """
    path.write_text(page_html(knowledge, graph, title), encoding="utf-8", newline="\n")


def page_html(knowledge: Knowledge, graph: "nx.MultiDiGraph[str]", title: str) -> str:
    """Return the page of a build as HTML; the same text for the same input."""
    return render(view_model(knowledge, graph), title)


def render(model: Model, title: str) -> str:
    """Return the page of a view model."""
    network = _network(model)
    static = files("graphbuilder.show").joinpath("static")
    scripts = [_vis_network(), _bundle("js")]
    style = _bundle("css")
    environment = Environment(
        loader=FileSystemLoader(str(static)),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        title=printable(title),
        policy=_policy(scripts, style),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        model=Markup(_island({**model, "title": printable(title)})),
        island=lambda value: Markup(_island(value)),
        deals=model["deals"],
        counts=model["counts"],
    )
    network.templateEnv = environment
    network.path = "template.html"
    html: str = network.generate_html()
    return html


class _Ids(set[str]):
    """The ids of a pyvis network as a set: its own list is searched from the start at every call."""

    def append(self, node_id: str) -> None:
        self.add(node_id)


def _network(model: Model) -> Network:
    """Feed a view model to pyvis: places, sizes and curves; what is said of a node or edge stays in the model."""
    network = Network(directed=True, cdn_resources="in_line", height="100%", width="100%")
    network.options = _OPTIONS
    network.node_ids = _Ids()
    for node in model["nodes"]:
        network.add_node(
            node["id"], label=node["label"], shape="custom", color=None, x=node["x"], y=node["y"], size=node["size"]
        )
    for edge in model["edges"]:
        bend = edge["bend"]
        way = "curvedCW" if bend >= 0 else "curvedCCW"
        smooth = {"enabled": True, "type": way, "roundness": abs(bend)}
        network.add_edge(edge["from"], edge["to"], id=edge["id"], smooth=smooth)
    return network


def _island(value: Any) -> str:
    """Write a value as JSON that can stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return text.translate(_ESCAPES)


@cache
def _vis_network() -> str:
    return _one_script(_VIS_NETWORK.read_text(encoding="utf-8"))


@cache
def _bundle(kind: str) -> str:
    """Join our files of one kind in the order of their names."""
    folder = files("graphbuilder.show").joinpath("static")
    parts = sorted(
        (part.name, part.read_text(encoding="utf-8")) for part in folder.iterdir() if part.name.endswith(kind)
    )
    text = "\n".join(part for _, part in parts)
    return _one_script(f'(() => {{\n"use strict";\n{text}}})();\n') if kind == "js" else f"\n{text}"


def _one_script(text: str) -> str:
    """Give a script the line ends a browser sees, so that its hash holds, and keep it from ending its element."""
    return "\n" + text.replace("\r\n", "\n").replace("\r", "\n").replace("</script", "<\\/script")


def _policy(scripts: list[str], style: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
