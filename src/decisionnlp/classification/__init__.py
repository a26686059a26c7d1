"""Which sentences decide, approve or order something, and what became of each item."""

from __future__ import annotations

from decisionnlp.classification.context import SentenceContext, contexts
from decisionnlp.classification.protocol import LABELS, Classifier, Explanation, Gold, Prediction, Reason
from decisionnlp.classification.registry import get_classifier
from decisionnlp.classification.stage import classify

__all__ = [
    "LABELS",
    "Classifier",
    "Explanation",
    "Gold",
    "Prediction",
    "Reason",
    "SentenceContext",
    "classify",
    "contexts",
    "get_classifier",
]
