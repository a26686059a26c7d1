"""The command, on its own app: formats, several files, errors."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from decisionnlp.commands.summarize import summarize
from tests.summarization.papers import NOTE

PLAN = """
Handleplan

Tidspunkt Aktivitet Ansvarlig
Maj 2025
Udbud af opgaven
Projektlederen
Juni 2025
Valg af leverandør
Direktionen
"""


@pytest.fixture
def app() -> typer.Typer:
    made = typer.Typer()
    made.command()(summarize)
    return made


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_text(NOTE + PLAN, encoding="utf-8")
    return path


def test_text(app: typer.Typer, note: Path) -> None:
    result = CliRunner().invoke(app, [str(note), "--words", "60"])
    assert result.exit_code == 0
    assert "18,5 mio. kr." in result.stdout


def test_json_and_its_plan(app: typer.Typer, note: Path) -> None:
    result = CliRunner().invoke(app, [str(note), "--format", "json", "--meeting-date", "2024-10-01"])
    data = json.loads(result.stdout)
    assert data["words"] <= 120
    assert [row["task"] for row in data["planned"]] == ["Udbud af opgaven", "Valg af leverandør"]
    assert any(day["latest"] == "2026-03-01" for day in data["dates"])


def test_several_files_one_missing(app: typer.Typer, note: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, [str(note), str(tmp_path / "no.txt"), str(note), "--format", "json"])
    assert result.exit_code == 2
    assert len(json.loads(result.stdout)) == 2
    assert "no.txt" in result.stderr


def test_html_to_a_file(app: typer.Typer, note: Path, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    result = CliRunner().invoke(app, [str(note), "--format", "html", "-o", str(page)])
    assert result.exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_html_of_several_files(app: typer.Typer, note: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    same_name = tmp_path / "other" / "bad.txt"
    same_name.write_text(NOTE, encoding="utf-8")
    folder = tmp_path / "pages"
    result = CliRunner().invoke(app, [str(note), str(same_name), "--format", "html", "-o", str(folder)])
    assert result.exit_code == 0
    assert sorted(page.name for page in folder.iterdir()) == ["bad-2.html", "bad.html"]
    assert CliRunner().invoke(app, [str(note), str(same_name), "--format", "html"]).exit_code == 2
    assert CliRunner().invoke(app, [str(note), str(same_name), "--format", "html", "-o", str(note)]).exit_code == 2


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "pdf"],
        ["--words", "0"],
        ["--ratio", "2"],
        ["--focus", "gossip"],
        ["--model", "somebody/some-model"],
        ["--unfaithful", "keep"],
        ["--meeting-date", "i går"],
    ],
)
def test_usage_errors(app: typer.Typer, note: Path, options: list[str]) -> None:
    assert CliRunner().invoke(app, [str(note), *options]).exit_code == 2
