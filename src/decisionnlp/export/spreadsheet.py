"""XLSX: a sheet of follow-ups to work in (with a status column), one of decisions and approvals, one of what may be missing."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from decisionnlp.document import Minutes, Outcome
from decisionnlp.export.links import link
from decisionnlp.export.rows import Row, rows
from decisionnlp.export.tables import neutral
from decisionnlp.export.words import FINDINGS, OUTCOMES, SUBTYPES

STATUSES = ("åben", "i gang", "afsluttet", "bortfaldet")
_TASKS = (
    ("Opgave", 60), ("Ansvarlig", 24), ("Frist", 22), ("Tidligst", 12), ("Senest", 12), ("Gentages", 18), ("Status", 12),
    ("Bemærkning", 30), ("Møde", 12), ("Organ", 24), ("Punkt", 8), ("Sag", 36), ("Type", 12), ("Side", 6), ("Tegn", 14), ("Fil", 30),
)  # fmt: skip
_DECISIONS = (
    ("Tekst", 60), ("Type", 12), ("Undertype", 16), ("Udfald", 20), ("Møde", 12), ("Organ", 24), ("Punkt", 8), ("Sag", 36),
    ("Side", 6), ("Tegn", 14), ("Fil", 30),
)  # fmt: skip


def render_xlsx(results: Sequence[Minutes], *, link_base: str | None = None) -> bytes:
    """The workbook as bytes, each row linked to its file; text that a spreadsheet would run as a formula is neutralised."""
    book = Workbook()
    found = list(rows(results))
    by_path = {minutes.source.path: minutes for minutes in results}

    def address(row: Row) -> str | None:
        return link(by_path[row.file], row.page, base=link_base)

    tasks = book.active
    assert isinstance(tasks, Worksheet)
    tasks.title = "Opfølgning"
    open_tasks = [row for row in found if row.kind in ("FOLLOW_UP", "PLANNED")]
    _fill(tasks, _TASKS, map(_task_cells, open_tasks), map(address, open_tasks))
    status = DataValidation(type="list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True)
    tasks.add_data_validation(status)
    status.add(f"G2:G{max(tasks.max_row, 2)}")
    decided = [row for row in found if row.kind in ("DECISION", "APPROVAL")]
    _fill(book.create_sheet("Beslutninger"), _DECISIONS, map(_decision_cells, decided), map(address, decided))
    notes = (
        (minutes.source.path, warning)
        for minutes in results
        for warning in (*minutes.source.warnings, *minutes.warnings)
    )
    _fill(book.create_sheet("Bemærk"), (("Fil", 30), ("Hvad der kan mangle", 90)), notes)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _task_cells(row: Row) -> list[str | int | date | None]:
    return [
        row.text, row.owners, row.deadline, _day(row.earliest), _day(row.latest), row.rrule, STATUSES[0], "", _day(row.meeting_date),
        row.body, row.item, _title(row), "planlagt" if row.kind == "PLANNED" else "besluttet", row.page, f"{row.start}-{row.end}",
        row.file,
    ]  # fmt: skip


def _decision_cells(row: Row) -> list[str | int | date | None]:
    return [
        row.text, FINDINGS[row.kind], SUBTYPES.get(row.subtype, row.subtype), OUTCOMES[Outcome(row.outcome)], _day(row.meeting_date), row.body, row.item, _title(row), row.page,
        f"{row.start}-{row.end}", row.file,
    ]  # fmt: skip


def _title(row: Row) -> str:
    return f"{row.title} (lukket)" if row.closed else row.title


def _day(value: str) -> date | str | None:
    """A single ISO date as a date cell; several dates stay text."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return value


def _fill(
    sheet: Worksheet,
    columns: Sequence[tuple[str, int]],
    lines: Iterable[Sequence[str | int | date | None]],
    links: Iterable[str | None] = (),
) -> None:
    sheet.append([name for name, _ in columns])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for line, address in zip_longest(lines, links):
        sheet.append([_cell(value) for value in line])
        if address:
            sheet.cell(sheet.max_row, len(columns)).hyperlink = address  # the file stands last
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.data_type == "f":  # openpyxl takes a leading = for a formula
                cell.data_type = "s"
    for index, (_, width) in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _cell(value: str | int | date | None) -> str | int | float | date | None:
    if isinstance(value, str):
        return neutral(ILLEGAL_CHARACTERS_RE.sub("", value))
    return value
