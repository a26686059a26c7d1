"""A hidden layer beside the linear scores: signs that mean something only together, which no plane through the features cuts out.

One layer of rectified units over the same scaled features, learned for labels, subtypes and endings at once (multi-task
learning, Caruana 1997), with dropout on features and units (Srivastava et al. 2014) and Adam on the touched rows (Kingma & Ba 2015).
Descent is chaotic: the last bit of a sum decides where it ends. So that a model can be made again on another machine, there is
no BLAS and no library's ``exp`` here, whose bits depend on the processor: only sums in a fixed order, products, quotients and
roots, which IEEE 754 settles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

BATCH = 64
RATE = 2e-3
_START = 0.08
_FIRST, _SECOND, _TINY = 0.9, 0.999, 1e-8
# Beyond this a logit is certain; keeps the power in _chance finite.
_SUREST = 30.0
_HALVINGS = 12
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Descent:
    """How large a layer is and how it is learned: units, rounds over the rows, shares of features and units dropped in a step."""

    units: int = 48
    epochs: int = 5
    features_dropped: float = 0.2
    units_dropped: float = 0.3


FIRST_LOOK = Descent()


@dataclass(slots=True)
class HiddenLayer:
    """``into`` ``[features, units]`` and ``bias`` ``[units]``, then ``out`` ``[units, targets]`` and ``out_bias`` ``[targets]``."""

    into: Array
    bias: Array
    out: Array
    out_bias: Array

    def scores(self, known: Any) -> Array:
        """``[n, targets]`` logits of the rows of a sparse matrix ``[n, features]``."""
        return _product(np.maximum(known @ self.into + self.bias, 0.0), self.out) + self.out_bias

    def outputs(self, known: Array) -> Array:
        """The same of dense rows, or of one, where the last bits do not matter."""
        return np.asarray(np.maximum(known @ self.into + self.bias, 0.0) @ self.out + self.out_bias)


def fit_hidden_layer(known: Any, targets: Array, mass: Array, seed: int, how: Descent = FIRST_LOOK) -> HiddenLayer:
    """Learn a layer.

    Args:
        known: sparse ``[n, features]``, scaled.
        targets: ``[n, targets]``, 0 or 1.
        mass: ``[n, targets]``, what each answer weighs; 0 where it is not known.
    """
    generator = np.random.default_rng(seed)
    known = known.tocsr().astype(np.float64)
    count, width = known.shape
    layer = HiddenLayer(
        generator.uniform(-_START, _START, (width, how.units)),
        np.zeros(how.units),
        generator.uniform(-1.0, 1.0, (how.units, targets.shape[1])) / np.sqrt(how.units),
        np.zeros(targets.shape[1]),
    )
    into, rest = _Adam(layer.into), [_Adam(table) for table in (layer.bias, layer.out, layer.out_bias)]
    for _ in range(how.epochs):
        order = generator.permutation(count)
        for start in range(0, count, BATCH):
            batch = order[start : start + BATCH]
            rows, columns = _thinned(known[batch], generator, how.features_dropped)
            kept = generator.random((len(batch), how.units)) >= how.units_dropped
            open_units = kept / (1.0 - how.units_dropped)
            raw = rows @ layer.into[columns] + layer.bias
            units = np.maximum(raw, 0.0) * open_units
            error = (_chance(_product(units, layer.out) + layer.out_bias) - targets[batch]) * mass[batch] / len(batch)
            back = _product(error, layer.out.T) * open_units * (raw > 0)
            slopes = (back.sum(axis=0), _product(units.T, error), error.sum(axis=0))
            for state, slope in zip(rest, slopes, strict=True):
                state.step(slope)
            into.step(rows.T.tocsr() @ back, columns)
    return layer


def _thinned(rows: Any, generator: np.random.Generator, dropped: float) -> tuple[Any, NDArray[np.int64]]:
    """Rows without some of their features, over the columns that occur in them; those columns."""
    from scipy.sparse import csr_matrix

    columns, places = np.unique(rows.indices, return_inverse=True)
    kept = generator.random(len(rows.data)) >= dropped
    data = rows.data * kept / (1.0 - dropped)
    return csr_matrix((data, places, rows.indptr), shape=(rows.shape[0], len(columns))), columns


def _product(left: Array, right: Array) -> Array:
    """Matrix product, summed in order; BLAS would sum in an order of the processor's liking."""
    from scipy.sparse import csr_matrix

    return np.asarray(csr_matrix(left) @ np.ascontiguousarray(right))


def _chance(logits: Array) -> Array:
    """The logistic function to some three digits: ``exp`` as a power of its first-order term, by multiplication alone."""
    power = 1.0 - np.clip(logits, -_SUREST, _SUREST) / (1 << _HALVINGS)
    for _ in range(_HALVINGS):
        power = power * power
    return 1.0 / (1.0 + power)


class _Adam:
    """The state of one table, changed in place; with ``rows``, only those rows move (as in *lazy* Adam)."""

    def __init__(self, table: Array) -> None:
        self._table = table
        self._first, self._second = np.zeros_like(table), np.zeros_like(table)
        self._powers = [1.0, 1.0]

    def step(self, slope: Array, rows: NDArray[np.int64] | slice = slice(None)) -> None:
        first = _FIRST * self._first[rows] + (1.0 - _FIRST) * slope
        second = _SECOND * self._second[rows] + (1.0 - _SECOND) * slope * slope
        self._first[rows], self._second[rows] = first, second
        self._powers = [self._powers[0] * _FIRST, self._powers[1] * _SECOND]
        rate = RATE * float(np.sqrt(1.0 - self._powers[1])) / (1.0 - self._powers[0])
        self._table[rows] -= rate * first / (np.sqrt(second) + _TINY)
