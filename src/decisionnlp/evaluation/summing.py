"""From the counts of documents to the figures, curves and groups of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from decisionnlp.evaluation.bootstrap import f1_draws, interval, macro_draws
from decisionnlp.evaluation.figures import Counts, add_up, average_precision, calibration_error, macro
from decisionnlp.evaluation.results import DocumentResult, Figure
from decisionnlp.evaluation.systems import ProbabilityCase


def figures_of(counts: Sequence[dict[str, Counts]], *, draws: int, seed: int) -> dict[str, Figure]:
    """The figure of every measure, and ``labels`` (macro-F), with intervals; ``counts`` are per document."""
    total = add_up(counts)
    figures = {}
    for name, value in total.items():
        low, high = interval(f1_draws(counts, name, draws=draws, seed=seed)) or (None, None)
        figures[name] = Figure(value.f1, low, high, value.precision, value.recall, value)
    labels = [name for name in total if name.startswith("labels/")]
    if labels:
        low, high = interval(macro_draws(counts, labels, draws=draws, seed=seed)) or (None, None)
        figures["labels"] = Figure(macro(total, "labels"), low, high)
    return figures


def calibration(cases: Sequence[ProbabilityCase], figures: dict[str, Figure]) -> dict[str, Any]:
    """Adds ``calibration`` and ``average_precision/…`` to the figures; returns the reliability and precision-recall curves."""
    if not cases:
        return {}
    pairs = [(case.probability, case.true) for case in cases]
    figures["calibration_error"] = Figure(calibration_error(pairs))
    curves: dict[str, Any] = {"reliability": _reliability(pairs), "precision_recall": {}}
    for label in dict.fromkeys(case.label for case in cases):
        own = [(case.probability, case.true) for case in cases if case.label is label]
        figures[f"average_precision/{label.value}"] = Figure(average_precision(own))
        figures[f"calibration_error/{label.value}"] = Figure(calibration_error(own))
        curves["precision_recall"][label.value] = _precision_recall(own)
    return curves


def _reliability(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> list[dict[str, float]]:
    found = []
    for index in range(bins):
        part = [pair for pair in pairs if min(int(pair[0] * bins), bins - 1) == index]
        if part:
            said = sum(score for score, _ in part) / len(part)
            true = sum(hit for _, hit in part) / len(part)
            found.append({"said": round(said, 4), "true": round(true, 4), "count": len(part)})
    return found


def _precision_recall(pairs: Sequence[tuple[float, bool]], points: int = 50) -> list[list[float]]:
    wanted = sum(true for _, true in pairs)
    if not wanted:
        return []
    curve = []
    hits = 0
    for rank, (_, true) in enumerate(sorted(pairs, key=lambda pair: -pair[0]), 1):
        hits += true
        if true:
            curve.append([round(hits / wanted, 4), round(hits / rank, 4)])
    step = max(1, len(curve) // points)
    return curve[::step]


def grouped(
    results: Sequence[DocumentResult], key: Callable[[DocumentResult], str]
) -> dict[str, dict[str, float | None]]:
    """A few figures for each group of documents that ``key`` names; undefined ones are ``None``."""
    grouped: dict[str, list[dict[str, Counts]]] = {}
    for result in results:
        grouped.setdefault(key(result), []).append(result.counts)
    shown = {}
    for name, counts in sorted(grouped.items()):
        total = add_up(counts)
        row: dict[str, float | None] = {"documents": len(counts), "labels": _rounded(macro(total, "labels"))}
        for measured in ("items", "outcome", "labels/FOLLOW_UP", "follow_ups/complete"):
            row[measured] = _rounded(total[measured].f1) if measured in total else None
        shown[name] = row
    return shown


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
