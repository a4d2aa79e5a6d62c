"""What a name that the lexicon does not know may be, from the words around it.

Every rule looks at one piece `[first, last)` of a run of capitals and returns a type, or nothing.
The rules stand in the order of their trust.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from graphbuilder.extract.mentions.labels import acts_as_body, is_theme, model_type, plausible
from graphbuilder.extract.mentions.scene import Rank, Scene
from graphbuilder.extract.mentions.support import class_after, class_before, dealt_from
from graphbuilder.extract.mentions.words import cities, given_names, nominals, speech_verbs, words
from graphbuilder.parse.syntax import Node

Rule = Callable[[Scene, int, int], str]

_CODE = re.compile(r"[A-Z]{2,6}-\d{1,4}[A-Z]{0,2}")  # "KIV-99" is neither a person nor a place
_PLACES = frozenset({"in", "at", "near", "outside", "inside", "around", "across"})


def type_of(scene: Scene, first: int, last: int) -> tuple[str, str, Rank]:
    """Return the type of an unknown name, how it is known and how firmly; an empty type where nothing tells."""
    label = model_type(scene, first, last)
    behind_comma = first > 0 and scene.words[first - 1] == "," and len(scene.words[first]) == 2
    if behind_comma and scene.words[first].isupper() and last == first + 1:
        return "LOCATION", "syntax", Rank.CONTEXT  # "Tucson, AZ"
    if scene.text(first, last) in cities() or scene.text(first, last) in words("region") | words("state"):
        return "LOCATION", "name", Rank.SHAPE
    for rule in _SHAPES:
        found = rule(scene, first, last)
        if found:
            # a statistical label against a class noun beside the name leaves it to the rest of the article
            doubtful = found == "WEAPON" and label not in ("", "WEAPON")
            return found, "syntax", Rank.CONTEXT if doubtful else Rank.SHAPE
    for rule in _CONTEXTS:
        found = rule(scene, first, last)
        if found:
            return found, "syntax", Rank.CONTEXT
    if label in ("", "LOCATION") and is_theme(scene, first, last):
        return "WEAPON", "syntax", Rank.MODEL
    for rule in _GUESSES:
        found = rule(scene, first, last)
        if found and label in ("", found):
            return found, "syntax", Rank.CONTEXT
    if label in ("PERSON", "LOCATION") and acts_as_body(scene, first, last, label):
        return "ORGANIZATION", "syntax", Rank.MODEL
    if _CODE.fullmatch(scene.text(first, last)):
        return "WEAPON", "syntax", Rank.MODEL
    if label in ("PERSON", "LOCATION"):
        label = plausible(scene, first, last, label)
    if label:
        return label, "model", Rank.MODEL
    return "", "", Rank.MODEL


def noun_type(scene: Scene, node: Node) -> str:
    """Return the type of thing that a common noun such as "maker", "analyst" or "frigate" speaks of."""
    if node.pos == "PROPN" or not node.text[0].islower():
        return ""
    lemma = node.lemma
    if scene.lexicon.weapon_class(node.text) is not None:
        return "WEAPON"
    types = nominals().get(lemma, ())
    if types and types[0] != "COUNTRY":
        return types[0]
    if scene.lexicon.title(lemma) is not None or lemma in words("family"):
        return "PERSON"
    if lemma in words("press"):
        return "ORGANIZATION"
    return "LOCATION" if lemma in words("place") else "EVENT" if lemma in words("event") else ""


def _weapon_beside(scene: Scene, first: int, last: int) -> str:
    """ "Pantsyr air-defense systems", "the frigate Gorshkov"; what stands before an adjective of a region is none."""
    adjective = scene.nodes[last - 1].pos in ("ADJ", "VERB") and not scene.words[last - 1].isupper()
    if scene.words[first] in words("origin") or adjective:
        return ""
    if class_before(scene, first):
        return "WEAPON"
    index = class_after(scene, last)
    phrase = scene.class_at(index) if index is not None else None
    # "Huawei equipment" may be anything
    goods = phrase is not None and phrase.last == last + 1 and scene.nodes[last].lemma in words("goods")
    return "WEAPON" if phrase is not None and not goods else ""


def _gloss(scene: Scene, _: int, last: int) -> str:
    """ "TF-X [an experimental fighter]": brackets behind the name say what it is."""
    closing = {"[": "]", "(": ")"}.get(scene.words[last] if last < len(scene.nodes) else "")
    if closing is None or closing not in scene.words[last:]:
        return ""
    end = scene.words.index(closing, last)
    phrase = scene.class_ending(end)
    return "WEAPON" if phrase is not None and phrase.first > last else ""


def _coordinated_weapon(scene: Scene, first: int, last: int) -> str:
    """ "Vityaz" of "“Vityaz” and “Pantsyr” systems": the name joined to it is a weapon by its class noun."""
    index, joined = last, False
    while index < len(scene.nodes) and scene.words[index] in ("”", '"', "“", "and", "or", ",", "’", "‘", "'"):
        joined = joined or scene.words[index] in ("and", "or", ",")
        index += 1
    following = scene.at(index) if joined and index < len(scene.nodes) else None
    if following is None or following.type != "WEAPON" or following.first != index:
        return ""
    modifies = class_after(scene, following.last) is not None
    return "WEAPON" if modifies and scene.nodes[first].pos == "PROPN" else ""


def _press(scene: Scene, first: int, last: int) -> str:
    after = scene.words[last] if last < len(scene.nodes) else ""
    before = scene.words[first - 1] if first else ""
    return "ORGANIZATION" if after in words("press") or before in words("press") else ""


def _noun_before(scene: Scene, first: int, _: int) -> str:
    """ "aircraft maker X", "state group X": a common noun right before tells what X is."""
    if not first or scene.words[first - 1] in ("-", "host"):
        return ""
    node = scene.nodes[first - 1]
    if node.pos != "NOUN" or node.tag == "NNS":
        return ""
    found = noun_type(scene, node)
    return found if found in ("PERSON", "ORGANIZATION", "LOCATION") else ""


def _place_named(scene: Scene, first: int, last: int) -> str:
    """ "the port of X", "the island of Y"."""
    node = scene.head(first, last)
    case = node.one("case")
    of = case is not None and case.text == "of" and node.head is not None and node.head.pos == "NOUN"
    return "LOCATION" if of and node.head is not None and node.head.lemma in words("place") else ""


def _event_after(scene: Scene, _: int, last: int) -> str:
    """ "MAKS air show", "Zapad exercise"."""
    for index in range(last, min(last + 3, len(scene.nodes))):
        node = scene.nodes[index]
        if node.pos not in ("NOUN", "ADJ") or not node.text[0].islower():
            return ""
        if node.lemma in words("event"):
            return "EVENT"
    return ""


def _apposition(scene: Scene, first: int, last: int) -> str:
    """ "Dmitry Shugaev" of "the director, Dmitry Shugaev", "Baykar, a company"."""
    node = scene.head(first, last)
    above = node.head
    nouns = node.all("apposition")
    named = above is not None and any(scene.at(child.index) is not None for child in above.all("compound"))
    if above is not None and not named and node.relation in ("apposition", "name_part"):
        nouns.append(above)
    if above is not None and node.relation == "conjunct":
        nouns.extend(above.all("apposition"))
    nouns.extend(child for other in node.all("conjunct") for child in other.all("apposition") if child.tag == "NNS")
    for noun in nouns:
        if found := noun_type(scene, noun):
            return found
    return ""


def _who(scene: Scene, first: int, last: int) -> str:
    """A relative "who", or an age between commas ("Rice, 24,"), goes with persons."""
    node = scene.head(first, last)
    if first and scene.words[first - 1] in _PLACES:
        return ""
    for clause in node.all("relative_clause"):
        if any(below.text in ("who", "whom") for below in scene.nodes[last : clause.index + 1]):
            return "PERSON"
    after = scene.words[last : last + 3]
    aged = len(after) == 3 and after[0] == after[2] == "," and after[1].isdigit() and len(after[1]) == 2
    return "PERSON" if aged else ""


def _given_name(scene: Scene, first: int, last: int) -> str:
    named = scene.words[first] in given_names() or scene.words[first] in words("first")
    return "PERSON" if named and last - first >= 2 and last - first < 6 else ""


def _agent(scene: Scene, first: int, last: int) -> str:
    """ "headed by X" names a person, "made by X" a maker."""
    node = scene.head(first, last)
    case, above = node.one("case"), node.head
    if (
        above is None
        or above.pos != "VERB"
        or not (node.relation == "agent" or (case is not None and case.lemma == "by"))
    ):
        return ""
    if above.lemma in words("led"):
        return "PERSON" if last - first > 1 else ""
    return "ORGANIZATION" if above.lemma in words("made") else ""


def _copula(scene: Scene, first: int, last: int) -> str:
    """ "X is a fighter", "the contractor will be X"."""
    node = scene.head(first, last)
    above = node.head
    subject = node.one("subject")
    if subject is not None and node.one("copula") is not None:
        return noun_type(scene, subject)
    if node.relation != "subject" or above is None or above.one("copula") is None:
        return ""
    return noun_type(scene, above)


def _named(scene: Scene, first: int, last: int) -> str:
    """ "a ship, to be named Halland": what is named tells what the name is."""
    node = scene.head(first, last)
    verb = node.head
    if verb is None or verb.lemma not in words("naming"):
        return ""
    if verb.head is not None and verb.relation in ("noun_clause", "relative_clause"):
        return noun_type(scene, verb.head)
    subject = verb.one("passive_subject", "object")
    return noun_type(scene, subject) if subject is not None else ""


def _source(scene: Scene, first: int, last: int) -> str:
    """ "ordered tanks from X": who is not a country and sells is a company."""
    return "ORGANIZATION" if dealt_from(scene, first, last) else ""


def _owner_of_weapon(scene: Scene, first: int, last: int) -> str:
    """ "Lockheed's F-16": what has a weapon and is no country made it."""
    owned = scene.at(last + 1) if last + 1 < len(scene.nodes) and scene.words[last] in ("'s", "’s") else None
    weapon = owned is not None and owned.type == "WEAPON"
    return "ORGANIZATION" if weapon and model_type(scene, first, last) != "PERSON" else ""


def _staff(scene: Scene, first: int, last: int) -> str:
    """ "Baykar officials", "Embraer's chief executive"."""
    nodes = scene.nodes
    index = last + 1 if last < len(nodes) and scene.words[last] in ("'s", "’s") else last
    if index >= len(nodes) or nodes[index].pos != "NOUN" or scene.words[first] in words("origin"):
        return ""
    lemma = nodes[index].lemma
    owned = index > last and lemma in words("staff")
    company = owned or lemma in ("company", "firm", "subsidiary", "shareholder", "share", "shipyard")
    if company and first and scene.words[first - 1] in ("a", "an"):
        return "LOCATION"  # "an Istanbul company"
    return "ORGANIZATION" if lemma in words("staff") or company else ""


def _place(scene: Scene, first: int, last: int) -> str:
    before = scene.words[first - 1].casefold() if first else ""
    owner = last < len(scene.nodes) and scene.words[last] in ("'s", "’s")
    return "LOCATION" if before in _PLACES and not owner and scene.nodes[last - 1].pos == "PROPN" else ""


def _speaker(scene: Scene, first: int, last: int) -> str:
    """ "Andrei Frolov said": an unknown name of two words or more that speaks."""
    node = scene.head(first, last)
    verb = node.head
    speaks = node.relation == "subject" and verb is not None and verb.lemma in speech_verbs()
    whole = [word for before, word in pairwise(("", *scene.words[first:last])) if before != "-" and len(word) > 2]
    alphabetic = all(word[0].isupper() and word.isalpha() and not word.isupper() for word in whole)
    return "PERSON" if speaks and alphabetic and 2 <= last - first <= 4 else ""


_SHAPES: tuple[Rule, ...] = (
    _press,
    _place_named,
    _event_after,
    _weapon_beside,
    _gloss,
    _given_name,
    _who,
    _coordinated_weapon,
    _apposition,
    _noun_before,
)
_CONTEXTS: tuple[Rule, ...] = (_named, _agent, _copula, _staff, _source, _owner_of_weapon)
_GUESSES: tuple[Rule, ...] = (_speaker, _place)
