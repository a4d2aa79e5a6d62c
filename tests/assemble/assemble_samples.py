"""Short ways to write articles that are read already, for the tests of this folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graphbuilder.assemble.deals import register_of
from graphbuilder.assemble.triples import triples_of
from graphbuilder.lexicon.entry import Entry, WeaponClass
from graphbuilder.records import (
    Argument,
    Article,
    Block,
    Deal,
    Entity,
    Mention,
    Money,
    Reading,
    Statement,
    Thing,
    Triple,
)

CODES = {
    "Turkey": "TUR", "Russia": "RUS", "Poland": "POL", "Germany": "DEU", "Ukraine": "UKR", "India": "IND", "Israel": "ISR",
    "United States": "USA", "Hungary": "HUN", "Sweden": "SWE", "Estonia": "EST", "Latvia": "LVA", "South Korea": "KOR",
}  # fmt: skip
DEMONYMS = {"Russian", "German", "Israeli", "Swedish"}
WEAPONS = {
    "S-400": ("RUS", "air defence systems", "Almaz-Antey"),
    "Su-35": ("RUS", "aircraft", "Sukhoi"),
    "F-16": ("USA", "aircraft", "Lockheed Martin"),
    "HIMARS": ("USA", "artillery", "Lockheed Martin"),
    "ATACMS": ("USA", "missiles", ""),
    "Arrow 3": ("ISR", "air defence systems", ""),
    "Leopard 2": ("DEU", "armoured vehicles", ""),
    "Gripen": ("SWE", "aircraft", "Saab"),
    "K2": ("KOR", "armoured vehicles", "Hyundai Rotem"),
    "K9": ("KOR", "artillery", "Hanwha"),
}
ORGANIZATIONS = {
    "Hyundai Rotem": ("KOR", "company"),
    "Hanwha": ("KOR", "company"),
    "Turkish Navy": ("TUR", "armed forces"),
    "Rosoboronexport": ("RUS", "agency"),
    "Arsenal": ("", "club"),
}
CLASSES = {
    "helicopters": ("aircraft", "strong"), "transport helicopters": ("aircraft", "strong"),
    "weapons": ("other", "weak"), "tanks": ("armoured vehicles", "strong"),
    "launchers": ("artillery", "strong"), "ammunition": ("other", "part"),
}  # fmt: skip


class Names:
    """A lexicon of the names above."""

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a key."""
        kind, _, name = key.partition(":")
        if kind == "weapon" and name in WEAPONS:
            country, category, maker = WEAPONS[name]
            return Entry(key, name, "WEAPON", country=country, category=category, maker=maker)
        if kind == "org" and name in ORGANIZATIONS:
            return Entry(key, name, "ORGANIZATION", country=ORGANIZATIONS[name][0], kind=ORGANIZATIONS[name][1])
        return None

    def country(self, code: str) -> Entry | None:
        """Return the entry of a country."""
        names = [name for name, known in CODES.items() if known == code]
        return Entry(f"country:{code}", names[0], "COUNTRY", country=code) if names else None

    def weapon_class(self, text: str) -> WeaponClass | None:
        """Return the class of a noun."""
        found = CLASSES.get(text.casefold())
        return WeaponClass(text, text, found[0], found[1]) if found else None


@dataclass(frozen=True)
class Sample:
    """An article under construction: `things` maps a surface to the entity it stands for."""

    text: str
    things: Mapping[str, str | tuple[str, ...]]
    statements: Sequence[dict[str, Any]]
    date: str = "2020-05-01"
    types: Mapping[str, str] = field(default_factory=dict)


def type_of(name: str, types: Mapping[str, str]) -> str:
    """Return the entity type of a name."""
    if name in types:
        return types[name]
    if name in CODES:
        return "COUNTRY"
    return "WEAPON" if name in WEAPONS or name in CLASSES else "ORGANIZATION"


def build(*samples: Sample) -> tuple[list[Reading], dict[tuple[str, int], str], dict[str, Entity]]:
    """Return the readings, the entity of each thing, and the entities of some articles."""
    readings, entity_of, entities = [], {}, {}
    for number, sample in enumerate(samples):
        document = f"doc{number}"
        names = sorted({n for v in sample.things.values() for n in ((v,) if isinstance(v, str) else v)})
        for thing, name in enumerate(names):
            kind = type_of(name, sample.types)
            entity_of[document, thing] = f"id {name}"
            entities[f"id {name}"] = _entity(name, kind)
        readings.append(_reading(document, sample, names))
    return readings, entity_of, entities


