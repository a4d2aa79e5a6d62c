"""What a graph can be asked."""

from abc import ABC, abstractmethod
from typing import Any, Self

import networkx
import numpy
import pandas

from graphbuilder.query import accounts, choices, cypher, walks
from graphbuilder.query.choices import Words
from graphbuilder.query.content import Content, participants
from graphbuilder.query.days import When, limits, within
from graphbuilder.query.frames import items
from graphbuilder.query.names import one_of
from graphbuilder.query.selectable import DealsFrame, TriplesFrame
from graphbuilder.records import Entity


class Questions(ABC):
    """The questions of a `KnowledgeGraph`. Names may be any alias; an unknown one is answered with the nearest."""

    @property
    @abstractmethod
    def deals(self) -> DealsFrame[Self]:
        """The arms deals, one a row; called, it selects some of them."""

    @property
    @abstractmethod
    def triples(self) -> TriplesFrame[Self]:
        """The statements, one a row; called, it selects some of them."""

    @abstractmethod
    def _content(self) -> Content:
        """Give the graph and its tables."""

    @abstractmethod
    def _part(self, entities: set[str], triples: Any, deals: Any) -> Self:
        """Give the part with these entities and these rows of the tables of triples and deals."""

    def entity(self, name: str) -> Entity:
        """Give the entity of a name.

        Args:
            name: A name, an alias or an id.

        Raises:
            QueryError: No entity has that name; the message gives the nearest.
        """
        content = self._content()
        entities = content.tables["entities"]
        row = entities.iloc[content.entity_rows[content.names.entity_id(name)]]
        return Entity(
            entity_id=row["entity_id"],
            name=row["name"],
            type=row["type"],
            country=row["country"],
            aliases=tuple(items(row["aliases"])),
            mentions=0 if pandas.isna(row["mentions"]) else int(row["mentions"]),
            documents=tuple(items(row["documents"])),
            wikidata=row["wikidata"],
        )

    def neighbourhood(self, name: str, hops: int = 1) -> Self:
        """Select what is within so many steps of an entity, whichever way the edges point.

        Args:
            name: A name, an alias or an id.
            hops: Steps; who takes part in the same deal is one step away.

        Raises:
            QueryError: The name is not known.
        """
        content = self._content()
        nodes = walks.near(content, content.names.entity_id(name), hops)
        triples, deals = content.tables["triples"], content.tables["deals"]
        within_it = triples["subject_id"].isin(nodes) & triples["object_id"].isin({*nodes, ""})
        return self._part(nodes, numpy.asarray(within_it), numpy.asarray(deals["deal_id"].isin(nodes)))

    def between(self, since: When = None, until: When = None) -> Self:
        """Select what was said or dealt in a period.

        Args:
            since: The first date, `2019`, `2019-08`, `2019-08-29` or a `date`; no limit where None.
            until: The last date, within the period; `2019` is up to the end of that year.

        Returns:
            The deals ordered (else first reported) and the triples that happened (else were reported) in the period.
            A date as wide as a year lies in every part of it; what has no date is left out.

        Raises:
            QueryError: A date cannot be read.
        """
        content = self._content()
        first, last = limits(since, until)
        deals = content.tables["deals"]
        chosen_deals = numpy.asarray(within(choices.deal_dates(deals), first, last))
        chosen = numpy.asarray(within(content.dated(), first, last))
        entities = participants(content, content.tables["triples"][chosen], deals[chosen_deals])
        return self._part(entities, chosen, chosen_deals)

    def paths(self, start: str, end: str, most: int = 3) -> pandas.DataFrame:
        """Give the shortest links between two entities, one step a row, with a sentence for each step.

        Args:
            start: A name, an alias or an id.
            end: The same.
            most: How many paths, the shortest first.

        Raises:
            QueryError: A name is not known.
        """
        content = self._content()
        return walks.paths(content, content.names.entity_id(start), content.names.entity_id(end), most)

    def suppliers_of(self, name: str) -> pandas.DataFrame:
        """Give who supplies an actor, or a weapon, one supplier a row, most deals first.

        Args:
            name: A name, an alias or an id.

        Returns:
            The columns `supplier, supplier_id, deals, weapons, statuses, first, last, confidence`. Talks and cancelled
            deals count too: see `statuses`, or select first, as in `kg.deals(status="delivered").suppliers_of("Turkey")`.

        Raises:
            QueryError: The name is not known.
        """
        content = self._content()
        return accounts.partners(content, content.names.entity_id(name), "supplier", "recipient")

    def recipients_of(self, name: str) -> pandas.DataFrame:
        """Give whom an actor supplies, or who gets a weapon, as `suppliers_of` gives who supplies."""
        content = self._content()
        return accounts.partners(content, content.names.entity_id(name), "recipient", "supplier")

    def timeline(self, name: str | None = None) -> pandas.DataFrame:
        """Give the statements about an entity, or all, in the order of their dates.

        Args:
            name: A name, an alias or an id.

        Returns:
            One statement a row: `date` is when it happens, `reported` the date of the article, which counts where there
            is no `date`.

        Raises:
            QueryError: The name is not known.
        """
        content = self._content()
        return accounts.timeline(content, choices.triples_where(content, {"about": name}))

    def actors(self, types: Words = ("COUNTRY", "ORGANIZATION", "PERSON")) -> "networkx.DiGraph[str]":
        """Give the plain network of actors, for centrality, communities and the like.

        Args:
            types: The types of entities to keep, some of `COUNTRY`, `ORGANIZATION` and `PERSON`.

        Returns:
            One edge for each ordered pair, with `weight`, `statements` and `deals`; nodes with `label`, `type`, `country`.
        """
        network = walks.actor_network(self._content())
        kept = one_of("type of actor", types, sorted(walks.ACTORS))
        network.remove_nodes_from([node for node in network if network.nodes[node]["type"] not in kept])
        return network

    def evidence(self, link: object) -> pandas.DataFrame:
        """Give the sentences behind a link, with article, date, speaker and place, in the order they were reported.

        Args:
            link: The key of an edge, an edge as networkx gives it, two names, or the id of a deal, triple or statement;
                a single name gives all that is said about it.

        Raises:
            QueryError: The graph has no such link.
        """
        return accounts.evidence(self._content(), link)

    def query(self, cypher_query: str) -> pandas.DataFrame:
        """Ask the graph in Cypher: `MATCH (a:COUNTRY)-[r:SUPPLIES]->(b) WHERE r.confidence > 0.8 RETURN a.label, b.label`.

        Args:
            cypher_query: MATCH, WHERE, RETURN, ORDER BY, SKIP and LIMIT. A node has its type as label (`COUNTRY`,
                `DEAL`), an edge its relation type as type; both have the attributes of graph.graphml, and `id`.

        Returns:
            A column for each thing returned; a node or edge returned as a whole is given by its `label`.

        Raises:
            QueryError: The query cannot be read or names what is not there; the message points at the place.
            ExtraError: The extra `query` is not installed.
        """
        return cypher.run(self._content(), cypher_query)
