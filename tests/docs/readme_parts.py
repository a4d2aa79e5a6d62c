"""The README taken apart: its blocks of code, its commands, its tables and links."""

import re
import shlex
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Return the code blocks marked with a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands() -> list[list[str]]:
    """Return the words after `graphbuilder` of each call in the shell blocks."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    calls = [shlex.split(call) for line in lines for call in re.split(r"&&|\|", line)]
    return [call[1:] for call in calls if call[0] == "graphbuilder"]


def table(head: str) -> list[list[str]]:
    """Return the cells below the head of the table whose first column is called `head`."""
    found = re.search(rf"^\| {re.escape(head)} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", README, re.MULTILINE)
    assert found, f"no table begins with {head!r}"
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1].splitlines()]


def paragraph(begin: str) -> str:
    """Return the paragraph that begins with these words."""
    found = [part for part in README.split("\n\n") if part.startswith(begin)]
    assert len(found) == 1, f"{len(found)} paragraphs begin with {begin!r}"
    return found[0]


def quoted(text: str) -> list[str]:
    """Return what stands in backticks."""
    return re.findall(r"`([^`]+)`", text)


def anchors() -> set[str]:
    """Return the anchors of the headings."""
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
    return {"#" + re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
