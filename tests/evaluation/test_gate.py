from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from decisionnlp.errors import InputError
from decisionnlp.evaluation.comparison import compare, comparison_markdown
from decisionnlp.evaluation.figures import Counts
from decisionnlp.evaluation.gate import judge, summary, write_step_summary
from decisionnlp.evaluation.report import markdown, write_reports
from decisionnlp.evaluation.results import DocumentResult, Figure, RunResult, SuiteResult, read_results, write_results
from decisionnlp.evaluation.suites import Requirement, Run, Suite, read_suite

SENTENCE = {
    "start": 5,
    "end": 20,
    "text": "Godkendt <b>af</b> alle.",
    "zone": "outcome",
    "predicted_zone": "outcome",
    "gold": ["APPROVAL"],
    "predicted": ["APPROVAL"],
    "scores": {"APPROVAL": 0.9},
}
TASK = {
    "start": 30,
    "end": 60,
    "text": "Bo følger op.",
    "owners": ["Bo"],
    "found_owners": ["Bo"],
    "deadlines": [],
    "found_deadlines": [],
    "found": True,
    "complete": True,
}


def result(
    hits: int = 8, *, failed: int = 0, predicted: tuple[str, ...] = ("APPROVAL",), complete: bool = True
) -> SuiteResult:
    counts = {"labels/APPROVAL": Counts(hits, 2, 2)}
    documents = tuple(
        DocumentResult(
            f"doc-{number}",
            "solby",
            "word",
            "fagudvalg",
            2020,
            counts,
            ({**SENTENCE, "predicted": list(predicted)},),
            ({**TASK, "complete": complete, "found_owners": ["Bo"] if complete else []},),
            (("approved", "approved"),),
        )
        for number in range(4)
    )
    figures = {
        "labels/APPROVAL": Figure(Counts(hits, 2, 2).f1, 0.1, 0.9, 0.8, 0.8, Counts(hits, 2, 2)),
        "empty": Figure(None),
    }
    groups = {"layout": {"word": {"documents": 4, "outcome": 1.0}}, "body": {"solby": {"documents": 4, "outcome": 1.0}}}
    curves = {"reliability": [{"said": 0.9, "true": 1.0, "count": 4}], "precision_recall": {"APPROVAL": [[1.0, 1.0]]}}
    run = RunResult("main", "rules", "text", "test", "fixed", figures, groups, documents, curves, failed)
    return SuiteResult(
        "gate", {"decisionnlp": "0"}, {"documents": 4, "sentences": 9}, (run,), {"deadlines": {"exact": Figure(0.9)}}
    )


def suite(**required: float) -> Suite:
    wanted = tuple(Requirement(measure=name, minimum=value) for name, value in required.items())
    return Suite(name="gate", runs=(Run(name="main", require=wanted),))


def test_the_gate_opens_and_closes() -> None:
    assert all(verdict.passed for verdict in judge(suite(**{"labels/APPROVAL": 0.7}), result()))
    failed = [verdict for verdict in judge(suite(**{"labels/APPROVAL": 0.95}), result()) if not verdict.passed]
    assert [verdict.name for verdict in failed] == ["main/labels/APPROVAL"]
    assert "FAILED main/labels/APPROVAL: 0.8000 (at least 0.95)" in failed[0].line()


@pytest.mark.parametrize("measure", ["empty", "no such measure"])
def test_an_undefined_figure_never_passes(measure: str) -> None:
    assert not judge(suite(**{measure: 0.0}), result())[0].passed


def test_a_failed_document_fails_the_gate() -> None:
    assert not all(verdict.passed for verdict in judge(suite(), result(failed=1)))


def test_tolerance_maximum_and_tables() -> None:
    wanted = (
        Requirement(measure="main/labels/APPROVAL", minimum=0.81, tolerance=0.02),
        Requirement(measure="deadlines/exact", maximum=0.85),
    )
    verdicts = judge(Suite(name="gate", require=wanted), result())
    assert [verdict.passed for verdict in verdicts] == [True, False]
    assert "**failed**" in summary(verdicts)


def test_results_round_trip(tmp_path: Path) -> None:
    write_results(result(), tmp_path / "results.json")
    assert read_results(tmp_path / "results.json").runs[0].documents == result().runs[0].documents
    write_results(read_results(tmp_path / "results.json"), tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "results.json").read_bytes()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"results_version": "9"}'])
def test_what_is_no_result_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "results.json"
    path.write_text(content)
    with pytest.raises(InputError, match=r"results\.json"):
        read_results(path)


def test_reports_show_the_figures_and_escape_the_texts(tmp_path: Path) -> None:
    verdicts = judge(suite(**{"labels/APPROVAL": 0.95}), result())
    paths = write_reports(result(predicted=()), verdicts, tmp_path)
    assert [path.name for path in paths] == ["results.json", "report.md", "report.html", "junit.xml"]
    page = (tmp_path / "report.html").read_text()
    assert "&lt;b&gt;af&lt;/b&gt;" in page
    assert "<b>af" not in page
    assert "0.800" in page
    assert page.count("<svg") == 3
    tests = fromstring((tmp_path / "junit.xml").read_bytes())
    assert (tests.get("tests"), tests.get("failures")) == ("2", "1")
    assert "| labels/APPROVAL | 0.800 | 0.100–0.900 |" in markdown(result())


def test_step_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(target))
    write_step_summary("one")
    write_step_summary("two")
    assert target.read_text() == "one\ntwo\n"
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    write_step_summary("three")
    assert "three" not in target.read_text()


def test_comparison_lists_every_gain_and_loss() -> None:
    (found,) = compare(result(4, predicted=()), result(8, complete=False))
    change = found.changes[0]
    assert (change.old, change.new) == (pytest.approx(4 / 6), pytest.approx(0.8))
    assert change.low == pytest.approx(0.8 - 4 / 6)
    assert len(found.gains) == 4
    assert len(found.losses) == 4
    text = comparison_markdown([found], most=3)
    assert "4 gains, 4 losses" in text
    assert "and 1 more" in text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("x = ", "not TOML"),
        ('name = "a"\ncolour = 1', "colour"),
        ('name = "a"\n[[runs]]\nname = "b"\ninput = "x"', "input"),
    ],
)
def test_suites_that_say_something_unknown_are_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "suite.toml"
    path.write_text(content)
    with pytest.raises(InputError, match=message):
        read_suite(path)


def test_results_hold_plain_json(tmp_path: Path) -> None:
    write_results(result(), tmp_path / "results.json")
    data = json.loads((tmp_path / "results.json").read_text())
    assert data["runs"][0]["figures"]["empty"]["value"] is None
