"""The choice within a budget: much expected worth in few words, little said twice, sections in proportion.

A sentence is chosen together with what it cannot be read without. The worth of a choice ``S`` is

    sum over sentences of  gain * (1 - overlap * (largest similarity to one of S that gains more)) * spread ** (rank within its section)

so that of two that say the same the weaker one counts less, and the second sentence of a section less than the first. Greedy by worth per word, then exchanges while they help.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from decisionnlp.summarization.centrality import Vectors
from decisionnlp.summarization.structure import Candidate

Floats = NDArray[np.float64]
_EXCHANGE_LIMIT = 40  # sentences up to which exchanges are tried
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Taste:
    """How a choice weighs. ``overlap`` and ``spread`` in [0, 1]; ``density`` in [0, 1]: 1 counts worth per word, 0 worth alone."""

    overlap: float = 0.7
    spread: float = 0.88
    density: float = 0.9


@dataclass(frozen=True, slots=True)
class Budget:
    """At most so many words, and at most so many sentences (those that only come along included)."""

    words: int
    sentences: int | None = None


class _Choice:
    """The chosen indices and what is needed to price the next one."""

    def __init__(self, task: _Task) -> None:
        self.task = task
        self.chosen: dict[int, tuple[int, ...]] = {}  # index -> what came along with it
        self.members: Counter[int] = Counter()
        self.words = 0

    def copy(self) -> _Choice:
        other = _Choice(self.task)
        other.chosen = dict(self.chosen)
        other.members = Counter(self.members)
        other.words = self.words
        return other

    def add(self, index: int) -> None:
        needed = self.task.needed[index] or ()
        self.chosen[index] = needed
        for member in (*needed, index):
            if not self.members[member]:
                self.words += int(self.task.words[member])
            self.members[member] += 1

    def remove(self, index: int) -> None:
        for member in (*self.chosen.pop(index), index):
            self.members[member] -= 1
            if not self.members[member]:
                del self.members[member]
                self.words -= int(self.task.words[member])

    def worth(self) -> float:
        """The worth of the whole choice, as in the module's head."""
        task = self.task
        seen: list[int] = []
        total: dict[int, list[float]] = {}
        for member in sorted(self.members, key=lambda member: (-float(task.gains[member]), member)):
            similar = task.similarity(member)
            nearest = max((float(similar[other]) for other in seen), default=0.0)
            seen.append(member)
            value = float(task.gains[member]) * (1.0 - task.taste.overlap * nearest)
            total.setdefault(int(task.sections[member]), []).append(value)
        return sum(
            value * task.taste.spread**rank
            for values in total.values()
            for rank, value in enumerate(sorted(values, reverse=True))
        )


class _Task:
    def __init__(
        self,
        candidates: Sequence[Candidate],
        gains: Floats,
        needed: Sequence[tuple[int, ...] | None],
        vectors: Vectors,
        taste: Taste,
        sections: Sequence[int] | None,
    ) -> None:
        self.gains = gains
        self.needed = list(needed)
        self.taste = taste
        self.vectors = vectors
        self.words = np.array([candidate.words for candidate in candidates], np.int64)
        self.sections = np.array(sections or [candidate.section for candidate in candidates], np.int64)
        self.bundled = [index for index, parts in enumerate(needed) if parts]
        self.allowed = np.array([parts is not None for parts in needed], bool) & (gains > 0)
        self.known: dict[int, Floats] = {}

    def similarity(self, index: int) -> Floats:
        if index not in self.known:
            self.known[index] = self.vectors.similarity(index)
        return self.known[index]


def choose(
    candidates: Sequence[Candidate],
    gains: Floats,
    needed: Sequence[tuple[int, ...] | None],
    vectors: Vectors,
    budget: Budget,
    *,
    taste: Taste | None = None,
    sections: Sequence[int] | None = None,
) -> tuple[list[int], list[int]]:
    """(indices chosen, indices that came along), each in order.

    ``gains`` are not negative; ``needed`` as ``coherence.needed_by`` gives it; ``sections`` by candidate, where others should be
    kept in proportion than those the candidates stand in. No choice exceeds ``budget``.
    """
    if not len(candidates):
        return [], []
    task = _Task(candidates, np.asarray(gains, float), needed, vectors, taste or Taste(), sections)
    choice = _fill(_Choice(task), budget, frozenset())
    if len(choice.members) <= _EXCHANGE_LIMIT:
        choice = _exchange(choice, budget)
    chosen = sorted(choice.chosen)
    return chosen, sorted(set(choice.members) - set(chosen))


def _fill(choice: _Choice, budget: Budget, barred: frozenset[int]) -> _Choice:
    """Add the best that still fits, until nothing does."""
    task = choice.task
    size = len(task.gains)
    open_ = task.allowed.copy()
    nearest = np.zeros(size)
    taken: Counter[int] = Counter()
    for member in choice.members:
        nearest = np.maximum(nearest, task.similarity(member))
        taken[int(task.sections[member])] += 1
    for index in (*choice.members, *barred):
        open_[index] = False
    spread = np.ones(int(task.sections.max()) + 1)
    for section, chosen in taken.items():
        spread[section] = task.taste.spread**chosen
    costs = task.words.astype(float)
    while True:
        if budget.sentences is not None and len(choice.members) >= budget.sentences:
            return choice
        values = task.gains * (1.0 - task.taste.overlap * np.minimum(nearest, 1.0)) * spread[task.sections]
        total, price, count = values, costs, np.ones(len(values))
        if task.bundled:
            total, price = values.copy(), costs.copy()
            for index in task.bundled:
                missing = [part for part in task.needed[index] or () if part not in choice.members]
                price[index] += float(sum(task.words[part] for part in missing))
                total[index] += float(sum(values[part] for part in missing))
                count[index] += len(missing)
        fits = open_ & (price <= budget.words - choice.words)
        if budget.sentences is not None:
            fits &= count <= budget.sentences - len(choice.members)
        if not fits.any():
            return choice
        merit = np.where(fits, total / np.maximum(price, 1.0) ** task.taste.density, -1.0)
        best = int(merit.argmax())
        fresh = [part for part in (*(task.needed[best] or ()), best) if part not in choice.members]
        choice.add(best)
        for part in fresh:
            nearest = np.maximum(nearest, task.similarity(part))
            spread[task.sections[part]] *= task.taste.spread
            open_[part] = False


def _exchange(choice: _Choice, budget: Budget) -> _Choice:
    """Take one sentence out and fill anew, as long as the whole gets better."""
    worth = choice.worth()
    for _ in range(_ROUNDS):
        better = None
        for index in list(choice.chosen):
            other = choice.copy()
            other.remove(index)
            other = _fill(other, budget, frozenset({index}))
            found = other.worth()
            if found > worth + 1e-9:
                worth, better = found, other
        if better is None:
            break
        choice = better
    return choice
