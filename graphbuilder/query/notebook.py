"""How a graph looks in a notebook: a summary with a picture, and the interactive page in a frame."""

import html
from collections.abc import Mapping
from dataclasses import dataclass

import networkx
import pandas

from graphbuilder.query.picture import picture

_DEALS_SHOWN = 10
_DEAL_COLUMNS = ["supplier", "recipient", "weapon", "quantity", "status", "ordered", "confidence"]
_COUNTED = {"documents": "article", "triples": "triple", "entities": "entity", "deals": "deal"}


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page in a frame of a notebook, shut off from the notebook: articles are not to be trusted with it."""

    page: str
    height: int

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.page)}" title="Knowledge graph" sandbox="allow-scripts allow-downloads'
            f' allow-popups" style="width: 100%; height: {int(self.height)}px; border: 0"></iframe>'
        )


def summary(tables: Mapping[str, pandas.DataFrame]) -> str:
    """Count what a graph holds: "1 article, 12 triples, 7 entities, 2 deals"."""
    return ", ".join(counted(len(tables[name]), noun) for name, noun in _COUNTED.items())


def summary_html(title: str, tables: Mapping[str, pandas.DataFrame], graph: "networkx.MultiDiGraph[str]") -> str:
    """Give a summary of a graph as HTML: counts, a picture, and the first deals."""
    deals = tables["deals"]
    shown = deals[_DEAL_COLUMNS].head(_DEALS_SHOWN)
    filled = shown.astype(object).where(shown.notna(), "")
    table = filled.to_html(index=False, border=0) if len(shown) else ""
    more = len(deals) - len(shown)
    rest = f"<p>and {counted(more, 'more deal')}: <code>.deals</code></p>" if more else ""
    return f"<div><p><b>{html.escape(title)}</b>: {summary(tables)}</p>{picture(graph)}{table}{rest}</div>"


def counted(count: int, noun: str) -> str:
    """Say a number with its noun: "1 deal", "2,000 entities"."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{count:,} {noun if count == 1 else plural}"
