"""spaCy Docs to the house's sentences: one shape of tree, whatever scheme the parser speaks."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from graphbuilder.parse.labels import CLEAR_ONLY, NAMES, clear, universal
from graphbuilder.parse.lemmas import verb_base
from graphbuilder.parse.prepare import Prepared, prepare
from graphbuilder.parse.repair import mend
from graphbuilder.parse.syntax import Node, Sentence, move
from graphbuilder.parse.times import free_reported_clause, restore_finite_verb, separate_times

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nt"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
# parts of speech that prepositions have in ClearNLP trees: "according" is a verb
PREPOSITIONS = frozenset({"ADP", "SCONJ", "PART", "VERB"})


def speaks_clear(nlp: Language) -> bool:
    """Whether the pipeline's parser uses ClearNLP labels rather than Universal Dependencies."""
    return "parser" in nlp.pipe_names and bool(CLEAR_ONLY & set(nlp.get_pipe("parser").labels))  # type: ignore[attr-defined]


def sentences_of(doc: Doc, clear_labels: bool, offset: int = 0, number: int = 0, block: int = 0) -> Iterator[Sentence]:
    """Turn a parsed Doc into sentences, skipping those without a word.

    Args:
        doc: a Doc with sentence boundaries and dependency heads.
        clear_labels: whether its labels are ClearNLP's (see `speaks_clear`).
        offset: where the Doc's text begins in the article's text, in characters.
        number: number of the first sentence.
        block: number of the paragraph the Doc was made of.
    """
    for span in doc.sents:
        tokens = [token for token in span if not token.is_space]
        if not any(token.is_alpha or token.like_num for token in tokens):
            continue
        nodes = _nodes(tokens, offset)
        _attach(tokens, nodes, clear_labels)
        if clear_labels:
            _content_heads(nodes)
        else:
            _unnest(nodes)
        restore_finite_verb(nodes)
        free_reported_clause(nodes)
        mend(nodes)
        separate_times(nodes)
        start, end = nodes[0].start, nodes[-1].end
        yield Sentence(number, start, end, doc.text[start - offset : end - offset], nodes, block)
        number += 1


def _nodes(tokens: list[Token], offset: int) -> list[Node]:
    nodes = []
    for index, token in enumerate(tokens):
        start = token.idx + offset
        nodes.append(
            Node(
                index=index,
                text=token.text,
                lemma=_lemma(token),
                pos=token.pos_,
                tag=token.tag_,
                start=start,
                end=start + len(token.text),
                entity=NAMES.get(token.ent_type_, ""),
                entity_start=token.ent_iob_ == "B",
                space_after=bool(token.whitespace_),
            )
        )
    return nodes


def _lemma(token: Token) -> str:
    if token.pos_ == "PROPN":
        return token.text
    guess = (token.lemma_ or token.text).lower()
    return verb_base(token.lower_, guess) if token.pos_ == "VERB" else guess


def _attach(tokens: list[Token], nodes: list[Node], clear_labels: bool) -> None:
    place = {token.i: node for token, node in zip(tokens, nodes, strict=True)}
    root: Node | None = None
    for token, node in zip(tokens, nodes, strict=True):
        head = place.get(token.head.i)
        node.relation = clear(token.dep_) if clear_labels else universal(token.dep_)
        if node.relation in ("adverb", "determiner") and token.lower_ in NEGATIONS:
            node.relation = "negation"
        if clear_labels and token.dep_ == "aux" and token.tag_ == "TO":
            node.relation = "marker"
        if token.head.i == token.i or head is None:
            # a second root (its head was white space) joins the first, so that the tree stays one
            node.relation, node.head = ("root", None) if root is None else ("parataxis", root)
            if root is None:
                root = node
            else:
                root.children.append(node)
        else:
            node.head = head
            head.children.append(node)
    for node in nodes:
        node.children.sort(key=lambda child: child.index)


def _unnest(nodes: list[Node]) -> None:
    """UD hangs a conjunct of a conjunct below it when they nest; a chain of plain coordination is made flat.

    A noun has modifiers and no obliques, whatever the parser says.
    """
    for node in nodes:
        head = node.head
        if node.relation == "oblique" and head is not None and head.pos in ("NOUN", "PROPN") and not head.one("copula"):
            node.relation = "noun_modifier"
        chained = node.relation == "conjunct" and head is not None and head.relation == "conjunct"
        if chained and head is not None and head.pos == node.pos and not head.one("coordinator"):
            move(node, head.head, "conjunct")


def _content_heads(nodes: list[Node]) -> None:
    """Turn a ClearNLP tree content-headed: prepositions below their nouns, copulas below their predicates."""
    for node in nodes:
        _join_prepositions(node)
    for node in nodes:
        linked = node.relation == "conjunct" and node.pos == "ADP"
        if linked or (node.relation in ("case", "agent", "recipient") and node.pos in PREPOSITIONS):
            _lower_preposition(node)
    for node in nodes:
        if node.lemma == "be" and node.relation not in ("auxiliary", "passive_auxiliary", "copula"):
            _lower_copula(node)
    for node in nodes:
        if node.relation == "conjunct":
            first = node.head
            while first is not None and first.relation == "conjunct":
                first = first.head
            if first is not None and first is not node.head:
                move(node, first, "conjunct")
    for node in nodes:
        _lower_coordinator(node)
        _raise_controlled_subject(node)


