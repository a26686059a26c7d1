"""What the ledger needs of a referat, and nothing more: its meetings, items, lines and tasks, as JSON-able records."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from decisionnlp.document import FollowUp, Item, Meeting, MeetingKind, Minutes, Sentence, Span, ZoneKind
from decisionnlp.export.rows import deadline_words, flat_text, task_words

RECORDS_VERSION = 1
_LEFT_OUT = frozenset({ZoneKind.FURNITURE, ZoneKind.ATTACHMENT, ZoneKind.ATTENDANCE, ZoneKind.AGENDA})


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as far as the ledger goes; dates are ISO 8601 or empty."""

    text: str
    type: str
    latest: str = ""
    anchor: str = ""
    rrule: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: ``file``, page and half-open character offsets into the text that the reader made of it."""

    file: str
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as a running line."""

    text: str
    place: Place
    zone: str
    labelled: bool


@dataclass(frozen=True, slots=True)
class Task:
    """A follow-up as the ledger keeps it."""

    text: str
    place: Place
    owners: tuple[str, ...]
    deadlines: tuple[Due, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Matter:
    """An agenda item (or, with an empty title, what stands outside every item)."""

    number: str
    title: str
    outcome: str
    cases: tuple[str, ...]
    lines: tuple[Line, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting: ``date`` is ISO 8601 or empty."""

    file: str
    body: str
    date: str
    matters: tuple[Matter, ...]


def extract(minutes: Minutes) -> tuple[Held, ...]:
    """The meetings that a file reports; agendas and attachments report none."""
    return tuple(_held(minutes, meeting) for meeting in minutes.meetings if meeting.kind is MeetingKind.MINUTES)


def _held(minutes: Minutes, meeting: Meeting) -> Held:
    matters = [_matter(minutes, item) for item in meeting.items]
    if meeting.follow_ups:
        tasks = tuple(_task(minutes, task) for task in meeting.follow_ups)
        matters.append(Matter("", "", "", (), (), tasks))
    return Held(
        minutes.source.path, meeting.body or "", meeting.date.isoformat() if meeting.date else "", tuple(matters)
    )


def _matter(minutes: Minutes, item: Item) -> Matter:
    return Matter(
        number=item.number or "",
        title=item.title,
        outcome=item.outcome.value,
        cases=tuple(sorted({found.value for found in item.identifiers if found.kind == "case"})),
        lines=tuple(_line(minutes, sentence) for sentence in item.sentences if sentence.zone not in _LEFT_OUT),
        tasks=tuple(_task(minutes, task) for task in item.follow_ups),
    )


def _line(minutes: Minutes, sentence: Sentence) -> Line:
    place = _place(minutes, sentence.span, sentence.page)
    return Line(flat_text(minutes, sentence.span), place, sentence.zone.value, bool(sentence.labels))


def _task(minutes: Minutes, task: FollowUp) -> Task:
    return Task(
        text=task_words(minutes, task),
        place=_place(minutes, task.sentence, task.page),
        owners=tuple(dict.fromkeys(" ".join(owner.name.split()) for owner in task.owners)),
        deadlines=tuple(
            Due(
                deadline_words(found),
                found.type.value,
                found.latest.isoformat() if found.latest else "",
                found.anchor or "",
                found.rrule or "",
            )
            for found in task.deadlines
        ),
        kind=task.kind,
    )


def _place(minutes: Minutes, span: Span, page: int) -> Place:
    return Place(minutes.source.path, page, span.start, span.end)


def to_data(held: tuple[Held, ...]) -> list[dict[str, Any]]:
    """As ``json.dumps`` takes it."""
    return [dataclasses.asdict(one) for one in held]


def from_data(data: list[dict[str, Any]], *, file: str) -> tuple[Held, ...]:
    """The records of ``to_data``, of a file that may have another name by now."""

    def place(raw: dict[str, Any]) -> Place:
        return Place(**{**raw, "file": file})

    def matter(raw: dict[str, Any]) -> Matter:
        lines = tuple(Line(**{**line, "place": place(line["place"])}) for line in raw["lines"])
        tasks = tuple(
            Task(
                **{
                    **task,
                    "place": place(task["place"]),
                    "owners": tuple(task["owners"]),
                    "deadlines": tuple(Due(**due) for due in task["deadlines"]),
                }
            )
            for task in raw["tasks"]
        )
        return Matter(**{**raw, "cases": tuple(raw["cases"]), "lines": lines, "tasks": tasks})

    return tuple(Held(file, one["body"], one["date"], tuple(map(matter, one["matters"]))) for one in data)
