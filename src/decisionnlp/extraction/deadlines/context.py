"""Whether a time expression is a deadline at all, told from the words around it; if not, a reason.

The reasons: ``past``, ``past-tense``, ``retold``, ``meeting-date``, ``next-meeting``, ``this-meeting``, ``label``, ``effective``,
``validity``, ``statutory``, ``hearing``, ``budget-year``, ``period-name``, ``document-date``, ``about``, ``status``,
``opening-hours``, ``bare``, ``generic-event``, ``dated-beside``, ``reason``, ``condition``, ``content``, ``happening``, ``attending``,
``foreseen``, ``change``, ``goal``, ``foretold``.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from decisionnlp.extraction.deadlines.belongings import belongs_elsewhere
from decisionnlp.extraction.deadlines.events import NEXT_TIME
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
    REL_BEFORE,
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
    are_goods,
    describes,
    is_period,
    names_a_thing,
    subordinate,
    whenever,
)
from decisionnlp.extraction.deadlines.stretches import Grain
from decisionnlp.extraction.deadlines.surroundings import Surroundings, any_of, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS, STATES, Form
from decisionnlp.extraction.deadlines.tokens import MONTHS, WEEKDAYS, meeting_kind, word_set

_LENGTHS = frozenset({WITHIN_N, N_FROM_EVENT, N_AFTER_DATE, AFTER_N})
_SUMMONS = word_set("indkaldes indkalder indkalde")
_PREPOSITIONS = word_set("på ved til inden efter før fra i for under om")
_MEETING_SUBJECTS = frozenset({"vi", "igen", "udvalget", "bestyrelsen", "rådet", "byrådet", "gang"})
_DOCUMENT, _LABEL, _ANNOUNCEMENT = words_of("document"), words_of("label"), words_of("announcement")
_LABELS = any_of("label")
_APPLYING = any_of("effective", "validity", "validity.money")
_STANDING = any_of("standing")
_HEARINGS = any_of("hearing", "hearing.limits", "hearing.answers")
_LAWS = any_of("age", "law")
_TITLES = any_of("title")
_PROGNOSIS, _LYING = any_of("prognosis"), any_of("lying")
_ASKED_ABOUT = any_of("asking", "whether")
_OPENING = any_of("opening", "opening_signs")
_PLACING = frozenset({"from", "on", "in", "bare", "to", "between"})
_LASTING = frozenset({"to", "until", "between", "end", "in", "bare", "from", "on", "by"})
_RUNS = frozenset({"slutter", "udløber", "afsluttes", "ender", "starter", "begynder", "løber", "varer"})
_CLOSED = frozenset(
    {"lukket", "ferielukket", "ferielukning", "lukkedage", "lukkedag", "lukkedagene", "lukkeuge", "lukkeuger"}
)
_AWAY = frozenset({"ferie", "fri"})


def _is_over(placed: Placed, meeting: date) -> bool:
    """It lies wholly before the meeting."""
    if placed.latest is not None:
        return placed.latest < meeting
    return placed.earliest is not None and placed.earliest < meeting and placed.absolute


def _announces(placed: Placed, around: Surroundings) -> bool:
    """The expression says when the body meets next: *Næste møde er den 5. marts*, *Den 5. marts holdes næste møde*."""
    tokens, words = around.tokens, around.tokens.words
    begin, _ = around.bounds(placed.start)
    if around.near_has(begin, min(begin + 3, placed.start), "dates_of_meetings") and (
        ":" in words[begin : placed.start] or words[begin] in ("mødedatoer", "mødedage", "mødedato", "mødedatoerne")
    ):
        return True
    if _SUMMONS.intersection(words[begin : placed.start]):  # der indkaldes til et ekstra møde: a task
        return False
    if placed.relation is REL_ON and words[begin] == "møde" and words[placed.start - 1] in ("bliver", "er", "ligger"):
        return True  # Møde med foreningerne bliver den 8. november.
    allowed = _ANNOUNCEMENT
    at = placed.start - 1
    steps = 0
    while at >= begin and steps < 14:
        word = words[at]
        kind = meeting_kind(word)
        if kind == "meeting":
            break
        if not (
            word in allowed
            or word in WEEKDAYS
            or not word[0].isalnum()
            or word.isdecimal()
            or word.endswith(("udvalget", "rådet", "bestyrelsen", "gruppen"))
        ):
            break
        at -= 1
        steps += 1
    if at >= begin and meeting_kind(words[at]) == "meeting":
        look = at - 1
        ahead = words[at].endswith(("mødet", "møder", "møde")) and words[at] in ("mødet", "møde", "møder")
        while look >= begin and at - look < 6:
            word = words[look]
            if word in (
                "næste",
                "kommende",
                "førstkommende",
                "nyt",
                "følgende",
                "næstkommende",
                "ordinære",
                "ordinært",
                "øvrige",
            ):
                ahead = True
            elif word in _PREPOSITIONS or word == "fælles":  # holder fælles møde: an act of its own
                return False
            elif FORMS.get(word) in (Form.PRESENT, Form.PERFECT) and word not in ("holder", "er"):
                # Der afholdes møde igen den …
                return (
                    ahead
                    and words[at] in ("møde", "mødet")
                    and word in ("afholdes", "holdes", "er", "har")
                    and (look - begin < 3 or word == "har")
                )
            elif not (
                word.endswith("s")
                or word in ("det", "de", "den", "et", "der", "vores", "og")
                or tokens.capitalised(look)
            ):
                break
            look -= 1
        return ahead
    behind = words[placed.end : placed.end + 8]
    if behind and behind[0] in ("er", "afholdes", "holdes", "holder", "mødes", "kl"):
        if behind[0] == "mødes":
            return True
        for offset, word in enumerate(behind[1:], 1):
            if meeting_kind(word) == "meeting":
                return any(other in ("næste", "ordinært", "nyt", "igen") for other in behind[1:offset])
    if placed.relation is REL_ON and ("mødes" in words or "ses" in words):
        clause = around.clause_words(placed.start)
        if ("mødes" in clause or ("ses" in clause and "når" not in clause)) and not _MEETING_SUBJECTS.isdisjoint(
            clause
        ):
            return True
    if (
        placed.relation is REL_ON
        and words[placed.start - 1 : placed.start] == ["gang"]
        and words[placed.start - 2] == "næste"
    ):
        return True
    return placed.rule == NEXT_TIME and words[placed.end] in ("den", "d", "er")


def _hearing(placed: Placed, around: Surroundings) -> bool:
    """A hearing period, or the limit of one or of a complaint; not the body's own answer to a hearing."""
    at = placed.start
    if not (
        around.sentence_has(at, "hearing")
        or around.sentence_has(at, "hearing.limits")
        or around.sentence_has(at, "hearing.answers")
    ):
        return False
    words = around.tokens.words
    begin, end = around.bounds(at)
    before = words[max(begin, at - 14) : at]
    if "klage" in before and any("frist" in word for word in before):  # Fristen for at klage er 1. maj.
        return True
    if placed.relation is not REL_BEFORE and around.near_has(max(begin, at - 14), at, "hearing.limits"):
        return True
    if words[at] == "med" and placed.relation is REL_BY and "høring" in words[begin:at]:  # sendes i høring med frist …
        return True
    if any(word.startswith(("høring", "partshøring", "nabohøring")) for word in before) and not _RUNS.isdisjoint(
        around.clause_words(at)
    ):
        return True  # Høringen slutter den 29. maj.
    lead = placed.lead
    free = lead == "until" and bool({"har", "kan"}.intersection(words[begin:at]))
    if free and any(around.near_has(*part, "hearing.answers") for part in ((begin, at), (placed.end, end))):
        return True  # Ejerne har indtil 15. november mulighed for at klage.
    if lead in ("between", "until", "to", "valid", "from") and around.clause_has(at, "hearing"):
        return lead != "to" or "høring" in before or "offentlig" in before
    if not (around.clause_has(at, "hearing.answers") and around.sentence_has(at, "hearing.arrival")):
        return False
    if any(word in _OWN_ANSWER for word in words[begin:end]):
        return False
    return not _ANSWERS.isdisjoint(around.clause_words(at)) or any("høring" in word for word in words[begin:end])


