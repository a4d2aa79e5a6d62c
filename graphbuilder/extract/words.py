"""The word tables of the extraction stage, each read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graphbuilder.lexicon.tables import split, table


@dataclass(frozen=True, slots=True)
class Frame:
    """What a predicate means and who plays which part (data/frames.tsv)."""

    lemma: str
    pos: str
    verb: str
    relation_type: str
    subject: str
    object: str
    prepositions: Mapping[str, str]
    status: str
    status_planned: str
    kind: str
    needs: str = ""

    @property
    def name(self) -> str:
        """Its name in `Statement.frame`: "sell.verb"."""
        return f"{self.lemma}.{self.pos}"


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that changes how the event below it is meant (data/operators.tsv)."""

    lemma: str
    complement: str
    effect: str
    modality: str
    polarity: str
    status: str


@cache
def frames() -> Mapping[tuple[str, str], Frame]:
    """Frames by (lemma, "verb" or "noun")."""
    found = {}
    for row in table("frames.tsv", "lemma", "pos", "relation_type"):
        prepositions = dict(pair.split("=", 1) for pair in split(row["prepositions"]))
        found[row["lemma"], row["pos"]] = Frame(
            row["lemma"], row["pos"], row["verb"], row["relation_type"], row["subject"], row["object"], prepositions,
            row["status"], row["status_planned"], row["kind"], row["needs"],
        )  # fmt: skip
    return found


@cache
def operators() -> Mapping[tuple[str, str], Operator]:
    """Operators by (lemma, complement): complement is "infinitive", "clause", "noun" or "content"."""
    return {
        (row["lemma"], row["complement"]): Operator(
            row["lemma"], row["complement"], row["effect"], row["modality"], row["polarity"], row["status"]
        )
        for row in table("operators.tsv", "lemma", "complement")
    }


@cache
def column(name: str, key: str, value: str) -> Mapping[str, str]:
    """Two columns of a table as a mapping; the first row of a key wins."""
    found: dict[str, str] = {}
    for row in table(name, key, value):
        found.setdefault(row[key], row[value])
    return found


@cache
def negators(kind: str) -> frozenset[str]:
    """Negative words of one kind: "adverb", "determiner" or "preposition"."""
    return frozenset(row["word"].replace("_", " ") for row in table("negators.tsv") if row["kind"] == kind)


@cache
def units() -> Mapping[str, str]:
    """Nouns that count weapons in sets, singular and plural, to their singular."""
    found: dict[str, str] = {}
    for row in table("units.tsv", "noun", "plural"):
        found[row["noun"]] = found[row["plural"]] = row["noun"]
    return found


@cache
def light_verbs() -> frozenset[str]:
    """Verbs that lend their subject to an event noun."""
    return frozenset(row["lemma"] for row in table("light_verbs.tsv", "lemma"))
