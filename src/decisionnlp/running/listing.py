"""Which files a batch is about: those of a folder, or those that a list names."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from decisionnlp.errors import InputError
from decisionnlp.reading.sniffing import extension, named_format


@dataclass(frozen=True, slots=True)
class Listing:
    """Paths in a fixed order, and what was passed over (``{".jpg": 3}``)."""

    paths: tuple[str, ...]
    passed_over: dict[str, int] = field(default_factory=dict)
    repeated: int = 0


def list_files(source: Path, *, leave_out: Path | None = None) -> Listing:
    """The files of a folder (and of the folders in it), sorted by path, or those of a list file (``-``: of stdin), in its order.

    Hidden files and files of kinds that are not read are passed over in a folder; a list is taken at its word. Lines that
    begin with # are comments. A relative path counts from the working directory, or else from the list's folder. A path
    named twice is one file; the same content under two paths is two.

    Args:
        leave_out: a folder whose files don't count (the output, where it lies inside the input).

    Raises:
        InputError: there is no such folder or list, or no file in it.
    """
    if str(source) != "-" and source.is_dir():
        return _folder(source, leave_out.resolve() if leave_out is not None else None)
    return _list(source)


def _folder(source: Path, leave_out: Path | None) -> Listing:
    paths: list[str] = []
    passed: Counter[str] = Counter()
    for base, folders, names in os.walk(source):
        inside = Path(base)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and (inside / name).resolve() != leave_out
        )
        for name in names:
            if name.startswith((".", "~$")):
                continue
            if named_format(name) is None and extension(name) not in (".doc", ".rtf", ""):
                passed[extension(name)] += 1
            else:
                paths.append(str(inside / name))
    if not paths:
        raise InputError(str(source), "no files to read in this folder")
    return Listing(tuple(sorted(paths)), dict(sorted(passed.items())))


def _list(source: Path) -> Listing:
    try:
        raw = sys.stdin.buffer.read() if str(source) == "-" else source.read_bytes()
    except OSError as error:
        raise InputError(
            str(source), f"neither a folder nor a list of files: {(error.strerror or 'unreadable').lower()}"
        ) from error
    try:
        lines = raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise InputError(
            str(source), "not a list of files (one path a line, UTF-8); for one referat use `decisionnlp analyze`"
        ) from None
    base = Path() if str(source) == "-" else source.parent
    given = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    found = [name if Path(name).exists() or not (base / name).exists() else str(base / name) for name in given]
    if not any(Path(path).exists() for path in found):
        raise InputError(
            str(source), "names no file that exists (one path a line); for one referat use `decisionnlp analyze`"
        )
    unique = tuple(dict.fromkeys(found))
    return Listing(unique, repeated=len(found) - len(unique))
