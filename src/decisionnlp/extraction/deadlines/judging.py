"""Expressions in their context: relations told apart from their dates, retold decisions, meetings with a day in the calendar."""

from __future__ import annotations

from collections import Counter
from datetime import date

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines.calendar import MeetingCalendar
from decisionnlp.extraction.deadlines.context import reason_against
from decisionnlp.extraction.deadlines.event_clauses import CLAUSE, comes_and_goes
from decisionnlp.extraction.deadlines.events import NEXT_TIME
from decisionnlp.extraction.deadlines.lengths import N_FROM_EVENT, shifted
from decisionnlp.extraction.deadlines.meeting_events import MEETING
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BEFORE,
    REL_BY,
    REL_FROM,
    REL_IN,
    REL_ON,
    TYPE_DATE,
    TYPE_EVENT,
    TYPE_RECURRENCE,
    TYPE_VAGUE,
)
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.scanning import reread_as_past
from decisionnlp.extraction.deadlines.stretches import Grain
from decisionnlp.extraction.deadlines.surroundings import Surroundings
from decisionnlp.extraction.deadlines.tenses import Form
from decisionnlp.extraction.deadlines.tokens import LIMIT, Tokens

# Reasons that each date has for itself; the others hold for all that a sentence strings together.
_OWN = frozenset(
    {"past", "past-tense", "retold", "meeting-date", "dated-beside", "bare", "this-meeting", "generic-event"}
)
_PUTTING_OFF = lexicons.words("deadline_words", "putting_off")
# Right behind one of these forms no second verb stands, but its object.
_BEFORE_NOUNS = (Form.PRESENT, Form.INFINITIVE)
# Behind one of these *til* belongs to the verb: sendes ud til, er klar til.
_NO_NOUNS = lexicons.words("deadline_words", "no_nouns")
Judged = list[tuple[Placed, str | None]]


def _with_senest(placed: Placed, around: Surroundings) -> Placed:
    """``skal senest afleveres den 3. maj``: a *senest* apart from its date."""
    if (placed.relation is not REL_ON and placed.relation is not REL_IN) or placed.type is TYPE_RECURRENCE:
        return placed
    words = around.tokens.words
    begin, _ = around.bounds(placed.start)
    for look in range(placed.start - 1, max(begin, placed.start - 12) - 1, -1):
        word = words[look]
        if word == "tidligst" and placed.earliest is not None and _in_one_clause(around, look, placed.start):
            return placed.but(relation=REL_FROM, latest=None, type=TYPE_DATE)
        if (
            word == "senest"
            and placed.latest is not None
            and words[placed.start - 1] != "og"
            and _in_one_clause(around, look, placed.start)
        ):
            kind = placed.type if placed.type is TYPE_EVENT else TYPE_DATE
            return placed.but(relation=REL_BY, earliest=None, type=kind)
        if (
            placed.relation is REL_ON
            and word.endswith(("frist", "fristen", "deadline", "deadlinen"))
            and word != "betalingsfrist"
        ):
            between = words[look + 1 : placed.start]
            if (len(between) <= 7 or between[-1] == "er") and not ({"og", "der", "som", ","} & set(between)):
                return placed.but(relation=REL_BY, earliest=None, type=TYPE_DATE)
    return placed


def _in_one_clause(around: Surroundings, first: int, second: int) -> bool:
    clauses = around.clauses
    return clauses.clause(first) == clauses.clause(second)


def _inherited(placed: Placed, former: Placed, tokens: Tokens) -> Placed:
    """``senest 1. maj og 1. november``: the second date takes the relation of the first."""
    if placed.start - former.end != 1 or tokens.words[former.end] not in ("og", "eller"):
        return placed
    if (
        placed.relation is REL_ON
        and former.relation in (REL_BY, REL_BEFORE)
        and placed.latest is not None
        and placed.grain == Grain.DAY
    ):
        latest = placed.latest - cal.DAY if former.relation is REL_BEFORE else placed.latest
        return placed.but(relation=former.relation, earliest=None, latest=latest)
    return placed


def coordinated(former: Placed | None, placed: Placed, tokens: Tokens) -> bool:
    """The expression stands right behind another with *og*, *eller* or a comma between."""
    return (
        former is not None
        and placed.start - former.end == 1
        and tokens.words[former.end] in ("og", "eller", "samt", ",", "(")
    )


def by_calendar(placed: Placed, calendar: MeetingCalendar | None, meeting: date | None) -> Placed:
    """Give an event that is a meeting its day from the meeting calendar."""
    if (
        calendar is None
        or meeting is None
        or placed.type is not TYPE_EVENT
        or placed.anchor not in ("next_meeting", "meeting")
    ):
        return placed
    if placed.rule == N_FROM_EVENT:
        day = calendar.after(meeting) if placed.anchor == "next_meeting" else None
        if day is None or placed.length is None:
            return placed
        return placed.but(latest=shifted(day, placed.length, placed.direction))
    if placed.earliest is not None and placed.latest is not None:
        day = calendar.only_within(placed.earliest, placed.latest)
    elif placed.anchor == "next_meeting":
        day = calendar.after(meeting)
    else:
        day = None
    if day is None:
        return placed
    if placed.relation is REL_BY:
        return placed.but(earliest=None, latest=day)
    if placed.relation is REL_BEFORE:
        return placed.but(earliest=None, latest=day - cal.DAY)
    if placed.relation is REL_AFTER:
        return placed.but(earliest=day + cal.DAY, latest=None)
    return placed.but(earliest=day, latest=day)


def _undated(placed: Placed) -> bool:
    return placed.earliest is None and placed.latest is None and placed.rrule is None


