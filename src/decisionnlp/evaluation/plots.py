"""Plots of a run as SVG: figures per body, reliability, precision against recall. Without matplotlib there are none."""

from __future__ import annotations

import io
from typing import Any

from decisionnlp.evaluation.results import RunResult


def plots(run: RunResult) -> list[str]:
    """Embedded SVG elements; empty where matplotlib (the ``report`` extra) is not installed."""
    try:
        import matplotlib
    except ImportError:
        return []
    matplotlib.use("Agg")
    # A fixed salt and no date: the same figures give the same file.
    matplotlib.rcParams["svg.hashsalt"] = "decisionnlp"
    drawn = [_bodies(run)]
    if run.curves:
        drawn += [_reliability(run), _precision_recall(run)]
    return [svg for svg in drawn if svg]


def _svg(figure: Any) -> str:
    stream = io.StringIO()
    figure.savefig(stream, format="svg", bbox_inches="tight", metadata={"Date": None})
    text = stream.getvalue()
    return text[text.index("<svg") :]


def _axes(width: float, height: float) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height))
    return figure, figure.subplots()


def _bodies(run: RunResult) -> str:
    rows = [(name, row["outcome"]) for name, row in run.groups.get("body", {}).items() if row["outcome"] is not None]
    if not rows:
        return ""
    figure, axes = _axes(8, 0.25 * len(rows) + 1)
    axes.barh([name for name, _ in rows], [value for _, value in rows], color="#2b6cb0")
    axes.set_xlim(0, 1)
    axes.invert_yaxis()
    axes.set_title("item outcome right, by body")
    return _svg(figure)


def _reliability(run: RunResult) -> str:
    points = run.curves.get("reliability", [])
    if not points:
        return ""
    figure, axes = _axes(4, 4)
    axes.plot([0, 1], [0, 1], color="#999", linewidth=1)
    axes.plot([point["said"] for point in points], [point["true"] for point in points], marker="o", color="#2b6cb0")
    axes.set_xlabel("probability given")
    axes.set_ylabel("share that was true")
    axes.set_title("reliability")
    return _svg(figure)


def _precision_recall(run: RunResult) -> str:
    curves = run.curves.get("precision_recall", {})
    if not any(curves.values()):
        return ""
    figure, axes = _axes(5, 4)
    for label, points in curves.items():
        axes.plot([point[0] for point in points], [point[1] for point in points], label=label)
    axes.set_xlabel("recall")
    axes.set_ylabel("precision")
    axes.set_ylim(0, 1.02)
    axes.legend()
    return _svg(figure)
