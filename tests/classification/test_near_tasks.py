"""A sentence that is nearly a task, and names who acts or sets a limit."""

import pytest

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.near_tasks import BARELY, BY_LIMIT, BY_OWNER, NEARLY, settled_tasks
from decisionnlp.classification.protocol import LABELS, Prediction
from decisionnlp.document import Label, Subtype

A, D, F = LABELS


def predicted(chance: float, labels: tuple[Label, ...] = ()) -> Prediction:
    return Prediction({A: 0.01, D: 0.1, F: chance}, labels, dict.fromkeys(labels, Subtype.ADOPTED))


@pytest.mark.parametrize(
    ("text", "chance", "labels", "by"),
    [
        ("Bodil hører, om hallen er ledig.", 0.3, (), BY_OWNER),
        ("KT bestiller kagerne.", NEARLY, (), BY_OWNER),
        ("Vi rykker hækken en meter ind.", 0.3, (), BY_OWNER),
        ("Bådlauget bedes om at rydde broen.", 0.3, (), BY_OWNER),
        ("Ny vagtliste til næste møde.", 0.3, (), BY_LIMIT),
        ("Svaret skal i posten senest den 4. maj.", 0.3, (), BY_LIMIT),
        ("Det bliver rettet snarest.", 0.3, (), BY_LIMIT),
        ("Gulvet lægges, når malerne er færdige.", 0.3, (), BY_LIMIT),
        ("Bodil hører, om hallen er ledig.", NEARLY - 0.01, (), None),  # too far from a task
        ("Bodil hører, om hallen er ledig.", 0.3, (D,), None),  # it is something already
        ("Hallen er ledig i uge 9.", 0.3, (), None),  # nobody acts
        ("Festen holdes den 3. maj.", 0.3, (), None),  # a day is no limit
        ("Bodil oplyste, at hallen er ledig.", 0.3, (), None),  # who speaks does not act
        ("Kommunen melder lukkedage ud.", 0.4, (), None),  # of units as much is told as ordered
        ("Bodil: hallen er ledig.", 0.4, (), None),
    ],
)
def test_owner_or_limit_settles_what_is_nearly_a_task(text, chance, labels, by):
    before = predicted(chance, labels)
    (given,) = settled_tasks([SentenceContext(text)], [before])
    if by is None:
        assert given == before
    else:
        assert given.labels == (F,)
        assert given.by == {F: by}
        assert given.subtypes == {F: Subtype.ASSIGNMENT}
        assert given.probabilities[F] == chance


@pytest.mark.parametrize(
    ("text", "chance", "labels", "lead", "kept"),
    [
        ("Bedre skilte ved broen.", BARELY - 0.05, (F,), None, False),
        ("Bedre skilte ved broen.", BARELY, (F,), None, True),  # more than barely
        ("Bedre skilte ved broen.", BARELY - 0.05, (D, F), None, True),  # it is something else too
        ("Bodil finder bedre skilte.", BARELY - 0.05, (F,), None, True),
        ("Bedre skilte ved broen i maj.", BARELY - 0.05, (F,), None, True),
        ("Bedre skilte ved broen.", BARELY - 0.05, (F,), "Bodil sørger for:", True),  # the lead says who
    ],
)
def test_barely_a_task_without_owner_and_time_is_none(text, chance, labels, lead, kept):
    (given,) = settled_tasks([SentenceContext(text, lead=lead)], [predicted(chance, labels)])
    assert given.labels == (labels if kept else ())
    assert set(given.by) <= set(given.labels)
