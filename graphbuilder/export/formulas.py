"""Texts that a spreadsheet would run as a formula, made harmless and back.

A cell of a CSV file that starts with `=`, `+`, `-`, `@`, a tab or a line break is a formula to a spreadsheet program,
and an article can say anything. Such a text is written with an apostrophe before it: `=1+1` is written `'=1+1`.
So that this can be undone without loss, a text that already is such a sign behind apostrophes gets one more.
A plain number (`-5`, `+3.2`) is no formula and stays as it is.
"""

import re

_RISKY = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_HARMLESS = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+\-]?[0-9]+(?:[.,][0-9]+)*")


def neutralise(text: str) -> str:
    """Put an apostrophe before a text that would start a formula; leave every other text alone."""
    if _RISKY.match(text) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def restore(text: str) -> str:
    """Undo `neutralise`: `restore(neutralise(text)) == text` for every text."""
    return text[1:] if _HARMLESS.match(text) else text
