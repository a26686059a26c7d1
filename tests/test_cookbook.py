"""Every block of ``docs/cookbook.md`` is run, in order, in one folder; what it should leave behind is there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
TASKS = dict(re.findall(r"^## (\d+)\. [^\n]*\n(.*?)(?=^## |\Z)", TEXT, re.DOTALL | re.MULTILINE))
BLOCK = re.compile(r"^```(bash|python)\n(.*?)^```", re.DOTALL | re.MULTILINE)
# What each task must print.
EXPECTED = {
    "1": ["Skovvej", "Udsat til mødet i december."],
    "2": [],
    "3": ["Trafikken ved skolen", "FOLLOW_UP"],
    "4": ["2024-03-31", "2024-02-06", "FREQ=MONTHLY;INTERVAL=3", "datetime.date(2024, 4, 4)"],
    "5": [],
    "6": ["besvaret", "Forfalder snart", "aftalt på telefon"],
    "7": ["udvalg-egelund.pdf", "Klima- og Trafikudvalget"],
    "8": ["in office", "private", "Person-"],
    "9": ["APPROVAL", "senest den 1. marts"],
    "10": [],
}  # fmt: skip
FILES = {
    "1": ["egelund.html"],
    "2": ["opfølgning.xlsx", "opgaver.ics", "udgivet.ics"],
    "5": ["opgaver-med-modtagere.ics"],
    "6": ["møder/ledger.sqlite", "opfølgning-møder.xlsx"],
    "7": ["resultater/manifest.json", "resultater/errors.csv"],
    "8": ["offentlig.html"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    work = tmp_path_factory.mktemp("cookbook")
    shutil.copytree(ROOT / "examples", work / "examples", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    # The commands of this very environment, wherever the tests are started from.
    (work / "bin").mkdir()
    for name, command in (("decisionnlp", f'"{sys.executable}" -m decisionnlp'), ("python", f'"{sys.executable}"')):
        script = work / "bin" / name
        script.write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    return work


def test_ten_tasks() -> None:
    assert list(TASKS) == [str(number) for number in range(1, 11)] == list(EXPECTED)
    assert all(BLOCK.search(body) for body in TASKS.values())


@pytest.mark.parametrize("number", list(EXPECTED))
def test_task(number: str, folder: Path) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("datasets")
    environment = {
        **os.environ,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
    }
    environment |= {"HF_HUB_OFFLINE": "1", "COLUMNS": "120", "HF_HOME": str(folder / "hf")}
    printed = ""
    for language, code in BLOCK.findall(TASKS[number]):
        command = ["bash", "-euo", "pipefail", "-c", code] if language == "bash" else [sys.executable, "-c", code]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"{code}\n{done.stdout}\n{done.stderr}"
        printed += done.stdout
    squeezed = " ".join(re.sub(r"[│┃|]", " ", printed).split())
    for words in EXPECTED[number]:
        assert words in squeezed or words in printed, (words, printed)
    for name in FILES.get(number, []):
        assert (folder / name).stat().st_size > 0
