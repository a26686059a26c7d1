"""Indstilling and referat given as separate documents: their items are matched, and the points answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from decisionnlp.document import Item, Meeting, Minutes, ZoneKind
from decisionnlp.extraction.vocabulary import word_set
from decisionnlp.resolution.answers import answer_points

_WORD = re.compile(r"[\wæøå]+")
_EMPTY_WORDS = word_set("title_words")


def join_minutes(documents: Sequence[Minutes]) -> tuple[Minutes, ...]:
    """Match each document's items with points to items of the other documents that tell an outcome.

    Items belong together by a case number of both, else by title (and item number, where the titles are alike only in
    part). The points of the proposal get ``answers`` in their own document; the item of the referat that had no points gets a
    copy of them, answered, with an empty span at its start since their words stand in another file. A match must be the only
    one: otherwise nothing is joined.
    """
    result = list(documents)
    for index, document in enumerate(documents):
        for item in _items(document):
            if not item.recommendations or any(point.answers for point in item.recommendations):
                continue
            found = [
                (other, candidate, score)
                for other, another in enumerate(documents)
                if other != index
                for candidate in _items(another)
                if _tells_outcome(candidate)
                and not candidate.recommendations
                and (score := _match(item, candidate)) > 0
            ]
            best = max((score for _, _, score in found), default=0.0)
            fitting = [(other, candidate) for other, candidate, score in found if score == best]
            if len(fitting) != 1:
                continue
            other, candidate = fitting[0]
            known = _current(result[other], candidate)
            copies = tuple(replace(point, start=candidate.start, end=candidate.start) for point in item.recommendations)
            answered = answer_points(
                replace(known, recommendations=copies), result[other].source, result[other].furniture
            )
            points = tuple(
                replace(point, answers=copy.answers)
                for point, copy in zip(item.recommendations, answered.recommendations, strict=True)
            )
            result[index] = _with_item(
                result[index], item, replace(_current(result[index], item), recommendations=points)
            )
            result[other] = _with_item(result[other], candidate, answered)
    return tuple(result)


def _items(document: Minutes) -> list[Item]:
    return [item for meeting in document.meetings for item in meeting.items]


def _tells_outcome(item: Item) -> bool:
    return any(sentence.zone is ZoneKind.OUTCOME and sentence.labels for sentence in item.sentences)


def _match(one: Item, two: Item) -> float:
    """0 for no match; more for a surer one: 3 by case number, 1-2 by title, with the number as a help."""
    cases = {found.value for found in one.identifiers if found.kind in ("case", "kle")}
    if cases & {found.value for found in two.identifiers if found.kind in ("case", "kle")}:
        return 3.0
    alike = _alike(one.title, two.title)
    same_number = one.number is not None and one.number == two.number
    if alike >= 0.8 or (alike >= 0.5 and same_number):
        return 1.0 + alike
    return 0.0


def _alike(one: str, two: str) -> float:
    """Share of common words (Dice), little words left out."""
    first = set(_WORD.findall(one.lower())) - _EMPTY_WORDS
    second = set(_WORD.findall(two.lower())) - _EMPTY_WORDS
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _current(document: Minutes, item: Item) -> Item:
    return next(found for found in _items(document) if found.start == item.start and found.end == item.end)


def _with_item(document: Minutes, old: Item, new: Item) -> Minutes:
    meetings: list[Meeting] = []
    for meeting in document.meetings:
        items = tuple(new if item.start == old.start and item.end == old.end else item for item in meeting.items)
        meetings.append(replace(meeting, items=items))
    return replace(document, meetings=tuple(meetings))
