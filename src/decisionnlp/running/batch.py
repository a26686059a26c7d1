"""Thousands of files into tables: resumable, the same for any number of workers, nothing lost and nothing doubled."""

from __future__ import annotations

import csv
import io
import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from decisionnlp.errors import InputError
from decisionnlp.running.analysis import Outcome, Settings
from decisionnlp.running.journal import MANIFEST, PART_FILES, WORK, Journal, Manifest, read_manifest, stamp
from decisionnlp.running.listing import list_files
from decisionnlp.running.parts import check_format, write_atomically
from decisionnlp.running.pool import Pool
from decisionnlp.version import __version__

Progress = Callable[[int, int, int], None]  # done, failed, total


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What a batch did. ``analysed`` and ``failed`` count all files of the output, ``resumed`` those done in earlier runs."""

    files: int
    analysed: int
    failed: int
    resumed: int
    notes: tuple[str, ...] = ()


def run_batch(
    source: str | os.PathLike[str],
    output: str | os.PathLike[str],
    *,
    settings: Settings | None = None,
    workers: int | None = None,
    format: str = "jsonl",
    timeout: float | None = 120.0,
    memory_mb: int | None = 2048,
    part_files: int = PART_FILES,
    restart: bool = False,
    retry: bool = False,
    progress: Progress | None = None,
) -> BatchReport:
    """Analyse the files of a folder or a list into ``output``.

    ``output`` gets ``documents/`` (the JSON contract, one line or row per document), ``findings/`` (one row per finding),
    ``errors.csv`` and ``errors.jsonl`` (path, kind, reason) and ``manifest.json``. A run that was killed goes on where it
    was; files that have come since are added behind the others. The tables don't depend on ``workers``, nor on kills.

    Args:
        source: a folder, or a file with one path a line.
        settings: see :class:`Settings`; ``settings.key`` is chosen at random where names are to be replaced and it is None.
        workers: processes; by default one per available core.
        format: ``jsonl`` or ``parquet`` (the ``data`` extra).
        timeout: seconds per file; memory_mb: memory per file beyond the model's. None for no limit.
        restart: forget what ``output`` holds of an earlier batch. retry: try files again that failed.
        progress: called with (files done, files failed, files in all).

    Raises:
        InputError: nothing to read, ``output`` belongs to a batch with other settings or to something else, a part cannot
            be written. ModelError: the model cannot be loaded.
    """
    folder = Path(output)
    check_format(format)
    settings = settings or Settings()
    listing = list_files(Path(source), leave_out=folder)
    if restart:
        _forget(folder)
    notes = [f"{count} files of kind {kind or 'unknown'} passed over" for kind, count in listing.passed_over.items()]
    if listing.repeated:
        notes.append(f"{listing.repeated} paths named twice count once")
    _check_free(folder)
    folder.mkdir(parents=True, exist_ok=True)
    manifest = read_manifest(folder)
    said = _identity(settings, format)
    if manifest is None:
        manifest = Manifest(said, (), (), ()).with_files(listing.paths, part_files=part_files)
    else:
        notes += _differences(manifest, said, folder, listing.paths)
        known = set(manifest.paths)
        manifest = manifest.with_files(
            tuple(path for path in listing.paths if path not in known), part_files=part_files
        )
    with Journal(folder, manifest, format) as journal:
        replace(manifest, complete=False).write(folder)
        settings = _with_key(settings, journal.work)
        if retry:
            journal.reopen_failures()
        todo = list(journal.todo())
        total = len(manifest.paths)
        failed = len(journal.errors())
        done = total - len(todo)
        if progress:
            progress(done, failed, total)
        if todo:
            jobs = ((number, journal.manifest.paths[number]) for number in todo)
            count = min(workers or _cores(), len(todo))
            with Pool(settings, workers=count, timeout=timeout, memory_mb=memory_mb) as pool:
                for number, outcome in pool.run(jobs):
                    journal.add(number, outcome)
                    done += 1
                    failed += not outcome.ok
                    if progress:
                        progress(done, failed, total)
        errors = journal.errors()
        _write_errors(folder, errors)
        replace(manifest, complete=True).write(folder)
    return BatchReport(total, total - len(errors), len(errors), total - len(todo), tuple(notes))


def analyze_files(paths: list[str], settings: Settings) -> Iterator[Outcome]:
    """The same results in this process, one file after the other: no limits, no journal."""
    from decisionnlp.running.analysis import analyze_one

    return (analyze_one(path, settings) for path in paths)


def _identity(settings: Settings, format: str) -> dict[str, object]:
    """What two runs must share to be one batch; the key of the pseudonyms is never written beside the results."""
    said = settings.to_dict()
    said.pop("key")
    return {
        "version": __version__,
        "format": format,
        **said,
        "units_stamp": stamp(settings.units) if settings.units else "",
    }


def _differences(manifest: Manifest, said: dict[str, object], folder: Path, paths: tuple[str, ...]) -> list[str]:
    """Notes about files; settings that differ are an error."""
    other = [name for name in said if manifest.settings.get(name) != said[name]]
    if other:
        told = ", ".join(f"{name} {manifest.settings.get(name)!r} → {said[name]!r}" for name in other)
        raise InputError(
            str(folder), f"holds a batch with other settings ({told}): choose another folder or give --restart"
        )
    listed = set(paths)
    gone = sum(path not in listed for path in manifest.paths)
    changed = sum(
        path in listed and stamp(path) != was for path, was in zip(manifest.paths, manifest.stamps, strict=True)
    )
    notes = []
    if gone:
        notes.append(f"{gone} files of the earlier run are no longer there; their results are kept")
    if changed:
        notes.append(f"{changed} files have changed since they were listed; --restart analyses them anew")
    return notes


def _check_free(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise InputError(str(folder), "is a file: name a folder for the output")
    if folder.exists() and not (folder / MANIFEST).exists() and any(entry.name != WORK for entry in folder.iterdir()):
        raise InputError(str(folder), "holds other files: name an empty folder for the output")


def _forget(folder: Path) -> None:
    """Remove what a batch wrote, and nothing else."""
    if not (folder / MANIFEST).exists():
        return
    for name in ("documents", "findings", WORK):
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in ("errors.csv", "errors.jsonl", MANIFEST):
        (folder / name).unlink(missing_ok=True)


def _with_key(settings: Settings, work: Path) -> Settings:
    """With a secret for pseudonyms: one and the same for all workers and for a run that goes on, readable by the user alone."""
    if not settings.pseudonymize or settings.key is not None:
        return settings
    path = work / "key"
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as stream:
            stream.write(secrets.token_hex(32))
    return replace(settings, key=path.read_text(encoding="ascii"))


def _write_errors(folder: Path, errors: list[dict[str, str]]) -> None:
    from decisionnlp.export.tables import neutral

    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(("path", "kind", "reason"))
    writer.writerows([neutral(row[name]) for name in ("path", "kind", "reason")] for row in errors)
    write_atomically(folder / "errors.csv", stream.getvalue().encode())
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in errors)
    write_atomically(folder / "errors.jsonl", lines.encode())


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
