"""Whether anybody is to do what a time expression stands beside. A deadline needs a deed: what happens by itself, what is
foreseen or aimed at, what others may do and what a paper lays down sets none.
"""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.event_clauses import CLAUSE
from decisionnlp.extraction.deadlines.happenings import (
    UNTIL,
    begins_to_apply,
    comes_of_age,
    comes_to_be,
    foreseen,
    happens,
    lasts,
    moves_by_itself,
    represents,
    stands,
)
from decisionnlp.extraction.deadlines.members import REL_BEFORE, REL_BY, REL_IN, REL_ON, TYPE_EVENT, TYPE_RECURRENCE
from decisionnlp.extraction.deadlines.provisions import (
    aimed_at,
    by_habit,
    entitled,
    for_anybody,
    implied,
    laid_down,
    of_neighbours,
    outside,
    says_who,
)
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.surroundings import CUES, Surroundings, any_of
from decisionnlp.extraction.deadlines.tokens import MONTHS, word_set

_AWAY = any_of("away")
_STRETCHES = lexicons.words("deadline_words", "leading_up")
_ABOUT_SO_MANY = word_set("omkring ca cirka over mellem op godt knap i gennemsnit")
_IMPLYING = any_of("implying")
_HAPPENING = any_of("happens", "happens.place")
_PREDICATES = any_of(
    "happens", "happens.place", "attends", "foreseen", "changes", "rates", "source", "papers", "foretold", "outside", "implying",
    "feasts", "feasts.age", "absent",
)  # fmt: skip
# Those of them that a word of the clause tells.
_ATTENDS, _FEASTS, _AGES = any_of("attends"), any_of("feasts"), any_of("feasts.age")
_CHANGES, _RATES, _FORETOLD = any_of("changes"), any_of("rates"), any_of("foretold")
_OF_CLAUSES = _ATTENDS | _FEASTS | _AGES | _CHANGES | _RATES | _FORETOLD
_FORESEEN = any_of("foreseen")
_WINDOW, _BINDING, _OFFERED, _BORN = any_of("window"), any_of("binding"), any_of("offered"), any_of("born")
_VALIDITY, _RENTED = any_of("validity"), any_of("rented", "rented.hourly")
_PERSONNEL, _BALLOTS = any_of("personnel"), any_of("personnel.ballot")
_STANDINGS = _WINDOW | _BINDING | _OFFERED | _BORN | _VALIDITY | _RENTED | _PERSONNEL | _BALLOTS | any_of("entitled")
_PEOPLE = any_of("people", "people.fees")
_COMING = any_of("happens.coming")
_WEEKENDS = frozenset({"weekend", "in-weekend", "on-weekend"})
_HABITS = any_of("habit", "habit.rule", "habit.used")
_ELSEWHERE, _OTHER_BODIES = any_of("elsewhere"), any_of("elsewhere.bodies")
_SOURCES = any_of("source", "papers")
_RELATIVES, _COMMA, _RUNS_ON = any_of("dependent"), any_of("dependent.comma"), any_of("running")
_CUES = (
    _PREDICATES
    | _STANDINGS
    | _PEOPLE
    | _COMING
    | _HABITS
    | _ELSEWHERE
    | _OTHER_BODIES
    | _RELATIVES
    | _COMMA
    | _RUNS_ON
    | _AWAY
)  # all that a rule below has to have in the text


_OUTSIDE = any_of("outside", "outside.ballots", "outside.ministries")


