"""Lengths of time counted from the meeting or from something else: *om 14 dage*, *inden for en måned*, *senest 4 uger efter mødet*."""

from __future__ import annotations

from datetime import date, timedelta

from decisionnlp import lexicons
from decisionnlp.document import Relation
from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.cores import core_at
from decisionnlp.extraction.deadlines.members import REL_AFTER, REL_BEFORE, REL_BY, REL_ON, TYPE_DATE, TYPE_EVENT
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.stretches import Core, Grain, Reading, Sense, reading_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form, is_inverted
from decisionnlp.extraction.deadlines.tokens import (
    NEXT,
    NUMBERS,
    UNITS,
    Duration,
    PhraseTable,
    Tokens,
    meeting_kind,
)

IN_N = rules.whole("in-n", "om 14 dage", "the day a length of time after the meeting")
WITHIN_N = rules.whole("within-n", "inden for tre uger", "by the day a length of time after the meeting")
COMING_N = rules.whole("coming-n", "de kommende 14 dage", "by the end of the days, weeks or months to come")
N_AFTER_MEETING = rules.whole(
    "n-after-meeting", "senest 4 uger efter mødet", "by the day a length of time after this meeting"
)
N_AFTER_DATE = rules.whole("n-after-date", "senest 14 dage efter den 1. maj", "a length of time after a date")
N_BEFORE_DATE = rules.whole("n-before-date", "senest to uger før 1. maj", "a length of time before a date")
N_FROM_EVENT = rules.whole(
    "n-from-event", "senest 8 dage før næste møde", "a length of time before or after what has no date of its own"
)
AFTER_N = rules.whole("after-n", "efter et halvt år", "from a length of time after the meeting")

_WITHIN = PhraseTable((form, None) for form in lexicons.load("deadline_words")["within"]["words"])
_COMING_LEADS = PhraseTable((form, None) for form in lexicons.load("deadline_words")["within_coming"]["words"])
_BESIDE = {"dagen": Duration(1, "day", False), "ugen": Duration(7, "day", False)}
LENGTH_STARTS = frozenset(
    {*_BESIDE, "når", "om", "senest", "efter", "de", "den", "det", *NEXT, *_WITHIN, *_COMING_LEADS, *NUMBERS}
)
_THIS_MEETING = lexicons.words("deadline_words", "this_meeting")
_CLAUSE_SUBJECTS = frozenset({"vi", "der", "man", "han", "hun", "de", "det"})
_REACH = 12
_ARTICLES = frozenset({"de", "den", "det"})


def shifted(day: date, length: Duration, direction: int = 1) -> date:
    if length.unit == "day":
        return day + timedelta(days=direction * length.size)
    if length.unit == "workday":
        return cal.add_working_days(day, direction * length.size)
    return cal.add_months(day, direction * length.size)


def _made(
    start: int, end: int, relation: Relation, bound: date | None, rule: str, length: Duration, *, both: bool = False
) -> Placed:
    earliest = bound if both or relation is REL_AFTER else None
    latest = None if relation is REL_AFTER else bound
    return Placed(start, end, TYPE_DATE, relation, earliest, latest, rule, length.approximate)


def event_words(tokens: Tokens, index: int, limit: int = 9) -> int:
    """The index behind the noun phrase that begins at ``index``: up to punctuation, a verb-like end or ``limit`` words."""
    words = tokens.words
    end = index
    while end < tokens.size and end - index < limit:
        word = words[end]
        if (
            not word[0].isalnum()
            and not (word in "-–&/" and tokens.glued(end))
            and not (word == "." and words[end - 1].isdecimal() and end > index and words[end + 1].isalpha())
        ):
            break
        if end > index and word in _PHRASE_ENDS:
            break
        end += 1
    return end


_PHRASE_ENDS = lexicons.words("deadline_words", "phrase_ends")


def _day_of_event(tokens: Tokens, at: int, meeting: date | None) -> Core | None:
    """``generalforsamlingen den 20. maj``: the day that is told of an event, at most four words behind."""
    words = tokens.words
    for look in range(at + 1, at + 5):
        if not words[look - 1].isalpha() or words[look - 1] in _PHRASE_ENDS:
            return None
        if words[look] in ("den", "d") or words[look].isdecimal():
            core = core_at(tokens, look, reading_of(meeting, Sense.FUTURE, True))
            return core if core is not None and core.grain == Grain.DAY else None
    return None


def _is_finite(word: str) -> bool:
    return FORMS.get(word) in (Form.PRESENT, Form.PERFECT) or (word.endswith("es") and len(word) > 4)


