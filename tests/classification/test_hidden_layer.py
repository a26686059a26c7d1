"""The hidden layer: what no plane cuts out, the same bytes twice, and answers that are not known."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from decisionnlp.classification import hidden_layer
from decisionnlp.classification.hidden_layer import Descent, fit_hidden_layer


def _either_but_not_both(count: int) -> tuple[csr_matrix, np.ndarray]:
    """Two signs of which one alone means yes; a third that means nothing."""
    generator = np.random.default_rng(1)
    signs = generator.integers(0, 2, (count, 3))
    shown = np.hstack((signs, 1 - signs)).astype(np.float64)
    return csr_matrix(shown), (signs[:, 0] != signs[:, 1]).astype(np.float64)


def test_signs_that_mean_something_only_together_are_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    from sklearn.linear_model import LogisticRegression

    monkeypatch.setattr(hidden_layer, "RATE", 1e-2)
    known, wanted = _either_but_not_both(600)
    layer = fit_hidden_layer(known, wanted[:, None], np.ones((600, 1)), 0, Descent(epochs=40))
    right = ((layer.scores(known)[:, 0] > 0) == (wanted > 0)).mean()
    plane = LogisticRegression().fit(known, wanted).score(known, wanted)
    assert plane < 0.65
    assert right > 0.99


def test_the_same_seed_gives_the_same_bytes_and_another_does_not() -> None:
    known, wanted = _either_but_not_both(200)
    layers = [fit_hidden_layer(known, wanted[:, None], np.ones((200, 1)), seed) for seed in (0, 0, 1)]
    first, again, other = (b"".join(t.tobytes() for t in (x.into, x.bias, x.out, x.out_bias)) for x in layers)
    assert first == again
    assert first != other


def test_it_has_as_many_units_as_asked_and_says_the_same_of_dense_rows() -> None:
    known, wanted = _either_but_not_both(100)
    layer = fit_hidden_layer(known, wanted[:, None], np.ones((100, 1)), 0, Descent(units=7, epochs=1))
    assert layer.into.shape == (6, 7)
    assert layer.outputs(known.toarray()) == pytest.approx(layer.scores(known))
    assert layer.outputs(known.toarray()[3]) == pytest.approx(layer.scores(known)[3])


def test_answers_that_weigh_nothing_teach_nothing() -> None:
    known, wanted = _either_but_not_both(200)
    mass = np.ones((200, 2))
    mass[:, 1] = 0.0
    one, two = (
        fit_hidden_layer(known, np.stack((wanted, unknown), axis=1), mass, 0)
        for unknown in (np.zeros(200), np.ones(200))
    )
    assert np.array_equal(one.into, two.into)


@pytest.mark.parametrize(("logit", "chance"), [(0.0, 0.5), (2.0, 0.8808), (-2.0, 0.1192), (8.0, 0.9997), (-100.0, 0.0)])
def test_chance_is_the_logistic_function_to_three_digits(logit: float, chance: float) -> None:
    assert hidden_layer._chance(np.array([logit]))[0] == pytest.approx(chance, abs=1e-3)
