"""The outcome of an agenda item from its sentences: the weightiest answer to what was put to the body wins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from decisionnlp import lexicons
from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.firings import ANSWER, ANSWER_WEIGHT
from decisionnlp.classification.item_numbers import ALL_SUBTYPES, NEEDS, WITHDRAWN, consistent, is_heading
from decisionnlp.classification.line_markers import strip_marker
from decisionnlp.classification.protocol import LABELS, Prediction
from decisionnlp.classification.rules import read
from decisionnlp.classification.whole_answers import whole_answer
from decisionnlp.document import SUBTYPES, Item, Label, Outcome, Subtype
from decisionnlp.slotted import changed

A, D, F = Label.APPROVAL, Label.DECISION, Label.FOLLOW_UP

_BY_SUBTYPE = {
    Subtype.ADOPTED: Outcome.APPROVED,
    Subtype.CONDITIONAL: Outcome.APPROVED_WITH_CONDITIONS,
    Subtype.RECOMMENDED: Outcome.RECOMMENDED,
    Subtype.NOTED: Outcome.NOTED,
    Subtype.DEFERRED: Outcome.DEFERRED,
    Subtype.RETURNED: Outcome.RETURNED,
    Subtype.REFERRED: Outcome.RETURNED,
    Subtype.REJECTED: Outcome.REJECTED,
    Subtype.WITHDRAWN: Outcome.WITHDRAWN,
    Subtype.OWN_RESOLUTION: Outcome.DECIDED,
    Subtype.CHOSEN_OPTION: Outcome.DECIDED,
    Subtype.APPOINTED: Outcome.DECIDED,
    Subtype.DELEGATED: Outcome.DECIDED,
}
# Weight of an answer for the item as a whole; noting is the lightest.
_WEIGHTS = {
    Outcome.APPROVED: 6,
    Outcome.APPROVED_WITH_CONDITIONS: 7,
    Outcome.RECOMMENDED: 5,
    Outcome.RETURNED: 5.5,
    Outcome.DEFERRED: 5.5,
    Outcome.REJECTED: 5.5,
    Outcome.DECIDED: 5,
    Outcome.WITHDRAWN: 4,
    Outcome.NOTED: 3,
}
_words = partial(lexicons.alternatives, "outcome_lines")
_NOTHING = re.compile(rf"^\W*(?:{_words('no_outcome')})?\W*$", re.IGNORECASE)
_OPENED = re.compile(rf"^(?:mødet (?:blev )?(?:{_words('edges')}))", re.IGNORECASE)


# An item in which nothing was resolved.
UNRESOLVED = (Outcome.DISCUSSED, Outcome.NONE)
# From here on a DECISION settles that its item was decided somehow; below it the item as a whole settles the DECISION. Over five
# folds of the corpus this costs neither (labels .778, outcomes .819 from .60 to .75).
SURE = 0.65


# An outcome as likely as this gives the label that it needs, and that no sentence of its item has, to the likeliest sentence;
# that has to be LIKELY itself: below it the label would be a guess (four cases in the folds of the corpus, three of them right). Over
# the folds the constraint alone costs a hundredth of the outcomes.
CLEAR = 0.4
LIKELY = 0.2
# Below this, ``none`` is believed only where the words themselves tell of nothing. Of the items whose words do not settle it, in 144
# documents the model had not seen, it was right in the four above and in one of two below.
SURELY_NONE = 0.7
# What gave such a label.
BY_OUTCOME = "item-outcome"


def resolves(predictions: Sequence[Prediction]) -> bool:
    """Whether a sentence surely decides something."""
    return any(_settles(given) and given.probabilities[D] >= SURE for given in predictions)


def completion(predictions: Sequence[Prediction], outcome: Outcome) -> tuple[int, Label] | None:
    """The sentence that tells ``outcome`` most likely, and the label it needs for that; None where no sentence lacks one, or none
    could tell it."""
    needed = NEEDS.get(outcome, frozenset())
    given = frozenset(label for prediction in predictions for label in prediction.labels)
    if not needed or needed & given or not predictions:
        return None
    (label,) = needed
    place = max(range(len(predictions)), key=lambda i: predictions[i].probabilities[label])
    if predictions[place].probabilities[label] < LIKELY or not consistent(outcome, given | needed):
        return None
    return place, label


def agreeing(predictions: Sequence[Prediction], outcome: Outcome) -> list[Prediction]:
    """``predictions`` without the unsure DECISIONs of an item that was only discussed, or with the label that the outcome needs."""
    found = list(predictions)
    if outcome not in UNRESOLVED:
        lacking = completion(predictions, outcome)
        if lacking is not None:
            found[lacking[0]] = _completed(found[lacking[0]], lacking[1], outcome)
        return found
    return [
        changed(given, labels=tuple(label for label in given.labels if label is not D))
        if _settles(given) and given.probabilities[D] < SURE
        else given
        for given in predictions
    ]


def _completed(given: Prediction, label: Label, outcome: Outcome) -> Prediction:
    """``given`` with ``label`` too, of the likeliest subtype that means ``outcome``."""
    chances = dict(zip(ALL_SUBTYPES, given.evidence, strict=False))
    subtypes = [kind for kind in SUBTYPES[label] if _BY_SUBTYPE.get(kind) is outcome]
    subtype = max(subtypes, key=lambda kind: chances.get(kind, 0.0))
    labels = tuple(known for known in LABELS if known is label or known in given.labels)
    return changed(
        given, labels=labels, subtypes={**given.subtypes, label: subtype}, by={**given.by, label: BY_OUTCOME}
    )


def _settles(given: Prediction) -> bool:
    """A DECISION that decides the item; what was turned down in a debate may leave it ``discussed``."""
    return D in given.labels and given.subtypes.get(D) is not Subtype.REJECTED


def plain_outcome(contexts: Sequence[SentenceContext]) -> Outcome | None:
    """The outcome where every line of the item's outcome is a formula and they agree; None where anything else is said."""
    kinds: set[Outcome] = set()
    for context in contexts:
        if is_heading(context):
            continue
        spoken = any(firing.rule.startswith(ANSWER) for firing in read(context).firings)
        answer = whole_answer(strip_marker(context.text)) if spoken else None
        if answer is None:
            return None
        kinds.add(answer.outcome)
    if len(kinds) > 1:
        kinds -= {Outcome.DISCUSSED, Outcome.NONE}
    return kinds.pop() if len(kinds) == 1 else None


