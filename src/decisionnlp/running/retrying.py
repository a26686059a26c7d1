"""Failures tried again: a complete part becomes a journal of what succeeded in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from decisionnlp.running.analysis import Outcome
from decisionnlp.running.parts import write_atomically

if TYPE_CHECKING:
    from decisionnlp.running.journal import Journal


def reopen(journal: Journal, part: int) -> int:
    """Undo the part up to its successes; the number of its failures. A kill in between costs the retry, never a result."""
    name = journal.name(part)
    errors = journal.work / f"{name}.errors.jsonl"
    failed = {json.loads(line)["path"] for line in errors.read_text(encoding="utf-8").splitlines()}
    if not failed:
        return 0
    documents, findings = _rows(journal, "documents", name), _rows(journal, "findings", name)
    kept = {document["source"]["path"]: document for document in documents}
    lines = []
    for number in journal.manifest.files(part):
        path = journal.manifest.paths[number]
        if path not in failed:
            rows = tuple(row for row in findings if row["file"] == path)
            lines.append(f"{number} {Outcome(path, document=kept[path], findings=rows).to_json()}\n")
    write_atomically(journal.work / f"{name}.jsonl", "".join(lines).encode())
    errors.unlink()
    return len(failed)


def _rows(journal: Journal, table: str, name: str) -> list[dict[str, Any]]:
    path = journal.folder / table / f"{name}.{journal.format}"
    if journal.format == "parquet":
        import pyarrow.parquet

        rows = pyarrow.parquet.read_table(path).to_pylist()
        return [json.loads(row["minutes"]) for row in rows] if table == "documents" else rows
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
