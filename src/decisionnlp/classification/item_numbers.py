"""What the outcome of an item can be told from: the scores of its sentences, its title, and the look of its words, as numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from decisionnlp import lexicons
from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.features import title_kinds
from decisionnlp.document import SUBTYPES, Item, Label, Outcome, Subtype

OUTCOMES: tuple[Outcome, ...] = tuple(Outcome)
ALL_SUBTYPES: tuple[Subtype, ...] = tuple(
    subtype for label in (Label.APPROVAL, Label.DECISION, Label.FOLLOW_UP) for subtype in SUBTYPES[label]
)
Rows = Sequence[Sequence[float]]
_TURNED_DOWN = [ALL_SUBTYPES.index(s) for s in (Subtype.REJECTED, Subtype.DEFERRED, Subtype.RETURNED, Subtype.REFERRED)]
_ADOPTED, _NOTED = ALL_SUBTYPES.index(Subtype.ADOPTED), ALL_SUBTYPES.index(Subtype.NOTED)
_TITLES = ("elect", "choose", "apply", "formal", "news", "money", "date", "other")
# The least a sentence says for an outcome, as the logarithm of a chance.
UNSPOKEN = -5.0
# Beyond this a first look is certain, and beyond so many sentences or recommendations it does not matter how many there are.
_SUREST = 6.0
_MANY = 10
_MANY_POINTS = 6
# What is said of a sentence: the first look at labels and subtypes, and the outcomes.
_SAID = 3 + len(ALL_SUBTYPES) + len(OUTCOMES)
# How many of an item's numbers, its last, the hidden layer alone reads.
LAYER_ONLY = 9 + 8 + 3 * _SAID
# The least probability of a subtype that a logarithm is taken of.
LEAST = 0.005
_LEAST_SPOKEN = round(math.log(LEAST), 4)
_words = partial(lexicons.alternatives, "outcome_lines")
# Lines that say nothing of the item: "Intet.", "Ingen bemærkninger", "God jul!", the next meeting, absentees.
_EMPTY = re.compile(rf"^\W*(?:{_words('empty')})", re.IGNORECASE)
# Lines that tell who was there, when the next meeting is, or that nothing is told here.
_BESIDE = re.compile(
    rf"\b(?:{_words('beside')})\b|^\W*(?:(?:{'|'.join(lexicons.calendar_names('weekdays'))})\b|kl\.|\d)|^[\W\d]*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOTHING_AT_ALL = re.compile(rf"^\W*(?:{_words('nothing')})", re.IGNORECASE)
WITHDRAWN = re.compile(rf"^\W*(?:{_words('withdrawn_before')})?(?:{_words('withdrawn')})\b", re.IGNORECASE)
_TALK = re.compile(rf"\b(?:{_words('talk')})\b", re.IGNORECASE)
_TALK_STEMS = lexicons.stems("outcome_lines", "talk")
_BUT = re.compile(rf"\b(?:{_words('but')})(?!\w)", re.IGNORECASE)
_HEADING = re.compile(r"^\W*(?:\w+s )?beslutning\b[^.]{0,90}$", re.IGNORECASE)
_TWO_LETTERS = re.compile(r"\w\W*\w")


def item_numbers(
    item: Item,
    contexts: Sequence[SentenceContext],
    probabilities: Rows,
    evidence: Rows,
    endings: Rows,
    scores: Rows,
) -> NDArray[np.float64]:
    """One vector per item; the plain model reads all but the last ``LAYER_ONLY`` numbers, the hidden layer all.

    ``probabilities`` is ``[n, 3]`` for the item's outcome sentences, ``evidence`` ``[n, 16]``: the probability of each subtype (that of its label times its share), ``endings`` ``[n, 11]``: for each outcome how the sentence
    speaks for it (see :func:`spoken_endings`), ``scores`` ``[n, 19]`` the first look at each label and subtype."""
    # An item has few sentences: plain lists are faster than arrays.
    own = [i for i, context in enumerate(contexts) if not is_heading(context)]
    texts = [contexts[i].text for i in own]
    chances = [probabilities[i] for i in own] or [(0.0,) * 3]
    kinds = [evidence[i] for i in own] or [(0.0,) * len(ALL_SUBTYPES)]
    ends = [endings[i] for i in own] or [(UNSPOKEN,) * len(OUTCOMES)]
    approvals = [row[0] for row in chances]
    peak, top = _columns(max, chances), _columns(max, kinds)
    # The surest of each subtype once more as a logarithm: whether nothing at all speaks for it tells as much as what does.
    spoken = [round(math.log(value), 4) if value > LEAST else _LEAST_SPOKEN for value in top]
    approved = peak[0]
    surest = texts[approvals.index(approved)] if texts else ""
    talks = [_TALK_STEMS.within(text) and _TALK.search(text) is not None for text in texts]
    short = len(texts) == 1 and max(peak) < 0.2
    titles = _title_numbers(title_kinds(item.title))
    several = len(item.recommendations) > 1
    found: list[float] = [
        *top, *[min(total, 3.0) for total in _columns(sum, kinds)], *peak, *chances[0], *kinds[0],
        approved * max(top[kind] for kind in _TURNED_DOWN),
        top[_ADOPTED] * peak[1],
        top[_NOTED] * top[_ADOPTED],
        top[_NOTED] * peak[1],
        float(sum([chance > 0.5 for chance in approvals]) > 1),
        float(not texts), float(len(texts) == 1), float(len(texts) == 2), float(len(texts) > 4),
        float(all(_EMPTY.match(text) or not _TWO_LETTERS.search(text) for text in texts)),
        float(bool(texts) and WITHDRAWN.match(texts[0]) is not None),
        float(any(talks)),
        float(sum(talks) > 1),
        float(bool(texts) and _NOTHING_AT_ALL.match(texts[0]) is not None),
        float(short and len(texts[0].split()) < 5),
        float(short and len(texts[0].split()) < 9),
        float(approved > 0.5 and _BUT.search(surest) is not None),
        float(bool(item.recommendations)), float(several),
        float(several and approved > 0.5 and peak[1] > 0.4),
        *titles, *[given * peak[1] for given in titles[:5]],
        *_columns(max, ends),
        *spoken, *chances[-1], *(sum(column) / len(chances) for column in zip(*chances, strict=True)),
        sum(talks) / max(1, len(talks)),
        *_layer_numbers(chances, [(*scores[i], *endings[i]) for i in own], len(item.recommendations)),
    ]  # fmt: skip
    numbers = np.array(found, dtype=np.float64)
    said = numbers[-3 * _SAID :]
    np.minimum(np.maximum(said, -_SUREST, out=said), _SUREST, out=said)
    return numbers


@lru_cache(maxsize=256)
def _title_numbers(kinds: tuple[str, ...]) -> tuple[float, ...]:
    return tuple([float(name in kinds) for name in _TITLES])


def _layer_numbers(chances: Rows, said: Rows, points: int) -> list[float]:
    """``LAYER_ONLY`` numbers: the three surest sentences of each label and where the surest stand, and what the first look says at most, of the
    likeliest DECISION and of the first sentence (these not yet bounded)."""
    count, columns = len(said), [list(column) for column in zip(*chances, strict=True)]
    found = [value for column in columns for value in [*sorted(column, reverse=True), 0.0, 0.0][:3]]
    peaks = [column.index(max(column)) for column in columns]
    found += [min(count, _MANY), *(peak / max(count, 1) for peak in peaks)]
    found += [min(max(count, 1) - 1 - peak, _MANY) for peak in peaks]
    found.append(min(points, _MANY_POINTS))
    rows = said or [(-_SUREST,) * _SAID]
    return [*found, *_columns(max, rows), *rows[peaks[1]], *rows[0]]


def _columns(of: Callable[[Sequence[float]], float], rows: Rows) -> Sequence[float]:
    """The largest number of each column, or their sum; most items have one sentence."""
    return list(map(of, zip(*rows, strict=True))) if len(rows) > 1 else rows[0]


def spoken_endings(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """``[n, 11]`` logarithms of chances, not below ``UNSPOKEN``, from the raw scores of the outcomes."""
    return np.maximum(-np.logaddexp(0.0, -scores), UNSPOKEN)


def is_heading(context: SentenceContext) -> bool:
    """Whether the sentence is the zone's own heading rather than something said under it."""
    return _is_heading(context.text, context.heading or "")


