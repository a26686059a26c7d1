"""The runs of a suite side by side: the table that an ablation is read by."""

from __future__ import annotations

from collections.abc import Sequence

from decisionnlp.evaluation.bootstrap import difference, macro_draws
from decisionnlp.evaluation.results import Figure, RunResult, SuiteResult

COLUMNS = {
    "labels": "labels, macro-F",
    "labels/APPROVAL": "APPROVAL",
    "labels/DECISION": "DECISION",
    "labels/FOLLOW_UP": "FOLLOW_UP",
    "outcome": "outcome",
    "follow_ups/complete": "complete follow-ups",
    "calibration_error": "calibration error",
}
# Shown with their intervals; the others would make the table unreadable, and are given run by run.
_WITH_INTERVAL = ("labels", "outcome")


def overview(result: SuiteResult) -> tuple[list[str], list[list[str]]]:
    """Head and rows of the table: figures, the gain over the run that a run is measured against (interval of the difference on
    the same drawn documents), and what training and analysing cost where that was timed."""
    timed = any(run.costs for run in result.runs)
    compared = any(run.against for run in result.runs)
    head = ["run", "held out", *COLUMNS.values()]
    if compared:
        head.append("labels gained over")
    if timed:
        head += ["training, s", "model, MB", "words/s"]
    known = {run.name: run for run in result.runs}
    rows = []
    for run in result.runs:
        cells = [run.name, f"{run.split}: {run.validation}" + (f" ({run.folds})" if run.folds else "")]
        cells += [_cell(run.figures.get(name), interval=name in _WITH_INTERVAL) for name in COLUMNS]
        if compared:
            cells.append(_gain(run, known.get(run.against)))
        if timed:
            cells += _costs(run)
        rows.append(cells)
    return head, rows


def overview_markdown(result: SuiteResult) -> list[str]:
    head, rows = overview(result)
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]


def _cell(figure: Figure | None, *, interval: bool) -> str:
    if figure is None or figure.value is None:
        return "–"
    bounds = interval and figure.low is not None and figure.high is not None
    return f"{figure.value:.3f}" + (f" ({figure.low:.3f}–{figure.high:.3f})" if bounds else "")


def _gain(run: RunResult, base: RunResult | None) -> str:
    if base is None:
        return ""
    ours, theirs = ({document.id: document.counts for document in one.documents} for one in (run, base))
    shared = sorted(ours.keys() & theirs.keys())
    before, after = run.figures.get("labels"), base.figures.get("labels")
    if not shared or before is None or after is None or before.value is None or after.value is None:
        return "–"
    names = sorted({name for counts in ours.values() for name in counts if name.startswith("labels/")})
    bounds = difference([theirs[i] for i in shared], [ours[i] for i in shared], lambda part: macro_draws(part, names))
    shown = f" ({bounds[0]:+.3f} to {bounds[1]:+.3f})" if bounds else ""
    return f"{base.name}: {before.value - after.value:+.3f}{shown}"


def _costs(run: RunResult) -> Sequence[str]:
    seconds, size, speed = (run.costs.get(name) for name in ("training_seconds", "model_bytes", "words_per_second"))
    return (
        "–" if seconds is None else f"{seconds:.1f}",
        "–" if size is None else f"{size / 1e6:.1f}",
        "–" if speed is None else f"{speed:,.0f}",
    )
