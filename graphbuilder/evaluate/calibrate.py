"""Fit the weights of the model of confidence (data/confidence.tsv) to gold, then to what people found right.

First a logistic regression with an L2 penalty learns from a gold table in CaRB's format how far extractions of which
properties agree with gold. What this is worth on sentences it has not seen is measured by fitting to half A and looking
at half B; the weights that are written are those of the whole table. Gold lists only a part of what a sentence says, so the share of extractions that agree with it is far below the
share that a reader finds right. A second, small regression on verdicts of readers therefore stretches and shifts the
first (Platt 1999), and learns what gold tables of open domain cannot tell: how much a frame of the domain is worth.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graphbuilder.errors import OutputError
from graphbuilder.evaluate.carb import Extraction, area, curve, overlap
from graphbuilder.evaluate.openie import Gold, compared, gold_of
from graphbuilder.extract.bare import triple_of
from graphbuilder.extract.confidence import INTERCEPT, features_of, probability
from graphbuilder.extract.statements import extract_statements
from graphbuilder.lexicon.tables import DATA, rows, split
from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.parse.trees import parse_blocks

VERDICTS = DATA / "read_statements.tsv"
# L2 penalties: of the properties, and of how far the readers' regression may leave "as gold says"
PENALTY = 4.0
SCALE_PENALTY = 8.0
# of intercepts: only enough to keep them finite where everything is right
FREE = 1e-3
# log-odds beyond which a probability is 0 or 1
LARGEST = 30.0
# a property seen less often than this has no weight of its own
FEWEST = 5
STEPS = 50


@dataclass(frozen=True, slots=True)
class Example:
    """A statement's properties, and how far it is right: yes or no for a reader, a share of agreement for gold."""

    features: tuple[str, ...]
    right: float
    source: str = "gold"


Extracted = dict[str, list[tuple[tuple[str, ...], Extraction]]]


def extracted_from(gold: Gold, pipeline: str | None = None) -> Extracted:
    """Properties and wording of what is extracted from the sentences of a gold table, by sentence."""
    nlp = load_pipeline(pipeline)
    found: Extracted = {}
    for sentence in gold:
        statements = extract_statements("", "", parse_blocks(nlp, [(sentence, 0)]), ())
        triples = ((statement, triple_of(1, statement)) for statement in statements)
        found[sentence] = [(features_of(each), compared(triple)) for each, triple in triples if triple is not None]
    return found


def examples_of(gold: Gold, extracted: Extracted) -> list[Example]:
    """What was extracted from the sentences of a gold table, with its agreement with gold."""
    pairs = ((sentence, each) for sentence in gold for each in extracted[sentence])
    return [Example(features, agreement(each, gold[sentence])) for sentence, (features, each) in pairs]


def agreement(predicted: Extraction, gold: Iterable[Extraction]) -> float:
    """Harmonic mean of the shares of words that an extraction and the gold extraction nearest to it have in common."""
    pairs = (overlap(predicted, each) for each in gold)
    return max((2 * p * r / (p + r) for p, r in filter(None, pairs) if p + r), default=0.0)


def held_out(gold: Gold, extracted: Extracted, weights: Mapping[str, float]) -> tuple[float, float]:
    """Best F1 and area under the curve of given weights on the sentences of a gold table."""
    predicted = {
        sentence: [replace(each, confidence=probability(features, weights)) for features, each in extracted[sentence]]
        for sentence in gold
    }
    points = curve(gold, predicted)
    return max((point.f1 for point in points), default=0.0), area(points)


