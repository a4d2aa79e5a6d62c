"""`graphbuilder deals`: the register of a build, picked and printed."""

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from graphbuilder.records import Deal, DealEvent, Entity, Knowledge

_Command = Callable[..., Any]

# What a terminal shows of a deal; a program gets every column.
_SHOWN = (
    "supplier",
    "recipient",
    "weapon",
    "quantity",
    "value",
    "kind",
    "status",
    "ordered",
    "delivered",
    "confidence",
)
_FORMATS = ["table", "csv", "json", "md"]
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def _date(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    if value and not _DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no date such as 2022, 2022-03 or 2022-03-24", context, parameter)
    return value or ""


def _several(name: str, help_text: str) -> "Callable[[_Command], _Command]":
    return click.option(f"--{name}", metavar="NAME", multiple=True, help=help_text)


@click.command(short_help="Print the deals of a build.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@_several("supplier", "Country, or its ISO code.")
@_several("recipient", "Country, or its ISO code.")
@_several("weapon", "Name, or a part of it: leopard.")
@_several("category", "Category: ships, missiles.")
@_several("kind", "sale, aid, lease ...")
@_several("status", "ordered, delivered ...")
@click.option("--since", metavar="DATE", callback=_date, help="Not over before: 2022 or 2022-03.")
@click.option("--until", metavar="DATE", callback=_date, help="Begun by then.")
@click.option("--evidence", is_flag=True, help="Give each step of a deal with its sentence.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True, help="How to write.")
def deals(folder: Path, evidence: bool, form: str, **wanted: Any) -> None:
    """Print the deals in DIR, a folder that a build wrote. An option may be
    given several times: any of its names will do.
    """
    from graphbuilder.knowledge import load  # pandas is slow to load, and --help does not need it
    from graphbuilder.register.selection import Selection, select

    knowledge = load(folder).records
    found = select(knowledge.deals, Selection(**wanted, entities=knowledge.entities))
    steps: dict[str, list[DealEvent]] = {deal.deal_id: [] for deal in found}
    for step in knowledge.deal_events if evidence else ():
        if step.deal_id in steps:
            steps[step.deal_id].append(step)
    sys.stdout.buffer.write(_written(form, found, steps, knowledge, evidence).encode("utf-8", errors="replace"))


def _written(
    form: str,
    found: "Sequence[Deal]",
    steps: "Mapping[str, Sequence[DealEvent]]",
    knowledge: "Knowledge",
    evidence: bool,
) -> str:
    from graphbuilder.register.writing import as_csv, as_markdown, as_text

    if form == "json":
        rows = [_plain(deal, steps, evidence) for deal in found]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        columns = [name for name in found[0].__slots__ if evidence or name != "evidence"] if found else list(_SHOWN)
        return as_csv(columns, [[_cell(getattr(deal, name)) for name in columns] for deal in found])
    rows_of_text = [[_shown(deal, name) for name in _SHOWN] for deal in found]
    said = "".join(_told(deal, steps[deal.deal_id], knowledge) for deal in found) if evidence else ""
    if form == "md":
        return as_markdown(_SHOWN, rows_of_text) + said
    return as_text(_SHOWN, rows_of_text) + said


def _plain(deal: "Deal", steps: "Mapping[str, Sequence[DealEvent]]", evidence: bool) -> dict[str, Any]:
    row = asdict(deal)
    if not evidence:
        del row["evidence"]
        return row
    return {**row, "events": [asdict(step) for step in steps[deal.deal_id]]}


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        separator = " ¶ " if any(" " in item for item in value) else "|"
        return separator.join(value)
    return "" if value is None else str(value)


def _shown(deal: "Deal", name: str) -> str:
    value = getattr(deal, name)
    if name == "value" and value is not None:
        return f"{value:,} {deal.currency}"
    if name == "confidence":
        return f"{value:.2f}"
    return f"{value:,}" if isinstance(value, int) else str(value or "")


def _told(deal: "Deal", steps: "Sequence[DealEvent]", knowledge: "Knowledge") -> str:
    """Return the steps of a deal as lines under a heading: when, what state, who says so, and the sentence."""
    entities = {entity.entity_id: entity for entity in knowledge.entities}
    paths = {article.document_id: article.path for article in knowledge.articles}
    lines = [f"\n{deal.supplier} → {deal.recipient}: {deal.weapon} ({deal.deal_id})"]
    for step in steps:
        lines.append(f"  {' | '.join(filter(None, _step(step, entities)))}")
        lines.append(f"    {' '.join(step.evidence.split())} [{paths.get(step.document_id, step.document_id)}]")
    return "\n".join(lines) + "\n"


def _step(step: "DealEvent", entities: "Mapping[str, Entity]") -> Iterator[str]:
    yield step.date or (f"reported {step.reported}" if step.reported else "")
    yield f"not {step.status}" if step.polarity == "negated" else step.status
    yield "" if step.modality == "asserted" else step.modality
    yield "" if step.quantity is None else f"{step.quantity:,}"
    yield "" if step.value is None else f"{step.value:,} {step.currency}"
    speaker = entities[step.said_by].name if step.said_by in entities else step.said_by
    yield f"says {speaker}" if speaker else ""
    yield "disputed" if step.standing == "disputes" else ""
