"""Relations of a task to a stretch of the calendar (*senest*, *inden*, *i løbet af*, *fra … til*): what they make of its bounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from decisionnlp.document import DeadlineType, Relation
from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BEFORE,
    REL_BY,
    REL_FROM,
    REL_IN,
    REL_ON,
    TYPE_DATE,
    TYPE_INTERVAL,
)
from decisionnlp.extraction.deadlines.stretches import Core, Grain, Reading, Sense
from decisionnlp.extraction.deadlines.tokens import Duration
from decisionnlp.slotted import Slotted

BY = rules.relation("by", "senest i maj", "senest, frist: the last day counts")
END = rules.relation("end", "inden udgangen af maj", "udgangen af, er omme: by the last day")
BEFORE = rules.relation("before", "inden 1. maj", "inden, før, forud for: the day before it begins")
IN = rules.relation(
    "in", "i løbet af marts", "i, i løbet af: between the first and last day, the meeting's at the earliest"
)
ON = rules.relation("on", "den 3. maj", "a day named alone or with på")
BARE = rules.relation("bare", "uge 47-48", "a period named without a preposition, as in the cell of a plan")
TO = rules.relation("to", "til den 4. maj", "til: by a day, in a month or season")
UNTIL = rules.relation("until", "frem til 1. maj", "frem til, indtil: by its last day")
AFTER = rules.relation("after", "efter påske", "efter: from the day behind it")
FROM = rules.relation("from", "tidligst i maj", "fra, tidligst: from its first day")
BETWEEN = rules.relation("between", "mellem 1. og 15. maj", "mellem … og, fra … til: first to last")
LATER = rules.relation("later", "senere på året", "senere på, senere i: by the last day, without a first one")
# Leads that make an expression something else than a deadline; the reason is told with it.
EFFECTIVE = rules.relation(
    "effective", "med virkning fra 1. august", "fra og med, med virkning fra, pr.: when something applies"
)
VALID = rules.relation("valid", "til og med 2026", "til og med: how long something lasts")
SINCE = rules.relation("since", "siden 2019", "siden: what has been")
OF = rules.relation("of", "notat af 3. maj 2023", "af, dateret: the date of a document or law")
ABOUT_IT = rules.relation("about", "planen for 2025", "for: the year or month that something is about")
FORMER = rules.relation("former", "i sidste uge", "sidste, forrige, for … siden: what has been")


@dataclass(slots=True)
class Placed(Slotted):
    """A read expression: tokens ``start`` to ``end``; ``reason`` says why it cannot be a deadline (``None`` if it can)."""

    start: int
    end: int
    type: DeadlineType
    relation: Relation | None
    earliest: date | None
    latest: date | None
    rule: str
    approximate: bool = False
    absolute: bool = False
    rrule: str | None = None
    anchor: str | None = None
    reason: str | None = None
    grain: int | None = None
    deictic: bool = False
    length: Duration | None = None  # of what lies a length of time from an event
    direction: int = 1
    lead: str = ""  # the relation rule, where there is one


REASONS = {
    EFFECTIVE: "effective",
    VALID: "validity",
    SINCE: "past",
    OF: "document-date",
    ABOUT_IT: "about",
    FORMER: "past",
}


def _ready(core: Core, relation: Relation, earliest: date | None, latest: date | None) -> DeadlineType:
    """``interval`` for two different bounds, ``date`` otherwise; without a meeting date the shape decides."""
    if earliest is None and latest is None:
        return TYPE_INTERVAL if relation is REL_IN and core.grain != Grain.DAY else TYPE_DATE
    return TYPE_INTERVAL if earliest and latest and earliest != latest else TYPE_DATE


_BY_LEADS = frozenset({BY, END, UNTIL})
# Leads that set one bound or move it; behind the others the stretch stands as it is.
_BOUNDING = _BY_LEADS | {LATER, BEFORE, AFTER, FROM, TO}


def place(core: Core, lead: str, start: int, reading: Reading, *, clamp: bool = True) -> Placed:
    """Apply a relation to a core."""
    first, last = core.first, core.last
    meeting = reading.meeting
    upside = first is not None and last is not None and last < first  # New Year, see ``holiday_bounds``
    earliest: date | None = None
    latest: date | None = None
    if lead not in _BOUNDING or (lead == TO and core.grain not in (Grain.DAY, Grain.HOLIDAY)):
        relation = REL_ON if core.grain == Grain.DAY else REL_IN
        if upside:  # ved årsskiftet: 31 December
            first, relation = last, REL_ON
        earliest, latest = first, last
        if clamp and meeting and earliest and latest and earliest < meeting <= latest and reading.sense != Sense.PAST:
            earliest = meeting
    elif lead in _BY_LEADS:
        relation = REL_BY
        latest = last
        if core.grain == Grain.HOLIDAY and not upside and first is not None:
            latest = last if lead == END else first - cal.DAY if core.approximate or lead == UNTIL else first
    elif lead == LATER:
        relation, latest = REL_IN, last
    elif lead == BEFORE:
        relation, latest = REL_BEFORE, first - cal.DAY if first else None
    elif lead == AFTER:
        relation, earliest = REL_AFTER, last + cal.DAY if last else None
    elif lead == FROM:
        relation, earliest = REL_FROM, first
    elif lead == TO and core.grain == Grain.DAY:
        relation, latest = REL_BY, last
    else:  # til with a holiday
        relation = REL_BY
        if first is not None and last is not None:
            latest = first - cal.DAY if core.approximate else min(first, last)
    if lead == SINCE:
        relation = REL_FROM
    return Placed(
        start,
        core.end,
        _ready(core, relation, earliest, latest),
        relation,
        earliest,
        latest,
        rules.joined(lead, core.rule),
        core.approximate,
        core.absolute,
        None,
        None,
        REASONS.get(lead),
        core.grain,
        core.deictic,
        None,
        1,
        lead,
    )
