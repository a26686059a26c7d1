"""What a reader asks for: decisions, economy, actions, or the agenda item that the bilag belongs to."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from decisionnlp.errors import InputError, no_such
from decisionnlp.summarization.centrality import Vectors
from decisionnlp.summarization.features import names

Focus = Literal["decisions", "economy", "actions"]
FOCUSES: tuple[str, ...] = get_args(Focus)

# What each focus adds to the logit of a sentence that shows the feature, and takes from the others (``bias``).
_WEIGHTS: dict[str, dict[str, float]] = {
    "decisions": {"cue_proposal": 2.0, "cue_decision": 2.2, "cue_alternative": 1.0, "cue_condition": 0.4, "under_proposal": 0.6, "bias": -1.0},
    "economy": {"money": 1.8, "cue_finance": 1.2, "money_finance": 0.6, "under_economy": 0.8, "cue_consequence": 0.3, "bias": -1.4},
    "actions": {"cue_next": 1.4, "cue_obligation": 0.6, "cue_time_ahead": 0.8, "ahead_next": 0.6, "ahead_obligation": 0.6, "day": 0.6, "deadline": 0.6, "cue_actor": 0.4, "under_next": 1.0, "bias": -1.4},
}  # fmt: skip
# Per cosine with what the item says, and what is taken from all sentences, so that those that speak of something else fall behind.
_TITLE = (4.0, -0.8)
_RECOMMENDATION = (7.0, -1.2)


def check_focus(focus: str | None) -> None:
    """Raises:
    InputError: there is no such focus.
    """
    if focus is not None and focus not in FOCUSES:
        raise InputError("", no_such("focus", focus, FOCUSES))


def lean(
    features: NDArray[np.float64], vectors: Vectors, *, focus: str | None, title: str | None, recommendation: str | None
) -> NDArray[np.float64]:
    """What the reader's question adds to the logits; zeros where there is none."""
    added = np.zeros(len(features))
    if focus is not None:
        columns = {name: place for place, name in enumerate(names())}
        for name, weight in _WEIGHTS[focus].items():
            added += weight * features[:, columns[name]]
    for words, (weight, bias) in ((title, _TITLE), (recommendation, _RECOMMENDATION)):
        if words:
            added += weight * vectors.to_query(words) + bias
    return added
