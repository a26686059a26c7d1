"""The output of a batch in parts: ``documents/part-00000.…`` and ``findings/part-00000.…``, each whole or not there at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from decisionnlp.errors import InputError, MissingExtraError, no_such
from decisionnlp.export.rows import COLUMNS
from decisionnlp.running.analysis import Outcome

FORMATS = ("jsonl", "parquet")
DOCUMENT_COLUMNS = (
    "path", "sha256", "reader", "pages", "characters", "meeting_date", "body", "meetings", "items", "follow_ups", "warnings", "minutes",
)  # fmt: skip
_WHOLE = frozenset({"page", "start", "end", "pages", "characters", "meetings", "items", "follow_ups", "warnings"})


def document_row(outcome: Outcome) -> dict[str, Any]:
    """One row about a document: what can be sorted and counted, and the JSON contract as text in ``minutes``."""
    data = outcome.document
    assert data is not None
    source, meetings = data["source"], data["meetings"]
    held = [meeting for meeting in meetings if meeting["kind"] == "minutes"] or meetings
    items = [item for meeting in meetings for item in meeting["items"]]
    return {
        "path": outcome.path,
        "sha256": source["sha256"],
        "reader": source["reader"],
        "pages": source["pages"],
        "characters": source["characters"],
        "meeting_date": (held[0]["date"] or "") if held else "",
        "body": (held[0]["body"] or "") if held else "",
        "meetings": len(meetings),
        "items": len(items),
        "follow_ups": sum(len(part["follow_ups"]) for part in (*meetings, *items)),
        "warnings": len(source["warnings"]) + len(data["warnings"]),
        "minutes": json.dumps(data, ensure_ascii=False),
    }


def write_atomically(path: Path, data: bytes) -> None:
    """``data`` under ``path``, or nothing: written beside it, flushed to the disk, renamed.

    Raises:
        InputError: the file cannot be written (no space, no right).
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error


def check_format(format: str) -> None:
    """
    Raises:
        InputError: there is no such format. MissingExtraError: it needs pyarrow.
    """
    if format not in FORMATS:
        raise InputError("", no_such("format", format, FORMATS))
    if format == "parquet":
        try:
            import pyarrow.parquet  # noqa: F401
        except ImportError as error:
            raise MissingExtraError("--format parquet", "data") from error


def write_part(folder: Path, name: str, outcomes: Sequence[Outcome], format: str) -> None:
    """The part ``name`` of both tables; ``documents`` comes last: where it stands, the part is complete."""
    done = [outcome for outcome in outcomes if outcome.ok]
    findings = [row for outcome in done for row in outcome.findings]
    if format == "parquet":
        tables = {
            "findings": _parquet(findings, COLUMNS),
            "documents": _parquet([document_row(outcome) for outcome in done], DOCUMENT_COLUMNS),
        }
    else:
        tables = {"findings": _lines(findings), "documents": _lines(outcome.document for outcome in done)}
    for table, data in tables.items():
        (folder / table).mkdir(parents=True, exist_ok=True)
        write_atomically(folder / table / f"{name}.{format}", data)


def _lines(rows: Iterable[Any]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _parquet(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> bytes:
    import io

    import pyarrow
    import pyarrow.parquet

    types = {"score": pyarrow.float64()} | {name: pyarrow.int64() for name in _WHOLE}
    schema = pyarrow.schema([(name, types.get(name, pyarrow.string())) for name in columns])
    stream = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows), schema=schema), stream, compression="zstd")
    return stream.getvalue()


def read_documents(folder: Path) -> Iterator[dict[str, Any]]:
    """The JSON contract of every document of a batch's output, in the order of its files.

    Raises:
        InputError: there is no such output.
    """
    parts = sorted((folder / "documents").glob("part-*"))
    if not parts:
        raise InputError(str(folder), "no batch output (expected documents/part-00000.jsonl or .parquet)")
    for part in parts:
        if part.suffix == ".parquet":
            import pyarrow.parquet

            yield from map(
                json.loads, pyarrow.parquet.read_table(part, columns=["minutes"]).column("minutes").to_pylist()
            )
        else:
            yield from map(json.loads, part.read_text(encoding="utf-8").splitlines())


def read_findings(folder: Path) -> Iterator[dict[str, Any]]:
    """The rows of the findings table of a batch's output, in order.

    Raises:
        InputError: there is no such output.
    """
    parts = sorted((folder / "findings").glob("part-*"))
    if not parts:
        raise InputError(str(folder), "no batch output (expected findings/part-00000.jsonl or .parquet)")
    for part in parts:
        if part.suffix == ".parquet":
            import pyarrow.parquet

            yield from pyarrow.parquet.read_table(part).to_pylist()
        else:
            yield from map(json.loads, part.read_text(encoding="utf-8").splitlines())
