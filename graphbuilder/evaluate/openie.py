"""The extraction of a pipeline measured on a gold table in CaRB's format."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from graphbuilder.build import bare_triples
from graphbuilder.errors import InputError
from graphbuilder.evaluate.carb import Extraction, area, curve, extraction, overlap, read_gold
from graphbuilder.evaluate.reliability import Bin, bins_of, reliability_table
from graphbuilder.evaluate.tables import Table
from graphbuilder.extract.bare import BareTriple
from graphbuilder.parse.pipeline import load_pipeline

Half = Literal["a", "b"]
Gold = dict[str, list[Extraction]]
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})  # tags of the Penn Treebank
# An extraction counts as right where some gold extraction shares this much of its words, and it this much of gold's:
# gold is worded by people, so neither can be near 1, and gold is minimal, so most of ours must be in it.
RIGHT_PRECISION = 0.6
RIGHT_RECALL = 0.4


@dataclass(frozen=True, slots=True)
class OpenScores:
    """What was measured: `precision` and `recall` at the threshold of `confidence` with the best `f1`.

    `area` lies under the curve of precision over recall; `extracted_from` counts the sentences that gave a triple.
    """

    sentences: int
    gold: int
    extractions: int
    confidence: float
    precision: float
    recall: float
    f1: float
    area: float
    extracted_from: int
    bins: tuple[Bin, ...]

    @property
    def extracted_share(self) -> float:
        """Share of the sentences that gave at least one triple."""
        return self.extracted_from / self.sentences if self.sentences else 0.0


def gold_of(path: Path, half: Half | None = None) -> Gold:
    """Read a gold table, whole or a half of it.

    Args:
        path: sentence, relation, arguments, separated by tabs.
        half: "a" for every second sentence from the first, in alphabetical order; "b" for the others.

    Raises:
        InputError: the file cannot be read, is not UTF-8, is empty, or has a line with too few cells.
    """
    try:
        gold = read_gold(path)
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); name a gold table in CaRB's format") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not UTF-8; save the table as UTF-8") from error
    chosen = sorted(gold)[{None: 0, "a": 0, "b": 1}[half] :: 1 if half is None else 2]
    if not chosen:
        part = "holds no sentence" if half is None else f"holds no sentence in half {half}"
        raise InputError(f"{path} {part}; give lines of sentence, relation and arguments, separated by tabs")
    return {sentence: gold[sentence] for sentence in chosen}


def extract(sentences: Sequence[str], pipeline: str | Language | None = None) -> Iterator[tuple[str, BareTriple]]:
    """Each triple of each sentence, with its sentence."""
    for triple in bare_triples(sentences, pipeline):
        yield sentences[triple.line - 1], triple


def compared(triple: BareTriple) -> Extraction:
    """A triple as it is compared with gold."""
    return extraction(triple.relation, triple.subject, (triple.object, *triple.arguments), triple.confidence)


def is_right(predicted: Extraction, gold: Iterable[Extraction]) -> bool:
    """Whether an extraction agrees well enough with one of its sentence's gold extractions."""
    pairs = (overlap(predicted, each) for each in gold)
    return any(pair is not None and pair[0] >= RIGHT_PRECISION and pair[1] >= RIGHT_RECALL for pair in pairs)


def score(gold: Gold, predicted: Gold) -> OpenScores:
    """Compare extractions with gold, by sentence."""
    points = curve(gold, predicted)
    best = max(points, key=lambda point: (point.f1, point.confidence), default=None)
    judged = [(each.confidence, is_right(each, gold[s])) for s in gold for each in predicted.get(s, ())]
    return OpenScores(
        sentences=len(gold),
        gold=sum(map(len, gold.values())),
        extractions=len(judged),
        confidence=best.confidence if best else 0.0,
        precision=best.precision if best else 0.0,
        recall=best.recall if best else 0.0,
        f1=best.f1 if best else 0.0,
        area=area(points),
        extracted_from=sum(1 for sentence in gold if predicted.get(sentence)),
        bins=bins_of(judged),
    )


def evaluate_openie(path: Path, pipeline: str | None = None, half: Half | None = None) -> list[Table]:
    """Measure a pipeline on a gold table in CaRB's format.

    Raises:
        InputError: the gold table cannot be used.
        PipelineError: the pipeline cannot be used.
    """
    gold = gold_of(path, half)
    nlp = load_pipeline(pipeline)
    predicted: Gold = {sentence: [] for sentence in gold}
    for sentence, triple in extract(list(gold), nlp):
        predicted[sentence].append(compared(triple))
    with_verb = [sentence for sentence, doc in zip(gold, nlp.pipe(gold), strict=True) if _is_finite(doc)]
    given = sum(1 for sentence in with_verb if predicted[sentence]) / max(len(with_verb), 1)
    return tables_of(score(gold, predicted), given)


def _is_finite(doc: Doc) -> bool:
    return any(token.tag_ in FINITE for token in doc)


def tables_of(scores: OpenScores, with_finite_verb: float | None = None) -> list[Table]:
    """The figures as two tables: the scores, and how far confidence can be believed.

    Args:
        scores: what was measured.
        with_finite_verb: share that gave a triple of the sentences with a finite verb, where it is known.
    """
    rows: tuple[tuple[str, int | float], ...] = (
        ("sentences", scores.sentences),
        ("gold extractions", scores.gold),
        ("extractions", scores.extractions),
        ("precision", scores.precision),
        ("recall", scores.recall),
        ("best F1", scores.f1),
        ("at confidence", scores.confidence),
        ("area under curve", scores.area),
        ("sentences with a triple", scores.extracted_share),
    )
    if with_finite_verb is not None:
        rows += (("of those with a finite verb", with_finite_verb),)
    title = (
        f"Confidence and share right (right: gold shares {RIGHT_PRECISION:.0%} of its words, it {RIGHT_RECALL:.0%} of gold's;"
        " gold is not exhaustive)"
    )
    return [Table("Open information extraction", ("figure", "value"), rows), reliability_table(title, scores.bins)]
