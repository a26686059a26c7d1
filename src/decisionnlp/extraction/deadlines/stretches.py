"""Stretches of the calendar: what *maj*, *uge 9* or *den 3. maj* name, read against the meeting date.

Where no year is given, ``Sense`` says which of the possible years is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from dateutil.easter import easter

from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.slotted import Slotted

Bounds = tuple[date, date]
# A yearless stretch is looked for in this many years: 29 February and week 53 are rare.
_YEARS = 12


class Sense:
    """Which occurrence of a yearless expression: not yet over on the meeting date, begun by then, or beginning after it."""

    FUTURE = 0
    PAST = 1
    AHEAD = 2


class Grain:
    """How long a stretch is. Plain numbers: a look-up in an ``Enum`` costs more than the comparison."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    QUARTER = 3
    HALF = 4
    SEASON = 5
    HOLIDAY = 6
    YEAR = 7
    PART = 8


@dataclass(slots=True)
class Core(Slotted):
    """A time expression without its relation: tokens up to ``end`` name the days ``first`` to ``last`` (inclusive).

    Both are ``None`` where a meeting date would be needed. ``absolute``: the words name the year themselves.
    """

    end: int
    first: date | None
    last: date | None
    grain: int
    rule: str
    approximate: bool = False
    absolute: bool = False
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What the parsers share: the meeting date, and which occurrence of a yearless expression is meant (see ``reading_of``).

    ``framed``: a preposition or the like stands before. ``definite``: *året*, *ugen* count as names of the current one.
    """

    meeting: date | None
    sense: int = Sense.FUTURE
    framed: bool = False
    definite: bool = False

    def within_frame(self) -> Reading:
        """The same behind a preposition or the like."""
        return self if self.framed else reading_of(self.meeting, self.sense, True, self.definite)

    def defined(self) -> Reading:
        """The same behind a preposition, where *året* and *ugen* name the current one."""
        return reading_of(self.meeting, self.sense, True, True)


@lru_cache(maxsize=1024)
def reading_of(
    meeting: date | None, sense: int = Sense.FUTURE, framed: bool = False, definite: bool = False
) -> Reading:
    """A reading; texts of one meeting share a handful of them."""
    return Reading(meeting, sense, framed, definite)


@lru_cache(maxsize=4096)
def occurrence(
    make: Callable[..., Bounds | None], what: tuple[Any, ...], meeting: date | None, sense: int, crossing: bool = True
) -> tuple[date | None, date | None]:
    """The bounds of the occurrence that ``sense`` asks for; ``make(year, *what)`` gives those of one year, if it has any.

    ``crossing``: a stretch may run into the next year, so that of the year before may not be over.
    """
    if meeting is None:
        return None, None
    if sense == Sense.PAST:
        for year in range(meeting.year + 1, meeting.year - _YEARS, -1):
            bounds = make(year, *what) if 1 < year < 9998 else None
            if bounds is not None and bounds[0] <= meeting:
                return bounds
        return None, None
    for year in range(meeting.year - crossing, meeting.year + _YEARS):
        bounds = make(year, *what) if 1 < year < 9998 else None
        if bounds is None:
            continue
        if bounds[0] > meeting or (sense == Sense.FUTURE and bounds[1] >= meeting):
            return bounds
    return None, None


def located(
    make: Callable[..., Bounds | None],
    what: tuple[Any, ...],
    year: int | None,
    reading: Reading,
    crossing: bool = True,
) -> tuple[date | None, date | None] | None:
    """Bounds in the given year, or of the fitting occurrence; ``None`` where that year has no such stretch."""
    if year is None:
        return occurrence(make, what, reading.meeting, reading.sense, crossing)
    return make(year, *what)


def month_bounds(year: int, month: int) -> Bounds:
    return date(year, month, 1), cal.last_of_month(year, month)


def months_bounds(year: int, first: int, last: int) -> Bounds:
    """From month ``first`` of ``year`` to month ``last``, of the next year if it comes earlier in the calendar."""
    return date(year, first, 1), cal.last_of_month(year + (last < first), last)


def weeks_bounds(year: int, first: int, last: int) -> Bounds | None:
    begin = cal.week(year, first)
    end = cal.week(year + (last < first), last)
    if begin is None or end is None:
        return None
    return begin[0], end[1]


def day_bounds(year: int, month: int, first: int, last: int | None = None) -> Bounds | None:
    try:
        begin = date(year, month, first)
        return begin, begin if last is None else date(year, month, last)
    except ValueError:
        return None


_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 2),
    "early_summer": (6, 6),
    "late_summer": (8, 8),
}


def season_bounds(year: int, season: str) -> Bounds:
    """Meteorological seasons; the winter of a year begins in its December."""
    return months_bounds(year, *_SEASONS[season])


def holiday_bounds(year: int, holiday: str) -> Bounds:
    """A holiday's days. New Year is turned inside out, so that *inden* gives 31 December and *efter* 1 January."""
    sunday = easter(year)
    if holiday == "summer_holiday":
        return cal.school_summer(year)
    if holiday == "autumn_holiday":
        return cal.school_week(year, 42)
    if holiday == "winter_holiday":
        return cal.school_week(year, 7)
    if holiday == "christmas":
        return date(year, 12, 24), date(year, 12, 26)
    if holiday == "new_year":
        return date(year + 1, 1, 1), date(year, 12, 31)
    if holiday == "easter":
        return sunday - timedelta(days=3), sunday + timedelta(days=1)
    if holiday == "easter_week":
        return sunday - timedelta(days=6), sunday
    if holiday == "whitsun":
        return sunday + timedelta(days=49), sunday + timedelta(days=50)
    day = {
        "ascension": sunday + timedelta(days=39),
        "maundy_thursday": sunday - timedelta(days=3),
        "good_friday": sunday - timedelta(days=2),
        "prayer_day": sunday + timedelta(days=26),
        "midsummer": date(year, 6, 23),
        "constitution": date(year, 6, 5),
        "christmas_eve": date(year, 12, 24),
        "christmas_day": date(year, 12, 25),
        "second_christmas_day": date(year, 12, 26),
        "new_years_eve": date(year, 12, 31),
        "new_years_day": date(year, 1, 1),
        "shrovetide": sunday - timedelta(days=49),
        "palm_sunday": sunday - timedelta(days=7),
        "easter_day": sunday,
        "easter_monday": sunday + timedelta(days=1),
        "whit_sunday": sunday + timedelta(days=49),
        "whit_monday": sunday + timedelta(days=50),
        "all_saints": date(year, 11, 7) - timedelta(days=date(year, 11, 7).isoweekday() % 7),
        "school_start": cal.school_summer(year)[1] + cal.DAY,
    }[holiday]
    return day, day


