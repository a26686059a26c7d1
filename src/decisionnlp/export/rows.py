"""The flat view of results: one row per decision, approval, follow-up and planned task, as tables need it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from decisionnlp.document import Deadline, FollowUp, Item, Label, Meeting, Minutes, Span
from decisionnlp.export.words import recurrence_words
from decisionnlp.flattening import flatten

COLUMNS = (
    "kind", "subtype", "meeting_date", "body", "item", "title", "outcome", "text", "owners", "deadline", "earliest", "latest",
    "rrule", "page", "start", "end", "score", "by", "file", "status", "closed",
)  # fmt: skip


# Also as the private-use signs of symbol fonts, which PDFs and Word files give.
_BULLET = re.compile(r"^\s*[•◦▪■●○‣·∙*–—\uf0a7\uf0b7\uf02d-]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Row:
    """One finding; ``start`` and ``end`` are offsets into the source text, dates are ISO 8601, lists joined by ``; ``.

    ``status`` is ``open`` for tasks, for people to change, and empty for decisions and approvals;
    ``closed`` is ``true`` for what stands under a closed item (lukket punkt).
    """

    kind: str
    subtype: str
    meeting_date: str
    body: str
    item: str
    title: str
    outcome: str
    text: str
    owners: str
    deadline: str
    earliest: str
    latest: str
    rrule: str
    page: int
    start: int
    end: int
    score: float
    by: str
    file: str
    status: str
    closed: str

    def values(self) -> list[str | int | float]:
        return [getattr(self, column) for column in COLUMNS]


def flat_text(minutes: Minutes, span: Span) -> str:
    """The words of a span as one line, without page furniture and the bullet of a list."""
    return _BULLET.sub("", flatten(minutes.source.text, span.start, span.end, skip=minutes.furniture).text)


def task_words(minutes: Minutes, task: FollowUp) -> str:
    """What is to be done, as one line: the activity of a plan row, else every sentence that tells the task."""
    if task.kind == "planned" and task.task:
        return task.task
    return " ".join(flat_text(minutes, span) for span in task.spans or (task.sentence,))


def deadline_words(deadline: Deadline) -> str:
    """A deadline for people: its words and the date they mean."""
    words = " ".join(deadline.text.split())
    if deadline.rrule:
        meant = recurrence_words(deadline.rrule)
        return words if meant == words.lower() else f"{words} ({meant})"
    days = [day.isoformat() for day in (deadline.earliest, deadline.latest) if day is not None]
    if len(days) == 2 and days[0] == days[1]:
        days = days[:1]
    if not days:
        return words
    about = "ca. " if deadline.approximate else ""
    return f"{words} ({about}{'–'.join(days)})"


def rows(results: Sequence[Minutes]) -> Iterator[Row]:
    """All findings of all results, in document order."""
    for minutes in results:
        for meeting in minutes.meetings:
            found: list[tuple[int, int, Row]] = []
            for item in meeting.items:
                found += _labelled(minutes, meeting, item)
                found += [(task.sentence.start, 2, _task(minutes, meeting, item, task)) for task in item.follow_ups]
            found += [(task.sentence.start, 2, _task(minutes, meeting, None, task)) for task in meeting.follow_ups]
            yield from (row for _, _, row in sorted(found, key=lambda entry: entry[:2]))


def _labelled(minutes: Minutes, meeting: Meeting, item: Item) -> list[tuple[int, int, Row]]:
    found = []
    for sentence in item.sentences:
        for order, given in enumerate(sentence.labels):
            if given.label is not Label.FOLLOW_UP:
                row = _row(
                    minutes, meeting, item, given.label.value, sentence.span, sentence.page, given.score, given.by
                )
                subtype = given.subtype or sentence.subtype
                found.append((sentence.start, order, _with(row, subtype=subtype.value if subtype else "")))
    return found


def _task(minutes: Minutes, meeting: Meeting, item: Item | None, task: FollowUp) -> Row:
    kind = "PLANNED" if task.kind == "planned" else Label.FOLLOW_UP.value
    row = _row(minutes, meeting, item, kind, task.sentence, task.page, task.score, "")
    return _with(
        row,
        subtype=task.subtype.value if task.subtype else "",
        text=task_words(minutes, task),
        owners="; ".join(owner.name for owner in task.owners),
        deadline="; ".join(" ".join(deadline.text.split()) for deadline in task.deadlines),
        earliest="; ".join(found.earliest.isoformat() for found in task.deadlines if found.earliest),
        latest="; ".join(found.latest.isoformat() for found in task.deadlines if found.latest),
        rrule="; ".join(found.rrule for found in task.deadlines if found.rrule),
    )


def _with(row: Row, **changes: str) -> Row:
    from dataclasses import replace

    return replace(row, **changes)  # type: ignore[arg-type]


def _row(
    minutes: Minutes, meeting: Meeting, item: Item | None, kind: str, span: Span, page: int, score: float, by: str
) -> Row:
    return Row(
        kind=kind,
        subtype="",
        meeting_date=meeting.date.isoformat() if meeting.date else "",
        body=meeting.body or "",
        item=(item.number or "") if item else "",
        title=item.title if item else "",
        outcome=item.outcome.value if item else "",
        text=flat_text(minutes, span),
        owners="",
        deadline="",
        earliest="",
        latest="",
        rrule="",
        page=page,
        start=span.start,
        end=span.end,
        score=round(score, 3),
        by=by,
        file=minutes.source.path,
        status="open" if kind in ("FOLLOW_UP", "PLANNED") else "",
        closed="true" if item is not None and item.closed else "",
    )
