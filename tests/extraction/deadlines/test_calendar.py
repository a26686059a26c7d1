from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionnlp.extraction.deadlines import MeetingCalendar, add_working_days, is_working_day, public_holidays
from decisionnlp.extraction.deadlines import calendar as cal


@pytest.mark.parametrize("year", range(2005, 2036))
def test_public_holidays_are_those_of_the_library(year: int) -> None:
    assert public_holidays(year) == set(holidays.country_holidays("DK", years=year, language="da"))


def test_working_days_by_hand() -> None:
    assert add_working_days(date(2024, 1, 23), 15) == date(2024, 2, 13)
    assert add_working_days(date(2023, 5, 10), 10) == date(2023, 5, 25)  # 18 May is Ascension Day
    assert add_working_days(date(2019, 11, 26), 20) == date(2019, 12, 24)  # 24 December counts
    assert add_working_days(date(2021, 4, 20), 8) == date(2021, 5, 3)  # 30 April 2021 is store bededag
    assert add_working_days(date(2024, 4, 25), 1) == date(2024, 4, 26)  # store bededag is no holiday any more
    assert is_working_day(date(2024, 5, 1))
    assert is_working_day(date(2024, 6, 5))


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_working_days_against_counting(day: date, count: int) -> None:
    end = add_working_days(day, count)
    between = [day + timedelta(days=offset) for offset in range(1, (end - day).days + 1)]
    assert sum(map(is_working_day, between)) == count
    assert is_working_day(end)


def test_school_holidays_are_as_the_convention_says() -> None:
    assert cal.school_summer(2024) == (date(2024, 6, 29), date(2024, 8, 11))
    assert cal.school_week(2025, 42) == (date(2025, 10, 13), date(2025, 10, 19))


def test_months_and_weeks() -> None:
    assert cal.add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert cal.add_months(date(2024, 3, 31), -13) == date(2023, 2, 28)
    assert cal.week(2020, 53) == (date(2020, 12, 28), date(2021, 1, 3))
    assert cal.week(2021, 53) is None
    assert cal.nth_weekday(2024, 2, 3, 5) == date(2024, 2, 29)
    assert cal.nth_weekday(2024, 3, 3, 5) is None


def test_meeting_calendar() -> None:
    calendar = MeetingCalendar.of([date(2024, 3, 5), date(2024, 2, 6), date(2024, 3, 19)])
    assert calendar.after(date(2024, 2, 6)) == date(2024, 3, 5)
    assert calendar.after(date(2024, 3, 19)) is None
    assert calendar.only_within(date(2024, 2, 1), date(2024, 2, 29)) == date(2024, 2, 6)
    assert calendar.only_within(date(2024, 3, 1), date(2024, 3, 31)) is None
