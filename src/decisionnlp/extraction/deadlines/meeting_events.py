"""``på næste udvalgsmøde``, ``efter mødet``, ``på budgetseminaret i august``: tasks that hang on a meeting or gathering."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.document import Relation
from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.cores import core_at
from decisionnlp.extraction.deadlines.event_days import behind_noun, dated, noun_behind, on_day
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BEFORE,
    REL_BY,
    REL_FROM,
    REL_IN,
    REL_ON,
    TYPE_DATE,
    TYPE_EVENT,
    TYPE_INTERVAL,
)
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.stretches import Grain, Reading, month_bounds, occurrence
from decisionnlp.extraction.deadlines.tokens import (
    MONTHS,
    Tokens,
    meeting_kind,
    month_of_meeting,
)

MEETING = rules.whole(
    "event-meeting", "på næste udvalgsmøde", "a meeting to come, with the month or day that is said of it"
)
MEETING_DAY = rules.whole("event-meeting-day", "på mødet den 12. marts", "a meeting whose day is said: the day stands")
AFTER_MEETING = rules.whole("after-this-meeting", "efter mødet", "from the day after this meeting")
GATHERING = rules.whole(
    "event-gathering",
    "på budgetseminaret i august",
    "a seminar, temadag and the like, with the month or day said of it",
)
_LEX = lexicons.load("deadlines")
_GOING, _ALONG = frozenset(_LEX["going"]["forms"]), frozenset(_LEX["going"]["along"])
_PARTNERS: tuple[str, ...] = tuple(_LEX["meetings"]["partners"])
_INVITED = 8  # words that the names of those invited may take up
_NOT_TO_COME = lexicons.words("deadline_words", "not_to_come")
# Words that point to a meeting to come.
_POINTING = lexicons.words("deadline_words", "pointing")


def _called(words: list[str], start: int, at: int, noun: str) -> bool:
    """``indkalder til et møde``, ``indkaldelse til generalforsamlingen``, ``tager til et møde``: what is called or gone to, and no time of it."""
    before = words[max(0, start - 5) : start]
    if any(word.startswith("indkald") for word in before):
        return True
    indefinite = words[at] in ("en", "et", "ny", "nyt") or noun.endswith(("møde", "forsamling"))
    if not indefinite or words[at] == "næste":
        return False
    if any(word.startswith(("inviter", "indby")) for word in words[max(0, start - _INVITED) : start]):
        return True
    return words[at] in ("et", "møde") and _goes(words, start)


def _goes(words: list[str], start: int) -> bool:
    """``Ulla tager til``, ``Ulla tager med til``, ``tager Ulla med til``."""
    look = start - 1
    look -= look > 0 and words[look] in _ALONG
    return look >= 0 and words[look] in _GOING


def _with_somebody(tokens: Tokens, at: int) -> bool:
    """``mødet med forpagteren``, ``mødet i ministeriet``"""
    return tokens.words[at] in ("med", "i") and tokens.words[at + 1].endswith(_PARTNERS)


def meeting_at(tokens: Tokens, start: int, at: int, relation: Relation, reading: Reading, lead: str) -> Placed | None:
    words = tokens.words
    found = noun_behind(tokens, at)
    if found is None:
        return None
    noun, last = found
    word = words[last]
    if lead == "til" and _called(words, start, at, word):
        return None
    if word.endswith("mødets") and word != "mødets" and relation is REL_ON:
        return None  # årsmødets ja
    kind = meeting_kind(word) or "meeting"
    ahead = any(words[look] in ("næste", "førstkommende", "næstkommende", "nærmeste") for look in range(at, noun + 1))
    ahead = (
        ahead
        or (words[at] == "det" and words[at + 1] == "kommende")
        or (words[at] == "kommende" and word.endswith(("møde", "mødet")))
    )
    anchor = "next_meeting" if ahead else "meeting"
    if kind == "gathering" and not word.startswith("dagsorden"):
        anchor = tokens.excerpt(at, last + 1)
    rule = GATHERING if kind == "gathering" else MEETING
    meeting = reading.meeting
    core, end = behind_noun(tokens, last + 1, reading)
    if word.startswith("dagsorden") and not ahead and lead in ("på", "til", "i"):
        return None  # sættes på dagsordenen i februar: the time is said behind it
    month = month_of_meeting(word) or (MONTHS.get(words[noun]) if noun != last else None)
    if month is None and noun != last and words[noun].endswith("s"):
        month = MONTHS.get(words[noun][:-1])
    if month is not None:
        year = tokens.year(last + 1) if core is None else None
        if year is not None:  # martsmødet 2026
            return dated(start, year[1], relation, month_bounds(year[0], month), rule, anchor, False, meeting)
        bounds = (
            occurrence(month_bounds, (month,), meeting, reading.sense)
            if core is None or not core.absolute
            else (core.first, core.last)
        )
        return dated(start, end, relation, bounds, rule, anchor, False, meeting)
    if core is not None and core.grain == Grain.DAY:
        today = core.deictic and core.first is not None and core.first == meeting  # til mødet i dag
        return on_day(start, end, relation, core, MEETING_DAY).but(reason="this-meeting" if today else None)
    if core is not None and core.rule == "date" and relation is REL_ON:  # på seminaret den 20.-21. august
        kind_of = TYPE_INTERVAL
        return Placed(start, end, kind_of, REL_IN, core.first, core.last, MEETING_DAY, grain=core.grain)
    if core is not None:
        bounds = (core.first, core.last)
        if core.grain == Grain.HOLIDAY:
            bounds = (None, None)
        return dated(start, end, relation, bounds, rule, anchor, core.approximate, meeting)
    # på mødet før sommerferien; of et møde inden jul the date is said itself
    if (words[last + 1] == "efter" or (words[last + 1] in ("før", "inden") and word.endswith("et"))) and not ahead:
        inner = core_at(tokens, last + 2, reading.within_frame())
        if inner is not None:
            return dated(start, inner.end, relation, (None, None), rule, anchor, False, meeting)
    # A bare definite is this meeting, or one that was spoken of.
    bare = last == noun and noun - at == 0
    if bare and word == "mødet" and relation in (REL_AFTER, REL_BEFORE) and _with_somebody(tokens, last + 1):
        end = last + 3
        return Placed(start, end, TYPE_EVENT, relation, None, None, GATHERING, anchor=tokens.excerpt(at, end))
    if bare and word in ("mødet", "mødets"):
        if relation is REL_AFTER:
            day = meeting + cal.DAY if meeting else None
            return Placed(start, last + 1, TYPE_DATE, relation, day, None, AFTER_MEETING)
        if relation in (REL_ON, REL_FROM) and lead not in ("til",):
            return Placed(
                start,
                last + 1,
                TYPE_EVENT,
                relation,
                None,
                None,
                MEETING,
                anchor="meeting",
                reason="this-meeting",
            )
    if any(words[look] in _NOT_TO_COME for look in range(at, noun + 1)):
        return Placed(start, last + 1, TYPE_EVENT, relation, None, None, rule, anchor="meeting", reason="past")
    if (
        kind == "meeting"
        and not ahead
        and relation is REL_ON
        and (word.endswith("er") or word == "møderne")
        and not any(words[look] in ("kommende", "næste", "de") for look in range(at, noun))
    ):
        return Placed(start, last + 1, TYPE_EVENT, relation, None, None, rule, anchor="meeting", reason="generic-event")
    pointed = any(
        words[look] in _POINTING or (words[look].endswith("s") and words[look] != "fælles") for look in range(at, noun)
    )
    own = word != "møde" or (last == noun and tokens.capitalised(noun - 1))  # til områdeledermøde, på FU møde
    own = own and words[at] not in ("en", "et") and not tokens.before(start).endswith(("else", "elsen"))
    # det konstituerende møde
    said = words[at] == "det" and noun - at > 1 and words[noun - 1].endswith("e")
    pointed = pointed or own or said
    if kind == "meeting" and word.endswith("møde") and not (ahead or pointed) and relation in (REL_ON, REL_BY):
        # et møde, et borgermøde: an act of its own, not a time
        return Placed(start, last + 1, TYPE_EVENT, relation, None, None, rule, anchor="meeting", reason="generic-event")
    if relation is REL_FROM and not ahead:  # referat fra temadagen
        return Placed(start, last + 1, TYPE_EVENT, relation, None, None, rule, anchor=anchor, reason="past")
    if (lead == "i" and not ahead) or (word.startswith("dagsorden") and not ahead):
        return None
    return Placed(start, max(end, last + 1), TYPE_EVENT, relation, None, None, rule, anchor=anchor)