# "Punkt 8 udgår." under the point about the agenda: the agenda is the matter, and it was changed (guidelines, no. 81).
_POINT_OFF = re.compile(
    rf"\b(?:{_words('agenda_points')}) ?(?:nr\.? ?)?\d+\w*\b[^.]{{0,60}}\b(?:{_words('taken_off')})", re.IGNORECASE
)
_PUT_ASIDE = (Outcome.WITHDRAWN, Outcome.DEFERRED, Outcome.DECIDED, Outcome.RETURNED)


# "Bemærkninger/ændringer til dagsordenen", "Godkendelse af referat"
_TO_APPROVE = re.compile(
    r"(?:godkendelse|bemærkninger|ændringer)\b.{0,40}\b(?:dagsorden|referat|protokol)", re.IGNORECASE
)
_NO_REMARK = re.compile(
    r"(?:der var )?(?:ingen|intet) (?:bemærkninger|ændringer|indvendinger|kommentarer|at bemærke)\W*$", re.IGNORECASE
)


def of_agenda(
    item: Item, contexts: Sequence[SentenceContext], predictions: Sequence[Prediction], outcome: Outcome
) -> Outcome:
    """``outcome``, or that of an agenda that was changed where a point of it was taken off or put off; an agenda or former minutes to which
    nobody has anything to remark are approved."""
    if outcome is Outcome.NONE and _TO_APPROVE.search(item.title):
        texts = [context.text for context in contexts if not is_heading(context)]
        return Outcome.APPROVED if texts and all(map(_NO_REMARK.match, texts)) else outcome
    if outcome not in _PUT_ASIDE or "dagsorden" not in item.title.lower():
        return outcome
    off = any(
        D in given.labels
        and not context.text.lower().startswith("dagsorden")  # the agenda itself
        and _POINT_OFF.search(context.text)
        for context, given in zip(contexts, predictions, strict=True)
    )
    return Outcome.APPROVED_WITH_CONDITIONS if off else outcome


def item_outcome(
    item: Item, contexts: Sequence[SentenceContext], predictions: Sequence[Prediction]
) -> tuple[Outcome, float]:
    """The outcome and how sure it is, from the predictions of the item's outcome-zone sentences (aligned with ``contexts``)."""
    plain = plain_outcome(contexts)
    if plain is not None:
        return of_agenda(item, contexts, predictions, plain), ANSWER_WEIGHT
    votes: list[tuple[float, Outcome, float, int]] = []
    for index, (context, prediction) in enumerate(zip(contexts, predictions, strict=True)):
        for label in prediction.labels:
            if label is F:
                continue
            subtype = prediction.subtypes.get(label)
            outcome = (
                _BY_SUBTYPE.get(subtype, Outcome.APPROVED if label is A else Outcome.DECIDED)
                if subtype
                else (Outcome.APPROVED if label is A else Outcome.DECIDED)
            )
            votes.append((_weight(outcome, context, index, item), outcome, prediction.probabilities[label], index))
    if not votes:
        return _without_answer(contexts)
    kinds = {outcome for _, outcome, _, _ in votes}
    partly = (
        Outcome.APPROVED in kinds
        and kinds & {Outcome.REJECTED, Outcome.DEFERRED, Outcome.RETURNED}
        and _answers_points(contexts)
    )
    _, outcome, score, _ = max(votes, key=lambda vote: (vote[0] * (0.5 + 0.5 * vote[2]), -vote[3]))
    if partly:
        return Outcome.APPROVED_WITH_CONDITIONS, score
    return of_agenda(item, contexts, predictions, outcome), score


_POINT = re.compile(r"^\W*(?:ad|at|pkt\.?|punkt|indstillingens)\.? ?\d|^\d{1,2}[.)]", re.IGNORECASE)


def _answers_points(contexts: Sequence[SentenceContext]) -> bool:
    return any(
        _POINT.search(context.text) or re.search(r"\b(?:at|punkt|pkt\.?) ?\d", context.text.lower())
        for context in contexts
    )


def _weight(outcome: Outcome, context: SentenceContext, index: int, item: Item) -> float:
    weight = float(_WEIGHTS[outcome])
    if (
        outcome is Outcome.APPROVED
        and re.search(r"\b(?:dagsorden|referat)", context.text.lower())
        and not re.search(r"dagsorden|referat", item.title.lower())
    ):
        weight -= 3
    return weight - 0.02 * index


def _without_answer(contexts: Sequence[SentenceContext]) -> tuple[Outcome, float]:
    texts = [context.text.strip() for context in contexts if not is_heading(context)]
    if any(WITHDRAWN.match(text) for text in texts[:2]):
        return Outcome.WITHDRAWN, 0.85
    if all(_NOTHING.match(text) or _OPENED.match(text) for text in texts):
        return Outcome.NONE, 0.85
    return Outcome.DISCUSSED, 0.75
