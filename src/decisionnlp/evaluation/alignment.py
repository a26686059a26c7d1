"""Which predicted record answers which gold record: one to one, by overlap of their spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """Anything with a place in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


G = TypeVar("G", bound=Spanned)
P = TypeVar("P", bound=Spanned)


def overlap(one: Spanned, other: Spanned) -> int:
    """How many characters the two share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def half_of_shorter(gold: Spanned, predicted: Spanned) -> bool:
    """They share at least half of the shorter one."""
    return 2 * overlap(gold, predicted) >= min(gold.end - gold.start, predicted.end - predicted.start) > 0


def half_of_both(gold: Spanned, predicted: Spanned) -> bool:
    """Intersection over union of at least one half."""
    shared = overlap(gold, predicted)
    return 2 * shared >= (gold.end - gold.start) + (predicted.end - predicted.start) - shared > 0


def any_overlap(gold: Spanned, predicted: Spanned) -> bool:
    """Whether the two share a character."""
    return overlap(gold, predicted) > 0


def pair_up(
    gold: Sequence[G], predicted: Sequence[P], fits: Callable[[G, P], bool] = half_of_shorter
) -> list[tuple[int, int]]:
    """Index pairs ``(gold, predicted)``, one to one, the largest overlaps first among those that ``fits``."""
    order = sorted(range(len(predicted)), key=lambda index: predicted[index].start)
    starts = [predicted[index].start for index in order]
    longest = max((span.end - span.start for span in predicted), default=0)
    candidates = []
    for number, wanted in enumerate(gold):
        position = bisect_left(starts, wanted.start - longest)
        while position < len(order) and starts[position] < wanted.end:
            index = order[position]
            if fits(wanted, predicted[index]):
                candidates.append((-overlap(wanted, predicted[index]), number, index))
            position += 1
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, number, index in sorted(candidates):
        if number not in used_gold and index not in used_predicted:
            pairs.append((number, index))
            used_gold.add(number)
            used_predicted.add(index)
    return sorted(pairs)
