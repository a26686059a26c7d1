"""The records that every stage reads and enriches: one immutable text, and layers of spans over it.

All offsets are half-open character offsets into ``Source.text``. A stage never changes a record; it returns a richer one
(``dataclasses.replace``). This module imports nothing else of the package, so that every other module may import it.
The words (zones, labels, subtypes, outcomes, deadlines) are defined in ``annotations/guidelines.md``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

SCHEMA_VERSION = "1.0"

# ``Meeting`` has a field named ``date``, which would hide the type from its own annotation.
_Date = date


class ZoneKind(StrEnum):
    """What a stretch of the document is; only ``OUTCOME`` sentences can carry a label."""

    AGENDA = "agenda"
    PROPOSAL = "proposal"
    CASE = "case"
    PLAN = "plan"
    HISTORY = "history"
    OUTCOME = "outcome"
    ATTENDANCE = "attendance"
    FURNITURE = "furniture"
    ATTACHMENT = "attachment"


class Label(StrEnum):
    """What a sentence of an outcome zone does; several may hold at once (defined in annotations/guidelines.md)."""

    DECISION = "DECISION"
    APPROVAL = "APPROVAL"
    FOLLOW_UP = "FOLLOW_UP"


class Subtype(StrEnum):
    """The kind of approval, decision or follow-up; each belongs to one label."""

    ADOPTED = "adopted"
    RECOMMENDED = "recommended"
    CONDITIONAL = "conditional"
    NOTED = "noted"
    DEFERRED = "deferred"
    RETURNED = "returned"
    REFERRED = "referred"
    REJECTED = "rejected"
    OWN_RESOLUTION = "own_resolution"
    CHOSEN_OPTION = "chosen_option"
    APPOINTED = "appointed"
    DELEGATED = "delegated"
    WITHDRAWN = "withdrawn"
    ASSIGNMENT = "assignment"
    IMPLICIT = "implicit"
    STANDING = "standing"


SUBTYPES: dict[Label, tuple[Subtype, ...]] = {
    Label.APPROVAL: (Subtype.ADOPTED, Subtype.RECOMMENDED, Subtype.CONDITIONAL, Subtype.NOTED),
    Label.DECISION: (
        Subtype.DEFERRED,
        Subtype.RETURNED,
        Subtype.REFERRED,
        Subtype.REJECTED,
        Subtype.OWN_RESOLUTION,
        Subtype.CHOSEN_OPTION,
        Subtype.APPOINTED,
        Subtype.DELEGATED,
        Subtype.WITHDRAWN,
    ),
    Label.FOLLOW_UP: (Subtype.ASSIGNMENT, Subtype.IMPLICIT, Subtype.STANDING),
}


class Outcome(StrEnum):
    """What became of an agenda item; exactly one per item."""

    APPROVED = "approved"
    APPROVED_WITH_CONDITIONS = "approved_with_conditions"
    RECOMMENDED = "recommended"
    NOTED = "noted"
    DISCUSSED = "discussed"
    DECIDED = "decided"
    DEFERRED = "deferred"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NONE = "none"


class Polarity(StrEnum):
    """How the body answered a numbered point of the recommendation."""

    APPROVED = "approved"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class MeetingKind(StrEnum):
    """Minutes report what a meeting did; an agenda announces one; an attachment is neither."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    ATTACHMENT = "attachment"


class DeadlineType(StrEnum):
    """``interval``: two different bounds; ``date``: one bound, or one day; ``event`` and ``vague`` have no date of their own."""

    DATE = "date"
    INTERVAL = "interval"
    RECURRENCE = "recurrence"
    EVENT = "event"
    VAGUE = "vague"


class Relation(StrEnum):
    """How the act lies to the time named: by it, before it, on the day, in the stretch, after it, from it on."""

    BY = "by"
    BEFORE = "before"
    ON = "on"
    IN = "in"
    AFTER = "after"
    FROM = "from"


class MarkKind(StrEnum):
    """What a reader knows about a stretch of its text from the file's own structure."""

    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CELL = "cell"
    FURNITURE = "furniture"