def _anchored(
    tokens: Tokens, start: int, behind: int, length: Duration, reading: Reading, *, by: bool
) -> Placed | None:
    """What follows a length: ``efter mødet``, ``efter den 1. maj``, ``før næste møde``, ``efter modtagelsen``."""
    words = tokens.words
    word = words[behind]
    at = behind + 1
    if word == "i" and words[at] == "forvejen":
        return Placed(
            start, at + 1, TYPE_EVENT, REL_BY, None, None, N_FROM_EVENT, length.approximate,
            length=length, direction=-1,
        )  # fmt: skip
    if word == "forud" and words[at] == "for":
        at, before = at + 1, True
    elif word in ("før", "inden"):
        before = True
    elif word in ("efter", "fra", "regnet"):
        before = False
        if word == "regnet" and words[at] == "fra":
            at += 1
    else:
        return None
    meeting = reading.meeting
    relation = REL_BY if by or before else REL_ON
    core = core_at(tokens, at, reading_of(meeting, Sense.FUTURE, True)) or _day_of_event(tokens, at, meeting)
    if not before:
        here = (
            words[at] in _THIS_MEETING
            or (core is not None and core.deictic)
            or (words[at] == "i" and words[at + 1] == "dag")
        )
        if here and not (words[at] == "mødet" and words[at + 1] in ("med", "i")):
            end = (
                core.end
                if core is not None and core.deictic
                else at + (2 if words[at] in ("dagens", "dette", "dags", "i") else 1)
            )
            bound = shifted(meeting, length) if meeting else None
            return _made(start, end, relation, bound, N_AFTER_MEETING, length, both=not by)
    if core is not None and not core.deictic and meeting_kind(words[core.end]) is None:
        base = core.first if before else core.last
        bound = shifted(base, length, -1 if before else 1) if base else None
        rule = N_BEFORE_DATE if before else N_AFTER_DATE
        return _made(start, core.end, relation, bound, rule, length, both=relation is REL_ON).but(
            approximate=length.approximate or core.approximate
        )
    # senest 14 dage før. – 3 dage før skal Lis …
    if before and (not words[at].isalnum() or words[at] in ("skal", "vil", "bør", "må", "kan")):
        return Placed(
            start,
            at,
            TYPE_EVENT,
            REL_BY if by else REL_BEFORE,
            None,
            None,
            N_FROM_EVENT,
            length.approximate,
            length=length,
            direction=-1,
        )
    if not words[at][:1].isalpha():
        return None
    end = event_words(tokens, at)
    if end == at:
        return None
    if words[at] in _CLAUSE_SUBJECTS and end == at + 1:  # 14 dage før vi holder det
        while end < tokens.size and end - at < _REACH and (words[end].isalnum() and words[end] not in ("og", "så")):
            end += 1
    if tokens.capitalised(start):  # Et halvt år efter flytningen gennemføres: the main clause begins with its verb
        end = next((look for look in range(at + 1, end) if _is_finite(words[look]) or is_inverted(tokens, look)), end)
    anchor = tokens.excerpt(at, end)
    for look in range(at, end):
        if meeting_kind(words[look]) == "meeting":
            ahead = any(words[back] in NEXT for back in range(at, look))
            anchor = "next_meeting" if ahead else "meeting"
            end = look + 1
            # ``mødet i maj``: the month belongs to the event, the day stays open
            if words[end] == "i":
                inner = core_at(tokens, end + 1, reading_of(meeting, Sense.FUTURE, True))
                end = inner.end if inner is not None else end
            break
    return Placed(
        start,
        end,
        TYPE_EVENT,
        REL_AFTER if relation is REL_ON else relation,
        None,
        None,
        N_FROM_EVENT,
        length.approximate,
        anchor=anchor,
        length=length,
        direction=-1 if before else 1,
    )


def _ordinal_workday(tokens: Tokens, index: int) -> tuple[Duration, int] | None:
    """``7. hverdag``, ``femte arbejdsdag``."""
    found = tokens.ordinal(index, 60)
    if found is not None and UNITS.get(tokens.words[found[1]]) == "workday":
        return Duration(found[0], "workday", False), found[1] + 1
    return None


# What may stand behind *i*, *over* and the articles where the days or weeks to come are meant.
_COMING = frozenset({*_ARTICLES, *NEXT, "første"})
_BEFORE_LENGTHS = frozenset({"om", "senest", "efter", *_BESIDE})
# Behind these any word may begin a length, behind the others that begin one only some may.
ALONE_BEFORE_LENGTHS = frozenset({
    "om", "senest", "efter", *_BESIDE, *NEXT, *NUMBERS, *(word for word in _WITHIN if _WITHIN.is_whole(word))
})  # fmt: skip
BEHIND_LENGTH_LEADS = frozenset({"der", *_COMING, *_COMING_LEADS.seconds(), *_WITHIN.seconds()})


