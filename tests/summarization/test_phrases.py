"""Words and pairs of words that many papers share."""

import numpy as np
import pytest

from decisionnlp.summarization.phrases import SCALE, phrase_matrix, phrase_worth, phrases_of, shared_phrases


def test_phrases() -> None:
    assert phrases_of("Det koster 1,5 mio.") == ["#", "# mio", "det", "det koster", "koster", "koster #", "mio"]
    assert phrases_of("") == []


def test_only_what_many_papers_share() -> None:
    papers = [["Skolen lukkes.", "Skolen lukkes nu."], ["Broen lukkes."], ["Vejen åbnes."]]
    # Twice in one paper is once.
    assert shared_phrases(papers, 2) == ["lukkes"]
    assert shared_phrases(papers, 4) == []


def test_worth_is_that_of_the_matrix() -> None:
    texts = ["Skolen lukkes nu", "Broen", "Skolen lukkes"]
    weights = {"lukkes": 2.0, "nu": -1.0, "skolen": 0.5, "skolen lukkes": 1.0}
    matrix = phrase_matrix(texts, list(weights))
    assert np.linalg.norm(matrix, axis=1) == pytest.approx([SCALE, 0.0, SCALE])
    # four phrases of together 2.5, none, and three of together 3.5
    expected = [SCALE * 2.5 / 2.0, 0.0, SCALE * 3.5 / np.sqrt(3)]
    assert phrase_worth(texts, weights) == pytest.approx(expected)
    assert matrix @ np.array(list(weights.values())) == pytest.approx(expected)
    assert phrase_worth(texts, {}).tolist() == [0.0, 0.0, 0.0]
