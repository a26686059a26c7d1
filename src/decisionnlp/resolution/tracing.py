"""Every finding says the exact words of the source: what was read on one running line gets its own slice back."""

from __future__ import annotations

from typing import TypeVar

from decisionnlp.document import (
    Amount,
    Deadline,
    FollowUp,
    Identifier,
    Item,
    Meeting,
    Owner,
    Sentence,
    Source,
    UnitMention,
    Vote,
)
from decisionnlp.slotted import changed

F = TypeVar("F", Deadline, Owner, UnitMention, Vote, Amount, Identifier)


def exact_words(meeting: Meeting, source: Source) -> Meeting:
    """``meeting`` with ``text == source.text[start:end]`` in every finding; a follow-up keeps its running line in ``task``."""

    # Most records say their exact words already: those are kept as they are.
    def sliced(found: tuple[F, ...]) -> tuple[F, ...]:
        for one in found:
            if one.text != source.text[one.start : one.end]:
                break
        else:
            return found
        return tuple(
            one if one.text == (words := source.text[one.start : one.end]) else changed(one, text=words)
            for one in found
        )

    def task(given: FollowUp) -> FollowUp:
        words = source.text[given.sentence.start : given.sentence.end]
        return changed(
            given,
            text=words,
            task=given.task or " ".join(given.text.split()),
            owners=sliced(given.owners),
            deadlines=sliced(given.deadlines),
        )

    def sentence(given: Sentence) -> Sentence:
        if not given.deadlines and not given.units:
            return given
        deadlines, units = sliced(given.deadlines), sliced(given.units)
        if deadlines is given.deadlines and units is given.units:
            return given
        return changed(given, deadlines=deadlines, units=units)

    def item(given: Item) -> Item:
        silent = not (given.votes or given.amounts or given.identifiers or given.disqualifications)
        if silent and not given.follow_ups and not any(one.deadlines or one.units for one in given.sentences):
            return given
        return changed(
            given,
            sentences=tuple(map(sentence, given.sentences)),
            follow_ups=tuple(map(task, given.follow_ups)),
            votes=sliced(given.votes),
            amounts=sliced(given.amounts),
            identifiers=sliced(given.identifiers),
            disqualifications=tuple(
                changed(one, text=source.text[one.start : one.end]) for one in given.disqualifications
            ),
        )

    return changed(
        meeting,
        items=tuple(map(item, meeting.items)),
        sentences=tuple(map(sentence, meeting.sentences)),
        follow_ups=tuple(map(task, meeting.follow_ups)),
    )
