"""Times beside a deed that are not its own: of the occasion it is for, of a thing told which one, of what is told or asked."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.agents import is_agent
from decisionnlp.extraction.deadlines.attributions import (
    asked_how_many,
    of_a_meeting_asked_for,
    of_days_to_fill,
    of_what_is_said,
    printed_there,
    told_news,
    until_now,
)
from decisionnlp.extraction.deadlines.event_clauses import CLAUSE
from decisionnlp.extraction.deadlines.members import REL_AFTER, REL_IN, REL_ON, TYPE_EVENT, TYPE_RECURRENCE
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.stretches import Grain
from decisionnlp.extraction.deadlines.surroundings import CUES, Surroundings, any_of, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form, may_be_verb
from decisionnlp.extraction.deadlines.tokens import DEFINITE_ENDINGS, word_set

_OCCASIONS, _TELLING, _ASKING = any_of("occasions"), any_of("telling", "telling.feelings"), any_of("asking", "whether")
_ASKED = words_of("asking")
_OUTSIDE = any_of("outside")
_PRICED, _RECOUNTING = any_of("priced"), any_of("occasions.recounting")
_PAPERS, _HAPPENINGS = any_of("occasions.papers"), any_of("occasions.happenings")
_MENTIONED = words_of("occasions.mentioned")
_RELATIVES, _LEAVE, _AIM = any_of("dependent"), any_of("dependent.leave"), any_of("dependent.aim")
_THAT, _PROPOSING = any_of("dependent.that"), any_of("telling.proposing")
_TOLD = any_of("telling.told")
_ANY = _OCCASIONS | _TELLING | _ASKING | _PRICED | _RELATIVES | _LEAVE | _AIM | _PROPOSING | _TOLD
_REQUESTING = any_of("telling.requests")
_TAKING = lexicons.words("deadline_words", "taking")
_GOING = words_of("occasions.going")
_HOLDING = words_of("occasions.holding")
_MODALS = word_set("skal vil bør kan må")
# Endings of those who act by trade or office.
_PERSONS = tuple(lexicons.words("deadline_words", "acting_endings"))
_TAKING_PART = words_of("dependent.taking_part")
_DAYS = lexicons.words("deadline_words", "days")
_SENT = words_of("occasions.sent")
_WHERE = frozenset({"til", "i", "på", "hos", "ved", "mod", "med"})
_POINTED = word_set("den det de dem alle samtlige hvilke hvilken hvilket hvem")
_FINITE = (Form.PRESENT, Form.PERFECT)
_ASKS = (Form.PRESENT, Form.INFINITIVE)
_BEFORE_QUESTION = word_set("af på efter til ind ud")
_SET = frozenset({"by", "before", "end", "to"})
# Stretches that come round again; the next one so many days ahead is seldom the one that a paper tells of.
_RECOUNTED = (Grain.MONTH, Grain.SEASON, Grain.QUARTER)
_LONG_AHEAD = 150
# What stands before a stretch that is that of a thing or of a meeting.
_TOLD_ENDINGS = (*DEFINITE_ENDINGS, "møde", "møder")
# Words between a preposition and the noun of its occasion.
_LONG = 7
# Tokens that a look back over a clause goes at most.
_FAR = 40


def of_an_occasion(placed: Placed, around: Surroundings) -> bool:
    """``Anne bestiller bus til udflugten den 8. juni.``: behind a preposition and an occasion the day is that of the occasion."""
    at, words = placed.start, around.tokens.words
    if placed.rule.endswith("holiday") and CUES.of(words[placed.end]) & _OCCASIONS:
        return True  # indbydelse til sankthans fest
    if not at or (placed.relation is not REL_ON and placed.relation is not REL_IN):
        return False
    noun = at - 1
    if (
        at > 4 and around.tokens.capitalised(noun) and not CUES.of(words[noun]) & _OCCASIONS
    ):  # turen til Ribe i maj, foredraget med Karen Lund i oktober
        noun -= 1 + around.tokens.capitalised(noun - 1)
        noun = noun - 1 if words[noun] in _WHERE else at - 1
    if placed.type in (TYPE_RECURRENCE, TYPE_EVENT) or not CUES.of(words[noun]) & _OCCASIONS:
        return False
    # blomster til festen på fredag: a day to act
    day = (placed.grain == Grain.DAY or placed.rule == "bare-date") and words[at] != "på" and not placed.deictic
    if not day and (words[at] != "i" or placed.grain == Grain.PART):
        return False
    return _mentioned(around, noun)


def _mentioned(around: Surroundings, noun: int) -> bool:
    """The noun stands behind a preposition that makes it what the deed is for or about."""
    words = around.tokens.words
    begin = around.bounds(noun)[0]
    for look in range(noun - 1, max(begin, noun + 1 - _LONG) - 1, -1):
        word = words[look]
        if word in _MENTIONED:
            if word == "til" and any(
                words[back] in _GOING and words[back + 1] not in _TAKING and back in around.clauses.forms
                for back in range(max(begin, look - _LONG), look)
            ):
                return False  # Karl tager til temadagen den 5. maj: the day of the one who goes
            return look > begin and words[look - 1] not in _HOLDING
        if word in FORMS or not word.isalnum():
            return False
    return False


def recounted(placed: Placed, around: Surroundings) -> bool:
    """``Vejafdelingen redegør for snerydningen i januar``, ``sender protokollen fra synet i foråret`` (of the spring that was).

    Behind *fra* and *over* only with a paper before them or a happening behind them, and a time long ahead: *henter tilbud fra
    entreprenøren i april*, *fjerner affaldet fra gården i maj* are to be done then.
    """
    at, words = placed.start, around.tokens.words
    if at < 3 or placed.lead != "in" or placed.grain not in _RECOUNTED:
        return False
    if not words[at - 1].endswith(DEFINITE_ENDINGS):
        return False
    meeting, begins = around.meeting, placed.earliest
    if words[at - 2] in ("over", "fra") and meeting and begins and not placed.absolute and not placed.deictic:
        if (begins - meeting).days > _LONG_AHEAD and words[at - 3].isalpha() and words[at - 3] not in FORMS:
            return CUES.of(words[at - 3]) & _PAPERS != 0 or CUES.of(words[at - 1]) & _HAPPENINGS != 0
        return False
    told = words[at - 2] in ("for", "om", "af", "fra")
    return told and CUES.of(words[at - 3]) & _RECOUNTING != 0


def _goes_on_behind(around: Surroundings, first: int, at: int) -> bool:
    """``alle som har en nøgle giver besked inden jul``: a second present tense without *og* is that of the main clause."""
    words, forms = around.tokens.words, around.clauses.forms
    if at - first > 2 * _FAR:
        return False
    finite = [look for look in range(first + 1, at - 1) if forms.get(look) in _FINITE]
    return (
        len(finite) > 1
        and finite[0] == first + 1
        and finite[1] - finite[0] > 1
        and words[finite[1] - 1] not in ("og", "eller", "at")
    )


def of_which_one(placed: Placed, around: Surroundings) -> bool:
    """``de huse, der får ny måler i maj``, ``alle der fylder 70 i juni``: the clause only says which are meant."""
    if placed.rule == CLAUSE or placed.start < 3:
        return False
    words = around.tokens.words
    clauses = around.clauses
    first = clauses.openers[clauses.clause(placed.start)]
    if words[first] not in ("der", "som") or first < 2:
        return False
    if words[first - 1] in ("hvem", "hvad") and placed.lead == "by":
        return False  # hvem der kan komme senest 1. maj: a question, see ``subordinate``
    if words[first + 1] in _TAKING_PART and words[first - 1] not in ("er", "bliver"):
        return True  # de lister, der stiller op til valget
    noun = first - 2 if words[first - 1] == "," else first - 1
    begin = around.bounds(placed.start)[0]
    if words[first - 1] != "," and _goes_on_behind(around, first, placed.start):
        return False
    if noun < begin or words[begin : begin + 2] in (
        ["det", "er"],
        ["det", "bliver"],
    ):  # det er den nye kasserer, der følger op i maj
        return False
    cues = CUES.of(words[noun])
    if cues & (_OCCASIONS | _OUTSIDE) and words[noun].endswith(("en", "et", "ene", "erne")):
        # bestiller bus til turen, der går til Samsø den 9. august; not arrangerer turen, som afvikles i september
        return placed.lead != "by" and (cues & _OUTSIDE != 0 or _mentioned(around, noun))
    if words[first] == "der" and words[first - 2] == "hvor":  # hvor mange der kommer den 4. april
        return True
    if noun and placed.lead != "by" and _is_a_thing(words[noun - 1], words[noun]):
        # et brev om busruten, der nedlægges i maj; not et notat om busruten, der sendes i maj
        told = words[max(first + 1, placed.start - _FAR) : placed.start]
        acted = words[noun - 1] != "om" and any(
            word in _MODALS or (word.endswith("es") and len(word) > 4) for word in told
        )
        acted = acted or around.clause_has(placed.start, "ready")
        return not acted and _SENT.isdisjoint(told) and (placed.lead not in _SET or "skal" not in told)
    if words[noun] not in _POINTED:
        back = noun - 1 if words[noun - 1] in _POINTED else noun - 2
        adjective = back == noun - 1 or words[noun - 1] not in FORMS
        if back < begin or words[back] not in _POINTED or not adjective or words[noun].endswith(("en", "et")):
            return False
    if not words[noun].isalpha():
        return False
    told = words[max(first + 1, placed.start - _FAR) : placed.start]
    one = words[noun] not in _POINTED and words[noun - 1] in ("den", "det") and words[noun].endswith(("er", "mand"))
    if words[first - 1] == "," and words[noun] not in _POINTED and not one and not _SENT.isdisjoint(told):
        return False  # en folder til de nye medlemmer, som uddeles i maj
    if placed.lead == "to" and _SENT.isdisjoint(told):
        return not around.clause_has(placed.start, "ready")
    return not (placed.lead in _SET and ("skal" in told or around.clause_has(placed.start, "ready")))


def asked_without_comma(placed: Placed, around: Surroundings) -> bool:
    """``Bo undersøger om hallen er ledig i maj``: as many write it, without the comma that opens the clause."""
    words, at = around.tokens.words, placed.start
    asked = at - 1
    floor = max(at - 30, 0)
    while asked > floor and words[asked] not in _ASKED:
        asked -= 1
    if asked <= floor:
        return False
    before = words[asked - 1]
    if before not in _BEFORE_QUESTION and not may_be_verb(around.tokens, asked - 1):  # et notat om hallen
        return False
    clauses = around.clauses
    first, forms = clauses.openers[clauses.clause(at)], clauses.forms
    # the one who asks stands before, and a verb of its own behind what is asked about
    asks = asked > first and (forms.get(asked - 1) in _ASKS or before in _BEFORE_QUESTION)
    if not asks or words[asked + 1] in FORMS or clauses.first_after(first - 1) >= asked:
        return False
    return any(forms.get(look) in _FINITE for look in range(asked + 1, at))


def told_or_asked(placed: Placed, around: Surroundings) -> bool:
    """``orienterer naboerne om, at vejen spærres i uge 19``: what others are told, not what is to be done."""
    words = around.tokens.words
    clauses = around.clauses
    number = clauses.clause(placed.start)
    opener = clauses.openers[number]
    if (
        words[opener] == "og"
        and number
        and words[clauses.openers[number - 1]] == "at"
        and around.tokens.capitalised(opener + 1)
    ):
        opener = clauses.openers[number - 1]  # om, at Ali og Zara flytter den 31. marts
    if words[opener] == "der" and words[opener - 1] == "at":  # om, at der kommer 60 gæster
        opener -= 1
    if words[opener] != "at" or opener < 2:
        return False
    end = opener - 1 if words[opener - 1] == "," else opener
    if words[end - 1] not in ("om", "på", "for", "af", "over", "med"):
        return False
    behind = words[opener + 1]
    infinitive = FORMS.get(behind) == Form.INFINITIVE or (behind.endswith("e") and not behind.endswith("ne"))
    if end == opener and infinitive:  # får mulighed for at afprøve det i april
        return False
    if words[end - 1] == "om" and "må" in around.clause_words(placed.start):  # en aftale om, at vi må parkere der
        return True
    first = clauses.openers[clauses.clause(end - 1)]
    for look in range(end - 2, max(first, end - 9) - 1, -1):
        mask = CUES.of(words[look])
        if mask & _REQUESTING:
            return False
        if mask & _TELLING:
            return True
    return False


def for_the_sake_of(placed: Placed, around: Surroundings) -> bool:
    """``for at sikre, at ønskerne er med inden fristen``, ``med fokus på, at …``: what it is good for."""
    words, clauses = around.tokens.words, around.clauses
    number = clauses.clause(placed.start)
    if placed.rule == CLAUSE and number:  # with the clause that its own event hangs on
        number -= words[clauses.openers[number]] in ("når", "inden", "før") or words[clauses.openers[number]] == ","
    opener = clauses.openers[number]
    if words[opener] != "at" or opener < 3:
        return False
    end = opener - 1 if words[opener - 1] == "," else opener
    if words[end - 1] in ("formål", "formålet") or words[end - 2 : end] == ["fokus", "på"]:
        return True
    first = clauses.openers[clauses.clause(end - 1)]
    return end < opener and words[first - 1 : first + 1] == ["for", "at"] and end - first <= 3


def when_of_another(placed: Placed, around: Surroundings) -> bool:
    """``undersøger, hvordan ordningen virker, når den er indfaset``: a *når* that hangs on what is asked or told of a thing."""
    words, at = around.tokens.words, placed.start
    if placed.rule != CLAUSE or placed.relation is not REL_AFTER or at < 4 or words[at] != "når":
        return False
    clauses = around.clauses
    end = at - 1 if words[at - 1] == "," else at
    number = clauses.clause(end - 1)
    if not number or clauses.sentence(end - 1) != clauses.sentence(at):
        return False
    first = clauses.openers[number]
    if words[first] == ",":
        first += 1
    if words[first] in _ASKED:
        return True
    if words[first] not in ("som", "der", "hvor"):
        return False
    finite = next((look for look in range(first + 1, end) if look in clauses.forms), -1)
    if end == at and words[first] == "som" and finite == at - 1 and words[finite] not in _SENT:
        return True  # et arbejde som igangsættes når strategien er vedtaget
    if words[first - 1] != ",":
        return False
    return finite >= 0 and words[finite] == "kan" and not words[finite + 1].endswith(("es", "indgå"))


def of_proposed_days(placed: Placed, around: Surroundings) -> bool:
    """``foreslår et par datoer i april``: the days are what is proposed."""
    words, at = around.tokens.words, placed.start
    if at > 3 and (words[at - 1].startswith("fores") or words[at - 2].startswith("fores")):
        # forslag med datoer for besøg, der foreslås den 23/8
        told = words[max(around.bounds(at)[0], at - 9) : at]
        return not _DAYS.isdisjoint(told) and ("der" in told or "som" in told)
    if at < 2 or words[at - 1] not in _DAYS:
        return False
    first = max(around.clause_bounds(at)[0], at - _FAR)
    return any(word.startswith("fores") for word in words[first:at])


def of_what_was(placed: Placed, around: Surroundings) -> bool:
    """``billeder af skaderne fra stormen i oktober``: behind *fra* and a noun the month tells which one."""
    words, at = around.tokens.words, placed.start
    if at < 4 or placed.lead != "in" or placed.grain not in (Grain.MONTH, Grain.SEASON):
        return False
    return (
        words[at - 2] == "fra" and words[at - 1].endswith(DEFINITE_ENDINGS) and words[at - 3].endswith(("erne", "ene"))
    )


def _is_a_thing(before: str, noun: str) -> bool:
    """A preposition and a noun in the definite that is nobody who acts: *om busruten*, *på skriftet*; not *til maleren*."""
    if (before not in _MENTIONED and before != "på") or not noun.endswith(DEFINITE_ENDINGS):
        return False
    return before == "om" or not (noun.endswith(_PERSONS) or is_agent(noun))


def of_what_is_priced(placed: Placed, around: Surroundings) -> bool:
    """``beder om et tilbud på vinduespudsning to gange om året``: the rhythm is part of what the offer is for."""
    if placed.type is not TYPE_RECURRENCE:
        return False
    words, at = around.tokens.words, placed.start
    for look in range(at - 2, max(around.clause_bounds(at)[0], at - _LONG) - 1, -1):
        if words[look + 1] in ("på", "om", "for") and CUES.of(words[look]) & _PRICED:
            return not any(words[other] in FORMS for other in range(look + 1, at))
    return False


def may_be_done(placed: Placed, around: Surroundings) -> bool:
    """``Hækkene må klippes fra 1. juli.``: a leave and no task."""
    if placed.lead != "from":
        return False
    clauses, words = around.clauses, around.tokens.words
    first = around.clause_bounds(placed.start)[0]
    return any(words[look] == "må" and clauses.first_after(look) < placed.start for look in range(first, placed.start))


def belongs_elsewhere(placed: Placed, around: Surroundings) -> str | None:
    """Why the time is not that of the deed beside it, or ``None``."""
    mask, lead, rule = around.mask, placed.lead, placed.rule
    if rule == "between-weekday":
        return "opening-hours"  # nøglen hentes mandag til torsdag: with a week they are days (mandag-torsdag i uge 12)
    if rule == "to-year" and any(word.startswith("overfør") for word in around.clause_words(placed.start)):
        return "budget"  # pengene overføres til 2025
    words, at = around.tokens.words, placed.start
    if lead == "in":
        if words[at - 1].endswith(_TOLD_ENDINGS) and (
            of_what_was(placed, around) or of_a_meeting_asked_for(placed, around) or recounted(placed, around)
        ):
            return "about"
    elif lead == "on" and printed_there(placed, around):
        return "about"
    word = words[at]
    if word == "til":
        if of_days_to_fill(placed, around) or until_now(placed, around):
            return "about"
    elif (word == "på" or word == "ved") and of_what_is_said(placed, around):
        return "about"
    reason = _by_cues(placed, around) if mask & _ANY else None
    return "content" if reason is None and rule == CLAUSE and when_of_another(placed, around) else reason


def _by_cues(placed: Placed, around: Surroundings) -> str | None:
    """The reasons that a word of the text has to tell of."""
    mask = around.mask
    if (
        (mask & _PROPOSING and of_proposed_days(placed, around))
        or (mask & _OCCASIONS and of_an_occasion(placed, around))
        or (mask & _PRICED and of_what_is_priced(placed, around))
    ):
        return "about"
    if mask & _LEAVE and may_be_done(placed, around):
        return "effective"
    if mask & _RELATIVES and of_which_one(placed, around):
        return "condition"
    if mask & _AIM and mask & _THAT and for_the_sake_of(placed, around):
        return "goal"
    if (
        (mask & _ASKING and asked_without_comma(placed, around))
        or (mask & _RELATIVES and asked_how_many(placed, around))
        or (mask & (_TELLING | _LEAVE) and mask & _THAT and told_or_asked(placed, around))
        or (mask & _TOLD and told_news(placed, around))
    ):
        return "content"
    return None
