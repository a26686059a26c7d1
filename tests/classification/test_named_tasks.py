"""A sentence that is nearly a task and names who acts."""

import pytest

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.named_tasks import BY_OWNER, NEARLY, with_named_tasks
from decisionnlp.classification.protocol import LABELS, Prediction
from decisionnlp.document import Label, Subtype

A, D, F = LABELS


def predicted(chance: float, labels: tuple[Label, ...] = ()) -> Prediction:
    return Prediction({A: 0.01, D: 0.1, F: chance}, labels, dict.fromkeys(labels, Subtype.ADOPTED))


@pytest.mark.parametrize(
    ("text", "chance", "labels", "expected"),
    [
        ("Bodil hører, om hallen er ledig.", 0.3, (), (F,)),
        ("KT bestiller kagerne.", NEARLY, (), (F,)),
        ("Vi rykker hækken en meter ind.", 0.3, (), (F,)),
        ("Bådlauget bedes om at rydde broen.", 0.3, (), (F,)),
        ("Bodil hører, om hallen er ledig.", NEARLY - 0.01, (), ()),  # too far from a task
        ("Bodil hører, om hallen er ledig.", 0.3, (D,), (D,)),  # it is something already
        ("Hallen er ledig i uge 9.", 0.3, (), ()),  # nobody acts
        ("Bodil oplyste, at hallen er ledig.", 0.3, (), ()),  # who speaks does not act
        ("Kommunen melder lukkedage ud.", 0.4, (), ()),  # of units as much is told as ordered
        ("Bodil: hallen er ledig.", 0.4, (), ()),
    ],
)
def test_owner_settles_what_is_nearly_a_task(text, chance, labels, expected):
    (given,) = with_named_tasks([SentenceContext(text)], [predicted(chance, labels)])
    assert given.labels == expected
    if expected == (F,):
        assert given.by == {F: BY_OWNER}
        assert given.subtypes == {F: Subtype.ASSIGNMENT}
        assert given.probabilities[F] == chance
