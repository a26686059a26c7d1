"""Classifiers by name or by directory."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path

from decisionnlp import models
from decisionnlp.classification.protocol import Classifier
from decisionnlp.classification.rule_classifier import RulesClassifier
from decisionnlp.errors import ModelError


def get_classifier(name: str | os.PathLike[str] = "linear") -> Classifier:
    """A classifier ready to predict: ``rules``, ``linear`` (the newest shipped model of that name), the name (and version) of
    any model known to ``models``, or a path to a model directory. Loaded models are kept.

    Raises:
        ModelError: no such model, or its files do not match their checksums.
    """
    if os.fspath(name) == "rules":
        return RulesClassifier()
    return _load(models.find_model(name))


@lru_cache(maxsize=4)
def _load(directory: Path) -> Classifier:
    try:
        kind = json.loads((directory / "meta.json").read_text(encoding="utf-8")).get("backend", "linear")
    except (OSError, ValueError) as error:
        raise ModelError(f"{directory}: no readable meta.json") from error
    if kind == "linear":
        from decisionnlp.classification.linear import LinearClassifier

        return LinearClassifier.load(directory)
    if kind == "rules":
        return RulesClassifier.load(directory)
    if kind == "transformer":
        # Another room's module, imported late: it needs torch.
        from importlib import import_module

        backend = import_module("decisionnlp.classification.transformer")
        classifier: Classifier = backend.TransformerClassifier.load(directory)
        return classifier
    if kind == "ensemble":
        from importlib import import_module

        both: Classifier = import_module("decisionnlp.classification.ensemble").EnsembleClassifier.load(directory)
        return both
    raise ModelError(f"{directory}: unknown backend {kind!r}")
