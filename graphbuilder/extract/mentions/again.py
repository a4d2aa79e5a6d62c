"""What one sentence tells about a name, used in the others: surnames, abbreviations in brackets, words once explained."""

from collections import Counter, defaultdict
from dataclasses import replace

from graphbuilder.extract.mentions.known import Pending, accept
from graphbuilder.extract.mentions.runs import capitalised, starts_sentence
from graphbuilder.extract.mentions.scene import Candidate, Rank, Scene
from graphbuilder.extract.mentions.support import Support, capital
from graphbuilder.extract.mentions.titles import gender_of
from graphbuilder.extract.mentions.words import heads, words
from graphbuilder.lexicon.fold import plain

Piece = tuple[Scene, int, int]
_ACTING = frozenset(
    {"subject", "passive_subject", "agent", "possessor", "compound", "conjunct", "oblique", "noun_modifier"}
)


def speaks_of_arms(scenes: list[Scene]) -> bool:
    """Say whether an article names a weapon, or two classes of weapon, and so means the word "missile" as such."""
    if any(one.type == "WEAPON" and one.rank >= Rank.SHAPE for scene in scenes for one in scene.candidates):
        return True
    strong = {
        phrase.weapon.singular for scene in scenes for phrase in scene.classes if phrase.weapon.strength == "strong"
    }
    return len(strong) > 1


def settle(doubts: list[Pending], scenes: list[Scene]) -> None:
    """Take the doubtful names of the lexicon that the rest of the article bears out.

    A weapon's bare name counts once it was certain somewhere ("Leopards" after "Leopard 2 tanks"), or is the object of an
    arms verb in an article with other weapons; a person's surname where the full name stands somewhere.
    """
    sure = {one.key for scene in scenes for one in scene.candidates if one.key}
    arms = speaks_of_arms(scenes)
    for doubt in doubts:
        entry = doubt.match.entry
        known = entry.key in sure
        likely = doubt.support >= Support.LIKELY and (arms or entry.type != "WEAPON")
        clear = arms and ((entry.type == "WEAPON" and not doubt.match.ambiguous) or _maker_acts(doubt))
        if ((known or clear) and capital(doubt.scene, doubt.found.start, doubt.found.end)) or likely:
            accept(doubt)


def _maker_acts(doubt: Pending) -> bool:
    """Whether a listed company with an everyday name acts: "Kongsberg will supply", "made by Kongsberg", no "in Kongsberg"."""
    scene, first, last = doubt.scene, doubt.found.start, doubt.found.end
    if doubt.match.entry.type != "ORGANIZATION" or doubt.match.entry.kind != "company":
        return False
    node = scene.head(first, last)
    case = node.one("case")
    led = case is None or case.text.casefold() in ("by", "from", "with", "'s", "’s")
    placed = scene.words[last : last + 1] == [","] and node.relation not in ("subject", "agent")
    return led and not placed and node.relation in _ACTING


def drop_stray_weapons(scenes: list[Scene]) -> None:
    """Take back weapons known by weak evidence alone in an article that speaks of no arms otherwise."""
    if speaks_of_arms(scenes):
        return
    for scene in scenes:
        scene.keep([one for one in scene.candidates if one.type != "WEAPON" or one.rank > Rank.MODEL])


def repeat(scenes: list[Scene], left: list[Piece]) -> None:
    """Type the names that stayed without evidence like the same words elsewhere in the article, or as a surname."""
    memory = _memory(scenes)
    surnames = _surnames(scenes)
    actors = _actors(left)
    for scene, first, last in left:
        word = plain(scene.text(first, last))
        known = memory.get(word) or memory.get(word.removesuffix("s"))
        if known is not None:
            scene.add(first, last, known.type, known.how, Rank.CONTEXT, known.key, known.gender)
        elif word in surnames:
            scene.add(first, last, "PERSON", "alias", Rank.CONTEXT, *surnames[word])
        elif word in actors:
            scene.add(first, last, actors[word], "syntax", Rank.MODEL)
        else:
            _part(scene, first, last, surnames)


def _actors(left: list[Piece]) -> dict[str, str]:
    """Return the types of names that nothing tells but that act: a subject or owner of two words is a person, else a body.

    Capitals at the start of a sentence tell nothing, so the name has to stand inside one somewhere.
    """
    out: dict[str, str] = {}
    for scene, first, last in left:
        node = scene.head(first, last)
        word = plain(scene.text(first, last))
        inside = (
            not starts_sentence(scene.nodes, first) and node.pos == "PROPN" and word.isascii() and not word.isupper()
        )
        acts = node.relation in ("subject", "agent", "possessor") or (node.relation == "object" and last - first == 1)
        if inside and acts and all(part.isalpha() and len(part) > 2 for part in word.split()):
            out.setdefault(word, "PERSON" if last - first == 2 else "ORGANIZATION")
    return out


def correct(scenes: list[Scene]) -> None:
    """Give names known by weak evidence the type that the same words have by firmer evidence elsewhere, or most often."""
    memory = _memory(scenes)
    for word, one in _most_often(scenes).items():
        if memory[word].rank is Rank.MODEL:
            memory[word] = one
    surnames = _surnames(scenes)
    for scene in scenes:
        scene.keep(
            [_corrected(one, plain(scene.text(one.first, one.last)), memory, surnames) for one in scene.candidates]
        )


