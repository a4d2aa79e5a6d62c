"""The page: a view model written as one HTML file that asks the network for nothing.

pyvis holds the network and renders it through our own template, with escaping on. All data stands in JSON islands
that no parser of HTML can leave; a policy in the page forbids every request and every script but ours, by its hash.
"""

import base64
import hashlib
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
from graphbuilder.show.pack import MOST_PLAIN, island, packed
from graphbuilder.show.pause import collection_paused
from graphbuilder.show.view import Model, view_model

_VIS_NETWORK = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": False, "keyboard": False, "tooltipDelay": 0, "hoverConnectedEdges": False},
    "nodes": {"chosen": False, "shape": "dot"},
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
    with collection_paused():
        return render(view_model(knowledge, graph), title)


def render(model: Model, title: str, most_plain: int = MOST_PLAIN) -> str:
    """Return the page of a view model; data beyond `most_plain` characters is compressed in it."""
    network = _network(model)
    static = files("graphbuilder.show").joinpath("static")
    scripts = [_vis_network(), _bundle("js")]
    style = _bundle("css")
    data = packed({**model, "title": printable(title)}, most_plain)
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
        model={"text": Markup(data.text), "type": data.type, "form": data.form},
        places=_places,
        island=lambda value: Markup(island(value)),
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


def _places(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> Markup:
    """Write where pyvis has the nodes, and how far its edges bend, in the order of the view model."""
    places = [value for node in nodes for value in (node["x"], node["y"], node["size"])]
    bends = [_bend(edge["smooth"]) for edge in edges]
    return Markup(island({"nodes": places, "edges": bends}))


def _bend(smooth: dict[str, Any]) -> float:
    way = 1 if smooth["type"] == "curvedCW" else -1
    return way * float(smooth["roundness"])


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
    return _one_script(f'(async () => {{\n"use strict";\n{text}}})();\n') if kind == "js" else f"\n{text}"


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
