"""A ledger over meetings: the follow-ups of many referater in one list, recognised from meeting to meeting.

``update`` reads a folder and brings the ledger up to date; ``set_entry`` records what a person knows; ``rendering.render`` shows
it. An uncertain answer is a candidate for a person to confirm, never a closed task.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from decisionnlp.errors import InputError, no_such
from decisionnlp.running.analysis import Settings, analyzer
from decisionnlp.running.ledger.building import build
from decisionnlp.running.ledger.entries import DANISH, STATUSES, Entry, Told
from decisionnlp.running.ledger.records import RECORDS_VERSION, Held, extract, from_data, to_data
from decisionnlp.running.ledger.store import MANUAL_FIELDS, Store
from decisionnlp.running.listing import list_files
from decisionnlp.version import __version__

__all__ = ["DATABASE", "Entry", "Ledger", "Told", "read", "set_entry", "update"]

DATABASE = "ledger.sqlite"


@dataclass(frozen=True, slots=True)
class Ledger:
    """``entries`` in order of urgency on ``as_of``; ``notes`` say which files could not be read."""

    entries: tuple[Entry, ...]
    as_of: date
    notes: tuple[str, ...] = ()


def update(
    folder: Path,
    *,
    db: Path | None = None,
    settings: Settings | None = None,
    as_of: date | None = None,
    refresh: bool = False,
) -> Ledger:
    """Read every referat in ``folder`` (those that changed since the last run) and bring the ledger up to date.

    Args:
        db: the SQLite file; by default ``ledger.sqlite`` in the folder.
        as_of: the day on which a deadline is open, due or overdue; today by default.
        refresh: read unchanged files again.

    Raises:
        InputError: there is nothing to read, or the file is no ledger. ModelError: the model cannot be loaded.
    """
    settings = settings or Settings()
    listing = list_files(folder)
    notes: list[str] = []
    with Store(db or folder / DATABASE) as store:
        if refresh:
            store.forget_files()
        meetings: list[Held] = []
        for path in listing.paths:
            try:
                meetings += _meetings(path, settings, store)
            except InputError as error:
                notes.append(str(error if error.path else InputError(path, error.reason)))
        by_hand = store.manual()
        kept = [entry for entry in map(Entry.from_dict, store.entries()) if entry.id in by_hand]
        built = build(meetings, known=store.identities(), kept=kept)
        for old, id in built.merged.items():
            store.keep_alias(old, id)
        store.keep_identities(built.identities)
        by_hand = store.manual()
        day = as_of or date.today()
        entries = ordered([_with_manual(entry, by_hand.get(entry.id, {})) for entry in built.entries], day)
        _write(store, entries, day)
    undated = sorted({held.file for held in meetings if not held.date})
    notes += [
        f"{file}: no meeting date; its tasks are listed, but not followed from meeting to meeting" for file in undated
    ]
    return Ledger(tuple(entries), day, tuple(notes))


def read(folder: Path, *, db: Path | None = None, as_of: date | None = None) -> Ledger:
    """The ledger as the last run left it, with what was set by hand since.

    Raises:
        InputError: there is none.
    """
    path = db or folder / DATABASE
    if not path.exists():
        raise InputError(str(path), "there is no ledger yet: run `decisionnlp ledger` on the folder first")
    day = as_of or date.today()
    with Store(path) as store:
        by_hand = store.manual()
        entries = [_with_manual(Entry.from_dict(data), by_hand.get(data["id"], {})) for data in store.entries()]
    return Ledger(tuple(ordered(entries, day)), day)


def set_entry(
    folder: Path, id: str, values: dict[str, str], *, db: Path | None = None, today: date | None = None
) -> Entry:
    """Record what a person knows about a task; it survives every later run.

    Args:
        id: of the entry, or its first characters where they fit one entry only.
        values: ``status`` (open, in_progress, done, dropped, or the Danish words), ``note``, ``owner``, ``deadline`` (a date).
            An empty value takes back what was set.

    Raises:
        InputError: no such entry, no such field, or a value that cannot be.
    """
    path = db or folder / DATABASE
    if not path.exists():
        raise InputError(str(path), "there is no ledger yet: run `decisionnlp ledger` on the folder first")
    checked = {field: _checked(field, value) for field, value in values.items()}
    if not checked:
        raise InputError("", f"nothing to set: give {', '.join(f'{field}=…' for field in MANUAL_FIELDS)}")
    day = (today or date.today()).isoformat()
    with Store(path) as store:
        entries = {entry.id: entry for entry in map(Entry.from_dict, store.entries())}
        wanted = store.aliases().get(id, id)
        fitting = [wanted] if wanted in entries else [known for known in entries if known.startswith(wanted)]
        if len(fitting) != 1:
            reason = "no such entry" if not fitting else f"fits several entries ({', '.join(sorted(fitting)[:5])})"
            raise InputError("", f"{id}: {reason}")
        store.set_by_hand(fitting[0], checked, day=day)
        return _with_manual(entries[fitting[0]], store.manual().get(fitting[0], {}))


def _checked(field: str, value: str) -> str:
    from decisionnlp.pipeline import parse_date

    value = value.strip()
    if field not in MANUAL_FIELDS:
        raise InputError("", no_such("field", field, MANUAL_FIELDS))
    if field == "status" and value:
        danish = {DANISH[status]: status for status in STATUSES}
        value = danish.get(value.lower(), value.lower())
        if value not in STATUSES:
            raise InputError("", no_such("status", value, STATUSES))
    if field == "deadline" and value:
        day = parse_date(value)
        value = day.isoformat() if day else ""
    return value


def _meetings(path: str, settings: Settings, store: Store) -> tuple[Held, ...]:
    """What a file reports; read from the store where the same content was read with the same settings before."""
    try:
        digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError as error:
        raise InputError(path, f"cannot be opened ({(error.strerror or 'unreadable').lower()})") from error
    said = json.dumps(
        {**settings.to_dict(), "version": __version__, "records": RECORDS_VERSION, "name": Path(path).name}
    )
    known = store.known_file(digest, said)
    if known is None:
        found = extract(analyzer(settings).analyze(path, meeting_date=settings.meeting_date, ocr=settings.ocr))
        known = to_data(found)
        store.keep_file(digest, said, known)
    return from_data(known, file=path)


def _with_manual(entry: Entry, values: dict[str, str]) -> Entry:
    return replace(
        entry,
        status=values.get("status", ""),
        note=values.get("note", ""),
        owner=values.get("owner", ""),
        deadline_by_hand=values.get("deadline", ""),
    )


def ordered(entries: Sequence[Entry], as_of: date) -> list[Entry]:
    """By urgency: overdue, due, open, maybe answered, then what is settled; within a state by day and age."""
    from decisionnlp.running.ledger.entries import STATES

    return sorted(
        entries,
        key=lambda entry: (
            STATES.index(entry.state(as_of)), entry.day or date.max, entry.first.date, entry.first.file, entry.first.start, entry.id,
        ),
    )  # fmt: skip


def _write(store: Store, entries: Sequence[Entry], day: date) -> None:
    from decisionnlp.running.ledger.rendering import row

    rows: list[dict[str, Any]] = []
    for entry in entries:
        flat = row(entry, day)
        rows.append(
            {
                **flat,
                "data": json.dumps(
                    replace(entry, status="", note="", owner="", deadline_by_hand="").to_dict(), ensure_ascii=False
                ),
            }
        )
    sightings = (
        (entry.id, told.role, told.date, told.file, told.page, told.start, told.end, told.text)
        for entry in entries
        for told in entry.told
    )
    store.replace_entries(rows, sightings)