_OWN_ANSWER = frozenset(
    {"forvaltningen", "administrationen", "udvalget", "bestyrelsen", "rådet", "sekretariatet", "af"}
)
_ANSWERS = frozenset({"høringssvar", "høringssvarene", "indsigelser", "indsigelse", "klage", "klager"})


def _behind_a_question(around: Surroundings, at: int) -> bool:
    """``undersøge, om reglerne er overholdt, og svare inden to uger``: what is looked into stands in a clause of its own."""
    words, clauses = around.tokens.words, around.clauses
    opener = clauses.openers[clauses.clause(at)]
    asked = range(max(around.bounds(at)[0], opener - 40), opener)
    return words[opener] in ("og", ",") and any(words[look] == "," and words[look + 1] == "om" for look in asked)


def _statutory(placed: Placed, around: Surroundings) -> bool:
    at = placed.start
    if around.sentence_has(at, "statutory"):
        return around.clause_has(at, "statutory") or not _behind_a_question(around, at)
    if not around.sentence_has(at, "statutory.generic"):
        return False
    begin, end = around.bounds(at)
    return around.near_has(max(begin, at - 14), at, "statutory.generic") or around.near_has(
        placed.end, min(placed.end + 4, end), "statutory.generic"
    )


def _by_law(placed: Placed, around: Surroundings) -> bool:
    """*fyldt 18 år senest den 1. juli*, *hvert femtende år ifølge bekendtgørelsen*: an age, a rhythm of the law."""
    at = placed.start
    if around.clause_has(at, "age"):
        return "år" in around.clause_words(at) and placed.type is not TYPE_EVENT
    return placed.type is TYPE_RECURRENCE and around.sentence_has(at, "law") and around.sentence_has(at, "law.by")


