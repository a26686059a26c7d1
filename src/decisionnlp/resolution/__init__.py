"""What belongs together: tasks with their owners and deadlines, recommendation points with their answers, plan rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from decisionnlp.document import Item, Label, Meeting, MeetingKind, Source, Span
from decisionnlp.extraction.acronyms import learn, with_register
from decisionnlp.extraction.register import Register
from decisionnlp.resolution.answers import answer_points
from decisionnlp.resolution.attributes import attributes
from decisionnlp.resolution.followups import TaskReader
from decisionnlp.resolution.joining import join_minutes
from decisionnlp.resolution.plans import find_plan_rows
from decisionnlp.resolution.tracing import exact_words
from decisionnlp.slotted import changed

__all__ = ["join_minutes", "resolve"]


def resolve(
    meetings: Sequence[Meeting],
    source: Source,
    furniture: Sequence[Span] = (),
    *,
    register: Register | None = None,
    calendar: Sequence[date] | None = None,
    parse: Callable[[Sequence[str]], Iterable[Any]] | None = None,
) -> tuple[Meeting, ...]:
    """Labelled meetings in, the same with follow-ups, answered recommendations, votes, amounts and identifiers out.

    Args:
        meetings: their sentences carry labels already (``classification.classify``).
        furniture: page headers and footers, sorted and disjoint; they are read over.
        register: units that the user knows; names learned from the document are added to it.
        calendar: days of coming meetings, for ``næste møde``.
        parse: makes spaCy ``Doc`` objects out of flattened sentences; it is asked for those that carry FOLLOW_UP, and its
            parse takes part in finding their owners (``extraction.units``).
    """
    dictionary = with_register(learn(source.text), register)
    reader = TaskReader(source, tuple(furniture), dictionary, register, tuple(calendar or ()))
    if parse is not None:
        texts = list(
            dict.fromkeys(
                reader.flat(sentence.start, sentence.end).text
                for meeting in meetings
                if meeting.kind is MeetingKind.MINUTES
                for item in meeting.items
                for sentence in item.sentences
                if sentence.has(Label.FOLLOW_UP)
            )
        )
        reader.parses.update(zip(texts, parse(texts), strict=True))
    found = []
    for meeting in meetings:
        items = meeting.items
        if meeting.kind is MeetingKind.MINUTES:
            items = tuple(_resolve_item(item, meeting, reader) for item in items)
        rows = find_plan_rows(changed(meeting, items=items), reader)
        items = tuple(
            changed(
                item, follow_ups=tuple(sorted((*item.follow_ups, *rows.pop(number)), key=lambda task: task.sentence))
            )
            if number in rows
            else item
            for number, item in enumerate(items)
        )
        outside = tuple(rows.get(-1, ()))
        found.append(exact_words(changed(meeting, items=items, follow_ups=outside), source))
    return tuple(found)


def _resolve_item(item: Item, meeting: Meeting, reader: TaskReader) -> Item:
    item = answer_points(item, reader.source, reader.furniture)
    sentences, tasks = reader.read(item, meeting.date)
    if sentences is not item.sentences or tasks or item.follow_ups:
        item = changed(item, sentences=sentences, follow_ups=tasks)
    return attributes(item, reader.source, reader.furniture)
