"""One article to its reading: parse, mentions, statements, coreference. Articles know nothing of each other here."""

from collections.abc import Iterator

from spacy.language import Language

from graphbuilder.extract.mentions import find_mentions
from graphbuilder.extract.statements import extract_statements
from graphbuilder.lexicon import Lexicon
from graphbuilder.parse.trees import parse_blocks
from graphbuilder.records import Article, Reading
from graphbuilder.resolve.coreference import resolve_article


def read_article(article: Article, nlp: Language, lexicon: Lexicon) -> Reading:
    """Everything that one article says.

    Args:
        article: the article as read; its `body` blocks are parsed, one paragraph each.
        nlp: a pipeline with tagger, parser and sentence boundaries.
        lexicon: what is known of countries, organizations, weapons and persons.
    """
    sentences = parse_blocks(nlp, _paragraphs(article))
    mentions = find_mentions(article.document_id, sentences, lexicon)
    statements = extract_statements(article.document_id, article.date, sentences, mentions)
    resolved, things = resolve_article(article, sentences, mentions, lexicon)
    return Reading(
        article=article,
        sentences=tuple((sentence.start, sentence.end) for sentence in sentences),
        mentions=resolved,
        things=things,
        statements=tuple(statements),
    )


def _paragraphs(article: Article) -> Iterator[tuple[str, int]]:
    for block in article.blocks:
        if block.kind == "body":
            yield article.text[block.start : block.end], block.start
