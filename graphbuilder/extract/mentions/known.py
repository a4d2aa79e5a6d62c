"""Names that the lexicon knows, read in their context; what needs the whole article to decide is left pending."""

import re
from dataclasses import dataclass

from graphbuilder.extract.mentions import acting, support
from graphbuilder.extract.mentions.runs import HYPHENS
from graphbuilder.extract.mentions.scene import Rank, Scene
from graphbuilder.extract.mentions.support import Support
from graphbuilder.extract.mentions.words import words
from graphbuilder.lexicon import Found, Match

_JUDGES = {
    "WEAPON": support.weapon,
    "ORGANIZATION": support.organization,
    "COUNTRY": support.country,
    "PERSON": support.person,
}
_SPACED = re.compile(r"[A-Z] \d")  # "E 2" may be a formula
_FOREIGN = re.compile(r"[$€£%@#*=<>|]")  # "A $100 house"
_POSSESSIVES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Pending:
    """An ambiguous name whose context does not settle what it is; the article's other names may."""

    scene: Scene
    found: Found
    match: Match
    support: Support


def find_known(scene: Scene) -> list[Pending]:
    """Add the names that the lexicon is sure of to the scene, and return those that are in doubt."""
    all_found = scene.lexicon.find(scene.words, scene.spaces)
    doubtful = []
    for found in all_found + _plurals(scene, all_found):
        if not _whole(scene, found):
            continue
        sure = [match for match in found.matches if not match.ambiguous and not _doubtful(scene, found, match)]
        if sure:
            _take(scene, found, _prefer(scene, found, sure))
        else:
            doubtful.append(found)
    return [pending for found in doubtful if (pending := _weigh(scene, found)) is not None]


def _plurals(scene: Scene, found: list[Found]) -> list[Found]:
    """Plurals of one-word weapons ("MiGs", "Leopards"), which only a look-up of the word itself finds."""
    taken = {token for one in found for token in range(one.start, one.end)}
    out = []
    for first, last in scene.runs:
        for token in range(first, last):
            word = scene.words[token]
            if token in taken or len(word) < 4 or not word.endswith("s") or not word[0].isupper():
                continue
            matches = tuple(match for match in scene.lexicon.lookup(word) if match.entry.type == "WEAPON")
            if matches:
                out.append(Found(token, token + 1, word, matches))
    return out


def _doubtful(scene: Scene, found: Found, match: Match) -> bool:
    """Whether what the lexicon takes for unambiguous needs its context all the same.

    "Rand" is not always RAND, "England" in "New England" no country.
    """
    if match.how == "acronym" and not found.text.isupper() and found.text.isalpha():
        return True
    if match.entry.type == "COUNTRY" and match.how in ("name", "alias"):
        return support.behind_unknown(scene, found.start)
    return _plain_word(found, match)


def _plain_word(found: Found, match: Match) -> bool:
    """Whether a weapon's name is one ordinary word, which in a text about other things names something else ("Ajax")."""
    if match.entry.type != "WEAPON":
        return False
    place = found.text in words("state") or (found.text.isalpha() and found.text.istitle())
    return place or _SPACED.match(found.text) is not None


def accept(pending: Pending) -> None:
    """Add a name that was in doubt."""
    _take(pending.scene, pending.found, pending.match)


def _whole(scene: Scene, found: Found) -> bool:
    """Months and half-words are no names: "May", the "Su" of "Su-Yeon"."""
    if found.end - found.start == 1 and scene.words[found.start] in words("calendar"):
        return False
    return found.text[0].isalnum() and _FOREIGN.search(found.text) is None


def _prefer(scene: Scene, found: Found, matches: list[Match]) -> Match:
    """Choose among several things that one wording means: what acts in the sentence decides between capital and seat."""
    if len(matches) == 1:
        return matches[0]
    judged = [(_JUDGES.get(m.entry.type, support.organization)(scene, found.start, found.end), m) for m in matches]
    best = max(level for level, _ in judged)
    return next(m for level, m in judged if level == best)


def _weigh(scene: Scene, found: Found) -> Pending | None:
    judged = []
    for match in found.matches:
        judge = _JUDGES.get(match.entry.type, support.organization)
        level = judge(scene, found.start, found.end)
        if level is Support.CERTAIN:
            _take(scene, found, match)
            return None
        judged.append((level, match))
    level, match = max(judged, key=lambda pair: pair[0])
    return None if level is Support.AGAINST else Pending(scene, found, match, level)


