"""Pronouns that point back without being personal: relatives ("Germany, which ...") and bare "these", "those"."""

from collections.abc import Sequence

from graphbuilder.parse.syntax import Sentence
from graphbuilder.records import Mention

_RELATIVES = frozenset({"who", "whom", "whose", "which"})
_DEMONSTRATIVES = frozenset({"these", "those"})


def pointing_pronouns(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions for the relative and demonstrative pronouns that `mentions` does not hold yet, in text order."""
    known = {mention.start for mention in mentions}
    out = []
    for sentence in sentences:
        for node in sentence.nodes:
            word = node.text.casefold()
            relative = word in _RELATIVES and node.tag in ("WP", "WDT", "WP$")
            described = node.one("relative_clause", "noun_clause", "noun_modifier", "adjective")
            bare = word in _DEMONSTRATIVES and node.pos == "PRON" and described is None  # "those who fled"
            if (relative or bare) and node.start not in known:
                out.append(
                    Mention(
                        document_id=mentions[0].document_id if mentions else "",
                        sentence=sentence.number,
                        start=node.start,
                        end=node.end,
                        text=node.text,
                        kind="pronoun",
                        type="",
                        head_start=node.start,
                        head_end=node.end,
                        how="syntax",
                        plural=bare,
                    )
                )
    return out