def _labelled(placed: Placed, around: Surroundings) -> bool:
    """``Mødedato: 24. januar``."""
    words, at = around.tokens.words, placed.start - 1
    begin, _ = around.bounds(placed.start)
    if at < begin:
        return False
    if words[at] in (":", ".") and at - 1 >= begin:
        at -= 1
    elif words[at] not in _LABEL or at != begin:
        return False
    if words[at] == "tid" and placed.relation is REL_IN:  # Tid: uge 48, in a list of tasks
        return False
    return words[at] in _LABEL and at - begin <= 2 and placed.relation in (REL_ON, REL_IN)


def _applies_or_lasts(placed: Placed, around: Surroundings) -> str | None:
    """A date from which something applies, until which it lasts, or of a document that is spoken of."""
    at, lead = placed.start, placed.lead
    words = around.tokens.words
    if lead in _PLACING:
        if placed.relation is REL_FROM and {"gælder", "gælde"} & around.clause_words(at):
            return "effective"
        if around.clause_has(at, "effective"):
            clause = around.clause_words(at)
            if not ({"indstillingen", "forslaget", "anbefalingen"} & clause and "tiltræder" in clause):
                return "effective"
        if lead == "from" and at and (words[at - 1] in _DOCUMENT or _is_of_then(placed, around)):
            return "document-date"
    if lead in _LASTING:
        if (
            around.clause_has(at, "validity")
            and not are_goods(around, at)
            and (around.clauses.verbs or lead not in ("on", "in", "bare"))  # Lejekontrakt, Jan, 18. marts: a row
            and not around.clause_has(at, "validity.unless")
            and "senest" not in around.clause_words(at)
        ):
            return "validity"
        if words[at] in ("til", "frem", "indtil") and around.clause_has(at, "validity.money"):
            return "validity"
    return None


def _is_of_then(placed: Placed, around: Surroundings) -> bool:
    """*fejlene fra juli*: a month or year behind a noun in the definite tells what the noun is of."""
    before = around.tokens.words[placed.start - 1]
    if placed.grain not in (Grain.MONTH, Grain.YEAR, Grain.SEASON) or around.tokens.words[placed.start] != "fra":
        return False
    return before.endswith(("erne", "ene", "sen")) and before not in FORMS


