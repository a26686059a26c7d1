"""The stage: labels, subtype and item outcome written into the records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from decisionnlp.classification.context import SentenceContext, item_contexts
from decisionnlp.classification.near_tasks import settled_tasks
from decisionnlp.classification.outcomes import agreeing, item_outcome
from decisionnlp.classification.protocol import Classifier, OutcomeJudge, Prediction, Told
from decisionnlp.document import Item, Label, LabelScore, Meeting, MeetingKind, Outcome, Sentence, Source, Span, Subtype
from decisionnlp.slotted import changed

# The weightiest label of a sentence gives its subtype.
_ORDER = (Label.DECISION, Label.APPROVAL, Label.FOLLOW_UP)


def classify(
    meetings: Sequence[Meeting], source: Source, furniture: Sequence[Span], classifier: Classifier
) -> tuple[Meeting, ...]:
    """Meetings with ``Sentence.labels`` and ``subtype`` and ``Item.outcome`` and ``outcome_score`` filled in.

    Only sentences in an outcome zone of a minutes meeting get labels. All sentences are predicted in one batch.
    """
    batches: list[tuple[Item, list[SentenceContext]]] = []
    rows: list[SentenceContext] = []
    for meeting in meetings:
        for item in meeting.items:
            found = list(item_contexts(item, meeting, source, furniture, eligible_only=True))
            batches.append((item, found))
            rows.extend(found)
    predictions = classifier.predict(rows)
    judge = cast(OutcomeJudge, classifier).judge if _is_judge(type(classifier)) else None
    if judge is not None:  # the probabilities of the others are weights of rules
        predictions = settled_tasks(rows, predictions)
    told: list[Told] = []
    position = 0
    for item, found in batches:
        told.append((item, found, predictions[position : position + len(found)]))
        position += len(found)
    outcomes = judge(told) if judge is not None else [item_outcome(*one) for one in told]
    filled = [_fill(*one, *outcome) for one, outcome in zip(told, outcomes, strict=True)]
    classified: list[Meeting] = []
    start = 0
    for meeting in meetings:
        count = len(meeting.items)
        items = tuple(filled[start : start + count])
        start += count
        if meeting.kind is not MeetingKind.MINUTES:
            items = meeting.items
        classified.append(changed(meeting, items=items))
    return tuple(classified)


@cache
def _is_judge(kind: type[Classifier]) -> bool:
    return issubclass(kind, OutcomeJudge)  # a look at all methods, once


def _fill(
    item: Item,
    found: Sequence[SentenceContext],
    predictions: Sequence[Prediction],
    outcome: Outcome,
    score: float,
) -> Item:
    by_start = {
        context.start: prediction
        for context, prediction in zip(found, agreeing(predictions, outcome), strict=True)
        if prediction.labels
    }
    sentences = item.sentences
    if by_start:
        sentences = tuple(
            [
                sentence if (given := by_start.get(sentence.start)) is None else _label(sentence, given)
                for sentence in sentences
            ]
        )
    return changed(item, sentences=sentences, outcome=outcome, outcome_score=round(score, 4))


def _label(sentence: Sentence, prediction: Prediction) -> Sentence:
    ordered = sorted(prediction.labels, key=_ORDER.index)
    labels = tuple(
        LabelScore(
            label,
            round(prediction.probabilities[label], 4),
            prediction.by.get(label, ""),
            prediction.subtypes.get(label),
        )
        for label in ordered
    )
    subtype: Subtype | None = next((given.subtype for given in labels if given.subtype is not None), None)
    return changed(sentence, labels=labels, subtype=subtype)
