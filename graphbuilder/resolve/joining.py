"""Joining the names of one article: which of them name the same thing."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from graphbuilder.lexicon import Lexicon
from graphbuilder.lexicon.fold import key as fold
from graphbuilder.records import Mention
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.names import tidy
from graphbuilder.resolve.organizations import compare_organizations, is_acronym
from graphbuilder.resolve.persons import PersonName, compare_persons, person_name, split_title
from graphbuilder.resolve.verdict import NONE, Verdict
from graphbuilder.resolve.weapons import compare_weapons

_KNOWN_AS = re.compile(
    r",? (?:(?:also|better|widely|popularly|formerly|now) )?(?:known as|nicknamed|dubbed|called) (?:the )?[\"'\u201c\u2018]?"
)
# What names a variant without its weapon.
_VARIANT = re.compile(r"(?:Block|Blk|Mk|Mark|Batch|Tranche|Flight|Baseline)\.?[ -]?(?:[IVX]+|\d+)[A-Z]{0,2}(?:/\d+)?")
# From here on, two names in one article are one thing.
_SURE = 0.7
_LIKELY = 0.5
# How sure the ways of joining are that compare no wordings: by the lexicon, by brackets, by standing behind a weapon.
_LISTED, _BRACKETED, _BEHIND = 1.0, 0.9, 0.7


def join_names(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Draft]:
    """Join the names of one article.

    Args:
        text: the article's text, in which brackets are looked for.
        mentions: its mentions by name, in text order.
        lexicon: gives the names of known things.

    Returns:
        Drafts in the order of their first mention; every mention is in exactly one.
    """
    mentions = _one_type(mentions)
    drafts: dict[tuple[str, str], Draft] = {}
    rest: list[Mention] = []
    for mention in mentions:
        if mention.key:
            draft = drafts.setdefault((mention.key, mention.type), _keyed(mention, lexicon))
            draft.add(mention, _surface(mention, lexicon), _same_key(mention, draft), _LISTED)
        else:
            rest.append(mention)
    found = list(drafts.values())
    _bracketed(text, mentions, rest, found)
    for type_ in ("PERSON", "ORGANIZATION", "WEAPON"):
        some = [mention for mention in rest if mention.type == type_]
        if type_ == "PERSON":
            _join_persons(some, found, lexicon)
        else:
            _join(some, found, type_, compare_organizations if type_ == "ORGANIZATION" else compare_weapons)
    _variants_alone(found)
    for mention in rest:
        if mention.type not in ("PERSON", "ORGANIZATION", "WEAPON"):
            _same_text(mention, found)
    return sorted(found, key=lambda draft: (draft.order, draft.type))


def _one_type(mentions: Sequence[Mention]) -> list[Mention]:
    """Give every name without a lexicon key the type that most mentions of the same wording have."""
    votes: dict[str, Counter[str]] = {}
    for mention in mentions:
        if not mention.key:
            votes.setdefault(fold(mention.text), Counter())[mention.type] += 1
    out = []
    for mention in mentions:
        counted = Counter({mention.type: 1}) if mention.key else votes[fold(mention.text)]
        type_ = counted.most_common(1)[0][0]
        out.append(mention if mention.type == type_ else replace(mention, type=type_))
    return out


def _keyed(mention: Mention, lexicon: Lexicon) -> Draft:
    entry = lexicon.entry(mention.key)
    draft = Draft(type=mention.type, key=mention.key)
    if entry is None:
        draft.name = tidy(mention.text)
    elif mention.type == entry.type:
        draft.name, draft.country = entry.name, entry.country
        draft.category, draft.kind = entry.category, entry.kind
    else:  # a capital as a place
        draft.name, draft.country = tidy(mention.text), entry.country
    return draft


def _same_key(mention: Mention, draft: Draft) -> str:
    surface = tidy(mention.text)
    if not draft.name or fold(surface) == fold(draft.name):
        return ""
    return f'{mention.how or "name"} "{surface}" of "{draft.name}"'


def _surface(mention: Mention, lexicon: Lexicon) -> str:
    return split_title(mention.text, lexicon)[1] if mention.type == "PERSON" else tidy(mention.text)


def _bracketed(text: str, mentions: Sequence[Mention], rest: list[Mention], found: list[Draft]) -> None:
    """Join "Representative Office (TECRO)" and "Dagalo, known as Hemedti": a name and what says it in other words."""
    by_mention = {id(mention): draft for draft in found for mention in draft.mentions}
    for left, right in pairwise(mentions):
        opens = text[left.end : right.start].strip(" \u201c\"'") == "("
        closes = text[right.end : right.end + 2].lstrip("\u201d\"'")[:1] == ")"
        short = is_acronym(tidy(right.text)) or is_acronym(tidy(left.text))
        renamed = left.type == right.type and _KNOWN_AS.fullmatch(text[left.end : right.start]) is not None
        if not ((opens and closes and short) or renamed) or "COUNTRY" in (left.type, right.type):
            continue
        one, other = by_mention.get(id(left)), by_mention.get(id(right))
        if one is not None and other is not None:
            continue
        draft = one or other
        if draft is None:
            draft = Draft(type=left.type)
            found.append(draft)
        for mention in (left, right):
            if id(mention) not in by_mention:
                reason = f'"{right.text}" {"is another name of" if renamed else "in brackets behind"} "{left.text}"'
                draft.add(replace(mention, type=draft.type), tidy(mention.text), reason, _BRACKETED)
                by_mention[id(mention)] = draft
                rest.remove(mention)


def _variants_alone(found: list[Draft]) -> None:
    """Give "the Block III variant" to the last weapon named before it."""
    weapons = [draft for draft in found if draft.type == "WEAPON"]
    for draft in weapons:
        if draft.key or not all(_VARIANT.fullmatch(surface) for surface in draft.surfaces):
            continue
        before = [
            (mention.start, other)
            for other in weapons
            for mention in other.mentions
            if other is not draft and mention.start < draft.order
        ]
        if before:
            _, other = max(before, key=lambda pair: pair[0])
            for mention in draft.mentions:
                surface = tidy(mention.text)
                other.add(mention, surface, f'variant "{surface}" of the weapon named before it', _BEHIND)
            found.remove(draft)


def _same_text(mention: Mention, found: list[Draft]) -> None:
    surface = tidy(mention.text)
    for draft in found:
        if draft.type == mention.type and fold(surface) in map(fold, draft.surfaces):
            draft.add(mention, surface)
            return
    draft = Draft(type=mention.type)
    draft.add(mention, surface)
    found.append(draft)


def _join(mentions: Sequence[Mention], found: list[Draft], type_: str, compare: Callable[[str, str], Verdict]) -> None:
    """Join names of one type, the longest first so that short forms find their long one; ties stay apart."""
    drafts = [draft for draft in found if draft.type == type_]
    for mention in sorted(mentions, key=lambda mention: (-len(mention.text.split()), mention.start)):
        surface = tidy(mention.text)
        scored = [(_against(surface, draft, compare), draft) for draft in drafts]
        best = max((verdict.score for verdict, _ in scored if not verdict.forbidden), default=0.0)
        winners = [(verdict, draft) for verdict, draft in scored if verdict.score == best and not verdict.forbidden]
        if best >= _LIKELY and (len(winners) == 1 or best == 1.0):
            verdict, draft = winners[0]
            exact = fold(surface) in map(fold, draft.surfaces)
            draft.add(mention, surface, "" if exact else verdict.reason, verdict.score)
        else:
            draft = Draft(type=type_)
            draft.add(mention, surface)
            drafts.append(draft)
            found.append(draft)


def _against(surface: str, draft: Draft, compare: Callable[[str, str], Verdict]) -> Verdict:
    return _best(compare(surface, known) for known in dict.fromkeys((*draft.surfaces, draft.name)) if known)


def _best(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of the nearest wording; what forbids counts only where no wording is the same."""
    best = NONE
    for verdict in verdicts:
        if verdict.score > best.score or (verdict.forbidden and best == NONE):
            best = verdict
    return best


