"""What a counted description gathers: "the two sides", "both ministers", "the three countries"."""

from collections.abc import Mapping, Sequence

from graphbuilder.parse.syntax import Node
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.regions import countries_of_phrase
from graphbuilder.resolve.salience import Discourse
from graphbuilder.resolve.weapons import answers_to

_REACH = 6  # sentences


def counted_group(
    types: Sequence[str], node: Node, sentence: int, size: int, discourse: Discourse, countries: Mapping[str, Draft]
) -> tuple[tuple[Draft, ...], str]:
    """Find as many things as a description counts: those named together last, else the most present ones.

    Args:
        types: what the noun may gather, the likeliest first.
        node: the noun.
        sentence: the number of its sentence.
        size: how many things it speaks of.
        discourse: what was read so far.
        countries: the countries that the article names, by code.

    Returns:
        The things and why, nothing where no such group stands out.
    """
    allowed = countries_of_phrase(node)
    for group in reversed(discourse.groups):
        if sentence - group.sentence > _REACH or len(group.drafts) != size:
            continue
        if group.type in types and (not allowed or all(draft.country in allowed for draft in group.drafts)):
            return group.drafts, "named together before"
        if group.type == "PERSON" and "COUNTRY" in types:
            found = {draft.country: countries[draft.country] for draft in group.drafts if draft.country in countries}
            if len(found) == size:
                return tuple(found.values()), "countries of persons named together"
    for type_ in types:
        if type_ in ("COUNTRY", "PERSON"):
            drafts = _most_present(type_, allowed, sentence, size, discourse)
            if drafts:
                return drafts, f"the {size} most present of type {type_.lower()}"
        if type_ == "WEAPON":
            drafts = _called(node, sentence, size, discourse)
            if drafts:
                return drafts, f'all that "{node.lemma}" fits'
    return (), ""


def _most_present(
    type_: str, allowed: frozenset[str], sentence: int, size: int, discourse: Discourse
) -> tuple[Draft, ...]:
    scored = sorted(
        (
            (discourse.salience(referent, sentence), referent.occurrences[0].start, referent.draft)
            for referent in discourse.recent(sentence, _REACH)
            if referent.type == type_
            and referent.draft is not None
            and not referent.draft.unnamed
            and (not allowed or referent.draft.country in allowed)
        ),
        key=lambda row: (-row[0], row[1]),
    )
    apart = len(scored) > size and scored[size - 1][0] >= 2 * scored[size][0]
    return tuple(draft for _, _, draft in scored[:size]) if apart or len(scored) == size else ()


def _called(node: Node, sentence: int, size: int, discourse: Discourse) -> tuple[Draft, ...]:
    """The weapons named before that a noun fits, where they are as many as it counts and nothing else describes them."""
    if node.one("adjective", "compound") is not None:
        return ()
    found = [
        referent.draft
        for referent in discourse.recent(sentence, _REACH)
        if referent.type == "WEAPON"
        and referent.draft is not None
        and answers_to(node.lemma, referent.draft.category, referent.draft.kind, frozenset(referent.draft.nouns))
    ]
    return tuple(found) if len(found) == size else ()