def length_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """A length of time with its lead at a token."""
    words = tokens.words
    word = words[index]
    meeting = reading.meeting
    if word in _BEFORE_LENGTHS:
        found = tokens.duration(index + 1) or _ordinal_workday(tokens, index + 1)
        day_beside = index + (word == "senest")
        beside = _BESIDE.get(words[day_beside]) if words[day_beside + 1] in ("før", "inden", "efter") else None
        if (
            words[day_beside] == "ugen"
            and core_at(tokens, day_beside + 2, reading_of(meeting, Sense.FUTURE, True)) is not None
        ):
            beside = None  # ugen efter påske is a week of the calendar
        if beside is not None:  # senest dagen før mødet, ugen efter festen
            found = beside, day_beside + 1
            if word in _BESIDE:
                return _anchored(tokens, index, found[1], found[0], reading, by=False)
        if found is not None:
            length, end = found
            if word == "om":
                if words[end] in ("året", "ugen", "måneden") or words[end - 1] == "arbejdsdag":
                    return None  # snakkede om en arbejdsdag
                bound = shifted(meeting, length) if meeting else None
                return _made(index, end, REL_ON, bound, IN_N, length, both=True)
            if word == "efter":
                if words[end] in ("siden", "i", "på", "som"):  # efter 12 år på posten
                    return None
                bound = shifted(meeting, length) if meeting else None
                return _made(index, end, REL_AFTER, bound, AFTER_N, length._replace(approximate=True))
            anchored = _anchored(tokens, index, end, length, reading, by=True)
            if anchored is not None:
                return anchored
    if word == "når" and words[index + 1 : index + 4] == ["der", "er", "gået"]:
        found = tokens.duration(index + 4)
        if found is not None:
            bound = shifted(meeting, found[0]) if meeting else None
            return _made(index, found[1], REL_ON, bound, IN_N, found[0], both=True)
    within = _WITHIN.first_at(tokens, index) if word in _WITHIN else None
    if within is not None:
        at = index + len(within[0])
        found = tokens.duration(at) or _ordinal_workday(tokens, at)
        if found is not None:
            length, end = found
            anchored = _anchored(tokens, index, end, length, reading, by=True)
            if anchored is not None:
                return anchored
            bound = shifted(meeting, length) if meeting else None
            return _made(index, end, REL_BY, bound, WITHIN_N, length)
    if word in _COMING or word in _COMING_LEADS:
        coming = _coming(tokens, index, reading)
        if coming is not None:
            return coming
    if word.isdecimal() or word in NUMBERS:
        found = tokens.duration(index)
        if found is not None and (
            words[found[1]] in ("før", "efter", "forud", "inden") or words[found[1] : found[1] + 2] == ["i", "forvejen"]
        ):
            begin = index - (tokens.before(index) == "mindst")  # mindst seks uger før opstart
            return _anchored(tokens, begin, found[1], found[0], reading, by=False)
    return None


def _coming(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """``de kommende 14 dage``, ``i løbet af de næste tre måneder``, ``inden for det næste år``."""
    words = tokens.words
    at = index
    strict = False
    lead = _COMING_LEADS.first_at(tokens, index)
    if lead is not None:
        at = index + len(lead[0])
        strict = lead[0][-1] in ("for", "indenfor", "af", "over", "inden")
    article = words[at] in _ARTICLES
    if article:
        at += 1
    if words[at] not in NEXT and words[at] != "første":
        return None
    if words[at] == "første" and not strict:
        return None
    at += 1
    found = tokens.duration(at)
    if found is None and article and words[at] in ("halve", "hele", "halvandet"):
        if words[at] == "halve" and UNITS.get(words[at + 1]) == "year":
            found = Duration(6, "month", False), at + 2
        elif words[at] == "hele" and UNITS.get(words[at + 1]) == "year":
            found = Duration(12, "month", False), at + 2
    if found is None and article and strict and words[at] in ("uge", "måned", "år", "halvår", "kvartal"):
        count, unit = {
            "uge": (7, "day"),
            "måned": (1, "month"),
            "år": (12, "month"),
            "halvår": (6, "month"),
            "kvartal": (3, "month"),
        }[words[at]]
        if (
            words[index] != "i"
            or (words[at] == "år" and words[index + 1] == "løbet")
            or (words[index] == "i" and words[index + 1] == "løbet")
        ):
            found = Duration(count, unit, False), at + 1
    if found is None:
        return None
    length, end = found
    bound = shifted(reading.meeting, length) if reading.meeting else None
    return _made(index, end, REL_BY, bound, COMING_N, length)
