"""The second look: a sentence's scores beside those of the other sentences of its zone.

*Godkendt.* before it makes a further decision less likely, a bare deferral after it makes a task less likely. The numbers
here are features of a small logistic regression over first-look logits (see ``linear.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.protocol import LABELS
from decisionnlp.document import SUBTYPES

ABSENT = -6.0
LIMIT = 9.0
NAMES = tuple(
    [f"own:{n}" for n in "ADF"]
    + [f"before:{n}" for n in "ADF"]
    + [f"after:{n}" for n in "ADF"]
    + [f"others:{n}" for n in "ADF"]
    + [f"earlier:{n}" for n in "ADF"]
    + ["first", "last", "only", "length"]
    + [f"own-later:{n}" for n in "ADF"]
    + ["A*D", "D*F", "A*F"]
    + [f"sure:{n}" for n in "ADF"]
    + [f"likely:{n}" for n in "ADF"]
    + [f"label:{n}" for n in "ADF"]
    + [f"kinds:{n}" for n in "ADF"]
)  # fmt: skip


def _three(name: str) -> slice:
    return slice(NAMES.index(name), NAMES.index(name) + 3)


_OWN, _BEFORE, _AFTER, _OTHERS, _EARLIER = map(_three, ("own:A", "before:A", "after:A", "others:A", "earlier:A"))
_FIRST = NAMES.index("first")  # and behind it last, only, length
_LATER, _PAIRS, _SURE, _LIKELY = map(_three, ("own-later:A", "A*D", "sure:A", "likely:A"))
_GIVEN, _KINDS = map(_three, ("label:A", "kinds:A"))


def zone_numbers(contexts: Sequence[SentenceContext]) -> list[int]:
    """A number per context: equal for those of one zone. Contexts must come in document order."""
    found: list[int] = []
    number = 0
    for index, context in enumerate(contexts):
        if index:
            before = contexts[index - 1]
            follows = context.position == before.position + 1 and context.zone_length == before.zone_length
            if not follows or context.start < before.start or context.item_title != before.item_title:
                number += 1
        found.append(number)
    return found


def _kinds(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """``[n, 3]``: what a label's subtypes say together, as one logit. A DECISION is a deferral or a refusal or an election or …:
    many small concepts that one plane does not cut out."""
    odds = np.exp(_limited(logits))
    found, start = np.empty((len(logits), len(LABELS))), len(LABELS)
    for column, label in enumerate(LABELS):
        end = start + len(SUBTYPES[label])
        found[:, column] = np.log(odds[:, start:end].sum(axis=1))
        start = end
    return found


def _limited(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.minimum(np.maximum(logits, -LIMIT), LIMIT))


def zone_features(logits: NDArray[np.float64], zones: Sequence[int]) -> NDArray[np.float64]:
    """First-look logits (``[n, 3 + 16 + …]``: the labels, then their subtypes) into ``[n, len(NAMES)]`` numbers; ``zones`` as from
    :func:`zone_numbers`."""
    labels, kinds = logits[:, : len(LABELS)], _kinds(logits)
    scores = _limited((labels + kinds) / 2)
    count = len(scores)
    rows = np.zeros((count, len(NAMES)))
    rows[:, _OWN] = scores
    rows[:, _BEFORE.start : _EARLIER.stop] = ABSENT
    rows[:, _GIVEN], rows[:, _KINDS] = labels, kinds
    sizes: list[int] = []
    start = 0
    while start < count:
        end = start
        while end < count and zones[end] == zones[start]:
            end += 1
        sizes += [end - start] * (end - start)
        if end - start > 1:  # most zones are one sentence
            block, part = scores[start:end], rows[start:end]
            part[1:, _BEFORE] = block[:-1]
            part[:-1, _AFTER] = block[1:]
            order = np.sort(block, axis=0)
            part[:, _OTHERS] = np.where(block >= order[-1], order[-2], order[-1])
            part[1:, _EARLIER] = np.maximum(np.maximum.accumulate(block[:-1], axis=0), ABSENT)
            part[1:, _LATER] = block[1:]
        rows[start, _FIRST] = rows[end - 1, _FIRST + 1] = 1.0
        start = end
    size = np.array(sizes)
    rows[:, _FIRST + 2], rows[:, _FIRST + 3] = size == 1, np.minimum(size, 10) / 10
    first, second, third = scores.T
    pairs = rows[:, _PAIRS]
    pairs[:, 0], pairs[:, 1], pairs[:, 2] = first * second / 6, second * third / 6, first * third / 6
    rows[:, _SURE] = np.maximum(scores, 0)
    rows[:, _LIKELY] = np.maximum(scores + 3, 0)
    return rows
