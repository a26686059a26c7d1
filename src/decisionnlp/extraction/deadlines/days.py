"""Single days and ranges of days: *den 3. maj*, *28.-29. juni*, *torsdag i uge 9*, *første mandag i juni*."""

from __future__ import annotations

from datetime import date, timedelta

from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.figures import iso, numeric, year_after
from decisionnlp.extraction.deadlines.stretches import Bounds, Core, Grain, Reading, Sense, day_bounds, located
from decisionnlp.extraction.deadlines.tokens import (
    MODIFIERS,
    MONTHS,
    NEXT,
    SHORT_WEEKDAYS,
    THIS,
    WEEKDAYS,
    Tokens,
)

DAY_MONTH = rules.core("date", "den 10. maj 2025", "day and month by name, with or without a year")
DAY_NUMBER = rules.core("day-of-month", "senest den 15.", "the number of a day alone: the next day of that number")
MONTHLY_DAY = rules.core("day-of-named-month", "den 1. i næste måned", "a day of this or the next month")
WEEKDAY = rules.core("weekday", "på torsdag", "a weekday: the first one after the meeting")
WEEKDAY_OF = rules.core("weekday-of-week", "torsdag i uge 9", "a weekday of a week")
NTH_WEEKDAY = rules.core("nth-weekday", "første mandag i juni", "the first … last weekday of a month")
TODAY = rules.core("today", "senest i dag", "i dag, d.d., dags dato, i morgen, i overmorgen")

_DEN = frozenset({"den", "d", "dn", "dén"})
_RANGE = frozenset({"-", "–", "—", "/", "og", "eller", "til", ","})


