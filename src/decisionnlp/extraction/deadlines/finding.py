"""The doors of the room: every time expression of a text with its reading, and those that are deadlines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from decisionnlp.document import Deadline, DeadlineType, Relation
from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines import placing, rules
from decisionnlp.extraction.deadlines.calendar import MeetingCalendar
from decisionnlp.extraction.deadlines.context import Surroundings, reason_against
from decisionnlp.extraction.deadlines.events import _LEADS as EVENT_LEADS
from decisionnlp.extraction.deadlines.events import _VAGUE as VAGUE_STARTS
from decisionnlp.extraction.deadlines.events import MEETING, event_at, vague_at
from decisionnlp.extraction.deadlines.lengths import N_FROM_EVENT, length_at
from decisionnlp.extraction.deadlines.periods import _PARTS as PART_STARTS
from decisionnlp.extraction.deadlines.placing import Placed, former_at, placed_at
from decisionnlp.extraction.deadlines.recurrence import _ADVERBS as RECURRENCE_ADVERBS
from decisionnlp.extraction.deadlines.recurrence import recurrence_at
from decisionnlp.extraction.deadlines.stretches import Grain, Reading, Sense
from decisionnlp.extraction.deadlines.tenses import Clauses
from decisionnlp.extraction.deadlines.tokens import (
    DEFINITE_UNITS,
    HOLIDAYS,
    LAST,
    MONTHS,
    NEXT,
    NUMBERS,
    ORDINALS,
    SEASONS,
    THIS,
    UNITS,
    WEEKDAYS,
    Tokens,
    is_process,
    lower,
    meeting_kind,
)
from decisionnlp.flattening import flatten

_WORD = re.compile(r"[^\W\d_]+")
# Figures that may be a date: 10/5, 11.12, 2025, 3-5
_FIGURES = re.compile(r"\bd\. ?d\b|\d ?[./-] ?\d|(?:19|20)\d\d")
_CONTENT = frozenset(
    {"gang", "gange", "skoleår", "skoleåret", "skoleårets", "weekend", "weekenden", "månedsskiftet", "når", "snart", "dd", "hver", "hvert", "hveranden", "inden", "før",
     "senest", "idag", "imorgen", "morgen", "overmorgen", "dato", "halvdel", "udgangen", "løbende", "sigt", "snarest", "hurtigst", "straks", "omgående", "asap", "tide", "tid",
     "længe", "lejlighed", "tidspunkt", "snarligt", "behov", "kontinuerligt", "fortløbende", "efter", "rettidigt", "ophold", "samme", "nyt", "fremtid", "fremtiden", "fjor",
     "uger", "ugerne", "kristi", "skærtorsdag", "langfredag", "bededag", "hans", "skolernes"}
)  # fmt: skip
_STARTS = frozenset(
    {*placing._LEADS, *EVENT_LEADS, *VAGUE_STARTS, *PART_STARTS, *RECURRENCE_ADVERBS, *MONTHS, *WEEKDAYS, *SEASONS, *NEXT, *THIS, *LAST, *NUMBERS, *ORDINALS, "mellem", "når",
     "så", "hver", "hvert", "enhver", "hveranden", "hvertandet", "uge", "uger", "ugerne", "ugen", "i", "på", "for", "den", "det", "de", "d", "dags", "dd", "idag", "imorgen", "q", "k",
     "skoleåret", "årets", "ugens", "månedens", "kvartalets", "halvårets", "skoleårets", "kalenderårets", "månedsskiftet", "weekenden", "straks", "først", "forinden", "lige",
     "over", "gennem", "henover", "inden", "indenfor", "om", "efter", "senest", "hurtigst"}
)  # fmt: skip
_relevant: dict[str, bool] = {}
_RELEVANT_LIMIT = 60_000


def _is_relevant(word: str) -> bool:
    """The word may be part of a time expression; remembered, since minutes repeat their words."""
    known = (
        word in MONTHS or word in WEEKDAYS or word in UNITS or word in DEFINITE_UNITS or word in SEASONS or word in HOLIDAYS or word in _CONTENT
        or word in RECURRENCE_ADVERBS or meeting_kind(word) is not None or is_process(word)
    )  # fmt: skip
    if len(_relevant) > _RELEVANT_LIMIT:
        _relevant.clear()
    _relevant[word] = known
    return known


def _may_hold_time(lowered: str) -> bool:
    for word in _WORD.findall(lowered):
        known = _relevant.get(word)
        if known or (known is None and _is_relevant(word)):
            return True
    return _FIGURES.search(lowered) is not None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression as read. ``reason`` is ``None`` for a deadline, else the id of why it is none (see ``context``)."""

    deadline: Deadline
    reason: str | None

    @property
    def is_deadline(self) -> bool:
        return self.reason is None