def _join_prepositions(inner: Node) -> None:
    """ "according to the daily": a preposition below a preposition is its second word."""
    outer = inner.head
    if inner.pos != "ADP" or inner.relation not in ("case", "adverbial_clause") or outer is None:
        return
    if outer.relation not in ("case", "agent") or outer.pos not in PREPOSITIONS or inner.index != outer.index + 1:
        return
    for child in inner.all("oblique"):
        move(child, outer, "oblique")
    move(inner, outer, "fixed")


def _lower_preposition(preposition: Node) -> None:
    complements = [child for child in preposition.children if child.relation in ("oblique", "adverbial_clause")]
    head = preposition.head
    if not complements or head is None:
        return
    complement = complements[0]
    nominal = complement.relation == "oblique"
    if preposition.relation in ("agent", "conjunct"):
        relation = preposition.relation
    elif nominal:
        relation = "noun_modifier" if head.pos in NOMINAL and not head.one("copula") else "oblique"
    else:
        relation = "noun_clause" if head.pos in NOMINAL else "adverbial_clause"
    others = [child for child in preposition.children if child is not complement and child.relation != "fixed"]
    move(complement, head, relation)
    move(preposition, complement, "case" if nominal else "marker")
    for child in others:
        move(child, complement, child.relation)


def _lower_copula(verb: Node) -> None:
    predicate = next((c for c in verb.children if c.relation == "open_complement" and not c.tag.startswith("VB")), None)
    if verb.one("expletive"):
        if predicate is not None:
            move(predicate, verb, "subject")  # "there is a plan"
        return
    if predicate is None and not verb.one("open_complement", "complement_clause"):
        behind = [c for c in verb.all("oblique") if c.index > verb.index and c.one("case")]
        predicate = behind[0] if behind else None  # "is in talks", "is from Norway"
    if predicate is None or verb.one("passive_auxiliary"):
        return
    relation, head = verb.relation, verb.head
    others = [child for child in verb.children if child is not predicate]
    move(predicate, head, relation)
    move(verb, predicate, "copula")
    for child in others:
        move(child, predicate, child.relation)


def _lower_coordinator(node: Node) -> None:
    """Hang "and" below the conjunct it introduces, not below the first one; "both" and "neither" stay in front."""
    head = node.head
    if node.relation != "coordinator" or head is None or node.index < head.index:
        return
    behind = [each for each in head.all("conjunct") if each.index > node.index]
    if behind:
        move(node, behind[0], "coordinator")


def _raise_controlled_subject(node: Node) -> None:
    """ "wants Berlin to send tanks": who should do it is the object of the verb above."""
    head, subject = node.head, node.one("subject", "passive_subject")
    marks = [mark.text.lower() for mark in node.all("marker")]
    if node.relation == "complement_clause" and marks == ["to"] and subject is not None and head is not None:
        move(subject, head, "object")
        node.relation = "open_complement"


def parse_blocks(nlp: Language, texts: Iterable[tuple[str, int]]) -> list[Sentence]:
    """Parse paragraphs of one article into numbered sentences.

    Args:
        nlp: a pipeline with tagger, parser and sentence boundaries.
        texts: each paragraph's text and its offset in the article.
    """
    return parse_together(nlp, [texts])[0]


def parse_together(nlp: Language, articles: Sequence[Iterable[tuple[str, int]]]) -> list[list[Sentence]]:
    """Parse the paragraphs of several articles at once, which takes less time than one article after the other.

    Args:
        nlp: a pipeline with tagger, parser and sentence boundaries.
        articles: for each article its paragraphs' texts and offsets.

    Returns:
        For each article its sentences, numbered from 0.
    """
    clear_labels = speaks_clear(nlp)
    found: list[list[Sentence]] = [[] for _ in articles]
    prepared = [
        (prepare(text), text, offset, block, sentences)
        for texts, sentences in zip(articles, found, strict=True)
        for block, (text, offset) in enumerate(texts)
    ]
    pairs = ((each[0].text, each) for each in prepared)
    for doc, (plain, text, offset, block, sentences) in nlp.pipe(pairs, as_tuples=True):
        for sentence in sentences_of(doc, clear_labels, 0, len(sentences), block):
            _place(sentence, plain, text, offset)
            sentences.append(sentence)
    return found


def _place(sentence: Sentence, plain: Prepared, text: str, offset: int) -> None:
    """Move a sentence from the text the parser saw to its place in the article, in place."""
    if plain.gaps:
        for node in sentence.nodes:
            node.start, node.end = plain.original(node.start) + offset, plain.original(node.end - 1) + 1 + offset
    elif offset:
        for node in sentence.nodes:
            node.start, node.end = node.start + offset, node.end + offset
    sentence.start, sentence.end = sentence.nodes[0].start, sentence.nodes[-1].end
    sentence.text = text[sentence.start - offset : sentence.end - offset]
