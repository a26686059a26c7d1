"""What a batch remembers, so that one that was killed goes on: the manifest, and a journal of every part not yet complete.

``manifest.json`` fixes the settings, the files and their order, and the parts they fall into. While a part is being worked on,
every outcome is one line in ``.work/part-N.jsonl``; when all its files are done, the part is written whole and the journal is
removed. A line that a kill tore is dropped, and its file done again. So a kill costs the files in hand and nothing else.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from decisionnlp.errors import InputError
from decisionnlp.running.analysis import Outcome
from decisionnlp.running.parts import write_atomically, write_part

MANIFEST = "manifest.json"
WORK = ".work"
PART_FILES = 100


@dataclass(frozen=True, slots=True)
class Manifest:
    """``parts[i]`` is the number of the first file of part i; ``stamps`` are size and mtime of the files when they were listed."""

    settings: dict[str, Any]
    paths: tuple[str, ...]
    stamps: tuple[str, ...]
    parts: tuple[int, ...]
    complete: bool = False

    def files(self, part: int) -> range:
        """The numbers of the files of a part."""
        end = self.parts[part + 1] if part + 1 < len(self.parts) else len(self.paths)
        return range(self.parts[part], end)

    def part_of(self, number: int) -> int:
        """The part that a file belongs to, by its number; both count from 0."""
        from bisect import bisect_right

        return bisect_right(self.parts, number) - 1

    def with_files(self, paths: tuple[str, ...], *, part_files: int) -> Manifest:
        """With files that have come since, in parts of their own behind the others."""
        first = len(self.paths)
        parts = range(first, first + len(paths), part_files)
        return replace(
            self,
            paths=(*self.paths, *paths),
            stamps=(*self.stamps, *map(stamp, paths)),
            parts=(*self.parts, *parts),
            complete=False,
        )

    def write(self, folder: Path) -> None:
        """Write it into the folder, whole or not at all."""
        data = {
            "settings": self.settings,
            "complete": self.complete,
            "parts": list(self.parts),
            "files": [list(pair) for pair in zip(self.paths, self.stamps, strict=True)],
        }
        write_atomically(folder / MANIFEST, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of ``folder``, or None where no batch has begun there.

    Raises:
        InputError: it is damaged.
    """
    path = folder / MANIFEST
    if not path.exists():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Manifest(
            settings=dict(data["settings"]),
            paths=tuple(pair[0] for pair in data["files"]),
            stamps=tuple(pair[1] for pair in data["files"]),
            parts=tuple(data["parts"]),
            complete=bool(data["complete"]),
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise InputError(
            str(path), f"not the manifest of a batch ({type(error).__name__}): choose another folder or --restart"
        ) from error


def stamp(path: str) -> str:
    """Size and time of change of a file, to notice that it is another one; empty where it is not there."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return ""
    return f"{found.st_size}:{found.st_mtime_ns}"


class Journal:
    """The journals of the parts in hand. Use as a context manager: it holds the output folder for one batch at a time."""

    def __init__(self, folder: Path, manifest: Manifest, format: str) -> None:
        self.folder, self.manifest, self.format = folder, manifest, format
        self.work = folder / WORK
        self._streams: dict[int, IO[bytes]] = {}
        self._done: dict[int, dict[int, Outcome]] = {}
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> Journal:
        self.work.mkdir(parents=True, exist_ok=True)
        self._lock = (self.work / "lock").open("ab")
        try:
            import fcntl

            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            pass  # Windows: no lock, one batch at a time is up to the user
        except OSError:
            self._lock.close()
            raise InputError(str(self.folder), "another batch is writing here") from None
        return self

    def __exit__(self, *_: object) -> None:
        for stream in self._streams.values():
            stream.close()
        self._streams = {}
        if self._lock is not None:
            self._lock.close()

    # -- what is done -------------------------------------------------------------------------------------------------

    def name(self, part: int) -> str:
        """A part's name, without its ending."""
        return f"part-{part:05d}"

    def is_complete(self, part: int) -> bool:
        """Whether the part and its list of errors are both written."""
        return (self.folder / "documents" / f"{self.name(part)}.{self.format}").exists() and self._errors(part).exists()

    def _errors(self, part: int) -> Path:
        return self.work / f"{self.name(part)}.errors.jsonl"

    def _journal(self, part: int) -> Path:
        return self.work / f"{self.name(part)}.jsonl"

    def todo(self) -> Iterator[int]:
        """The files that are not done, in order; journals of earlier runs are taken up on the way."""
        for part in range(len(self.manifest.parts)):
            if self.is_complete(part):
                self._journal(part).unlink(missing_ok=True)  # killed between the part and this
                continue
            done = self._take_up(part)
            missing = [number for number in self.manifest.files(part) if number not in done]
            if not missing:
                self._finish(part)
            yield from missing

    def _take_up(self, part: int) -> dict[int, Outcome]:
        if part in self._done:
            return self._done[part]
        done: dict[int, Outcome] = {}
        path = self._journal(part)
        whole = 0
        if path.exists():
            for line in path.read_bytes().splitlines(keepends=True):
                try:
                    if not line.endswith(b"\n"):
                        break
                    number, _, outcome = line.decode("utf-8").partition(" ")
                    done[int(number)] = Outcome.from_json(outcome)
                except (ValueError, KeyError, TypeError):
                    break  # torn by a kill, or by a power cut: from here on nothing is trusted
                whole += len(line)
            with path.open("r+b") as stream:
                stream.truncate(whole)
        self._done[part] = done
        return done

    def add(self, number: int, outcome: Outcome) -> None:
        """Remember an outcome; the last one of a part writes the part."""
        part = self.manifest.part_of(number)
        done = self._take_up(part)
        if number in done:
            return
        stream = self._streams.get(part)
        if stream is None:
            stream = self._streams[part] = self._journal(part).open("ab", buffering=0)
        stream.write(f"{number} {outcome.to_json()}\n".encode())
        done[number] = outcome
        if len(done) == len(self.manifest.files(part)):
            self._finish(part)

    def _finish(self, part: int) -> None:
        outcomes = [self._done[part][number] for number in self.manifest.files(part)]
        stream = self._streams.pop(part, None)
        if stream is not None:
            os.fsync(stream.fileno())
            stream.close()
        errors = [{"path": one.path, "kind": one.kind, "reason": one.reason} for one in outcomes if not one.ok]
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in errors)
        write_atomically(self._errors(part), lines.encode())
        write_part(self.folder, self.name(part), outcomes, self.format)
        self._journal(part).unlink(missing_ok=True)
        self._done[part] = {}

    # -- errors -------------------------------------------------------------------------------------------------------

    def errors(self) -> list[dict[str, str]]:
        """All failures of the complete parts, in the order of the files."""
        found: list[dict[str, str]] = []
        for part in range(len(self.manifest.parts)):
            with contextlib.suppress(FileNotFoundError):
                found += map(json.loads, self._errors(part).read_text(encoding="utf-8").splitlines())
        return found

    def reopen_failures(self) -> int:
        """Make the parts with failures incomplete again, keeping what succeeded; how many files will be tried again."""
        from decisionnlp.running.retrying import reopen

        return sum(reopen(self, part) for part in range(len(self.manifest.parts)) if self.is_complete(part))
