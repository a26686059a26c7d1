"""Training of the ranking on key facts: strongly regularised, because bilag are few."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from decisionnlp.document import Span
from decisionnlp.models import write_manifest
from decisionnlp.summarization.centrality import vectors_of
from decisionnlp.summarization.features import features_of, names
from decisionnlp.summarization.phrases import phrase_matrix, shared_phrases
from decisionnlp.summarization.ranking import WEIGHTS, Ranker
from decisionnlp.summarization.structure import Paper

Floats = NDArray[np.float64]
STRENGTH = 0.1


@dataclass(frozen=True, slots=True)
class Lesson:
    """One paper to learn from: a row of features per candidate, its text, and the weight of the key facts each one states."""

    features: Floats
    worth: Floats
    texts: tuple[str, ...]


def lesson_of(paper: Paper, facts: Sequence[tuple[int, Sequence[Span]]]) -> Lesson:
    """``facts`` are weights with their evidence; a candidate states a fact where it covers half of one evidence span."""
    worth = np.zeros(len(paper.candidates))
    for weight, evidence in facts:
        for span in evidence:
            for candidate in paper.candidates:
                shared = min(span.end, candidate.end) - max(span.start, candidate.start)
                if 2 * shared >= len(span):
                    worth[candidate.index] = min(worth[candidate.index] + weight, 6.0)
    texts = tuple(candidate.text for candidate in paper.candidates)
    return Lesson(features_of(paper, vectors_of(texts)), worth, texts)


def fit(lessons: Sequence[Lesson], *, strength: float = STRENGTH, name: str = "fitted") -> Ranker:
    """A logistic regression whose positive examples count by the weight of their facts.

    ``strength`` is scikit-learn's ``C``: the smaller, the closer to zero the weights stay.
    """
    from sklearn.linear_model import LogisticRegression

    vocabulary = shared_phrases(lesson.texts for lesson in lessons)
    # The bias column is left to the intercept, which is not regularised.
    rows = [np.hstack([lesson.features[:, 1:], phrase_matrix(lesson.texts, vocabulary)]) for lesson in lessons]
    worth = np.concatenate([lesson.worth for lesson in lessons])
    weights = np.where(worth > 0, worth / 2.0, 1.0)
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(np.vstack(rows), worth > 0, sample_weight=weights)
    found = {"bias": float(model.intercept_[0])}
    values = [float(value) for value in model.coef_[0]]
    plain = len(names()) - 1
    found.update(zip(names()[1:], values[:plain], strict=True))
    return Ranker(name, found, dict(zip(vocabulary, values[plain:], strict=True)))


def save(ranker: Ranker, directory: Path, meta: dict[str, Any]) -> None:
    """Write a model directory with manifest; ``meta`` says what it was trained on and how it did."""
    directory.mkdir(parents=True, exist_ok=True)
    weights, phrases = (
        {name: round(value, 5) for name, value in part.items()} for part in (ranker.weights, ranker.phrases)
    )
    for file, content in ((WEIGHTS, {"weights": weights, "phrases": phrases}), ("meta.json", meta)):
        (directory / file).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write_manifest(directory)
