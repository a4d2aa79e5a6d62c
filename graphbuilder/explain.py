"""Why names are one entity, or two: what a build decided, put before the analyst together with what was near."""

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graphbuilder.errors import QueryError
from graphbuilder.lexicon.fold import key as fold
from graphbuilder.records import Article, Decision, Entity, EntityMention, Knowledge
from graphbuilder.resolve.scores import JOINED, Record, blocks_of, compare

_NEAREST = 5
_LIKENESS = 70.0  # of 100, from which a name is worth a look
_OUTCOMES = {
    "corrected": "Corrected by you",
    "joined": "Why these are one",
    "apart": "Near, and kept apart",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is said of some names: `entities` are those that they name, `text` the whole in lines."""

    entities: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.text)}</pre>"


def explain(knowledge: Knowledge, names: Sequence[str]) -> Explanation:
    """Say why the mentions of a name are one entity and what was near; of several names, why they are one or not.

    Args:
        knowledge: The records of a build.
        names: Names, aliases or ids of entities, in any case.

    Raises:
        QueryError: A name is not in the graph, or none was given.
    """
    if not names:
        raise QueryError("no name was given to explain; give a name, an alias or an id of entities.csv")
    found = {name: _entities(knowledge, name) for name in names}
    shown = list(dict.fromkeys(entity for entities in found.values() for entity in entities))
    blocks = [list(_entity(knowledge, entity)) for entity in shown]
    pairs = [(left, right) for place, left in enumerate(names) for right in names[place + 1 :]]
    blocks += [list(_pair(knowledge, left, right, found[left], found[right])) for left, right in pairs]
    text = "\n\n".join("\n".join(lines) for lines in blocks)
    return Explanation(tuple(entity.entity_id for entity in shown), text)


def _entities(knowledge: Knowledge, name: str) -> list[Entity]:
    """The entities with an id or name, else those with an alias."""
    wanted = fold(name)
    named = [each for each in knowledge.entities if each.entity_id == name or (wanted and fold(each.name) == wanted)]
    found = named or [each for each in knowledge.entities if wanted and wanted in map(fold, each.aliases)]
    if found:
        return found
    choices = {each.entity_id: each.name for each in knowledge.entities}
    near = process.extract(name, choices, scorer=fuzz.ratio, limit=3, score_cutoff=_LIKENESS)
    hint = f"; near are {', '.join(repr(known) for known, _, _ in near)}" if near else ""
    raise QueryError(f"no entity is called {name!r}{hint}; give a name, an alias or an id of entities.csv")


def _entity(knowledge: Knowledge, entity: Entity) -> Iterator[str]:
    mentions = [mention for mention in knowledge.mentions if mention.entity_id == entity.entity_id]
    country = f" of {entity.country}" if entity.country else ""
    yield f"{entity.name} ({entity.entity_id})"
    yield f"  {entity.type}{country}; {_counted(len(mentions), 'mention')} in {_counted(len(entity.documents), 'article')}"
    yield from _known(knowledge, entity)
    wordings = Counter((mention.kind, mention.text) for mention in mentions)
    yield "  Called"
    for (kind, text), count in sorted(wordings.items(), key=lambda item: (item[0][0] != "name", -item[1], item[0])):
        yield f"    {count:>5} x {text!r}" + ("" if kind == "name" else f" ({kind})")
    decisions = [decision for decision in knowledge.decisions if decision.entity_id == entity.entity_id]
    for outcome, title in _OUTCOMES.items():
        rows = [decision for decision in decisions if decision.outcome == outcome]
        if rows:
            yield f"  {title}"
            yield from (f"    {_decision(decision)}" for decision in rows)
    yield from _nearest(knowledge, entity, {decision.other_id for decision in decisions})
    yield "  Mentions"
    paths = {article.document_id: article for article in knowledge.articles}
    yield from (f"    {_mention(mention, paths.get(mention.document_id))}" for mention in mentions)


def _known(knowledge: Knowledge, entity: Entity) -> Iterator[str]:
    rows = [each for each in knowledge.attributes if each.entity_id == entity.entity_id]
    if rows:
        yield "  Known of it"
    for each in rows:
        years = f" {each.start}-{each.end}" if each.start or each.end else ""
        said = f", {_counted(each.documents, 'article')}" if each.documents is not None else ""
        source = f": {each.source}" if each.source else ""
        yield f"    {each.attribute} {each.value}{years} ({each.origin}{source}{said})"


def _decision(decision: Decision) -> str:
    score = f"{decision.score:.2f}" if decision.score is not None else " -  "
    if decision.outcome == "apart":
        return f'{score}  "{decision.name}" and "{decision.other}" ({decision.other_id}): {decision.reason}'
    several = decision.documents is not None and decision.documents > 1
    where = f" ({decision.documents:,} articles)" if several else ""
    return f"{score}  {decision.reason}{where}"


def _nearest(knowledge: Knowledge, entity: Entity, noted: set[str]) -> Iterator[str]:
    """Other entities of the type whose names are most alike, with what comparing them says."""
    others = {
        each.entity_id: each
        for each in knowledge.entities
        if each.type == entity.type and each.entity_id != entity.entity_id and each.entity_id not in noted
    }
    choices = {entity_id: each.name for entity_id, each in others.items()}
    near = process.extract(entity.name, choices, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_LIKENESS)
    if near:
        yield "  Alike in writing, and others"
    for _, _, entity_id in sorted(near, key=lambda found: (-found[1], found[2])):
        yield f'    "{others[entity_id].name}" ({entity_id}): {_compared(entity, others[entity_id])}'


def _mention(mention: EntityMention, article: Article | None) -> str:
    where = (article.path or article.title) if article is not None else ""
    place = f"{where or mention.document_id}, sentence {mention.sentence + 1}, {mention.start}-{mention.end}"
    return f"{place}: {mention.text!r} ({mention.kind})"


def _pair(
    knowledge: Knowledge, left: str, right: str, mine: Sequence[Entity], theirs: Sequence[Entity]
) -> Iterator[str]:
    shared = [entity for entity in mine if entity in theirs]
    if shared:
        yield f'"{left}" and "{right}" are one: {", ".join(entity.entity_id for entity in shared)}'
        wordings = {fold(left), fold(right)}
        rows = [
            each for each in knowledge.decisions if each.entity_id == shared[0].entity_id and each.outcome != "apart"
        ]
        telling = [
            each for each in rows if any(word in fold(f"{each.name} {each.other} {each.reason}") for word in wordings)
        ]
        yield from (f"  {_decision(decision)}" for decision in telling or rows)
        yield f'  To part them: [[never-merge]] names = ["{left}", "{right}"]'
        return
    yield f'"{left}" and "{right}" are two'
    for one in mine:
        for other in theirs:
            told = [
                decision
                for decision in knowledge.decisions
                if decision.entity_id == one.entity_id and decision.other_id == other.entity_id
            ]
            reasons = [_decision(decision) for decision in told] or [_compared(one, other)]
            yield from (f"  {one.entity_id} and {other.entity_id}: {reason}" for reason in reasons)
    yield f'  To make them one: [[merge]] names = ["{left}", "{right}"]'


def _compared(one: Entity, other: Entity) -> str:
    """What comparing two entities says by their names, countries and aliases."""
    if one.type != other.type:
        return f"{one.type} and {other.type} are never one"
    left, right = _record(one), _record(other)
    verdict = compare(left, right)
    if verdict.forbidden:
        return verdict.reason
    if not verdict.reason:
        return "nothing in their names speaks for one thing"
    met = "" if set(blocks_of(left)) & set(blocks_of(right)) else ", and the names were not compared"
    return f"{verdict.reason}: {verdict.score:.2f}, and {JOINED:.2f} is needed{met}"


def _record(entity: Entity) -> Record:
    surfaces = dict.fromkeys((entity.name, *entity.aliases), 1)
    return Record(
        (entity.type, entity.entity_id, ""), entity.type, entity.name, country=entity.country, surfaces=surfaces
    )


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun if count == 1 else noun + 's'}"
