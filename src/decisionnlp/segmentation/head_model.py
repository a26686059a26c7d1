"""How likely each line of a meeting is the first line of an item: two forests of extremely randomised trees, one after the other.

The first forest judges a line by itself and its surroundings (``head_lines.py``), the second by what the first says of the lines that
look like it: the titles of one document look alike. Method: Geurts, Ernst and Wehenkel, *Extremely randomized trees* (2006);
Wolpert, *Stacked generalization* (1992). ``training/item_heads.py`` learns both; the model's card says from what.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from decisionnlp.errors import ModelError
from decisionnlp.models import find_model, verify
from decisionnlp.segmentation.head_lines import (
    GAP,
    LENGTH,
    Label,
    Matrix,
    line_columns,
    read_label,
    with_surroundings,
)
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line

MODEL = "item-heads"
WEIGHTS, WORDS = "weights.safetensors", "words.json"
ARRAYS = ("feature", "threshold", "left", "chance")  # of a forest, one row a tree
AGREEMENT = 16  # columns that the second forest sees beside those of the first
_SHORT = 60  # characters
_CLEAR = 0.4  # chance from which a line counts as a head while the second forest looks around
_NOBODY = -7.0  # log odds where no other line is like this one
_FAR = 99.0
_LEAST = 1e-3  # chances are kept this far from 0 and 1

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as tables: a node's right child stands behind its left one, a leaf is its own left child with an infinite threshold.

    ``feature``, ``left`` and ``threshold`` have the shape (trees, nodes), ``chance`` too: what a leaf says, 0 to 1.
    """

    feature: npt.NDArray[np.int32]
    threshold: npt.NDArray[np.float32]
    left: npt.NDArray[np.int32]
    chance: npt.NDArray[np.float32]
    depth: int

    def chances(self, rows: Matrix) -> Vector:
        """The mean of the trees for each row, 0 to 1."""
        trees, nodes = self.feature.shape
        feature, threshold, left = self.feature.ravel(), self.threshold.ravel(), self.left.ravel()
        flat, width = rows.ravel(), rows.shape[1]
        begin = (np.arange(len(rows)) * width)[:, None]
        at = np.tile(np.arange(trees) * nodes, (len(rows), 1))
        for _ in range(self.depth):
            at = left[at] + (flat[begin + feature[at]] > threshold[at])
        found: Vector = self.chance.ravel()[at].mean(axis=1, dtype=np.float64)
        return found


@dataclass(frozen=True, slots=True)
class HeadModel:
    """Both forests, and the log odds of words in titles."""

    first: Forest
    second: Forest
    odds: Mapping[str, float]

    def chances(self, lines: Sequence[Line], headings: Mapping[int, Heading]) -> Vector:
        """The chance of each of ``lines`` to be the first line of an item, 0 to 1; ``headings`` are those of the whole document."""
        labels = [read_label(line.text) for line in lines]
        columns = line_columns(lines, headings, labels, self.odds)
        rows = with_surroundings(columns)
        chances = self.first.chances(rows)
        return self.second.chances(np.hstack([rows, agreement(chances, labels, columns)]))


def agreement(chances: Vector, labels: Sequence[Label], columns: Matrix) -> Matrix:
    """What the chances of the other lines say of each: those of its form and label, its neighbours, the next clear heads; float32 of
    shape (lines, ``AGREEMENT``)."""
    odds = log_odds(chances)
    forms = [
        (label.kind, bool(row[GAP] > 0), bool(row[LENGTH] < _SHORT)) for label, row in zip(labels, columns, strict=True)
    ]
    alike: dict[object, list[int]] = defaultdict(list)
    for place, (form, label) in enumerate(zip(forms, labels, strict=True)):
        alike[form].append(place)
        alike[label.kind].append(place)
    known = {key: _Others.of(odds[places]) for key, places in alike.items()}
    heads = np.flatnonzero(chances > _CLEAR)
    number, clear, top, mean = len(odds), len(heads), float(odds.max()), float(chances.mean())
    shares = {
        key: sum((forms[head] == key) if isinstance(key, tuple) else (labels[head].kind == key) for head in heads)
        / max(clear, 1)
        for key in alike
    }
    before, after = np.searchsorted(heads, range(number)), np.searchsorted(heads, range(number), side="right")
    found = np.empty((number, AGREEMENT), np.float32)
    for place in range(number):
        own, form, kind = float(odds[place]), forms[place], labels[place].kind
        like, labelled = known[form], known[kind]
        above, below = before[place], after[place]
        found[place] = (
            own, like.mean(own), like.most(own), like.number - 1, labelled.mean(own), labelled.most(own),
            odds[place - 1] if place else _NOBODY, odds[place + 1] if place + 1 < number else _NOBODY,
            place - heads[above - 1] if above else _FAR, heads[below] - place if below < clear else _FAR,
            clear, top - own, shares[kind] if clear else -1, mean, shares[form] if clear else -1, number / max(1, clear),
        )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class _Others:
    """Sum and two largest of a group's log odds, so that each line's fellows can be told without it."""

    number: int
    total: float
    largest: float
    next: float

    @classmethod
    def of(cls, odds: Vector) -> _Others:
        ordered = np.sort(odds)
        return cls(len(odds), float(odds.sum()), float(ordered[-1]), float(ordered[-2]) if len(odds) > 1 else _NOBODY)

    def mean(self, own: float) -> float:
        return (self.total - own) / (self.number - 1) if self.number > 1 else _NOBODY

    def most(self, own: float) -> float:
        return self.next if own >= self.largest else self.largest


def log_odds(chances: Vector) -> Vector:
    """Natural logarithm of the odds of ``chances``, bounded."""
    kept = np.clip(chances, _LEAST, 1 - _LEAST)
    found: Vector = np.log(kept / (1 - kept))
    return found


@cache
def head_model() -> HeadModel:
    """The newest shipped model, read once.

    Raises:
        ModelError: it is missing, altered, or not of this form.
    """
    return read_model(find_model(MODEL))


def read_model(directory: Path) -> HeadModel:
    """A model from its directory.

    Raises:
        ModelError: a file is missing, altered, or not of this form.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    verify(directory)
    try:
        arrays = load_file(directory / WEIGHTS)
        words = json.loads((directory / WORDS).read_text(encoding="utf-8"))
        odds = {str(word): float(value) for word, value in words.items()}
        first, second = (_forest(arrays, name) for name in ("first", "second"))
    except (OSError, ValueError, KeyError, AttributeError, SafetensorError) as error:
        raise ModelError(f"{directory}: not a model of item heads ({error})") from error
    return HeadModel(first, second, odds)


def _forest(arrays: Mapping[str, npt.NDArray[np.generic]], name: str) -> Forest:
    feature, threshold, left, chance = (arrays[f"{name}/{part}"] for part in ARRAYS)
    shapes = {part.shape for part in (feature, threshold, left, chance)}
    nodes = left.size
    if len(shapes) != 1 or left.ndim != 2 or not nodes or left.min() < 0 or left.max() >= nodes or feature.min() < 0:
        raise ValueError(f"the arrays of the {name} forest do not fit together")
    return Forest(feature, threshold, left, chance, int(arrays[f"{name}/depth"][0]))