def _most_often(scenes: list[Scene]) -> dict[str, Candidate]:
    """Return a candidate of the commonest type of each wording that a model labelled in two ways, ties left out."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for scene in scenes:
        for one in scene.candidates:
            if one.rank is Rank.MODEL and one.type:
                found[plain(scene.text(one.first, one.last))].append(one)
    out = {}
    for word, ones in sorted(found.items()):
        ranked = Counter(one.type for one in ones).most_common(2)
        if len(ranked) > 1 and ranked[0][1] > ranked[1][1]:
            out[word] = next(one for one in ones if one.type == ranked[0][0])
    return out


def opening(scenes: list[Scene]) -> None:
    """Take a sentence's first word for a name where the article has it as a name inside a sentence."""
    memory = _memory(scenes)
    for scene in scenes:
        word = scene.words[0]
        known = memory.get(plain(word)) if len(word) > 3 and scene.at(0) is None and word[0].isupper() else None
        unclear = scene.nodes[0].pos in ("NOUN", "ADJ", "PROPN") and not scene.headline
        if known is not None and unclear and not (len(scene.words) > 1 and capitalised(scene.words[1])):
            scene.add(0, 1, known.type, known.how, min(known.rank, Rank.CONTEXT), known.key, known.gender)


def _corrected(
    one: Candidate, word: str, memory: dict[str, Candidate], surnames: dict[str, tuple[str, str]]
) -> Candidate:
    if one.rank > Rank.CONTEXT or not one.type:
        return one
    if word in surnames and one.type != "PERSON":
        key, gender = surnames[word]
        return replace(one, type="PERSON", how="alias", key=key, gender=gender)
    firm = memory.get(word)
    firmer = firm is not None and (firm.rank > one.rank or one.rank is Rank.MODEL)
    if firm is not None and firmer and firm.type != one.type:
        return replace(one, type=firm.type, key=firm.key, gender=firm.gender)
    return one


def abbreviations(scenes: list[Scene]) -> None:
    """Take an abbreviation in brackets right behind a name, and its later uses, as names of the same type."""
    found: dict[str, Candidate] = {}
    for scene in scenes:
        for one in list(scene.candidates):
            token = one.last
            if (
                one.type
                and token + 2 < len(scene.words)
                and scene.words[token] in "(["
                and scene.words[token + 2] in ")]"
            ):
                word = scene.words[token + 1]
                if _abbreviates(word, scene.words[one.first : one.last]) and scene.at(token + 1) is None:
                    scene.add(token + 1, token + 2, one.type, "acronym", Rank.SHAPE, one.key)
                    found[word] = scene.candidates[-1]
    if not found:
        return
    for scene in scenes:
        for token, word in enumerate(scene.words):
            if word in found:
                known = scene.at(token)
                if known is None or known.rank < Rank.SHAPE:
                    scene.add(token, token + 1, found[word].type, "acronym", Rank.SHAPE, found[word].key)


def _abbreviates(word: str, name: list[str]) -> bool:
    """Say whether a word in capitals begins like the name and takes its letters from initials in order."""
    letters = [letter for letter in word if letter.isupper()]
    initials = [part[0] for part in name if part[0].isupper()]
    if not 2 <= len(word) <= 10 or len(letters) < 2 or not initials:
        return False
    rest = iter(initials)
    matched = sum(any(letter == initial for initial in rest) for letter in letters)
    return matched >= 2 and letters[0] == initials[0]


def _memory(scenes: list[Scene]) -> dict[str, Candidate]:
    """Return the firmest candidate by its wording."""
    best: dict[str, Candidate] = {}
    for scene in scenes:
        for one in scene.candidates:
            if not one.type or one.how == "demonym" or (one.rank is Rank.FIRM and one.how in ("capital", "seat")):
                continue
            word = plain(scene.text(one.first, one.last))
            if word not in best or one.rank > best[word].rank:
                best[word] = one
            if one.type == "EVENT" and word[-4:].isdigit():
                best.setdefault(word[:-4].rstrip("- "), one)  # "MAKS" after "MAKS-2019"
    for word, one in sorted(best.items()):
        short, _, last = word.rpartition(" ")
        weak = short not in best or best[short].rank is Rank.MODEL
        if one.type == "ORGANIZATION" and last in heads() and weak and short and short not in heads():
            best[short] = one  # "West Ham" of "West Ham United"
    return best


def _surnames(scenes: list[Scene]) -> dict[str, tuple[str, str]]:
    """Return key and gender of the persons named in full, by surname with and without particles; ambiguous ones lose both."""
    bearers: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for scene in scenes:
        for one in scene.candidates:
            tokens = scene.words[one.first : one.last]
            if one.type != "PERSON" or len(tokens) < 2:
                continue
            gender = one.gender or gender_of(tokens[0])
            for form in _last_names(scene, one):
                bearers[form].add((one.key, gender))
    return {form: next(iter(found)) if len(found) == 1 else ("", "") for form, found in sorted(bearers.items())}


def _last_names(scene: Scene, one: Candidate) -> list[str]:
    forms = []
    for first in range(one.first + 1, one.last):
        if scene.words[first - 1] in "-‑" or scene.words[first] in "-‑":
            continue
        form = plain(scene.text(first, one.last))
        if form[0].isalpha() and len(form) > 1 and not form.endswith("."):
            forms.append(form)
    lead = scene.words[one.first]
    if lead in words("first") or (one.last - one.first == 2 and not gender_of(lead) and not scene.lexicon.lookup(lead)):
        forms.append(plain(lead))
    return forms


def _part(scene: Scene, first: int, last: int, surnames: dict[str, tuple[str, str]]) -> None:
    """A surname at the end of a longer run ("Analyst Frolov") is its person."""
    for start in range(first + 1, last):
        word = plain(scene.text(start, last))
        if word in surnames:
            scene.add(start, last, "PERSON", "alias", Rank.CONTEXT, *surnames[word])
            return
