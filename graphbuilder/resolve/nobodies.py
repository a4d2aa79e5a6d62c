"""Persons spoken of without a name: "the man", "a soldier". Pronouns may mean them; they are no entities."""

from graphbuilder.parse.syntax import Node
from graphbuilder.records import Mention
from graphbuilder.resolve.draft import Draft
from graphbuilder.resolve.salience import Discourse

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


class Nobodies:
    """The persons without a name of one article.

    Args:
        document_id: of the article.
        discourse: what was read so far.
    """

    def __init__(self, document_id: str, discourse: Discourse) -> None:
        self._document_id = document_id
        self._discourse = discourse
        self.drafts: list[Draft] = []

    def meet(self, node: Node, sentence: int, gender: str, plural: bool) -> Draft:
        """Return whom a noun means: "the man" is the man spoken of before, "a man" another one."""
        known: Draft | None = None
        if any(child.text.casefold() in _DEFINITE for child in node.all("determiner")):
            known = self._discourse.somebody(node.lemma, plural, sentence)
        if known is None:
            known = Draft(type="PERSON", name=node.lemma, gender=gender, plural=plural, unnamed=True)
            self.drafts.append(known)
        place = (node.start, node.end)
        known.mentions.append(Mention(self._document_id, sentence, *place, node.text, "nominal", "PERSON", *place))
        return known

    def phrases(self) -> list[tuple[Mention, Draft]]:
        """Return the head words by which they are spoken of."""
        return [(mention, draft) for draft in self.drafts for mention in draft.mentions if mention.kind == "nominal"]
