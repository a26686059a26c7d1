"""Labels and outcome of an item say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

import decisionnlp
from decisionnlp.classification.outcomes import agreeing, resolves
from decisionnlp.classification.protocol import Prediction
from decisionnlp.document import Label, Outcome, Subtype

EXAMPLES = Path(__file__).parents[2] / "examples"


def _decision(probability: float, subtype: Subtype = Subtype.OWN_RESOLUTION) -> Prediction:
    chances = {Label.APPROVAL: 0.0, Label.DECISION: probability, Label.FOLLOW_UP: 0.9}
    return Prediction(chances, (Label.DECISION, Label.FOLLOW_UP), {Label.DECISION: subtype})


@pytest.mark.parametrize(
    ("probability", "subtype", "settled"),
    [
        (0.66, Subtype.OWN_RESOLUTION, True),
        (0.64, Subtype.OWN_RESOLUTION, False),
        (0.99, Subtype.REJECTED, False),
        (0.99, Subtype.CHOSEN_OPTION, True),
    ],
)
def test_only_a_sure_resolution_settles_the_item(probability: float, subtype: Subtype, settled: bool) -> None:
    assert resolves([_decision(probability, subtype)]) is settled


@pytest.mark.parametrize(
    ("outcome", "probability", "subtype", "kept"),
    [
        (Outcome.DISCUSSED, 0.5, Subtype.OWN_RESOLUTION, False),
        (Outcome.NONE, 0.5, Subtype.OWN_RESOLUTION, False),
        (Outcome.DECIDED, 0.5, Subtype.OWN_RESOLUTION, True),
        (Outcome.DISCUSSED, 0.5, Subtype.REJECTED, True),
        (Outcome.DISCUSSED, 0.7, Subtype.OWN_RESOLUTION, True),
    ],
)
def test_an_unsure_decision_of_a_discussed_item_is_withdrawn(
    outcome: Outcome, probability: float, subtype: Subtype, kept: bool
) -> None:
    (given,) = agreeing([_decision(probability, subtype)], outcome)
    assert (Label.DECISION in given.labels) is kept
    assert Label.FOLLOW_UP in given.labels


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_no_discussed_item_holds_a_resolution(path: Path) -> None:
    for item in decisionnlp.analyze(path).items:
        if item.outcome in (Outcome.DISCUSSED, Outcome.NONE):
            found = [score.subtype for s in item.sentences for score in s.labels if score.label is Label.DECISION]
            assert set(found) <= {Subtype.REJECTED}, item.title