_ABBREVIATIONS = frozenset(
    "d kl nr pkt stk jf bl a evt ift vedr inkl hhv pba pt mhp m mio mill kr ca f eks dvs osv mv o lign tlf pr ult jan feb febr mar apr jun jul aug sep sept okt nov dec "
    "man tirs ons tors fre lør søn kvt mdr md afd adm dir kom ekskl incl sml resp tirsd onsd torsd b c e g h i j k l n p q r s t u v x y z st dr".split()
)
_OPENERS = frozenset("•▪◦●–-*§\uf0b7")


def _sentence_starts(tokens: Tokens) -> list[int]:
    """Token indices at which a sentence begins; a text may hold several."""
    starts = [0]
    words = tokens.words
    for index in range(tokens.size - 1):
        word = words[index]
        if word in ("!", "?", "•", "▪", "◦", "●", "\uf0b7", "", "|") or word == ";":
            starts.append(index + 1)
        elif word == "." and index and not tokens.glued(index + 1):
            before = words[index - 1]
            following = index + 1
            if before in _ABBREVIATIONS and len(before) < 5 and not tokens.capitalised(following):
                continue
            if before in _ABBREVIATIONS and before not in ("kr", "mv", "m", "mio", "lign"):
                continue
            if before.isdecimal() and len(before) <= 2 and (words[following] in MONTHS or not tokens.capitalised(following)):
                continue
            if tokens.capitalised(following) or words[following].isdecimal() or words[following] in _OPENERS:
                starts.append(following)
    return starts


def _expression_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    return (
        former_at(tokens, index)
        or recurrence_at(tokens, index)
        or length_at(tokens, index, reading)
        or placed_at(tokens, index, reading)
        or event_at(tokens, index, reading)
        or vague_at(tokens, index)
    )


def _scan(tokens: Tokens, meeting: date | None) -> list[Placed]:
    """All expressions, left to right, none overlapping another; each token is tried once."""
    found: list[Placed] = []
    reading = Reading(meeting)
    words, size = tokens.words, tokens.size
    index = 0
    while index < size:
        word = words[index]
        if word not in _STARTS and not word.isdecimal():
            index += 1
            continue
        placed = _expression_at(tokens, index, reading)
        if placed is None:
            # a number that belongs to a longer one, or to a clock time, is not tried again in its middle
            index += 1
            continue
        found.append(placed)
        index = placed.end
    return found


def _with_senest(placed: Placed, around: Surroundings) -> Placed:
    """``skal senest afleveres den 3. maj``: a *senest* apart from its date."""
    if placed.relation not in (Relation.ON, Relation.IN) or placed.type is DeadlineType.RECURRENCE:
        return placed
    words = around.tokens.words
    begin, _ = around.bounds(placed.start)
    for look in range(placed.start - 1, max(begin, placed.start - 9) - 1, -1):
        if words[look] == "senest" and around.clauses.clause[look] == around.clauses.clause[placed.start]:
            if placed.latest is not None and words[placed.start - 1] != "og":
                kind = placed.type if placed.type is DeadlineType.EVENT else DeadlineType.DATE
                return placed._replace(relation=Relation.BY, earliest=None, type=kind)
        if words[look] in ("fristen", "deadline", "deadlinen", "frist", "svarfristen", "afleveringsfristen", "tidsfristen", "ansøgningsfristen", "tilmeldingsfristen") and placed.relation is Relation.ON:
            between = words[look + 1 : placed.start]
            if len(between) <= 7 and not ({"og", "der", "som", ","} & set(between)):
                return placed._replace(relation=Relation.BY, earliest=None, type=DeadlineType.DATE)
    return placed


def _inherited(placed: Placed, former: Placed | None, tokens: Tokens) -> Placed:
    """``senest 1. maj og 1. november``: the second date takes the relation of the first."""
    if former is None or placed.start - former.end != 1 or tokens.words[former.end] not in ("og", "eller"):
        return placed
    if placed.relation is Relation.ON and former.relation in (Relation.BY, Relation.BEFORE) and placed.latest is not None and placed.grain is Grain.DAY:
        latest = placed.latest - cal.DAY if former.relation is Relation.BEFORE else placed.latest
        return placed._replace(relation=former.relation, earliest=None, latest=latest)
    return placed


def _by_calendar(placed: Placed, calendar: MeetingCalendar | None, meeting: date | None) -> Placed:
    """Give an event that is a meeting its day from the meeting calendar."""
    if calendar is None or meeting is None or placed.type is not DeadlineType.EVENT or placed.anchor not in ("next_meeting", "meeting"):
        return placed
    if placed.rule == N_FROM_EVENT:
        return placed
    if placed.earliest is not None and placed.latest is not None:
        day = calendar.only_within(placed.earliest, placed.latest)
    elif placed.anchor == "next_meeting":
        day = calendar.after(meeting)
    else:
        day = None
    if day is None:
        return placed
    if placed.relation is Relation.BY:
        return placed._replace(earliest=None, latest=day)
    if placed.relation is Relation.BEFORE:
        return placed._replace(earliest=None, latest=day - cal.DAY)
    if placed.relation is Relation.AFTER:
        return placed._replace(earliest=day + cal.DAY, latest=None)
    return placed._replace(earliest=day, latest=day)


