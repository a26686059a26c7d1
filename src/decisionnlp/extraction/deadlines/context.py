"""Whether a time expression is a deadline at all, told from the words around it; if not, a reason.

The reasons: ``past``, ``past-tense``, ``retold``, ``meeting-date``, ``next-meeting``, ``this-meeting``, ``label``, ``effective``,
``validity``, ``statutory``, ``hearing``, ``budget-year``, ``period-name``, ``document-date``, ``about``, ``status``,
``opening-hours``, ``bare``, ``generic-event``, ``dated-beside``, ``reason``, ``condition``, ``content``, ``happening``, ``attending``,
``foreseen``, ``change``, ``goal``, ``foretold``.
"""

from __future__ import annotations

from functools import cache

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.announcements import (
    announces,
    entitles,
    heads,
    is_part_of_a_name,
    labelled,
    of_an_occasion_named,
)
from decisionnlp.extraction.deadlines.attributions import invites
from decisionnlp.extraction.deadlines.belongings import belongs_elsewhere
from decisionnlp.extraction.deadlines.lengths import (
    AFTER_N,
    IN_N,
    N_AFTER_DATE,
    N_FROM_EVENT,
    WITHIN_N,
)
from decisionnlp.extraction.deadlines.meeting_events import MEETING, MEETING_DAY
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BY,
    REL_FROM,
    REL_IN,
    REL_ON,
    TYPE_EVENT,
    TYPE_RECURRENCE,
    TYPE_VAGUE,
)
from decisionnlp.extraction.deadlines.occasions import PROCESS_DAY
from decisionnlp.extraction.deadlines.pasts import past_tense
from decisionnlp.extraction.deadlines.predicates import no_deed
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.standing import (
    OPENS,
    describes,
    is_period,
    names_a_thing,
    subordinate,
    whenever,
)
from decisionnlp.extraction.deadlines.stretches import Grain
from decisionnlp.extraction.deadlines.surroundings import Surroundings, any_of
from decisionnlp.extraction.deadlines.tenses import FORMS, STATES
from decisionnlp.extraction.deadlines.terms import applies_or_lasts, by_law, hearing, holds_until, of_a_year, statutory

_LENGTHS = frozenset({WITHIN_N, N_FROM_EVENT, N_AFTER_DATE, AFTER_N})
_LABELS = any_of("label")
_APPLYING = any_of("effective", "validity", "validity.money")
_UNTIL_THEN = _APPLYING | any_of("validity.posts")
_STANDING = any_of("standing")
_HEARINGS = any_of("hearing", "hearing.limits", "hearing.answers")
_LAWS = any_of("age", "law")
_TITLES = any_of("title")
_PROGNOSIS, _LYING = any_of("prognosis"), any_of("lying")
_ASKED_ABOUT = any_of("asking", "whether")
_OPENING = any_of("opening", "opening_signs")
_WONT = any_of("habit.wont")
# All that makes a rule of this module be tried; the rules of others are asked apart.
_CUES = _LABELS | _UNTIL_THEN | _STANDING | _HEARINGS | _LAWS | _TITLES | _PROGNOSIS | _LYING | _OPENING | _WONT
_YEAR = Grain.YEAR
_CLOSED = lexicons.words("deadline_words", "closed")
_AWAY = frozenset({"ferie", "fri"})


# How things are: hvad man gør i dag
_ASKED = frozenset({"hvad", "hvordan", "som", "hvor", "man"})


def _is_state(placed: Placed, around: Surroundings, year_long: bool) -> bool:
    """How things are today or in the year that runs: *Udvalget har i dag 9 medlemmer.*"""
    meeting, begins = around.meeting, placed.earliest
    if meeting is None or begins is None or begins > meeting:
        return False
    today = placed.deictic and placed.relation is REL_ON and begins == placed.latest == meeting
    if not (today or year_long):
        return False
    words = around.tokens.words
    verb = around.clauses.governing(placed.start, placed.end)
    state = verb >= 0 and words[verb] in STATES
    if today:
        if words[placed.start : placed.end] == ["i", "dag"] and placed.start == around.bounds(placed.start)[0]:
            return True  # I dag køres 19 børn til skole.
        asked = not _ASKED.isdisjoint(around.clause_words(placed.start)) and not words[verb].endswith("es")
        return state or verb < 0 or asked or (words[placed.start] == "i" and verb > placed.end + 3)
    return state


def _is_closed_or_open(placed: Placed, around: Surroundings) -> bool:
    """Opening hours, and when a place is closed."""
    at = placed.start
    clause = around.clause_words(at)
    if (
        placed.relation in (REL_IN, REL_BY, REL_ON)
        and not _CLOSED.isdisjoint(clause)
        and "senest" not in clause
        and placed.lead not in ("by", "before", "end")
    ):
        return True
    if placed.relation in (REL_IN, REL_ON) and not _AWAY.isdisjoint(clause) and {"holder", "har"} & clause:
        return True  # Skolen holder ferie i uge 42.
    weekday = placed.rule.endswith("weekday")
    if weekday and around.sentence_has(at, "opening_signs"):
        return True
    begin = around.bounds(at)[0]
    if around.near_has(begin, begin + 1, "opening_signs") and not around.clauses.verbs:  # Åbningstid i maj: 10-16
        return True
    weekly = weekday or placed.type is TYPE_RECURRENCE or placed.lead == "between"
    return weekly and around.clause_has(at, "opening") and "hus" not in clause


def _lies_in_a_holiday(placed: Placed, around: Surroundings) -> bool:
    """``Efterårsferien ligger i uge 42.``"""
    clause = around.clause_words(placed.start)
    return "ligger" in clause and any(word.endswith("ferien") for word in clause)


