"""Whether a description fits a thing: "the company" a maker, "the minister" who holds that office."""

from graphbuilder.lexicon.fold import key as fold
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.referring import ReferringNoun
from graphbuilder.resolve.words import words


def described_by(noun: ReferringNoun, draft: Draft) -> bool:
    """Whether an organization may be called "the company": by its name, its kind or what stands beside it."""
    described = {*fold(draft.name or " ".join(draft.surfaces[:1])).split(), *draft.kind.split(), *draft.nouns}
    if noun.noun in draft.nouns or noun.words & described:
        return True
    if "company" in noun.words:
        return draft.kind in ("", "company") and not described & words("public_body")
    return False


def holds(draft: Draft, title: str, noun: ReferringNoun) -> bool:
    """Whether a person has a title that ends in the words of the phrase, and the noun's gender."""
    if noun.gender and draft.gender and noun.gender != draft.gender:
        return False
    held = {known.casefold().replace("defense", "defence") for known in draft.titles}
    last = title.rsplit(maxsplit=1)[-1]
    return any(known in (title, last) or known.endswith(f" {last}") for known in held) or last in draft.nouns
