"""Classifiers by name or by directory."""

from __future__ import annotations

from pathlib import Path

from decisionnlp.classification.protocol import Classifier
from decisionnlp.classification.rule_classifier import RulesClassifier
from decisionnlp.errors import ModelError


def get_classifier(name: str | Path = "rules") -> Classifier:
    """The classifier of that name (``rules``), or the model in a directory.

    Raises:
        ModelError: no such classifier, or its files do not match their checksums.
    """
    if str(name) == "rules":
        return RulesClassifier()
    raise ModelError(f"no classifier named {name!r}")