@cache
def _reads_a_year(rule: str) -> bool:
    return rule.endswith("-year") and "half" not in rule


def reason_against(placed: Placed, around: Surroundings) -> str | None:
    """Why the expression is no deadline, or ``None`` where it is one."""
    if placed.reason is not None:
        return placed.reason
    meeting, relation, kind, mask = around.meeting, placed.relation, placed.type, around.mask
    cued = mask & _CUES  # 0 for most texts, and then none of what it is asked for below is looked at
    if kind is TYPE_EVENT and relation is REL_AFTER and cued & _STANDING and whenever(placed, around):
        return "condition"
    if kind is TYPE_VAGUE:
        return "past-tense" if around.may_be_past and past_tense(placed, around) else None
    latest, earliest = placed.latest, placed.earliest
    if meeting is not None and (
        latest < meeting if latest is not None else earliest is not None and earliest < meeting and placed.absolute
    ):
        return "past"  # it lies wholly before the meeting
    if cued and cued & _LABELS and labelled(placed, around):
        return "label"
    if relation is REL_ON and latest is not None and latest == earliest == meeting and not placed.deictic:
        return "meeting-date"
    lead, rule, at, words = placed.lead, placed.rule, placed.start, around.tokens.words
    if (
        around.tokens.told & 2
        and (relation is REL_ON or relation is REL_IN or lead == "to")
        and rule not in (WITHIN_N, IN_N)
        and announces(placed, around)
    ):
        return "next-meeting"
    if cued:
        until = kind is TYPE_EVENT and cued & _UNTIL_THEN and words[at] in ("frem", "indtil")
        if until and holds_until(placed, around):
            return "validity"
    if (lead == "from" or (cued and cued & _APPLYING)) and kind is not TYPE_EVENT:
        reason = applies_or_lasts(placed, around)
        if reason is not None:
            return reason
    if rule in _LENGTHS and statutory(placed, around):
        return "statutory"
    if cued:
        if cued & _LAWS and by_law(placed, around):
            return "statutory"
        if cued & _HEARINGS and kind is not TYPE_RECURRENCE and hearing(placed, around):
            return "hearing"
    year_long = placed.grain == _YEAR or _reads_a_year(rule)
    if year_long:
        reason = of_a_year(placed, around)
        if reason is not None:
            return reason
    if around.may_be_past and past_tense(placed, around):
        return "past-tense"
    if (placed.deictic or year_long) and _is_state(placed, around, year_long):
        return "status"
    before = words[at - 1] if at else ""
    if lead == "to" and before in ("vente", "venter", "ventes"):
        return "status"
    if relation is REL_FROM and (rule in (MEETING, MEETING_DAY) or before in ("er", "stammer", "hidrører")):
        return "document-date"  # udsat fra mødet i september
    if cued:
        if relation is REL_IN and cued & _LYING and _lies_in_a_holiday(placed, around):
            return "status"
        if cued & _OPENING and _is_closed_or_open(placed, around):
            return "opening-hours"
    reason = belongs_elsewhere(placed, around)
    if reason is not None:
        return reason
    behind = words[placed.end]
    if kind is not TYPE_RECURRENCE or mask & _ASKED_ABOUT:
        reason = subordinate(placed, around) if mask & OPENS else None
        if reason is None and (behind in FORMS or behind.endswith("es")) and names_a_thing(placed, around):
            reason = "about"
        if reason is not None:
            return reason
    if cued and cued & _PROGNOSIS and kind is not TYPE_EVENT and around.clause_has(at, "prognosis"):
        return "status"
    if around.may_be_past and describes(placed, around):
        return "status"
    if lead == "between":
        if is_period(placed, around):
            return "period-name"
    elif lead == "bare":
        if is_part_of_a_name(placed, around):
            return "bare"
    elif lead == "to" and placed.grain == _YEAR and placed.absolute and before.endswith(("en", "et", "ene")):
        return "about"  # forberede omlægningen til 2026
    if rule == PROCESS_DAY and _of_a_process(placed, around):
        return "about"
    if relation is REL_ON or relation is REL_IN:
        if cued and cued & _TITLES and relation is REL_ON and entitles(placed, around):
            return "about"
        if behind == "kl" and relation is REL_ON and heads(placed, around):
            return "label"
        if (behind == ":" or before in ("bliver", "år")) and of_an_occasion_named(placed, around):
            return "label"
        if before == "ikke" and kind is not TYPE_EVENT:
            return "status"  # Vandet skiftes ikke i uge 7.
    if cued and cued & _WONT and _is_wont(placed, around):
        return "status"
    if before == "hensyn" and words[at] == "til":
        return "reason"  # af hensyn til budgetlægningen
    return no_deed(placed, around, year_long)


def _of_a_process(placed: Placed, around: Surroundings) -> bool:
    """``Ved kommunalvalget den 18. november stiller ti lister op.``"""
    words, at = around.tokens.words, placed.start
    if words[at] == "til":
        return invites(placed, around)
    if words[at] != "ved" or placed.relation is not REL_ON:
        return False
    return at == around.bounds(at)[0] or words[at + 1].endswith(("valget", "valgene"))


def _is_wont(placed: Placed, around: Surroundings) -> bool:
    """``vognmanden, der plejer at køre sand ud i april``"""
    at = placed.start
    told = around.tokens.words[max(around.bounds(at)[0], at - 8) : at]
    return "plejer" in told and told[told.index("plejer") + 1 :][:1] == ["at"]
