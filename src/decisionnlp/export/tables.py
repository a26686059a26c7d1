"""CSV: one row per finding, cells that a spreadsheet would run as a formula neutralised."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from decisionnlp.document import Minutes
from decisionnlp.export.rows import COLUMNS, rows


def neutral(value: str | int | float) -> str | int | float:
    """A cell that no spreadsheet runs: text that starts like a formula gets an apostrophe (OWASP, *CSV injection*)."""
    if isinstance(value, str) and value.lstrip("\ufeff \t\r\n")[:1] in ("=", "+", "-", "@"):
        return f"'{value}"
    return value


def render_csv(results: Sequence[Minutes]) -> str:
    """The flat view (``rows``) as CSV by RFC 4180; cells that a spreadsheet would take for formulas are made harmless."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(results):
        writer.writerow([neutral(value) for value in row.values()])
    return stream.getvalue()
