"""What a suite measured, as plain data that is written, read, compared and shown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from decisionnlp.errors import InputError
from decisionnlp.evaluation.errors import ErrorCase
from decisionnlp.evaluation.figures import Counts
from decisionnlp.evaluation.outcome_errors import OutcomeError

RESULTS_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in its own unit with its 95 % bootstrap interval over documents; ``None`` where it is undefined."""

    value: float | None
    low: float | None = None
    high: float | None = None
    precision: float | None = None
    recall: float | None = None
    counts: Counts | None = None


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document of a run: its counts, and the cases that carry or were given a label."""

    id: str
    body: str
    layout: str
    body_type: str
    year: int
    counts: dict[str, Counts]
    sentences: tuple[dict[str, Any], ...] = ()
    tasks: tuple[dict[str, Any], ...] = ()
    outcomes: tuple[tuple[str, str], ...] = ()
    failed: str = ""


@dataclass(frozen=True, slots=True)
class RunResult:
    """A run of a suite. ``folds``: how many, where bodies were held out in folds. ``against``: the run it is compared with.
    ``costs``: ``training_seconds`` (CPU, a model), ``model_bytes`` and ``words_per_second`` where they were measured. ``errors``
    and ``outcome_errors`` are kept for reading where they were asked for; they are not part of the result file."""

    name: str
    model: str
    input: str
    split: str
    validation: str
    figures: dict[str, Figure]
    groups: dict[str, dict[str, dict[str, float | None]]]
    documents: tuple[DocumentResult, ...]
    curves: dict[str, Any] = field(default_factory=dict)
    failed: int = 0
    errors: tuple[ErrorCase, ...] = ()
    folds: int = 0
    against: str = ""
    costs: dict[str, float] = field(default_factory=dict)
    outcome_errors: tuple[OutcomeError, ...] = ()


@dataclass(frozen=True, slots=True)
class SuiteResult:
    """``tables`` holds what was measured beside the minutes (deadline sentences, summaries); ``machine`` says on what costs were
    measured."""

    suite: str
    versions: dict[str, str]
    corpus: dict[str, Any]
    runs: tuple[RunResult, ...]
    tables: dict[str, dict[str, Figure]] = field(default_factory=dict)
    machine: str = ""

    def figure(self, name: str) -> Figure | None:
        """The figure ``run/measure`` or ``table/measure``; ``None`` where there is none of that name."""
        for run in self.runs:
            if name.startswith(f"{run.name}/"):
                return run.figures.get(name.removeprefix(f"{run.name}/"))
        for table, figures in self.tables.items():
            if name.startswith(f"{table}/"):
                return figures.get(name.removeprefix(f"{table}/"))
        return None


def to_dict(result: SuiteResult) -> dict[str, Any]:
    """As ``json.dumps`` takes it; figures are rounded to four decimals."""
    data = {
        "results_version": RESULTS_VERSION,
        "suite": result.suite,
        "versions": result.versions,
        "corpus": result.corpus,
        "tables": {name: _figures(figures) for name, figures in result.tables.items()},
        "runs": [run_to_dict(run) for run in result.runs],
    }
    return data | ({"machine": result.machine} if result.machine else {})


def run_to_dict(run: RunResult) -> dict[str, Any]:
    """Plain data of a run; what is at its default is left out where older files do not have it."""
    data = {
        "name": run.name,
        "model": run.model,
        "input": run.input,
        "split": run.split,
        "validation": run.validation,
        "failed": run.failed,
        "figures": _figures(run.figures),
        "groups": run.groups,
        "curves": run.curves,
        "documents": [
            {
                "id": document.id,
                "body": document.body,
                "layout": document.layout,
                "body_type": document.body_type,
                "year": document.year,
                "failed": document.failed,
                "counts": _counts(document.counts),
                "sentences": list(document.sentences),
                "tasks": list(document.tasks),
                "outcomes": [list(pair) for pair in document.outcomes],
            }
            for document in run.documents
        ],
    }
    added = {"folds": run.folds, "against": run.against, "costs": run.costs}
    return data | {name: value for name, value in added.items() if value}


def _counts(counts: Mapping[str, Counts]) -> dict[str, list[int]]:
    return {name: [value.hit, value.extra, value.missed] for name, value in counts.items()}


def _figures(figures: Mapping[str, Figure]) -> dict[str, Any]:
    def rounded(value: float | None) -> float | None:
        return None if value is None else round(value, 4)

    return {
        name: {
            "value": rounded(figure.value),
            "interval": [rounded(figure.low), rounded(figure.high)] if figure.low is not None else None,
            "precision": rounded(figure.precision),
            "recall": rounded(figure.recall),
            "counts": [figure.counts.hit, figure.counts.extra, figure.counts.missed] if figure.counts else None,
        }
        for name, figure in figures.items()
    }


def _read_figures(data: Mapping[str, Any]) -> dict[str, Figure]:
    return {
        name: Figure(
            figure["value"],
            (figure["interval"] or (None, None))[0],
            (figure["interval"] or (None, None))[1],
            figure["precision"],
            figure["recall"],
            Counts(*figure["counts"]) if figure["counts"] else None,
        )
        for name, figure in data.items()
    }


def write_results(result: SuiteResult, path: Path) -> None:
    """Write a result as JSON, as ``compare`` and ``eval/quote_results.py`` read it; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(to_dict(result), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_results(path: Path) -> SuiteResult:
    """Results that ``write_results`` wrote.

    Raises:
        InputError: the file is missing or is not of this form.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["results_version"] != RESULTS_VERSION:
            raise ValueError(f"results_version {data['results_version']!r}, this version reads {RESULTS_VERSION!r}")
        return SuiteResult(
            data["suite"],
            data["versions"],
            data["corpus"],
            tuple(read_run(run) for run in data["runs"]),
            {name: _read_figures(figures) for name, figures in data["tables"].items()},
            data.get("machine", ""),
        )
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), f"not a result file: {type(error).__name__} {error}") from error


def read_run(data: dict[str, Any]) -> RunResult:
    """The run that ``run_to_dict`` gave.

    Raises:
        KeyError, TypeError: the data are not of this form.
    """
    documents = tuple(
        DocumentResult(
            document["id"],
            document["body"],
            document["layout"],
            document["body_type"],
            document["year"],
            {name: Counts(*value) for name, value in document["counts"].items()},
            tuple(document["sentences"]),
            tuple(document["tasks"]),
            tuple((pair[0], pair[1]) for pair in document["outcomes"]),
            document["failed"],
        )
        for document in data["documents"]
    )
    return RunResult(
        data["name"],
        data["model"],
        data["input"],
        data["split"],
        data["validation"],
        _read_figures(data["figures"]),
        data["groups"],
        documents,
        data["curves"],
        data["failed"],
        (),
        data.get("folds", 0),
        data.get("against", ""),
        data.get("costs", {}),
    )


def names_of(runs: Sequence[RunResult]) -> list[str]:
    """Every measure that any of the runs has, in order of first appearance."""
    return list(dict.fromkeys(name for run in runs for name in run.figures))