class SentenceKind(StrEnum):
    """The shape of a sentence in the layout; classification uses it as evidence."""

    PROSE = "prose"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    CELL = "cell"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of a text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, offset: int) -> bool:
        """Whether the character at ``offset`` lies in the span."""
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file, counted from 1, as half-open character offsets into the source's text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Structure known from the file: a heading (``level`` from 1), a table, or a cell of one.

    ``table``, ``row`` and ``column`` count from 0 within the document, the table and the row; -1 where they don't apply.
    """

    kind: MarkKind
    start: int
    end: int
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader made of one file. ``text`` is never changed afterwards; for ``.txt`` it is the decoded file itself."""

    text: str
    path: str = ""
    sha256: str = ""
    reader: str = "text"
    pages: tuple[Page, ...] = ()
    marks: tuple[Mark, ...] = ()
    warnings: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int:
        """The number of the page that holds ``offset``; 1 where the file has no pages."""
        if not self.pages:
            return 1
        index = bisect_right([page.start for page in self.pages], offset) - 1
        return self.pages[max(index, 0)].number


@dataclass(frozen=True, slots=True)
class LabelScore:
    """A label with its calibrated probability in [0, 1] and what gave it (a rule id, or a model's name and version)."""

    label: Label
    score: float
    by: str
    subtype: Subtype | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A point of the recommendation that a sentence answers; ``number`` is ``"*"`` for all points at once."""

    number: str
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is expected, read against the meeting date (see guidelines, *Deadline*).

    ``earliest`` and ``latest`` are inclusive; ``rrule`` follows RFC 5545; ``anchor`` names what an event hangs on.
    ``rule`` is the id of the grammar rule that read the words; ``linked`` says that the words stand in a neighbouring
    sentence of the follow-up.
    """

    text: str
    start: int
    end: int
    type: DeadlineType
    relation: Relation | None = None
    earliest: date | None = None
    latest: date | None = None
    rrule: str | None = None
    anchor: str | None = None
    approximate: bool = False
    rule: str = ""
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """A unit or person who must act. ``name`` is the full name the document (or register) gives for ``text``.

    Where several full names fit, ``name`` is ``text`` itself and ``candidates`` lists them: the question stays open.
    """

    text: str
    start: int
    end: int
    name: str
    linked: bool = False
    kind: str | None = None
    id: str | None = None
    email: str | None = None
    candidates: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit or person named in a sentence with the role it plays in the clause (``owner``, ``partner``, ``recipient``,
    ``requester``, ``speaker``, ``voter``, ``mention``)."""

    text: str
    start: int
    end: int
    role: str
    kind: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A task that the meeting ordered (``kind="ordered"``) or that a plan table lists (``kind="planned"``).

    ``sentence`` is where the task is told and ``text`` its exact slice; ``spans`` are all sentences that tell it, in order;
    ``task`` is what is to be done as one running line (for a row of a plan table: its activity).
    """

    text: str
    sentence: Span
    page: int
    score: float
    owners: tuple[Owner, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    spans: tuple[Span, ...] = ()
    kind: str = "ordered"
    subtype: Subtype | None = None
    task: str = ""

    @property
    def parts(self) -> tuple[Owner | Deadline, ...]:
        """Its owners and deadlines."""
        return (*self.owners, *self.deadlines)


@dataclass(frozen=True, slots=True)
class Vote:
    """One side of a ballot. ``position`` is ``for``, ``against``, ``abstain``, ``reservation`` or ``unanimous``."""

    text: str
    start: int
    end: int
    position: str
    count: int | None = None
    parties: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money; ``value`` in kroner, negative for a reduction; ``direction`` as the words say (``bevilling`` …)."""

    text: str
    start: int
    end: int
    value: float
    currency: str = "DKK"
    direction: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A case number, KLE number, legal reference or the like; ``value`` is its normalised form."""

    text: str
    start: int
    end: int
    kind: str
    value: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Disqualification:
    """A member who was declared inhabil in the item."""

    text: str
    start: int
    end: int
    name: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading line, list item or table cell; ``text`` is the exact slice of the source.

    ``heading`` is the zone's heading; ``lead`` is the sentence that introduces the list this one is an item of.
    ``subtype`` is that of the weightiest label.
    """

    start: int
    end: int
    text: str
    page: int = 1
    zone: ZoneKind = ZoneKind.CASE
    kind: SentenceKind = SentenceKind.PROSE
    heading: str | None = None
    lead: Span | None = None
    labels: tuple[LabelScore, ...] = ()
    subtype: Subtype | None = None
    resolves: tuple[Resolution, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    units: tuple[UnitMention, ...] = ()

    @property
    def span(self) -> Span:
        """Its place in ``Source.text``."""
        return Span(self.start, self.end)

    def has(self, label: Label) -> bool:
        """Whether it carries the label."""
        for given in self.labels:  # noqa: SIM110 (asked of every sentence several times: a generator costs more)
            if given.label is label:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of an item with one purpose; ``heading`` as it stands in the text, None where there is none."""

    zone: ZoneKind
    start: int
    end: int
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A numbered point of the indstilling; ``answers`` says how the body answered it, in the order of the minutes."""

    number: str
    text: str
    start: int
    end: int
    answers: tuple[Polarity, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item with all its sentences, in order."""

    number: str | None
    title: str
    start: int
    end: int
    outcome: Outcome = Outcome.NONE
    outcome_score: float | None = None
    closed: bool = False
    zones: tuple[Zone, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    votes: tuple[Vote, ...] = ()
    amounts: tuple[Amount, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    disqualifications: tuple[Disqualification, ...] = ()

    @property
    def span(self) -> Span:
        """Its place in ``Source.text``, title and all."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A stretch of the file that belongs to one meeting. ``sentences`` are those outside every item (front matter, attachments
    between items); ``date_source`` says where the date was read (``argument``, ``heading``, ``text``, ``file name``); where the head lacks the year,
    ``text``."""

    start: int
    end: int
    date: _Date | None = None
    date_source: str | None = None
    body: str | None = None
    kind: MeetingKind = MeetingKind.MINUTES
    items: tuple[Item, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()

    def all_sentences(self) -> list[Sentence]:
        """Every sentence of the meeting in document order."""
        found = [*self.sentences, *(sentence for item in self.items for sentence in item.sentences)]
        return sorted(found, key=lambda sentence: sentence.start)


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """What produced a result: recorded so that it can be reproduced."""

    name: str = "decisionnlp"
    version: str = ""
    model: str = "rules"
    base: str = "blank:da"


@dataclass(frozen=True, slots=True)
class Minutes:
    """A whole document, analysed. ``furniture`` are page headers, footers and margins: no sentence holds their characters."""

    source: Source
    meetings: tuple[Meeting, ...] = ()
    pipeline: PipelineInfo = field(default_factory=PipelineInfo)
    furniture: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def items(self) -> list[Item]:
        """The items of all meetings, in the order of the text."""
        return [item for meeting in self.meetings for item in meeting.items]

    @property
    def follow_ups(self) -> list[FollowUp]:
        """All follow-ups in document order, those ordered by a meeting and those planned in a table."""
        found = [task for item in self.items for task in item.follow_ups]
        found += [task for meeting in self.meetings for task in meeting.follow_ups]
        return sorted(found, key=lambda task: task.sentence.start)

    @property
    def decisions(self) -> list[Sentence]:
        """The sentences that carry DECISION, in the order of the text."""
        return [sentence for sentence in self.sentences() if sentence.has(Label.DECISION)]

    @property
    def approvals(self) -> list[Sentence]:
        """The sentences that carry APPROVAL, in the order of the text."""
        return [sentence for sentence in self.sentences() if sentence.has(Label.APPROVAL)]

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence of the document once, in order."""
        found = [sentence for meeting in self.meetings for sentence in meeting.all_sentences()]
        return iter(sorted(found, key=lambda sentence: sentence.start))

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract, version 1, as plain dictionaries and lists."""
        from decisionnlp.contract import minutes_to_dict

        return minutes_to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The JSON contract, version 1, as text (UTF-8 characters unescaped)."""
        from decisionnlp.contract import minutes_to_json

        return minutes_to_json(self, indent=indent)

    def to_dataframe(self) -> pandas.DataFrame:
        """One row per follow-up, decision and approval, with source offsets; needs pandas (the ``data`` extra)."""
        from decisionnlp.export.frame import minutes_to_dataframe

        return minutes_to_dataframe(self)
