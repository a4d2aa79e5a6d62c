"""`graphbuilder diff`: what changed between two builds, or since a date."""

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from graphbuilder.history import Change

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_HEADINGS = {
    "new deal": "New deals",
    "status": "Deals whose status moved",
    "figures": "Deals whose figures moved",
    "contradiction": "New contradictions",
    "new actor": "New actors",
    "deal gone": "Deals no longer found",
}
_COLUMNS = ("kind", "what", "before", "after", "date", "document_id", "evidence")


def _date(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    if value and not _DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no date such as 2022, 2022-03 or 2022-03-24", context, parameter)
    return value or ""


@click.command(short_help="Say what changed between two builds.")
@click.argument("folders", metavar="[OLD] NEW", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--since", metavar="DATE", callback=_date, help="What the articles of DATE and later brought to one folder."
)
@click.option("--format", "form", type=click.Choice(["text", "tsv", "json"]), default="text", show_default=True)
def diff(folders: Sequence[Path], since: str, form: str) -> None:
    """Say what NEW knows that OLD did not, two folders that builds wrote: new
    deals, deals whose status or figures moved, new contradictions, new actors,
    each with a sentence that shows it. With --since one folder is enough.
    """
    from graphbuilder.history import changes_between, changes_since, knowledge_in

    if len(folders) != (1 if since else 2):
        wanted = "one folder with --since" if since else "two folders, or one with --since"
        raise click.UsageError(f"{len(folders)} folders were named; name {wanted}")
    read = [knowledge_in(folder) for folder in folders]
    changes = changes_since(read[0], since) if since else changes_between(read[0], read[1])
    sys.stdout.buffer.write(_written(changes, form).encode("utf-8", errors="replace"))


def _written(changes: "Sequence[Change]", form: str) -> str:
    if form == "json":
        return json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=1) + "\n"
    if form == "tsv":
        rows = [_COLUMNS, *([" ".join(str(getattr(each, name)).split()) for name in _COLUMNS] for each in changes)]
        return "".join("\t".join(row) + "\n" for row in rows)
    return "".join(
        _section(heading, [each for each in changes if each.kind == kind]) for kind, heading in _HEADINGS.items()
    ) or ("Nothing changed.\n")


def _section(heading: str, changes: "Sequence[Change]") -> str:
    if not changes:
        return ""
    return f"{heading} ({len(changes):,})\n" + "".join(map(_entry, changes)) + "\n"


def _entry(change: "Change") -> str:
    states = " -> ".join(state for state in (change.before, change.after) if state)
    if change.kind == "contradiction":
        states = f"{change.before}, but: {change.after}"
    source = " ".join(word for word in (change.date, change.document_id) if word)
    lines = [f"  {change.what}{f' ({states})' if states else ''}"]
    if change.evidence:
        lines.append(f"    {source}{': ' if source else ''}{' '.join(change.evidence.split())}")
    return "\n".join(lines) + "\n"
