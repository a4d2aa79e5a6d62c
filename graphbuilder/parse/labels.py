"""Dependency labels of the two schemes, each as a table from the parser's label to a relation of `syntax.RELATIONS`."""

# Universal Dependencies v2 (https://universaldependencies.org/en/dep/); subtypes not listed fall back to their main type
UNIVERSAL = {
    "acl": "noun_clause",
    "acl:relcl": "relative_clause",
    "advcl": "adverbial_clause",
    "advcl:relcl": "parataxis",
    "advmod": "adverb",
    "amod": "adjective",
    "appos": "apposition",
    "aux": "auxiliary",
    "aux:pass": "passive_auxiliary",
    "case": "case",
    "cc": "coordinator",
    "ccomp": "complement_clause",
    "compound": "compound",
    "compound:prt": "particle",
    "conj": "conjunct",
    "cop": "copula",
    "csubj": "clausal_subject",
    "det": "determiner",
    "discourse": "discourse",
    "expl": "expletive",
    "fixed": "fixed",
    "flat": "name_part",
    "iobj": "recipient",
    "mark": "marker",
    "nmod": "noun_modifier",
    "nmod:poss": "possessor",
    "nsubj": "subject",
    "nsubj:pass": "passive_subject",
    "nummod": "number",
    "obj": "object",
    "obl": "oblique",
    "obl:agent": "agent",
    "parataxis": "parataxis",
    "punct": "punctuation",
    "root": "root",
    "vocative": "vocative",
    "xcomp": "open_complement",
}

# ClearNLP / CLEAR style as in spaCy's English models (https://github.com/clir/clearnlp-guidelines)
CLEAR = {
    "ROOT": "root",
    "acl": "noun_clause",
    "acomp": "open_complement",
    "advcl": "adverbial_clause",
    "advmod": "adverb",
    "agent": "agent",
    "amod": "adjective",
    "appos": "apposition",
    "attr": "open_complement",
    "aux": "auxiliary",
    "auxpass": "passive_auxiliary",
    "case": "case",
    "cc": "coordinator",
    "ccomp": "complement_clause",
    "compound": "compound",
    "conj": "conjunct",
    "csubj": "clausal_subject",
    "csubjpass": "clausal_subject",
    "dative": "recipient",
    "det": "determiner",
    "dobj": "object",
    "expl": "expletive",
    "intj": "discourse",
    "mark": "marker",
    "neg": "negation",
    "nmod": "compound",
    "npadvmod": "oblique",
    "nsubj": "subject",
    "nsubjpass": "passive_subject",
    "nummod": "number",
    "oprd": "open_complement",
    "parataxis": "parataxis",
    "pcomp": "adverbial_clause",
    "pobj": "oblique",
    "poss": "possessor",
    "preconj": "coordinator",
    "predet": "determiner",
    "prep": "case",
    "prt": "particle",
    "punct": "punctuation",
    "quantmod": "adverb",
    "relcl": "relative_clause",
    "xcomp": "open_complement",
}

# labels that only ClearNLP parsers have: one of them in the label set decides the scheme
CLEAR_ONLY = frozenset({"dobj", "pobj", "nsubjpass", "attr", "prep"})

# names as statistical pipelines label them -> the house's scheme
NAMES = {
    "DATE": "DATE",
    "EVENT": "EVENT",
    "FAC": "FAC",
    "GPE": "GPE",
    "LOC": "LOC",
    "MONEY": "MONEY",
    "NORP": "NORP",
    "ORG": "ORG",
    "PER": "PERSON",
    "PERSON": "PERSON",
    "PRODUCT": "PRODUCT",
    "QUANTITY": "QUANTITY",
    "WEAPON": "WEAPON",
}


def universal(label: str) -> str:
    """Relation of a UD label; an unknown subtype counts as its main type, an unknown label as `other`."""
    return UNIVERSAL.get(label) or UNIVERSAL.get(label.partition(":")[0], "other")


def clear(label: str) -> str:
    """Relation of a ClearNLP label, before the tree is turned content-headed; an unknown label is `other`."""
    return CLEAR.get(label, "other")