def _reread_as_past(placed: Placed, tokens: Tokens, meeting: date | None) -> Placed:
    again = _expression_at(tokens, placed.start, Reading(meeting, Sense.PAST))
    return again if again is not None and again.end == placed.end else placed


def _undated(placed: Placed) -> bool:
    return placed.earliest is None and placed.latest is None and placed.rrule is None


def _judge(tokens: Tokens, found: list[Placed], meeting: date | None, calendar: MeetingCalendar | None) -> list[tuple[Placed, str | None]]:
    """Put each expression into its context."""
    starts = _sentence_starts(tokens)
    clauses = Clauses(tokens, starts)
    around = Surroundings(tokens, clauses, starts, meeting)
    judged: list[tuple[Placed, str | None]] = []
    retold: tuple[int, int] | None = None  # sentence, clause of a decision told of the past
    former: Placed | None = None
    for placed in found:
        placed = _inherited(_with_senest(placed, around), former, tokens)
        former = placed
        reason = reason_against(placed, around)
        sentence, clause = clauses.sentence[placed.start], clauses.clause[placed.start]
        if reason is None and retold is not None and retold[0] == sentence and clause > retold[1] and _subordinate(around, retold[1], clause):
            reason = "retold"
        if reason in ("past", "past-tense") and placed.relation in (Relation.ON, Relation.IN):
            verb = clauses.governing(placed.start, placed.end)
            if verb >= 0 and clauses.is_past(verb, tokens):
                retold = (sentence, clause)
        if reason == "past-tense" and not placed.absolute:
            placed = _reread_as_past(placed, tokens, meeting)
        judged.append((placed, reason))
    return _without_undated_beside(judged, around, calendar, meeting)


def _subordinate(around: Surroundings, told: int, clause: int) -> bool:
    """Between the two clauses one begins with *at*, and no main clause of its own has begun."""
    words, openers = around.tokens.words, around.clauses.openers
    dependent = False
    for number in range(told + 1, clause + 1):
        opener = words[openers[number]]
        if opener == "at":
            dependent = True
        elif opener in ("men", "og", ";", "idet", "hvorfor", "så", "–", "—"):
            return False
    return dependent


def _without_undated_beside(
    judged: list[tuple[Placed, str | None]], around: Surroundings, calendar: MeetingCalendar | None, meeting: date | None
) -> list[tuple[Placed, str | None]]:
    """*snarest og senest 1. maj*, *på et møde senest i maj*: beside a date in its clause, the undated one says nothing more."""
    dated = {around.clauses.clause[placed.start] for placed, reason in judged if reason is None and not _undated(placed)}
    out: list[tuple[Placed, str | None]] = []
    for placed, reason in judged:
        if reason is None and _undated(placed) and around.clauses.clause[placed.start] in dated:
            soft = placed.type is DeadlineType.VAGUE or (placed.rule == MEETING and placed.anchor == "meeting")
            if soft:
                reason = "dated-beside"
        out.append((_by_calendar(placed, calendar, meeting), reason))
    return out


def _as_calendar(calendar: Sequence[date] | MeetingCalendar | None) -> MeetingCalendar | None:
    if calendar is None or isinstance(calendar, MeetingCalendar):
        return calendar
    return MeetingCalendar.of(calendar)


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
    """
    flat = flatten(text)
    lowered = lower(flat.text)
    if not _may_hold_time(lowered):
        return []
    tokens = Tokens(flat.text, lowered)
    found = _scan(tokens, meeting_date)
    if not found:
        return []
    judged = _judge(tokens, found, meeting_date, _as_calendar(calendar))
    if calendar is None and meeting_date is not None:
        days = [placed.latest for placed, reason in judged if reason == "next-meeting" and placed.latest and placed.latest > meeting_date]
        if days:
            printed = MeetingCalendar.of(days)
            judged = [(_by_calendar(placed, printed, meeting_date), reason) for placed, reason in judged]
    out: list[TimeExpression] = []
    for placed, reason in judged:
        span = flat.span(tokens.starts[placed.start], tokens.ends[placed.end - 1])
        deadline = Deadline(
            text[span.start : span.end], span.start, span.end, placed.type, placed.relation, placed.earliest, placed.latest,
            placed.rrule, placed.anchor, placed.approximate, placed.rule,
        )  # fmt: skip
        out.append(TimeExpression(deadline, reason))
    return out


def find_deadlines(text: str, *, meeting_date: date | None, calendar: Sequence[date] | MeetingCalendar | None = None) -> list[Deadline]:
    """The deadlines of a sentence or paragraph, read against the meeting date.

    >>> find_deadlines("Notatet sendes inden udgangen af marts.", meeting_date=date(2024, 1, 23))[0].latest
    datetime.date(2024, 3, 31)

    See ``find_time_expressions`` for the arguments. Without a meeting date only what is absolute gets dates.
    """
    found = find_time_expressions(text, meeting_date=meeting_date, calendar=calendar)
    return [expression.deadline for expression in found if expression.reason is None]


__all__ = ["TimeExpression", "find_deadlines", "find_time_expressions", "rules"]
