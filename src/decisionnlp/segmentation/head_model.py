"""How likely each line of a meeting is the first line of an item: two forests of extremely randomised trees, one after the other.

The first forest judges a line by itself and its surroundings (``head_lines.py``), the second by what the first says of the lines that
look like it: the titles of one document look alike. Method: Geurts, Ernst and Wehenkel, *Extremely randomized trees* (2006);
Wolpert, *Stacked generalization* (1992). ``training/item_heads.py`` learns both; the model's card says from what.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from decisionnlp.errors import ModelError
from decisionnlp.models import find_model, verify
from decisionnlp.segmentation.head_lines import (
    GAP,
    KINDS,
    LENGTH,
    SHORT,
    Label,
    Matrix,
    line_columns,
    may_open,
    read_label,
    with_surroundings,
)
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line

MODEL = "item-heads"
WEIGHTS, WORDS = "weights.safetensors", "words.json"
ARRAYS = ("feature", "threshold", "left", "chance")  # of a forest, one row a tree
OPEN = 0.03  # chance below which the second forest is not asked: no head
AGREEMENT = 16  # columns that the second forest sees beside those of the first
_BLOCK = 4096  # rows judged at once, so that a long file needs no more memory
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

    feature: npt.NDArray[np.intp]
    threshold: npt.NDArray[np.float32]
    left: npt.NDArray[np.intp]
    chance: npt.NDArray[np.float32]
    depth: int

    def chances(self, rows: Matrix) -> Vector:
        """The mean of the trees for each row, 0 to 1."""
        blocks = [self._chances(rows[start : start + _BLOCK]) for start in range(0, len(rows), _BLOCK)]
        return blocks[0] if len(blocks) == 1 else np.concatenate([np.zeros(0), *blocks])

    def _chances(self, rows: Matrix) -> Vector:
        trees, nodes = self.feature.shape
        feature, threshold, left = self.feature.ravel(), self.threshold.ravel(), self.left.ravel()
        flat, width = rows.ravel(), rows.shape[1]
        begin = (np.arange(len(rows)) * width)[:, None]
        at = (np.arange(trees) * nodes)[None]  # the roots, which every row asks
        # (Every index is in range; "clip" is what does not look for it first.)
        for _ in range(self.depth):
            value = flat.take(begin + feature.take(at, mode="clip"), mode="clip")
            at = left.take(at, mode="clip") + (value > threshold.take(at, mode="clip"))
        found: Vector = self.chance.take(at).mean(axis=1, dtype=np.float64)
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
        chances = np.zeros(len(rows))
        asked = may_open(columns).nonzero()[0]
        chances[asked] = self.first.chances(rows[asked])
        found = np.zeros(len(rows))
        asked = (chances > OPEN).nonzero()[0]
        if len(asked):
            found[asked] = self.second.chances(np.hstack([rows[asked], agreement(chances, labels, columns)[asked]]))
        return found


def agreement(chances: Vector, labels: Sequence[Label], columns: Matrix) -> Matrix:
    """What the chances of the other lines say of each: those of its form and label, its neighbours, the next clear heads; float32 of
    shape (lines, ``AGREEMENT``)."""
    odds = log_odds(chances)
    number = len(odds)
    kinds = np.array([label.kind for label in labels])
    forms = 4 * kinds + 2 * (columns[:, GAP] > 0) + (columns[:, LENGTH] < SHORT)
    heads = (chances > _CLEAR).nonzero()[0]
    clear = len(heads)
    found = np.empty((number, AGREEMENT), np.float32)
    found[:, 0] = odds
    found[:, 1:4] = _fellows(odds.tolist(), forms.tolist())
    found[:, 4:6] = [row[:2] for row in _fellows(odds.tolist(), kinds.tolist())]
    found[0, 6] = found[-1, 7] = _NOBODY
    found[1:, 6], found[:-1, 7] = odds[:-1], odds[1:]
    places = np.arange(number)
    found[:, 8] = found[:, 9] = _FAR
    found[:, 12] = found[:, 14] = -1
    if clear:
        above, below = np.searchsorted(heads, places), np.searchsorted(heads, places, side="right")
        found[above > 0, 8] = (places - heads[above - 1])[above > 0]
        found[below < clear, 9] = heads[below[below < clear]] - places[below < clear]
        found[:, 12] = np.bincount(kinds[heads], minlength=KINDS)[kinds] / clear
        found[:, 14] = np.bincount(forms[heads], minlength=4 * KINDS)[forms] / clear
    found[:, 10], found[:, 11], found[:, 13] = clear, odds.max() - odds, chances.mean()
    found[:, 15] = number / max(1, clear)
    return found


def _fellows(odds: Sequence[float], groups: Sequence[int]) -> list[tuple[float, float, int]]:
    """Mean and largest of the log odds of each line's fellows without itself, and their number."""
    members: dict[int, list[float]] = {}
    for value, group in zip(odds, groups, strict=True):
        members.setdefault(group, []).append(value)
    known = {group: (sum(values), len(values) - 1, sorted(values)[-2:]) for group, values in members.items()}
    found: list[tuple[float, float, int]] = []
    for value, group in zip(odds, groups, strict=True):
        total, others, most = known[group]
        if others:
            found.append(((total - value) / others, most[0] if value == most[1] else most[1], others))
        else:
            found.append((_NOBODY, _NOBODY, 0))
    return found


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


def _forest(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> Forest:
    feature, threshold, left, chance = (arrays[f"{name}/{part}"] for part in ARRAYS)
    shapes = {part.shape for part in (feature, threshold, left, chance)}
    nodes = left.size
    if len(shapes) != 1 or left.ndim != 2 or not nodes or left.min() < 0 or left.max() >= nodes or feature.min() < 0:
        raise ValueError(f"the arrays of the {name} forest do not fit together")
    # As numpy's own kind of index, into which each step of each look would turn them otherwise.
    return Forest(feature.astype(np.intp), threshold, left.astype(np.intp), chance, int(arrays[f"{name}/depth"][0]))