def _of_a_year(placed: Placed, around: Surroundings) -> str | None:
    """A year of a budget, a plan's name, or of how things are."""
    at = placed.start
    if placed.relation is not REL_IN:
        return None
    if placed.lead != "to" and around.sentence_has(at, "budget"):  # til næste år is no year of a budget
        return "budget-year"
    if placed.grain == Grain.PART and around.sentence_has(at, "descriptive"):
        return "period-name"
    if placed.rule.endswith("school-year") and at and around.tokens.words[at] == "skoleåret":
        return None if around.tokens.words[at - 1] in _PREPOSITIONS else "about"
    return None


# How things are: hvad man gør i dag
_ASKED = frozenset({"hvad", "hvordan", "som", "hvor", "man"})


def _is_state(placed: Placed, around: Surroundings, year_long: bool) -> bool:
    """How things are today or in the year that runs: *Udvalget har i dag 9 medlemmer.*"""
    meeting = around.meeting
    if meeting is None:
        return False
    words = around.tokens.words
    verb = around.clauses.governing(placed.start, placed.end)
    state = verb >= 0 and words[verb] in STATES
    if placed.deictic and placed.relation is REL_ON and placed.earliest == placed.latest == meeting:
        if words[placed.start : placed.end] == ["i", "dag"] and placed.start == around.bounds(placed.start)[0]:
            return True  # I dag køres 19 børn til skole.
        asked = not _ASKED.isdisjoint(around.clause_words(placed.start)) and not words[verb].endswith("es")
        return state or verb < 0 or asked or (words[placed.start] == "i" and verb > placed.end + 3)
    return state and year_long and placed.earliest is not None and placed.earliest <= meeting


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
    meeting, relation, kind = around.meeting, placed.relation, placed.type
    if kind is TYPE_EVENT and relation is REL_AFTER and around.mask & _STANDING and whenever(placed, around):
        return "condition"
    if kind is TYPE_VAGUE:
        return "past-tense" if past_tense(placed, around) else None
    if meeting is not None and _is_over(placed, meeting):
        return "past"
    mask = around.mask
    if mask & _LABELS and _labelled(placed, around):
        return "label"
    if (
        relation is REL_ON
        and not placed.deictic
        and meeting is not None
        and placed.earliest == placed.latest == meeting
    ):
        return "meeting-date"
    if (
        around.tokens.told & 2
        and (relation is REL_ON or relation is REL_IN or placed.lead == "to")
        and placed.rule not in (WITHIN_N, IN_N)
        and _announces(placed, around)
    ):
        return "next-meeting"
    until = kind is TYPE_EVENT and mask & _APPLYING and around.tokens.words[placed.start] in ("frem", "indtil")
    if until and any(around.clause_has(placed.start, name) for name in ("validity", "validity.money")):
        return "validity"
    if kind is not TYPE_EVENT and (mask & _APPLYING or placed.lead == "from"):
        reason = _applies_or_lasts(placed, around)
        if reason is not None:
            return reason
    if placed.rule in _LENGTHS and _statutory(placed, around):
        return "statutory"
    if mask & _LAWS and _by_law(placed, around):
        return "statutory"
    if mask & _HEARINGS and kind is not TYPE_RECURRENCE and _hearing(placed, around):
        return "hearing"
    year_long = placed.grain == Grain.YEAR or _reads_a_year(placed.rule)
    if year_long:
        reason = _of_a_year(placed, around)
        if reason is not None:
            return reason
    if past_tense(placed, around):
        return "past-tense"
    if (placed.deictic or year_long) and _is_state(placed, around, year_long):
        return "status"
    words = around.tokens.words
    before = words[placed.start - 1] if placed.start else ""
    if placed.lead == "to" and before in ("vente", "venter", "ventes"):
        return "status"
    if relation is REL_FROM and placed.rule in (MEETING, MEETING_DAY):  # udsat fra mødet i september
        return "document-date"
    if relation is REL_FROM and before in ("er", "stammer", "hidrører"):
        return "document-date"
    if relation is REL_IN and mask & _LYING and _lies_in_a_holiday(placed, around):
        return "status"
    if mask & _OPENING and _is_closed_or_open(placed, around):
        return "opening-hours"
    reason = belongs_elsewhere(placed, around)
    if reason is not None:
        return reason
    if kind is not TYPE_RECURRENCE or around.mask & _ASKED_ABOUT:
        reason = subordinate(placed, around)
        if reason is None and names_a_thing(placed, around):
            reason = "about"
        if reason is not None:
            return reason
    if kind is not TYPE_EVENT and mask & _PROGNOSIS and around.clause_has(placed.start, "prognosis"):
        return "status"
    if around.may_be_past and describes(placed, around):
        return "status"
    if placed.lead == "between" and is_period(placed, around):
        return "period-name"
    if placed.lead == "bare" and _is_part_of_a_name(placed, around):
        return "bare"
    if relation is REL_ON and mask & _TITLES and _entitles(placed, around):
        return "about"
    if placed.rule == PROCESS_DAY and words[placed.start] == "ved" and relation is REL_ON:
        return "about"  # Ved kommunalvalget den 18. november stiller ti lister op.
    if placed.lead == "to" and placed.grain == Grain.YEAR and placed.absolute and before.endswith(("en", "et", "ene")):
        return "about"  # forberede omlægningen til 2026
    if relation is REL_ON and _heads(placed, around):
        return "label"
    told = words[max(around.bounds(placed.start)[0], placed.start - 8) : placed.start]
    if "plejer" in told and told[told.index("plejer") + 1 :][:1] == ["at"]:
        return "status"  # vognmanden, der plejer at køre sand ud i april
    if before == "hensyn" and words[placed.start] == "til":
        return "reason"  # af hensyn til budgetlægningen
    if before == "ikke" and relation in (REL_ON, REL_IN) and kind is not TYPE_EVENT:
        return "status"  # Vandet skiftes ikke i uge 7.
    return no_deed(placed, around)


