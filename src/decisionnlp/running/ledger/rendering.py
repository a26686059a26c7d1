"""The ledger as a table, CSV, XLSX, Markdown, JSON, calendar or Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from decisionnlp.errors import InputError, MissingExtraError, no_such
from decisionnlp.running.ledger import Ledger
from decisionnlp.running.ledger.entries import DANISH, Entry

COLUMNS = (
    "id", "state", "status", "task", "owners", "deadline", "due", "note", "body", "item", "title", "first_date", "last_date", "times",
    "file", "page", "start", "end", "evidence", "evidence_rule", "evidence_date", "evidence_file", "evidence_page", "evidence_start",
    "evidence_end",
)  # fmt: skip
FORMATS = ("table", "csv", "xlsx", "md", "json", "ics", "parquet")
BINARY_FORMATS = frozenset({"xlsx", "parquet"})
_WHOLE = frozenset({"times", "page", "start", "end", "evidence_page", "evidence_start", "evidence_end"})


def row(entry: Entry, as_of: date) -> dict[str, Any]:
    """An entry as one row of ``COLUMNS``; ``owners`` and ``due`` are those set by hand, where they are."""
    first, answer = entry.first, entry.evidence
    tellings = entry.tellings or [first]
    return {
        "id": entry.id,
        "state": entry.state(as_of),
        "status": entry.status,
        "task": entry.task,
        "owners": entry.owner or "; ".join(entry.owners),
        "deadline": entry.deadline,
        "due": entry.deadline_by_hand or entry.due,
        "note": entry.note,
        "body": entry.body,
        "item": entry.item,
        "title": entry.title,
        "first_date": first.date,
        "last_date": tellings[-1].date,
        "times": len(tellings),
        "file": tellings[-1].file,
        "page": tellings[-1].page,
        "start": tellings[-1].start,
        "end": tellings[-1].end,
        "evidence": answer.text if answer else "",
        "evidence_rule": answer.rule if answer else "",
        "evidence_date": answer.date if answer else "",
        "evidence_file": answer.file if answer else "",
        "evidence_page": answer.page if answer else None,
        "evidence_start": answer.start if answer else None,
        "evidence_end": answer.end if answer else None,
    }


def render(ledger: Ledger, format: str) -> str | bytes:
    """The ledger in one of ``FORMATS``; text, or bytes for ``BINARY_FORMATS``.

    Raises:
        InputError: there is no such format. MissingExtraError: Parquet needs pyarrow.
    """
    writers: dict[str, Callable[[Ledger], str | bytes]] = {
        "table": _table, "csv": _csv, "xlsx": _xlsx, "md": _markdown, "json": _json, "ics": _ics, "parquet": _parquet,
    }  # fmt: skip
    if format not in writers:
        raise InputError("", no_such("format", format, FORMATS))
    return writers[format](ledger)


def _rows(ledger: Ledger) -> list[dict[str, Any]]:
    return [row(entry, ledger.as_of) for entry in ledger.entries]


def _table(ledger: Ledger) -> str:
    from rich.console import Console

    stream = io.StringIO()
    print_table(ledger, Console(file=stream, width=140, highlight=False))
    return stream.getvalue()


_STYLES = {"overdue": "red", "due": "yellow", "maybe_answered": "cyan", "answered": "green", "done": "green"}


def print_table(ledger: Ledger, console: Any) -> None:
    """The ledger on a terminal."""
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=True, expand=True)
    for name, ratio in (("Tilstand", None), ("Opgave", 5), ("Ansvarlig", 2), ("Frist", None), ("Taget op", 3)):
        table.add_column(name, ratio=ratio, overflow="fold", no_wrap=name == "Frist")
    for entry in ledger.entries:
        flat = row(entry, ledger.as_of)
        state = DANISH[flat["state"]] + (f", {DANISH[entry.status]}" if entry.status == "in_progress" else "")
        answer = f"{flat['evidence']} ({flat['evidence_date']}, s. {flat['evidence_page']})" if flat["evidence"] else ""
        where = f"{flat['first_date']} {entry.item} {entry.title}".strip()
        task = f"{flat['task']}\n({where})" + (f"\n→ {entry.note}" if entry.note else "")
        cells = (f"{entry.id}\n{state}", task, flat["owners"], flat["due"], answer)
        table.add_row(*(Text(cell) for cell in cells), style=_STYLES.get(flat["state"]))
    console.print(table)


def _csv(ledger: Ledger) -> str:
    from decisionnlp.export.tables import neutral

    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for flat in _rows(ledger):
        writer.writerow([neutral("" if flat[name] is None else flat[name]) for name in COLUMNS])
    return stream.getvalue()


def _json(ledger: Ledger) -> str:
    data = {
        "as_of": ledger.as_of.isoformat(),
        "entries": [{"state": entry.state(ledger.as_of), **entry.to_dict()} for entry in ledger.entries],
        "notes": list(ledger.notes),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _markdown(ledger: Ledger) -> str:
    lines = [f"# Opfølgning pr. {ledger.as_of.isoformat()}"]
    state = ""
    for entry in ledger.entries:
        flat = row(entry, ledger.as_of)
        if flat["state"] != state:
            state = flat["state"]
            lines += ["", f"## {DANISH[state].capitalize()}", ""]
        until = f"frist {flat['due']}" if flat["due"] else entry.deadline
        told = [f"`{entry.id}`", _escape(flat["owners"] or "ingen nævnt"), _escape(until)]
        lines.append(f"- **{_escape(flat['task'])}** ({', '.join(part for part in told if part)})")
        lines.append(
            f"  {_escape(entry.body) or 'ukendt organ'} {flat['first_date'] or 'uden dato'}, punkt {_escape(entry.item)} {_escape(entry.title)}, {_escape(flat['file'])} s. {flat['page']}"
        )
        if flat["evidence"]:
            lines.append(
                f"  Taget op {flat['evidence_date']}: {_escape(flat['evidence'])} ({_escape(flat['evidence_file'])} s. {flat['evidence_page']})"
            )
        if entry.note:
            lines.append(f"  Bemærkning: {_escape(entry.note)}")
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def _escape(text: str) -> str:
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


_SHEET = (
    ("Id", 10), ("Tilstand", 16), ("Status", 12), ("Opgave", 60), ("Ansvarlig", 24), ("Frist", 12), ("Fristens ord", 24), ("Bemærkning", 30),
    ("Organ", 24), ("Punkt", 8), ("Sag", 36), ("Først", 12), ("Senest nævnt", 12), ("Gange", 8), ("Besvaret af", 60), ("Dato", 12),
    ("Fil", 30), ("Side", 6), ("Tegn", 14),
)  # fmt: skip


def _xlsx(ledger: Ledger) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.worksheet import Worksheet

    from decisionnlp.export.tables import neutral

    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Opfølgning"
    sheet.append([name for name, _ in _SHEET])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for flat in _rows(ledger):
        cells: list[Any] = [
            flat["id"], DANISH[flat["state"]], DANISH[flat["status"]], flat["task"], flat["owners"], _day(flat["due"]), flat["deadline"], flat["note"],
            flat["body"], flat["item"], flat["title"], _day(flat["first_date"]), _day(flat["last_date"]), flat["times"], flat["evidence"],
            _day(flat["evidence_date"]), flat["file"], flat["page"], f"{flat['start']}-{flat['end']}",
        ]  # fmt: skip
        sheet.append(
            [neutral(ILLEGAL_CHARACTERS_RE.sub("", cell)) if isinstance(cell, str) else cell for cell in cells]
        )
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.data_type == "f":
                cell.data_type = "s"
    for index, (_, width) in enumerate(_SHEET, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


_ICS_STATUS = {"answered": "COMPLETED", "done": "COMPLETED", "dropped": "CANCELLED"}


def _ics(ledger: Ledger) -> str:
    from icalendar import Calendar, Todo
    from icalendar.prop import vRecur

    from decisionnlp.export.links import file_link
    from decisionnlp.version import __version__

    calendar = Calendar()
    calendar.add("prodid", f"-//decisionnlp//{__version__}//DA")
    calendar.add("version", "2.0")
    for entry in ledger.entries:
        flat = row(entry, ledger.as_of)
        todo = Todo()
        todo.add("uid", f"{entry.id}@ledger.decisionnlp")
        todo.add("dtstamp", datetime.combine(ledger.as_of, time(), tzinfo=UTC))
        words = flat["task"]
        todo.add("summary", words if len(words) <= 120 else words[:117].rstrip() + "…")
        told = [words, f"Ansvarlig: {flat['owners'] or 'ingen nævnt'}", f"Tilstand: {DANISH[flat['state']]}"]
        told.append(f"Kilde: {flat['file']}, side {flat['page']}, tegn {flat['start']}-{flat['end']}")
        if flat["evidence"]:
            told.append(f"Taget op {flat['evidence_date']}: {flat['evidence']}")
        if entry.note:
            told.append(f"Bemærkning: {entry.note}")
        todo.add("description", "\n".join(told))
        address = file_link(flat["file"], flat["page"])
        if address:
            todo.add("url", address)
        if entry.rrule and entry.first.date:
            todo.add("dtstart", date.fromisoformat(entry.tellings[-1].date))
            todo.add("rrule", vRecur.from_ical(entry.rrule))
        elif entry.day is not None:
            todo.add("due", entry.day)
        todo.add(
            "status", _ICS_STATUS.get(flat["state"], "IN-PROCESS" if entry.status == "in_progress" else "NEEDS-ACTION")
        )
        calendar.add_component(todo)
    rendered: bytes = calendar.to_ical()
    return rendered.decode("utf-8")


def _parquet(ledger: Ledger) -> bytes:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("--format parquet", "data") from error
    schema = pyarrow.schema([(name, pyarrow.int64() if name in _WHOLE else pyarrow.string()) for name in COLUMNS])
    stream = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(_rows(ledger), schema=schema), stream)
    return stream.getvalue()
