"""`graphbuilder evaluate gold`: build the articles of a gold folder, or take what was built, and put figures in tables."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graphbuilder.build import build
from graphbuilder.errors import InputError
from graphbuilder.evaluate.gold import GoldArticle, read_gold_folder
from graphbuilder.evaluate.gold_scores import GoldScores, Tally, score_article
from graphbuilder.evaluate.tables import Cell, Table
from graphbuilder.knowledge import load
from graphbuilder.parse.pipeline import load_pipeline
from graphbuilder.records import Knowledge

LAYERS = (
    ("entities", "entities"),
    ("triples", "triples"),
    ("meant", "triples as meant"),
    ("deals", "deals"),
)


def evaluate_gold(folder: Path, output: Path | None = None, pipeline: str | None = None) -> list[Table]:
    """Measure against a gold folder.

    Args:
        folder: articles NN.txt with their gold NN.json, here or in its folder `articles`.
        output: a folder with the build of each article in OUT/NN; the articles are built now if None.
        pipeline: name or path of a spaCy pipeline to build with; the bundled one by default.

    Raises:
        InputError: the gold or a build cannot be used.
        PipelineError: the pipeline cannot be used.
    """
    gold = read_gold_folder(folder)
    built = _built_now(gold, pipeline) if output is None else _built_before(gold, output)
    scores = [score_article(article, knowledge) for article, knowledge in zip(gold, built, strict=True)]
    total = GoldScores()
    for each in scores:
        total.add(each)
    return [_layers(total), _columns(total), _articles(gold, scores)]


def _built_now(gold: Sequence[GoldArticle], pipeline: str | None) -> Iterator[Knowledge]:
    nlp = load_pipeline(pipeline)
    for article in gold:
        yield build(article.path, pipeline=nlp).records


def _built_before(gold: Sequence[GoldArticle], output: Path) -> Iterator[Knowledge]:
    for article in gold:
        place = output / article.name
        if not place.is_dir():
            raise InputError(
                f"{output} has no folder {article.name!r} with the build of {article.path.name}; "
                f"run `graphbuilder build {article.path} -o {place}`, or leave the folder out to build all now"
            )
        yield load(place).records


def _layers(total: GoldScores) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for name, title in LAYERS:
        tally = getattr(total, name)
        counts = (tally.wanted, tally.found, tally.judged, tally.right)
        rows.append((title, *counts, tally.precision, tally.recall, tally.f1))
    header = ("layer", "wanted", "found", "judged", "right", "precision", "recall", "F1")
    return Table(f"Against gold ({total.forbidden} deals that gold rules out)", header, tuple(rows))


def _columns(total: GoldScores) -> Table:
    rows = tuple((name, right, known, right / known) for name, (right, known) in total.columns.items())
    return Table("Columns of the deals found", ("column", "right", "known", "share"), rows)


def _articles(gold: Sequence[GoldArticle], scores: Sequence[GoldScores]) -> Table:
    rows = tuple(
        (article.name, each.entities.f1, each.triples.recall, each.meant.recall, _f1(each.deals), each.forbidden)
        for article, each in zip(gold, scores, strict=True)
    )
    header = ("article", "entities F1", "triples recall", "as meant", "deals F1", "ruled out")
    return Table("By article", header, rows)


def _f1(tally: Tally) -> float | str:
    """F1, or nothing where there was nothing to find and nothing was found."""
    return tally.f1 if tally.wanted or tally.judged else ""
