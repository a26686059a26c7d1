"""What the clause that holds a time expression does: a reason, a condition, a question or a state sets no deadline."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.document import DeadlineType
from decisionnlp.extraction.deadlines.agents import is_work
from decisionnlp.extraction.deadlines.lengths import IN_N, N_BEFORE_DATE, WITHIN_N
from decisionnlp.extraction.deadlines.members import REL_AFTER, REL_FROM, REL_IN, REL_ON
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.surroundings import CUES, Surroundings, any_of, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.deadlines.tokens import DEFINITE_ENDINGS, word_set

_PRESENT = Form.PRESENT
_UNDATED = frozenset({DeadlineType.EVENT, DeadlineType.RECURRENCE})
TIME_PREPOSITIONS = word_set("på ved til inden efter før fra i for under om")
# In front of *perioden*: when something is done; *for perioden* and *om perioden* tell what it is about.
_WHEN = TIME_PREPOSITIONS - {"for", "om"}
_WHY, _WHETHER, _ASKING = words_of("why"), words_of("whether"), words_of("asking")
_OPENING_WORDS = _WHY | _WHETHER | _ASKING
_LASTING = any_of("effective", "validity", "validity.money")
_OPENS = any_of("why", "whether", "asking")
# One of these a text with such a clause has: *om* and the like ask behind a comma alone.
OPENS = any_of("why", "whether", "dependent.comma")
# Behind a genitive relative stands a bare noun: et bibliotek, hvis leder …
_HELD = word_set("der det den de vi man han hun en et ikke alle ingen nogen")
_POINTED = word_set("de dem den det alle")
# What opens a clause without being its subject.
_MAIN_STARTS = lexicons.words("deadline_words", "main_starts")


def describes(placed: Placed, around: Surroundings) -> bool:
    """*er* or *har* without a participle and without a word for being ready: *Lis er på ferie i uge 29.*"""
    recurring = placed.type is DeadlineType.RECURRENCE
    if placed.start and around.tokens.words[placed.start - 1] == "er" and placed.rule == N_BEFORE_DATE:
        return True  # Generalprøven er dagen før premieren den 24. marts.
    if not recurring and (placed.relation not in (REL_ON, REL_IN, REL_FROM, REL_AFTER) or placed.type in _UNDATED):
        return False
    if placed.rule in (IN_N, WITHIN_N):  # Bo har et svar om tre uger
        return False
    clauses, words = around.clauses, around.tokens.words
    verb = clauses.governing(placed.start, placed.end)
    if verb < 0 or words[verb] not in ("er", "har", "bliver") or clauses.clause(verb) != clauses.clause(placed.start):
        return False
    first, last = around.clause_bounds(placed.start)
    if words[first] in ("når", "inden", "før") or words[first + 1] in ("når", "inden", "før"):
        return False
    if any(word.endswith(("frist", "fristen", "deadline", "deadlinen")) for word in words[first:last]):
        return False
    if verb == placed.start - 1 and words[verb - 1] in ("det", "den"):  # Det er fredag den 26. juni.
        return False
    behind = clauses.first_after(verb)
    if behind >= 0 and clauses.clause(behind) == clauses.clause(verb):
        return False
    return not around.clause_has(placed.start, "ready")


def _closes_the_task(placed: Placed, around: Surroundings, opener: int) -> bool:
    """``Lis undersøger, hvem der kan sidde i gruppen senest 1. november``: the limit behind what is asked is that of the asking.

    Not where the question is of a duty, which has a limit itself (*hvem der skal svare senest 1. maj*).
    """
    clauses, words = around.clauses, around.tokens.words
    if placed.lead != "by" or words[placed.start] != "senest" or placed.end < around.bounds(opener)[1] - 1:
        return False
    asker = clauses.last_before(opener)
    return (
        asker >= 0
        and clauses.forms[asker] in (Form.PRESENT, Form.INFINITIVE)
        and words[opener + (words[opener] == ",")] != "om"
        and "skal" not in words[opener : placed.start]
    )


def subordinate(placed: Placed, around: Surroundings) -> str | None:
    """The clause gives a reason, a condition or the content of a question: its time is not that of the task.

    Asked where the text has a cue of ``OPENS``.
    """
    words, at = around.tokens.words, placed.start
    begin = around.bounds(at)[0]
    begins = FORMS.get(words[begin]) == _PRESENT
    told = "," in words[begin + 1 : begin + 3]
    if not (around.mask & _OPENS or begins or told):
        return None
    clauses = around.clauses
    number = clauses.clause(at)
    while number and words[clauses.openers[number]] == "at" and words[clauses.openers[number] - 1] != ",":
        number -= 1  # hvad det koster at leje teltet i uge 27: an infinitive is part of the clause that holds it
    opener = clauses.openers[number]
    first = opener + 1 if words[opener] in (",", "og") else opener
    if first >= at:
        return None
    if words[first] == "der" and first and words[first - 1] in _OPENING_WORDS:  # hvem der møder op
        first = opener = first - 1
    if "-" in words[first:at]:  # …, hvis prisen holder - klar til mødet den 3. maj
        return None
    word = words[first]
    if word in ("der", "som") and words[first - 1] == "," and 0 < first - 1 - around.bounds(at)[0] <= 2:
        # Alle, der ikke har svaret inden 1. maj, rykkes: the clause says who is meant, and the main clause follows
        number = clauses.clause(at) + 1
        if number < len(clauses.openers) and words[clauses.openers[number]] == ",":
            return "condition"
    comma = words[opener] == "," or opener == 0 or words[opener - 1] == ","
    if word in _WHY and first < at - 1:
        return "reason"
    following = words[first + 1]
    whose = word == "hvis" and not _POINTED.isdisjoint(words[max(begin, first - 4) : first])  # de forældre, hvis børn …
    if word in _WHETHER and (word != "hvis" or whose or following in _HELD or following.endswith(("en", "et", "ne"))):
        return "condition"
    if word in _ASKING and comma and opener:
        return None if _closes_the_task(placed, around, opener) else "content"
    if begins and first == around.bounds(at)[0] and not word.endswith("s"):
        # Foreligger svaret ikke inden 1. maj, retter formanden henvendelse: a condition without hvis
        number = clauses.clause(at) + 1
        if number < len(clauses.openers):
            next_opener = clauses.openers[number]
            if words[next_opener] == "," and (
                FORMS.get(words[next_opener + 1]) == Form.PRESENT or words[next_opener + 1].endswith("er")
            ):
                return "condition"
    return None


def names_a_thing(placed: Placed, around: Surroundings) -> bool:
    """``Møderne i 2009 holdes …``: what stands between the first noun and the finite verb of a main clause belongs to the noun."""
    words, at = around.tokens.words, placed.start
    if not (words[placed.end] in FORMS or words[placed.end].endswith("es")):
        return False
    # Materialet til budgetmødet skal …, Målinger fra september viser …
    told = (
        (placed.type is DeadlineType.EVENT and words[at] == "til")
        or placed.relation is REL_FROM
        or placed.lead == "end"
    )
    if (placed.relation not in (REL_IN, REL_ON) and not told) or placed.type is DeadlineType.RECURRENCE:
        return False
    begin = around.bounds(at)[0]
    if not 0 < at - begin <= 8:
        return False
    clauses = around.clauses
    if clauses.clause(at) != clauses.clause(begin):
        return False
    if clauses.forms.get(placed.end) not in (Form.PRESENT, Form.PAST, Form.PERFECT):
        return False
    before = words[at - 1]
    return (
        words[begin] not in _MAIN_STARTS
        and words[begin] not in TIME_PREPOSITIONS
        and before.isalpha()
        and (at - begin > 4 or told or is_work(before) or before.endswith(("en", "et", "erne", "ene", "ne", "er")))
        and not any(clauses.forms.get(look) for look in range(begin, at))
    )


def is_period(placed: Placed, around: Surroundings) -> bool:
    """*Perioden 1. januar til 31. maj viser …*, *tilskud for perioden …*: the period is what is spoken of."""
    words, start = around.tokens.words, placed.start
    if start > 2 and words[start] == "fra" and words[start - 2] in ("over", "om", "af"):
        return words[start - 1].endswith(DEFINITE_ENDINGS)  # et regneark over forbruget fra januar til juni
    if start > 1 and words[start : start + 2] == ["i", "perioden"] and words[start - 2] in ("over", "om", "af"):
        return words[start - 1].endswith(DEFINITE_ENDINGS)  # data om forbruget i perioden 1. januar-30. juni
    return start > 0 and words[start - 1] == "perioden" and (start == 1 or words[start - 2] not in _WHEN)


def whenever(placed: Placed, around: Surroundings) -> bool:
    """``Referater lægges fremover ud, når de er godkendt``: what stands as a rule is done each time."""
    return around.sentence_has(placed.start, "standing") and around.tokens.words[placed.start] != "efter"


def are_goods(around: Surroundings, at: int) -> bool:
    """``bestiller varer til boden``: the noun, where nothing else in its clause tells of how long."""
    clause = around.clause_words(at)
    if "varer" not in clause:
        return False
    words, clauses = around.tokens.words, around.clauses
    goods = next(look for look in range(*around.clause_bounds(at)) if words[look] == "varer")
    others = CUES.mask(clause - {"varer"}) & _LASTING
    return not others and any(clauses.clause(verb) == clauses.clause(at) for verb in clauses.verbs if verb < goods)
