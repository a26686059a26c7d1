"""Times that say when the body meets next or what a list's row is called, and set nobody a task."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.events import NEXT_TIME
from decisionnlp.extraction.deadlines.members import REL_IN, REL_ON
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.standing import TIME_PREPOSITIONS
from decisionnlp.extraction.deadlines.stretches import Grain
from decisionnlp.extraction.deadlines.surroundings import Surroundings, any_of, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.deadlines.tokens import MONTHS, WEEKDAYS, meeting_kind

_SUMMONS = words_of("announcement.summons")
_SUMMONING, _MEETING = any_of("announcement.summons"), any_of("announcement.meeting")
_MEETING_SUBJECTS = lexicons.words("deadline_words", "meeting_subjects")
_COMING = lexicons.words("deadline_words", "coming")
_NAMED_PAPERS = lexicons.words("deadline_words", "named_papers")
_PAPERS_OF_PERIODS = lexicons.words("deadline_words", "papers_of_periods")
_OCCASION_ENDS = tuple(lexicons.words("deadline_words", "occasion_ends"))
_BUSINESS = words_of("announcement.business")
_ANNOUNCEMENT, _LABEL = words_of("announcement"), words_of("label")


def announces(placed: Placed, around: Surroundings) -> bool:
    """The expression says when the body meets next: *Næste møde er den 5. marts*, *Den 5. marts holdes næste møde*."""
    tokens, words = around.tokens, around.tokens.words
    begin, _ = around.bounds(placed.start)
    if around.near_has(begin, min(begin + 3, placed.start), "dates_of_meetings") and (
        ":" in words[begin : placed.start] or words[begin] in ("mødedatoer", "mødedage", "mødedato", "mødedatoerne")
    ):
        return True
    if around.mask & _SUMMONING and not _SUMMONS.isdisjoint(words[begin : placed.start]):
        return False  # der indkaldes til et ekstra møde: a task
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
            if word in _COMING:
                ahead = True
            elif word in TIME_PREPOSITIONS or word == "fælles":  # holder fælles møde: an act of its own
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
        if behind[0] == "mødes":  # not: I næste uge mødes Nadia og Erling
            return not tokens.capitalised(placed.end + 1) or behind[1:2] in (["udvalget"], ["bestyrelsen"])
        for offset, word in enumerate(behind[1:], 1):
            if meeting_kind(word) == "meeting":
                return any(other in ("næste", "ordinært", "nyt", "igen") for other in behind[1:offset])
    if placed.relation is REL_ON and around.mask & _MEETING:
        clause = around.clause_words(placed.start)
        if (
            ("mødes" in clause or ("ses" in clause and "når" not in clause))
            and not _MEETING_SUBJECTS.isdisjoint(clause)
            and "med" not in clause
            and not _meets_to_work(placed, around)
        ):
            return True
    if (
        placed.relation is REL_ON
        and words[placed.start - 1 : placed.start] == ["gang"]
        and words[placed.start - 2] == "næste"
    ):
        return True
    return placed.rule == NEXT_TIME and words[placed.end] in ("den", "d", "er")


def _meets_to_work(placed: Placed, around: Surroundings) -> bool:
    """``Vi mødes i haven den 5. oktober og luger bedene.``: what is done there makes it a task, unless it is a meeting's."""
    openers, number = around.clauses.openers, around.clauses.clause(placed.start) + 1
    if number >= len(openers) or openers[number] >= around.bounds(placed.start)[1]:
        return False
    words, opener = around.tokens.words, openers[number]
    deed = words[opener + 1]
    return words[opener] == "og" and around.clauses.forms.get(opener + 1) == Form.PRESENT and deed not in _BUSINESS


def labelled(placed: Placed, around: Surroundings) -> bool:
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


def heads(placed: Placed, around: Surroundings) -> bool:
    """``Generalforsamling 4. marts kl. 14 – Derefter vil vi …``: an occasion and its hour as a heading before what is to be done."""
    words = around.tokens.words
    begin = around.bounds(placed.start)[0]
    if placed.start - begin > 2 or words[placed.end] != "kl" or meeting_kind(words[begin]) is None:
        return False
    dash = next(
        (look for look in range(placed.end, min(placed.end + 10, around.tokens.size)) if words[look] in ("–", "—")), -1
    )
    return 0 < dash < around.clauses.first_after(dash)


def of_an_occasion_named(placed: Placed, around: Surroundings) -> bool:
    """``Adventsfest den 1. december: Bo bestiller maden``, ``Julefrokosten bliver fredag den 30. november``: the day is the occasion's."""
    words, at = around.tokens.words, placed.start
    begin = around.bounds(at)[0]
    if at == begin:
        return False
    before = words[at - 1]
    if before == "bliver" or words[max(at - 3, begin) : at] == ["bliver", "i", "år"]:
        noun = words[at - 2] if before == "bliver" else words[at - 4]
        return noun.endswith(_OCCASION_ENDS) and noun not in WEEKDAYS
    if words[placed.end] != ":" or not before.endswith(_OCCASION_ENDS) or at - 1 != begin:
        return False
    return begin not in around.clauses.forms


def entitles(placed: Placed, around: Surroundings) -> bool:
    """``Orientering om markedsdagen den 16. august.``: no verb, and the day is that of what is told about."""
    begin, _ = around.bounds(placed.start)
    words = around.tokens.words
    return (
        around.near_has(begin, begin + 1, "title")
        and words[begin + 1] in TIME_PREPOSITIONS
        and placed.start > begin + 2
        and around.clauses.governing(placed.start, placed.end) < 0
    )


def is_part_of_a_name(placed: Placed, around: Surroundings) -> bool:
    """A period without a preposition inside running text names something (*budgetopfølgning marts*, *Status uge 3*)."""
    words = around.tokens.words
    begin, _ = around.bounds(placed.start)
    before = words[placed.start - 1] if placed.start > begin else ""
    if not before and words[placed.end] in ("er", "bliver", "var", "har"):  # Juli er mødefri.
        return True
    if words[begin] in _NAMED_PAPERS:
        return True
    if not before or not before[0].isalnum():
        return False
    if ":" in words[begin : placed.start] and not around.clauses.verbs:  # Tidsplan: udbud marts, byggestart januar
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
        return before in _PAPERS_OF_PERIODS
    return placed.grain != Grain.PART or before in ("budgetopfølgning", "status", "regnskab", "perioden")
