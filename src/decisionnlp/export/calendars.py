"""iCalendar (RFC 5545): every follow-up a VTODO with DUE, RRULE and the place in its source.

The same results give the same file: UIDs come from the source's checksum and offsets, DTSTAMP is the day of the meeting.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Todo, vCalAddress
from icalendar.prop import vRecur

from decisionnlp.document import FollowUp, Item, Meeting, Minutes
from decisionnlp.export.links import link
from decisionnlp.export.rows import deadline_words, task_words
from decisionnlp.version import __version__

# DTSTAMP of tasks of an undated meeting: it must be given, and may not vary from run to run.
_NO_DAY = date(2000, 1, 1)


def render_ics(results: Sequence[Minutes], *, link_base: str | None = None) -> str:
    """One calendar with all follow-ups; those without a date have no DUE, those of a file that can be reached have its URL."""
    calendar = Calendar()
    calendar.add("prodid", f"-//decisionnlp//{__version__}//DA")
    calendar.add("version", "2.0")
    for minutes in results:
        for meeting in minutes.meetings:
            for item, task in _tasks(meeting):
                calendar.add_component(_todo(minutes, meeting, item, task, link_base))
    rendered: bytes = calendar.to_ical()
    return rendered.decode("utf-8")


def _tasks(meeting: Meeting) -> Iterator[tuple[Item | None, FollowUp]]:
    for item in meeting.items:
        yield from ((item, task) for task in item.follow_ups)
    yield from ((None, task) for task in meeting.follow_ups)


def _todo(minutes: Minutes, meeting: Meeting, item: Item | None, task: FollowUp, base: str | None) -> Todo:
    todo = Todo()
    source = minutes.source
    identity = f"{source.sha256 or hashlib.sha256(source.text.encode()).hexdigest()}:{task.sentence.start}"
    todo.add("uid", f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}@decisionnlp")
    todo.add("dtstamp", datetime.combine(meeting.date or _NO_DAY, time(), tzinfo=UTC))
    words = task_words(minutes, task)
    todo.add("summary", words if len(words) <= 120 else words[:117].rstrip() + "…")
    todo.add("description", _description(minutes, meeting, item, task, words))
    address = link(minutes, task.page, base=base)
    if address:
        todo.add("url", address)
    if item is not None and item.title:
        todo.add("categories", [item.title])
    for owner in task.owners:
        if owner.email:
            attendee = vCalAddress(f"MAILTO:{owner.email}")
            attendee.params["CN"] = owner.name
            todo.add("attendee", attendee)
    _dates(todo, meeting, task)
    todo.add("status", "NEEDS-ACTION")
    return todo


def _description(minutes: Minutes, meeting: Meeting, item: Item | None, task: FollowUp, words: str) -> str:
    owners = ", ".join(owner.name for owner in task.owners) or "ingen nævnt"
    lines = [words, f"Ansvarlig: {owners}"]
    if task.deadlines:
        lines.append(f"Frist: {'; '.join(map(deadline_words, task.deadlines))}")
    day = meeting.date.isoformat() if meeting.date else "uden dato"
    lines.append(f"Møde: {meeting.body or 'ukendt organ'}, {day}")
    if item is not None:
        lines.append(f"Punkt: {item.number or ''} {item.title}".strip())
    lines.append(
        f"Kilde: {minutes.source.path or 'tekst'}, side {task.page}, tegn {task.sentence.start}-{task.sentence.end}"
    )
    return "\n".join(lines)


def _dates(todo: Todo, meeting: Meeting, task: FollowUp) -> None:
    recurring = next((found for found in task.deadlines if found.rrule), None)
    dated = [found for found in task.deadlines if found.latest is not None]
    if recurring is not None and recurring.rrule and meeting.date is not None:
        # A recurrence counts from its DTSTART (RFC 5545, 3.8.5.3): the day after the meeting.
        todo.add("dtstart", meeting.date + timedelta(days=1))
        todo.add("rrule", vRecur.from_ical(recurring.rrule))
    elif dated:
        due = min(found.latest for found in dated if found.latest is not None)
        start = next((found.earliest for found in dated if found.latest == due), None)
        if start is not None and start < due:
            todo.add("dtstart", start)
        todo.add("due", due)
