"""HTML: the main text of a page, with its title and date put before it."""

import re

from graphbuilder.read.decode import decode
from graphbuilder.read.raw import Raw, Unusable

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read_html(data: bytes) -> Raw | Unusable:
    """Return the article on a page: its title, the date of publication and its text, in this order.

    Nothing that the page points at is fetched.
    """
    from trafilatura import bare_extraction

    declared = _CHARSET.search(data[:4096])
    page, repairs = decode(data, declared[1].decode("ascii", "replace") if declared else "")
    if not page.strip():
        return Unusable("", "the page is empty")
    dates = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    document = bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dates
    )
    values = document if isinstance(document, dict) or document is None else document.as_dict()
    text = _string(values, "text").strip()
    if not text:
        return Unusable("", "no main text was found on the page")
    title, date = " ".join(_string(values, "title").split()), _string(values, "date")
    body = text.removeprefix(title).lstrip() if title else text
    head = "".join(f"{line}\n" for line in (title, date) if line)
    whole = f"{head}\n{body}" if head else body
    return Raw(whole, title, date, _string(values, "sitename") or _string(values, "hostname"), repairs=repairs)


def _string(values: dict[str, object] | None, key: str) -> str:
    value = (values or {}).get(key)
    return value if isinstance(value, str) else ""