def _take(scene: Scene, found: Found, match: Match) -> None:
    first, last = _start(scene, found), _end(scene, found)
    if match.entry.type == "ORGANIZATION":
        if match.how == "institution" and "," in found.text:
            return  # "from Syria, Foreign Office officials said"
        if _modifies(scene, first, last):
            _owner_alone(scene, first, last)
            return
        first = _owner_apart(scene, first, last)
    if match.how == "demonym" and not _demonym_of_state(scene, last):
        return
    if match.entry.type == "COUNTRY" and match.how != "demonym" and _branch(scene, first, last):
        return
    type_, key = match.entry.type, match.entry.key
    if match.how == "capital" and type_ == "COUNTRY" and support.opens_longer(scene, first, last):
        return
    if (
        match.how in ("capital", "seat")
        and type_ in ("COUNTRY", "ORGANIZATION")
        and acting.reading(scene, first, last) == "place"
    ):
        type_, key = "LOCATION", ""
    whole = scene.text(first, last)
    if last == first + 1 and len(found.text) < len(whole) and whole.startswith(found.text):
        scene.add_part(first, len(found.text), type_, match.how, key)
    else:
        scene.add(first, last, type_, match.how, Rank.FIRM, key)


def _branch(scene: Scene, first: int, last: int) -> bool:
    """Take a country behind a company's name into it: "Thales Australia" is a branch of Thales."""
    before = scene.at(first - 1) if first else None
    if before is None or before.last != first or before.type != "ORGANIZATION" or not before.key:
        return False
    entry = scene.lexicon.entry(before.key)
    if entry is None or entry.kind != "company":
        return False
    scene.keep([one for one in scene.candidates if one is not before])
    scene.add(before.first, last, before.type, before.how, before.rank, before.key)
    return True


def _start(scene: Scene, found: Found) -> int:
    """The start of a found name without its article: "the Pentagon", but "The Hague"."""
    article = found.end - found.start > 1 and scene.words[found.start].casefold() == "the"
    return found.start + 1 if article and scene.lexicon.lookup(scene.text(found.start + 1, found.end)) else found.start


def _modifies(scene: Scene, first: int, last: int) -> bool:
    """Whether a body's last words describe the next one: "Russian military jets", "French Armed Forces Minister"."""
    node = scene.nodes[last - 1]
    if any(scene.title(start, last + 1) for start in range(first + 1, last)):
        return True
    if not node.text[0].islower() or last >= len(scene.nodes):
        return False
    if scene.words[last] in HYPHENS:
        return True
    return (
        node.relation in ("adjective", "compound")
        and scene.nodes[last].pos in ("NOUN", "ADJ")
        and scene.nodes[last].text[0].islower()
    )


def _owner_alone(scene: Scene, first: int, last: int) -> None:
    """Add the country at the beginning of words that turned out to name none of its bodies."""
    for end in range(last - 1, first, -1):
        if scene.words[end - 1] in _POSSESSIVES:
            continue
        owner = scene.lexicon.lookup(scene.text(first, end))
        country = next((match for match in owner if match.entry.type == "COUNTRY"), None)
        if country is not None:
            scene.add(first, end, "COUNTRY", country.how, Rank.FIRM, country.entry.key)
            return


def _end(scene: Scene, found: Found) -> int:
    """The end of a found name without marks that followed it."""
    last = found.end
    while last > found.start + 1 and not any(letter.isalnum() for letter in scene.words[last - 1]):
        last -= 1
    weapon = found.matches[0].entry.type == "WEAPON"
    while weapon and last > found.start + 1 and _class_word(scene, last - 1):
        last -= 1  # "Javelin missiles" is Javelin
    return last


def _class_word(scene: Scene, token: int) -> bool:
    word = scene.words[token]
    return (word.islower() and word.isalpha() and word != "class") or (word in HYPHENS and token > 0)


def _owner_apart(scene: Scene, first: int, last: int) -> int:
    """ "Russia's defence ministry" is two names; return where the second begins, and add the first."""
    for index in range(first + 1, last - 1):
        if scene.words[index] in _POSSESSIVES:
            owner = scene.lexicon.lookup(scene.text(first, index))
            country = next((match for match in owner if match.entry.type == "COUNTRY"), None)
            if country is not None:
                scene.add(first, index, "COUNTRY", country.how, Rank.FIRM, country.entry.key)
            return index + 1
    return first


def _demonym_of_state(scene: Scene, last: int) -> bool:
    """A demonym that is a language, a dish or the opening of a longer name ("Indian Ocean") is none of its country."""
    node = scene.nodes[last - 1]
    if node.pos in ("VERB", "ADV"):
        return False
    head = node.head
    if head is not None and node.relation in ("adjective", "compound") and head.lemma.casefold() in words("culture"):
        return False
    modifies = node.relation in ("adjective", "compound", "possessor", "conjunct") or node.tag in ("NNPS", "NNS")
    tight = last < len(scene.nodes) and scene.nodes[last].text in HYPHENS
    if modifies or tight or (last < len(scene.nodes) and scene.nodes[last].pos in ("NOUN", "PROPN", "ADJ")):
        return True
    case = node.one("case")
    spoken = head is not None and head.lemma in ("speak", "translate", "write", "learn", "teach")
    return not spoken and not (case is not None and case.lemma in ("in", "into"))
