"""The doors of the room: every time expression of a text with its reading, and those that are deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from decisionnlp.document import Deadline
from decisionnlp.errors import InputError
from decisionnlp.extraction.deadlines.calendar import MeetingCalendar
from decisionnlp.extraction.deadlines.judging import Judged, by_calendar, judge
from decisionnlp.extraction.deadlines.knowing import EVENT
from decisionnlp.extraction.deadlines.meeting_events import MEETING
from decisionnlp.extraction.deadlines.members import REL_BEFORE, REL_BY
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.scanning import scan, tokenize
from decisionnlp.extraction.deadlines.tokens import Tokens
from decisionnlp.flattening import FlatText, flatten
from decisionnlp.slotted import setters


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression as read. ``reason`` is ``None`` for a deadline, else the id of why it is none (see ``context``)."""

    deadline: Deadline
    reason: str | None

    @property
    def is_deadline(self) -> bool:
        return self.reason is None


# Years of meetings: counting from them must not leave those that a date can have.
_FIRST, _LAST = 1000, 9000
_new = object.__new__


def _as_calendar(calendar: Sequence[date] | MeetingCalendar) -> MeetingCalendar:
    return calendar if isinstance(calendar, MeetingCalendar) else MeetingCalendar.of(calendar)


def _by_announced(judged: Judged, meeting: date) -> Judged:
    """With meetings that the text itself announces as the calendar."""
    days = [
        placed.latest
        for placed, reason in judged
        if reason == "next-meeting" and placed.latest and placed.latest > meeting
    ]
    if not days:
        return judged
    printed = MeetingCalendar.of(days)
    return [(by_calendar(placed, printed, meeting), reason) for placed, reason in judged]


def _read(
    flat: FlatText, meeting: date | None, calendar: Sequence[date] | MeetingCalendar | None
) -> tuple[Tokens, Judged] | None:
    if meeting is not None and not _FIRST <= meeting.year <= _LAST:
        raise InputError("", f"a meeting date in the year {meeting.year} cannot be counted from")
    tokens = tokenize(flat.text)
    if tokens is None:
        return None
    found = scan(tokens, meeting)
    if not found:
        return None
    if calendar is not None:
        return tokens, judge(tokens, found, meeting, _as_calendar(calendar))
    judged = judge(tokens, found, meeting, None)
    if tokens.told & EVENT and meeting is not None:
        judged = _by_announced(judged, meeting)
    return tokens, judged


# What fills each field: a frozen record's own ``__init__`` takes twice the time, looking its setter up for each.
(
    _put_text, _put_start, _put_end, _put_type, _put_relation, _put_earliest, _put_latest, _put_rrule, _put_anchor,
    _put_approximate, _put_rule, _put_linked,
) = setters(Deadline)  # fmt: skip


def _record(placed: Placed, text: str, flat: FlatText, tokens: Tokens) -> Deadline:
    first, ends = placed.start, tokens.ends
    start = flat.offsets[ends[first] - len(tokens.words[first])]
    end = flat.offsets[ends[placed.end - 1] - 1] + 1
    relation = placed.relation
    if relation is REL_BEFORE and placed.rule is MEETING:
        relation = REL_BY  # før næste møde, inden byrådsmødet: the conventions say by
    made = _new(Deadline)
    _put_text(made, text[start:end])
    _put_start(made, start)
    _put_end(made, end)
    _put_type(made, placed.type)
    _put_relation(made, relation)
    _put_earliest(made, placed.earliest)
    _put_latest(made, placed.latest)
    _put_rrule(made, placed.rrule)
    _put_anchor(made, placed.anchor)
    _put_approximate(made, placed.approximate)
    _put_rule(made, placed.rule)
    _put_linked(made, False)
    return made


def find_time_expressions(
    text: str, *, meeting_date: date | None, calendar: Sequence[date] | MeetingCalendar | None = None
) -> list[TimeExpression]:
    """Every time expression of ``text`` with its reading, and why it is no deadline where it is none.

    Args:
        text: a sentence or more, as it stands in the source: line breaks and line-end hyphens are read over.
        meeting_date: what relative and yearless expressions are read against; ``None`` leaves those undated.
        calendar: the days on which the body meets; without one, days that the text itself announces are used.

    Returns:
        Expressions in the order of the text. Offsets are half-open and refer to ``text``.

    Raises:
        InputError: a meeting date before the year 1000 or after the year 9000.
    """
    flat = flatten(text)
    read = _read(flat, meeting_date, calendar)
    if read is None:
        return []
    tokens, judged = read
    return [TimeExpression(_record(placed, text, flat, tokens), reason) for placed, reason in judged]


def find_deadlines(
    text: str, *, meeting_date: date | None, calendar: Sequence[date] | MeetingCalendar | None = None
) -> list[Deadline]:
    """The deadlines of a sentence or paragraph, read against the meeting date.

    >>> find_deadlines("Notatet sendes inden udgangen af marts.", meeting_date=date(2024, 1, 23))[0].latest
    datetime.date(2024, 3, 31)

    See ``find_time_expressions`` for the arguments. Without a meeting date only what is absolute gets dates.
    """
    flat = flatten(text)
    read = _read(flat, meeting_date, calendar)
    if read is None:
        return []
    tokens, judged = read
    deadlines = []
    for placed, reason in judged:
        if reason is None:
            deadlines.append(_record(placed, text, flat, tokens))
    return deadlines
