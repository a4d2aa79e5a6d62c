"""What one statement says of a transfer: the step between statements and deals."""

from dataclasses import dataclass

from graphbuilder.records import Argument, Money, Statement


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity in a role; `place` is the offset of the head that names it."""

    entity: str
    place: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement about a transfer with its participants by role, before gaps are filled.

    `actors` are those who approve, refuse or cancel. `themes` are the arguments with the role `theme`, `values` the
    prices in text order. `unknown` names the roles that the text fills with somebody who is no known entity.
    `statements` are all that were joined into this one, its own first.
    """

    statement: Statement
    givers: tuple[Actor, ...] = ()
    receivers: tuple[Actor, ...] = ()
    partners: tuple[Actor, ...] = ()
    actors: tuple[Actor, ...] = ()
    themes: tuple[Argument, ...] = ()
    values: tuple[Money, ...] = ()
    status: str = ""
    kind: str = ""
    date: str = ""
    unknown: frozenset[str] = frozenset()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A weapon that a statement is about: its entity id, how many, and how many of them are already there.

    `additional` says that the words set it apart from an order told before ("20 more"), `partial` that it is a part of
    a whole ("the first batch"). `revises` is a number told before that this one replaces, `rough` says that the number is about so many ("more than 20"). `place` is the offset of its head.
    """

    weapon: str
    quantity: int | None = None
    unit: str = ""
    delivered: int | None = None
    additional: bool = False
    partial: bool = False
    place: int = 0
    money: Money | None = None
    text: str = ""
    revises: int | None = None
    rough: bool = False
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One step of one transfer, as one statement tells it, with every role filled that can be.

    `supplier`, `recipient` and `partners` are parties; `actors` are the parties who approve, refuse or cancel.
    `speaker` is the party that says so. `upholds` says that it tells of no step, only that the deal goes on. `reported` is the article's date, `date` the event's; `earlier` says that
    the sentence puts it before its main event. `position` orders events within their article.
    `unknown` names the roles that must stay open, `bystanders` are all states that the sentence names, `inferred` what was concluded instead of told.
    """

    document_id: str
    sentence: int
    position: int
    reported: str
    item: Item
    relation_type: str
    lemma: str = ""
    supplier: str = ""
    recipient: str = ""
    partners: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    verdict: str = ""
    money: Money | None = None
    status: str = ""
    kind: str = ""
    weak_kind: bool = False
    modality: str = "asserted"
    date: str = ""
    earlier: bool = False
    confidence: float = 0.5
    attributed: bool = False
    speaker: str = ""
    upholds: bool = False
    makers: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    unknown: frozenset[str] = frozenset()
    bystanders: frozenset[str] = frozenset()
    statements: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()

    @property
    def weapon(self) -> str:
        """Return the entity id of the weapon."""
        return self.item.weapon
