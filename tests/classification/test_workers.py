"""Learning on several processors gives what learning on one gives, bit for bit."""

from __future__ import annotations

import operator

import numpy as np
import pytest

from decisionnlp.classification import fitting
from decisionnlp.classification.workers import side_by_side, workers
from tests.classification.builders import training_rows


def test_results_come_in_the_order_of_the_jobs() -> None:
    jobs = [(number, 2) for number in range(5)]
    assert side_by_side(operator.mul, iter(jobs), 2) == side_by_side(operator.mul, jobs, 1) == [0, 2, 4, 6, 8]


def test_few_sentences_are_learned_from_in_this_process() -> None:
    assert workers(100) == 1
    assert workers(100_000) >= 1


def test_weights_do_not_depend_on_the_number_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    contexts, gold, groups = training_rows()
    alone = fitting.fit_linear(contexts, gold, groups)
    monkeypatch.setattr(fitting, "workers", lambda _: 2)
    beside = fitting.fit_linear(contexts, gold, groups)
    assert alone.vocabulary == beside.vocabulary
    for name in ("weights", "bias", "hidden", "hidden_out", "zone", "platt", "thresholds"):
        assert np.array_equal(getattr(alone, name), getattr(beside, name)), name
