"""Labels and outcome of an item say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

import decisionnlp
from decisionnlp.classification.item_numbers import ALL_SUBTYPES
from decisionnlp.classification.outcomes import BY_OUTCOME, agreeing, completion, resolves
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


def _unlabelled(approval: float, decision: float, labels: tuple[Label, ...] = ()) -> Prediction:
    chances = {Label.APPROVAL: approval, Label.DECISION: decision, Label.FOLLOW_UP: 0.4}
    return Prediction(chances, labels)


@pytest.mark.parametrize(
    ("outcome", "predictions", "lacking"),
    [
        # The likeliest sentence carries what the outcome needs.
        (Outcome.DECIDED, [_unlabelled(0.0, 0.2), _unlabelled(0.0, 0.3)], (1, Label.DECISION)),
        (Outcome.DEFERRED, [_unlabelled(0.0, 0.3), _unlabelled(0.0, 0.2)], (0, Label.DECISION)),
        (Outcome.APPROVED, [_unlabelled(0.2, 0.3)], (0, Label.APPROVAL)),
        # Beside a task, and beside an approval of something else.
        (Outcome.DECIDED, [_unlabelled(0.0, 0.2, (Label.FOLLOW_UP,))], (0, Label.DECISION)),
        (Outcome.REJECTED, [_unlabelled(0.9, 0.2, (Label.APPROVAL,))], (0, Label.DECISION)),
        # Nothing lacks, nothing could be it, nothing is needed, nothing was said.
        (Outcome.DECIDED, [_unlabelled(0.0, 0.3), _unlabelled(0.0, 0.9, (Label.DECISION,))], None),
        (Outcome.DECIDED, [_unlabelled(0.0, 0.19)], None),
        (Outcome.APPROVED, [_unlabelled(0.15, 0.0)], None),
        (Outcome.DISCUSSED, [_unlabelled(0.3, 0.3)], None),
        (Outcome.DECIDED, [], None),
    ],
)
def test_the_sentence_that_a_clear_outcome_asks_for(
    outcome: Outcome, predictions: list[Prediction], lacking: tuple[int, Label] | None
) -> None:
    assert completion(predictions, outcome) == lacking
    found = agreeing(predictions, outcome)
    for place, (before, after) in enumerate(zip(predictions, found, strict=True)):
        gained = set(after.labels) - set(before.labels)
        assert gained == ({lacking[1]} if lacking is not None and place == lacking[0] else set())
        assert all(after.by[label] == BY_OUTCOME and label in after.subtypes for label in gained)


def test_the_subtype_given_is_the_likeliest_that_means_the_outcome() -> None:
    evidence = dict.fromkeys(ALL_SUBTYPES, 0.0) | {
        Subtype.REJECTED: 0.3,
        Subtype.APPOINTED: 0.2,
        Subtype.DELEGATED: 0.1,
    }
    chances = {Label.APPROVAL: 0.0, Label.DECISION: 0.3, Label.FOLLOW_UP: 0.0}
    given = Prediction(chances, evidence=tuple(evidence.values()))
    (decided,) = agreeing([given], Outcome.DECIDED)
    assert decided.subtypes == {Label.DECISION: Subtype.APPOINTED}
    (returned,) = agreeing([given], Outcome.RETURNED)
    assert returned.subtypes[Label.DECISION] in (Subtype.RETURNED, Subtype.REFERRED)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_no_discussed_item_holds_a_resolution(path: Path) -> None:
    for item in decisionnlp.analyze(path).items:
        if item.outcome in (Outcome.DISCUSSED, Outcome.NONE):
            found = [score.subtype for s in item.sentences for score in s.labels if score.label is Label.DECISION]
            assert set(found) <= {Subtype.REJECTED}, item.title
