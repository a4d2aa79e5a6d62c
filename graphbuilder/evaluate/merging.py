"""`graphbuilder evaluate merging`: how long it takes to bring invented mentions together, and how that grows."""

import random
import time
from collections.abc import Callable, Iterator, Sequence

from graphbuilder.evaluate.tables import Table
from graphbuilder.lexicon import Lexicon
from graphbuilder.lexicon.tables import table
from graphbuilder.records import Article, Mention, Reading, Thing
from graphbuilder.resolve.entities import merge_things

SIZES = (10_000, 100_000, 1_000_000)
_PER_NAME = 10  # mentions
_PER_THING = 5
_PER_ARTICLE = 50
_SYLLABLES = "an or ev in sh ko la mi tre bo ra du sen ov ski berg man ta ka li su ro ne ga ve do pe".split()
_COUNTRIES = ("POL", "USA", "RUS", "")
_BODIES = ("Industries", "Works", "Ltd", "Systems")
_BARE = 0.2  # share of persons that an article calls by the surname alone


def evaluate_merging(sizes: Sequence[int] = SIZES, clock: Callable[[], float] = time.process_time) -> list[Table]:
    """Time the merging of invented mentions, six in ten of persons and the others of organizations.

    Args:
        sizes: numbers of mentions; there is one name for ten.
        clock: gives seconds; processor time of this process by default.
    """
    rows = []
    for size in sizes:
        names = _names(max(1, size // _PER_NAME))
        readings = list(_readings(names, size))
        mentions = sum(len(reading.mentions) for reading in readings)
        start = clock()
        merged = merge_things(readings, Lexicon(()))
        seconds = clock() - start
        each = seconds * 1e6 / mentions if mentions else 0.0
        rows.append((mentions, len(set(names)), len(merged.entities), len(merged.decisions), round(seconds, 1), each))
    header = ("mentions", "names", "entities", "decisions", "seconds", "microseconds a mention")
    return [Table("Merging on one core", header, tuple(rows), digits=1)]


def _names(count: int) -> list[tuple[str, str]]:
    """Invented names with their types, always the same ones."""
    chance = random.Random(0)
    given = [row["name"] for row in table("given_names.tsv", "name", "gender", "source")]
    persons = [(f"{chance.choice(given)} {_word(chance)}", "PERSON") for _ in range(count * 6 // 10)]
    bodies = [
        (f"{_word(chance)} {_word(chance)} {chance.choice(_BODIES)}", "ORGANIZATION")
        for _ in range(count - len(persons))
    ]
    return persons + bodies


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).title()


def _readings(names: Sequence[tuple[str, str]], mentions: int) -> Iterator[Reading]:
    chance = random.Random(1)
    for number in range(-(-mentions // _PER_ARTICLE)):
        document = f"d{number:07}"
        things, found = [], []
        for thing in range(_PER_ARTICLE // _PER_THING):
            name, type_ = chance.choice(names)
            if type_ == "PERSON" and chance.random() < _BARE:
                name = name.split()[-1]
            things.append(Thing(thing, document, name, type_, "", chance.choice(_COUNTRIES)))
            for place in range(_PER_THING):
                start = (thing * _PER_THING + place) * 40
                end = start + len(name)
                found.append(Mention(document, 0, start, end, name, "name", type_, start, end, things=(thing,)))
        yield Reading(Article(document, "", ()), (), tuple(found), tuple(things), ())
