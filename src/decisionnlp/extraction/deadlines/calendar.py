"""The Danish calendar: public holidays, working days, school holidays (as an approximation), and calendars of meetings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

DAY = timedelta(days=1)
# Store bededag was a holiday up to and including 2023 (lov nr. 214 of 2023).
_LAST_PRAYER_DAY = 2023


@lru_cache(maxsize=256)
def public_holidays(year: int) -> frozenset[date]:
    """The Danish public holidays of ``year``; 1 May, 5 June, 24 and 31 December are working days here."""
    sunday = easter(year)
    days = [-3, -2, 0, 1, 39, 49, 50]
    if year <= _LAST_PRAYER_DAY:
        days.append(26)
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    return frozenset(fixed | {sunday + timedelta(days=offset) for offset in days})


def is_working_day(day: date) -> bool:
    """Monday to Friday and no public holiday."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The ``count``-th working day after (or, if negative, before) ``day``; ``day`` itself is not counted."""
    step = DAY if count >= 0 else -DAY
    left = abs(count)
    while left:
        day += step
        if is_working_day(day):
            left -= 1
    return day


def last_of_month(year: int, month: int) -> date:
    if month == 2:
        return date(year, 2, 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28)
    return date(year, month, 30 if month in (4, 6, 9, 11) else 31)


def add_months(day: date, count: int) -> date:
    """The same day ``count`` months on; where the month lacks it, its last day."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, last_of_month(year, month + 1).day))


def week(year: int, number: int) -> tuple[date, date] | None:
    """Monday and Sunday of an ISO week, or ``None`` where the year has no such week."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The ``nth`` (1–5, or -1 for the last) ``weekday`` (Monday 0) of a month, or ``None`` where there is none."""
    if nth < 0:
        last = last_of_month(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day.month == month else None


def school_summer(year: int) -> tuple[date, date]:
    """Roughly the summer holidays: the last Saturday of June to the Sunday before August's second Monday."""
    begin = nth_weekday(year, 6, 5, -1)
    back = nth_weekday(year, 8, 0, 2)
    assert begin is not None and back is not None
    return begin, back - DAY


def school_week(year: int, number: int) -> tuple[date, date]:
    """A week's school holiday: ISO week ``number``, Monday to Sunday."""
    monday = date.fromisocalendar(year, number, 1)
    return monday, monday + 6 * DAY


@dataclass(frozen=True, slots=True)
class MeetingCalendar:
    """The days on which the body meets, sorted; what turns *næste møde* into a date."""

    dates: tuple[date, ...] = ()

    @classmethod
    def of(cls, dates: Iterable[date]) -> MeetingCalendar:
        return cls(tuple(sorted(set(dates))))

    def after(self, day: date) -> date | None:
        """The first meeting after ``day``."""
        index = bisect_right(self.dates, day)
        return self.dates[index] if index < len(self.dates) else None

    def only_within(self, first: date, last: date) -> date | None:
        """The one meeting between ``first`` and ``last``; ``None`` where there is none or more than one."""
        low, high = bisect_left(self.dates, first), bisect_right(self.dates, last)
        return self.dates[low] if high - low == 1 else None
