"""Feature rows as arrays, from which vocabularies and scaled sparse matrices of any choice of rows are cut. Needs scipy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from decisionnlp.classification.features import GROUP_NUMBERS, SCALES

_SCALES = np.array(list(SCALES.values()))


class FeatureTable:
    """Rows of features (each at most once a row), numbered once, however many folds are cut from them."""

    def __init__(self, lists: Sequence[Sequence[str]]) -> None:
        self._number: dict[str, int] = {}
        number = self._number
        rows = [[number.setdefault(feature, len(number)) for feature in row] for row in lists]
        self.names = list(number)
        self._ids = np.fromiter((place for row in rows for place in row), dtype=np.int64)
        self._ends = np.cumsum([0, *(len(row) for row in rows)])
        self._groups = np.array([GROUP_NUMBERS[name[0]] for name in self.names], dtype=np.int64)

    def _cut(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The features of ``rows`` one after the other, and for each the place of its row among them."""
        starts, sizes = self._ends[rows], self._ends[rows + 1] - self._ends[rows]
        owner = np.repeat(np.arange(len(rows)), sizes)
        offsets = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return self._ids[np.repeat(starts, sizes) + offsets], owner

    def vocabulary(self, rows: NDArray[np.int64], minimum: float, mass: NDArray[np.float64]) -> list[str]:
        """The features whose rows weigh at least ``minimum`` together, sorted; ``mass`` is the weight of each of ``rows``."""
        ids, owner = self._cut(rows)
        total = np.bincount(ids, weights=mass[owner], minlength=len(self.names))
        return sorted(self.names[place] for place in np.flatnonzero(total >= minimum))

    def matrix(self, rows: NDArray[np.int64], words: Sequence[str]) -> Any:
        """``[rows, words]``, sparse: each group of a row is a vector of the group's length."""
        from scipy.sparse import csr_matrix

        column = np.full(len(self.names) + 1, -1, dtype=np.int64)
        for place, word in enumerate(words):
            column[self._number.get(word, -1)] = place
        column[-1] = -1
        ids, owner = self._cut(rows)
        known = column[ids] >= 0
        ids, owner = ids[known], owner[known]
        cell = owner * len(_SCALES) + self._groups[ids]
        counts = np.bincount(cell, minlength=len(rows) * len(_SCALES))
        data = _SCALES[self._groups[ids]] / np.sqrt(counts[cell])
        found = csr_matrix((data, (owner, column[ids])), shape=(len(rows), len(words)))
        found.sort_indices()
        return found