def triples_and_deals(*samples: Sample) -> tuple[list[Triple], list[Deal]]:
    """Run both steps over some articles."""
    readings, entity_of, entities = build(*samples)
    triples = [t for r in readings for t in triples_of(r, entity_of, entities)]
    return triples, register_of(readings, triples, entity_of, entities, Names())[0]


def deals(*samples: Sample) -> list[Deal]:
    """Return the deals of some articles."""
    return triples_and_deals(*samples)[1]


def _entity(name: str, kind: str) -> Entity:
    country = CODES.get(name, "") or ORGANIZATIONS.get(name, ("", ""))[0]
    if name in WEAPONS:
        return Entity(f"id {name}", name, kind, country=WEAPONS[name][0], key=f"weapon:{name}")
    key = f"country:{country}" if kind == "COUNTRY" else f"org:{name}" if name in ORGANIZATIONS else ""
    return Entity(f"id {name}", name, kind, country=country, key=key)


def _reading(document: str, sample: Sample, names: Sequence[str]) -> Reading:
    text, sentences, at = sample.text, [], 0
    for line in text.split("\n"):
        sentences.append((at, at + len(line)))
        at += len(line) + 1
    article = Article(document, text, (Block("body", 0, len(text)),), date=sample.date)
    mentions = []
    for surface, value in sample.things.items():
        group = (value,) if isinstance(value, str) else value
        kind = type_of(group[0], sample.types)
        for start in _places(text, surface):
            head = start + surface.rfind(" ") + 1 if group[0] in CLASSES or len(group) > 1 else start
            mentions.append(
                Mention(
                    document,
                    _sentence(sentences, start),
                    start,
                    start + len(surface),
                    surface,
                    "name" if len(group) == 1 and group[0] not in CLASSES else "nominal",
                    kind,
                    head,
                    start + len(surface),
                    how="class" if group[0] in CLASSES else "demonym" if surface in DEMONYMS else "name",
                    things=tuple(names.index(n) for n in group),
                )
            )
    things = tuple(Thing(i, document, name, type_of(name, sample.types)) for i, name in enumerate(names))
    statements = tuple(_statement(document, i, row, text, sentences) for i, row in enumerate(sample.statements))
    return Reading(article, tuple(sentences), tuple(mentions), things, statements)


def _places(text: str, surface: str) -> list[int]:
    out, at = [], text.find(surface)
    while at >= 0:
        out.append(at)
        at = text.find(surface, at + 1)
    return out


def _sentence(sentences: Sequence[tuple[int, int]], place: int) -> int:
    return next(i for i, (start, end) in enumerate(sentences) if start <= place <= end)


def argument(text: str, phrase: str, role: str = "", slot: str = "object", after: int = 0, **more: Any) -> Argument:
    """Write an argument: `phrase` as it stands in the text, its head between `[` and `]` or else its last word."""
    bare = phrase.replace("[", "").replace("]", "")
    start = text.index(bare, after)
    head = start + (phrase.index("[") if "[" in phrase else bare.rfind(" ") + 1)
    end = head + (phrase.index("]") - phrase.index("[") - 1 if "[" in phrase else len(bare) - (head - start))
    return Argument(bare, start, start + len(bare), head, end, slot, role=role, **more)


def money(value: int, currency: str = "USD") -> Money:
    """Write an amount of money."""
    return Money(value, currency, 0, 0)


def _statement(
    document: str, number: int, row: dict[str, Any], text: str, sentences: Sequence[tuple[int, int]]
) -> Statement:
    row = dict(row)
    predicate = row.pop("at")
    after = row.pop("after", 0)
    start = text.index(predicate, after)
    sentence = _sentence(sentences, start)
    first = sentences[sentence][0]
    arguments = []
    for phrase, role, more in [(*item, {})[:3] for item in row.pop("args")]:
        slot = more.get("slot", "object")
        rest = {k: v for k, v in more.items() if k != "slot"}
        made = argument(text, phrase, role, slot, first, **rest)
        if made.money is not None:
            made = replace(made, money=replace(made.money, start=made.start, end=made.end))
        arguments.append(made)
    subject = next((a for a in arguments if a.slot == "subject"), None)
    defaults: dict[str, Any] = {
        "relation": row.get("lemma", predicate),
        "lemma": predicate,
        "surface": predicate,
        "confidence": 0.8,
    }
    return Statement(
        statement_id=f"{document}-s{number}", document_id=document, sentence=sentence, start=first,
        end=sentences[sentence][1], rule="test", predicate_start=start, predicate_end=start + len(predicate),
        subject=subject, arguments=tuple(a for a in arguments if a is not subject), **{**defaults, **row},
    )  # fmt: skip


SUBJECT = {"slot": "subject"}
