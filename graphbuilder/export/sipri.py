"""The deals in the columns of a SIPRI trade register, to lay beside one."""

import csv
import re
from pathlib import Path

import networkx

from graphbuilder.export.formulas import neutralise
from graphbuilder.records import Deal, Knowledge

COLUMNS = (
    *("Recipient", "Supplier", "Year of order", "Number ordered", "Weapon designation", "Weapon description"),
    *("Number delivered", "Year(s) of delivery", "Status", "Comments"),
)
_YEAR = re.compile(r"\d{4}")
# SIPRI lists a transfer once it is ordered or delivered.
_LISTED = frozenset({"ordered", "delivering", "delivered"})


def write_sipri(_: "networkx.MultiDiGraph[str]", knowledge: Knowledge, path: Path) -> None:
    """Write the deals that a SIPRI register would list, sorted as there: by recipient, supplier, year and weapon.

    These are the ones ordered, in delivery or delivered; talks, requests and what was called off are left out. `Status`
    (new or second hand) is empty, since no text was read for it; what SIPRI has no column for stands in `Comments`.

    Args:
        knowledge: The deals.
        path: The file to write: CSV in UTF-8 with a header and no preamble.
    """
    found = [_row(deal) for deal in knowledge.deals if deal.status in _LISTED]
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
        writer.writerow(COLUMNS)
        writer.writerows([neutralise(cell) for cell in row] for row in sorted(found))


def _row(deal: Deal) -> tuple[str, ...]:
    year = _YEAR.match(deal.ordered)
    ordered = "" if deal.quantity is None else str(deal.quantity)
    delivered = "" if deal.delivered is None else str(deal.delivered)
    years = "; ".join(deal.delivery_years)
    return (
        *(deal.recipient, deal.supplier, year.group() if year else "", ordered, deal.weapon, deal.weapon_category),
        *(delivered, years, "", _comments(deal)),
    )


def _comments(deal: Deal) -> str:
    price = f"{deal.currency} {deal.value:,}" if deal.value is not None else ""
    parts = [deal.kind, deal.status, price, f"unit: {deal.unit}" if deal.unit else ""]
    parts.append(f"maker: {', '.join(deal.manufacturer)}" if deal.manufacturer else "")
    parts.append(f"reported {deal.first_reported}" if deal.first_reported else "")
    parts.append(f"confidence {deal.confidence:.2f}")
    parts.append(f"graphbuilder {deal.deal_id}")
    return "; ".join(part for part in parts if part)