@lru_cache(maxsize=1024)
def _is_heading(text: str, heading: str) -> bool:
    return text.strip(" :").lower() == heading.strip(" :").lower() or _HEADING.match(text) is not None


def silent(contexts: Sequence[SentenceContext]) -> bool:
    """Whether nothing was told of the item itself: empty lines, absentees, names alone, the next meeting."""
    for context in contexts:
        text = context.text
        if is_heading(context):
            continue
        if _TALK.match(text.lstrip()):
            return False  # "Drøftet."
        if _EMPTY.match(text) or _BESIDE.search(text):
            continue
        words = _WORD.findall(text)
        if len(words) > 1 and any(word[0].islower() and word not in ("og", "samt") for word in words[1:]):
            return False
    return True


# What each outcome needs among the labels of the item's sentences; the others need none.
NEEDS: dict[Outcome, frozenset[Label]] = {
    Outcome.APPROVED: frozenset({Label.APPROVAL}),
    Outcome.APPROVED_WITH_CONDITIONS: frozenset({Label.APPROVAL}),
    Outcome.RECOMMENDED: frozenset({Label.APPROVAL}),
    Outcome.NOTED: frozenset({Label.APPROVAL}),
    Outcome.DECIDED: frozenset({Label.DECISION}),
    Outcome.DEFERRED: frozenset({Label.DECISION}),
    Outcome.RETURNED: frozenset({Label.DECISION}),
    Outcome.REJECTED: frozenset({Label.DECISION}),
}


def consistent(outcome: Outcome, labels: frozenset[Label]) -> bool:
    """Whether an item whose sentences carry ``labels`` can have that outcome (guidelines, *Outcome of an agenda item*).

    An approval needs an APPROVAL, a deferral a DECISION; what was answered by the body is neither ``none`` nor merely
    ``discussed``, and an APPROVAL alone gives one of the approving outcomes.
    """
    operative = labels - {Label.FOLLOW_UP}
    if outcome is Outcome.NONE:
        return not labels
    if Label.APPROVAL in operative and outcome in (Outcome.DISCUSSED, Outcome.WITHDRAWN):
        return False
    needed = NEEDS.get(outcome)
    if operative == frozenset({Label.APPROVAL}):
        return needed == frozenset({Label.APPROVAL})
    return needed is None or bool(needed & labels)
