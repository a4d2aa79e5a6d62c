"""One article to its reading: parse, mentions, statements, coreference. Articles know nothing of each other here."""

from collections.abc import Iterator, Sequence

from spacy.language import Language

from graphbuilder.extract.mentions import find_mentions
from graphbuilder.extract.statements import extract_statements
from graphbuilder.lexicon import Lexicon
from graphbuilder.parse.syntax import Sentence
from graphbuilder.parse.trees import parse_together
from graphbuilder.records import Article, Reading
from graphbuilder.resolve.coreference import resolve_article


def parse_articles(articles: Sequence[Article], nlp: Language) -> list[list[Sentence]]:
    """Parse several articles at once, one paragraph each; how many and which makes no difference to any of them."""
    return parse_together(nlp, [list(_paragraphs(article)) for article in articles])


def read_article(
    article: Article, nlp: Language, lexicon: Lexicon, sentences: Sequence[Sentence] | None = None
) -> Reading:
    """Everything that one article says.

    Args:
        article: the article as read; its `body` blocks are parsed, one paragraph each.
        nlp: a pipeline with tagger, parser and sentence boundaries.
        lexicon: what is known of countries, organizations, weapons and persons.
        sentences: the article as `parse_articles` gave it; it is parsed here if None.
    """
    if sentences is None:
        sentences = parse_articles([article], nlp)[0]
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
