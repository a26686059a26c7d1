"""What zones are read by and made of: the habits of a meeting's minutes, and zones before they are given sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from decisionnlp.document import MeetingKind, ZoneKind


@dataclass(frozen=True, slots=True)
class Habits:
    """How this meeting's minutes are written, as far as zones depend on it.

    ``headed`` says that outcomes usually stand under a heading; ``date`` and ``body`` are the meeting's own;
    ``case_column`` says that a grid prints a column of content before its column of decisions; ``cased`` that the items print
    their case under a heading, and none of them its outcome.
    """

    kind: MeetingKind
    headed: bool
    date: date | None = None
    body: str | None = None
    case_column: bool = False
    cased: bool = False


@dataclass(slots=True)
class Stretch:
    """A zone before it is given sentences: it runs from ``start`` to the next stretch."""

    kind: ZoneKind
    start: int
    heading: str | None = None
