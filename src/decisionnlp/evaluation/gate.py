"""The gate: figures that a change must not lose, and the words for those it loses."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from decisionnlp.evaluation.results import SuiteResult
from decisionnlp.evaluation.suites import Requirement, Suite


@dataclass(frozen=True, slots=True)
class Verdict:
    """One requirement, what was measured, and whether that is enough. An undefined figure never is."""

    name: str
    value: float | None
    requirement: Requirement
    passed: bool

    def line(self) -> str:
        wanted = []
        if self.requirement.minimum is not None:
            wanted.append(f"at least {self.requirement.minimum:g}")
        if self.requirement.maximum is not None:
            wanted.append(f"at most {self.requirement.maximum:g}")
        if self.requirement.tolerance:
            wanted.append(f"tolerance {self.requirement.tolerance:g}")
        value = "undefined" if self.value is None else f"{self.value:.4f}"
        return f"{'ok    ' if self.passed else 'FAILED'} {self.name}: {value} ({', '.join(wanted)})"


def judge(suite: Suite, result: SuiteResult) -> list[Verdict]:
    """Every requirement of the suite and of its runs, and one per run that no document failed."""
    verdicts = []
    for run in suite.runs:
        verdicts += [_verdict(f"{run.name}/{wanted.measure}", wanted, result) for wanted in run.require]
        measured = next((other for other in result.runs if other.name == run.name), None)
        failed = float(measured.failed) if measured else None
        none = Requirement(measure="failed", maximum=0)
        verdicts.append(Verdict(f"{run.name}/failed documents", failed, none, failed == 0))
    verdicts += [_verdict(wanted.measure, wanted, result) for wanted in suite.require]
    return verdicts


def _verdict(name: str, wanted: Requirement, result: SuiteResult) -> Verdict:
    figure = result.figure(name)
    value = figure.value if figure else None
    passed = (
        value is not None
        and (wanted.minimum is None or value >= wanted.minimum - wanted.tolerance)
        and (wanted.maximum is None or value <= wanted.maximum + wanted.tolerance)
    )
    return Verdict(name, value, wanted, passed)


def write_step_summary(text: str) -> None:
    """Append to GitHub's step summary where that variable is set; elsewhere do nothing."""
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target:
        with Path(target).open("a", encoding="utf-8") as stream:
            stream.write(text + "\n")


def summary(verdicts: Sequence[Verdict]) -> str:
    """The verdicts as a Markdown table."""
    lines = ["| requirement | measured | wanted | |", "|---|---|---|---|"]
    for verdict in verdicts:
        value = "undefined" if verdict.value is None else f"{verdict.value:.4f}"
        low, high = verdict.requirement.minimum, verdict.requirement.maximum
        wanted = f"≥ {low:g}" if low is not None else f"≤ {high:g}"
        lines.append(f"| {verdict.name} | {value} | {wanted} | {'ok' if verdict.passed else '**failed**'} |")
    return "\n".join(lines)
