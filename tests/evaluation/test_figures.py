from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, cohen_kappa_score

from decisionnlp.corpus.agreement import kappa
from decisionnlp.document import Span
from decisionnlp.evaluation.alignment import any_overlap, half_of_both, half_of_shorter, pair_up
from decisionnlp.evaluation.bootstrap import difference, f1_draws, interval
from decisionnlp.evaluation.figures import Counts, accuracy, add_up, average_precision, calibration_error, macro


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        (Counts(8, 2, 4), 0.8, 8 / 12, 16 / 22),
        (Counts(0, 3, 0), 0.0, None, 0.0),
        (Counts(0, 0, 3), None, 0.0, 0.0),
        (Counts(), None, None, None),
        (accuracy(3, 1), 0.75, 0.75, 0.75),
    ],
)
def test_figures_of_counts(counts: Counts, precision: float | None, recall: float | None, f1: float | None) -> None:
    assert (counts.precision, counts.recall) == (precision, recall)
    assert counts.f1 == (None if f1 is None else pytest.approx(f1))


def test_macro_is_undefined_where_a_part_is() -> None:
    assert macro({"labels/A": Counts(1, 0, 0), "labels/B": Counts(1, 1, 1)}, "labels") == pytest.approx((1 + 0.5) / 2)
    assert macro({"labels/A": Counts(1, 0, 0), "labels/B": Counts()}, "labels") is None
    assert macro({}, "labels") is None


def test_counts_add_up() -> None:
    assert add_up([{"a": Counts(1, 2, 3)}, {"a": Counts(1, 0, 0), "b": Counts(0, 0, 1)}]) == {
        "a": Counts(2, 2, 3),
        "b": Counts(0, 0, 1),
    }


def test_calibration_error_by_hand() -> None:
    # Bin 0.9-1.0: two pairs say .95 and one is true: |1.9 - 1| = 0.9. Bin 0.1-0.2: one pair says .15, none true: 0.15.
    assert calibration_error([(0.95, True), (0.95, False), (0.15, False)]) == pytest.approx((0.9 + 0.15) / 3)
    assert calibration_error([]) is None
    assert calibration_error([(1.0, True), (0.0, False)]) == 0


@given(st.lists(st.tuples(st.floats(0, 1, width=16), st.booleans()), min_size=2, max_size=30, unique_by=lambda p: p[0]))
def test_average_precision_is_that_of_scikit_learn(pairs: list[tuple[float, bool]]) -> None:
    if any(true for _, true in pairs):
        wanted = average_precision_score([true for _, true in pairs], [score for score, _ in pairs])
        assert average_precision(pairs) == pytest.approx(wanted)
    else:
        assert average_precision(pairs) is None


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=40))
def test_kappa_is_that_of_scikit_learn(pairs: list[tuple[bool, bool]]) -> None:
    table = [
        sum(pair == wanted for pair in pairs) for wanted in ((True, True), (True, False), (False, True), (False, False))
    ]
    found = kappa(table)
    values = {value for pair in pairs for value in pair}
    if len(values) == 1:
        assert found is None
    else:
        wanted = cohen_kappa_score([one for one, _ in pairs], [other for _, other in pairs])
        assert found == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("gold", "found", "shorter", "both", "touch"),
    [
        (Span(0, 10), Span(0, 10), True, True, True),
        (Span(0, 10), Span(0, 5), True, True, True),
        (Span(0, 10), Span(0, 4), True, False, True),
        (Span(0, 10), Span(6, 20), False, False, True),
        (Span(0, 10), Span(10, 20), False, False, False),
    ],
)
def test_what_counts_as_the_same_stretch(gold: Span, found: Span, shorter: bool, both: bool, touch: bool) -> None:
    assert (half_of_shorter(gold, found), half_of_both(gold, found), any_overlap(gold, found)) == (shorter, both, touch)


def test_pairs_are_one_to_one_and_the_largest_overlap_wins() -> None:
    gold = [Span(0, 10), Span(10, 20)]
    found = [Span(8, 20), Span(0, 9), Span(30, 40)]
    assert pair_up(gold, found, any_overlap) == [(0, 1), (1, 0)]
    assert pair_up([], found) == []


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=12)


@given(spans, spans)
def test_pairing_against_a_slow_reference(gold: list[Span], found: list[Span]) -> None:
    """Greedy by overlap over all pairs, as the fast path promises."""
    candidates = sorted(
        (-min(g.end, f.end) + max(g.start, f.start), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if half_of_shorter(g, f)
    )
    pairs: list[tuple[int, int]] = []
    for _, i, j in candidates:
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    assert pair_up(gold, found) == sorted(pairs)


def test_bootstrap_of_equal_documents_has_no_spread() -> None:
    documents = [{"a": Counts(3, 1, 1)}] * 5
    bounds = interval(f1_draws(documents, "a", draws=200))
    assert bounds == (pytest.approx(0.75), pytest.approx(0.75))
    assert interval(np.array([np.nan, np.nan, 0.5])) is None


def test_the_same_seed_gives_the_same_draws() -> None:
    documents = [{"a": Counts(3, 1, 1)}, {"a": Counts(0, 2, 5)}, {"a": Counts(4, 0, 0)}]
    assert (f1_draws(documents, "a", seed=1) == f1_draws(documents, "a", seed=1)).all()
    assert difference(documents, documents, lambda part: f1_draws(part, "a")) == (0.0, 0.0)
    with pytest.raises(ValueError, match="paired"):
        difference(documents, documents[:2], lambda part: f1_draws(part, "a"))
