"""What a sentence is worth to a decision-maker: a linear model over plain features, trained on key facts, checked by sha256."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from decisionnlp.errors import ModelError
from decisionnlp.models import find_model, verify
from decisionnlp.summarization.features import names
from decisionnlp.summarization.phrases import phrase_worth

DEFAULT_RANKER = "summary"
WEIGHTS = "weights.json"
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ranker:
    """``weights`` by feature name, ``phrases`` by phrase (``summarization.phrases``).

    The score of a sentence is the logistic of their sum: how likely it states a key fact.
    """

    name: str
    weights: dict[str, float]
    phrases: dict[str, float] = field(default_factory=dict)

    def logits(self, features: Floats, texts: Sequence[str]) -> Floats:
        """One number per sentence: a row of ``features`` (columns are ``features.names()``) with its text."""
        plain = features @ np.array([self.weights.get(name, 0.0) for name in names()])
        return np.asarray(plain + phrase_worth(texts, self.phrases), float)

    def scores(self, features: Floats, texts: Sequence[str]) -> Floats:
        """Each in [0, 1]."""
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(self.logits(features, texts), -30.0, 30.0))), float)


def load_ranker(name: str | os.PathLike[str] = DEFAULT_RANKER) -> Ranker:
    """The ranker in a model directory (``models.find_model``).

    Raises:
        ModelError: there is none of that name, its checksums do not match, or it was trained for other features.
    """
    return _load(find_model(name))


@lru_cache(maxsize=4)
def _load(directory: Path) -> Ranker:
    verify(directory)
    try:
        data = json.loads((directory / WEIGHTS).read_text(encoding="utf-8"))
        weights = {str(name): float(value) for name, value in data["weights"].items()}
        phrases = {str(phrase): float(value) for phrase, value in data.get("phrases", {}).items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise ModelError(f"{directory}: no readable {WEIGHTS}") from error
    unknown = sorted(set(weights) - set(names()))
    if unknown:
        raise ModelError(f"{directory}: trained for features this version does not compute ({', '.join(unknown[:3])})")
    return Ranker(directory.name, weights, phrases)
