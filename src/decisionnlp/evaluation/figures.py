"""Counts that add up over documents, and the figures they give. What is undefined is ``None``, never 0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Hits, false alarms and misses. For an accuracy, ``missed`` equals ``extra`` and the three figures coincide."""

    hit: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hit + other.hit, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """In [0, 1]; ``None`` where nothing was predicted."""
        found = self.hit + self.extra
        return self.hit / found if found else None

    @property
    def recall(self) -> float | None:
        """In [0, 1]; ``None`` where nothing was to be found."""
        wanted = self.hit + self.missed
        return self.hit / wanted if wanted else None

    @property
    def f1(self) -> float | None:
        """In [0, 1]; ``None`` where nothing was predicted and nothing was to be found."""
        total = 2 * self.hit + self.extra + self.missed
        return 2 * self.hit / total if total else None


def accuracy(right: int, wrong: int) -> Counts:
    """Counts whose ``f1`` is ``right / (right + wrong)``."""
    return Counts(right, wrong, wrong)


def add_up(counts: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """The sum over documents, measure by measure."""
    total: dict[str, Counts] = {}
    for mapping in counts:
        for name, value in mapping.items():
            total[name] = total.get(name, Counts()) + value
    return total


def macro(counts: Mapping[str, Counts], prefix: str) -> float | None:
    """The mean F1 of the measures below ``prefix/``; ``None`` where one of them is undefined or there is none."""
    scores = [value.f1 for name, value in counts.items() if name.startswith(f"{prefix}/")]
    defined = [score for score in scores if score is not None]
    return sum(defined) / len(defined) if defined and len(defined) == len(scores) else None


def calibration_error(pairs: Iterable[tuple[float, bool]], *, bins: int = 10) -> float | None:
    """Expected calibration error of probabilities in [0, 1] over ``bins`` bins of equal width (Naeini et al. 2015).

    ``None`` without pairs.
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    total = 0
    for score, true in pairs:
        held[min(int(score * bins), bins - 1)].append((score, true))
        total += 1
    if not total:
        return None
    gaps = (abs(sum(score for score, _ in part) - sum(true for _, true in part)) for part in held)
    return sum(gaps) / total


def average_precision(pairs: Iterable[tuple[float, bool]]) -> float | None:
    """Area under the precision-recall curve as the mean precision at each true pair; ``None`` without a true one."""
    hits = 0
    total = 0.0
    for rank, (_, true) in enumerate(sorted(pairs, key=lambda pair: -pair[0]), 1):
        if true:
            hits += 1
            total += hits / rank
    return total / hits if hits else None
