from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from decisionnlp.cli import app
from decisionnlp.version import __version__
from tests.test_pipeline import REFERAT

runner = CliRunner()


@pytest.fixture
def referat(tmp_path: Path) -> Path:
    path = tmp_path / "referat.txt"
    path.write_text(REFERAT, encoding="utf-8")
    return path


def run(*arguments: object) -> tuple[int, str, str]:
    result = runner.invoke(app, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_people_get_a_table(referat: Path) -> None:
    code, out, _ = run("analyze", referat, "--model", "rules")
    assert code == 0
    for words in ("Teknik- og Miljøudvalget", "2024-01-23", "FOLLOW_UP", "Vej og Park", "2024-05-31", "s. 1"):
        assert words in out


def test_one_file_gives_an_object_and_several_an_array(referat: Path) -> None:
    code, out, _ = run("analyze", referat, "--format", "json", "--model", "rules")
    assert code == 0
    assert json.loads(out)["schema_version"] == "1.0"
    code, out, _ = run("analyze", referat, referat, "--format", "json", "--model", "rules")
    assert [part["schema_version"] for part in json.loads(out)] == ["1.0", "1.0"]


def test_the_argument_overrides_the_date(referat: Path) -> None:
    _, out, _ = run("analyze", referat, "--format", "json", "--model", "rules", "--meeting-date", "2023-02-07")
    meeting = json.loads(out)["meetings"][0]
    assert (meeting["date"], meeting["date_source"]) == ("2023-02-07", "argument")


def test_a_bad_file_is_one_line_and_the_others_are_done(referat: Path, tmp_path: Path) -> None:
    empty = tmp_path / "tom.pdf"
    empty.write_bytes(b"")
    code, out, err = run(
        "analyze", empty, referat, tmp_path / "findes-ikke.txt", "--format", "jsonl", "--model", "rules"
    )
    assert code == 2
    assert len(out.splitlines()) == 1
    assert json.loads(out)["meetings"]
    lines = err.strip().splitlines()
    assert len(lines) == 2
    assert "tom.pdf" in lines[0]
    assert "findes-ikke.txt" in lines[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "docx"), "no format 'docx'"),
        (("--meeting-date", "i går"), "is no date"),
        (("--model", "no-such-model"), "no model 'no-such-model'"),
        (("--units", "no-such-register.toml"), "no-such-register.toml"),
    ],
)
def test_bad_options_are_one_line(referat: Path, arguments: tuple[str, ...], words: str) -> None:
    options = arguments if "--model" in arguments else (*arguments, "--model", "rules")
    code, out, err = run("analyze", referat, *options)
    assert code == 2
    assert out == ""
    assert words in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "guess"),
    [
        (("--format", "jsom"), "did you mean json?"),
        (("--format", "EXCEL"), "choose one of table, json"),
        (("--model", "liner"), "did you mean linear?"),
        (("--modell", "linear"), "--model"),
    ],
)
def test_what_is_mistyped_is_guessed(referat: Path, arguments: tuple[str, ...], guess: str) -> None:
    code, out, err = run("analyze", referat, *arguments)
    assert (code, out) == (2, "")
    assert guess in err


def test_a_mistyped_command_is_guessed(referat: Path) -> None:
    code, _, err = run("analize", referat)
    assert code == 2
    assert "'analyze'" in err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("decisionnlp an", {"analyze"}),
        ("decisionnlp analyze --format js", {"json", "jsonl", "jsonld"}),
        ("decisionnlp analyze --model ru", {"rules"}),
        ("decisionnlp ledger x --state over", {"overdue"}),
        ("decisionnlp batch x y --format p", {"parquet"}),
    ],
)
def test_the_shell_completes(words: str, expected: set[str]) -> None:
    asked = {"_DECISIONNLP_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    found = subprocess.run(
        [sys.executable, "-m", "decisionnlp"], env={**os.environ, **asked}, capture_output=True, text=True, check=True
    )
    assert set(found.stdout.split()) == expected


def test_output_goes_to_the_file_named(referat: Path, tmp_path: Path) -> None:
    target = tmp_path / "ud.csv"
    code, out, _ = run("analyze", referat, "--format", "csv", "--output", target, "--model", "rules")
    assert (code, out) == (0, "")
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"))))
    task = next(row for row in rows if row["kind"] == "FOLLOW_UP")
    assert (task["owners"], task["latest"], task["item"]) == ("Vej og Park", "2024-05-31", "2")
    assert not list(tmp_path.glob(".*.part"))


def test_an_output_that_cannot_be_written_is_one_line(referat: Path, tmp_path: Path) -> None:
    code, _, err = run(
        "analyze", referat, "--format", "csv", "--output", tmp_path / "mappe" / "ud.csv", "--model", "rules"
    )
    assert code == 2
    assert "cannot be written" in err


def test_markdown_shows_text_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text(REFERAT.replace("Støj ved", "Støj <b>ved</b> *"), encoding="utf-8")
    _, out, _ = run("analyze", path, "--format", "md", "--model", "rules")
    assert r"\<b\>" in out
    assert "<b>" not in out


def test_version() -> None:
    assert run("--version")[1].strip() == f"decisionnlp {__version__}"


def test_the_module_runs_like_the_command(referat: Path) -> None:
    command = [sys.executable, "-m", "decisionnlp", "analyze", str(referat), "--format", "json", "--model", "rules"]
    found = subprocess.run(command, capture_output=True, check=True)
    assert json.loads(found.stdout)["meetings"]


def test_importing_the_package_stays_light() -> None:
    heavy = "torch transformers datasets sklearn spacy pandas"
    code = f"import sys, decisionnlp; print([name for name in '{heavy}'.split() if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert found.stdout.strip() == "[]"