def judge(tokens: Tokens, found: list[Placed], meeting: date | None, calendar: MeetingCalendar | None) -> Judged:
    """Put each expression into its context."""
    around = Surroundings(tokens, meeting)
    if len(found) == 1:  # as in most texts: nothing to compare it with
        placed = found[0]
        if tokens.told & LIMIT:
            placed = _with_senest(placed, around)
        reason = reason_against(placed, around)
        if reason == "past-tense" and not placed.absolute:
            placed = reread_as_past(placed, tokens, meeting)
        return [(placed if calendar is None else by_calendar(placed, calendar, meeting), reason)]
    judged: Judged = []
    retold: int | None = None  # where a decision is told of the past
    former: Placed | None = None
    for placed in found:
        if tokens.told & LIMIT:
            placed = _with_senest(placed, around)
        if former is not None:
            placed = _inherited(placed, former, tokens)
        reason = reason_against(placed, around)
        if (
            reason is None
            and former is not None
            and judged[-1][1] is not None
            and coordinated(former, placed, tokens)
            and judged[-1][1] not in _OWN
        ):
            reason = judged[-1][1]  # forfalder i april og oktober
        former = placed
        if retold is not None and reason is None and _belongs_to_told(placed, around, retold):
            reason = "retold"
        if reason in ("past", "past-tense") and around.may_be_past and placed.relation in (REL_ON, REL_IN):
            clauses = around.clauses
            verb = clauses.governing(placed.start, placed.end)
            if verb >= 0 and clauses.is_past(verb, tokens):
                retold = placed.start
        if reason == "past-tense" and not placed.absolute:
            placed = reread_as_past(placed, tokens, meeting)
        judged.append((placed, reason))
    return _without_undated_beside(judged, around, calendar, meeting)


def _belongs_to_told(placed: Placed, around: Surroundings, told: int) -> bool:
    """It hangs on the same verb, or a clause with *at* has begun in the sentence since then and no main clause of its own."""
    clauses = around.clauses
    if clauses.sentence(placed.start) != clauses.sentence(told):
        return False
    if clauses.clause(placed.start) == clauses.clause(told):
        return clauses.governing(placed.start, placed.end) == clauses.governing(told, told + 1)
    dependent = False
    for number in range(clauses.clause(told) + 1, clauses.clause(placed.start) + 1):
        opener = around.tokens.words[clauses.openers[number]]
        if opener == "at" or (
            opener in ("som", "der") and "skulle" in around.clause_words(clauses.openers[number])
        ):  # lagt ud til Bent, som skulle melde tilbage inden marts
            dependent = True
        elif opener in ("men", "og", ";", "idet", "hvorfor", "så", "–", "—"):
            return False
    return dependent


def _is_put_off(placed: Placed, around: Surroundings, until_then: int) -> bool:
    """``Sagen udsættes til maj, og Bo ser inden da på prisen``: *da* is the day it is put off to; due is what is done till then."""
    clause = around.clauses.clause
    return clause(placed.start) != clause(until_then) and not _PUTTING_OFF.isdisjoint(around.clause_words(placed.start))


def _of_a_noun(placed: Placed, around: Surroundings) -> bool:
    """``melder input til trivselsmålingen ind senest mandag``: what a thing is for, where the clause has a day of its own."""
    words, at = around.tokens.words, placed.start
    if not at or words[at] != "til" or placed.rule in (MEETING, CLAUSE) or placed.rule == N_FROM_EVENT:
        return False
    before, forms = words[at - 1], around.clauses.forms
    noun = forms.get(at - 1) is None or (at > 1 and forms.get(at - 2) in _BEFORE_NOUNS)  # melde ønsker til temadagen
    return before.isalpha() and noun and before not in _NO_NOUNS


def _without_undated_beside(
    judged: Judged, around: Surroundings, calendar: MeetingCalendar | None, meeting: date | None
) -> Judged:
    """*snarest og senest 1. maj*, *på et møde senest i maj*: beside a date in its clause, the undated one says nothing more."""
    dated = {
        around.clauses.clause(placed.start) for placed, reason in judged if reason is None and not _undated(placed)
    }
    hung = Counter(
        around.clauses.governing(placed.start, placed.end)
        for placed, reason in judged
        if reason is None and not _undated(placed)
    )
    until_then = next(
        (
            placed.start
            for placed, reason in judged
            if reason is None and placed.rule == CLAUSE and placed.anchor == "da"
        ),
        -1,
    )
    rhythm = next((placed.start for placed, reason in judged if reason is None and placed.rrule), None)
    out: Judged = []
    for placed, reason in judged:
        if reason is None and _undated(placed) and around.clauses.clause(placed.start) in dated:
            soft = (
                placed.type is TYPE_VAGUE
                or (placed.rule == MEETING and placed.anchor == "meeting")
                or placed.rule == NEXT_TIME  # næste gang i september
            )
            if soft or (_of_a_noun(placed, around) and around.clauses.governing(placed.start, placed.end) in hung):
                reason = "dated-beside"
        elif (
            reason is None
            and placed.grain == Grain.HOLIDAY
            and _of_a_noun(placed, around)
            and hung[around.clauses.governing(placed.start, placed.end)] > 1
        ):
            reason = "dated-beside"  # I maj bestilles lokale til fastelavn
        if reason is None and placed.start < until_then and _is_put_off(placed, around, until_then):
            reason = "status"
        start = around.tokens.words[placed.start : placed.start + 2]
        begins = placed.relation is REL_FROM and not placed.rrule
        if reason is None and rhythm is not None and (begins or start in (["med", "start"], ["med", "opstart"])):
            reason = "dated-beside"
        if reason is None and rhythm is not None and placed.start > rhythm and comes_and_goes(placed, around.tokens):
            reason = "condition"  # fire gange årligt, når det er glat: whenever it is
        out.append((by_calendar(placed, calendar, meeting), reason))
    return out