def no_deed(placed: Placed, around: Surroundings, year_long: bool) -> str | None:
    """Why nobody does what the expression stands beside, or ``None`` where it may be a deed."""
    if placed.rule == CLAUSE:  # inden vandet stiger: the verb is that of the event
        return None
    lead, at, kind, relation = placed.lead, placed.start, placed.type, placed.relation
    if lead == "from":
        if begins_to_apply(placed, around):
            return "effective"
    elif lead in UNTIL and lasts(placed, around):
        return "validity"
    tokens, words = around.tokens, around.tokens.words
    placing = relation is REL_ON or relation is REL_IN
    if at and words[at] == "op" and words[at - 1] in _STRETCHES:
        return "about"
    cued = around.mask & _CUES  # 0 for half of the texts
    if cued and cued & _AWAY and at and kind is not TYPE_RECURRENCE and CUES.of(words[at - 1]) & _AWAY:
        return "status"
    if cued and cued & _COMING and placing and comes_to_be(placed, around):
        return "happening"
    if (
        (cued & _RUNS_ON or not (tokens.has_verb or kind is TYPE_RECURRENCE))
        and kind is not TYPE_EVENT
        and lead not in ("by", "before")
        and moves_by_itself(placed, around)
    ):
        return "happening"
    if lead == "between" and words[at] == "fra" and any(map(_moves, around.clause_words(at))):
        return "change"  # Udsendelsen udskydes fra 15. til 25. marts.
    if kind is TYPE_RECURRENCE:  # Der udsendes hvert år omkring 400 breve.
        behind = placed.end + 1 if words[placed.end] in _ABOUT_SO_MANY else placed.end
        if words[behind].isdecimal() and words[behind + 1].isalpha() and words[behind + 1] not in MONTHS:
            return "status"
    if cued:
        if cued & _PEOPLE and for_anybody(placed, around):
            return "statutory"
        if cued & _HABITS and by_habit(placed, around):
            return "status"
        elsewhere = cued & _ELSEWHERE or (cued & _OTHER_BODIES and "andre" in words)
        if elsewhere and of_neighbours(placed, around):
            return "happening"
        if cued & _RELATIVES and cued & _COMMA and (placing or relation is REL_BEFORE or lead == "end"):
            reason = says_who(placed, around)
            if reason is not None:
                return reason
    if year_long and aimed_at(placed, around) and (lead != "by" or around.sentence_has(at, "aims")):
        return "goal"
    reason = _by_predicate(placed, around) if cued & _PREDICATES else None
    return _by_standing(placed, around) if reason is None and cued & _STANDINGS else reason


def _moves(word: str) -> bool:
    return word.startswith(("udskyd", "forskyd"))


def _by_predicate(placed: Placed, around: Surroundings) -> str | None:
    """What the verb of the clause tells."""
    lead, at, relation, mask = placed.lead, placed.start, placed.relation, around.mask
    placing = relation is REL_ON or relation is REL_IN
    if (placing or lead in ("to", "end")) and mask & _HAPPENING and happens(placed, around):
        return "happening"
    cued = around.clause_mask(at) if mask & _OF_CLAUSES else 0
    if (
        cued & _ATTENDS
        and (placing or relation is REL_BY)
        and lead != "by"
        and (placed.earliest or placed.latest) is not None
        and placed.anchor != "next_meeting"
        and placed.type is not TYPE_RECURRENCE
        and represents(placed, around)
    ):
        return "attending"
    if (
        placing
        and placed.type is not TYPE_RECURRENCE
        and (cued & _FEASTS or (cued & _AGES and comes_of_age(around, at)))
    ):
        return "happening"
    if mask & _FORESEEN and foreseen(placed, around):
        return "foreseen"
    if cued & _CHANGES and lead != "by":
        return "change"
    if cued & _RATES and (around.clause_has(at, "budget") or "år" in around.clause_words(at)):
        return "change"
    if mask & _SOURCES and laid_down(placed, around):
        return "statutory"
    if cued & _FORETOLD and lead != "by" and {"har", "er"} & around.clause_words(at):
        return "foretold"
    if placing and around.sentence_has(at, "absent") and "tilbage" in around.clause_words(at):
        return "status"
    if mask & _IMPLYING and implied(placed, around):
        return "content"
    if mask & _OUTSIDE and around.sentence_mask(at) & _OUTSIDE and outside(placed, around):
        return "foretold"
    return None


def _by_standing(placed: Placed, around: Surroundings) -> str | None:
    """What people may do, contracts hold and posts bring."""
    lead, at, recurring = placed.lead, placed.start, placed.type is TYPE_RECURRENCE
    cued = around.clause_mask(at) & _STANDINGS
    if cued & _BALLOTS and stands(around, at):
        return "effective"
    if around.sentence_has(at, "entitled") and entitled(placed, around):
        return "statutory"
    if not cued:
        return None
    clause = around.clause_words(at)
    if cued & _WINDOW and lead in ("until", "between", "valid", "from") and {"kan", "har"} & clause:
        return "hearing"
    if recurring and cued & _BINDING:
        return "validity"
    if cued & _OFFERED and "kan" in clause:
        return "hearing"
    if cued & _BINDING and (
        "kan" in clause or "automatisk" in clause or lead in ("until", "valid") or "tidligst" in clause
    ):
        return "validity"
    if cued & _RENTED and (recurring or placed.rule in _WEEKENDS) and "kr" in clause:
        return "validity"  # 500 kr. i hverdagene og 900 kr. i weekenden
    if recurring and cued & _VALIDITY and {"er", "har"} & clause:
        return "status"  # Hallen er booket hver tirsdag.
    placing = placed.relation is REL_ON or placed.relation is REL_IN
    if cued & _PERSONNEL and (placing or lead in ("end", "to")):
        return "effective"
    return "statutory" if cued & _BORN else None