APPROXIMATE_HOLIDAYS = frozenset({"summer_holiday", "autumn_holiday", "winter_holiday", "school_start"})


def school_year_bounds(year: int) -> Bounds:
    return date(year, 8, 1), date(year + 1, 7, 31)


def part_bounds(bounds: Bounds, grain: int, part: str) -> Bounds:
    """The beginning, middle or end of a stretch: of a month 1–10, 11–20, 21–last; of a year January, June, December."""
    first, last = bounds
    if grain == Grain.MONTH:
        begin, end = first.replace(day=11), last.replace(day=20)
        return {"begin": (first, first.replace(day=10)), "middle": (begin, end), "end": (last.replace(day=21), last)}[
            part
        ]
    if grain == Grain.YEAR and first.month == 1:
        return month_bounds(first.year, {"begin": 1, "middle": 6, "end": 12}[part])
    days = (last - first).days + 1
    if grain == Grain.WEEK and days == 7:
        cut = {"begin": (0, 1), "middle": (2, 2), "end": (3, 6)}[part]
        return first + timedelta(days=cut[0]), first + timedelta(days=cut[1])
    if days < 27:
        third = max(days // 3, 1)
        begin, end = first + timedelta(days=third), last - timedelta(days=third)
        return {"begin": (first, begin - cal.DAY), "middle": (begin, end), "end": (end + cal.DAY, last)}[part]
    months = (last.year - first.year) * 12 + last.month - first.month
    if part == "begin":
        return first, cal.last_of_month(first.year, first.month)
    if part == "end":
        return last.replace(day=1), last
    middle = cal.add_months(first, (months + 1) // 2)
    return month_bounds(middle.year, middle.month)


def half_bounds(bounds: Bounds, grain: int, half: int) -> Bounds:
    """The first or second half: of a month 1–15 and 16–last, of a year the half-years."""
    first, last = bounds
    if grain == Grain.MONTH:
        return (first, first.replace(day=15)) if half == 1 else (first.replace(day=16), last)
    if grain == Grain.YEAR and first.month == 1:
        return months_bounds(first.year, 1, 6) if half == 1 else months_bounds(first.year, 7, 12)
    middle = first + (last - first) / 2
    return (first, middle) if half == 1 else (middle + cal.DAY, last)


def unit_bounds(grain: int, day: date, ahead: int = 0) -> Bounds:
    """The calendar unit that holds ``day``, or a later one."""
    if grain == Grain.WEEK:
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * ahead)
        return monday, monday + timedelta(days=6)
    length = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}[grain]
    begin = cal.add_months(date(day.year, (day.month - 1) // length * length + 1, 1), length * ahead)
    end = cal.add_months(begin, length - 1)
    return begin, cal.last_of_month(end.year, end.month)
