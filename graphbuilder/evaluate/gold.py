"""A gold folder: articles `NN.txt`, each with what should be found in it, `NN.json`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuilder.errors import InputError


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity that should be found (or, if not `must`, may be) under any of `names`; the first is the best."""

    names: tuple[str, ...]
    types: frozenset[str]
    must: bool = True


@dataclass(frozen=True, slots=True)
class GoldTriple:
    """A triple by what is accepted in each place; an object of None stands for any."""

    subjects: tuple[str, ...]
    relations: tuple[str, ...]
    relation_types: frozenset[str]
    objects: tuple[str | None, ...]
    polarities: frozenset[str]
    modalities: frozenset[str]
    speakers: tuple[str | None, ...]
    must: bool = True
    also: tuple["GoldTriple", ...] = ()


@dataclass(frozen=True, slots=True)
class GoldDeal:
    """A deal by who, to whom and what (any, where None); `values` are accepted by column, "" for an empty cell."""

    suppliers: tuple[str | None, ...]
    recipients: tuple[str | None, ...]
    weapons: tuple[str | None, ...]
    values: Mapping[str, frozenset[str]]
    must: bool = True


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article and its gold."""

    name: str
    path: Path
    entities: tuple[GoldEntity, ...]
    triples: tuple[GoldTriple, ...]
    deals: tuple[GoldDeal, ...]
    not_deals: tuple[GoldDeal, ...]
    distractor: bool = False


DEAL_COLUMNS = ("status", "kind", "quantity", "value", "currency", "ordered", "manufacturer", "weapon_category")
# columns in which gold without a value asks for an empty cell; elsewhere it leaves the cell unjudged
EMPTY_MEANS_EMPTY = frozenset({"quantity", "value", "currency"})


def read_gold_folder(folder: Path) -> list[GoldArticle]:
    """Read all articles of a gold folder, or of its folder `articles`, by name.

    Raises:
        InputError: there is no gold, a text is missing, or a gold file is not as described.
    """
    place = folder / "articles" if (folder / "articles").is_dir() else folder
    files = sorted(place.glob("*.json"))
    if not files:
        raise InputError(f"{folder} holds no gold (NN.json beside NN.txt); name a folder of articles with their gold")
    return [_article(path) for path in files]


def _article(path: Path) -> GoldArticle:
    text = path.with_suffix(".txt")
    if not text.is_file():
        raise InputError(f"{path} has no article {text.name} beside it; add the article or remove its gold")
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise InputError(f"{path}, line {error.lineno}: not JSON ({error.msg}); mend the line") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from error
    try:
        return GoldArticle(
            name=path.stem,
            path=text,
            entities=tuple(_entity(each) for each in raw.get("entities", ())),
            triples=tuple(_triple(each) for each in raw.get("triples", ())),
            deals=tuple(_deal(each) for each in raw.get("deals", ())),
            not_deals=tuple(_deal(each) for each in raw.get("not_deals", ())),
            distractor=bool(raw.get("distractor", False)),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: the field {error} is missing or of the wrong kind; see the gold format") from error


def _entity(raw: Mapping[str, Any]) -> GoldEntity:
    names = (raw["name"], *raw.get("aliases", ()), *raw.get("also", ()))
    return GoldEntity(tuple(dict.fromkeys(names)), frozenset(raw.get("types") or [raw["type"]]), raw.get("must", True))


def _triple(raw: Mapping[str, Any]) -> GoldTriple:
    return GoldTriple(
        subjects=_accepted(raw["subject"]),
        relations=_accepted(raw["relation"]),
        relation_types=frozenset(_accepted(raw.get("relation_type", []))),
        objects=_accepted(raw["object"]),
        polarities=frozenset(_accepted(raw["polarity"])),
        modalities=frozenset(_accepted(raw["modality"])),
        speakers=_accepted(raw["attributed_to"]),
        must=raw.get("must", True),
        also=tuple(_triple(each) for each in raw.get("also", ())),
    )


def _deal(raw: Mapping[str, Any]) -> GoldDeal:
    known = [name for name in DEAL_COLUMNS if raw.get(name) is not None or (name in raw and name in EMPTY_MEANS_EMPTY)]
    values = {
        name: frozenset("" if value is None else str(value) for value in _accepted(raw[name]))
        for name in known
        if name not in raw.get("ignore", ())
    }
    supplier, recipient, weapon = (_accepted(raw.get(name)) for name in ("supplier", "recipient", "weapon"))
    return GoldDeal(supplier, recipient, weapon, values, raw.get("must", True))


def _accepted(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)
