"""Tables that can also be called: `kg.deals` is a frame, `kg.deals(supplier="Russia")` a part of the graph."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pandas

from graphbuilder.query.choices import DealConditions, TripleConditions, Words
from graphbuilder.query.days import When

Part = TypeVar("Part")


class SelectableFrame(pandas.DataFrame, Generic[Part]):
    """A frame that knows the graph it belongs to; called, it gives a part of it.

    It is an ordinary `DataFrame` in all else, and what is made from it (a copy, a filter, a pickle) is a plain one.
    """

    _select: Callable[[Any], Part]

    def __init__(self, frame: pandas.DataFrame, select: Callable[[Any], Part]) -> None:
        super().__init__(frame)  # type: ignore[call-arg]
        object.__setattr__(self, "_select", select)

    @property
    def _constructor(self) -> type[pandas.DataFrame]:
        return pandas.DataFrame

    def __reduce__(self) -> tuple[Any, ...]:
        return pandas.DataFrame.copy, (pandas.DataFrame(self),)

    def __deepcopy__(self, memo: object = None) -> pandas.DataFrame:
        return self.copy()


class DealsFrame(SelectableFrame[Part]):
    """The table of deals; called, it selects deals."""

    def __call__(
        self,
        *,
        supplier: Words | None = None,
        recipient: Words | None = None,
        weapon: Words | None = None,
        party: Words | None = None,
        category: Words | None = None,
        status: Words | None = None,
        kind: Words | None = None,
        since: When = None,
        until: When = None,
        least_confidence: float = 0.0,
    ) -> Part:
        """Select the deals that meet all conditions, with their parties, statements and articles.

        Args:
            supplier: A name, an alias or an id, or several of them, of which one must fit; so for all names below.
            recipient: Who gets it.
            weapon: What is transferred.
            party: Who takes part, as supplier or recipient.
            category: A word of the column `weapon_category`, or several; so for all words below.
            status: The last state known, such as `ordered`.
            kind: `sale`, `aid`, `lease`, `licence`, `co-development` or `upgrade`.
            since: The first date, `2019`, `2019-08`, `2019-08-29` or a `date`; the date of a deal is that of its order,
                else when it was first reported.
            until: The last date, within the period; `2019` is up to the end of that year.
            least_confidence: In [0, 1].

        Returns:
            The part of the graph; `.deals` is its table.

        Raises:
            QueryError: A name, word or date is not known; the message gives the nearest.
        """
        return self._select(
            DealConditions(
                supplier=supplier,
                recipient=recipient,
                weapon=weapon,
                party=party,
                category=category,
                status=status,
                kind=kind,
                since=since,
                until=until,
                least_confidence=least_confidence,
            )
        )


class TriplesFrame(SelectableFrame[Part]):
    """The table of triples; called, it selects triples."""

    def __call__(
        self,
        *,
        subject: Words | None = None,
        object: Words | None = None,
        about: Words | None = None,
        relation_type: Words | None = None,
        polarity: Words | None = None,
        modality: Words | None = None,
        said_by: Words | None = None,
        since: When = None,
        until: When = None,
        least_confidence: float = 0.0,
    ) -> Part:
        """Select the triples that meet all conditions, with their entities, articles and the deals they speak of.

        Args:
            subject: A name, an alias or an id, or several of them, of which one must fit.
            object: The same for the object.
            about: The same for subject or object.
            relation_type: A word of the closed list, such as `SUPPLIES`, or several.
            polarity: `affirmed` or `negated`.
            modality: `asserted`, `planned`, `possible`, `requested` or `conditional`.
            said_by: Who said it: a name, or the words for a speaker without one; `""` for the articles themselves.
            since: The first date, `2019`, `2019-08`, `2019-08-29` or a `date`; a triple without a date has that of its
                article.
            until: The last date, within the period.
            least_confidence: In [0, 1].

        Returns:
            The part of the graph; `.triples` is its table.

        Raises:
            QueryError: A name, word or date is not known; the message gives the nearest.
        """
        return self._select(
            TripleConditions(
                subject=subject,
                object=object,
                about=about,
                relation_type=relation_type,
                polarity=polarity,
                modality=modality,
                said_by=said_by,
                since=since,
                until=until,
                least_confidence=least_confidence,
            )
        )
