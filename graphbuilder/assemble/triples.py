"""From statements to the rows of triples.csv: one row for each participant beside the subject."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphbuilder.assemble.inner import inner_parties
from graphbuilder.assemble.places import Places
from graphbuilder.assemble.repairs import stray_themes
from graphbuilder.assemble.words import is_deal_noun
from graphbuilder.records import Argument, Entity, Reading, Statement, Triple

_VERDICTS = frozenset({"APPROVES", "CANCELS", "SUSPENDS"})


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a row: readable text, entity id and type, both empty where it is no known entity."""

    text: str
    entity_id: str = ""
    type: str = ""


_PROGRAMMES = frozenset({"program", "programme", "project"})  # a programme is its weapon
_ABOUT_DEALS = frozenset({
    "SUPPLIES", "BUYS", "NEGOTIATES", "SIGNS", "APPROVES", "CANCELS", "SUSPENDS", "REFUSES", "PRODUCES",
})  # fmt: skip


def triples_of(
    reading: Reading, entity_of: Mapping[tuple[str, int], str], entities: Mapping[str, Entity]
) -> list[Triple]:
    """Write the statements of one article as rows, in text order.

    Args:
        reading: the article with its mentions and statements.
        entity_of: the entity of each thing, by document id and number.
        entities: all entities by id.

    Returns:
        One row per subject and participant; a statement without a subject gives none, one without participants
        one row with an empty object. Rows that say the same of the same sentence are written once.
    """
    places = Places(reading, entity_of, entities)
    seen: set[tuple[object, ...]] = set()
    out = []
    for statement in sorted(reading.statements, key=lambda s: (s.start, s.predicate_start, s.statement_id)):
        for triple in _rows(statement, places):
            key = (
                triple.sentence, triple.subject, triple.relation, triple.object, triple.polarity, triple.modality,
            )  # fmt: skip
            if key not in seen:
                seen.add(key)
                out.append(triple)
    return out


def _rows(statement: Statement, places: Places) -> Iterator[Triple]:
    if statement.subject is None:
        return
    speakers = [_speaker(each, places) for each in statement.attribution]
    position = 0
    for subject in _ends(statement.subject, places):
        for relation, end in _objects(statement, places):
            if subject.entity_id and subject.entity_id == end.entity_id:
                continue
            yield _triple(statement, places, position, subject, relation, end, speakers)
            position += 1


def _objects(statement: Statement, places: Places) -> Iterator[tuple[str, _End]]:
    # times are told by the column `date`; a clause of reason or condition is a statement of its own
    arguments = [a for a in _participants(statement, places) if a.role != "time" and a.slot != "adjunct"]
    if not arguments:
        yield statement.relation, _led_country(statement, places) or _End("")
    told = {e for a in arguments if not is_deal_noun(places.head(a)) for e in places.refer(a).entities}
    for argument in arguments:
        relation = statement.relation
        if argument.preposition and relation.split()[-1:] != argument.preposition.split():
            relation = f"{relation} {argument.preposition}"
        for end in _ends(argument, places, statement.relation_type in _ABOUT_DEALS):
            doubled = end.entity_id in told and is_deal_noun(
                places.head(argument)
            )  # "a contract for X": X is told apart
            words = places.text[argument.start : argument.head_end] if doubled else ""
            yield relation, _End(" ".join(words.split())) if words else end


def _participants(statement: Statement, places: Places) -> list[Argument]:
    """Return the participants beside the subject, with the parties of a transfer that stand within its theme."""
    told = [a for a in (statement.subject, *statement.arguments) if a is not None]
    mended = stray_themes(statement, told, places)
    if statement.relation_type in _VERDICTS:
        return [
            a for a in mended if a.slot != "subject"
        ]  # who cancels "the purchase from Israel" cancels it, not "from Israel"
    return [a for a in (*mended, *inner_parties(statement, mended, places)) if a.slot != "subject"]


def _led_country(statement: Statement, places: Places) -> _End | None:
    """ "Defence Minister X" leads X's country, where the article or the lexicon tells which that is."""
    if statement.frame != "office" or statement.subject is None:
        return None
    for person in _ends(statement.subject, places):
        code = places.entities[person.entity_id].country if person.entity_id else ""
        for entity in places.entities.values():
            if code and entity.type == "COUNTRY" and entity.country == code:
                return _End(entity.name, entity.entity_id, entity.type)
    return None


def _ends(argument: Argument, places: Places, about_deals: bool = False) -> list[_End]:
    """What an argument stands for; "the sale of X" is X only where the relation is about deals, else its own words."""
    reference = places.refer(argument)
    found = reference.entities
    head = places.head(argument)
    clause = argument.slot == "complement"  # "reported that he had told X" reports no X
    deal = is_deal_noun(head) and not about_deals and head.casefold() not in _PROGRAMMES
    if not found or (reference.within and (clause or deal)):
        return [_End(" ".join(argument.text.split()))]
    return [_End(places.entities[e].name, e, places.entities[e].type) for e in found]


def _speaker(speaker: Argument, places: Places) -> str:
    """The entity that says it, or the words for a speaker without a name."""
    if places.refer(speaker).within:
        return " ".join(speaker.text.split())  # "a Polish official" is no name: the words themselves
    ends = _ends(speaker, places)
    return ends[0].entity_id or ends[0].text


def _triple(
    statement: Statement, places: Places, position: int, subject: _End, relation: str, end: _End, speakers: list[str]
) -> Triple:
    start, stop = places.reading.sentences[statement.sentence]
    digest = hashlib.sha256(f"{statement.document_id}\0{statement.statement_id}\0{position}".encode()).hexdigest()
    return Triple(
        triple_id=f"t{digest[:14]}",
        document_id=statement.document_id,
        sentence=statement.sentence,
        subject=subject.text,
        relation=relation,
        object=end.text,
        subject_id=subject.entity_id,
        object_id=end.entity_id,
        subject_type=subject.type,
        object_type=end.type,
        relation_type=statement.relation_type,
        polarity=statement.polarity,
        modality=statement.modality,
        # the chain runs from the outermost speaker to the one whose words these are
        attributed_to=speakers[-1] if speakers else "",
        date=statement.date,
        confidence=statement.confidence,
        start=start,
        end=stop,
        evidence=places.text[start:stop],
        statement_id=statement.statement_id,
        rule=statement.rule,
        attribution_chain=" > ".join(dict.fromkeys(speakers)),
    )