def _join_persons(mentions: Sequence[Mention], found: list[Draft], lexicon: Lexicon) -> None:
    """Join persons: full names first, then each bare name to the nearest full one before it, else behind it."""
    drafts = [draft for draft in found if draft.type == "PERSON"]
    names = [(mention, person_name(split_title(mention.text, lexicon)[1])) for mention in mentions]
    for mention, name in names:
        if not name.bare:
            _add_full(mention, name, drafts, found)
    for mention, name in names:
        if name.bare:
            _add_bare(mention, name, drafts, found)


def _add_full(mention: Mention, name: PersonName, drafts: list[Draft], found: list[Draft]) -> None:
    scored = [(_against_person(name, draft), draft) for draft in drafts]
    verdict, draft = max(scored, key=lambda pair: pair[0].score, default=(NONE, None))
    if draft is None or verdict.score < _SURE:
        draft = Draft(type="PERSON")
        drafts.append(draft)
        found.append(draft)
        verdict = NONE
    exact = name.text in draft.surfaces
    draft.add(mention, name.text, "" if exact else verdict.reason, verdict.score)


def _add_bare(mention: Mention, name: PersonName, drafts: list[Draft], found: list[Draft]) -> None:
    fits = []
    for draft in drafts:
        verdict = _against_person(name, draft)
        clash = mention.gender in ("m", "f") and draft.gender in ("m", "f") and mention.gender != draft.gender
        if verdict.score >= _LIKELY and not clash:
            before = [known.start for known in draft.mentions if known.start < mention.start]
            # a person already named, by surname rather than by first name, the last one named first
            fits.append(
                (bool(before), verdict.score >= _SURE, max(before, default=-draft.order), draft.order, verdict, draft)
            )
    if fits:
        *_, verdict, draft = max(fits, key=lambda fit: fit[:4])
        draft.add(mention, name.text, verdict.reason if name.text not in draft.surfaces else "", verdict.score)
        return
    draft = Draft(type="PERSON")
    draft.add(mention, name.text)
    drafts.append(draft)
    found.append(draft)


def _against_person(name: PersonName, draft: Draft) -> Verdict:
    surfaces = (known for known in dict.fromkeys((*draft.surfaces, draft.name)) if known)
    return _best(compare_persons(name, person_name(known)) for known in surfaces)
