"""The ledger on disk (SQLite of the standard library): entries to read, and what people set by hand, which no run touches.

``entries`` and ``sightings`` are written anew by every run; ``manual`` only by people; ``identities`` remembers which task had
which id, so that ids stay when files come, go or are renamed; ``files`` keeps what was read of files that have not changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from decisionnlp.errors import InputError

SCHEMA_VERSION = 1
MANUAL_FIELDS = ("status", "note", "owner", "deadline")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (sha256 TEXT, settings TEXT, records TEXT NOT NULL, PRIMARY KEY (sha256, settings));
CREATE TABLE IF NOT EXISTS identities (fingerprint TEXT PRIMARY KEY, id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS aliases (old TEXT PRIMARY KEY, id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS manual (id TEXT, field TEXT, value TEXT NOT NULL, set_on TEXT NOT NULL, PRIMARY KEY (id, field));
CREATE TABLE IF NOT EXISTS entries (
  id TEXT PRIMARY KEY, state TEXT NOT NULL, status TEXT NOT NULL, task TEXT NOT NULL, owners TEXT NOT NULL, deadline TEXT NOT NULL,
  due TEXT NOT NULL, note TEXT NOT NULL, body TEXT NOT NULL, item TEXT NOT NULL, title TEXT NOT NULL, first_date TEXT NOT NULL,
  last_date TEXT NOT NULL, times INTEGER NOT NULL, file TEXT NOT NULL, page INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  evidence TEXT NOT NULL, evidence_rule TEXT NOT NULL, evidence_date TEXT NOT NULL, evidence_file TEXT NOT NULL, evidence_page INTEGER,
  evidence_start INTEGER, evidence_end INTEGER, data TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS sightings (
  id TEXT NOT NULL, role TEXT NOT NULL, date TEXT NOT NULL, file TEXT NOT NULL, page INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL
);
"""


class Store:
    """The database; use as a context manager. All writes of a run are one transaction."""

    def __init__(self, path: Path) -> None:
        """
        Raises:
            InputError: the file is no ledger, is one of a later version, or cannot be opened.
        """
        self.path = path
        try:
            self.db = sqlite3.connect(path, timeout=30)
            self.db.row_factory = sqlite3.Row
            self.db.executescript(_SCHEMA)
            version = self.db.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
            if version is None:
                self.db.execute("INSERT INTO meta VALUES ('schema', ?)", (str(SCHEMA_VERSION),))
                self.db.commit()
        except sqlite3.Error as error:
            raise InputError(str(path), f"cannot be used as a ledger: {error}") from error
        if version is not None and int(version["value"]) > SCHEMA_VERSION:
            raise InputError(str(path), "was written by a later version of decisionnlp")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.db.commit()
        else:
            self.db.rollback()
        self.db.close()

    # -- what was read --------------------------------------------------------------------------------------------------

    def known_file(self, sha256: str, settings: str) -> list[dict[str, Any]] | None:
        row = self.db.execute(
            "SELECT records FROM files WHERE sha256 = ? AND settings = ?", (sha256, settings)
        ).fetchone()
        return json.loads(row["records"]) if row is not None else None

    def keep_file(self, sha256: str, settings: str, records: list[dict[str, Any]]) -> None:
        text = json.dumps(records, ensure_ascii=False)
        self.db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (sha256, settings, text))
        self.db.commit()

    def forget_files(self) -> None:
        self.db.execute("DELETE FROM files")

    # -- who is who -----------------------------------------------------------------------------------------------------

    def identities(self) -> dict[str, str]:
        return {row["fingerprint"]: row["id"] for row in self.db.execute("SELECT * FROM identities")}

    def keep_identities(self, found: dict[str, str]) -> None:
        self.db.executemany("INSERT OR REPLACE INTO identities VALUES (?, ?)", found.items())

    def aliases(self) -> dict[str, str]:
        return {row["old"]: row["id"] for row in self.db.execute("SELECT * FROM aliases")}

    def keep_alias(self, old: str, id: str) -> None:
        """``old`` is ``id`` from now on; what was set by hand for it moves, where ``id`` has nothing of its own."""
        self.db.execute("INSERT OR REPLACE INTO aliases VALUES (?, ?)", (old, id))
        self.db.execute("UPDATE aliases SET id = ? WHERE id = ?", (id, old))
        self.db.execute("UPDATE OR IGNORE manual SET id = ? WHERE id = ?", (id, old))

    # -- what people set ------------------------------------------------------------------------------------------------

    def manual(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for row in self.db.execute("SELECT * FROM manual ORDER BY id, field"):
            found.setdefault(row["id"], {})[row["field"]] = row["value"]
        return found

    def set_by_hand(self, id: str, values: dict[str, str], *, day: str) -> None:
        """An empty value takes back what was set."""
        for field, value in values.items():
            if value:
                self.db.execute("INSERT OR REPLACE INTO manual VALUES (?, ?, ?, ?)", (id, field, value, day))
            else:
                self.db.execute("DELETE FROM manual WHERE id = ? AND field = ?", (id, field))

    # -- entries --------------------------------------------------------------------------------------------------------

    def entries(self) -> list[dict[str, Any]]:
        """The ``data`` of all entries of the last run, in its order."""
        return [json.loads(row["data"]) for row in self.db.execute("SELECT data FROM entries ORDER BY rowid")]

    def replace_entries(self, rows: Sequence[dict[str, Any]], sightings: Iterable[tuple[Any, ...]]) -> None:
        self.db.execute("DELETE FROM entries")
        self.db.execute("DELETE FROM sightings")
        for row in rows:
            names = list(row)
            marks = ", ".join("?" for _ in names)
            columns = ", ".join(f'"{name}"' for name in names)
            self.db.execute(f"INSERT INTO entries ({columns}) VALUES ({marks})", [row[name] for name in names])  # noqa: S608
        self.db.executemany("INSERT INTO sightings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", sightings)
