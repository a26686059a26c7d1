"""Runs of one to three words: as features, and as a table in which a model finds its own without spelling any out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, repeat

import numpy as np
from numpy.typing import NDArray

# Stand for the ends of a sentence in runs of two and three words.
_FIRST, _LAST = "^", "$"


def ngrams(words: Sequence[str]) -> list[str]:
    """``w:`` each word, ``b:`` each run of two and of three words, the ends of the sentence marked."""
    padded = [_FIRST, *words, _LAST]
    pairs = [f"b:{first} {second}" for first, second in pairwise(padded)]
    return [
        *(f"w:{word}" for word in words),
        *pairs,
        *(f"{pair} {third}" for pair, third in zip(pairs, padded[2:], strict=False)),
    ]


class NgramTable:
    """The places of a vocabulary's runs of two and three words. The words of runs are numbered from 1, and a run is one number made of
    theirs: all runs of a document are looked up in one step in a sorted array, which lies closer together than dictionaries do."""

    __slots__ = ("_base", "_ends", "_keys", "_numbers", "_places")

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        runs = [(feature[2:].split(" "), place) for feature, place in vocabulary.items() if feature.startswith("b:")]
        runs = [(run, place) for run, place in runs if len(run) in (2, 3)]
        numbers = dict.fromkeys(word for run, _ in runs for word in run)
        self._numbers = {word: number for number, word in enumerate(numbers, start=1)}
        self._ends = self._numbers.get(_FIRST, 0), self._numbers.get(_LAST, 0)
        self._base = len(numbers) + 1
        find = self._numbers.get
        parts = np.array([[*map(find, run), 0][:3] for run, _ in runs], dtype=np.int64).reshape(-1, 3)
        keys = (parts[:, 0] * self._base + parts[:, 1]) * self._base + parts[:, 2]
        order = keys.argsort()
        # Behind all others one that no run has, so that each search ends within.
        self._keys = np.append(keys[order], np.iinfo(np.int64).max)
        self._places = np.append(np.array([place for _, place in runs], dtype=np.int64)[order], -1)

    def places(self, rows: Sequence[Sequence[str]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places of the runs in ``rows`` of words (see :func:`ngrams`) that the vocabulary holds, some more than once, and before them
        for each the row in which it stands."""
        find, (first, last) = self._numbers.get, self._ends
        numbers: list[int] = []
        for words in rows:
            numbers.append(first)
            numbers.extend(map(find, words, repeat(0)))
            numbers.append(last)
        owner = np.repeat(np.arange(len(rows)), [len(words) + 2 for words in rows])
        seen = np.array(numbers, dtype=np.int64)
        # (No run goes over the end of a row: none has the end of a sentence before its last word, nor the beginning behind its first.)
        pairs = (seen[:-1] * self._base + seen[1:]) * self._base
        keys = np.concatenate((pairs, pairs[:-1] + seen[2:]))
        spots = self._keys.searchsorted(keys)
        known = self._keys[spots] == keys
        return np.concatenate((owner[:-1], owner[:-2]))[known], self._places[spots[known]]