def _day_month(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``3. maj``, ``28.-29. juni``, ``3., 4. og 5. maj``, ``den første maj``, each with or without a year."""
    words = tokens.words
    found = tokens.ordinal(index, 31)
    if found is None:
        return None
    first, at = found
    last = first
    for _ in range(6):
        if words[at] in MONTHS or words[at] not in _RANGE:
            break
        step = at + 1
        if words[step] in _DEN:
            step = tokens.skip_dot(step + 1)
        another = tokens.ordinal(step, 31)
        if another is None or another[0] <= last:
            break
        last, at = another
    month = MONTHS.get(words[at])
    if month is None or (words[at + 1] == "-" and tokens.glued(at + 1) and words[at + 2].startswith("møde")):
        return None
    abbreviated = len(words[at]) <= 4 and words[at] not in ("maj", "juni", "juli")
    at += 1
    if abbreviated and words[at] == "." and tokens.glued(at):
        at += 1
    if words[at] == "måned":
        at += 1
    year, at = year_after(tokens, at, reading.meeting, short=True)

    bounds = located(day_bounds, (month, first, last), year, reading, False)
    if bounds is None or (bounds[0] is None and reading.meeting is not None):
        return None
    return Core(at, *bounds, Grain.DAY if first == last else Grain.PART, DAY_MONTH, absolute=year is not None)


def calendar_day(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """A date in figures or with the name of its month, without *den* or a weekday."""
    word = tokens.words[index]
    if word.isdecimal():
        if len(word) == 4:
            return iso(tokens, index)
        return _day_month(tokens, index, reading) or numeric(tokens, index, reading)
    return _day_month(tokens, index, reading)


def _nth_weekday(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``(den) første mandag i juni``, ``sidste fredag i maj 2025``."""
    words = tokens.words
    if words[index + 1] not in WEEKDAYS and words[index + 2] not in WEEKDAYS:
        return None
    if words[index] == "sidste":
        nth, at = -1, index + 1
    else:
        found = tokens.ordinal(index, 5)
        if found is None:
            return None
        nth, at = found
    weekday = WEEKDAYS.get(words[at])
    if weekday is None:
        return None
    at += 1
    if words[at] not in ("i", "af", "efter") or words[at] == "efter":
        return None
    if words[at + 1] == "advent" and weekday == 6 and nth > 0:
        return _advent(at + 2, nth, reading)
    month = MONTHS.get(words[at + 1])
    if month is not None:
        year, at = year_after(tokens, at + 2, reading.meeting, short=False)
    elif words[at + 1] in NEXT and words[at + 2] == "måned" and reading.meeting is not None:
        following = cal.add_months(reading.meeting.replace(day=1), 1)
        month, year, at = following.month, following.year, at + 3
    else:
        return None

    bounds = located(_nth_bounds, (month, weekday, nth), year, reading)
    return Core(at, *bounds, Grain.DAY, NTH_WEEKDAY, absolute=year is not None) if bounds else None


def _nth_bounds(year: int, month: int, weekday: int, nth: int) -> Bounds | None:
    day = cal.nth_weekday(year, month, weekday, nth)
    return (day, day) if day else None


def _advent_bounds(year: int, nth: int) -> Bounds:
    fourth = date(year, 12, 24) - timedelta(days=(date(year, 12, 24).weekday() + 1) % 7)
    sunday = fourth - timedelta(weeks=4 - nth)
    return sunday, sunday


def _advent(end: int, nth: int, reading: Reading) -> Core | None:
    """``1. søndag i advent``: the fourth Sunday before Christmas Day."""
    bounds = located(_advent_bounds, (nth,), None, reading)
    return Core(end, *bounds, Grain.DAY, NTH_WEEKDAY) if bounds else None


def _week_day_bounds(year: int, number: int, weekday: int) -> Bounds | None:
    bounds = cal.week(year, number)
    return (bounds[0] + timedelta(days=weekday),) * 2 if bounds else None


def _weekday_week(tokens: Tokens, index: int, weekday: int, reading: Reading) -> Core | None:
    """``i uge 9``, ``uge 9``, ``i næste uge``, ``i denne uge`` behind a weekday."""
    words = tokens.words
    at = index + 1 if words[index] in ("i", "den") else index
    meeting = reading.meeting
    figures = tokens.skip_dot(at + 1) if words[at] == "u" else at + 1
    if words[at] in ("uge", "u") and words[figures].isdecimal() and 1 <= int(words[figures][:3]) <= 53:
        number = int(words[figures])
        year, end = year_after(tokens, figures + 1, meeting, short=False)
        found = located(_week_day_bounds, (number, weekday), year, reading)
        return Core(end, *found, Grain.DAY, WEEKDAY_OF, absolute=year is not None) if found else None
    if at == index or meeting is None or words[at + 1] != "uge":
        return None
    monday = meeting - timedelta(days=meeting.weekday())
    if words[at] in NEXT:
        day = monday + timedelta(days=7 + weekday)
    elif words[at] in THIS:
        day = monday + timedelta(days=weekday)
    else:
        return None
    return Core(at + 2, day, day, Grain.DAY, WEEKDAY_OF)


def _weekdays_week(tokens: Tokens, index: int, first: int, reading: Reading) -> Core | None:
    """``mandag og tirsdag i uge 25``, ``mandag, tirsdag og onsdag i uge 25``: from the first of the days to the last."""
    words = tokens.words
    last, at, joint = first, index, ""
    for _ in range(6):
        following = WEEKDAYS.get(words[at + 2]) if words[at + 1] in _RANGE else None
        if following is None or following <= last:
            break
        last, at, joint = following, at + 2, words[at + 1]
    if joint == ",":
        return None  # Svar gives mandag, tirsdag i uge 25 sendes listen
    core = _weekday_week(tokens, at + 1, last, reading) if last > first else None
    if core is None or core.last is None:
        return None
    begins = core.last - timedelta(days=last - first)
    return Core(core.end, begins, core.last, Grain.PART, WEEKDAY_OF, absolute=core.absolute)


def _weekday_alone(end: int, weekday: int, reading: Reading) -> Core:
    meeting = reading.meeting
    if meeting is None:
        return Core(end, None, None, Grain.DAY, WEEKDAY)
    if reading.sense == Sense.PAST:
        day = meeting - timedelta(days=(meeting.weekday() - weekday - 1) % 7 + 1)
    else:
        day = meeting + timedelta(days=(weekday - meeting.weekday() - 1) % 7 + 1)
    return Core(end, day, day, Grain.DAY, WEEKDAY)


def _day_number(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``den 15.`` with nothing behind that could be its noun; ``den 1. i næste måned``; ``den 15. i måneden``."""
    words = tokens.words
    if words[index] == "sidste":
        number, at = 31, index + 1
        if words[at] not in ("i",):
            return None
    else:
        found = tokens.ordinal(index, 31)
        if found is None:
            return None
        number, at = found
    meeting = reading.meeting
    if words[at] == "i" and words[at + 2] == "måned" and (words[at + 1] in NEXT or words[at + 1] in THIS):
        if meeting is None:
            return Core(at + 3, None, None, Grain.DAY, MONTHLY_DAY)
        month = cal.add_months(meeting.replace(day=1), 1 if words[at + 1] in NEXT else 0)
        day = month.replace(day=min(number, cal.last_of_month(month.year, month.month).day))
        return Core(at + 3, day, day, Grain.DAY, MONTHLY_DAY)
    if (
        words[index] != "sidste" and words[at] in ("ds", "dennes") and words[at - 1] == "."
    ):  # den 21. ds.: of the month that runs
        end = tokens.skip_dot(at + 1) if words[at] == "ds" else at + 1
        if meeting is None:
            return Core(end, None, None, Grain.DAY, DAY_NUMBER)
        own = day_bounds(meeting.year, meeting.month, number)
        return Core(end, *own, Grain.DAY, DAY_NUMBER) if own else None
    if words[index] == "sidste" or not reading.framed:
        return None
    following = words[at]
    if words[at - 1] == ".":
        if (
            following.isalnum()
            and following not in ("kl", "og", "eller", "af", "skal", "med", "så")
            and not tokens.capitalised(at)
        ):
            return None
    elif following:
        return None
    if following == "." and words[at - 1] == ".":
        return None
    if meeting is None:
        return Core(at, None, None, Grain.DAY, DAY_NUMBER)
    month = meeting.replace(day=1)
    for _ in range(4):
        try:
            day = month.replace(day=number)
        except ValueError:
            day = date.min
        if day >= meeting:
            return Core(at, day, day, Grain.DAY, DAY_NUMBER)
        month = cal.add_months(month, 1)
    return None


_SOME = frozenset({"en", "én"})


def _any_weekday(tokens: Tokens, index: int) -> bool:
    """``en lørdag``, ``en fælles lørdag``: some Saturday or other; not ``en mail mandag``."""
    before = tokens.before(index)
    return before in _SOME or (before in MODIFIERS and tokens.before(index, 2) in _SOME)


def day(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """A day with *den*, *d.* or its weekday before it, or bare."""
    words = tokens.words
    at = index
    weekday = WEEKDAYS.get(words[at])
    if weekday is not None:
        at += 1
        if words[index] in SHORT_WEEKDAYS:
            at = tokens.skip_dot(at)
        if words[at] == "," and (words[at + 1] in _DEN or words[at + 1].isdecimal()):
            at += 1
    framed = reading if reading.framed or at == index else reading.within_frame()
    if words[at] in _DEN:
        after = tokens.skip_dot(at + 1)
        framed = framed.within_frame()
        core = calendar_day(tokens, after, framed)
        if core is None and weekday is None:
            core = _nth_weekday(tokens, after, framed)
            if core is None and (
                reading.framed or words[after + 2] in ("i", "ds", "dennes") or words[after] == "sidste"
            ):
                core = _day_number(tokens, after, framed)
        if core is None and weekday is not None and words[after].isdecimal():  # torsdag den 9.
            core = _day_number(tokens, after, framed)
        if core is not None:
            return core
        if words[at] == "den" and weekday is not None:  # mandagen den følgende uge
            return None
    elif words[at].isdecimal() or (weekday is None and not words[at].isdecimal()):
        core = calendar_day(tokens, at, framed)
        if core is not None:
            return core
        if weekday is None:
            return _nth_weekday(tokens, at, reading)
    if weekday is None or words[index] in SHORT_WEEKDAYS:
        return None
    if words[index].endswith("en") and words[index + 1] not in ("i", "uge"):
        return None
    core = _weekdays_week(tokens, index, weekday, reading) or _weekday_week(tokens, index + 1, weekday, reading)
    if core is not None:
        return core
    if words[index].endswith("en") or _any_weekday(tokens, index):
        return None
    return _weekday_alone(index + 1, weekday, reading)


def today(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``i dag``, ``d.d.``, ``dags dato``, ``i morgen``, ``i overmorgen``."""
    words = tokens.words
    word = words[index]
    ahead: int | None = None
    end = index + 1
    if word == "i" and words[index + 1] in ("dag", "morgen", "overmorgen"):
        ahead, end = {"dag": 0, "morgen": 1, "overmorgen": 2}[words[index + 1]], index + 2
    elif word in ("idag", "imorgen") or (word == "dd" and words[end] == "." and not tokens.capitalised(index)):
        ahead, end = (1 if word == "imorgen" else 0), tokens.skip_dot(end) if word == "dd" else end
    elif word == "dags" and words[index + 1] == "dato":
        ahead, end = 0, index + 2
    elif word == "d" and words[index + 1] == "." and words[index + 2] == "d" and tokens.glued(index + 1):
        ahead, end = 0, tokens.skip_dot(index + 3)
    if ahead is None:
        return None
    day = reading.meeting + timedelta(days=ahead) if reading.meeting else None
    return Core(end, day, day, Grain.DAY, TODAY, deictic=True)
