"""One entry of the ledger, and its state on a day."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

STATES = ("overdue", "due", "open", "maybe_answered", "answered", "done", "dropped", "gone")
STATUSES = ("open", "in_progress", "done", "dropped")
DANISH = {
    "overdue": "overskredet", "due": "forfalder snart", "open": "åben", "maybe_answered": "måske besvaret", "answered": "besvaret",
    "done": "afsluttet", "dropped": "bortfaldet", "gone": "ikke fundet mere", "in_progress": "i gang", "": "",
}  # fmt: skip
DUE_DAYS = 14  # from so many days before its deadline a task counts as due


@dataclass(frozen=True, slots=True)
class Told:
    """A place where minutes tell about the task. ``role``: ``ordered``, ``repeated``, ``evidence`` or ``candidate``."""

    role: str
    date: str
    file: str
    page: int
    start: int
    end: int
    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A task of the ledger. Dates are ISO 8601 or empty; ``owners`` and ``deadline`` are those of the last telling.

    ``found`` is what the minutes say: ``open``, ``maybe_answered``, ``answered``, or ``gone`` where no file tells it any more
    (kept because something was set by hand). ``status``, ``note``, ``owner`` and ``deadline_by_hand`` were set by a person.
    ``related`` are ids of tasks that may be the same and were not joined.
    """

    id: str
    task: str
    owners: tuple[str, ...]
    deadline: str
    due: str
    body: str
    item: str
    title: str
    kind: str
    found: str
    told: tuple[Told, ...]
    rrule: str = ""
    related: tuple[str, ...] = ()
    status: str = ""
    note: str = ""
    owner: str = ""
    deadline_by_hand: str = ""

    @property
    def evidence(self) -> Told | None:
        """The line that answers the task, or may."""
        return next((told for told in self.told if told.role in ("evidence", "candidate")), None)

    @property
    def first(self) -> Told:
        """Where it was told first."""
        return self.told[0]

    @property
    def tellings(self) -> list[Told]:
        """Where it was ordered, and ordered again."""
        return [told for told in self.told if told.role in ("ordered", "repeated")]

    @property
    def day(self) -> date | None:
        """The day by which it should be done."""
        given = self.deadline_by_hand or self.due
        return date.fromisoformat(given) if given else None

    def state(self, as_of: date) -> str:
        """One of ``STATES``: what a person set comes before what was read, what was read before the calendar."""
        if self.status in ("done", "dropped"):
            return self.status
        if not self.status and self.found in ("answered", "maybe_answered"):
            return self.found
        if self.found == "gone" and not self.status:
            return "gone"
        if self.day is not None and not self.rrule:
            if self.day < as_of:
                return "overdue"
            if self.day <= as_of + timedelta(days=DUE_DAYS):
                return "due"
        return "open"

    def to_dict(self) -> dict[str, Any]:
        """As ``json.dumps`` takes it; ``from_dict`` gives it back."""
        return {
            **dataclasses.asdict(self),
            "owners": list(self.owners),
            "related": list(self.related),
            "told": [dataclasses.asdict(told) for told in self.told],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Entry:
        """What ``to_dict`` made."""
        told = tuple(Told(**one) for one in data["told"])
        return cls(**{**data, "owners": tuple(data["owners"]), "related": tuple(data["related"]), "told": told})
