"""Which deals and which triples meet a set of conditions."""

from collections.abc import Iterable
from typing import Any, TypedDict, get_args

import numpy
import pandas

from graphbuilder.errors import QueryError
from graphbuilder.lexicon.tables import table
from graphbuilder.query.content import Content
from graphbuilder.query.days import When, first_day, limits, within
from graphbuilder.query.names import one_of
from graphbuilder.records import Kind, Modality, Polarity, Status

Words = str | Iterable[str]


class DealConditions(TypedDict, total=False):
    """What `deals` can be asked for."""

    supplier: Words | None
    recipient: Words | None
    weapon: Words | None
    party: Words | None
    category: Words | None
    status: Words | None
    kind: Words | None
    since: When
    until: When
    least_confidence: float


class TripleConditions(TypedDict, total=False):
    """What `triples` can be asked for."""

    subject: Words | None
    object: Words | None
    about: Words | None
    relation_type: Words | None
    polarity: Words | None
    modality: Words | None
    said_by: Words | None
    since: When
    until: When
    least_confidence: float


def deals_where(content: Content, asked: DealConditions) -> Any:
    """Tell for each deal whether it meets all conditions; those that are None ask for nothing.

    Raises:
        QueryError: A name, word or date is not known.
    """
    deals = content.tables["deals"]
    chosen = numpy.ones(len(deals), dtype=bool)
    chosen &= _named(content, deals, ("supplier",), asked.get("supplier"))
    chosen &= _named(content, deals, ("recipient",), asked.get("recipient"))
    chosen &= _named(content, deals, ("weapon",), asked.get("weapon"))
    chosen &= _named(content, deals, ("supplier", "recipient"), asked.get("party"))
    categories = sorted({str(cell) for cell in deals["weapon_category"] if cell})
    chosen &= _worded("category", deals["weapon_category"], asked.get("category"), categories)
    chosen &= _worded("status", deals["status"], asked.get("status"), get_args(Status))
    chosen &= _worded("kind of deal", deals["kind"], asked.get("kind"), get_args(Kind))
    first, last = limits(asked.get("since"), asked.get("until"))
    if first or last:
        chosen &= numpy.asarray(within(deal_dates(deals), first, last))
    return chosen & _sure(deals["confidence"], asked.get("least_confidence", 0.0))


def triples_where(content: Content, asked: TripleConditions) -> Any:
    """Tell for each triple whether it meets all conditions; those that are None ask for nothing.

    Raises:
        QueryError: A name, word or date is not known.
    """
    triples = content.tables["triples"]
    chosen = numpy.ones(len(triples), dtype=bool)
    chosen &= _named(content, triples, ("subject",), asked.get("subject"))
    chosen &= _named(content, triples, ("object",), asked.get("object"))
    chosen &= _named(content, triples, ("subject", "object"), asked.get("about"))
    chosen &= _said_by(content, triples["attributed_to"], asked.get("said_by"))
    types = [row["relation_type"] for row in table("relation_types.tsv", "relation_type")]
    types = sorted({*types, *(str(cell) for cell in triples["relation_type"].unique() if cell)})
    chosen &= _worded("relation type", triples["relation_type"], asked.get("relation_type"), types)
    chosen &= _worded("polarity", triples["polarity"], asked.get("polarity"), get_args(Polarity))
    chosen &= _worded("modality", triples["modality"], asked.get("modality"), get_args(Modality))
    first, last = limits(asked.get("since"), asked.get("until"))
    if first or last:
        chosen &= numpy.asarray(within(content.dated(), first, last))
    return chosen & _sure(triples["confidence"], asked.get("least_confidence", 0.0))


def deal_dates(deals: pandas.DataFrame) -> "pandas.Series[str]":
    """Give the date of each deal: of its order, else when it was first reported."""
    return deals["ordered"].where(deals["ordered"] != "", deals["first_reported"])


def by_date(deals: pandas.DataFrame) -> pandas.DataFrame:
    """Sort deals by their dates; those without one come last."""
    order = deal_dates(deals).map(lambda day: first_day(day) or "9999")
    places = pandas.DataFrame({"day": order, "deal_id": deals["deal_id"]}).sort_values(["day", "deal_id"]).index
    return deals.loc[places].reset_index(drop=True)


def _listed(values: Words) -> list[str]:
    return [values] if isinstance(values, str) else [str(value) for value in values]


def _named(content: Content, frame: pandas.DataFrame, roles: tuple[str, ...], names: Words | None) -> Any:
    if names is None:
        return True
    chosen = numpy.zeros(len(frame), dtype=bool)
    for name in _listed(names):
        entity_id = content.names.find(name)
        of_name = numpy.zeros(len(frame), dtype=bool)
        for role in roles:
            # A party may have no entity of its own: it is then found by its words.
            column, wanted = (f"{role}_id", entity_id) if entity_id else (role, name)
            of_name |= numpy.asarray(frame[column] == wanted)
        if entity_id is None and not of_name.any():
            content.names.entity_id(name)  # raises, with the nearest names
        chosen |= of_name
    return chosen


def _said_by(content: Content, column: "pandas.Series[str]", names: Words | None) -> Any:
    if names is None:
        return True
    wanted = [content.names.find(name) or name for name in _listed(names)]
    for name in wanted:
        if name and name not in content.labels and not (column == name).any():
            content.names.entity_id(name)
    return numpy.asarray(column.isin(wanted))


def _worded(what: str, column: "pandas.Series[str]", words: Words | None, allowed: Iterable[str]) -> Any:
    if words is None:
        return True
    return numpy.asarray(column.isin(one_of(what, words, list(allowed))))


def _sure(column: "pandas.Series[float]", least: float) -> Any:
    if not 0 <= least <= 1:
        raise QueryError(f"the least confidence is {least}; it must be between 0 and 1")
    return True if least == 0 else numpy.asarray(column >= least)
