"""Scans to text: ocrmypdf with Danish tesseract, in a process of its own and with a limit on its time."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from decisionnlp.reading.limits import UnreadableError

_SECONDS = 3600
_LANGUAGES = ("dan",)


def _command() -> list[str] | None:
    if importlib.util.find_spec("ocrmypdf") is not None:
        return [sys.executable, "-m", "ocrmypdf"]
    found = shutil.which("ocrmypdf")
    return [found] if found else None


def _languages() -> frozenset[str]:
    """The languages that tesseract has; empty where it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    try:
        listed = subprocess.run(  # noqa: S603 (no input from outside)
            [program, "--list-langs"], capture_output=True, text=True, timeout=60, check=False, encoding="utf-8"
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(line.strip() for line in (listed.stdout + listed.stderr).splitlines())


def missing() -> str | None:
    """What OCR still lacks, as an instruction; None where it is ready."""
    steps = []
    if _command() is None:
        steps.append("install the extra (pip install 'decisionnlp[ocr]')")
    if not set(_LANGUAGES) <= _languages():
        steps.append("install tesseract with Danish (Debian: apt install tesseract-ocr tesseract-ocr-dan ghostscript)")
    return " and ".join(steps) or None


def recognise_text(data: bytes, *, force: bool = False, password: str | None = None) -> bytes:
    """The PDF with a text layer on its scanned pages (with ``force``: on every page, its own layer dropped).

    Raises:
        UnreadableError: OCR is not installed, fails, or takes longer than an hour.
    """
    lacking = missing()
    command = _command()
    if lacking or command is None:
        raise UnreadableError(f"the file is a scan without a text layer: to read it by OCR, {lacking}")
    if password is not None:
        raise UnreadableError("an encrypted scan cannot be read by OCR: save it without a password")
    with tempfile.TemporaryDirectory(prefix="decisionnlp-ocr-") as folder:
        before, after = Path(folder, "in.pdf"), Path(folder, "out.pdf")
        before.write_bytes(data)
        arguments = [
            *command,
            "--language", "+".join(_LANGUAGES),
            "--force-ocr" if force else "--skip-text",
            "--rotate-pages", "--deskew",
            "--output-type", "pdf",
            "--optimize", "0",
            "--quiet",
            str(before), str(after),
        ]  # fmt: skip
        # One thread for each tesseract: several at once are eight times slower.
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        try:
            done = subprocess.run(  # noqa: S603 (our own arguments, our own file names)
                arguments, capture_output=True, timeout=_SECONDS, env=environment, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableError(f"OCR took longer than {_SECONDS // 60} minutes: split the file") from error
        except OSError as error:
            raise UnreadableError(f"OCR could not be started ({error})") from error
        if not after.is_file():
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise UnreadableError(f"OCR failed ({lines[-1][:150] if lines else f'exit code {done.returncode}'})")
        return after.read_bytes()