def _heads(placed: Placed, around: Surroundings) -> bool:
    """``Generalforsamling 4. marts kl. 14 – Derefter vil vi …``: an occasion and its hour as a heading before what is to be done."""
    words, clauses = around.tokens.words, around.clauses
    begin = around.bounds(placed.start)[0]
    if placed.start - begin > 2 or words[placed.end] != "kl" or meeting_kind(words[begin]) is None:
        return False
    dash = next(
        (look for look in range(placed.end, min(placed.end + 10, around.tokens.size)) if words[look] in ("–", "—")), -1
    )
    return 0 < dash < clauses.first_after(dash)


def _entitles(placed: Placed, around: Surroundings) -> bool:
    """``Orientering om markedsdagen den 16. august.``: no verb, and the day is that of what is told about."""
    begin, _ = around.bounds(placed.start)
    words = around.tokens.words
    return (
        around.near_has(begin, begin + 1, "title")
        and words[begin + 1] in _PREPOSITIONS
        and placed.start > begin + 2
        and around.clauses.governing(placed.start, placed.end) < 0
    )


def _is_part_of_a_name(placed: Placed, around: Surroundings) -> bool:
    """A period without a preposition inside running text names something (*budgetopfølgning marts*, *Status uge 3*)."""
    words = around.tokens.words
    begin, _ = around.bounds(placed.start)
    before = words[placed.start - 1] if placed.start > begin else ""
    if not before and words[placed.end] in ("er", "bliver", "var", "har"):  # Juli er mødefri.
        return True
    if words[begin] in ("bilag", "status", "referat", "dagsorden", "orientering", "notat"):
        return True
    if not before or not before[0].isalnum():
        return False
    if not around.clauses.verbs and ":" in words[begin : placed.start]:  # Tidsplan: udbud marts, byggestart januar
        return False
    if (before == "og" and words[placed.start - 2] in MONTHS) or (
        words[placed.end] in (",", "og") and words[placed.end + 1] in MONTHS
    ):
        return False
    if (
        placed.grain in (Grain.WEEK, Grain.QUARTER, Grain.HALF)
        or "next-period" in placed.rule
        or "part-of" in placed.rule
        or "half-of" in placed.rule
    ):
        if "part-of" in placed.rule and around.clauses.governing(placed.start, placed.end) >= 0:
            return False  # Der fremlægges et samlet regnskab ultimo marts.
        return before in ("status", "referat", "bilag", "opfølgning", "budgetopfølgning", "regnskab", "rapport")
    return placed.grain != Grain.PART or before in ("budgetopfølgning", "status", "regnskab", "perioden")
