"""Write the model card of a pipeline from its figures."""

from collections.abc import Mapping
from pathlib import Path

from spacy.language import Language

_SOURCES = (
    ("Universal Dependencies English-EWT (train; dev to choose)", "tags, morphology, lemmas, trees", "CC BY-SA 4.0"),
    (
        "GUM, its CC BY and public-domain genres (train; dev to choose)",
        "the same; names from its linked mentions",
        "CC BY 4.0, public domain",
    ),
    ("Universal NER English-EWT (dev)", "names", "CC BY-SA 4.0"),
    ("Groningen Meaning Bank, sample", "names", "public domain texts of Voice of America"),
    ("CrossNER (politics train; science, literature, music, AI)", "names", "MIT"),
    (
        "Relationship and Entity Extraction Evaluation Dataset (Dstl), two of four folders",
        "names",
        "Open Government Licence and as marked there",
    ),
    ("UN General Debate Corpus (Jankin, Baturo, Dasandi)", "vectors", "CC0"),
    ("State of the Union and inaugural addresses, The World Factbook", "vectors", "public domain"),
    ("MASC; WikiText-2 (dev, test)", "vectors", "open; CC BY-SA"),
    ("WNUT 2017 (train, dev)", "vectors; names", "CC BY 4.0"),
    ("ISO 3166-2, as pycountry holds it", "names of regions, put in place of others", "LGPL 2.1"),
)
_WEAKNESSES = (
    (
        "Trees come from web text and ten written and spoken genres, not from military news: long lists of systems, datelines and "
        "stacked noun compounds are where it errs most."
    ),
    (
        "Weapons were learnt from made-up sentences. A weapon whose name is an ordinary word is found by its context alone, so pair "
        "the pipeline with the lexicon."
    ),
    "QUANTITY, MONEY and DATE were learnt from patterns, EVENT and FAC from few examples: expect gaps beyond plain forms.",
    "Towns, regions and facilities were told apart by their words, not by hand: GPE, LOC and FAC are mixed up at the edges.",
    "Texts all in capitals or all in lower case were rare in training.",
    "The lemma of a word never seen follows the endings of similar words, and can be wrong for irregular verbs.",
)
_TREE_COLUMNS = ("LAS, gold words", "UAS, gold words", "LAS, own words", "sentences", "words", "UPOS", "XPOS", "lemma")


def write_card(nlp: Language, folder: Path, table: Mapping[str, Mapping[str, float]], speed: float) -> None:
    """Write `README.md` into the folder of a saved pipeline.

    Args:
        nlp: The pipeline as loaded from the folder.
        folder: Where it was saved.
        table: Figures by source and name.
        speed: Words per second on one core.
    """
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20
    lines = [
        "# The bundled English pipeline",
        "",
        "Made by the steps of `python -m graphbuilder.training`; this card is written by that command. A rebuild moves the figures in the",
        "third digit: the order of sums differs between machines.",
        "",
        (
            f"Components: {', '.join(nlp.pipe_names)}. Labels of trees: Universal Dependencies 2. "
            f"Names: {', '.join(nlp.pipe_labels['ner'])}."
        ),
        (
            f"Vectors: {nlp.vocab.vectors.shape[0]} rows of {nlp.vocab.vectors.shape[1]}, subwords (floret). "
            f"Size: {size:.1f} MB. Speed: {speed:,.0f} words a second on one core of the machine it was made on."
        ),
        "",
        "## Sources and licences",
        "",
        "The weights are offered under CC BY-SA 4.0, the strictest licence of what they were learnt from. They hold none of the texts.",
        "",
        "| source | taught | licence |",
        "|---|---|---|",
        *(f"| {source} | {taught} | {licence} |" for source, taught, licence in _SOURCES),
        "| Sentences made from the project's own templates | names of weapons by shape | that of the project |",
        "",
        "## Figures",
        "",
        "On files that were not trained on. Words, tags, lemmas and trees:",
        "",
        "| file | " + " | ".join(_TREE_COLUMNS) + " |",
        "|---|" + "---|" * len(_TREE_COLUMNS),
        *(_row(source, [row[name] for name in _TREE_COLUMNS]) for source, row in table.items() if "UPOS" in row),
        "",
        'LAS and UAS count punctuation and whole labels. "Own words": running text, the pipeline\'s own words and sentences (F1). The trees of',
        "ewt-dev and gum-dev chose the weights; no other file below or above did.",
        "",
        "Names, exact span and type (precision, recall, F1), one sentence at a time. A set is scored as its annotators left it, with the types",
        "that it has: PERSON, ORG and PLACE (towns, states, regions and buildings are one type there), and EVENT in the set on politics, where",
        "parties are ORG and elections EVENT. Peoples, dates and sums do not count there; a guess on what a set calls something else (a song,",
        "its MISC) is wrong. In the defence texts an entity that is a description is no name, and a guess that touches one is not judged.",
        "",
        "| file | type | P | R | F1 |",
        "|---|---|---|---|---|",
        *_name_rows(table),
        "",
        '"Made-up weapons" are drawn like the training sentences with other numbers and names: they tell that the shapes were learnt, not how',
        "well real articles go.",
        "",
        "## Known weaknesses",
        "",
        *(f"- {weakness}" for weakness in _WEAKNESSES),
        "",
    ]
    (folder / "README.md").write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _row(source: str, values: list[float]) -> str:
    return f"| {source} | " + " | ".join(f"{value:.3f}" for value in values) + " |"


def _name_rows(table: Mapping[str, Mapping[str, float]]) -> list[str]:
    rows: list[str] = []
    for source, figures in table.items():
        for name in figures:
            if name.endswith(" F1"):
                kind = name.removesuffix(" F1")
                rows.append(_row(f"{source} | {kind}", [figures[f"{kind} {part}"] for part in ("P", "R", "F1")]))
    return rows