def read_verdicts(path: Path = VERDICTS) -> list[Example]:
    """Read what readers found: a table with the columns source, right ("yes" or "no") and features, separated by `|`.

    Raises:
        InputError: the table cannot be read or lacks a column.
    """
    found = rows(path, ("source", "right", "features"))
    return [Example(split(row["features"]), row["right"] == "yes", row["source"]) for _, row in found]


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Weights of the properties by maximum likelihood with an L2 penalty; the intercept is free."""
    counts = Counter(feature for example in examples for feature in example.features)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    inputs = [[1.0, *(float(name in example.features) for name in names)] for example in examples]
    penalties = [FREE, *(PENALTY for _ in names)]
    weights = _regression(inputs, [float(example.right) for example in examples], penalties, [0.0] * (len(names) + 1))
    return dict(zip((INTERCEPT, *names), weights, strict=True))


def rescale(weights: Mapping[str, float], verdicts: Sequence[Example]) -> dict[str, float]:
    """Stretch and shift the weights so that they give the share that readers find right."""
    if not verdicts:
        return dict(weights)
    inputs = [[1.0, _logit(probability(each.features, weights)), float("frame" in each.features)] for each in verdicts]
    shift, scale, frame = _regression(
        inputs, [float(each.right) for each in verdicts], [FREE, SCALE_PENALTY, 1.0], [0.0, 1.0, 0.0]
    )
    found = {name: weight * scale for name, weight in weights.items()}
    found[INTERCEPT] = found.get(INTERCEPT, 0.0) + shift
    found["frame"] = found.get("frame", 0.0) + frame
    return found


def calibrate(path: Path, output: Path, pipeline: str | None = None, verdicts: Path = VERDICTS) -> tuple[int, int]:
    """Fit on a gold table and write the weights; what half A teaches about half B is said in the comments.

    Args:
        path: gold table in CaRB's format.
        output: file to write, in the form of data/confidence.tsv.
        pipeline: name or path of a spaCy pipeline; the bundled one by default.
        verdicts: what readers found right.

    Returns:
        Number of extractions and of verdicts that were fitted to.

    Raises:
        InputError: the gold table or the verdicts cannot be used.
        PipelineError: the pipeline cannot be used.
        OutputError: the file cannot be written.
    """
    gold = gold_of(path)
    read = read_verdicts(verdicts)
    extracted = extracted_from(gold, pipeline)
    examples = examples_of(gold, extracted)
    weights = rescale(fit(examples), read)
    comments = [f"# fitted to {path.name}: {len(examples)} extractions", *_from_a_to_b(path, gold, extracted)]
    try:
        output.write_text(_table(weights, comments, read), encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{output} cannot be written ({error.strerror}); name a file in a folder of yours") from error
    return len(examples), len(read)


def _from_a_to_b(path: Path, gold: Gold, extracted: Extracted) -> Iterator[str]:
    """What weights fitted to half A are worth on half B, as a comment of the table."""
    if len(gold) > 1:
        f1, under = held_out(gold_of(path, "b"), extracted, fit(examples_of(gold_of(path, "a"), extracted)))
        yield f"# fitted to its half A alone, on half B: best F1 {f1:.3f}, area under curve {under:.3f}"


def _table(weights: Mapping[str, float], measured: Sequence[str], read: Sequence[Example]) -> str:
    comments = [
        "# Weights of the logistic model of confidence: what a property of a statement adds to the log-odds of being right.",
        "# Written by `graphbuilder evaluate calibrate`; fitted, then stretched and shifted to verdicts of readers.",
        *measured,
    ]
    for source in sorted({each.source for each in read}):
        comments.append(f"# read by hand, {source}: {_counts([each for each in read if each.source == source])}")
    body = [f"{feature}\t{weight:.3f}\tfitted" for feature, weight in sorted(weights.items())]
    return "\n".join([*comments, "feature\tweight\tsource", *body]) + "\n"


def _counts(examples: Sequence[Example]) -> str:
    return f"{sum(each.right > 0 for each in examples)} right of {len(examples)}"


def _logit(value: float) -> float:
    return float(np.log(value / (1 - value)))


def _regression(
    inputs: Sequence[Sequence[float]], labels: Iterable[float], penalties: Sequence[float], priors: Sequence[float]
) -> list[float]:
    """Logistic regression by Newton's method; `penalties` pull each weight towards its prior. No chance is involved."""
    x: NDArray[np.float64] = np.asarray(inputs, dtype=np.float64)
    y: NDArray[np.float64] = np.asarray(list(labels), dtype=np.float64)
    pull, prior = np.asarray(penalties), np.asarray(priors, dtype=np.float64)
    weights = prior.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -LARGEST, LARGEST)))
        gradient = x.T @ (p - y) + pull * (weights - prior)
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(pull)
        step = np.linalg.solve(hessian, gradient)
        weights = weights - np.clip(step, -1, 1)  # Newton's full step may overshoot where nearly all are right
        if np.abs(step).max() < 1e-9:
            break
    return [float(weight) for weight in weights]
