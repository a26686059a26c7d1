"""Sentences that are nearly or barely tasks: a follow-up says who acts or by when, a mere report says neither."""

from __future__ import annotations

from collections.abc import Sequence

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.item_numbers import ALL_SUBTYPES
from decisionnlp.classification.protocol import Prediction
from decisionnlp.document import SUBTYPES, Deadline, DeadlineType, Label, Relation, UnitMention
from decisionnlp.extraction.deadlines import find_deadlines
from decisionnlp.extraction.units import find_units
from decisionnlp.flattening import flatten
from decisionnlp.slotted import changed

F = Label.FOLLOW_UP

# From NEARLY on a sentence without any label is a task where somebody in it acts or a limit is set. Over five folds of the corpus
# 20 of 25 such sentences with an owner and 11 of 13 with a limit are follow-ups, in real minutes 11 of 17 and 8 of 9; of those with
# neither, with a unit alone or with a mere day (half of them events) hardly a third. Below BARELY a sentence that is a task and
# nothing else, with neither owner nor time, is none: 7 of 24 are follow-ups in the folds, 5 of 24 in real minutes.
NEARLY, BARELY = 0.2, 0.5
# What gave such a label.
BY_OWNER = "named-owner"
BY_LIMIT = "limit"
# Rules by which somebody is given a task, whoever he is; of the other rules only persons and initials count.
_GIVEN = frozenset(("handover", "order", "order-passive", "promise", "relative", "inverted-subject", "we"))
# Layouts in which a name stands beside what it says or has as well as beside what it shall do.
_UNSURE = frozenset(("label", "name-colon", "bracket", "at-work"))


def settled_tasks(contexts: Sequence[SentenceContext], predictions: Sequence[Prediction]) -> list[Prediction]:
    """``predictions`` (aligned with ``contexts``) with FOLLOW_UP where a sentence is nearly one and has an owner or a limit, and
    without where it is barely one and has neither owner nor time."""
    found = list(predictions)
    for place, (context, given) in enumerate(zip(contexts, predictions, strict=True)):
        if not given.labels and given.probabilities[F] >= NEARLY:
            found[place] = _as_task(given, context.text)
        elif given.labels == (F,) and given.probabilities[F] < BARELY and context.lead is None and _bare(context.text):
            found[place] = changed(given, labels=(), subtypes={}, by={})
    return found


def _bare(text: str) -> bool:
    """It says neither who acts nor when."""
    return all(mention.role != "owner" for mention in find_units(flatten(text))) and not find_deadlines(
        text, meeting_date=None
    )


def _as_task(given: Prediction, text: str) -> Prediction:
    if any(map(_acts, find_units(flatten(text)))):
        by = BY_OWNER
    elif any(map(_limits, find_deadlines(text, meeting_date=None))):
        by = BY_LIMIT
    else:
        return given
    chances = dict(zip(ALL_SUBTYPES, given.evidence, strict=False))
    subtype = max(SUBTYPES[F], key=lambda kind: chances.get(kind, 0.0))
    return changed(given, labels=(F,), subtypes={F: subtype}, by={F: by})


def _acts(mention: UnitMention) -> bool:
    if mention.role != "owner" or mention.rule in _UNSURE:
        return False
    return mention.kind in ("person", "acronym") or mention.rule in _GIVEN


def _limits(deadline: Deadline) -> bool:
    """*senest 1. maj*, *til næste møde*, *snarest*, *når svaret er kommet*; not a day or a month, on which things also happen."""
    return deadline.type is DeadlineType.VAGUE or deadline.relation in (Relation.BY, Relation.AFTER)
