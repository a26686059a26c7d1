"""The arrays that folds are cut from say what a slow reading of the rows says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionnlp.classification.feature_table import FeatureTable
from decisionnlp.classification.features import GROUPS

_FEATURES = [f"{group}:{number}" for group in ("w", "b", "r", "n") for number in range(4)]
_ROWS = st.lists(st.lists(st.sampled_from(_FEATURES), unique=True, max_size=8), min_size=1, max_size=12)


def slow_vocabulary(rows: Sequence[Sequence[str]], minimum: float, mass: Sequence[float]) -> list[str]:
    total: dict[str, float] = {}
    for row, weight in zip(rows, mass, strict=True):
        for feature in set(row):
            total[feature] = total.get(feature, 0.0) + weight
    return sorted(feature for feature, weight in total.items() if weight >= minimum)


def slow_matrix(lists: Sequence[Sequence[str]], words: Sequence[str]) -> list[list[float]]:
    found = []
    for row in lists:
        known = [feature for feature in row if feature in words]
        size = {group: sum(feature[0] == group for feature in known) for group in GROUPS}
        found.append([GROUPS[word[0]][0] / size[word[0]] ** 0.5 if word in known else 0.0 for word in words])
    return found


@settings(deadline=None)
@given(lists=_ROWS, data=st.data())
def test_against_a_slow_reading(lists: list[list[str]], data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.integers(0, len(lists) - 1), min_size=1, unique=True).map(sorted))
    mass = data.draw(st.lists(st.sampled_from([0.5, 1.0]), min_size=len(rows), max_size=len(rows)))
    table, chosen = FeatureTable(lists), [lists[row] for row in rows]
    words = table.vocabulary(np.array(rows), 1.0, np.array(mass))
    assert words == slow_vocabulary(chosen, 1.0, mass)
    others = np.arange(len(lists))
    assert table.matrix(others, words).toarray() == pytest.approx(
        np.array(slow_matrix(lists, words)).reshape(len(lists), len(words))
    )


def test_words_that_no_row_has_and_rows_without_words() -> None:
    table = FeatureTable([["w:a"], []])
    assert table.matrix(np.array([0, 1]), ["w:a", "w:z"]).toarray().tolist() == [[1.0, 0.0], [0.0, 0.0]]
    assert table.vocabulary(np.array([1]), 0.5, np.array([1.0])) == []
