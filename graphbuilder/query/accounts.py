"""Tables that answer one question: who supplies, what happened when, and what stands behind a link."""

from typing import Any

import pandas

from graphbuilder.errors import QueryError
from graphbuilder.query.choices import deal_dates
from graphbuilder.query.content import FLOW, ROLES, Content
from graphbuilder.query.days import first_day
from graphbuilder.query.frames import items

PARTNER_COLUMNS = ["deals", "weapons", "statuses", "first", "last", "confidence"]
TIMELINE_COLUMNS = [
    *("date", "reported", "subject", "relation", "object", "relation_type", "polarity", "modality", "said_by"),
    *("confidence", "title", "evidence", "triple_id", "document_id"),
]
EVIDENCE_COLUMNS = [
    *("evidence", "title", "reported", "source", "subject", "relation", "object", "polarity", "modality", "said_by"),
    *("confidence", "document_id", "start", "end", "triple_id"),
]


def partners(content: Content, entity_id: str, partner: str, other: str) -> pandas.DataFrame:
    """Give the partners of an actor, or those that trade a weapon, one a row, most deals first.

    Args:
        content: The graph.
        entity_id: The actor or weapon.
        partner: `supplier` or `recipient`: whom to list.
        other: The other of the two: the role of the actor.
    """
    deals = content.tables["deals"]
    own = deals[(deals[f"{other}_id"] == entity_id) | (deals["weapon_id"] == entity_id)]
    rows = []
    for (name, partner_id), found in own.groupby([partner, f"{partner}_id"], sort=True):
        dates = sorted(day for day in deal_dates(found) if day)
        rows.append(
            {
                partner: name,
                f"{partner}_id": partner_id,
                "deals": len(found),
                "weapons": "|".join(sorted({weapon for weapon in found["weapon"] if weapon})),
                "statuses": "|".join(sorted({status for status in found["status"] if status})),
                "first": dates[0] if dates else "",
                "last": dates[-1] if dates else "",
                "confidence": float(found["confidence"].max()),
            }
        )
    columns = [partner, f"{partner}_id", *PARTNER_COLUMNS]
    frame = _typed(pandas.DataFrame(rows, columns=columns), whole=("deals",))
    return frame.sort_values(["deals", partner, f"{partner}_id"], ascending=[False, True, True]).reset_index(drop=True)


def timeline(content: Content, chosen: Any) -> pandas.DataFrame:
    """Give triples in the order of their dates; where a triple has none, that of its article counts.

    Args:
        content: The graph.
        chosen: Which triples, as truth values.

    Returns:
        The columns of `TIMELINE_COLUMNS`; `date` is when it happens, `reported` the date of the article.
    """
    triples = _with_articles(content, content.tables["triples"][chosen])
    days = triples["date"].where(triples["date"] != "", triples["reported"])
    triples = triples.assign(day=days.map(lambda day: first_day(day) or "9999"))
    ordered = triples.sort_values(["day", "reported", "document_id", "start", "triple_id"])
    return _typed(ordered[TIMELINE_COLUMNS].reset_index(drop=True))


def evidence(content: Content, link: object) -> pandas.DataFrame:
    """Give the statements behind a link, in the order they were reported.

    Args:
        content: The graph.
        link: The key of an edge, an edge as networkx gives it (two nodes, or two nodes and the key), or the id of a
            deal, a triple or a statement; an entity by any of its names gives all that is said about it.

    Raises:
        QueryError: The graph has no such link.
    """
    triples = content.tables["triples"].reset_index(drop=True)
    found = _with_articles(content, triples.iloc[sorted(set(_places(content, triples, link)))])
    ordered = found.sort_values(["reported", "document_id", "start", "triple_id"])
    ordered = ordered.drop_duplicates(["document_id", "statement_id"])
    return _typed(ordered[EVIDENCE_COLUMNS].reset_index(drop=True), whole=())


def _places(content: Content, triples: pandas.DataFrame, link: object) -> list[int]:
    if isinstance(link, tuple | list) and len(link) in (2, 3):
        return _of_edge(content, [str(part) for part in link])
    text = str(link)
    deals = content.tables["deals"]
    deal = deals[deals["deal_id"] == text]
    if len(deal):
        return triples.index[triples["triple_id"].isin(items(deal["triples"].iloc[0]))].tolist()
    for column in ("triple_id", "statement_id"):
        rows: list[int] = triples.index[triples[column] == text].tolist()
        if rows:
            return rows
    for source, target, key in content.graph.edges(keys=True):
        if key == text:
            return _of_edge(content, [source, target, key])
    entity_id = content.names.entity_id(text)
    about = (triples["subject_id"] == entity_id) | (triples["object_id"] == entity_id)
    return triples.index[about].tolist()


def _of_edge(content: Content, link: list[str]) -> list[int]:
    source, target, *keys = link
    source, target = (node if node in content.graph else content.names.entity_id(node) for node in (source, target))
    parallel = content.graph.get_edge_data(source, target) or {}
    if not parallel or (keys and keys[0] not in parallel):
        raise QueryError(
            f"no edge leads from {source!r} to {target!r}; `.graph.edges(keys=True)` lists those there are"
        )
    triples = content.tables["triples"]
    rows: list[int] = []
    for key, attributes in sorted(parallel.items()):
        if keys and key != keys[0]:
            continue
        kind = attributes.get("relation_type")
        if kind in ROLES or kind == FLOW:
            deals = content.tables["deals"]
            of_pair = (deals["supplier_id"] == source) & (deals["recipient_id"] == target)
            chosen = of_pair if kind == FLOW else deals["deal_id"].isin([source, target])
            wanted = {name for cell in deals[chosen]["triples"] for name in items(cell)}
            rows += [place for place, name in enumerate(triples["triple_id"]) if name in wanted]
        else:
            rows += content.rows_of(source, target, attributes)
    return rows


def _with_articles(content: Content, triples: pandas.DataFrame) -> pandas.DataFrame:
    documents = content.tables["documents"].set_index("document_id")
    documents = documents[~documents.index.duplicated()]
    return triples.assign(
        reported=_looked_up(triples["document_id"], documents["date"]),
        title=_looked_up(triples["document_id"], documents["title"]),
        source=_looked_up(triples["document_id"], documents["source"]),
        said_by=[content.labels.get(name, name) for name in triples["attributed_to"]],
    )


def _looked_up(ids: "pandas.Series[str]", values: "pandas.Series[str]") -> list[str]:
    by_id = values.to_dict()
    return [str(by_id.get(name, "")) for name in ids]


def _typed(frame: pandas.DataFrame, whole: tuple[str, ...] = ()) -> pandas.DataFrame:
    """Give an empty frame the types that one with rows has."""
    texts = [name for name in frame.columns if name not in {*whole, "confidence", "start", "end"}]
    return frame.astype({"confidence": "float64", **dict.fromkeys(whole, "int64"), **dict.fromkeys(texts, "str")})
