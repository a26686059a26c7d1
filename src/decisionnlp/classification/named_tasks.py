"""Sentences that are nearly tasks, and name who acts: an owner is what a follow-up has and a mere report has not."""

from __future__ import annotations

from collections.abc import Sequence

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.item_numbers import ALL_SUBTYPES
from decisionnlp.classification.protocol import Prediction
from decisionnlp.document import SUBTYPES, Label, UnitMention
from decisionnlp.extraction.units import find_units
from decisionnlp.flattening import flatten
from decisionnlp.slotted import changed

F = Label.FOLLOW_UP

# From this probability on a sentence without any label is a task where somebody in it acts. Over five folds of the corpus 20 of 25
# such sentences are follow-ups, in real minutes 11 of 17; of those without an owner or with a unit alone hardly a third.
NEARLY = 0.2
# What gave such a label.
BY_OWNER = "named-owner"
# Rules by which somebody is given a task, whoever he is; of the other rules only persons and initials count.
_GIVEN = frozenset(("handover", "order", "order-passive", "promise", "relative", "inverted-subject", "we"))
# Layouts in which a name stands beside what it says or has as well as beside what it shall do.
_UNSURE = frozenset(("label", "name-colon", "bracket", "at-work"))


def with_named_tasks(contexts: Sequence[SentenceContext], predictions: Sequence[Prediction]) -> list[Prediction]:
    """``predictions`` (aligned with ``contexts``) with FOLLOW_UP where a sentence is nearly one and names an owner."""
    return [
        _as_task(given)
        if not given.labels and given.probabilities[F] >= NEARLY and _names_owner(context.text)
        else given
        for context, given in zip(contexts, predictions, strict=True)
    ]


def _names_owner(text: str) -> bool:
    return any(map(_acts, find_units(flatten(text))))


def _acts(mention: UnitMention) -> bool:
    if mention.role != "owner" or mention.rule in _UNSURE:
        return False
    return mention.kind in ("person", "acronym") or mention.rule in _GIVEN


def _as_task(given: Prediction) -> Prediction:
    chances = dict(zip(ALL_SUBTYPES, given.evidence, strict=False))
    subtype = max(SUBTYPES[F], key=lambda kind: chances.get(kind, 0.0))
    return changed(given, labels=(F,), subtypes={F: subtype}, by={F: BY_OWNER})
