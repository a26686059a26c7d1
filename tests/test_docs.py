"""What the documentation promises exists: links, files, commands, the register of units."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from decisionnlp.cli import app
from decisionnlp.extraction.register import load_register

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "annotations").glob("*.md"),
        *(ROOT / "eval").rglob("*.md"),
    ]
)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
NAMED = re.compile(r"`((?:docs|annotations|eval|examples|src|tests|models|\.ci)/[\w./-]+)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [target.split("#")[0] for target in LINK.findall(text) if not re.match(r"[a-z]+:|#", target)]
    broken = [target for target in targets if not (page.parent / target).exists()]
    broken += [name for name in NAMED.findall(text) if not (ROOT / name).exists()]
    assert broken == []


def test_commands_that_the_readme_names_exist() -> None:
    known = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    named = set(re.findall(r"(?:`|\$ |bin/)decisionnlp ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named <= known
    assert named >= {"analyze", "summarize", "batch", "ledger", "evaluate", "compare", "train", "corpus"}


@pytest.mark.parametrize("language", ["toml", "csv"])
def test_the_register_of_the_documentation_is_read(language: str, tmp_path: Path) -> None:
    text = (ROOT / "docs" / "registers.md").read_text(encoding="utf-8")
    (block,) = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    path = tmp_path / f"register.{language}"
    path.write_text(block, encoding="utf-8")
    (unit,) = load_register(path).lookup("UJU")
    assert (unit.name, unit.id, unit.email) == ("Unge, Job og Uddannelse", "uju", "uju@example.org")


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    for name in ("referat.pdf", "bilag.pdf"):
        shutil.copy(ROOT / "examples" / "udvalg-egelund.pdf", tmp_path / name)
    done = subprocess.run([sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "['Vej og Park']" in done.stdout


def test_the_example_of_the_readme_is_what_the_command_prints() -> None:
    told = re.search(
        r"<!-- example -->\n```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert told is not None
    done = subprocess.run(
        [sys.executable, "-m", "decisionnlp", "analyze", "examples/aeldreraad-lyngdal.txt"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line.rstrip() for line in done.stdout.strip().splitlines()] == told[1].strip().splitlines()


def test_the_readme_gives_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```bash\n(.*?)```", text, re.DOTALL)
    assert len(blocks) == 2
    assert all(len(block.strip().splitlines()) == 1 for block in blocks)
