"""A build measured against a gold folder: entities, triples with how they are meant, deals with their columns."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphbuilder.evaluate.gold import DEAL_COLUMNS, GoldArticle, GoldDeal, GoldTriple
from graphbuilder.evaluate.matching import Alignment, name_key, pairs
from graphbuilder.records import Deal, Knowledge, Triple

# entity types that gold lists in full; of others, what is found beside gold is not judged
JUDGED_TYPES = frozenset({"COUNTRY", "PERSON", "ORGANIZATION", "WEAPON"})
# the same fact told from the other side
INVERSE = {"SUPPLIES": "BUYS", "BUYS": "SUPPLIES", "MEETS": "MEETS", "NEGOTIATES": "NEGOTIATES", "SIGNS": "SIGNS",
           "COMPETES_WITH": "COMPETES_WITH"}  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Counts of one layer: how many gold items are asked for and found, how many of the build are judged and right."""

    wanted: int = 0
    found: int = 0
    judged: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of what was judged that is right."""
        return self.right / self.judged if self.judged else 0.0

    @property
    def recall(self) -> float:
        """Share of what was asked for that was found."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: "Tally") -> None:
        """Add the counts of another."""
        self.wanted += other.wanted
        self.found += other.found
        self.judged += other.judged
        self.right += other.right


@dataclass(slots=True)
class GoldScores:
    """All counts of an article, or the sums of several.

    `triples` ignores how a statement is meant, `meant` wants polarity, modality and speaker right too. `columns` holds,
    by column, how many of the found deals have it right, and of how many it is known. `forbidden` counts deals that
    gold rules out.
    """

    entities: Tally = field(default_factory=Tally)
    triples: Tally = field(default_factory=Tally)
    meant: Tally = field(default_factory=Tally)
    deals: Tally = field(default_factory=Tally)
    columns: dict[str, tuple[int, int]] = field(default_factory=dict)
    forbidden: int = 0

    def add(self, other: "GoldScores") -> None:
        """Add the counts of another article."""
        for name in ("entities", "triples", "meant", "deals"):
            getattr(self, name).add(getattr(other, name))
        for name, (right, known) in other.columns.items():
            before = self.columns.get(name, (0, 0))
            self.columns[name] = (before[0] + right, before[1] + known)
        self.forbidden += other.forbidden


def score_article(gold: GoldArticle, built: Knowledge) -> GoldScores:
    """Compare the build of one article with its gold."""
    alignment = Alignment(built.entities, gold.entities)
    scores = GoldScores(entities=_entities(gold, built, alignment))
    scores.triples, scores.meant = _triples(gold, built.triples, alignment)
    _deals(gold, built.deals, alignment, scores)
    return scores


def _entities(gold: GoldArticle, built: Knowledge, alignment: Alignment) -> Tally:
    tally = Tally(wanted=sum(each.must for each in gold.entities))
    tally.found = sum(each.must and each.names[0] in alignment.found for each in gold.entities)
    for entity in built.entities:
        partner = alignment.partners.get(entity.entity_id)
        # a class of weapon ("fighter jets") is an entity, but gold does not list them all
        unlisted = partner is None and (entity.type not in JUDGED_TYPES or entity.name == entity.name.lower())
        if unlisted or (partner is not None and not partner.must):
            continue
        tally.judged += 1
        tally.right += partner is not None and entity.entity_id not in alignment.doubles
    return tally


def _triples(gold: GoldArticle, built: Sequence[Triple], alignment: Alignment) -> tuple[Tally, Tally]:
    loose, strict = Tally(), Tally()
    wanted = [each for each in gold.triples if each.must]
    loose.wanted = strict.wanted = len(wanted)
    loose.found = len(pairs([[i for i, t in enumerate(built) if _says(t, each, alignment)] for each in wanted]))
    strict.found = len(pairs([[i for i, t in enumerate(built) if _means(t, each, alignment)] for each in wanted]))
    for triple in built:
        says = any(_says(triple, each, alignment) for each in gold.triples)
        # gold does not list all that an article says: only what is said of a pair that it lists is judged
        if not says and not any(_same_pair(triple, each, alignment) for each in gold.triples):
            continue
        loose.judged += 1
        strict.judged += 1
        loose.right += says
        strict.right += any(_means(triple, each, alignment) for each in gold.triples)
    return loose, strict


