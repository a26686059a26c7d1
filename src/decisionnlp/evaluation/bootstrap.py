"""Percentile bootstrap over documents (Efron and Tibshirani 1993): whole documents are drawn, since their sentences depend on
each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from decisionnlp.evaluation.figures import Counts

Floats = NDArray[np.float64]
DRAWS = 2000
LEVEL = 0.95


def _weights(documents: int, draws: int, seed: int) -> NDArray[np.int64]:
    """``(draws, documents)``: how often each document is drawn."""
    generator = np.random.default_rng(seed)
    return generator.multinomial(documents, np.full(documents, 1 / documents), size=draws)


def _table(documents: Sequence[Mapping[str, Counts]], name: str) -> NDArray[np.int64]:
    """``(documents, 3)``: hits, false alarms, misses of one measure."""
    empty = Counts()
    rows = [mapping.get(name, empty) for mapping in documents]
    return np.array([[row.hit, row.extra, row.missed] for row in rows], dtype=np.int64).reshape(-1, 3)


def f1_draws(documents: Sequence[Mapping[str, Counts]], name: str, *, draws: int = DRAWS, seed: int = 0) -> Floats:
    """``(draws,)`` F1 of one measure over resampled documents; NaN where it is undefined in a draw."""
    sums = _weights(len(documents), draws, seed) @ _table(documents, name)
    total = 2 * sums[:, 0] + sums[:, 1] + sums[:, 2]
    with np.errstate(invalid="ignore", divide="ignore"):
        scores: Floats = np.where(total > 0, 2 * sums[:, 0] / total, np.nan)
    return scores


def macro_draws(
    documents: Sequence[Mapping[str, Counts]], names: Sequence[str], *, draws: int = DRAWS, seed: int = 0
) -> Floats:
    """``(draws,)`` mean of the F1 of ``names``."""
    stacked = np.stack([f1_draws(documents, name, draws=draws, seed=seed) for name in names])
    mean: Floats = np.mean(stacked, axis=0)
    return mean


def interval(scores: Floats, *, level: float = LEVEL) -> tuple[float, float] | None:
    """The central ``level`` of the draws; ``None`` where fewer than half of the draws are defined."""
    defined = scores[~np.isnan(scores)]
    if len(defined) * 2 < len(scores) or not len(defined):
        return None
    low, high = np.quantile(defined, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def difference(
    old: Sequence[Mapping[str, Counts]],
    new: Sequence[Mapping[str, Counts]],
    draw: Callable[[Sequence[Mapping[str, Counts]]], Floats],
) -> tuple[float, float] | None:
    """Interval of ``new - old`` on the same drawn documents (paired: ``old[i]`` and ``new[i]`` are of one document)."""
    if len(old) != len(new):
        raise ValueError(f"{len(old)} and {len(new)} documents cannot be paired")
    return interval(draw(new) - draw(old))