def _says(triple: Triple, gold: GoldTriple, alignment: Alignment) -> bool:
    return any(_fits(triple, each, alignment) for each in (gold, *gold.also))


def _means(triple: Triple, gold: GoldTriple, alignment: Alignment) -> bool:
    return any(
        _fits(triple, each, alignment)
        and triple.polarity in each.polarities
        and triple.modality in each.modalities
        and _speaker_agrees(triple.attributed_to, each, alignment)
        for each in (gold, *gold.also)
    )


def _fits(triple: Triple, gold: GoldTriple, alignment: Alignment) -> bool:
    words = set(name_key(triple.relation).split())
    named = any(set(name_key(each).split()) <= words for each in gold.relations)
    if named or triple.relation_type in gold.relation_types:
        if _straight(triple, gold, alignment):
            return True
        if "by" in words and _turned(triple, gold, alignment):
            return True
    return INVERSE.get(triple.relation_type) in gold.relation_types and _turned(triple, gold, alignment)


def _straight(triple: Triple, gold: GoldTriple, alignment: Alignment) -> bool:
    return alignment.agrees(triple.subject, triple.subject_id, gold.subjects) and alignment.agrees(
        triple.object, triple.object_id, gold.objects
    )


def _turned(triple: Triple, gold: GoldTriple, alignment: Alignment) -> bool:
    return alignment.agrees(triple.object, triple.object_id, gold.subjects) and alignment.agrees(
        triple.subject, triple.subject_id, gold.objects
    )


def _same_pair(triple: Triple, gold: GoldTriple, alignment: Alignment) -> bool:
    if None in gold.objects:
        return False
    return _straight(triple, gold, alignment) or _turned(triple, gold, alignment)


def _speaker_agrees(speaker: str, gold: GoldTriple, alignment: Alignment) -> bool:
    if not speaker:
        return None in gold.speakers
    named = [each for each in gold.speakers if each is not None]
    return "*" in named or alignment.agrees(speaker, speaker, named)


def _deals(gold: GoldArticle, built: Sequence[Deal], alignment: Alignment, scores: GoldScores) -> None:
    edges = [[i for i, deal in enumerate(built) if _same_deal(deal, each, alignment)] for each in gold.deals]
    ranked = [sorted(each, key=lambda i, g=g: (-_right_columns(built[i], g, alignment), i))  # type: ignore[misc]
              for each, g in zip(edges, gold.deals, strict=True)]  # fmt: skip
    matched = pairs(ranked)
    tally = scores.deals
    tally.wanted = sum(each.must for each in gold.deals)
    tally.found = sum(gold.deals[place].must for place in matched.values())
    tally.judged, tally.right = len(built), len(matched)
    known: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for i, place in matched.items():
        for name in gold.deals[place].values:
            known[name] += 1
            right[name] += _column_agrees(built[i], name, gold.deals[place], alignment)
    scores.columns = {name: (right[name], known[name]) for name in DEAL_COLUMNS if known[name]}
    for i, deal in enumerate(built):
        ruled_out = any(
            _same_deal(deal, each, alignment)
            and all(_column_agrees(deal, name, each, alignment) for name in each.values)
            for each in gold.not_deals
        )
        scores.forbidden += gold.distractor or (i not in matched and ruled_out)


def _same_deal(deal: Deal, gold: GoldDeal, alignment: Alignment) -> bool:
    return (
        alignment.agrees(deal.supplier, deal.supplier_id, gold.suppliers)
        and alignment.agrees(deal.recipient, deal.recipient_id, gold.recipients)
        and alignment.agrees(deal.weapon, deal.weapon_id, gold.weapons)
    )


def _right_columns(deal: Deal, gold: GoldDeal, alignment: Alignment) -> int:
    return sum(_column_agrees(deal, name, gold, alignment) for name in gold.values)


def _column_agrees(deal: Deal, name: str, gold: GoldDeal, alignment: Alignment) -> bool:
    value, wanted = getattr(deal, name), gold.values[name]
    if name == "manufacturer":
        return any(alignment.agrees(each, each, wanted) for each in value)
    text = "" if value is None else str(value)
    if name == "ordered" and text:  # "2022-07-27" is right where the text allows gold no more than 2022
        return any(text.startswith(each) for each in wanted if each)
    return text in wanted
